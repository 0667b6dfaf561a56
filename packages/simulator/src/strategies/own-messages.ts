import { sha256 } from "@cartorio/crypto";
import { type ConsensusMessage, decodeProposal, type Proposal } from "@cartorio/protocol";
import type { Adversary } from "../strategy.ts";

/** Did this validator sign it itself? Status and certificates have no author. */
export function isOwn(a: Adversary, message: ConsensusMessage): boolean {
  return authorOf(message) === a.index;
}

export function authorOf(message: ConsensusMessage): number | undefined {
  if (message.kind === "status" || message.kind === "certificate") return undefined;
  return message.value.validator;
}

/** The proposal inside an own PrePrepare; undefined for anything else. */
export function ownProposal(a: Adversary, message: ConsensusMessage): Proposal | undefined {
  if (message.kind !== "prePrepare" || !isOwn(a, message)) return undefined;
  const decoded = decodeProposal(message.value.proposal);
  return decoded.ok ? decoded.value : undefined;
}

/** S of the honest part. */
export function certifiedHeight(a: Adversary): number {
  return a.replica()?.certified ?? 0;
}

/** Is it the own turn to propose, in a view that has begun? */
export function leads(a: Adversary): boolean {
  const replica = a.replica();
  return replica?.active === true && replica.view % replica.n === replica.self;
}

/** Another digest of the same kind, always the same for one digest. */
export function otherDigest(digest: Uint8Array): Uint8Array {
  return sha256(digest);
}

export function randomBytes(a: Pick<Adversary, "random">, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => a.random.between(0, 255));
}

/** Two halves of the peers, drawn by chance; the first holds one more if the number is odd. */
export function halves(a: Adversary): readonly [readonly number[], readonly number[]] {
  const order = a.random.shuffled(a.peers());
  const middle = Math.ceil(order.length / 2);
  return [order.slice(0, middle), order.slice(middle)];
}

/** The peers in an order that a number decides: equal numbers, equal orders, and no memory of them. */
export function peersBy(a: Adversary, number: number): readonly number[] {
  const peers = a.peers();
  const first = number % Math.max(1, peers.length);
  return [...peers.slice(first), ...peers.slice(0, first)];
}

/** Draws again when the key changes: one choice per view, height or period. */
export function drawnPer<K, V>(draw: (a: Adversary) => V): (a: Adversary, key: K) => V {
  let drawn: { readonly key: K; readonly value: V } | undefined;
  return (a, key) => {
    if (drawn === undefined || drawn.key !== key) drawn = { key, value: draw(a) };
    return drawn.value;
  };
}
