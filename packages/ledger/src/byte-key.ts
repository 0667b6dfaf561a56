/**
 * A byte string as a text of as many characters (code units 0..255), to serve as a key of a Map.
 * Distinct bytes give distinct texts; nothing else is promised about them.
 */
export function byteKey(bytes: Uint8Array): string {
  // Ten times as fast as spreading the bytes into arguments, and this runs several times per
  // transaction.
  return Reflect.apply(String.fromCharCode, undefined, bytes);
}
