import { createHash } from "node:crypto";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { getStatus } from "@cartorio/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  anchorBy,
  certify,
  chainIdOf,
  clientOf,
  createIdentity,
  envelopeOf,
  type Identity,
  memberOf,
  nodeOf,
  untilAllAgree,
} from "./chain.ts";
import {
  isRunning,
  type RunningDevnet,
  spawnCartorio,
  startDevnet,
  startNode,
  until,
} from "./devnet-process.ts";

// A validator is stopped; copies of its folder are damaged, one way each, and started. The folder
// itself is damaged too, and after the damage is undone it starts and rejoins.

const root = mkdtempSync(join(tmpdir(), "cartorio-damage-"));
const state = "data/state/database";
const journal = "data/journal/database";
let devnet: RunningDevnet;
let author: Identity;
let healthy: string;
/** The journal as it was one start earlier. */
const olderJournal = join(root, "older-journal");

beforeAll(async () => {
  devnet = await startDevnet(join(root, "devnet"));
  const { ready } = devnet;
  const sponsor = await memberOf(ready, 0);
  author = await createIdentity(clientOf(ready.rpcUrl), ready, { sponsor });
  const victim = nodeOf(ready, 3);
  healthy = victim.dir;
  await anchorAt(victim.rpcUrl);
  process.kill(victim.pid, "SIGINT");
  await until("the validator to stop", () => !isRunning(victim.pid));
  cpSync(join(healthy, "data/journal"), olderJournal, { recursive: true });
  // LevelDB turns its log into a table when it is opened again.
  const again = await startNode(healthy);
  await anchorAt(again.ready.rpcUrl);
  expect(await again.process.stop()).toEqual({ exitCode: 0, signal: null });
});
afterAll(async () => {
  await devnet.process.stop();
  rmSync(root, { recursive: true, force: true });
});

/** Something new in the chain, seen by one node. */
async function anchorAt(url: string): Promise<number> {
  const { ready } = devnet;
  const sponsor = await memberOf(ready, 0);
  const operations = [anchorBy(author)];
  const envelope = await envelopeOf({ chainId: chainIdOf(ready), author, sponsor, operations });
  const { height = 0, receipt } = await certify(clientOf(url), envelope);
  expect(receipt?.code).toBe("APPLIED");
  return height;
}

/** A start that must end by itself; one that gets ready is ended, and shows by its exit code. */
async function refusedStart(folder: string) {
  const running = spawnCartorio(["start", "--supervised", "--dir", folder]);
  running.child.stdout?.once("data", () => running.child.kill("SIGKILL"));
  const { exitCode } = await running.ended;
  return { exitCode, stdout: running.stdout(), stderr: running.stderr() };
}

/** The largest file of a folder with that ending: LevelDB numbers them. */
function fileIn(folder: string, ending: string): string {
  const sizes = readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ path: join(folder, name), size: readFileSync(join(folder, name)).length }))
    .sort((a, b) => b.size - a.size);
  const [largest] = sizes;
  if (largest === undefined || largest.size === 0) throw new Error(`${folder} has no ${ending}`);
  return largest.path;
}

function flipByte(path: string, share: number): void {
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length * share);
  bytes[at] = (bytes[at] ?? 0) ^ 0x10;
  writeFileSync(path, bytes);
}

/** Digest by path of what a node must not change when it refuses to start; its log may grow. */
function contentOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/node\.log$|\.lock|LOCK$|LOG(\.old)?$/.test(path));
  return Object.fromEntries(
    paths
      .sort()
      .map((path) => [
        relative(folder, path),
        createHash("sha256").update(readFileSync(path)).digest("hex"),
      ]),
  );
}

