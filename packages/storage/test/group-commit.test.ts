import { describe, expect, it } from "vitest";
import { GroupCommit } from "../src/group-commit.ts";
import type { KeyValueWrite } from "../src/key-value.ts";

const writeOf = (number: number): KeyValueWrite => ({
  key: Uint8Array.of(number),
  value: undefined,
});

/** A disk whose writes end when the test says so. */
function manualDisk(): {
  readonly batches: number[][];
  readonly finish: (error?: Error) => Promise<void>;
  readonly commits: GroupCommit;
} {
  const batches: number[][] = [];
  const waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const commits = new GroupCommit(
    (batch) =>
      new Promise((resolve, reject) => {
        batches.push(batch.map((write) => write.key[0] ?? -1));
        waiting.push({ resolve, reject });
      }),
  );
  const finish = async (error?: Error): Promise<void> => {
    while (waiting.length === 0) await Promise.resolve();
    const first = waiting.shift();
    if (error === undefined) first?.resolve();
    else first?.reject(error);
  };
  return { batches, finish, commits };
}

describe("group commit", () => {
  it("puts what is written during a batch into one next batch, in order", async () => {
    const { batches, finish, commits } = manualDisk();
    const first = commits.write([writeOf(1), writeOf(2)]);
    while (batches.length === 0) await Promise.resolve();
    const later = [3, 4, 5].map((number) => commits.write([writeOf(number)]));
    let isDone = false;
    void later[0]?.then(() => {
      isDone = true;
    });
    await finish();
    await first;
    expect(isDone).toBe(false);
    await finish();
    await Promise.all(later);
    await commits.settled();
    expect(batches).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
  });

  it("refuses everything after a failure with the first error, and writes nothing more", async () => {
    const { batches, finish, commits } = manualDisk();
    const failure = new Error("no space");
    const first = commits.write([writeOf(1)]);
    while (batches.length === 0) await Promise.resolve();
    const second = commits.write([writeOf(2)]);
    const outcome = Promise.allSettled([first, second]);
    await finish(failure);
    const refused = { status: "rejected", reason: failure };
    expect(await outcome).toEqual([refused, refused]);
    await expect(commits.write([writeOf(3)])).rejects.toBe(failure);
    await commits.settled();
    expect(batches).toEqual([[1]]);
  });
});
