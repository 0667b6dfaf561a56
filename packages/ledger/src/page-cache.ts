import { equalBytes } from "@cartorio/crypto";
import { createGenerationCache } from "./generation-cache.ts";
import { type Page, pageHash } from "./page.ts";

/**
 * Decoded pages kept in memory: the whole tree up to about 100,000 leaves, the upper levels of a
 * larger one. A full page takes about 5 kB, so at most twice this number stays below 100 MB.
 */
const cachedPages = 8192;
const nameBytes = 6;

/**
 * Pages by the hash of their subtree and the height that wrote them. The hash alone would not do: a
 * page that came back with old content names newer records.
 */
export interface PageCache {
  get(hash: Uint8Array, height: number): Page | undefined;
  add(page: Page, height: number): void;
}

export function createPageCache(): PageCache {
  const pages = createGenerationCache<number, { readonly page: Page; readonly height: number }>(
    cachedPages,
  );
  return {
    get(hash, height) {
      const entry = pages.get(nameOf(hash));
      // Names are short: two pages may share one, and the later takes the place.
      if (entry === undefined || entry.height !== height) return undefined;
      return equalBytes(pageHash(entry.page), hash) ? entry.page : undefined;
    },
    add: (page, height) => pages.set(nameOf(pageHash(page)), { page, height }),
  };
}

/** The first 48 bits: a small integer is looked up faster than any text. */
function nameOf(hash: Uint8Array): number {
  let name = 0;
  for (let index = 0; index < nameBytes; index += 1) name = name * 256 + (hash[index] ?? 0);
  return name;
}
