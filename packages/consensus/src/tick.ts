import { suspectReason } from "@cartorio/protocol";
import { bounds } from "./bounds.ts";
import { catchUpDue, requestCatchUp } from "./certified.ts";
import { owesActivation } from "./epoch.ts";
import { suspectOffender } from "./evidence.ts";
import { retryPrePrepares } from "./handle-pre-prepare.ts";
import { alreadySuspecting, hasOwnSuspect, leaveIfSuspected, suspect } from "./handle-suspect.ts";
import { hasUnfinished, windowClosed } from "./progress.ts";
import { judgeSpeed } from "./slow-primary.ts";
import { emit, type Replica } from "./state.ts";
import { buildStatus } from "./status.ts";
import { measureTenure } from "./tenure.ts";
import type { ReplicaEvent } from "./types.ts";

type Tick = Extract<ReplicaEvent, { readonly kind: "tick" }>;

/** Time passes only here: monotonic time for timers, the wall clock for proposals (docs/consensus.md 4, 7). */
export function handleTick(replica: Replica, event: Tick): void {
  const deltaMs = advanceClock(replica, event);
  replica.proposing.declined = false;
  if (catchUpDue(replica)) requestCatchUp(replica);
  if (replica.self === undefined || replica.closed) return;
  retryPrePrepares(replica);
  if (replica.halted.size === 0) {
    measureTenure(replica, deltaMs);
    if (replica.active) runProgressTimer(replica, deltaMs);
    else runNewViewTimer(replica, deltaMs);
    judgeSpeed(replica);
    suspectOffender(replica);
    rotate(replica);
    leaveIfSuspected(replica);
  }
  sendAgain(replica);
}

/** A jump counts as at most `maxTickMs`: after a pause of the process the timers have not expired. */
function advanceClock(replica: Replica, event: Tick): number {
  const { timers } = replica;
  const last = timers.monotonicMs ?? event.monotonicMs;
  const deltaMs = Math.min(Math.max(0, event.monotonicMs - last), bounds.maxTickMs);
  timers.monotonicMs = event.monotonicMs;
  timers.wallMs = event.wallMs;
  timers.elapsedMs += deltaMs;
  timers.sinceStatusMs += deltaMs;
  timers.sinceResendMs += deltaMs;
  timers.sinceCatchUpMs += deltaMs;
  if (timers.elapsedMs - replica.answerWindowMs >= 1000) {
    replica.answerWindowMs = timers.elapsedMs;
    replica.answered.clear();
  }
  return deltaMs;
}

/**
 * docs/consensus.md 4: runs while an admissible transaction waits or an accepted proposal is not
 * committed, paused while the window is closed; 7: two heartbeats without a block are no progress.
 */
function runProgressTimer(replica: Replica, deltaMs: number): void {
  const { timers, parameters } = replica;
  timers.inViewMs += deltaMs;
  if (windowClosed(replica)) return;
  timers.sinceBlockMs += deltaMs;
  const waits = replica.mempoolWaiting || hasUnfinished(replica) || owesActivation(replica);
  if (waits) timers.progressMs += deltaMs;
  else timers.progressMs = 0;
  const silenceMs = bounds.silentHeartbeats * parameters.heartbeatIntervalMs;
  const silentMs = Math.min(timers.sinceBlockMs, timers.inViewMs);
  if (timers.progressMs < timers.timeoutMs && silentMs < silenceMs) return;
  if (!alreadySuspecting(replica)) suspect(replica, suspectReason.noProgress);
}

/**
 * Castro-Liskov 4.5.2, docs/consensus.md 4: starts when Q ViewChanges for the view are held. One for a
 * higher view counts too: its sender has left this view for good and kept only the newest message,
 * so without it the rest could wait for ever.
 */
function runNewViewTimer(replica: Replica, deltaMs: number): void {
  let left = 0;
  for (const { body } of replica.viewChanges.values()) if (body.view >= replica.view) left += 1;
  if (left < replica.quorum) return;
  replica.timers.newViewMs += deltaMs;
  if (replica.timers.newViewMs < replica.timers.timeoutMs) return;
  if (!alreadySuspecting(replica)) suspect(replica, suspectReason.noProgress);
}

/** docs/consensus.md 4: a planned view change ends every tenure. One validator has nobody to rotate to. */
function rotate(replica: Replica): void {
  if (!replica.active || replica.n === 1) return;
  const { rotationBlocks, rotationTimeMs } = replica.parameters;
  const blocks = replica.certified - replica.certifiedAtEntry;
  if (blocks < rotationBlocks && replica.timers.inViewMs < rotationTimeMs) return;
  if (hasOwnSuspect(replica) || alreadySuspecting(replica)) return;
  suspect(replica, suspectReason.rotation);
}

/** docs/consensus.md 4 and 6: nothing is sent only once. */
function sendAgain(replica: Replica): void {
  const { timers, self } = replica;
  if (timers.sinceStatusMs >= bounds.statusIntervalMs) {
    timers.sinceStatusMs = 0;
    const message = { kind: "status", value: buildStatus(replica) } as const;
    emit(replica, { kind: "send", to: "all", message });
  }
  if (replica.active || timers.sinceResendMs < bounds.resendIntervalMs) return;
  const own = self === undefined ? undefined : replica.viewChanges.get(self);
  if (own === undefined || own.body.view !== replica.view) return;
  timers.sinceResendMs = 0;
  emit(replica, { kind: "send", to: "all", message: { kind: "viewChange", value: own.signed } });
}
