/** A string that is equal for equal bytes: one character a byte, cheap to make and to hash in a Map. */
export function byteKey(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

/** The bytes that {@link byteKey} was made from. */
export function keyBytes(key: string): Uint8Array {
  return Uint8Array.from(Buffer.from(key, "latin1"));
}
