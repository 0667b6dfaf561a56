import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { encodeMultikey } from "../src/index.ts";
import { judgeBatch, packBatch } from "../src/node/batch.ts";
import {
  createVerifierPool,
  ed25519KeyPairFromSeed,
  type SignatureItem,
  signEd25519,
  type VerifierPool,
  type VerifierPoolOptions,
  verifySignatureNode,
} from "../src/node/index.ts";

const faulty = new URL("fixtures/faulty-worker.ts", import.meta.url);
const keyPair = ed25519KeyPairFromSeed(new Uint8Array(32).fill(21));
const multikey = encodeMultikey("ed25519", keyPair.publicKey);
const THROW = 251;
const EXIT = 252;
const SILENT = 253;

const pools: VerifierPool[] = [];
function createPool(options: VerifierPoolOptions): VerifierPool {
  const pool = createVerifierPool(options);
  pools.push(pool);
  return pool;
}
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

/** A signed message that starts with the byte; `valid` false breaks the signature. */
function signed(first: number, valid = true): SignatureItem {
  const message = Uint8Array.of(first, 1, 2);
  const signature = signEd25519(keyPair, message);
  return {
    multikey,
    message,
    signature: valid ? signature : signature.with(0, (signature[0] ?? 0) ^ 1),
  };
}

function mixed(count: number): { items: SignatureItem[]; expected: boolean[] } {
  const expected = Array.from({ length: count }, (_, index) => index % 7 !== 3);
  return { items: expected.map((valid, index) => signed(index % 200, valid)), expected };
}

describe("packed batches", () => {
  it("carry every byte and every verdict", () => {
    const part = fc.uint8Array({ maxLength: 40 });
    const item = fc.record({ multikey: part, message: part, signature: part });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 20 }), (items) => {
        const seen: SignatureItem[] = [];
        const buffer = packBatch(items);
        judgeBatch(buffer, (key, message, signature) => {
          seen.push(structuredClone({ multikey: key, message, signature }));
          return message.length % 2 === 0;
        });
        expect(seen).toEqual(items);
        const verdicts = [...new Uint8Array(buffer, 0, items.length)];
        expect(verdicts).toEqual(items.map(({ message }) => 1 - (message.length % 2)));
      }),
    );
  });
});

describe.each([0, 1, 2])("verifier pool with %i workers", (workers) => {
  it("answers in order, also for batches at the same time", async () => {
    const pool = createPool({ workers, maxQueued: 5000 });
    const batches = [1, 15, 16, 17, 300, 1000].map(mixed);
    const verdicts = await Promise.all(batches.map(({ items }) => pool.verifyBatch(items)));
    expect(verdicts).toEqual(batches.map(({ expected }) => expected));
    expect(await pool.verifyBatch([])).toEqual([]);
    expect(pool.queued()).toBe(0);
    const [first] = mixed(1).items;
    expect(first && verifySignatureNode(first.multikey, first.message, first.signature)).toBe(true);
  });

  it("leaves the caller's bytes as they are", async () => {
    const pool = createPool({ workers, maxQueued: 10 });
    const item = signed(1);
    const before = structuredClone(item);
    await pool.verifyBatch([item]);
    expect(item).toEqual(before);
  });

  it("refuses work after close and after an abort", async () => {
    const pool = createPool({ workers, maxQueued: 10 });
    const reason = new Error("no longer wanted");
    const aborted = pool.verifyBatch([signed(1)], AbortSignal.abort(reason));
    await expect(aborted).rejects.toBe(reason);
    await pool.close();
    await expect(pool.verifyBatch([signed(1)])).rejects.toMatchObject({ code: "POOL_CLOSED" });
  });
});

describe("verifier pool under faults", () => {
  it.each([THROW, EXIT])(
    "rejects the batch of a crashed thread (%i) and goes on",
    async (fault) => {
      const pool = createPool({ workers: 1, maxQueued: 100, workerURL: faulty });
      const crashed = pool.verifyBatch([signed(fault)]);
      await expect(crashed).rejects.toMatchObject({ code: "WORKER_CRASHED" });
      expect(pool.queued()).toBe(0);
      expect(await pool.verifyBatch([signed(1), signed(2, false)])).toEqual([true, false]);
    },
  );

  it("restarts for the jobs that waited behind a crash", async () => {
    const pool = createPool({ workers: 1, maxQueued: 100, workerURL: faulty });
    const batches = [EXIT, 1, 2, 3].map((first) => pool.verifyBatch([signed(first)]));
    const results = await Promise.allSettled(batches);
    expect(results[0]).toMatchObject({ status: "rejected", reason: { code: "WORKER_CRASHED" } });
    expect(results.slice(2)).toEqual([2, 3].map(() => ({ status: "fulfilled", value: [true] })));
    expect(pool.queued()).toBe(0);
  });

  it("rejects when the thread cannot even start", async () => {
    const workerURL = new URL("fixtures/no-such-worker.ts", import.meta.url);
    const pool = createPool({ workers: 2, maxQueued: 100, workerURL });
    const lost = pool.verifyBatch(mixed(100).items);
    await expect(lost).rejects.toMatchObject({ code: "WORKER_CRASHED" });
  });

  it("takes no batch beyond its bound, and takes it once there is room", async () => {
    const pool = createPool({ workers: 1, maxQueued: 3, workerURL: faulty });
    const controller = new AbortController();
    const stuck = [SILENT, SILENT].map((first) => pool.verifyBatch([signed(first)]));
    const waiting = pool.verifyBatch([signed(3)], controller.signal);
    await expect(pool.verifyBatch([signed(4)])).rejects.toMatchObject({ code: "QUEUE_FULL" });
    expect(pool.queued()).toBe(3);
    controller.abort(new Error("given up"));
    await expect(waiting).rejects.toThrow("given up");
    await Promise.all([
      ...stuck.map((batch) => expect(batch).rejects.toMatchObject({ code: "POOL_CLOSED" })),
      pool.close(),
    ]);
    expect(pool.queued()).toBe(0);
  });

  it("drops what an aborted batch still had waiting, and serves the next", async () => {
    const pool = createPool({ workers: 1, maxQueued: 2000, workerURL: faulty });
    const controller = new AbortController();
    // The crash waits in the last job, which is reached only if it is not dropped.
    const items = [...mixed(1000).items, signed(EXIT)];
    const aborted = pool.verifyBatch(items, controller.signal);
    const next = pool.verifyBatch([signed(1)]);
    controller.abort(new Error("given up"));
    await expect(aborted).rejects.toThrow("given up");
    expect(await next).toEqual([true]);
    expect(pool.queued()).toBe(0);
  });
});
