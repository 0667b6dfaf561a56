// What a run must show, from what was seen: the JSON of `npm run chaos -- --json` and its reasons.
import type { FaultKind } from "./schedule.ts";
import { requiredCounts } from "./schedule.ts";

/** Longest standstill that is allowed (docs/consensus.md 4: the timers of f+2 views, and catch-up). */
export const maxRecoverySeconds = 21;

/** What a run was and what was found at its end. */
export interface Findings {
  readonly minutes: number;
  readonly counts: Readonly<Record<FaultKind, number>>;
  readonly acknowledged: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly longestRecoveryMs: number;
  readonly stateRootsEqual: boolean;
  readonly guardViolations: number;
  /** Anything else that went wrong, in words. */
  readonly problems: readonly string[];
}

export interface ChaosResult {
  readonly kills: number;
  readonly pauses: number;
  readonly partitions: number;
  readonly wipes: number;
  readonly journalRollbacks: number;
  readonly directoryRestores: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly maxRecoverySeconds: number;
  readonly stateRootsEqual: boolean;
  readonly guardViolations: number;
}

export interface Verdict {
  readonly result: ChaosResult;
  /** Why the run failed; empty if it is as it must be. */
  readonly failures: readonly string[];
}

export function judge(findings: Findings): Verdict {
  const { counts, acknowledged, lost, duplicated, stateRootsEqual, guardViolations } = findings;
  const seconds = Math.ceil(findings.longestRecoveryMs / 100) / 10;
  const required = requiredCounts(findings.minutes);
  const tooFew = (Object.keys(required) as FaultKind[])
    .filter((kind) => counts[kind] < required[kind])
    .map((kind) => `${counts[kind]} of ${required[kind]} faults ${kind} were played`);
  const failures = [
    ...tooFew,
    ...(acknowledged > 0 ? [] : ["nothing was acknowledged"]),
    ...(lost === 0 ? [] : [`${lost} acknowledged transactions are missing on a node`]),
    ...(duplicated === 0 ? [] : [`${duplicated} transactions were executed more than once`]),
    ...(seconds <= maxRecoverySeconds
      ? []
      : [`the cluster stood still for ${seconds} s; ${maxRecoverySeconds} s are allowed`]),
    ...(stateRootsEqual ? [] : ["the nodes do not hold the same state"]),
    ...(guardViolations === 0
      ? []
      : [`${guardViolations} signatures were given without permission`]),
    ...findings.problems,
  ];
  const result = {
    kills: counts.kill,
    pauses: counts.pause,
    partitions: counts.partition,
    wipes: counts.wipe,
    journalRollbacks: counts.journalRollback,
    directoryRestores: counts.directoryRestore,
    ...{ acknowledged, lost, duplicated, maxRecoverySeconds: seconds, stateRootsEqual },
    guardViolations,
  };
  return { result, failures };
}
