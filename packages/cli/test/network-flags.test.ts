import { InvalidArgumentError } from "commander";
import { describe, expect, it } from "vitest";
import {
  completeGroups,
  hasWishes,
  latencyFlag,
  lossFlag,
  partitionFlag,
} from "../src/network-flags.ts";
import { run, temporaryFolder } from "./fake-host.ts";

const folder = temporaryFolder();

function partition(text: string) {
  const [wish] = partitionFlag(text, []);
  if (wish === undefined) throw new Error("no partition");
  return wish;
}

describe("flags of the network of a devnet", () => {
  it.each([
    ["80ms", 80],
    ["0.25s", 250],
    ["10s", 10_000],
  ])("reads a latency of %s", (text, ms) => expect(latencyFlag(text)).toBe(ms));

  it.each(["80", "ms", "-1ms", "11s", "1h", ""])("refuses a latency of %j", (text) => {
    expect(() => latencyFlag(text)).toThrow(InvalidArgumentError);
  });

  it.each([
    ["5%", 0.05],
    ["0.5%", 0.005],
    ["0%", 0],
  ])("reads a loss of %s", (text, share) => expect(lossFlag(text)).toBeCloseTo(share));

  it.each(["5", "51%", "100%", "%", "-1%"])("refuses a loss of %j", (text) => {
    expect(() => lossFlag(text)).toThrow(InvalidArgumentError);
  });

  it("reads partitions, one after the other", () => {
    const both = partitionFlag("3@1m+1.5s", partitionFlag("0,1/2,3@30s+10s", []));
    expect(both).toMatchObject([
      {
        groups: [
          [0, 1],
          [2, 3],
        ],
        startMs: 30_000,
        durationMs: 10_000,
      },
      { groups: [[3]], startMs: 60_000, durationMs: 1500 },
    ]);
  });

  it.each(["0,1/2,3", "0@30s", "@1s+1s", "0,/1@1s+1s", "0/1@1s+0s", "a@1s+1s", "0/1@1+1"])(
    "refuses the partition %j",
    (text) => expect(() => partitionFlag(text, [])).toThrow(InvalidArgumentError),
  );

  it("puts who is not named into one more group", () => {
    expect(completeGroups(partition("3@0s+1s"), 4)).toEqual([[3], [0, 1, 2]]);
    expect(completeGroups(partition("0/1,2/3@0s+1s"), 4)).toEqual([[0], [1, 2], [3]]);
  });

  it.each([
    ["0,4@1s+1s", "there is no validator 4; they are numbered from 0 to 3"],
    ["0,1/1,2@1s+1s", "validator 1 is in it twice"],
    ["0,1,2,3@1s+1s", "nothing would be cut"],
  ])("explains what is wrong with %s", (text, message) => {
    expect(() => completeGroups(partition(text), 4)).toThrow(message);
  });

  it("are asked for by any of the three", () => {
    const none = { latencyMs: 0, lossRate: 0, partitions: [] };
    expect(hasWishes(none)).toBe(false);
    expect(hasWishes({ ...none, latencyMs: 1 })).toBe(true);
    expect(hasWishes({ ...none, partitions: [partition("0/1@1s+1s")] })).toBe(true);
  });

  it.each([
    [["--loss", "5"], "It must be a share up to 50%, such as 5%."],
    [["--latency", "quick"], "It must be a time up to 10s, such as 80ms."],
    [["--partition", "0,1"], "such as 0,1/2,3@30s+10s."],
  ])("end devnet %j with what was meant", async (flags, message) => {
    const { exitCode, stderr } = await run(folder, ["devnet", ...flags]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });
});
