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
  const path = Uint8Array.of(1, 2);
  const page = emptyPage();
  const slot = { kind: "inner", hash: pageHash(page), pageHeight: 7 } as const;

  it("wants path, hash and height to match", () => {
    const cache = createPageCache();
    cache.add(path, page, 7);
    expect(cache.get(path, slot)).toBe(page);
    expect(cache.get(path, { ...slot, pageHeight: 8 })).toBeUndefined();
    expect(cache.get(path, { ...slot, hash: new Uint8Array(32).fill(1) })).toBeUndefined();
    expect(cache.get(Uint8Array.of(0, 1, 2), slot)).toBeUndefined();
    expect(cache.get(Uint8Array.of(1), slot)).toBeUndefined();
  });

  it("keeps the newest page of a path", () => {
    const cache = createPageCache();
    cache.add(path, page, 7);
    cache.add(path, emptyPage(), 8);
    expect(cache.get(path, slot)).toBeUndefined();
    expect(cache.get(path, { ...slot, pageHeight: 8 })).toBeDefined();
  });

  it("keeps no page that lies deeper than trees are", () => {
    const cache = createPageCache();
    cache.add(new Uint8Array(13), page, 7);
    expect(cache.get(new Uint8Array(13), slot)).toBeUndefined();
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
