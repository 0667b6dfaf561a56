/**
 * A byte string as a text of as many characters (code units 0..255), to serve as a key of a Map.
 * Distinct bytes give distinct texts; nothing else is promised about them.
 */
export function byteKey(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
