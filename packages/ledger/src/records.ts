import { byteKey } from "@cartorio/crypto";
import { type KeyRange, limits, type Multiproof, type RangeRecord } from "@cartorio/protocol";
import type { Ledger } from "./ledger.ts";
import type { Page } from "./page.ts";
import { proveKeys } from "./tree-proof.ts";
import { findRange } from "./tree-range.ts";
import { findRecord, loadRootPage, readLeafRecord } from "./tree-reader.ts";

// Reads of any version of the state inside the retained window (docs/ledger.md 3). The root page of a
// height is the page at the empty path that its block wrote: every block writes one.

/** Of a range; the other half is for the links from the anchor and what the encoding adds. */
const maxRecordBytes = limits.maxProofBytes / 2;

/** Where to read: the height of the executed block whose state is meant. */
export interface ReadAt {
  readonly stateRootHeight: number;
}

/**
 * Records of state keys, in their order; undefined = absent. The height must be inside the retained
 * window (else the reader throws DATABASE_CORRUPT, since the page is gone): the caller checks that
 * and answers STATE_PRUNED.
 */
export function readRecords(
  ledger: Ledger,
  keys: readonly Uint8Array[],
  at: ReadAt,
): (Uint8Array | undefined)[] {
  const root = rootOf(ledger, at.stateRootHeight);
  return keys.map((key) => findRecord(ledger.tree, root, key));
}

export interface ProvenRecords {
  /** Against the state root of the height; for the distinct keys. */
  readonly multiproof: Multiproof;
  /** In the order of the keys asked for; undefined = proven absent. */
  readonly records: readonly (Uint8Array | undefined)[];
}

/** Records with one proof of presence and absence; the height as for {@link readRecords}. */
export function proveRecords(
  ledger: Ledger,
  keys: readonly Uint8Array[],
  height: number,
): ProvenRecords {
  const { multiproof, leaves } = proveKeys(ledger.tree, rootOf(ledger, height), keys);
  const records = keys.map((key) => {
    const leaf = leaves.get(byteKey(key));
    return leaf && readLeafRecord(ledger.tree, leaf);
  });
  return { multiproof, records };
}

/**
 * All records below a key prefix that is widened until they are 256, with what proves them; the height
 * as for {@link readRecords}. Undefined if they are more than `maxRangeRecords`, or larger together
 * than a proof may be.
 */
export function proveRange(
  ledger: Ledger,
  wanted: { readonly key: Uint8Array; readonly bits: number },
  height: number,
): KeyRange | undefined {
  const { tree } = ledger;
  const range = findRange(tree, rootOf(ledger, height), wanted);
  if (range === undefined) return undefined;
  const { leaves, ...place } = range;
  const records: RangeRecord[] = [];
  let bytes = 0;
  for (const leaf of leaves) {
    const record = readLeafRecord(tree, leaf);
    bytes += record.length + limits.hashBytes;
    if (bytes > maxRecordBytes) return undefined;
    records.push({ key: leaf.key, record });
  }
  return { ...place, records };
}

function rootOf(ledger: Ledger, height: number): Page {
  return height === ledger.head.height ? ledger.root : loadRootPage(ledger.tree, height);
}
