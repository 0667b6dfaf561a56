import { taggedHash, utf8Encode } from "@cartorio/crypto";
import { isNetworkName } from "./did.ts";
import { limits } from "./limits.ts";
import { merkleLeafHash } from "./merkle.ts";
import { tags } from "./tags.ts";

/** Format byte of a commitment: how M is taken from a credential (docs/ledger.md 6). */
export const credentialFormat = { vcJwt: 1, sdJwtVc: 2, eddsaJcs: 3, ecdsaJcs: 4 } as const;
export type CredentialFormat = (typeof credentialFormat)[keyof typeof credentialFormat];

/**
 * Commitment to a credential: SHA-256("cartorio/credential/1" || network || format byte ||
 * SHA-256(M)), 32 bytes. The network name is at most 32 of [a-z0-9-], so the format byte (below 0x20)
 * ends it unambiguously.
 *
 * Throws RangeError on a bad network name, format or length of the hash.
 */
export function credentialCommitment(
  network: string,
  format: CredentialFormat,
  hashOfM: Uint8Array,
): Uint8Array {
  if (!isNetworkName(network)) throw new RangeError("credentialCommitment: invalid network");
  if (!Object.values(credentialFormat).includes(format)) {
    throw new RangeError("credentialCommitment: invalid format");
  }
  if (hashOfM.length !== limits.hashBytes) {
    throw new RangeError("credentialCommitment: invalid hashOfM");
  }
  return taggedHash(tags.credential, utf8Encode(network), Uint8Array.of(format), hashOfM);
}

/** What a co-signer signs about: SHA-256(tag || the encoded CredentialAnchorRecord), 32 bytes. */
export function anchorRecordHash(record: Uint8Array): Uint8Array {
  return taggedHash(tags.anchorRecord, record);
}

/**
 * The 32 bytes that stand in a log for what was logged: SHA-256(tag || salt || content). The salt is 32
 * random bytes that the parties keep with the content; without it a short content could be guessed.
 *
 * Throws RangeError on a salt of another length.
 */
export function logEntryCommitment(salt: Uint8Array, content: Uint8Array): Uint8Array {
  if (salt.length !== limits.hashBytes) throw new RangeError("logEntryCommitment: invalid salt");
  return taggedHash(tags.logEntry, salt, content);
}

/** Leaf hash of a commitment in a batch: RFC 9162 2.1.1, over commitments in byte order. */
export function batchLeaf(commitment: Uint8Array): Uint8Array {
  return merkleLeafHash(commitment);
}
