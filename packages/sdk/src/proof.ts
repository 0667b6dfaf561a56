import { concatBytes, equalBytes, hexEncode, verifySignature } from "@cartorio/crypto";
import {
  allQuestionKeys,
  decodeProofBundle,
  type ErrorCode,
  fitsOneProof,
  maxQuestionSteps,
  type ProofQuestion,
  questionKeys,
  type TrustAnchor,
  verifyProofBundle,
} from "@cartorio/protocol";

/** A trust anchor with the day on which the integrator took it over (docs/ledger.md 9). */
export interface DatedTrustAnchor extends TrustAnchor {
  /** Milliseconds since 1970. */
  readonly date: number;
}

/** A certified header that was seen. */
export interface SeenHeader {
  readonly height: number;
  readonly headerHash: Uint8Array;
}

/** Records of one certified height, each proven to be there or not to be. */
export interface ProvenState {
  readonly height: number;
  /** Block time. */
  readonly time: number;
  readonly headerHash: Uint8Array;
  /** Undefined is proven absence. Throws INV-SDK-UNASKED for a key that the questions did not cover. */
  record(key: Uint8Array): Uint8Array | undefined;
}

interface Refusal {
  readonly ok: false;
  readonly code: ErrorCode;
  readonly field?: string;
}
export type Proven<T> = { readonly ok: true; readonly value: T } | Refusal;

/** What a header has to satisfy beside its certificates. */
export interface HeaderCheck {
  readonly anchor: DatedTrustAnchor;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Refuse a header older than this. Default: no limit here. */
  readonly maximumProofAgeMs?: number;
  /** Refuse anything before this header. */
  readonly newest?: SeenHeader | undefined;
  /** How long an anchor carries. Default {@link defaultTrustPeriodMs}. */
  readonly trustPeriodMs?: number;
}

export interface ProofCheck extends HeaderCheck {
  /** Encoded ProofBundle. */
  readonly bundle: Uint8Array;
  /** What was asked; the state keys are derived from it. */
  readonly questions: readonly ProofQuestion[];
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** After so long the keys of an old validator set may be in anybody's hands (docs/ledger.md 9). */
export const defaultTrustPeriodMs: number = 30 * DAY_MS;
/** Block time may be ahead of the verifier's clock by the clocks' drift. */
export const clockToleranceMs = 60_000;

const ED25519_MULTICODEC = Uint8Array.of(0xed, 0x01);

/**
 * Follows a proof from the trust anchor to the records that the questions ask for.
 *
 * Codes: PROOF_INVALID (with the part that fails), PROOF_STALE (older than the anchor, than
 * `newest` or than the maximum age; `anchor` beyond its trust period), WRONG_CHAIN, CLOCK_SKEW (a
 * block time or the anchor's date in the future), SAFETY_VIOLATION (another certified header of the
 * newest height),
 * UPGRADE_SDK, and those of decoding. Total: no bytes make it throw. What it cannot see:
 * a quorum of colluding validators can certify anything.
 */
export function verifyProof(check: ProofCheck): Proven<ProvenState> {
  const { anchor, questions } = check;
  const refused = judgeAnchor(check);
  if (refused !== undefined) return refused;
  const decoded = decodeProofBundle(check.bundle);
  if (!decoded.ok) return decoded;
  const bundle = decoded.value;
  const keys = deriveKeys(questions, bundle.records);
  if (keys === undefined) return { ok: false, code: "PROOF_INVALID", field: "keys" };
  const proven = verifyProofBundle({ bundle, anchor, keys, verify: verifyEd25519 });
  if (!proven.ok) return proven;
  const { header, headerHash, records } = proven.value;
  const { height, time } = header;
  const problem = judgeAge(check, { height, headerHash, time });
  if (problem !== undefined) return { ok: false, code: problem };
  const byKey = new Map(keys.map((key, index) => [hexEncode(key), records[index]]));
  const record = (key: Uint8Array): Uint8Array | undefined => {
    const name = hexEncode(key);
    if (!byKey.has(name)) throw new Error("INV-SDK-UNASKED: the proof was not asked for this key");
    return byKey.get(name);
  };
  return { ok: true, value: { height, time, headerHash, record } };
}

/**
 * True for an age from minus the clock tolerance to the maximum. Every comparison must hold, so that
 * what is no number (a date that did not parse, an option that was left undefined) is too old.
 */
function isWithin(ageMs: number, maximumMs: number): boolean {
  return ageMs <= maximumMs && ageMs >= -clockToleranceMs;
}

/** PROOF_STALE or CLOCK_SKEW; undefined while the time (of a block, of an anchor) is within the age. */
export function judgeProofAge(
  timeMs: number,
  now: number,
  maximumProofAgeMs: number,
): "PROOF_STALE" | "CLOCK_SKEW" | undefined {
  if (isWithin(now - timeMs, maximumProofAgeMs)) return undefined;
  return timeMs - now > clockToleranceMs ? "CLOCK_SKEW" : "PROOF_STALE";
}

/** A refusal of the anchor for its date, before anything is read. */
export function judgeAnchor(check: HeaderCheck): Refusal | undefined {
  const { anchor, now, trustPeriodMs = defaultTrustPeriodMs } = check;
  const code = judgeProofAge(anchor.date, now, trustPeriodMs);
  if (code === undefined) return undefined;
  return code === "PROOF_STALE" ? { ok: false, code, field: "anchor" } : { ok: false, code };
}

/** PROOF_STALE, CLOCK_SKEW or SAFETY_VIOLATION of a certified header. */
export function judgeAge(
  { now, maximumProofAgeMs = Number.MAX_SAFE_INTEGER, newest }: HeaderCheck,
  header: SeenHeader & { readonly time: number },
): ErrorCode | undefined {
  if (newest !== undefined && header.height < newest.height) return "PROOF_STALE";
  const isTwin =
    newest?.height === header.height && !equalBytes(newest.headerHash, header.headerHash);
  if (isTwin) return "SAFETY_VIOLATION";
  return judgeProofAge(header.time, now, maximumProofAgeMs);
}

/**
 * The keys of the questions, from the questions. Which versions and keys of a DID belong to them
 * depends on records in the bundle; those are claims until the multiproof over exactly these keys holds.
 */
function deriveKeys(
  questions: readonly ProofQuestion[],
  records: readonly Uint8Array[],
): Uint8Array[] | undefined {
  let keys = questionKeys(questions);
  for (let step = 0; step < maxQuestionSteps; step += 1) {
    const claimed = claimedRecords(keys, records);
    keys = allQuestionKeys(questions, (key) => claimed.get(hexEncode(key)));
  }
  return fitsOneProof(keys) ? keys : undefined;
}

function claimedRecords(
  keys: readonly Uint8Array[],
  records: readonly Uint8Array[],
): ReadonlyMap<string, Uint8Array | undefined> {
  return new Map(
    keys.map((key, index) => {
      const record = records[index];
      return [hexEncode(key), record?.length === 0 ? undefined : record];
    }),
  );
}

export function verifyEd25519(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  return verifySignature(concatBytes(ED25519_MULTICODEC, publicKey), message, signature);
}
