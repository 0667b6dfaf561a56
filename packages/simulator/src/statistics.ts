/** What a run counts; sums over runs are what `--json` prints. */
export interface Statistics {
  deliveries: number;
  /** Over time and receiver of every delivery: equal for equal runs. */
  fingerprint: number;
  crashes: number;
  viewChanges: number;
  unplannedViewChanges: number;
  /** What Byzantine nodes sent and the edge of others refused, by kind. */
  readonly refused: Map<string, number>;
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
    refused: new Map(),
    faults: new Map(),
  };
}

export function countFault(statistics: Statistics, kind: string): void {
  statistics.faults.set(kind, (statistics.faults.get(kind) ?? 0) + 1);
}

export function countRefusal(statistics: Statistics, kind: string): void {
  statistics.refused.set(kind, (statistics.refused.get(kind) ?? 0) + 1);
}
