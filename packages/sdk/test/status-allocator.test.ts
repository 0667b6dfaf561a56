import { sha256, utf8Encode } from "@cartorio/crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createStatusAllocator, type DurableCounter } from "../src/index.ts";

const key = sha256(utf8Encode("key of the list"));

/** A counter whose store outlives it: what it gave is durable before it gives it. */
function counterOn(store: { next: number }): DurableCounter {
  return {
    async next() {
      const given = store.next;
      store.next += 1;
      return given;
    },
  };
}

async function allIndices(length: number, lanes: number): Promise<number[]> {
  const found: number[] = [];
  for (let lane = 0; lane < lanes; lane += 1) {
    const counter = counterOn({ next: 0 });
    const allocator = createStatusAllocator({ length, key, counter, lane, lanes });
    const count = Math.ceil((length - lane) / lanes);
    for (let index = 0; index < count; index += 1) found.push(await allocator.allocate());
    await expect(allocator.allocate()).rejects.toThrow("TOO_LARGE");
  }
  return found;
}

describe("the allocator of status indices", () => {
  it("gives every index once, whatever the length and the lanes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 700 }),
        fc.integer({ min: 1, max: 7 }),
        async (length, lanes) => {
          const all = await allIndices(length, lanes);
          expect(all.toSorted((left, right) => left - right)).toEqual(
            Array.from({ length }, (_, index) => index),
          );
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  it("stays inside the shortest list of the ledger and repeats nothing", async () => {
    const counter = counterOn({ next: 0 });
    const allocator = createStatusAllocator({ length: 131_072, key, counter });
    const found = new Set<number>();
    for (let count = 0; count < 5000; count += 1) found.add(await allocator.allocate());
    expect(found.size).toBe(5000);
    expect(Math.max(...found)).toBeLessThan(131_072);
    // Neighbours in time are no neighbours in the list.
    const inOrder = [...found];
    const near = inOrder.filter((index, at) => Math.abs(index - (inOrder[at - 1] ?? -9)) < 3);
    expect(near.length).toBeLessThan(10);
  });

  it("goes on after a crash without a repetition", async () => {
    const store = { next: 0 };
    const before = createStatusAllocator({ length: 1000, key, counter: counterOn(store) });
    const first = await Promise.all([before.allocate(), before.allocate(), before.allocate()]);
    const after = createStatusAllocator({ length: 1000, key, counter: counterOn(store) });
    const later = await Promise.all([after.allocate(), after.allocate()]);
    expect(new Set([...first, ...later]).size).toBe(5);
  });

  it("gives nothing that is not durable", async () => {
    const counter = { next: async () => Promise.reject(new Error("disk full")) };
    const allocator = createStatusAllocator({ length: 1000, key, counter });
    await expect(allocator.allocate()).rejects.toThrow("disk full");
  });

  it("orders differently under another key", async () => {
    const order = async (own: Uint8Array) => {
      const allocator = createStatusAllocator({
        length: 1000,
        key: own,
        counter: counterOn({ next: 0 }),
      });
      return [await allocator.allocate(), await allocator.allocate(), await allocator.allocate()];
    };
    expect(await order(key)).toEqual(await order(key.slice()));
    expect(await order(key)).not.toEqual(await order(sha256(key)));
  });

  it.each([
    ["a short key", { key: key.slice(1) }],
    ["a lane beyond", { lane: 2, lanes: 2 }],
    ["half a lane", { lane: 0.5, lanes: 2 }],
    ["no length", { length: 0 }],
  ])("refuses %s", (_, more) => {
    const counter = counterOn({ next: 0 });
    expect(() => createStatusAllocator({ length: 1000, key, counter, ...more })).toThrow(
      "MALFORMED",
    );
  });
});
