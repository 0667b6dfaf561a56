import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256Bytes as onNode } from "../src/node/sha256.ts";
import { sha256Bytes as pure } from "../src/sha256.ts";

describe("SHA-256", () => {
  it("is the same in pure code and on Node, for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 700 }), (bytes) => {
        expect(onNode(bytes)).toEqual(pure(bytes));
      }),
    );
  });

  it("hashes a view, not the memory behind it, and gives plain bytes", () => {
    const memory = new Uint8Array(64).fill(1);
    const view = memory.subarray(10, 20);
    expect(onNode(view)).toEqual(pure(new Uint8Array(10).fill(1)));
    expect(onNode(view).constructor).toBe(Uint8Array);
  });
});
