/**
 * A signature scheme for simulation: anybody could forge it, nobody in a run does, and it costs a
 * microsecond. What is tested is which bytes are signed and whose signature is asked for.
 */
export function fakePublicKey(index: number): Uint8Array {
  const key = new Uint8Array(32);
  key[0] = 1 + index;
  key[31] = 0x5a;
  return key;
}

/** 64 bytes that depend on every byte of the key and the message. */
export function fakeSign(publicKey: Uint8Array, message: Uint8Array): Uint8Array {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (const bytes of [publicKey, message]) {
    for (const byte of bytes) {
      low = Math.imul(low ^ byte, 0x01000193);
      high = Math.imul(high + byte, 0x85ebca6b) ^ (low >>> 13);
    }
  }
  const signature = new Uint8Array(64);
  for (let index = 0; index < signature.length; index += 1) {
    low = Math.imul(low ^ (high >>> 7), 0x01000193) + index;
    high = Math.imul(high ^ (low >>> 11), 0xc2b2ae35);
    signature[index] = low ^ (high >>> 16);
  }
  return signature;
}

export function fakeVerify(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const expected = fakeSign(publicKey, message);
  return (
    expected.length === signature.length && expected.every((byte, at) => byte === signature[at])
  );
}
