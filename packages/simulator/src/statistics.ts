/** What a run counts; sums over runs are what `--json` prints. */
export interface Statistics {
  deliveries: number;
  /** Over time and receiver of every delivery: equal for equal runs. */
  fingerprint: number;
  crashes: number;
  viewChanges: number;
  unplannedViewChanges: number;
  /** How often each kind of fault struck. */
  readonly faults: Map<string, number>;
}

export function createStatistics(): Statistics {
  return {
    deliveries: 0,
    fingerprint: 0,
    crashes: 0,
    viewChanges: 0,
    unplannedViewChanges: 0,
    faults: new Map(),
  };
}

export function countFault(statistics: Statistics, kind: string): void {
  statistics.faults.set(kind, (statistics.faults.get(kind) ?? 0) + 1);
}
