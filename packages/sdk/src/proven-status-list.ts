import { equalBytes } from "@cartorio/crypto";
import {
  type Decoded,
  limits,
  merkleRoot,
  type StatusBitPlace,
  type StatusListRecord,
  stateKeys,
  statusChunkHeadRecord,
  statusChunkOf,
  statusChunkRecord,
  statusListHeadRecord,
  statusListRecord,
  statusListVersionRecord,
  statusPurpose,
} from "@cartorio/protocol";
import type { Proven, ProvenState } from "./proof.ts";
import { statusBit } from "./status-encoding.ts";
import type { StatusPurpose } from "./status-list-operations.ts";

/** A version of a status list and the block times between which it held. */
export interface ProvenVersion {
  readonly publisher: string;
  readonly purpose: StatusPurpose;
  readonly length: number;
  readonly sequence: number;
  /** Block time of the version. */
  readonly since: number;
  /** Block time of the next version; undefined: there is none. */
  readonly until: number | undefined;
  /** Height and block time of the proof. */
  readonly height: number;
  readonly time: number;
}

export interface ProvenStatusBit extends ProvenVersion {
  readonly value: boolean;
}
export interface ProvenStatusList extends ProvenVersion {
  readonly bits: Uint8Array;
}

interface ListQuestion {
  readonly owner: string;
  readonly list: number;
  /** How it was at this block time (milliseconds); default as of the proof. */
  readonly time?: number;
}

/**
 * Reads the answer to a `statusBit` question out of a proven state. The version must be the one in force
 * at the time, and the chunk the one that nothing changed up to it. Codes: NOT_FOUND (proven: no such
 * list, or not yet at the time), INVALID_OPTIONS (a time after the proof's, an index beyond the list),
 * PROOF_INVALID (records that do not answer the question), UPGRADE_SDK.
 */
export function readProvenStatusBit(
  state: ProvenState,
  question: ListQuestion & { readonly index: number; readonly at?: StatusBitPlace },
): Proven<ProvenStatusBit> {
  const { owner, list, index, at } = question;
  // A part of an index lies in no bit, and a bit that is not there is not set.
  if (!isNumber(index)) return { ok: false, code: "INVALID_OPTIONS", field: "index" };
  const chunk = statusChunkOf(index);
  const latest = decodeRecord(
    state.record(stateKeys.statusChunkHead(owner, [list, chunk])),
    statusChunkHeadRecord.decode,
  );
  if (latest?.ok === false) return latest;
  const version = readVersion(state, question, at?.sequence);
  if (!version.ok) return version;
  if (index >= version.value.length) return { ok: false, code: "INVALID_OPTIONS", field: "index" };
  const latestChunk = latest?.value.sequence ?? 0;
  const place = at ?? {
    sequence: version.value.sequence,
    chunkSequence: latestChunk,
    nextChunkSequence: 0,
  };
  const read = (sequence: number) =>
    decodeRecord(
      state.record(stateKeys.statusChunk(owner, [list, chunk, sequence])),
      statusChunkRecord.decode,
    );
  const body = place.chunkSequence === 0 ? undefined : read(place.chunkSequence);
  if (body?.ok === false) return body;
  const next = place.nextChunkSequence === 0 ? undefined : read(place.nextChunkSequence);
  if (next?.ok === false) return next;
  // Nothing changed the chunk after the place: it is the latest one, or the next one is later and says so.
  const isLast =
    place.nextChunkSequence === 0
      ? latestChunk === place.chunkSequence
      : place.nextChunkSequence > place.sequence &&
        next?.value.previousSequence === place.chunkSequence;
  const isThere = place.chunkSequence === 0 || body !== undefined;
  if (!isLast || !isThere || place.chunkSequence > place.sequence) return broken("statusChunk");
  const bits = body?.value.body ?? new Uint8Array(limits.statusChunkBytes);
  const value = statusBit(bits, index % limits.statusChunkBits) === true;
  return { ok: true, value: { ...version.value, value } };
}

