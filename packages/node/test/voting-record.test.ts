// What a validator knows of its own votes when it starts (docs/consensus.md 9).
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { forgetVotes, openVotingRecord, type VotingRecord } from "../src/voting-record.ts";

const chainId = new Uint8Array(32).fill(1);
let directory: string;
let movedAside: string[];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "cartorio-voting-"));
  movedAside = [];
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const options = (hasHistory = false): Parameters<typeof openVotingRecord>[0] => ({
  ...{ directory, chainId, epoch: 0, hasHistory },
  onMovedAside: (code) => movedAside.push(code),
});

function open(hasHistory = false): Promise<VotingRecord> {
  return openVotingRecord(options(hasHistory));
}

async function openAndClose(hasHistory = false): Promise<Uint8Array> {
  const record = await open(hasHistory);
  await record.close();
  return record.guard().incarnation;
}

const path = (name: string): string => join(directory, name);

describe("what a validator opens before its first vote", () => {
  it("is made once, and the counter goes up with each start", async () => {
    for (const counter of [1, 2, 3]) {
      const record = await open();
      const last = record.journal.records.at(-1);
      await record.close();
      expect(last).toMatchObject({ kind: "guard", guard: { counter, complete: false } });
      expect(record.mustReenter()).toBeUndefined();
    }
    expect(movedAside).toEqual([]);
  });

  it("raises the guard when its share of votes is used up", async () => {
    const { journal, beforeSigning, close } = await open();
    for (let vote = 0; vote < 1_000; vote += 1) await beforeSigning(1);
    const guards = journal.records.filter(({ kind }) => kind === "guard");
    await close();
    expect(guards.length).toBe(2);
  });

  it("remembers that it passed the entry check, and its epoch", async () => {
    const record = await open();
    await record.complete();
    await record.complete();
    await record.enterEpoch(7);
    expect(record.guard()).toMatchObject({ complete: true, epoch: 7, counter: 3 });
    await record.close();
    const again = await openVotingRecord({ ...options(true), epoch: 7 });
    expect(again.guard()).toMatchObject({ complete: true, epoch: 7, counter: 4 });
    await again.close();
  });

  it("starts again after a crash between journal and guard of the very first start", async () => {
    await openAndClose();
    rmSync(path("guard"));
    await openAndClose();
    expect(movedAside).toEqual([]);
  });
});

interface Loss {
  readonly name: string;
  readonly code: string;
  readonly damage: () => void;
}

const losses: readonly Loss[] = [
  { name: "no guard", code: "JOURNAL_DAMAGED", damage: () => rmSync(path("guard")) },
  {
    name: "a damaged guard",
    code: "JOURNAL_DAMAGED",
    damage: () => writeFileSync(path("guard"), "?"),
  },
  {
    name: "no journal",
    code: "JOURNAL_MISSING",
    damage: () => rmSync(path("journal"), { recursive: true }),
  },
  {
    name: "a journal without its database",
    code: "JOURNAL_MISSING",
    damage: () => rmSync(path("journal/database"), { recursive: true }),
  },
  {
    name: "an older journal",
    code: "JOURNAL_ROLLED_BACK",
    damage: () => {
      rmSync(path("journal"), { recursive: true });
      cpSync(path("older"), path("journal"), { recursive: true });
    },
  },
  {
    name: "neither, beside blocks",
    code: "JOURNAL_MISSING",
    damage: () => {
      rmSync(path("journal"), { recursive: true });
      rmSync(path("guard"));
    },
  },
];

describe("a validator with", () => {
  it.each(losses)("$name must re-enter under a fresh incarnation", async ({ code, damage }) => {
    const before = await openAndClose();
    cpSync(path("journal"), path("older"), { recursive: true });
    await openAndClose();
    damage();
    const first = await open(true);
    const { incarnation } = first.guard();
    expect(first.mustReenter()).toBe(code);
    expect(movedAside).toEqual([code]);
    expect(Buffer.compare(incarnation, before)).not.toBe(0);
    expect(first.journal.records.filter(({ kind }) => kind !== "guard")).toEqual([]);
    await first.close();
    // Still so after a restart, under the same incarnation, until a set named it.
    const second = await open(true);
    expect([second.mustReenter(), second.guard().incarnation]).toEqual([code, incarnation]);
    await second.complete();
    await second.close();
    const third = await open(true);
    expect(third.mustReenter()).toBeUndefined();
    expect(third.guard()).toMatchObject({ incarnation, complete: true });
    await third.close();
    expect(movedAside).toEqual([code]);
  });

  it("an intact journal that its peers know better moves it aside and deletes nothing", async () => {
    const record = await open();
    await record.complete();
    const old = record.guard().incarnation;
    const marker = readFileSync(path("journal/initialised.json"), "utf8");
    const anew = await forgetVotes(options(), record, "peers hold newer votes");
    expect(anew.mustReenter()).toBe("JOURNAL_ROLLED_BACK");
    expect(anew.guard()).toMatchObject({ complete: false });
    expect(Buffer.compare(anew.guard().incarnation, old)).not.toBe(0);
    const once = await forgetVotes(options(), anew, "and again");
    await once.close();
    const names = readdirSync(directory).filter((name) => name.includes("aside"));
    expect(names.sort()).toEqual(
      [1, 2].flatMap((n) => [`guard.aside-${n}`, `journal.aside-${n}`]).sort(),
    );
    expect(readFileSync(path("journal.aside-1/initialised.json"), "utf8")).toBe(marker);
  });

  it("a crash after each step of the moving keeps the incarnation it announced", async () => {
    const damage = (): void => rmSync(path("journal"), { recursive: true });
    await openAndClose();
    damage();
    const incarnation = await openAndClose();
    // As if it had stopped before the journal was made, and before its first record was written.
    damage();
    expect(await openAndClose()).toEqual(incarnation);
    expect(existsSync(path("journal"))).toBe(true);
  });
});
