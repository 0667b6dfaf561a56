import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openVotingRecord, type VotingRecord } from "../src/voting-record.ts";

const chainId = new Uint8Array(32).fill(1);
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "cartorio-voting-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function open(hasHistory = false): Promise<VotingRecord> {
  return openVotingRecord({ directory, chainId, epoch: 0, hasHistory });
}

async function openAndClose(hasHistory = false): Promise<void> {
  const { journal } = await open(hasHistory);
  await journal.close();
}

describe("what a validator opens before its first vote", () => {
  it("is made once, and the counter goes up with each start", async () => {
    for (const counter of [1, 2, 3]) {
      const { journal } = await open();
      const last = journal.records.at(-1);
      await journal.close();
      expect(last).toMatchObject({ kind: "guard", guard: { counter } });
    }
  });

  it("raises the guard when its share of votes is used up", async () => {
    const { journal, beforeSigning } = await open();
    for (let vote = 0; vote < 1_000; vote += 1) await beforeSigning(1);
    const guards = journal.records.filter(({ kind }) => kind === "guard");
    await journal.close();
    expect(guards.length).toBe(2);
  });

  it("starts again after a crash between journal and guard of the very first start", async () => {
    await openAndClose();
    rmSync(join(directory, "guard"));
    await openAndClose();
  });

  it("refuses a journal whose guard is gone", async () => {
    await openAndClose();
    await openAndClose();
    rmSync(join(directory, "guard"));
    const refused = { code: "JOURNAL_DAMAGED", message: expect.stringContaining("is missing") };
    await expect(open()).rejects.toMatchObject(refused);
    // Refusing changed nothing: it is refused again, by a chain with blocks too.
    await expect(open(true)).rejects.toMatchObject(refused);
  });

  it("refuses a journal older than its guard, and none at all beside blocks", async () => {
    await openAndClose();
    const older = join(directory, "older");
    cpSync(join(directory, "journal"), older, { recursive: true });
    await openAndClose();
    rmSync(join(directory, "journal"), { recursive: true });
    await expect(open()).rejects.toMatchObject({ code: "JOURNAL_MISSING" });
    cpSync(older, join(directory, "journal"), { recursive: true });
    await expect(open()).rejects.toMatchObject({ code: "JOURNAL_ROLLED_BACK" });
    rmSync(join(directory, "journal"), { recursive: true });
    rmSync(join(directory, "guard"));
    await expect(open(true)).rejects.toMatchObject({ code: "JOURNAL_MISSING" });
  });
});