/**
 * Reads the answer to a `statusList` question out of a proven state, and holds the bits that came with it
 * against the root of the version. Codes as {@link readProvenStatusBit}; PROOF_INVALID for other bits.
 */
export function readProvenStatusList(
  state: ProvenState,
  question: ListQuestion & { readonly sequence: number; readonly bits: Uint8Array },
): Proven<ProvenStatusList> {
  const { owner, list, sequence, bits } = question;
  const version = readVersion(state, question, sequence);
  if (!version.ok) return version;
  const record = state.record(stateKeys.statusListVersion(owner, list, sequence));
  const decoded = decodeRecord(record, statusListVersionRecord.decode);
  if (!decoded?.ok) return decoded ?? broken("statusListVersion");
  const fits = bits.length * 8 === version.value.length;
  if (!fits || !equalBytes(merkleRoot(chunksOf(bits)), decoded.value.root)) return broken("bits");
  return { ok: true, value: { ...version.value, bits } };
}

function isNumber(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function chunksOf(bits: Uint8Array): Uint8Array[] {
  return Array.from({ length: bits.length / limits.statusChunkBytes }, (_, chunk) =>
    bits.subarray(chunk * limits.statusChunkBytes, (chunk + 1) * limits.statusChunkBytes),
  );
}

/** The version in force at the time: that of the sequence, default the one that has none after it. */
function readVersion(
  state: ProvenState,
  { owner, list, time }: ListQuestion,
  claimed: number | undefined,
): Proven<ProvenVersion> {
  const record = decodeRecord(
    state.record(stateKeys.statusList(owner, list)),
    statusListRecord.decode,
  );
  if (record === undefined) return { ok: false, code: "NOT_FOUND" };
  if (!record.ok) return record;
  const purpose = purposeOf(record.value);
  if (purpose === undefined) return { ok: false, code: "UPGRADE_SDK" };
  const at = time ?? state.time;
  // Nothing is before or after a time that is no number, so any version would be in force at it.
  if (!isNumber(at) || at > state.time)
    return { ok: false, code: "INVALID_OPTIONS", field: "time" };
  if (at < record.value.time) return { ok: false, code: "NOT_FOUND", field: "time" };
  const sequence = claimed ?? latestSequence(state, owner, list);
  if (sequence === undefined) return broken("statusListHead");
  const read = (number: number) =>
    decodeRecord(
      state.record(stateKeys.statusListVersion(owner, list, number)),
      statusListVersionRecord.decode,
    );
  const [own, next] = [read(sequence), read(sequence + 1)];
  if (own?.ok === false) return own;
  if (next?.ok === false) return next;
  const until = next?.value.time;
  if (own === undefined || own.value.time > at || (until !== undefined && until <= at)) {
    return broken("statusListVersion");
  }
  const { publisher, length } = record.value;
  const { height, time: proofTime } = state;
  const since = own.value.time;
  const held = { publisher, purpose, length, sequence, since, until };
  return { ok: true, value: { ...held, height, time: proofTime } };
}

function latestSequence(state: ProvenState, owner: string, list: number): number | undefined {
  const head = decodeRecord(
    state.record(stateKeys.statusListHead(owner, list)),
    statusListHeadRecord.decode,
  );
  // The key of the version after it must exist.
  return head?.ok && head.value.sequence < limits.maxInteger ? head.value.sequence : undefined;
}

function purposeOf({ purpose }: StatusListRecord): StatusPurpose | undefined {
  if (purpose === statusPurpose.revocation) return "revocation";
  return purpose === statusPurpose.suspension ? "suspension" : undefined;
}

function decodeRecord<T>(
  record: Uint8Array | undefined,
  decode: (bytes: Uint8Array) => Decoded<T>,
): Decoded<T> | undefined {
  return record && decode(record);
}

function broken(field: string): Proven<never> {
  return { ok: false, code: "PROOF_INVALID", field };
}
