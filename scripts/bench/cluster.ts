import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { hexDecode } from "@cartorio/crypto";
import { type DevnetReady, startDevnet } from "../../test/cluster/devnet-process.ts";
import { pick, readAuthors } from "./devnet-authors.ts";
import {
  type PreparedTransaction,
  prepareAnchor,
  rpcBatch,
  submitAll,
  transactionStates,
} from "./load.ts";
import { verifyPerSecondPerCore } from "./signature-bound.ts";

const help = `npm run bench -- [--suite cluster] [--transactions N] [--warm-up N] [--json] [--keep]

Starts four validator processes in a temporary folder, hands in N signed credential anchors through
all gateways and measures until the last one is certified.

  npm run bench
  npm run bench -- --transactions 40000 --json
`;

const defaultTransactions = 20_000;
const defaultWarmUp = 2_000;
const deadlineMs = 300_000;

interface Options {
  readonly transactions: number;
  readonly warmUp: number;
  readonly json: boolean;
  readonly keep: boolean;
}

/** Exit code 0: measured, nothing lost, equal roots; 1 otherwise; 2 for a wrong call. */
export async function bench(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (options === undefined) return;
  const directory = await mkdtemp(join(tmpdir(), "cartorio-bench-"));
  const say = (text: string): void => void process.stderr.write(`bench: ${text}\n`);
  say("measuring signature checks");
  const verifies = verifyPerSecondPerCore();
  say(`starting four validators in ${directory}`);
  const devnet = await startDevnet(join(directory, "devnet"));
  try {
    const result = await measure(devnet.ready, options, say);
    const cores = availableParallelism();
    const validators = devnet.ready.nodes.length;
    const verifyBoundPerSecond = (cores * verifies) / validators;
    const report = {
      suite: "cluster",
      validators,
      cores,
      transactions: options.transactions,
      committedPerSecond: Math.round(result.committedPerSecond),
      verifyPerSecondPerCore: Math.round(verifies),
      verifyBoundPerSecond: Math.round(verifyBoundPerSecond),
      efficiency: Number((result.committedPerSecond / verifyBoundPerSecond).toFixed(3)),
      lost: result.lost,
      blocks: result.blocks,
      viewChanges: result.viewChanges,
      stateRootsEqual: result.stateRootsEqual,
      fsync: true,
    };
    process.stdout.write(`${options.json ? JSON.stringify(report) : readable(report)}\n`);
    process.exitCode = result.lost === 0 && result.stateRootsEqual ? 0 : 1;
  } finally {
    await devnet.process.stop();
    if (!options.keep) await rm(directory, { recursive: true, force: true });
  }
}

function readOptions(args: readonly string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        suite: { type: "string", default: "cluster" },
        transactions: { type: "string", default: `${defaultTransactions}` },
        "warm-up": { type: "string", default: `${defaultWarmUp}` },
        json: { type: "boolean", default: false },
        keep: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) {
      process.stdout.write(help);
      return undefined;
    }
    const transactions = Number(values.transactions);
    const warmUp = Number(values["warm-up"]);
    if (values.suite !== "cluster") throw new Error(`there is no suite ${values.suite} yet`);
    if (!Number.isSafeInteger(transactions) || transactions < 1)
      throw new Error("--transactions needs a whole number above 0");
    if (!Number.isSafeInteger(warmUp) || warmUp < 0)
      throw new Error("--warm-up needs a whole number");
    return { transactions, warmUp, json: values.json, keep: values.keep };
  } catch (error) {
    process.stderr.write(`bench: ${error instanceof Error ? error.message : error}\n\n${help}`);
    process.exitCode = 2;
    return undefined;
  }
}

interface Measured {
  readonly committedPerSecond: number;
  readonly lost: number;
  readonly blocks: number;
  readonly viewChanges: number;
  readonly stateRootsEqual: boolean;
}

interface ChainStatus {
  readonly height: number;
  readonly certifiedHeight: number;
  readonly view: number;
}

