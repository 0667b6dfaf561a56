// Reads of the state at a certified height, the newest one or one of the retained window, with or
// without a proof (docs/ledger.md 3 and 4). They run between the turns of a commit: pages and records
// are never changed, and the store stops naming a height before it deletes what only that height reads.
import type { ApiResult, KeyPrefix, NodeApi, ReadHeight, RecordsAnswer } from "@cartorio/gateway";
import { type Ledger, readRecords } from "@cartorio/ledger";
import { decodeHeader, limits } from "@cartorio/protocol";
import type { ChainStore } from "@cartorio/storage";
import { buildProof, buildRange } from "./proof-bundle.ts";

type StoredHeights = Pick<
  ChainStore,
  "latestCertificate" | "certificate" | "header" | "oldestStateHeight"
>;

export interface StateSources {
  readonly chainId: Uint8Array;
  readonly ledger: Ledger;
  readonly store: StoredHeights;
}

/** Records of state keys. Codes: TOO_LARGE, NOT_READY, STATE_PRUNED. */
export function readState(
  sources: StateSources,
  keys: readonly Uint8Array[],
  wanted: ReadHeight = {},
): ApiResult<RecordsAnswer> {
  if (keys.length > limits.maxProofKeys) return { ok: false, code: "TOO_LARGE" };
  const at = readableHeight(sources.store, wanted);
  if (!at.ok) return at;
  const { height, time } = at.value;
  const records = readRecords(sources.ledger, keys, { stateRootHeight: height });
  return { ok: true, value: { height, time, records } };
}

/** Encoded ProofBundle of state keys. Codes: those of {@link readState} and of `buildProof`. */
export function proveState(
  sources: StateSources,
  keys: readonly Uint8Array[],
  wanted: NonNullable<Parameters<NodeApi["proof"]>[1]> = {},
): ApiResult<{ readonly height: number; readonly bundle: Uint8Array }> {
  if (keys.length > limits.maxProofKeys) return { ok: false, code: "TOO_LARGE" };
  const at = provableHeight(sources.store, wanted);
  if (!at.ok) return at;
  const { height, header, certificate } = at.value;
  const { anchorHeight = 0 } = wanted;
  const proof = buildProof(sources, { keys, anchorHeight, header, certificate });
  return proof.ok ? { ok: true, value: { height, bundle: proof.bundle } } : proof;
}

/** Encoded RangeBundle. Codes: NOT_READY, STATE_PRUNED and those of `buildRange`. */
export function proveStateRange(
  sources: StateSources,
  prefix: KeyPrefix,
  wanted: NonNullable<Parameters<NodeApi["range"]>[1]> = {},
): ApiResult<{ readonly height: number; readonly bundle: Uint8Array }> {
  const at = provableHeight(sources.store, wanted);
  if (!at.ok) return at;
  const { height, header, certificate } = at.value;
  const { anchorHeight = 0 } = wanted;
  const range = buildRange(sources, { ...prefix, anchorHeight, header, certificate });
  return range.ok ? { ok: true, value: { height, bundle: range.bundle } } : range;
}

interface Readable {
  readonly height: number;
  readonly time: number;
  readonly header: Uint8Array;
}

/** The height to read: the newest certified one, or the one asked for if its state is kept. */
function readableHeight(
  store: StoredHeights,
  { minHeight = 0, atHeight }: ReadHeight,
): ApiResult<Readable> {
  const certifiedHeight = store.latestCertificate()?.height ?? 0;
  const height = atHeight ?? certifiedHeight;
  if (certifiedHeight < Math.max(minHeight, height))
    return { ok: false, code: "NOT_READY", data: { certifiedHeight } };
  const oldestHeight = store.oldestStateHeight();
  if (height < oldestHeight) return { ok: false, code: "STATE_PRUNED", data: { oldestHeight } };
  const stored = store.header(height);
  if (stored === undefined) return { ok: false, code: "NOT_READY" };
  const header = decodeHeader(stored.header);
  if (!header.ok) throw new Error("INV-STORED-HEADER: a stored header does not decode");
  return { ok: true, value: { height, time: header.value.time, header: stored.header } };
}

type Provable = Readable & {
  readonly certificate: NonNullable<ReturnType<ChainStore["certificate"]>>;
};

/** A readable height with a certificate of its own: a node that caught up has some of them only. */
function provableHeight(store: StoredHeights, wanted: ReadHeight): ApiResult<Provable> {
  const at = readableHeight(store, wanted);
  if (!at.ok) return at;
  const certificate = store.certificate(at.value.height);
  if (certificate !== undefined) return { ok: true, value: { ...at.value, certificate } };
  const { height } = at.value;
  return wanted.atHeight === undefined
    ? { ok: false, code: "NOT_READY", data: { certifiedHeight: height } }
    : { ok: false, code: "NOT_FOUND", data: { withoutCertificate: height } };
}
