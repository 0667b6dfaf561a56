import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Apart, startApart } from "./ledger-apart.ts";
import { closeGrown, didsIn, type Grown, openGrown, type Say } from "./ledger-grown.ts";
import { type BlockTimes, commitMixed, stateWindow } from "./ledger-mixed.ts";
import { measureProofs } from "./ledger-proofs.ts";

const help = `npm run bench -- --suite ledger [--dids N] [--directory DIR] [--json] [--keep]

Grows a chain on LevelDB to N DIDs (default 1000000) and a second one to a hundredth of it, then
commits blocks of 1,000 operations to both in turn and compares what a block costs a replica: decoding,
each signature once (by one thread), execution, the state tree and the synchronous batch on disk. What
execution and disk take of it alone is said beside. With --directory the large chain stays where it is,
and is not grown again the next time.

  npm run bench -- --suite ledger --json
  npm run bench -- --suite ledger --dids 20000
  npm run bench -- --suite ledger --directory /var/tmp/grown
`;

const defaultDids = 1_000_000;
const smallShare = 100;
const operationsPerBlock = 1000;
const measuredBlocks = 15;
/** Fills the retained window first, so that every measured block deletes what one like it replaced. */
const warmUpBlocks = stateWindow + 2;

interface Options {
  readonly dids: number;
  readonly json: boolean;
  readonly keep: boolean;
  readonly directory: string | undefined;
}

export interface LedgerReport {
  readonly suite: "ledger";
  readonly dids: number;
  /** Of one block of 1,000 operations: medians at a hundredth of the DIDs and at all of them. */
  readonly blockMs: { readonly "1e4": number; readonly "1e6": number };
  readonly ratio: number;
  readonly rssBytes: number;
  readonly bytesPerDid: number;
  readonly proofsPerSecond: number;
  readonly verifiesPerSecond: number;
}

/** Exit code 0: measured; 2 for a wrong call. */
export async function benchLedger(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (options === undefined) return;
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), "cartorio-bench-ledger-")));
  const started = performance.now();
  const say = (text: string): void => {
    const seconds = ((performance.now() - started) / 1000).toFixed(0).padStart(4);
    process.stderr.write(`bench: ${seconds} s  ${text}\n`);
  };
  try {
    const report = await measureLedger(directory, options.dids, say);
    process.stdout.write(`${options.json ? JSON.stringify(report) : readable(report)}\n`);
  } finally {
    if (options.keep) say(`kept ${directory}`);
    else await rm(directory, { recursive: true, force: true });
  }
}

function readOptions(args: readonly string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        suite: { type: "string" },
        dids: { type: "string", default: `${defaultDids}` },
        json: { type: "boolean", default: false },
        keep: { type: "boolean", default: false },
        directory: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) {
      process.stdout.write(help);
      return undefined;
    }
    const dids = Number(values.dids);
    if (!Number.isSafeInteger(dids) || dids < smallShare)
      throw new Error(`--dids needs a whole number of at least ${smallShare}`);
    const { json, directory } = values;
    return { dids, json, keep: values.keep || directory !== undefined, directory };
  } catch (error) {
    process.stderr.write(`bench: ${error instanceof Error ? error.message : error}\n\n${help}`);
    process.exitCode = 2;
    return undefined;
  }
}

/**
 * Measures in this process what another one has grown, so that resident memory is that of a node at
 * work on a large ledger. Chains that the directory holds already are not grown again.
 */
