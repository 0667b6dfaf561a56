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
  runCartorio,
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

/** As for a member whose key is elsewhere. */
const withoutMemberKey = ["--keys-member", ""];

/** A start that must end by itself; one that gets ready is ended, and shows by its exit code. */
async function refusedStart(folder: string) {
  const running = spawnCartorio(["start", "--supervised", "--dir", folder, ...withoutMemberKey]);
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
    name: "the database's CURRENT deleted",
    code: "DATABASE_MISSING",
    message: /state\/database\/CURRENT is missing: .*rebuild the state from peers/,
    damage: (folder) => rmSync(join(folder, state, "CURRENT")),
  },
];

/** What costs a validator its votes, and the named state it then runs in. */
const losses: readonly {
  readonly name: string;
  readonly code: string;
  readonly damage: (folder: string) => void;
}[] = [
  {
    name: "a byte flipped in the journal's log",
    code: "JOURNAL_DAMAGED",
    damage: (folder) => flipByte(fileIn(join(folder, journal), ".log"), 0.5),
  },
  {
    name: "the journal's CURRENT deleted",
    code: "JOURNAL_MISSING",
    damage: (folder) => rmSync(join(folder, journal, "CURRENT")),
  },
  {
    name: "the journal restored from an older copy",
    code: "JOURNAL_ROLLED_BACK",
    damage: (folder) => {
      rmSync(join(folder, "data/journal"), { recursive: true });
      cpSync(olderJournal, join(folder, "data/journal"), { recursive: true });
    },
  },
  {
    name: "the guard deleted",
    code: "JOURNAL_DAMAGED",
    damage: (folder) => rmSync(join(folder, "data/guard")),
  },
  {
    name: "a byte flipped in the guard",
    code: "JOURNAL_DAMAGED",
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
    const back = await startNode(healthy);
    const height = await anchorAt(back.ready.rpcUrl);
    const others = ready.nodes.slice(0, 3).map(({ rpcUrl }) => rpcUrl);
    await untilAllAgree([...others, back.ready.rpcUrl], height);
    await until("it is ready", async () => (await getStatus(clientOf(back.ready.rpcUrl))).ready);
    expect(await back.process.stop()).toEqual({ exitCode: 0, signal: null });
  });

  it("moved aside by `cartorio reset-state` is built anew, and the validator votes", async () => {
    const moved = await runCartorio(["reset-state", "--json", "--dir", healthy]);
    expect([moved.exitCode, moved.stdout]).toEqual([
      0,
      `${JSON.stringify({ moved: [join(healthy, "data/state.aside-1")] })}\n`,
    ]);
    const back = await startNode(healthy);
    const { rpcUrl } = back.ready;
    await until("it is ready", async () => (await getStatus(clientOf(rpcUrl))).ready);
    await anchorAt(rpcUrl);
    expect((await runCartorio(["reset-state", "--dir", healthy])).stderr).toMatch(
      /^error ALREADY_RUNNING: /m,
    );
    expect(await back.process.stop()).toEqual({ exitCode: 0, signal: null });
  });
});

describe("a validator that may lack votes of its own", () => {
  // One after the other: each is the same peer.
  it.each(losses)("runs without voting: $name: $code", async ({ code, damage }) => {
    const folder = mkdtempSync(join(root, "copy-"));
    cpSync(healthy, folder, { recursive: true });
    damage(folder);
    const { process: running, ready } = await startNode(folder, withoutMemberKey);
    const height = await anchorAt(devnet.ready.rpcUrl);
    await untilAllAgree([devnet.ready.rpcUrl, ready.rpcUrl], height);
    const status = await getStatus(clientOf(ready.rpcUrl));
    expect(status).toMatchObject({ ready: false, amnesia: { code } });
    expect(status.reasons).toContain(`${code}: does not vote, must be re-entered`);
    // Nothing was deleted.
    const aside = readdirSync(join(folder, "data")).filter((name) => name.includes("aside-1"));
    expect(aside.length).toBeGreaterThan(0);
    expect(await running.stop()).toEqual({ exitCode: 0, signal: null });
  });

  it("votes again once its member signed `cartorio reenter`", async () => {
    rmSync(join(healthy, "data/journal"), { recursive: true });
    const { process: running, ready } = await startNode(healthy, withoutMemberKey);
    const client = clientOf(ready.rpcUrl);
    await until("it says what it is", async () => (await getStatus(client)).amnesia !== undefined);
    const { memberKey = "" } = nodeOf(devnet.ready, 3);
    const verb = ["reenter", "--json", "--url", ready.rpcUrl, "--key", memberKey];
    const done = await runCartorio(verb);
    expect([done.exitCode, done.stderr]).toEqual([0, ""]);
    await until("it votes", async () => (await getStatus(client)).ready);
    expect(await getStatus(client)).toMatchObject({ epoch: 1 });
    expect((await runCartorio(verb)).stderr).toMatch(
      /^error NOT_READY: .*does not have to re-enter/m,
    );
    const height = await anchorAt(ready.rpcUrl);
    await untilAllAgree([devnet.ready.rpcUrl, ready.rpcUrl], height);
    expect(await running.stop()).toEqual({ exitCode: 0, signal: null });
  });
});
