import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createVoteGuard, memoryVoteGuard, type VoteGuard } from "../src/index.ts";
import { filled, noise } from "./blocks.ts";
import { temporaryDirectory } from "./temporary-directory.ts";

const guardOf = (counter: number): Parameters<VoteGuard["write"]>[0] => ({
  chainId: filled(1),
  epoch: 3,
  incarnation: noise(16, 1),
  counter,
  mustReenter: 0,
  complete: true,
});

describe.each([
  ["in a file", () => createVoteGuard(join(temporaryDirectory(), "journal"))],
  ["in memory", memoryVoteGuard],
])("vote guard %s", (_, make) => {
  it("is absent, then what was written last", async () => {
    const guard = make();
    expect(guard.read()).toBeUndefined();
    await guard.write(guardOf(1));
    expect(guard.read()).toEqual(guardOf(1));
    await Promise.all([2, 3, 4].map((counter) => guard.write(guardOf(counter))));
    expect(guard.read()).toEqual(guardOf(4));
  });
});

it("names every flipped byte, truncation and extension of the guard file", async () => {
  const directory = temporaryDirectory();
  const guard = createVoteGuard(directory);
  await guard.write(guardOf(7));
  const path = join(directory, "guard");
  const good = readFileSync(path);
  const damaged = [good.subarray(0, -1), good.subarray(0, 10), Buffer.concat([good, good])];
  for (let at = 0; at < good.length; at += 1) {
    const bytes = Buffer.from(good);
    bytes[at] = (bytes[at] as number) ^ 0x10;
    damaged.push(bytes);
  }
  for (const bytes of damaged) {
    writeFileSync(path, bytes);
    expect(() => guard.read()).toThrow(
      expect.objectContaining({ code: "JOURNAL_DAMAGED", details: { path, offset: 0 } }),
    );
  }
  writeFileSync(path, good);
  expect(guard.read()).toEqual(guardOf(7));
});
