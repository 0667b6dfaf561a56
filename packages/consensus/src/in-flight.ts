import { hexEncode } from "@cartorio/crypto";
import type { Replica } from "./state.ts";

/**
 * Digests of the proposals whose envelopes must not be proposed again now: not executed, and committed,
 * prepared, or accepted in the current view. What only a failed view proposed is not among them, so
 * its envelopes wait again; a shell compares after each `viewEntered`.
 */
export function inFlightProposals(replica: Replica): Uint8Array[] {
  const digests = new Map<string, Uint8Array>();
  for (const slot of replica.slots.values()) {
    if (slot.height <= replica.executed) continue;
    const { accepted, committed, prepared } = slot;
    if (committed !== undefined) digests.set(committed.key, committed.digest);
    else if (prepared !== undefined)
      digests.set(hexEncode(prepared.proposalDigest), prepared.proposalDigest);
    if (accepted?.view !== replica.view) continue;
    const digest = slot.proposals.get(accepted.key)?.digest;
    if (digest !== undefined) digests.set(accepted.key, digest);
  }
  return [...digests.values()];
}
