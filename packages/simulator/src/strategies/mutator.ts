import {
  type ConsensusMessage,
  decodeConsensusMessage,
  decodeNewViewBody,
  decodeProposal,
  decodeSuspectBody,
  decodeViewChangeBody,
  encodeConsensusMessage,
  encodeNewViewBody,
  encodeProposal,
  encodeSuspectBody,
  encodeViewChangeBody,
  limits,
  type SignedBody,
} from "@cartorio/protocol";
import type { Random } from "../random.ts";
import type { Adversary, Strategy } from "../strategy.ts";
import { isOwn } from "./own-messages.ts";

const share = 0.3;

/** Changes one field of a message, signs that again with the own key and sends it. */
export function createMutator(): Strategy {
  return {
    name: "mutator",
    outgoing: (a, to, message) => {
      for (const peer of to) {
        const changed = a.random.chance(share) ? mutateMessage(a, message) : undefined;
        a.send([peer], changed ?? message);
        // Both now and then: the second one must not take the place of the first.
        if (changed !== undefined && a.random.chance(0.5)) a.send([peer], message);
      }
    },
  };
}

/** Undefined if what comes out has no encoding: then nobody could send it. */
export function mutateMessage(
  a: Adversary,
  message: ConsensusMessage,
): ConsensusMessage | undefined {
  try {
    const changed = isOwn(a, message) ? mutateOwn(a, message) : mutated(a.random, message);
    if (changed === undefined) return undefined;
    const decoded = decodeConsensusMessage(encodeConsensusMessage(changed));
    return decoded.ok ? decoded.value : undefined;
  } catch (error) {
    // An encoder refuses what is out of bounds.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function mutateOwn(a: Adversary, message: ConsensusMessage): ConsensusMessage | undefined {
  const { random } = a;
  switch (message.kind) {
    case "prePrepare": {
      const decoded = decodeProposal(message.value.proposal);
      if (!decoded.ok) return undefined;
      const { view, proposal } = mutated(random, {
        view: message.value.view,
        proposal: decoded.value,
      });
      const { height } = proposal;
      const bytes = encodeProposal(proposal);
      return a.sign({ kind: "prePrepare", view, height, proposal: bytes }, proposal.epoch);
    }
    case "vote": {
      const { kind, epoch, view, height, proposalDigest } = message.value;
      const changed = mutated(random, { vote: kind, epoch, view, height, proposalDigest });
      return a.sign({ kind: "vote", ...changed }, changed.epoch);
    }
    case "checkpoint": {
      const { epoch, height, headerHash } = message.value;
      const changed = mutated(random, { epoch, height, headerHash });
      return a.sign({ kind: "checkpoint", ...changed }, changed.epoch);
    }
    case "suspect":
    case "viewChange":
    case "newView": {
      const body = mutatedBody(random, message.kind, message.value);
      return body && a.sign({ kind: message.kind, body });
    }
    case "status":
    case "certificate":
      return mutated(random, message);
  }
}

function mutatedBody(
  random: Random,
  kind: "suspect" | "viewChange" | "newView",
  signed: SignedBody,
): Uint8Array | undefined {
  if (kind === "suspect") {
    const body = decodeSuspectBody(signed.body);
    return body.ok ? encodeSuspectBody(mutated(random, body.value)) : undefined;
  }
  if (kind === "viewChange") {
    const body = decodeViewChangeBody(signed.body);
    return body.ok ? encodeViewChangeBody(mutated(random, body.value)) : undefined;
  }
  const body = decodeNewViewBody(signed.body);
  return body.ok ? encodeNewViewBody(mutated(random, body.value)) : undefined;
}

/** A copy with one leaf changed; the shape stays, so the type does. */
export function mutated<T>(random: Random, value: T): T {
  return change(random, value) as T;
}

function change(random: Random, value: unknown): unknown {
  if (typeof value === "number") return changeNumber(random, value);
  if (typeof value === "boolean") return !value;
  if (value instanceof Uint8Array) return changeBytes(random, value);
  if (Array.isArray(value)) return changeList(random, value);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  // A kind is not a field: another kind has other fields.
  const fields = entries.filter(([name, field]) => name !== "kind" && field !== undefined);
  if (fields.length === 0) return value;
  const [name, field] = random.pick(fields);
  return { ...value, [name]: change(random, field) };
}

function changeNumber(random: Random, value: number): number {
  const near = [value + 1, Math.max(0, value - 1), value + random.between(2, 40)];
  return random.pick([...near, 0, limits.maxInteger, random.between(0, 2 ** 31)]);
}

function changeBytes(random: Random, value: Uint8Array): Uint8Array {
  if (value.length === 0) return Uint8Array.of(random.between(0, 255));
  const copy = value.slice();
  const at = random.between(0, copy.length - 1);
  copy[at] = (copy[at] ?? 0) ^ (1 << random.between(0, 7));
  return random.pick([copy, copy, new Uint8Array(value.length), value.slice(0, at)]);
}

function changeList(random: Random, value: readonly unknown[]): unknown[] {
  if (value.length === 0) return [];
  const at = random.between(0, value.length - 1);
  const item = value[at];
  switch (random.between(0, 4)) {
    case 0:
      return value.filter((_, index) => index !== at);
    case 1:
      return [...value.slice(0, at), item, ...value.slice(at)];
    case 2:
      return [...value].reverse();
    default:
      return value.map((other, index) => (index === at ? change(random, other) : other));
  }
}