export async function measureLedger(
  directory: string,
  dids: number,
  say: Say,
): Promise<LedgerReport> {
  const operations = Math.min(operationsPerBlock, Math.floor(dids / smallShare / 2));
  const [smallPath, largePath] = [join(directory, "small"), join(directory, "large")];
  // Measuring adds DIDs, which would soon be as many again: the small chain is always a new one.
  rmSync(smallPath, { recursive: true, force: true });
  growApart(smallPath, Math.floor(dids / smallShare), say);
  growApart(largePath, dids, say);
  const small = await startApart(smallPath);
  const large = await openGrown(largePath, stateWindow);
  const times = await compareBlocks({ small, large, operations }, say);
  const rates = measureProofs(large.chain.ledger, large.dids, say);
  const rssBytes = process.resourceUsage().maxRSS * 1024;
  say(`${(rssBytes / 2 ** 20).toFixed(0)} MiB resident at most`);
  const bytesPerDid = await measureDisk(largePath, large, say);
  await small.close();
  await closeGrown(largePath, large);
  return {
    suite: "ledger",
    dids,
    blockMs: { "1e4": round(times.small), "1e6": round(times.large) },
    ratio: round(times.large / times.small),
    rssBytes,
    bytesPerDid,
    ...rates,
  };
}

function growApart(directory: string, dids: number, say: Say): void {
  const held = didsIn(directory);
  if (held >= dids) {
    say(`${directory} holds ${held} DIDs already`);
    return;
  }
  mkdirSync(directory, { recursive: true });
  const script = fileURLToPath(new URL("ledger-grow.ts", import.meta.url));
  const args = [...process.execArgv, script, directory, `${dids}`, `${stateWindow}`];
  const { status } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error("growing a chain failed");
}

interface Comparison {
  readonly small: Apart;
  readonly large: Grown;
  /** Per block. */
  readonly operations: number;
}

/** In turn, so that whatever else runs on the machine slows both alike. */
async function compareBlocks(
  { small, large, operations }: Comparison,
  say: Say,
): Promise<{ readonly small: number; readonly large: number }> {
  const blocks = { small: [] as BlockTimes[], large: [] as BlockTimes[] };
  for (let block = -warmUpBlocks; block < measuredBlocks; block += 1) {
    const inSmall = await small.commit(operations);
    const inLarge = await commitMixed(large, operations);
    const kind = block < 0 ? "warm-up" : "measured";
    say(`${kind}: ${spoken(inSmall)} and ${spoken(inLarge)} a block`);
    if (block < 0) continue;
    blocks.small.push(inSmall);
    blocks.large.push(inLarge);
  }
  const commit = ({ commitMs }: BlockTimes): number => commitMs;
  const [less, more] = [median(blocks.small.map(commit)), median(blocks.large.map(commit))];
  const ratio = (more / less).toFixed(2);
  say(`execution and disk alone: ${less.toFixed(0)} ms and ${more.toFixed(0)} ms, ratio ${ratio}`);
  return { small: median(blocks.small.map(whole)), large: median(blocks.large.map(whole)) };
}

function whole({ admitMs, commitMs }: BlockTimes): number {
  return admitMs + commitMs;
}

function spoken(times: BlockTimes): string {
  return `${whole(times).toFixed(0)} ms (${times.admitMs.toFixed(0)} before execution)`;
}

/** Bytes of the store's files for each DID: state, blocks with their envelopes, indexes. */
async function measureDisk(directory: string, { chain, dids }: Grown, say: Say): Promise<number> {
  const before = await bytesIn(directory);
  await chain.store.compact();
  const after = await bytesIn(directory);
  const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
  say(`${mebibytes(before)} on disk, ${mebibytes(after)} after compaction`);
  return Math.round(after / dids);
}

async function bytesIn(directory: string): Promise<number> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    // LevelDB deletes what it has compacted meanwhile.
    files.map(({ parentPath, name }) => stat(join(parentPath, name)).catch(() => ({ size: 0 }))),
  );
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[sorted.length >> 1] ?? 0;
}

function round(value: number): number {
  return Number(value.toFixed(2));
}

function readable(report: LedgerReport): string {
  const { blockMs, ...rest } = report;
  const flat = { ...rest, "blockMs at 1e4": blockMs["1e4"], "blockMs at 1e6": blockMs["1e6"] };
  const width = Math.max(...Object.keys(flat).map((name) => name.length));
  return Object.entries(flat)
    .map(([name, value]) => `${name.padEnd(width)}  ${value}`)
    .join("\n");
}
