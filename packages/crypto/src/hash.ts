import { sha256Bytes } from "#sha256";

const PRINTABLE_ASCII = /^[\x21-\x7e]+$/;

/** Tags are source constants, so the map holds a few dozen entries; the bound guards misuse. */
const MAX_CACHED_TAGS = 256;
const tagBytes = new Map<string, Uint8Array>();

/** SHA-256 (FIPS 180-4) of the parts one after another: 32 bytes. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return sha256Bytes(first);
  return sha256Bytes(joined(parts));
}

/**
 * SHA-256(ascii(tag) || parts...): 32 bytes. The tag separates the domains in which
 * equal bytes may be hashed or signed (docs/ledger.md 1); the tags live in `protocol`.
 * No tag may be a prefix of another one, and parts of variable length must carry
 * their lengths, both by the caller's construction.
 *
 * Throws INV-CRYPTO-TAG if the tag is empty or has other than visible ASCII characters.
 */
export function taggedHash(tag: string, ...parts: readonly Uint8Array[]): Uint8Array {
  return sha256Bytes(joined([asciiTag(tag), ...parts]));
}

/** Long enough for tree nodes, state keys and ids, which are hashed by the thousand. */
const scratch = new Uint8Array(512);
/** The first n bytes of it, made when first asked for. */
const scratchViews: (Uint8Array | undefined)[] = [];

/**
 * The parts one after another, in memory that the next call uses again: an allocation per hash
 * would cost as much as the hash.
 */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  let total = 0;
  for (const part of parts) total += part.length;
  const target = total <= scratch.length ? scratchOf(total) : new Uint8Array(total);
  let offset = 0;
  for (const part of parts) {
    target.set(part, offset);
    offset += part.length;
  }
  return target;
}

function scratchOf(length: number): Uint8Array {
  const known = scratchViews[length];
  if (known !== undefined) return known;
  const view = scratch.subarray(0, length);
  scratchViews[length] = view;
  return view;
}

function asciiTag(tag: string): Uint8Array {
  const cached = tagBytes.get(tag);
  if (cached !== undefined) return cached;
  if (!PRINTABLE_ASCII.test(tag)) {
    throw new Error("INV-CRYPTO-TAG: a domain tag is not visible ASCII");
  }
  const bytes = Uint8Array.from(tag, (character) => character.charCodeAt(0));
  if (tagBytes.size < MAX_CACHED_TAGS) tagBytes.set(tag, bytes);
  return bytes;
}
