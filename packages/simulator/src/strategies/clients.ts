import { decodeEnvelope, encodeEnvelope, limits } from "@cartorio/protocol";
import type { AdversaryClient, Strategy } from "../strategy.ts";
import { randomBytes } from "./own-messages.ts";

function everybody(client: AdversaryClient): number[] {
  return Array.from({ length: client.n }, (_, index) => index);
}

function someone(client: AdversaryClient): number[] {
  return [client.random.between(0, client.n - 1)];
}

/** One transaction id in several envelopes, a different one to each validator. */
export function createManyEnvelopes(): Strategy {
  return {
    name: "many-envelopes",
    client: (client) => {
      const first = client.create("valid");
      if (first === undefined) return;
      for (const validator of everybody(client)) {
        const again = client.create("signedAgain") ?? first;
        client.submit([validator], again);
      }
      client.submit(someone(client), first);
    },
  };
}

/** The body of another client's transaction with a signature that is none: it must not burn the id. */
export function createJunkSignatures(): Strategy {
  return {
    name: "junk-signatures",
    client: (client) => {
      const seen = client.seen();
      if (seen.length === 0) return;
      const junk = withJunkSignature(client, client.random.pick(seen));
      client.submit(client.random.shuffled(everybody(client)).slice(0, 2), junk);
    },
  };
}

export function withJunkSignature(
  client: Pick<AdversaryClient, "random">,
  envelope: Uint8Array,
): Uint8Array {
  const decoded = decodeEnvelope(envelope);
  if (!decoded.ok) return Uint8Array.from([...envelope, ...randomBytes(client, 8)]);
  const signatures = decoded.value.signatures.map(() => randomBytes(client, limits.signatureBytes));
  return encodeEnvelope({ ...decoded.value, signatures });
}

/** Gives each of its transactions to one validator only, and never again. */
export function createClientToOne(): Strategy {
  return {
    name: "client-to-one",
    client: (client) => {
      const envelope = client.create("valid");
      if (envelope !== undefined) client.submit(someone(client), envelope);
    },
  };
}

const burst = 60;
const burstShare = 0.1;

/** Bursts of one sender that are more than its share of many blocks, and of a small mempool. */
export function createOversubscribed(): Strategy {
  return {
    name: "oversubscribed",
    client: (client) => {
      if (!client.random.chance(burstShare)) return;
      for (let count = 0; count < burst; count += 1) {
        const envelope = client.create("valid");
        if (envelope !== undefined) client.submit(everybody(client), envelope);
      }
    },
  };
}

/** Well-formed and signed, but with a receipt that is an error: it must stop nobody. */
export function createInvalidInContext(): Strategy {
  return {
    name: "invalid-in-context",
    client: (client) => {
      const envelope = client.create("invalidInContext");
      if (envelope === undefined) return;
      client.submit(client.random.chance(0.5) ? everybody(client) : someone(client), envelope);
    },
  };
}
