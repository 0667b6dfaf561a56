import type { ChainStore, StoredBlock } from "@cartorio/storage";

/** Clients ask for the transactions of the newest blocks, many for each. Bounds memory to a few blocks. */
const cachedBlocks = 6;

/** Blocks by height, the most recently asked for kept decoded. Blocks never change. */
export function createBlockCache(store: ChainStore): (height: number) => StoredBlock | undefined {
  const cache = new Map<number, StoredBlock>();
  return (height) => {
    const block = cache.get(height) ?? store.block(height);
    if (block === undefined) return undefined;
    cache.delete(height);
    cache.set(height, block);
    const oldest = cache.keys().next();
    if (cache.size > cachedBlocks && !oldest.done) cache.delete(oldest.value);
    return block;
  };
}
