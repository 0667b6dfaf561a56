import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  createEvidenceStore,
  type EvidenceFound,
  maxEvidenceBytes,
} from "../src/evidence-store.ts";

let directory = "";
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "cartorio-evidence-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const found = (change: Partial<EvidenceFound> = {}): EvidenceFound => ({
  kind: "evidence",
  ...{ validator: 2, offence: "twoPrepares", height: 7 },
  messages: [Uint8Array.of(1, 2), Uint8Array.of(3)],
  ...change,
});

describe("evidence on the disk (docs/consensus.md 10)", () => {
  it("is one file per validator, epoch and offence; the first one stays", async () => {
    const store = createEvidenceStore(directory, () => 5);
    expect(await store.list()).toEqual([]);
    expect(await store.keep(1, found())).toBe("kept");
    expect(await store.keep(1, found({ height: 9 }))).toBe("known");
    expect(await store.keep(2, found())).toBe("kept");
    expect(await store.keep(1, found({ offence: "twoCommits" }))).toBe("kept");
    expect(await store.keep(1, found({ validator: 3 }))).toBe("kept");
    const again = await createEvidenceStore(directory, () => 6).list();
    expect(again.map(({ epoch, validator, offence }) => [epoch, validator, offence])).toEqual([
      [1, 2, "twoCommits"],
      [1, 2, "twoPrepares"],
      [1, 3, "twoPrepares"],
      [2, 2, "twoPrepares"],
    ]);
    const first = { epoch: 1, validator: 2, offence: "twoPrepares", height: 7, time: 5 };
    expect(again[1]).toEqual({ id: "1-2-twoPrepares", ...first, messageBytes: 3 });
    expect(await store.read("1-2-twoPrepares")).toEqual({ ...first, messages: ["AQI", "Aw"] });
    expect(await store.read("../evidence/1-2-twoPrepares")).toBeUndefined();
  });

  it("is bounded, also when it comes all at once", async () => {
    const store = createEvidenceStore(directory, () => 5, 3);
    const kept = await Promise.all(
      [0, 1, 2, 3, 4].map((validator) => store.keep(0, found({ validator }))),
    );
    expect(kept).toEqual(["kept", "kept", "kept", "full", "full"]);
    const huge = new Uint8Array(maxEvidenceBytes);
    const other = createEvidenceStore(join(directory, "other"), () => 5);
    expect(await other.keep(0, found({ messages: [huge, Uint8Array.of(1)] }))).toBe("full");
  });

  it("leaves no half file under the name of a whole one, and reads past damage", async () => {
    const store = createEvidenceStore(directory, () => 5);
    const folder = join(directory, "evidence");
    await mkdir(folder);
    await writeFile(join(folder, "0-1-twoCommits.json"), '{"epoch":0');
    await writeFile(join(folder, "0-1-twoPrepares.json"), '{"epoch":0,"offence":"kindness"}');
    await writeFile(join(folder, "0-9-twoPrepares.json.new"), "cut off by a crash");
    await store.keep(0, found());
    expect((await readdir(folder)).filter((name) => name.includes("-2-"))).toEqual([
      "0-2-twoPrepares.json",
    ]);
    expect(await store.list()).toMatchObject([{ validator: 2 }]);
  });

  it("rejects when the disk fails", async () => {
    await writeFile(join(directory, "evidence"), "a file where the folder should be");
    const store = createEvidenceStore(directory, () => 5);
    await expect(store.keep(0, found())).rejects.toThrow();
    await rm(join(directory, "evidence"));
    expect(await store.keep(0, found())).toBe("kept");
  });
});
