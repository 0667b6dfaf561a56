import { equalBytes } from "@cartorio/crypto";
import type { Problem } from "./checks.ts";
import type { Decoded, ErrorCode } from "./errors.ts";
import { type FieldBounds, findBoundsProblem } from "./field-bounds.ts";
import { limits } from "./limits.ts";

/** A generated message type may be given values that are read-only throughout. */
export type ReadonlyDeep<T> = T extends Uint8Array
  ? Uint8Array
  : T extends readonly (infer Item)[]
    ? readonly ReadonlyDeep<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: ReadonlyDeep<T[Key]> }
      : T;

export interface WireWriter {
  readonly buf: Uint8Array;
  finish(shared?: boolean): Uint8Array;
  reset(): WireWriter;
}
/** What the generated code offers per message; `P` are its optional, nullable properties. */
export interface WireType<P> {
  decode(bytes: Uint8Array): P;
  /** Goes on with the writer, else with a new one. */
  encode(message: ReadonlyDeep<P>, writer?: WireWriter): WireWriter;
}

/** How one plain value is written and read. The field rules in `check` serve both directions. */
export interface ObjectCodec<P, T> {
  readonly name: string;
  readonly wire: WireType<P>;
  readonly maxBytes: number;
  /** How often its repeated fields may stand; the others stand once. Asked before decoding. */
  readonly bounds?: FieldBounds;
  /** Format version read from the message, for objects that carry one; this code knows 1. */
  readonly format?: (wire: P) => number;
  readonly toWire: (value: T) => ReadonlyDeep<P>;
  /** Undefined if a required part is missing or a choice is ambiguous. Copies all bytes. */
  readonly fromWire: (wire: P) => T | undefined;
  readonly check: (value: T) => Problem;
}

/** Field 1, varint. */
const formatKey = 0x08;
/** The only format of records and files so far. */
export const FORMAT = 1;

/**
 * The canonical bytes of a value, in an array of their own.
 *
 * Throws RangeError that names the field if the value breaks a rule of the format: values are built
 * by code, so this is a mistake in the caller, never remote input. The generated encoder would write
 * something silently instead.
 */
export function encodeObject<P, T>(codec: ObjectCodec<P, T>, value: T): Uint8Array {
  const problem = codec.check(value);
  if (problem !== undefined) throw new RangeError(`${codec.name}: invalid ${problem}`);
  const encoded = written(codec.wire, codec.toWire(value));
  if (encoded.length > codec.maxBytes) throw new RangeError(`${codec.name}: too large`);
  return new Uint8Array(encoded);
}

/** A record of the state tree in its one canonical form. */
export interface RecordCodec<T> {
  /** Of the message in the .proto files. */
  readonly name: string;
  /** Throws RangeError that names the field if the value breaks a rule of the format. */
  readonly encode: (value: T) => Uint8Array;
  /** Total. Codes: TOO_LARGE, UPGRADE_SDK, NOT_CANONICAL, MALFORMED. */
  readonly decode: (bytes: Uint8Array) => Decoded<T>;
}

/** What a kind of record adds to what all have in common: size, and the format as their first field. */
type RecordRules<P, T> = Omit<ObjectCodec<P, T>, "maxBytes" | "format"> &
  Partial<Pick<ObjectCodec<P, T>, "maxBytes">>;

interface Formatted {
  readonly format?: number | null;
}

/** The codec of a record; at most `maxRecordBytes` unless the rules say else. */
export function recordCodec<P extends Formatted, T>(rules: RecordRules<P, T>): RecordCodec<T> {
  const format = (wire: P): number => int(wire.format);
  const codec: ObjectCodec<P, T> = { maxBytes: limits.maxRecordBytes, ...rules, format };
  return {
    name: rules.name,
    encode: (value) => encodeObject(codec, value),
    decode: (bytes) => decodeObject(codec, bytes),
  };
}

/** Memory that a writer may keep for the next message; larger ones give theirs back. */
const maxSpareBytes = 64 * 1024;
let spare: WireWriter | undefined;

/**
 * The message's bytes, in memory that the next message is written into: a transaction is written six
 * times on its way, and memory of its own for each would cost more than the writing.
 */
