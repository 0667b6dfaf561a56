/**
 * True if both arrays hold the same bytes. Not constant time: it compares public
 * values (hashes, keys, signatures), never secrets.
 */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  const length = left.length;
  if (length !== right.length) return false;
  for (let index = 0; index < length; index += 1) {
    if (left[index] !== right[index]) return false;
  }
  return true;
}

/**
 * Total order of byte strings: unsigned bytes from the first on, a proper prefix
 * before the longer string. Negative, zero or positive, as a sort comparator wants it.
 */
export function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** A new array with the bytes of all parts in order; never aliases a part. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  let total = 0;
  for (const part of parts) total += part.length;
  const result = new Uint8Array(total);
  let offset = 0;
  for (const part of parts) {
    result.set(part, offset);
    offset += part.length;
  }
  return result;
}

/**
 * A byte string as a text of as many characters (code units 0..255), to serve as a key of a Map.
 * Distinct bytes give distinct texts; nothing else is promised about them. For hashes and keys: at
 * most a few thousand bytes.
 */
export function byteKey(bytes: Uint8Array): string {
  // Ten times as fast as spreading the bytes into arguments, and this runs several times per
  // transaction; a Buffer would force the bytes of small arrays outside the heap.
  return Reflect.apply(String.fromCharCode, undefined, bytes);
}
