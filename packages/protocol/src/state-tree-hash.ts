import { sha256 } from "@cartorio/crypto";
import { limits } from "./limits.ts";

// The compact sparse Merkle tree of docs/ledger.md 4: a leaf sits at the shortest prefix that
// distinguishes its key. Leaf and node preimages have equal length and differ in their first byte.

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);
const bitsPerByte = 8;

/** Hash of an empty slot and root of an empty tree: 32 zero bytes. Read only. */
export const emptyHash: Uint8Array = new Uint8Array(limits.hashBytes);

/** SHA-256 of the encoded record. */
export function recordHash(recordBytes: Uint8Array): Uint8Array {
  return sha256(recordBytes);
}

/** SHA-256(0x00 || key || SHA-256(record)). */
export function leafHash(key: Uint8Array, recordBytes: Uint8Array): Uint8Array {
  return leafHashOf(key, recordHash(recordBytes));
}

/** {@link leafHash} from the hash of the record. */
export function leafHashOf(key: Uint8Array, hashOfRecord: Uint8Array): Uint8Array {
  return sha256(leafPrefix, key, hashOfRecord);
}

/** SHA-256(0x01 || left || right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(nodePrefix, left, right);
}

/** Bit of the key at a depth, the most significant bit of the first byte at depth 0. */
export function bitAt(key: Uint8Array, depth: number): 0 | 1 {
  const byte = key[depth >>> 3] ?? 0;
  const shift = bitsPerByte - 1 - (depth & (bitsPerByte - 1));
  return ((byte >>> shift) & 1) === 1 ? 1 : 0;
}
