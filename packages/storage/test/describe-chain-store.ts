import { expect, it } from "vitest";
import type { ChainStore } from "../src/index.ts";
import { certificateOf, filled, makeBlock, makeChain, rootPath } from "./blocks.ts";

/** A store on one disk: `open` creates at first and reopens afterwards. */
export interface ChainStoreFactory {
  open(stateWindow?: number): Promise<ChainStore>;
}

/** What every chain store must do; run by LevelDB and by the in-memory twin. */
export function describeChainStore(makeFactory: () => ChainStoreFactory): void {
  const filledStore = async (
    last: number,
    stateWindow?: number,
  ): Promise<{ factory: ChainStoreFactory; store: ChainStore }> => {
    const factory = makeFactory();
    const store = await factory.open(stateWindow);
    for (const block of makeChain(last)) await store.commitBlock(block);
    return { factory, store };
  };

  it("is empty before the genesis block", async () => {
    const store = await makeFactory().open();
    expect(store.head()).toBeUndefined();
    expect(store.block(0)).toBeUndefined();
    expect(store.header(0)).toBeUndefined();
    expect(store.latestCertificate()).toBeUndefined();
    expect(store.certificate(0)).toBeUndefined();
    expect(store.replay()).toEqual([]);
    expect(store.oldestStateHeight()).toBe(0);
    await store.close();
  });

  it("gives back what was committed, and the same after a restart", async () => {
    const { factory, store } = await filledStore(5);
    const check = (opened: ChainStore): void => {
      for (const block of makeChain(5)) {
        const { height, headerHash, header, proposal, envelopes, receipts } = block;
        expect(opened.block(height)).toEqual({
          height,
          headerHash,
          header,
          proposal,
          envelopes,
          receipts,
        });
        expect(opened.header(height)).toEqual({ header, headerHash });
        expect(opened.heightOf(headerHash)).toBe(height);
        for (const [index, id] of block.transactionIds.entries()) {
          expect(opened.transaction(id)).toEqual({ height, index });
        }
        expect(opened.state.page(rootPath, height)).toEqual(block.state.pages[0]?.bytes);
        expect(opened.state.record(filled(8), height)).toEqual(block.state.records[0]?.bytes);
      }
      expect(opened.head()?.height).toBe(5);
    };
    check(store);
    await store.close();
    const reopened = await factory.open();
    check(reopened);
    await reopened.close();
  });

  it("knows nothing above its head", async () => {
    const { store } = await filledStore(2);
    expect(store.block(3)).toBeUndefined();
    expect(store.header(3)).toBeUndefined();
    expect(store.certificate(3)).toBeUndefined();
    expect(store.block(-1)).toBeUndefined();
    expect(store.block(0.5)).toBeUndefined();
    expect(store.heightOf(filled(99))).toBeUndefined();
    expect(store.transaction(filled(99))).toBeUndefined();
    await store.close();
  });

  it("never answers absent for a page or record that is named", async () => {
    const { store } = await filledStore(1);
    const corrupt = expect.objectContaining({ code: "DATABASE_CORRUPT" });
    expect(() => store.state.page(Uint8Array.of(1), 1)).toThrow(corrupt);
    expect(() => store.state.record(filled(77), 1)).toThrow(corrupt);
    await store.close();
  });

  it("keeps the first place of a transaction id", async () => {
    const { store } = await filledStore(1);
    const first = filled(7, 1, 0);
    const block = makeBlock(2, store.head()?.headerHash);
    const fresh = filled(7, 2, 0);
    const settled = [false, true, false];
    await store.commitBlock({ ...block, transactionIds: [first, fresh, fresh], settled });
    expect(store.transaction(first)).toEqual({ height: 1, index: 0 });
    expect(store.transaction(fresh)).toEqual({ height: 2, index: 1 });
    await store.close();
  });

  it("lets the receipt that settles a transaction take the place of one that did not", async () => {
    const { factory, store } = await filledStore(1);
    const early = makeBlock(2, store.head()?.headerHash);
    const [a = filled(0), b = filled(0)] = early.transactionIds;
    await store.commitBlock({ ...early, settled: [false, false] });
    expect(store.transaction(a)).toEqual({ height: 2, index: 0 });
    const later = makeBlock(3, early.headerHash);
    const copies = [early.receipts[0] ?? filled(0), early.receipts[0] ?? filled(0)];
    const parts = { receipts: copies, transactionIds: [a, a], settled: [false, true] };
    await store.commitBlock({ ...later, ...parts });
    expect(store.transaction(a)).toEqual({ height: 3, index: 1 });
    expect(store.transaction(b)).toEqual({ height: 2, index: 1 });
    const last = makeBlock(4, later.headerHash);
    const { receipts, transactionIds } = early;
    await store.commitBlock({ ...last, receipts, transactionIds, settled: [false, false] });
    expect(store.transaction(a)).toEqual({ height: 3, index: 1 });
    await store.close();
    const reopened = await factory.open();
    expect(reopened.transaction(a)).toEqual({ height: 3, index: 1 });
    await reopened.close();
  });

  it("deletes replaced state once it leaves the window, and blocks never", async () => {
    const { factory, store } = await filledStore(9, 3);
    expect(store.oldestStateHeight()).toBe(6);
    expect(store.state.page(rootPath, 6)).toHaveLength(64);
    expect(() => store.state.page(rootPath, 5)).toThrow(/DATABASE_CORRUPT/u);
    expect(() => store.state.record(filled(8), 5)).toThrow(/DATABASE_CORRUPT/u);
    expect(store.block(0)?.height).toBe(0);
    await store.close();
    const reopened = await factory.open(3);
    expect(reopened.oldestStateHeight()).toBe(6);
    await reopened.close();
  });

  it("catches up when the window was made smaller, and never claims what is gone", async () => {
    const { factory, store } = await filledStore(20, 100);
    expect(store.oldestStateHeight()).toBe(0);
    await store.close();
    const smaller = await factory.open(4);
    let parent = smaller.head()?.headerHash;
    for (let height = 21; height <= 24; height += 1) {
      const block = makeBlock(height, parent);
      await smaller.commitBlock(block);
      parent = block.headerHash;
    }
    expect(smaller.oldestStateHeight()).toBe(20);
    expect(() => smaller.state.page(rootPath, 19)).toThrow(/DATABASE_CORRUPT/u);
    await smaller.close();
    const larger = await factory.open(100);
    expect(larger.oldestStateHeight()).toBe(20);
    await larger.close();
  });

  it("stores certificates once and names the newest", async () => {
    const { factory, store } = await filledStore(4);
    const blocks = makeChain(4);
    const certificates = blocks.map(certificateOf);
    const [, first, second, third] = certificates;
    if (first === undefined || second === undefined || third === undefined) throw new Error("4");
    await Promise.all([store.storeCertificate(third), store.storeCertificate(first)]);
    await store.storeCertificate(second);
    await store.storeCertificate({ ...third, signatures: third.signatures.slice(1) });
    expect(store.latestCertificate()).toEqual(third);
    await store.close();
    const reopened = await factory.open();
    expect(reopened.latestCertificate()).toEqual(third);
    expect(reopened.certificate(1)).toEqual(first);
    expect(reopened.certificate(2)).toEqual(second);
    expect(reopened.certificate(4)).toBeUndefined();
    await reopened.close();
  });

  it("keeps replay memory by bucket and block until it expires", async () => {
    const { factory, store } = await filledStore(31);
    const expected = makeChain(31)
      .slice(10)
      .map((block) => ({
        bucket: Math.floor(block.height / 10),
        height: block.height,
        ids: block.transactionIds,
      }));
    expect(store.replay()).toEqual(expected);
    await store.close();
    const reopened = await factory.open();
    expect(reopened.replay()).toEqual(expected);
    await reopened.close();
  });

  it("stops at a block that does not extend the chain", async () => {
    const { store } = await filledStore(2);
    const head = store.head()?.headerHash;
    const next = makeBlock(3, head);
    await expect(store.commitBlock(makeBlock(4, head))).rejects.toThrow(/^INV-STORAGE-HEIGHT/u);
    await expect(store.commitBlock(makeBlock(3, filled(1)))).rejects.toThrow(
      /^INV-STORAGE-PARENT/u,
    );
    await expect(store.commitBlock({ ...next, headerHash: filled(1) })).rejects.toThrow(
      /^INV-STORAGE-HASH/u,
    );
    await expect(store.storeCertificate(certificateOf(next))).rejects.toThrow(
      /^INV-STORAGE-CERTIFICATE/u,
    );
    expect(store.head()?.height).toBe(2);
    await store.commitBlock(next);
    expect(store.head()?.height).toBe(3);
    await store.close();
  });

  it("commits in the order of calls when the caller does not wait", async () => {
    const store = await makeFactory().open();
    await Promise.all(makeChain(6).map((block) => store.commitBlock(block)));
    expect(store.head()?.height).toBe(6);
    await store.close();
  });
}
