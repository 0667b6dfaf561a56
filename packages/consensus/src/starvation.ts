import { limits, suspectReason } from "@cartorio/protocol";
import { alreadySuspecting, hasOwnSuspect, suspect } from "./handle-suspect.ts";
import { isPrimary, maySign, type Replica } from "./state.ts";
import { mayJudgePrimary } from "./tenure.ts";

/**
 * The shell found that the primary passes a transaction over (docs/consensus.md 4). The Suspect carries
 * it, so that the others can judge by themselves; one per view is enough.
 */
export function handleStarved(replica: Replica, envelope: Uint8Array): void {
  if (!maySign(replica) || isPrimary(replica) || !mayJudgePrimary(replica)) return;
  if (envelope.length === 0 || envelope.length > limits.maxEnvelopeBytes) return;
  if (hasOwnSuspect(replica) || alreadySuspecting(replica)) return;
  suspect(replica, suspectReason.starvation, envelope);
}
