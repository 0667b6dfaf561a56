import { equalBytes } from "@cartorio/crypto";
import { createGenerationCache, type GenerationCache } from "./generation-cache.ts";
import { type InnerSlot, type Page, pageHash } from "./page.ts";

/**
 * Pages with pages below them: few, and on the way to everything. A tree of a million DIDs (three
 * million records) has 70,000 of them, at about 1.5 kB: all are kept.
 */
const cachedUpperPages = 75_000;
/**
 * Pages of leaves alone: in a large tree each is seldom met twice, and kept together with the others
 * they would push them out with every block.
 */
const cachedLowerPages = 8192;
/** Keys are hashes: only a tree of 10^14 records would need pages below it. */
const cachedDepth = 12;

/**
 * The newest page that was met at each path, at most twice the numbers above: 130 MB, 250 MB in
 * a larger tree. What
 * is found there counts only for the hash and the height that were asked for: a page that came back
 * with old content names newer records.
 */
export interface PageCache {
  get(path: Uint8Array, slot: InnerSlot): Page | undefined;
  add(path: Uint8Array, page: Page, height: number): void;
}

interface Cached {
  readonly page: Page;
  readonly height: number;
}
type Pages = GenerationCache<number, Cached>;

export function createPageCache(): PageCache {
  const upper: Pages = createGenerationCache(cachedUpperPages);
  const lower: Pages = createGenerationCache(cachedLowerPages);
  return {
    get(path, { hash, pageHeight }) {
      const name = nameOf(path);
      const isAsked = (entry: Cached | undefined): entry is Cached =>
        entry?.height === pageHeight && equalBytes(pageHash(entry.page), hash);
      const above = upper.get(name);
      if (isAsked(above)) return above.page;
      const last = lower.get(name);
      return isAsked(last) ? last.page : undefined;
    },
    add(path, page, height) {
      if (path.length > cachedDepth) return;
      const pages = page.inners === 0 ? lower : upper;
      pages.set(nameOf(path), { page, height });
    },
  };
}

/** The nibbles behind a 1: a number is looked up faster than any text. */
function nameOf(path: Uint8Array): number {
  let name = 1;
  for (const nibble of path) name = name * 16 + nibble;
  return name;
}
