import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { quorum } from "@cartorio/protocol";
import { chainIdOf } from "../../test/cluster/chain.ts";
import { type Audit, auditCluster } from "./audit.ts";
import { type ChaosCluster, startCluster } from "./cluster.ts";
import { createFaultsNow, type FaultsNow } from "./faults-now.ts";
import type { CertifiedHeight } from "./guard-violations.ts";
import { startLoad } from "./load.ts";
import { type MonitorOptions, startMonitor } from "./monitor.ts";
import { type ChaosOptions, help, readOptions } from "./options.ts";
import { type Played, playSchedule } from "./play-schedule.ts";
import { readCertificates, scanGuards } from "./scan-guards.ts";
import { createSchedule, type Fault, plannedMs, type Schedule } from "./schedule.ts";
import { type Findings, judge } from "./verdict.ts";

const usageExitCode = 2;
const interruptedExitCode = 130;
const progressMs = 10_000;
const shownViolations = 10;

/** Exit code: 0 if everything held, 1 if not, 2 for a wrong call, 130 if it was interrupted. */
export async function runChaos(args: readonly string[]): Promise<number> {
  let options: ChaosOptions | undefined;
  try {
    options = readOptions(args);
  } catch (error) {
    process.stderr.write(`chaos: ${error instanceof Error ? error.message : error}\n\n${help}`);
    return usageExitCode;
  }
  if (options === undefined) {
    process.stdout.write(help);
    return 0;
  }
  const schedule = createSchedule(options);
  if (options.plan) {
    process.stdout.write(`${schedule.faults.map((fault) => `${lineOf(fault)}\n`).join("")}`);
    return 0;
  }
  return perturb(schedule, options);
}

function lineOf({ number, kind, victim, startMs, durationMs, direction }: Fault): string {
  const at = `${(startMs / 1000).toFixed(1)} s`.padStart(8);
  return `${at}  ${String(number).padStart(3)}  ${kind} of validator ${victim}, ${durationMs} ms, ${direction}`;
}

async function perturb(schedule: Schedule, options: ChaosOptions): Promise<number> {
  const beginMs = performance.now();
  const say = (text: string): void => {
    const seconds = ((performance.now() - beginMs) / 1000).toFixed(1).padStart(6);
    process.stderr.write(`chaos: ${seconds} s  ${text}\n`);
  };
  const interruption = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => interruption.abort());
  const directory = await mkdtemp(join(tmpdir(), "cartorio-chaos-"));
  const { seed, validators, faults, f } = schedule;
  const plannedSeconds = Math.round(plannedMs(schedule) / 1000);
  say(`seed ${seed}: ${faults.length} faults in ${plannedSeconds} s, n = ${validators}, f = ${f}`);
  say(`starting ${validators} processes in ${directory}`);
  const stage = { directory, options, say, interruption: interruption.signal };
  const { failures, result } = judge(await findOut(schedule, stage));
  const isGood = failures.length === 0 && !interruption.signal.aborted;
  for (const failure of failures) say(`FAILED: ${failure}`);
  if (!isGood) {
    const { minutes } = options;
    say(`again: npm run chaos -- --minutes ${minutes} --seed ${seed} --validators ${validators}`);
  }
  if (options.keep || !isGood) {
    say(`logs of the nodes: ${join(directory, "logs")}; data and copies: ${directory}`);
  } else {
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  }
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : readable(result));
  if (interruption.signal.aborted) return interruptedExitCode;
  return isGood ? 0 : 1;
}

interface Stage {
  readonly directory: string;
  readonly options: ChaosOptions;
  readonly say: (text: string) => void;
  readonly interruption: AbortSignal;
}

async function findOut(schedule: Schedule, stage: Stage): Promise<Findings> {
  const { directory, options, say } = stage;
  const cluster = await startCluster({ ...schedule, directory });
  let seen: Seen;
  try {
    seen = await play(schedule, cluster, stage);
  } finally {
    await cluster.stop();
  }
  const { played, audit, certificates } = seen;
  say("all processes are stopped; reading journals and evidence");
  const violations = await scanGuards({
    chainId: chainIdOf(cluster.ready),
    dataDirectories: cluster.nodes.map(({ dataDirectory }) => dataDirectory),
    ...{ played, certificates },
  });
  return {
    ...{ minutes: options.minutes, counts: played.counts, acknowledged: seen.acknowledged },
    ...{ lost: audit.lost, duplicated: audit.duplicated, stateRootsEqual: audit.stateRootsEqual },
    longestRecoveryMs: seen.longestRecoveryMs,
    guardViolations: violations.length,
    problems: [
      ...[...played.problems, ...seen.problems, ...audit.problems],
      ...violations.slice(0, shownViolations),
    ],
  };
}

interface Seen {
  readonly played: Played;
  readonly audit: Audit;
  readonly certificates: readonly CertifiedHeight[];
  readonly acknowledged: number;
  readonly longestRecoveryMs: number;
  readonly problems: ReadonlySet<string>;
}

async function play(schedule: Schedule, cluster: ChaosCluster, stage: Stage): Promise<Seen> {
  const { options, say, interruption } = stage;
  const faults = createFaultsNow(schedule.f);
  const needed = quorum(schedule.validators);
  const onView = noticeReturns(faults, needed);
  const monitor = startMonitor({ cluster, faults, quorum: needed, say, onView });
  const load = await startLoad(cluster.ready, options.clients);
  const progress = setInterval(() => {
    const longest = (monitor.longestRecoveryMs() / 1000).toFixed(1);
    say(
      `height ${monitor.height()}, ${load.acknowledged.size} acknowledged, longest standstill ` +
        `${longest} s, faulty: ${faults.describe()}`,
    );
  }, progressMs);
  const isStopped = (): boolean => interruption.aborted;
  const played = await playSchedule(schedule, { cluster, faults, monitor, say, isStopped });
  say("the schedule is over; waiting for the last transactions");
  await load.stop();
  clearInterval(progress);
  await monitor.stop();
  const urls = cluster.nodes.map(({ rpcUrl }) => rpcUrl);
  const { acknowledged, problems } = load;
  const audit = interruption.aborted ? noAudit : await auditCluster({ urls, acknowledged, say });
  const certificates = await readCertificates(urls, monitor.height());
  return {
    ...{ played, audit, certificates, problems, acknowledged: acknowledged.size },
    longestRecoveryMs: monitor.longestRecoveryMs(),
  };
}

const noAudit: Audit = {
  height: undefined,
  stateRootsEqual: false,
  lost: 0,
  duplicated: 0,
  problems: ["it was interrupted"],
};

/** A validator is back when it answers and is connected to what it needs. */
function noticeReturns(faults: FaultsNow, needed: number): MonitorOptions["onView"] {
  const away = ["down", "paused", "cut"] as const;
  return (validator, { isAnswering, connectedTo, isReady, epoch }) => {
    if (away.some((trouble) => faults.has(validator, trouble))) return;
    if (!isAnswering || connectedTo.size + 1 < needed) return;
    faults.remove(validator, "returning");
    // Ready is who has no reason not to be: a validator that may not vote names it.
    if (isReady) faults.remember(validator, epoch);
  };
}

function readable(result: object): string {
  const entries = Object.entries(result);
  const width = Math.max(...entries.map(([name]) => name.length));
  return `${entries.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join("\n")}\n`;
}
