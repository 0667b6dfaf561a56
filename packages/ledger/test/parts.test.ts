import { byteKey } from "@cartorio/crypto";
import { describe, expect, it } from "vitest";
import { createGenerationCache } from "../src/generation-cache.ts";
import { emptyPage, pageHash } from "../src/page.ts";
import { createPageCache } from "../src/page-cache.ts";
import { decodedRecord } from "../src/state.ts";

describe("the generation cache", () => {
  it("never holds more than twice its capacity and keeps what is used", () => {
    const cache = createGenerationCache<number, string>(10);
    cache.set(-1, "busy");
    for (let index = 0; index < 1000; index += 1) {
      cache.set(index, `${index}`);
      expect(cache.get(-1)).toBe("busy");
      expect(cache.size()).toBeLessThanOrEqual(20);
    }
    expect(cache.get(999)).toBe("999");
    expect(cache.get(3)).toBeUndefined();
  });
});

describe("the page cache", () => {
  it("wants hash and height to match", () => {
    const cache = createPageCache();
    const page = emptyPage();
    cache.add(page, 7);
    expect(cache.get(pageHash(page), 7)).toBe(page);
    expect(cache.get(pageHash(page), 8)).toBeUndefined();
    const sameName = new Uint8Array(32).fill(1, 6);
    expect(cache.get(sameName, 7)).toBeUndefined();
  });
});

it("byte keys differ where bytes differ", () => {
  const bytes = Array.from({ length: 256 }, (_, value) => Uint8Array.of(value));
  expect(new Set(bytes.map(byteKey)).size).toBe(256);
  expect(byteKey(Uint8Array.of(0, 0))).not.toBe(byteKey(Uint8Array.of(0)));
});

it("a certified record that does not decode is a broken invariant", () => {
  expect(() => decodedRecord({ ok: false, code: "MALFORMED" })).toThrow("INV-STATE-RECORD");
});
