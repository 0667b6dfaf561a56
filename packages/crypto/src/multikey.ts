import { p256 } from "@noble/curves/nist.js";
import { secp256k1 } from "@noble/curves/secp256k1.js";
import { concatBytes } from "./bytes.ts";
import { isAdmissibleEd25519Key } from "./ed25519.ts";
import { base58btcDecode, base58btcEncode } from "./encoding.ts";
import { createVerdictCache } from "./key-cache.ts";

/** What a public key is for: Ed25519 and P-256 sign transactions, the others live in documents. */
export type KeyKind = "ed25519" | "p256" | "secp256k1" | "x25519";

/** A public key with its kind, as a Multikey carries it. */
export interface PublicKey {
  readonly kind: KeyKind;
  /** 32 bytes (ed25519, x25519) or 33 bytes compressed (p256, secp256k1). */
  readonly publicKey: Uint8Array;
}

interface KeyRule {
  readonly kind: KeyKind;
  /** Unsigned varint of the multicodec, always two bytes. */
  readonly prefix: Uint8Array;
  readonly keyBytes: number;
  readonly isValid: (publicKey: Uint8Array) => boolean;
}

interface PointDecoder {
  readonly Point: { fromBytes(bytes: Uint8Array): unknown };
}

const PREFIX_BYTES = 2;
const CACHED_KEYS = 1024;
/** A Multikey text is `z` and at most 48 characters; anything longer is not looked at. */
const MAX_MULTIKEY_CHARACTERS = 64;

const rules: readonly KeyRule[] = [
  rule("ed25519", [0xed, 0x01], isAdmissibleEd25519Key),
  rule("p256", [0x80, 0x24], isCompressedPoint(p256)),
  rule("secp256k1", [0xe7, 0x01], isCompressedPoint(secp256k1)),
  rule("x25519", [0xec, 0x01], () => true),
];

function rule(kind: KeyKind, prefix: readonly number[], isValid: KeyRule["isValid"]): KeyRule {
  const keyBytes = kind === "ed25519" || kind === "x25519" ? 32 : 33;
  return { kind, prefix: Uint8Array.from(prefix), keyBytes, isValid };
}

function isCompressedPoint(curve: PointDecoder): (publicKey: Uint8Array) => boolean {
  const verdicts = createVerdictCache(CACHED_KEYS);
  return (publicKey) => verdicts.get(publicKey, decodes);
  function decodes(publicKey: Uint8Array): boolean {
    try {
      curve.Point.fromBytes(publicKey);
      return true;
    } catch {
      return false;
    }
  }
}

/**
 * Multikey bytes: multicodec varint (ed25519-pub 0xed01, p256-pub 0x8024, secp256k1-pub
 * 0xe701, x25519-pub 0xec01), then the raw public key (W3C Controlled Identifiers 2.2.2).
 *
 * Throws INV-CRYPTO-MULTIKEY if the key is not one that {@link decodeMultikey} admits.
 */
export function encodeMultikey(kind: KeyKind, publicKey: Uint8Array): Uint8Array {
  const found = rules.find((candidate) => candidate.kind === kind);
  if (found === undefined || publicKey.length !== found.keyBytes || !found.isValid(publicKey)) {
    throw new Error(`INV-CRYPTO-MULTIKEY: not an admissible ${kind} public key`);
  }
  return concatBytes(found.prefix, publicKey);
}

/**
 * The key in Multikey bytes, or undefined: unknown multicodec, wrong length, a P-256 or
 * secp256k1 key that is not a compressed point of its curve, an Ed25519 key that is not
 * admissible ({@link isAdmissibleEd25519Key}). Any 32 bytes are an X25519 key (RFC 7748 5).
 * The returned key is a copy.
 */
export function decodeMultikey(bytes: Uint8Array): PublicKey | undefined {
  const view = viewMultikey(bytes);
  return view && { kind: view.kind, publicKey: new Uint8Array(view.publicKey) };
}

/** {@link decodeMultikey} without the copy, for callers inside this package that only read. */
export function viewMultikey(bytes: Uint8Array): PublicKey | undefined {
  const found = findRule(bytes);
  if (found === undefined) return undefined;
  const publicKey = bytes.subarray(PREFIX_BYTES);
  return found.isValid(publicKey) ? { kind: found.kind, publicKey } : undefined;
}

/** The kind that prefix and length claim, and the key bytes, before any check of the point. */
export function claimedKey(bytes: Uint8Array): PublicKey | undefined {
  const found = findRule(bytes);
  return found && { kind: found.kind, publicKey: bytes.subarray(PREFIX_BYTES) };
}

function findRule(bytes: Uint8Array): KeyRule | undefined {
  for (const candidate of rules) {
    const { prefix, keyBytes } = candidate;
    if (bytes[0] === prefix[0] && bytes[1] === prefix[1]) {
      return bytes.length === PREFIX_BYTES + keyBytes ? candidate : undefined;
    }
  }
  return undefined;
}

/** Multikey bytes as text: multibase `z` (base58btc), the `publicKeyMultibase` of a DID document. */
export function multikeyToString(multikey: Uint8Array): string {
  return `z${base58btcEncode(multikey)}`;
}

/** The Multikey bytes of such a text; undefined unless {@link decodeMultikey} admits the key. */
export function multikeyFromString(text: string): Uint8Array | undefined {
  if (text.length > MAX_MULTIKEY_CHARACTERS || !text.startsWith("z")) return undefined;
  const bytes = base58btcDecode(text.slice(1));
  return bytes && viewMultikey(bytes) && bytes;
}