async function measure(
  devnet: DevnetReady,
  options: Options,
  say: (text: string) => void,
): Promise<Measured> {
  const urls = devnet.nodes.map((node) => node.rpcUrl);
  const authors = await readAuthors(devnet);
  const chainId = hexDecode(devnet.chainId);
  if (chainId === undefined) throw new Error("the devnet named no chain id");
  const prepare = (count: number): PreparedTransaction[] =>
    Array.from({ length: count }, (_, index) => prepareAnchor(chainId, pick(authors, index)));

  say(`warming up with ${options.warmUp} transactions`);
  await run(urls, prepare(options.warmUp));
  say(`signing ${options.transactions} transactions`);
  const load = prepare(options.transactions);
  const before = await status(pick(urls, 0));
  say("measuring");
  const startedMs = performance.now();
  const { lost, certifiedAtMs } = await run(urls, load);
  const durationMs = certifiedAtMs - startedMs;
  const after = await status(pick(urls, 0));
  say(`${options.transactions} transactions in ${(durationMs / 1000).toFixed(1)} s`);
  return {
    committedPerSecond: ((options.transactions - lost) * 1000) / durationMs,
    lost,
    blocks: after.certifiedHeight - before.certifiedHeight,
    viewChanges: after.view - before.view,
    stateRootsEqual: await rootsEqual(urls),
  };
}

interface Finished {
  readonly lost: number;
  readonly certifiedAtMs: number;
}

/** Hands everything in and waits until all is certified; what is not by the deadline is lost. */
async function run(
  urls: readonly string[],
  load: readonly PreparedTransaction[],
): Promise<Finished> {
  const shares = urls.map((url, share) => ({
    url,
    load: load.filter((_, index) => index % urls.length === share),
  }));
  await Promise.all(shares.map((share) => submitAll(share.url, share.load)));
  const finished = await Promise.all(shares.map(({ url, load: mine }) => finish(url, mine)));
  return {
    lost: finished.reduce((sum, share) => sum + share.lost, 0),
    certifiedAtMs: Math.max(...finished.map((share) => share.certifiedAtMs)),
  };
}

/**
 * Waits for the last transaction, then asks for all. Those at its height or below were certified
 * with it: asking for them afterwards is not part of the time. Others are waited for, and are.
 */
async function finish(url: string, load: readonly PreparedTransaction[]): Promise<Finished> {
  const until = performance.now() + deadlineMs;
  let left = load.map(({ id }) => id);
  let certifiedAtMs = performance.now();
  let height = 0;
  while (left.length > 0 && performance.now() < until) {
    const [last] = await certifiedOf(url, left.slice(-1));
    if (last === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      continue;
    }
    if (last.height > height) certifiedAtMs = performance.now();
    height = Math.max(height, last.height);
    const certified = new Set<string>();
    for (const found of await certifiedOf(url, left))
      if (found.height <= height) certified.add(found.id);
    left = left.filter((id) => !certified.has(id));
  }
  return { lost: left.length, certifiedAtMs };
}

interface Certified {
  readonly id: string;
  readonly height: number;
}

async function certifiedOf(url: string, ids: readonly string[]): Promise<readonly Certified[]> {
  const states = await transactionStates(url, ids);
  return ids.flatMap((id, index) => {
    const state = states[index];
    if (state?.receipt !== undefined && state.receipt.code !== "APPLIED")
      throw new Error(`a transaction failed with ${state.receipt.code}`);
    return state?.state === "certified" ? [{ id, height: state.height ?? 0 }] : [];
  });
}

async function status(url: string): Promise<ChainStatus> {
  const [answer] = await rpcBatch(url, "chain_getStatus", [{}]);
  return answer?.result as ChainStatus;
}

/** Whether all nodes hold the same header, and so the same state root, at the lowest certified height. */
async function rootsEqual(urls: readonly string[]): Promise<boolean> {
  const heights = await Promise.all(urls.map(async (url) => (await status(url)).certifiedHeight));
  const height = Math.min(...heights);
  const hashes = await Promise.all(
    urls.map(async (url) => {
      const [answer] = await rpcBatch(url, "chain_getBlock", [{ height }]);
      return JSON.stringify((answer?.result as { readonly header: unknown } | undefined)?.header);
    }),
  );
  return hashes[0] !== undefined && hashes.every((hash) => hash === hashes[0]);
}

function readable(report: Readonly<Record<string, string | number | boolean>>): string {
  const width = Math.max(...Object.keys(report).map((name) => name.length));
  return Object.entries(report)
    .map(([name, value]) => `${name.padEnd(width)}  ${value}`)
    .join("\n");
}
