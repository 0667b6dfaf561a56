import { decodeRangeBundle, type RangeRecord, verifyRangeBundle } from "@cartorio/protocol";
import {
  type HeaderCheck,
  judgeAge,
  judgeAnchor,
  type Proven,
  type ProvenState,
  verifyEd25519,
} from "./proof.ts";

export interface RangeCheck extends HeaderCheck {
  /** Encoded RangeBundle. */
  readonly bundle: Uint8Array;
}

/**
 * Every record below a key prefix. `record` answers for each key under it, asked or not, and throws
 * INV-PROOF-RANGE for any other.
 */
export interface ProvenRangeState extends ProvenState {
  readonly prefixBits: number;
  /** Ascending by key. */
  readonly records: readonly RangeRecord[];
  covers(key: Uint8Array): boolean;
}

/**
 * Follows a range from the trust anchor to all of its records, offline: who stores one can look up
 * without telling anybody what for (docs/ledger.md 4 and 9). Codes as `verifyProof`. Total.
 */
export function verifyRange(check: RangeCheck): Proven<ProvenRangeState> {
  const refused = judgeAnchor(check);
  if (refused !== undefined) return refused;
  const decoded = decodeRangeBundle(check.bundle);
  if (!decoded.ok) return decoded;
  const { anchor } = check;
  const proven = verifyRangeBundle({ bundle: decoded.value, anchor, verify: verifyEd25519 });
  if (!proven.ok) return proven;
  const { header, headerHash, prefixBits, records, covers, lookup: record } = proven.value;
  const { height, time } = header;
  const problem = judgeAge(check, { height, headerHash, time });
  if (problem !== undefined) return { ok: false, code: problem };
  return { ok: true, value: { height, time, headerHash, prefixBits, records, covers, record } };
}
