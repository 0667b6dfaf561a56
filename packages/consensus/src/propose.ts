import { encodeProposal, limits } from "@cartorio/protocol";
import { bounds } from "./bounds.ts";
import { emit, isPrimary, lastHeight, mayVote, type Replica } from "./state.ts";
import type { ReplicaEvent } from "./types.ts";

/**
 * Asks for the next proposal (docs/consensus.md 3.2). The rule: one `build` at a time, at most
 * `pipelineDepth` heights above S; what comes back is proposed if it fills a block, or if it holds
 * anything and fewer than `heightsWithRoom` heights are uncertified. So an idle cluster proposes at
 * once, and a busy one collects full blocks behind the two that are in flight. A declined `built` is
 * tried again at the next tick, or when S moves.
 */
export function tryPropose(replica: Replica): void {
  const { proposing, timers } = replica;
  if (!isPrimary(replica) || !mayVote(replica)) return;
  if (proposing.outstanding !== undefined || proposing.declined) return;
  if (timers.wallMs === undefined) return;
  const height = Math.max(proposing.nextHeight, replica.certified + 1);
  const depth = Math.min(limits.pipelineDepth, limits.window);
  if (height > replica.certified + depth || height > lastHeight(replica)) return;
  if (!replica.mempoolWaiting && !isOwed(replica, height)) return;
  proposing.nextHeight = height;
  proposing.outstanding = height;
  proposing.timeMs = timers.wallMs;
  emit(replica, { kind: "build", view: replica.view, height, time: timers.wallMs });
}

/** A block is due even if it is empty: a heartbeat, or one that a pending change of the set waits for (8). */
function isOwed(replica: Replica, height: number): boolean {
  return replica.activationHeight !== undefined || heartbeatDue(replica, height);
}

/** docs/consensus.md 7: an empty block when none came for the interval and none is on its way. */
function heartbeatDue(replica: Replica, height: number): boolean {
  if (replica.timers.sinceBlockMs < replica.parameters.heartbeatIntervalMs) return false;
  return replica.committedThrough === height - 1;
}

export function handleBuilt(
  replica: Replica,
  event: Extract<ReplicaEvent, { readonly kind: "built" }>,
): void {
  const { proposing, self } = replica;
  if (event.view !== replica.view || event.height !== proposing.outstanding) return;
  if (self === undefined || !mayVote(replica)) return;
  const { height, envelopeHashes, full } = event;
  const inFlight = height - 1 - replica.certified;
  const hasRoom = envelopeHashes.length > 0 && inFlight < bounds.heightsWithRoom;
  const worth = full || hasRoom || isOwed(replica, height);
  if (!worth || height <= replica.certified) {
    proposing.outstanding = undefined;
    proposing.declined = true;
    return;
  }
  const { epoch } = replica.validators;
  const time = proposing.timeMs;
  const proposal = encodeProposal({ epoch, height, time, proposer: self, envelopeHashes });
  const { view } = replica;
  emit(replica, {
    kind: "sign",
    journal: false,
    message: { kind: "prePrepare", view, height, proposal },
  });
}
