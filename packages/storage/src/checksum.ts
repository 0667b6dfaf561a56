import { crc32 } from "node:zlib";
import { damagedValue } from "./errors.ts";

const CHECKSUM_BYTES = 4;

/**
 * value || CRC-32(key || value), big-endian. LevelDB checks no checksum on reads, so every value
 * carries its own; the key is covered so that a value under a wrong key is found as well.
 */
export function sealValue(key: Uint8Array, value: Uint8Array): Uint8Array {
  // Small ones share memory: a block seals ten thousand, and memory of its own for each costs the
  // garbage collector more than the writing.
  const sealed = Buffer.allocUnsafe(value.length + CHECKSUM_BYTES);
  sealed.set(value);
  writeUint32(sealed, value.length, crc32(value, crc32(key)));
  return sealed;
}

/** The value without its checksum. Throws DATABASE_CORRUPT, naming the key, on a mismatch. */
export function openValue(key: Uint8Array, sealed: Uint8Array, what: string): Uint8Array {
  const length = sealed.length - CHECKSUM_BYTES;
  if (length < 0) throw damagedValue(`${what} is too short to carry a checksum`, key);
  const value = sealed.subarray(0, length);
  if (readUint32(sealed, length) !== crc32(value, crc32(key))) {
    throw damagedValue(`${what} does not match its checksum`, key);
  }
  return value;
}

function writeUint32(bytes: Uint8Array, offset: number, value: number): void {
  bytes[offset] = value >>> 24;
  bytes[offset + 1] = (value >>> 16) & 0xff;
  bytes[offset + 2] = (value >>> 8) & 0xff;
  bytes[offset + 3] = value & 0xff;
}

function readUint32(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset + offset, CHECKSUM_BYTES).getUint32(0);
}
