import { describe, expect, it } from "vitest";
import { chainStoreOn } from "../src/chain-store.ts";
import type { KeyValueStore } from "../src/key-value.ts";
import { memoryDisk, memoryKeyValue } from "../src/memory-key-value.ts";
import { makeChain } from "./blocks.ts";

/** LevelDB shows a batch as soon as its thread has written it, before the promise resolves here. */
function visibleEarly(): { readonly store: KeyValueStore; readonly finish: () => void } {
  const store = memoryKeyValue(memoryDisk());
  const { promise, resolve } = Promise.withResolvers<void>();
  const write: KeyValueStore["write"] = async (batch) => {
    await store.write(batch);
    await promise;
  };
  return { store: { ...store, write }, finish: resolve };
}

describe("a block whose batch can be read already", () => {
  it("is named by no index before it counts as executed", async () => {
    const { store, finish } = visibleEarly();
    const chain = await chainStoreOn(store);
    const [block] = makeChain(0);
    const [id] = block?.transactionIds ?? [];
    if (block === undefined || id === undefined) throw new Error("no block");
    const committed = chain.commitBlock(block);
    // The write is applied within these turns; the commit waits for `finish`.
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    expect([chain.block(0), chain.transaction(id), chain.heightOf(block.headerHash)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    finish();
    await committed;
    expect(chain.transaction(id)).toEqual({ height: 0, index: 0 });
    expect(chain.heightOf(block.headerHash)).toBe(0);
    expect(chain.block(0)?.receipts).toHaveLength(block.receipts.length);
  });
});
