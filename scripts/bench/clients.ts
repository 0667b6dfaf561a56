// Many waiting clients on one gateway must not slow consensus: what a commit takes without and with them.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { hexDecode } from "@cartorio/crypto";
import { type DevnetReady, startDevnet } from "../../test/cluster/devnet-process.ts";
import { pick, readAuthors } from "./devnet-authors.ts";
import { type PreparedTransaction, prepareAnchor, rpcBatch, submitAll } from "./load.ts";
import { openClients, waitMs } from "./many-clients.ts";
import { ownLimits, tooFewFiles } from "./open-files.ts";

const help = `npm run bench -- --suite clients [--waiters N] [--subscribers N] [--commits N] [--json]

Starts four validator processes and measures what a commit takes through one gateway: alone, and while N
clients wait in tx_wait and N WebSockets subscribe to its blocks; three times, in turns. At the end every
transaction that is waited for is handed in: each waiter must get it, each subscriber every block once.

  npm run bench -- --suite clients --json
`;

interface Options {
  readonly waiters: number;
  readonly subscribers: number;
  readonly commits: number;
  readonly json: boolean;
}

const rounds = 3;
/** Of each gateway, when all that is waited for is handed in. */
const batchesAtOnce = 4;

/** Exit code 0: at most twice as slow and nothing lost; 1 otherwise; 2 for a wrong call or too few open files. */
export async function benchClients(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (options === undefined) return;
  const mistake = tooFewFiles(await ownLimits(), options.waiters + options.subscribers);
  if (mistake !== undefined) {
    process.stderr.write(`bench: ${mistake}\n`);
    process.exitCode = 2;
    return;
  }
  const directory = await mkdtemp(join(tmpdir(), "cartorio-bench-"));
  const say = (text: string): void => {
    const load = loadavg()[0] ?? 0;
    process.stderr.write(`bench: ${text} (load average ${load.toFixed(1)})\n`);
  };
  const devnet = await startDevnet(join(directory, "devnet"));
  try {
    const report = await measure(devnet.ready, options, say);
    process.stdout.write(
      `${options.json ? JSON.stringify(report) : JSON.stringify(report, null, 2)}\n`,
    );
    const isGood = report.ratio <= 2 && report.lost === 0 && report.gaps === 0;
    process.exitCode = isGood ? 0 : 1;
  } finally {
    await devnet.process.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

function readOptions(args: readonly string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        suite: { type: "string" },
        waiters: { type: "string", default: "10000" },
        subscribers: { type: "string", default: "2000" },
        commits: { type: "string", default: "30" },
        json: { type: "boolean", default: false },
      },
    });
    const [waiters, subscribers, commits] = [
      values.waiters,
      values.subscribers,
      values.commits,
    ].map(Number);
    const all = [waiters, subscribers, commits];
    if (!all.every((value) => Number.isSafeInteger(value) && Number(value) > 0)) {
      throw new Error("--waiters, --subscribers and --commits need whole numbers above 0");
    }
    return {
      waiters: waiters ?? 0,
      subscribers: subscribers ?? 0,
      commits: commits ?? 0,
      json: values.json,
    };
  } catch (error) {
    process.stderr.write(`bench: ${error instanceof Error ? error.message : error}\n\n${help}`);
    process.exitCode = 2;
    return undefined;
  }
}

interface Report {
  readonly suite: "clients";
  readonly waiters: number;
  readonly subscribers: number;
  readonly aloneP50Ms: number;
  readonly loadedP50Ms: number;
  /** The median of the rounds. */
  readonly ratio: number;
  readonly lost: number;
  /** Waits that ended with their connection; the client asked again. */
  readonly cuts: number;
  readonly gaps: number;
  readonly rssMegabytes: number;
  readonly rssLoadedMegabytes: number;
}

async function measure(
  devnet: DevnetReady,
  options: Options,
  say: (text: string) => void,
): Promise<Report> {
  const { waiters, subscribers, commits } = options;
  const { rpcUrl: url, pid } = pick(devnet.nodes, 0);
  const authors = await readAuthors(devnet);
  const chainId = hexDecode(devnet.chainId);
  if (chainId === undefined) throw new Error("the devnet named no chain id");
  const prepare = (count: number): PreparedTransaction[] =>
    Array.from({ length: count }, (_, index) => prepareAnchor(chainId, pick(authors, index)));
  const commitP50 = async (): Promise<number> => {
    const times: number[] = [];
    for (const transaction of prepare(commits)) times.push(await commit(url, transaction));
    return median(times);
  };
  say("warming up");
  await commitP50();
  const rss = await residentMegabytes(pid);
  const all: { readonly alone: number; readonly loaded: number }[] = [];
  let [lost, cuts, gaps, rssLoaded] = [0, 0, 0, 0];
  for (let round = 1; round <= rounds; round += 1) {
    const alone = await commitP50();
    const load = prepare(waiters);
    say(
      `round ${round}: alone ${alone.toFixed(0)} ms; ${waiters} waiters and ${subscribers} subscribers come`,
    );
    const clients = await openClients({ url, waits: load.map(({ id }) => id), subscribers });
    const loaded = await commitP50();
    rssLoaded = Math.max(rssLoaded, await residentMegabytes(pid));
    say(`round ${round}: loaded ${loaded.toFixed(0)} ms; all that is waited for is handed in`);
    await handIn(devnet, load);
    const end = await clients.finish();
    lost += end.lost;
    cuts += end.cuts;
    gaps += end.gaps;
    all.push({ alone, loaded });
  }
  return {
    suite: "clients",
    waiters,
    subscribers,
    aloneP50Ms: Math.round(median(all.map(({ alone }) => alone))),
    loadedP50Ms: Math.round(median(all.map(({ loaded }) => loaded))),
    ratio: Number(median(all.map(({ alone, loaded }) => loaded / alone)).toFixed(2)),
    lost,
    cuts,
    gaps,
    rssMegabytes: rss,
    rssLoadedMegabytes: rssLoaded,
  };
}

/**
 * Through the gateways that nobody waits at, several batches at once: else each block would have but a few, and
 * thousands of subscribers would be told of hundreds of blocks.
 */
async function handIn(devnet: DevnetReady, load: readonly PreparedTransaction[]): Promise<void> {
  const urls = devnet.nodes
    .filter(({ role }, index) => role === "validator" && index > 0)
    .map(({ rpcUrl }) => rpcUrl);
  const streams = urls.length * batchesAtOnce;
  const sent = Array.from({ length: streams }, (_, stream) =>
    submitAll(
      pick(urls, stream),
      load.filter((_transaction, index) => index % streams === stream),
    ),
  );
  await Promise.all(sent);
}

async function commit(url: string, transaction: PreparedTransaction): Promise<number> {
  const startedMs = performance.now();
  await submitAll(url, [transaction]);
  const [answer] = await rpcBatch(url, "tx_wait", [{ id: transaction.id, timeoutMs: waitMs }]);
  const state = (answer?.result as { readonly state?: string } | undefined)?.state;
  if (state !== "certified") throw new Error(`a transaction is ${state}`);
  return performance.now() - startedMs;
}

async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Math.round(Number(/VmRSS:\s+([0-9]+)/.exec(status)?.[1] ?? 0) / 1024);
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[values.length >> 1] ?? 0;
}