const damages: readonly {
  readonly name: string;
  readonly code: string;
  readonly message: RegExp;
  readonly damage: (folder: string) => void;
}[] = [
  {
    name: "a byte flipped in the database log",
    code: "DATABASE_CORRUPT",
    message: /database\/\d+\.log is damaged at byte \d+: .*rebuild the state from peers/,
    damage: (folder) => flipByte(fileIn(join(folder, state), ".log"), 0.5),
  },
  ...[0.5, 0.999].map((share) => ({
    name: `a byte flipped at ${100 * share}% of a table file`,
    code: "DATABASE_CORRUPT",
    message: /database\/\d+\.ldb is damaged at byte \d+: .*rebuild the state from peers/,
    damage: (folder: string) => flipByte(fileIn(join(folder, state), ".ldb"), share),
  })),
  {
    name: "a byte flipped in the journal's log",
    code: "JOURNAL_DAMAGED",
    message: /journal\/database\/\d+\.log is damaged at byte \d+: .*must not vote again/,
    damage: (folder) => flipByte(fileIn(join(folder, journal), ".log"), 0.5),
  },
  {
    name: "the database's CURRENT deleted",
    code: "DATABASE_MISSING",
    message: /state\/database\/CURRENT is missing: .*rebuild the state from peers/,
    damage: (folder) => rmSync(join(folder, state, "CURRENT")),
  },
  {
    name: "the journal's CURRENT deleted",
    code: "JOURNAL_MISSING",
    message: /journal\/database\/CURRENT is missing: .*must not vote again/,
    damage: (folder) => rmSync(join(folder, journal, "CURRENT")),
  },
  {
    name: "the journal restored from an older copy",
    code: "JOURNAL_ROLLED_BACK",
    message: /journal is older than its guard\. .*Restore the folder/,
    damage: (folder) => {
      rmSync(join(folder, "data/journal"), { recursive: true });
      cpSync(olderJournal, join(folder, "data/journal"), { recursive: true });
    },
  },
  {
    name: "the guard deleted",
    code: "JOURNAL_DAMAGED",
    message: /guard is missing, .*\n.*must not vote again/,
    damage: (folder) => rmSync(join(folder, "data/guard")),
  },
  {
    name: "a byte flipped in the guard",
    code: "JOURNAL_DAMAGED",
    message: /guard does not match its checksum; .*must not vote again/,
    damage: (folder) => flipByte(join(folder, "data/guard"), 0.5),
  },
];

describe("a damaged data directory", () => {
  // Refused starts at once: each is a process that only reads.
  it.concurrent.each(damages)("$name: $code", async ({ code, message, damage }) => {
    const folder = mkdtempSync(join(root, "copy-"));
    cpSync(healthy, folder, { recursive: true });
    damage(folder);
    const damaged = contentOf(folder);
    const { exitCode, stdout, stderr } = await refusedStart(folder);
    expect(stderr).toMatch(new RegExp(`^error ${code}: `, "m"));
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect([exitCode, stdout]).toEqual([1, ""]);
    // The state is checked first, and what is damaged there stays as it is for the operator to see.
    if (code.startsWith("DATABASE")) expect(contentOf(folder)).toEqual(damaged);
  });

  it("undone, starts and rejoins", async () => {
    const { ready } = devnet;
    const current = join(healthy, state, "CURRENT");
    renameSync(current, `${current}.away`);
    expect((await refusedStart(healthy)).stderr).toMatch(/^error DATABASE_MISSING: /m);
    renameSync(`${current}.away`, current);
    const newest = join(root, "newest-journal");
    renameSync(join(healthy, "data/journal"), newest);
    cpSync(olderJournal, join(healthy, "data/journal"), { recursive: true });
    expect((await refusedStart(healthy)).stderr).toMatch(/^error JOURNAL_ROLLED_BACK: /m);
    rmSync(join(healthy, "data/journal"), { recursive: true });
    renameSync(newest, join(healthy, "data/journal"));

    const back = await startNode(healthy);
    const height = await anchorAt(back.ready.rpcUrl);
    const others = ready.nodes.slice(0, 3).map(({ rpcUrl }) => rpcUrl);
    await untilAllAgree([...others, back.ready.rpcUrl], height);
    expect(await getStatus(clientOf(back.ready.rpcUrl))).toMatchObject({ ready: true });
    expect(await back.process.stop()).toEqual({ exitCode: 0, signal: null });
  });
});
