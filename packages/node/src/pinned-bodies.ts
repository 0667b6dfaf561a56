// Proposals in flight with their envelopes. An envelope named by an accepted proposal stays here
// until its height is certified, so that every replica that lacks it can get it
// (docs/consensus.md 3.4 and 5).
import { byteKey } from "@cartorio/crypto";
import type { DecodedEnvelope, Proposal } from "@cartorio/protocol";

export interface PinnedProposal {
  readonly bytes: Uint8Array;
  readonly proposal: Proposal;
  readonly envelopes: readonly DecodedEnvelope[];
}

/** Owned by one node; bounded by the window: the replica asks only for heights in (S, S+W]. */
export interface PinnedBodies {
  readonly byDigest: Map<string, PinnedProposal>;
  readonly envelopes: Map<string, DecodedEnvelope>;
}

export function createPinnedBodies(): PinnedBodies {
  return { byDigest: new Map(), envelopes: new Map() };
}

export function pin(pinned: PinnedBodies, digest: Uint8Array, body: PinnedProposal): void {
  pinned.byDigest.set(byteKey(digest), body);
  for (const envelope of body.envelopes) pinned.envelopes.set(byteKey(envelope.hash), envelope);
}

export function pinnedProposal(
  pinned: PinnedBodies,
  digest: Uint8Array,
): PinnedProposal | undefined {
  return pinned.byDigest.get(byteKey(digest));
}

export function pinnedEnvelope(
  pinned: PinnedBodies,
  hash: Uint8Array,
): DecodedEnvelope | undefined {
  return pinned.envelopes.get(byteKey(hash));
}

/** Heights at or below the certified one no longer need their bodies: the stored blocks serve them. */
export function unpinThrough(pinned: PinnedBodies, certifiedHeight: number): void {
  const gone = [...pinned.byDigest].filter(([, body]) => body.proposal.height <= certifiedHeight);
  if (gone.length === 0) return;
  for (const [digest, body] of gone) {
    pinned.byDigest.delete(digest);
    for (const envelope of body.envelopes) pinned.envelopes.delete(byteKey(envelope.hash));
  }
  // An envelope may be named by a proposal that stays.
  for (const body of pinned.byDigest.values())
    for (const envelope of body.envelopes) pinned.envelopes.set(byteKey(envelope.hash), envelope);
}
