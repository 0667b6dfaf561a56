// Several transactions at once, simulations, and receipts that are verified.
import { decodeValidatorSet, type ValidatorSet } from "@cartorio/protocol";
import { beforeAll, describe, expect, it } from "vitest";
import {
  buildTransaction,
  type Client,
  createClient,
  credentialAnchor,
  fetchReceipt,
  followValidators,
  freeze,
  governancePropose,
  signTransaction,
  simulateProposal,
  simulateTransaction,
  submitBatch,
  unsignedEnvelope,
} from "../src/index.ts";
import { createHarness, type Harness, type TestIssuer } from "./support/harness.ts";

let harness: Harness;
let issuer: TestIssuer;

beforeAll(async () => {
  harness = createHarness();
  issuer = await harness.createIssuer("university");
});

function bodyOf(hash: string): Uint8Array {
  const { did, signer } = issuer;
  return buildTransaction({
    chainId: harness.anchor.chainId,
    signers: [{ did, multikey: signer.multikey, role: "author" }],
    operations: [credentialAnchor({ issuer: did, hash })],
    validUntil: harness.clock.now() + 60_000,
  });
}

/** A client whose gateway tells it something else than the real one in one member. */
function lyingClient(change: (answer: Record<string, unknown>) => unknown): Client {
  const { transport } = harness.client;
  return createClient({
    anchor: harness.anchor,
    clock: harness.clock,
    transport: {
      async request(...call) {
        const answer = await transport.request(...call);
        return change(structuredClone(answer) as Record<string, unknown>);
      },
    },
  });
}

describe("submitBatch", () => {
  it("says of each whether it was taken", async () => {
    const good = await signTransaction(bodyOf("11".repeat(32)), [issuer.signer]);
    const unsigned = unsignedEnvelope(bodyOf("12".repeat(32)));
    const answers = await submitBatch(harness.client, { envelopes: [good, unsigned, good] });
    expect(answers).toEqual([
      { ok: true, id: expect.any(String), known: false },
      { ok: false, code: "SIGNATURE_INVALID" },
      { ok: true, id: expect.any(String), known: true },
    ]);
  });

  it("takes no answers that do not fit what was asked", async () => {
    const client = lyingClient((answer) => ({ ...answer, results: [] }));
    const envelopes = [unsignedEnvelope(bodyOf("13".repeat(32)))];
    await expect(submitBatch(client, { envelopes })).rejects.toThrow("ANSWER_INVALID");
  });
});

describe("simulateTransaction", () => {
  it("tries a transaction before anybody signs it", async () => {
    const hash = "21".repeat(32);
    const envelope = unsignedEnvelope(bodyOf(hash));
    const first = await simulateTransaction(harness.client, { envelope });
    expect(first).toMatchObject({ receipt: { code: "APPLIED" }, settled: true, missing: [0] });
    await harness.send(issuer, credentialAnchor({ issuer: issuer.did, hash }));
    const second = await simulateTransaction(harness.client, { envelope });
    expect(second.receipt.code).toBe("CREDENTIAL_ALREADY_ANCHORED");
    expect(second.height).toBe(first.height + 1);
  });

  it("throws for what is no body", () => {
    expect(() => unsignedEnvelope(Uint8Array.of(1))).toThrow("NOT_CANONICAL");
  });
});

describe("fetchReceipt", () => {
  const anchored = () =>
    harness.send(issuer, credentialAnchor({ issuer: issuer.did, hash: "31".repeat(32) }));
  let id: string;
  let validators: ValidatorSet;
  beforeAll(async () => {
    id = await anchored();
    validators = (await followValidators(harness.client)).set;
  });

  it("verifies it by a set that was followed from the trust anchor", async () => {
    const proven = await fetchReceipt(harness.client, { id, validators });
    const { header, headerHash } = harness.node.chain.latest();
    expect(proven).toMatchObject({
      receipt: { code: "APPLIED" },
      height: header.height,
      time: header.time,
      headerHash,
      index: 0,
    });
  });

  it.each<readonly [string, (answer: Record<string, Record<string, unknown>>) => void, string]>([
    [
      "no certificate",
      ({ inclusion }) => Object.assign(inclusion ?? {}, { certificate: null }),
      "NOT_FOUND",
    ],
    ["another place", (answer) => Object.assign(answer, { index: 1 }), "PROOF_INVALID"],
    [
      "another path",
      ({ inclusion }) => Object.assign(inclusion ?? {}, { path: ["00".repeat(32)] }),
      "PROOF_INVALID",
    ],
  ])("refuses %s", async (_, change, code) => {
    const client = lyingClient((answer) => {
      change(answer as Record<string, Record<string, unknown>>);
      return answer;
    });
    await expect(fetchReceipt(client, { id, validators })).rejects.toThrow(code);
  });

  it("believes the proven bytes, not what is said beside them", async () => {
    const client = lyingClient((answer) => {
      const receipt = { ...(answer["receipt"] as object), code: "UNAUTHORISED" };
      return { ...answer, receipt };
    });
    expect((await fetchReceipt(client, { id, validators })).receipt.code).toBe("APPLIED");
  });

  it("refuses the receipt of another transaction", async () => {
    const other = await harness.send(
      issuer,
      credentialAnchor({ issuer: issuer.did, hash: "32".repeat(32) }),
    );
    const { transport } = harness.client;
    const client = createClient({
      anchor: harness.anchor,
      clock: harness.clock,
      transport: {
        request: (method, params, options) =>
          transport.request(method, { ...(params as object), id: other }, options),
      },
    });
    await expect(fetchReceipt(client, { id, validators })).rejects.toThrow("PROOF_INVALID");
  });

  it("refuses a certificate of other validators", async () => {
    const stranger = createHarness("elsewhere").node.chain.validatorSet(1);
    const set = decodeValidatorSet(stranger);
    if (!set.ok) throw new Error(set.code);
    const asked = fetchReceipt(harness.client, { id, validators: set.value });
    await expect(asked).rejects.toThrow("PROOF_INVALID");
  });
});

describe("simulateProposal", () => {
  it("asks about a proposal to come in its JSON form", async () => {
    const action = freeze({ did: issuer.did, until: harness.clock.now() + 60_000 });
    const { operation } = governancePropose({
      proposer: issuer.did,
      action,
      expires: harness.clock.now() + 60_000,
    });
    if (operation.kind !== "governancePropose") throw new Error("no proposal");
    const answer = await simulateProposal(harness.client, { proposal: operation.value });
    expect(answer).toMatchObject({ code: "APPLIED", members: undefined, validators: undefined });
  });

  it("throws for one that is not there", async () => {
    const asked = simulateProposal(harness.client, { hash: "00".repeat(32) });
    await expect(asked).rejects.toThrow("NOT_FOUND");
  });
});
