/** How often a field may stand in one message. */
export interface FieldBound {
  /** Name that a refusal gives. */
  readonly field: string;
  readonly max: number;
  /** Bounds inside, where the field is a message with repeated fields of its own. */
  readonly inside?: FieldBounds;
}

/** By field number. A field that is not listed stands once at most, as the canonical form wants it. */
export type FieldBounds = Readonly<Record<number, FieldBound>>;

/** The message is no canonical encoding, or one of its repeated fields stands too often. */
export type BoundsProblem =
  | { readonly kind: "notCanonical" }
  | { readonly kind: "tooMany"; readonly field: string };

interface Scan {
  readonly bytes: Uint8Array;
  position: number;
}

const wireTypes = { varint: 0, fixed64: 1, delimited: 2, fixed32: 5 } as const;
const fixed64Bytes = 8;
const fixed32Bytes = 4;
const maxVarintBytes = 10;
const notCanonical: BoundsProblem = { kind: "notCanonical" };

/**
 * Counts the fields of an encoded message before it is decoded. An element of two bytes becomes an
 * object of hundreds, so a frame within its size could otherwise take gigabytes and minutes before
 * the rules on counts were asked (docs/consensus.md 12). Reads lengths only, allocates next to
 * nothing, and never reads past the end.
 */
export function findBoundsProblem(
  bytes: Uint8Array,
  bounds: FieldBounds,
): BoundsProblem | undefined {
  return scanMessage({ bytes, position: 0 }, bytes.length, bounds);
}

function scanMessage(scan: Scan, end: number, bounds: FieldBounds): BoundsProblem | undefined {
  const counts = new Map<number, number>();
  while (scan.position < end) {
    const key = readVarint(scan, end);
    if (key === undefined) return notCanonical;
    const number = Math.floor(key / 8);
    const bound = bounds[number];
    const count = (counts.get(number) ?? 0) + 1;
    if (count > (bound?.max ?? 1)) {
      return bound === undefined || bound.max === 1
        ? notCanonical
        : { kind: "tooMany", field: bound.field };
    }
    counts.set(number, count);
    const problem = scanValue(scan, end, { wireType: key % 8, inside: bound?.inside });
    if (problem !== undefined) return problem;
  }
  return undefined;
}

interface FieldValue {
  readonly wireType: number;
  readonly inside: FieldBounds | undefined;
}

function scanValue(
  scan: Scan,
  end: number,
  { wireType, inside }: FieldValue,
): BoundsProblem | undefined {
  if (wireType === wireTypes.varint) {
    return readVarint(scan, end) === undefined ? notCanonical : undefined;
  }
  const length = wireType === wireTypes.delimited ? readVarint(scan, end) : fixedLength(wireType);
  if (length === undefined || length > end - scan.position) return notCanonical;
  const after = scan.position + length;
  if (inside !== undefined && wireType === wireTypes.delimited) {
    return scanMessage(scan, after, inside);
  }
  scan.position = after;
  return undefined;
}

/** Undefined for groups and what does not exist, which no message of ours has. */
function fixedLength(wireType: number): number | undefined {
  if (wireType === wireTypes.fixed64) return fixed64Bytes;
  return wireType === wireTypes.fixed32 ? fixed32Bytes : undefined;
}

/** Undefined if it does not end in time. Exact up to 2^53, and larger is too large for any use. */
function readVarint(scan: Scan, end: number): number | undefined {
  let value = 0;
  let factor = 1;
  for (let index = 0; index < maxVarintBytes && scan.position < end; index += 1) {
    const byte = scan.bytes[scan.position] ?? 0;
    scan.position += 1;
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return value;
    factor *= 0x80;
  }
  return undefined;
}
