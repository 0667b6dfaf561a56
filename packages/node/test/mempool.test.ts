import type { DecodedEnvelope } from "@cartorio/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addToMempool,
  createMempool,
  expire,
  hasAdmissible,
  type Mempool,
  mempoolTransaction,
  release,
  removeTransactions,
  reserve,
  selectTransactions,
} from "../src/mempool.ts";

const limits = { maxBytes: 1_000, maxTransactions: 5, maxPerPayer: 3 };

function bytesOf(value: number): Uint8Array {
  const bytes = new Uint8Array(32);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

interface EnvelopeShape {
  readonly id: number;
  readonly hash?: number;
  readonly payer?: string;
  readonly size?: number;
  readonly validUntil?: number;
}

function envelope(shape: EnvelopeShape): DecodedEnvelope {
  const { id, hash = id, payer = "did:cartorio:t:a", size = 100, validUntil = 1_000 } = shape;
  return {
    bytes: new Uint8Array(size),
    hash: bytesOf(hash),
    id: bytesOf(id),
    envelope: { body: new Uint8Array(), signatures: [] },
    body: {
      chainId: new Uint8Array(32),
      signers: [],
      validUntil,
      nonce: bytesOf(id),
      operations: [],
    },
    cost: 1,
    payer,
  };
}

function chosenIds(mempool: Mempool): readonly number[] {
  const { chosen } = selectTransactions(mempool, () => "added");
  return chosen.map((hash) => new DataView(hash.buffer).getUint32(0));
}

describe("mempool", () => {
  it("keeps the first envelope of a transaction id and names another one a duplicate", () => {
    const mempool = createMempool(limits);
    expect(addToMempool(mempool, envelope({ id: 1, hash: 10 }))).toBeUndefined();
    expect(addToMempool(mempool, envelope({ id: 1, hash: 11 }))).toBe("DUPLICATE_TRANSACTION");
    expect(mempoolTransaction(mempool, bytesOf(1))?.hash).toEqual(bytesOf(10));
  });

  it("refuses by count, by bytes and by payer, each with its code", () => {
    const mempool = createMempool(limits);
    for (const id of [1, 2, 3]) expect(addToMempool(mempool, envelope({ id }))).toBeUndefined();
    expect(addToMempool(mempool, envelope({ id: 4 }))).toBe("SENDER_LIMIT");
    expect(addToMempool(mempool, envelope({ id: 4, payer: "b", size: 701 }))).toBe("MEMPOOL_FULL");
    expect(addToMempool(mempool, envelope({ id: 4, payer: "b", size: 700 }))).toBeUndefined();
    const small = createMempool({ ...limits, maxTransactions: 1 });
    expect(addToMempool(small, envelope({ id: 1 }))).toBeUndefined();
    expect(addToMempool(small, envelope({ id: 2, payer: "b" }))).toBe("MEMPOOL_FULL");
  });

  it("does not choose what a proposal in flight names, until its height is over", () => {
    const mempool = createMempool(limits);
    for (const id of [1, 2, 3]) addToMempool(mempool, envelope({ id }));
    reserve(mempool, 7, [bytesOf(1), bytesOf(2)]);
    expect(chosenIds(mempool)).toEqual([3]);
    expect(mempool.free).toBe(1);
    release(mempool, 7);
    expect(chosenIds(mempool)).toEqual([1, 2, 3]);
  });

  it("reserves an envelope that comes after the proposal that names it", () => {
    const mempool = createMempool(limits);
    reserve(mempool, 7, [bytesOf(1)]);
    addToMempool(mempool, envelope({ id: 1 }));
    expect(mempool.free).toBe(0);
    expect(chosenIds(mempool)).toEqual([]);
  });

  it("drops what expired before the block time, but nothing that a proposal in flight names", () => {
    const mempool = createMempool(limits);
    addToMempool(mempool, envelope({ id: 1, validUntil: 99 }));
    addToMempool(mempool, envelope({ id: 2, validUntil: 100 }));
    addToMempool(mempool, envelope({ id: 3, validUntil: 99 }));
    reserve(mempool, 1, [bytesOf(3)]);
    expect(expire(mempool, 100).map((gone) => gone.id)).toEqual([bytesOf(1)]);
    expect(chosenIds(mempool)).toEqual([2]);
  });

  it("stops choosing when the block is full and says so", () => {
    const mempool = createMempool(limits);
    for (const id of [1, 2, 3]) addToMempool(mempool, envelope({ id }));
    let room = 1;
    const answer = selectTransactions(mempool, () => (room-- > 0 ? "added" : "full"));
    expect(answer).toEqual({ chosen: [bytesOf(1)], full: true });
  });

  it("its counters equal what it holds after any sequence of calls", () => {
    const call = fc.record({
      kind: fc.constantFrom("add", "remove", "reserve", "release", "expire"),
      id: fc.integer({ min: 1, max: 8 }),
      payer: fc.constantFrom("a", "b"),
      height: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(call, { maxLength: 60 }), (calls) => {
        const mempool = createMempool(limits);
        for (const { kind, id, payer, height } of calls) {
          if (kind === "add") addToMempool(mempool, envelope({ id, payer, validUntil: id * 10 }));
          else if (kind === "remove") removeTransactions(mempool, [bytesOf(id)]);
          else if (kind === "reserve") reserve(mempool, height, [bytesOf(id), bytesOf(id + 1)]);
          else if (kind === "release") release(mempool, height);
          else expire(mempool, id * 10);
        }
        const entries = [...mempool.byHash.values()];
        expect(mempool.free).toBe(entries.filter((e) => e.reservedBy === undefined).length);
        expect(mempool.bytes).toBe(entries.length * 100);
        expect(mempool.hashById.size).toBe(entries.length);
        expect([...mempool.perPayer.values()].reduce((sum, n) => sum + n, 0)).toBe(entries.length);
        for (const [height, keys] of mempool.reserved)
          for (const key of keys)
            expect(mempool.reserved.has(mempool.reservedHeight.get(key) ?? height)).toBe(true);
      }),
    );
  });
});

it("an expired transaction does not count as waiting, one in flight neither", () => {
  const mempool = createMempool(limits);
  addToMempool(mempool, envelope({ id: 1, validUntil: 100 }));
  expect([100, 101].map((now) => hasAdmissible(mempool, now))).toEqual([true, false]);
  addToMempool(mempool, envelope({ id: 2, validUntil: 200 }));
  expect(hasAdmissible(mempool, 150)).toBe(true);
  reserve(mempool, 1, [bytesOf(2)]);
  expect(hasAdmissible(mempool, 150)).toBe(false);
});
