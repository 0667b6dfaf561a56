import { base58btcEncode, concatBytes, taggedHash, utf8Encode } from "@cartorio/crypto";
import { limits } from "./limits.ts";
import { tags } from "./tags.ts";

/** A DID of this method, taken apart. */
export interface ParsedDid {
  readonly network: string;
  /** `z` and 46 characters: multibase base58btc of a SHA-256 multihash. */
  readonly id: string;
}

/** Multihash prefix of SHA-256: code 0x12, length 0x20. */
const multihashPrefix = Uint8Array.of(0x12, limits.hashBytes);
const networkPattern = /^[a-z0-9-]{1,32}$/;
const didPattern = /^did:cartorio:([a-z0-9-]{1,32}):(z[123456789A-HJ-NP-Za-km-z]{46})$/;

// Of equally long base58 texts the order of the characters is the order of the numbers, so the texts
// of all multihashes are exactly those between the first and the last.
const firstId = multihashText(new Uint8Array(limits.hashBytes));
const lastId = multihashText(new Uint8Array(limits.hashBytes).fill(0xff));

/** `z` and base58btc of the SHA-256 multihash of a 32-byte hash: DID ids and version ids. */
export function multihashText(hash: Uint8Array): string {
  return `z${base58btcEncode(concatBytes(multihashPrefix, hash))}`;
}

/** True for `[a-z0-9-]{1,32}` (docs/ledger.md 1). */
export function isNetworkName(text: string): boolean {
  return networkPattern.test(text);
}

/**
 * The DID that a create operation names (docs/ledger.md 2):
 * `did:cartorio:<network>:z<base58btc(0x12 0x20 || SHA-256("cartorio/did/1" || network || bytes))>`.
 */
export function didOf(network: string, createBytes: Uint8Array): string {
  const hash = taggedHash(tags.did, utf8Encode(network), createBytes);
  return `did:cartorio:${network}:${multihashText(hash)}`;
}

/** Network and id of a DID in its one canonical spelling; undefined for any other text. */
export function parseDid(did: string): ParsedDid | undefined {
  if (did.length > limits.maxDidCharacters) return undefined;
  const match = didPattern.exec(did);
  const network = match?.[1];
  const id = match?.[2];
  if (network === undefined || id === undefined || id < firstId || id > lastId) return undefined;
  return { network, id };
}
