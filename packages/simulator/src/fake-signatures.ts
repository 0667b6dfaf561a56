import type { VerifySignature } from "@cartorio/protocol";

/**
 * A signature scheme for simulation: anybody could forge it, nobody in a run does, and it costs a
 * microsecond. What is tested is which bytes are signed and whose signature is asked for. The last
 * byte is free, so that, as with ECDSA, one body has several valid signatures.
 */
export function fakeSign(publicKey: Uint8Array, message: Uint8Array, variant = 0): Uint8Array {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let at = 0; at < publicKey.length; at += 1) {
    low = Math.imul(low ^ (publicKey[at] ?? 0), 0x01000193);
    high = Math.imul(high + (publicKey[at] ?? 0), 0x85ebca6b) ^ (low >>> 13);
  }
  for (let at = 0; at < message.length; at += 1) {
    low = Math.imul(low ^ (message[at] ?? 0), 0x01000193);
    high = Math.imul(high + (message[at] ?? 0), 0x85ebca6b) ^ (low >>> 13);
  }
  const signature = new Uint8Array(64);
  for (let index = 0; index < 63; index += 1) {
    low = Math.imul(low ^ (high >>> 7), 0x01000193) + index;
    high = Math.imul(high ^ (low >>> 11), 0xc2b2ae35);
    signature[index] = low ^ (high >>> 16);
  }
  signature[63] = variant;
  return signature;
}

export const fakeVerify: VerifySignature = (publicKey, message, signature) => {
  if (signature.length !== 64) return false;
  const expected = fakeSign(publicKey, message);
  for (let at = 0; at < 63; at += 1) if (expected[at] !== signature[at]) return false;
  return true;
};
