// Which version of a DID a reader means (docs/ledger.md 10).
import { didHeadRecord, didVersionRecord, stateKeys } from "@cartorio/protocol";
import { givenValue } from "./given-value.ts";
import type { MethodContext } from "./method.ts";
import type { ApiResult } from "./node-api.ts";
import { type ResolvedDid, readDid } from "./read-did.ts";
import type { ReadOptions } from "./read-records.ts";

/** Names a version; without either it is the latest. */
export interface VersionSelector {
  /** `n-<multihash>`, as metadata show it. */
  readonly versionId?: string;
  /** The version in force at that second since 1970. */
  readonly versionTime?: number;
}

const MS_PER_SECOND = 1000;
/** Versions that one step of the search looks at: two steps for 288 versions. */
const probesPerStep = 16;

/**
 * A version by its id, by a time, or by both. Codes: DID_NOT_FOUND; NOT_FOUND (no version has the id, or
 * the DID did not exist yet); INVALID_OPTIONS (the time is not certified yet, or is of another version than
 * the id); those of `readDid`.
 */
export async function readDidVersion(
  context: MethodContext,
  did: string,
  { versionId, versionTime, ...options }: VersionSelector & ReadOptions,
): Promise<ApiResult<ResolvedDid>> {
  if (versionId === undefined && versionTime === undefined) return readDid(context, did, options);
  const head = await readHead(context, did, options);
  if (!head.ok) return head;
  const { height, latestVersion } = head.value;
  const named = versionId === undefined ? undefined : numberOf(versionId);
  if (versionId !== undefined && (named === undefined || named > latestVersion))
    return unknownVersion(latestVersion);
  const timed =
    versionTime === undefined
      ? undefined
      : await versionAt(context, did, { ...head.value, versionTime });
  if (timed?.ok === false) return timed;
  const version = named ?? timed?.value;
  const read = { ...options, atHeight: height, ...(version === undefined ? {} : { version }) };
  const resolved = await readDid(context, did, read);
  if (!resolved.ok) return resolved;
  if (versionId !== undefined && resolved.value.metadata["versionId"] !== versionId)
    return unknownVersion(latestVersion);
  if (timed === undefined || timed.value === version) return resolved;
  return {
    ok: false,
    code: "INVALID_OPTIONS",
    data: { reason: "versionId and versionTime differ" },
  };
}

/** Says how many there are, as `readDid` does, unlike the NOT_FOUND of a proof. */
function unknownVersion(latestVersion: number): ApiResult<never> {
  return { ok: false, code: "NOT_FOUND", data: { latestVersion } };
}

/** The leading number; undefined for an id that no version can have. */
function numberOf(versionId: string): number | undefined {
  const number = /^([1-9]\d{0,9})-z[1-9A-HJ-NP-Za-km-z]{46}$/.exec(versionId)?.[1];
  return number === undefined ? undefined : Number(number);
}

interface Head {
  readonly height: number;
  /** Block time, in ms. */
  readonly time: number;
  readonly latestVersion: number;
}

async function readHead(
  { api }: MethodContext,
  did: string,
  options: ReadOptions,
): Promise<ApiResult<Head>> {
  const { minHeight, atHeight } = options;
  const at = {
    ...(minHeight === undefined ? {} : { minHeight }),
    ...(atHeight === undefined ? {} : { atHeight }),
  };
  const read = await api.records([stateKeys.didHead(did)], at);
  if (!read.ok) return read;
  const { height, time, records } = read.value;
  const head = givenValue(records[0], didHeadRecord);
  if (head === undefined) return { ok: false, code: "DID_NOT_FOUND" };
  return { ok: true, value: { height, time, latestVersion: head.latestVersion } };
}

/** The highest version that began in that second or before; versions begin in their order. */
async function versionAt(
  { api }: MethodContext,
  did: string,
  { height, time, latestVersion, versionTime }: Head & { readonly versionTime: number },
): Promise<ApiResult<number>> {
  if (versionTime * MS_PER_SECOND > time) {
    return {
      ok: false,
      code: "INVALID_OPTIONS",
      data: { reason: "versionTime is not certified yet" },
    };
  }
  let begun = 0;
  let last = latestVersion;
  while (begun < last) {
    const probes = spread(begun + 1, last);
    const read = await api.records(
      probes.map((number) => stateKeys.didVersion(did, number)),
      { atHeight: height },
    );
    if (!read.ok) return read;
    const { records } = read.value;
    const after = records.findIndex((record) => secondOf(record) > versionTime);
    if (after >= 0) last = (probes[after] ?? 1) - 1;
    begun = (after < 0 ? probes.at(-1) : probes[after - 1]) ?? begun;
  }
  return begun === 0 ? unknownVersion(latestVersion) : { ok: true, value: begun };
}

/** Up to {@link probesPerStep} whole numbers from first to last, evenly, with the last. */
function spread(first: number, last: number): number[] {
  const count = Math.min(probesPerStep, last - first + 1);
  const step = (last - first + 1) / count;
  return Array.from({ length: count }, (_, index) => first - 1 + Math.round((index + 1) * step));
}

function secondOf(record: Uint8Array | undefined): number {
  const version = givenValue(record, didVersionRecord);
  if (version === undefined)
    throw new Error("INV-GATEWAY-DID: a version below the head is missing");
  return Math.floor(version.time / MS_PER_SECOND);
}
