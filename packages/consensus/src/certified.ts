import { equalBytes } from "@cartorio/crypto";
import {
  encodeConsensusMessage,
  type FinalityCertificate,
  type JournalRecord,
  limits,
} from "@cartorio/protocol";
import { bounds } from "./bounds.ts";
import { closeIfOver } from "./epoch.ts";
import { halt } from "./halt.ts";
import { advanceCommitted, resetProgress } from "./progress.ts";
import { emit, forgetBelow, type Replica } from "./state.ts";

/**
 * A verified finality certificate: the only thing that moves S, the window and the watermarks
 * (docs/consensus.md 3.6; Castro-Liskov 4.3: stable checkpoint).
 */
export function adoptCertificate(replica: Replica, certificate: FinalityCertificate): void {
  if (contradicts(replica, certificate)) return;
  const { height, headerHash } = certificate;
  if (height <= replica.certified || certificate.epoch !== replica.validators.epoch) return;
  const blocks = height - replica.certified;
  replica.certified = height;
  replica.certificate = certificate;
  replica.certifiedHeaders.set(height, headerHash);
  forgetBelow(replica.certifiedHeaders, height - limits.window);
  halveTimeout(replica, blocks);
  resetProgress(replica, height);
  replica.proposing.declined = false;
  replica.waitingCertificates.set(height, certificate);
  boundWaiting(replica);
  settleCertificates(replica);
  advanceCommitted(replica);
  prune(replica);
  if (replica.executed < height) requestCatchUp(replica);
  closeIfOver(replica);
}

/** Emits `certified` for executed heights, in order, after comparing the headers (docs/consensus.md 10). */
export function settleCertificates(replica: Replica): void {
  const ready = [...replica.waitingCertificates.keys()]
    .filter((height) => height <= replica.executed)
    .sort((a, b) => a - b);
  for (const height of ready) {
    const certificate = replica.waitingCertificates.get(height);
    replica.waitingCertificates.delete(height);
    if (certificate === undefined || contradicts(replica, certificate)) continue;
    emit(replica, { kind: "certified", certificate });
  }
}

/**
 * Slots are needed until their height is certified, and committed ones until it is executed too; far
 * behind, catch-up brings the blocks instead, so that the slots stay bounded.
 */
export function prune(replica: Replica): void {
  const settled = Math.min(replica.certified, replica.executed);
  const kept = replica.executed + limits.window;
  for (const { height, committed } of replica.slots.values()) {
    const needed = committed !== undefined && height > settled && height <= kept;
    if (height <= replica.certified && !needed) replica.slots.delete(height);
  }
  forgetBelow(replica.headers, settled - limits.window);
  forgetBelow(replica.ownCheckpoints, settled + 1);
  // Between two ticks S may pass several windows: what is held back for them would pile up.
  for (const key of replica.waitingPrePrepares.keys())
    if (Number(key.split("/")[1]) <= replica.certified) replica.waitingPrePrepares.delete(key);
}

/** The certificate of S as a journal record, unless a durable one is known. */
export function newestCertificateRecords(replica: Replica): JournalRecord[] {
  const { certificate } = replica;
  if (certificate === undefined || replica.certified <= replica.certifiedDurable) return [];
  replica.certifiedDurable = replica.certified;
  const message = encodeConsensusMessage({ kind: "certificate", value: certificate });
  return [{ kind: "message", message }];
}

/** True if the heights above what was executed cannot all be executed from what this replica holds. */
export function lacksBlocks(replica: Replica): boolean {
  for (let height = replica.executed + 1; height <= replica.certified; height += 1) {
    const slot = replica.slots.get(height);
    const committed = slot?.committed;
    if (slot === undefined || committed === undefined) return true;
    if (slot.proposals.get(committed.key)?.bodies !== "durable") return true;
  }
  return false;
}

export function requestCatchUp(replica: Replica): void {
  if (!lacksBlocks(replica)) return;
  replica.timers.sinceCatchUpMs = 0;
  emit(replica, { kind: "catchUp", height: replica.certified });
}

/** Two certificates of different content: SAFETY_VIOLATION; an own header unlike the certified one: STATE_DIVERGED. */
function contradicts(replica: Replica, certificate: FinalityCertificate): boolean {
  const { height, headerHash } = certificate;
  const certified = replica.certifiedHeaders.get(height);
  const evidence = [encodeConsensusMessage({ kind: "certificate", value: certificate })];
  if (certified !== undefined && !equalBytes(certified, headerHash)) {
    halt(replica, { code: "SAFETY_VIOLATION", height, evidence: [...evidence, certified] });
    return true;
  }
  const own = replica.headers.get(height);
  if (own === undefined || equalBytes(own, headerHash)) return false;
  halt(replica, { code: "STATE_DIVERGED", height, evidence: [...evidence, own] });
  return true;
}

/** docs/consensus.md 4: halved per certified block, not reset at once. */
function halveTimeout(replica: Replica, blocks: number): void {
  const base = replica.parameters.baseTimeoutMs;
  let timeoutMs = replica.timers.timeoutMs;
  for (let block = 0; block < blocks && timeoutMs > base; block += 1) timeoutMs /= 2;
  replica.timers.timeoutMs = Math.max(base, Math.floor(timeoutMs));
}

function boundWaiting(replica: Replica): void {
  while (replica.waitingCertificates.size > limits.window) {
    replica.waitingCertificates.delete(Math.min(...replica.waitingCertificates.keys()));
  }
}

/** Is catch-up to be asked for again? */
export function catchUpDue(replica: Replica): boolean {
  return (
    replica.executed < replica.certified &&
    replica.timers.sinceCatchUpMs >= bounds.catchUpIntervalMs
  );
}