function written<P>(wire: WireType<P>, message: ReadonlyDeep<P>): Uint8Array {
  const kept = spare;
  // A message that cannot be written throws with its first half in the writer: nothing is kept then.
  spare = undefined;
  const writer = wire.encode(message, kept);
  const bytes = writer.finish(true);
  if (writer.buf.length <= maxSpareBytes) spare = writer.reset();
  return bytes;
}

/**
 * Total decoder: size, counts, decode, format version, re-encode and compare, field rules. Codes:
 * TOO_LARGE, UPGRADE_SDK (a newer format, whose other fields this code cannot judge),
 * NOT_CANONICAL (also anything that is no message at all), MALFORMED.
 */
export function decodeObject<P, T>(codec: ObjectCodec<P, T>, bytes: Uint8Array): Decoded<T> {
  if (bytes.length > codec.maxBytes) return refuse("TOO_LARGE", codec.name);
  const plain = plainBytes(bytes);
  const excess = judgeBounds(codec, plain);
  if (excess !== undefined) return excess;
  const wire = parse(codec.wire, plain);
  if (wire === undefined) return refuse("NOT_CANONICAL", codec.name);
  const format = codec.format?.(wire) ?? FORMAT;
  if (format > FORMAT) return refuse("UPGRADE_SDK", codec.name);
  if (!isCanonical(codec.wire, wire, plain)) return refuse("NOT_CANONICAL", codec.name);
  if (format < FORMAT) return refuse("MALFORMED", "format");
  const value = codec.fromWire(wire);
  if (value === undefined) return refuse("MALFORMED", codec.name);
  const problem = codec.check(value);
  return problem === undefined ? { ok: true, value } : refuse("MALFORMED", problem);
}

/** Nothing is built from a message with more fields than there may be. */
function judgeBounds<P, T>(
  codec: ObjectCodec<P, T>,
  bytes: Uint8Array,
): ReturnType<typeof refuse> | undefined {
  const problem = findBoundsProblem(bytes, codec.bounds ?? {});
  if (problem === undefined) return undefined;
  if (codec.format !== undefined && isNewerFormat(bytes)) return refuse("UPGRADE_SDK", codec.name);
  return problem.kind === "tooMany"
    ? refuse("MALFORMED", problem.field)
    : refuse("NOT_CANONICAL", codec.name);
}

/** True if bytes claim a newer format: it is the first field of everything that has one. */
export function isNewerFormat(bytes: Uint8Array): boolean {
  return bytes[0] === formatKey && (bytes[1] ?? 0) > FORMAT;
}

function parse<P>(wire: WireType<P>, bytes: Uint8Array): P | undefined {
  try {
    return wire.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Refuses unknown fields (the reader dropped them), other orders, written zeros, long varints. */
function isCanonical<P>(wire: WireType<P>, message: P, bytes: Uint8Array): boolean {
  try {
    return equalBytes(written(wire, message as ReadonlyDeep<P>), bytes);
  } catch {
    return false;
  }
}

export function refuse(
  code: ErrorCode,
  field?: string,
): { readonly ok: false; readonly code: ErrorCode; readonly field?: string } {
  return field === undefined ? { ok: false, code } : { ok: false, code, field };
}

export function accept<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** A Buffer slices without copying; from here on bytes are plain. */
function plainBytes(bytes: Uint8Array): Uint8Array {
  if (bytes.constructor === Uint8Array) return bytes;
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

// Readers of generated properties, which are optional and nullable in the types.
const noBytes = new Uint8Array(0);

export function int(value: number | null | undefined): number {
  return value ?? 0;
}
export function str(value: string | null | undefined): string {
  return value ?? "";
}
/** A copy that outlives the frame. */
export function copied(value: Uint8Array | null | undefined): Uint8Array {
  return (value ?? noBytes).slice();
}
/** The bytes where they lie in the frame. */
export function viewed(value: Uint8Array | null | undefined): Uint8Array {
  return value ?? noBytes;
}
export function copiedAll(values: readonly Uint8Array[] | null | undefined): Uint8Array[] {
  return (values ?? []).map(copied);
}
export function strings(values: readonly string[] | null | undefined): string[] {
  return [...(values ?? [])];
}
