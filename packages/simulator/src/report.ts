// Sums over seeds, and what `npm run sim` prints of them.
import type { RunResult } from "./simulation.ts";

/** One seed as a worker process tells it. */
export interface SeedReport {
  readonly seed: number;
  readonly reason: string | undefined;
  readonly commits: number;
  readonly deliveries: number;
  readonly viewChanges: number;
  readonly unplannedViewChanges: number;
  readonly crashes: number;
  readonly strategies: readonly string[];
  readonly faults: Readonly<Record<string, number>>;
  readonly simulatedMs: number;
  /** Wall-clock time of the process for this seed. */
  readonly realMs: number;
}

export function seedReport(result: RunResult, realMs: number): SeedReport {
  const { statistics } = result;
  return {
    seed: result.seed,
    reason: result.reason,
    commits: result.commits,
    deliveries: statistics.deliveries,
    viewChanges: statistics.viewChanges,
    unplannedViewChanges: statistics.unplannedViewChanges,
    crashes: statistics.crashes,
    strategies: result.byzantine,
    faults: Object.fromEntries(statistics.faults),
    simulatedMs: result.simulatedMs,
    realMs,
  };
}

/** The last line of `--json`. */
export interface SimReport {
  readonly seeds: number;
  readonly violations: number;
  readonly commits: number;
  readonly viewChanges: number;
  readonly unplannedViewChanges: number;
  readonly crashes: number;
  readonly byzantineRuns: number;
  readonly strategies: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<string, number>>;
  readonly simulatedSeconds: number;
  readonly realSeconds: number;
  /** Of one process on one core: all deliveries by the time that the processes spent in seeds. */
  readonly deliveriesPerRealSecond: number;
}

export interface Totals {
  readonly reports: SeedReport[];
  readonly startedMs: number;
}

function sum(reports: readonly SeedReport[], of: (report: SeedReport) => number): number {
  return reports.reduce((total, report) => total + of(report), 0);
}

function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([left], [right]) => (left < right ? -1 : 1)));
}

export function simReport({ reports, startedMs }: Totals, nowMs: number): SimReport {
  const strategies = new Map<string, number>();
  const faults = new Map<string, number>();
  for (const report of reports) {
    for (const name of new Set(report.strategies))
      strategies.set(name, (strategies.get(name) ?? 0) + 1);
    for (const [kind, count] of Object.entries(report.faults))
      faults.set(kind, (faults.get(kind) ?? 0) + count);
  }
  const workMs = sum(reports, ({ realMs }) => realMs);
  const deliveries = sum(reports, (report) => report.deliveries);
  return {
    seeds: reports.length,
    violations: reports.filter(({ reason }) => reason !== undefined).length,
    commits: sum(reports, ({ commits }) => commits),
    viewChanges: sum(reports, ({ viewChanges }) => viewChanges),
    unplannedViewChanges: sum(reports, (report) => report.unplannedViewChanges),
    crashes: sum(reports, ({ crashes }) => crashes),
    byzantineRuns: reports.filter((report) => report.strategies.length > 0).length,
    strategies: sorted(strategies),
    faults: sorted(faults),
    simulatedSeconds: Math.round(sum(reports, ({ simulatedMs }) => simulatedMs) / 1000),
    realSeconds: Math.round((nowMs - startedMs) / 100) / 10,
    deliveriesPerRealSecond: workMs === 0 ? 0 : Math.round((deliveries / workMs) * 1000),
  };
}

export function progressLine({ reports, startedMs }: Totals, wanted: number): string {
  const seconds = Math.round((performance.now() - startedMs) / 1000);
  const failed = reports.filter(({ reason }) => reason !== undefined).length;
  const commits = sum(reports, (report) => report.commits);
  return `${reports.length} of ${wanted} seeds, ${commits} commits, ${failed} failed, ${seconds} s`;
}

export function summary(report: SimReport, reports: readonly SeedReport[]): string {
  const { seeds, violations, commits, viewChanges, unplannedViewChanges } = report;
  const left = reports.filter((entry) => entry.unplannedViewChanges > 0).length;
  return [
    `${seeds} seeds, ${violations} failed: ${commits} commits, ${viewChanges} view changes`,
    `${unplannedViewChanges} of them unplanned in ${left} seeds, ${report.crashes} crashes`,
    `${report.simulatedSeconds} s simulated in ${report.realSeconds} s, ${report.deliveriesPerRealSecond} deliveries per second and core`,
  ].join(", ");
}
