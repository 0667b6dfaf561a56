import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chainStoreOn } from "../src/chain-store.ts";
import { type ChainStore, createChainStore } from "../src/index.ts";
import type { KeyValueStore } from "../src/key-value.ts";
import { memoryDisk, memoryKeyValue } from "../src/memory-key-value.ts";
import type { BlockCommit } from "../src/ports.ts";
import { filled, identity, makeBlock, noise } from "./blocks.ts";
import { temporaryDirectory } from "./temporary-directory.ts";

const mebibyte = 1 << 20;
const recordsPerBlock = 256;
const recordBytes = 4096;
const blocks = 30;

/** A block that replaces everything that the one before it wrote: 1 MiB of state. */
function replacingBlock(height: number, parent: Uint8Array | undefined): BlockCommit {
  const block = makeBlock(height, parent);
  const numbers = Array.from({ length: recordsPerBlock }, (_, index) => index);
  const keyOf = (index: number): Uint8Array => filled(index, 7);
  const records = numbers.map((index) => ({
    key: keyOf(index),
    bytes: noise(recordBytes, height * recordsPerBlock + index),
  }));
  const staleRecords =
    height === 0 ? [] : numbers.map((index) => ({ key: keyOf(index), height: height - 1 }));
  return { ...block, state: { ...block.state, records, staleRecords } };
}

async function fill(store: ChainStore): Promise<void> {
  for (let height = 0; height < blocks; height += 1)
    await store.commitBlock(replacingBlock(height, store.head()?.headerHash));
}

function bytesIn(directory: string): number {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

describe("pruning of replaced state", () => {
  it("shrinks the disk to what the window holds", async () => {
    const [kept, pruned] = [temporaryDirectory(), temporaryDirectory()];
    const keeping = await createChainStore(join(kept, "chain"), identity, { stateWindow: blocks });
    await fill(keeping);
    await keeping.compact();
    const pruning = await createChainStore(join(pruned, "chain"), identity, { stateWindow: 2 });
    await fill(pruning);
    // LevelDB drops what was deleted as it goes, apart from its newest files.
    expect(bytesIn(pruned)).toBeLessThan(bytesIn(kept));
    await pruning.compact();
    expect(bytesIn(kept)).toBeGreaterThan((blocks * recordsPerBlock * recordBytes * 9) / 10);
    expect(bytesIn(pruned)).toBeLessThan(8 * mebibyte);
    expect(pruning.state.record(filled(1, 7), blocks - 1)).toHaveLength(recordBytes);
    expect(keeping.state.record(filled(1, 7), 0)).toHaveLength(recordBytes);
    await keeping.close();
    await pruning.close();
  }, 60_000);

  it("refuses a height before the batch that deletes it can be seen", async () => {
    const values = memoryKeyValue(memoryDisk());
    const { promise, resolve } = Promise.withResolvers<void>();
    let isHeld = false;
    const write: KeyValueStore["write"] = async (batch) => {
      await values.write(batch);
      if (isHeld) await promise;
    };
    const store = await chainStoreOn({ ...values, write }, { stateWindow: 1 });
    for (let height = 0; height < 3; height += 1)
      await store.commitBlock(makeBlock(height, store.head()?.headerHash));
    expect(store.oldestStateHeight()).toBe(1);
    isHeld = true;
    const committed = store.commitBlock(makeBlock(3, store.head()?.headerHash));
    await new Promise((done) => setImmediate(done));
    await new Promise((done) => setImmediate(done));
    expect(() => store.state.page(new Uint8Array(0), 1)).toThrow(/DATABASE_CORRUPT/u);
    expect([store.head()?.height, store.oldestStateHeight()]).toEqual([2, 2]);
    resolve();
    await committed;
    expect(store.head()?.height).toBe(3);
  });
});
