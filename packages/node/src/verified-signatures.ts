// Signatures that were valid once are not computed again (docs/consensus.md 2): certificates travel in
// every ViewChange and NewView, and what is re-sent or replayed comes byte for byte.
import { sha256 } from "@cartorio/crypto";
import { limits, type VerifySignature } from "@cartorio/protocol";

/** Every vote of a full window in several views, at n = 31; about 1.5 MB. */
export const maxVerifiedSignatures = 8_192;

/**
 * `verify`, with the valid signatures of late remembered by SHA-256 of key, signature and message. What
 * is false is not remembered, so nobody can fill the memory but with signatures of validators.
 */
export function rememberVerified(verify: VerifySignature, capacity: number): VerifySignature {
  const verified = new Set<string>();
  return (publicKey, message, signature) => {
    // Of fixed lengths, so that no other split into the three parts has the same hash.
    if (publicKey.length !== limits.validatorKeyBytes) return false;
    if (signature.length !== limits.signatureBytes) return false;
    const key = String.fromCharCode(...sha256(publicKey, signature, message));
    const known = verified.delete(key);
    if (!known && !verify(publicKey, message, signature)) return false;
    // At the end again: the one used least recently goes first.
    verified.add(key);
    if (verified.size > capacity) {
      const [oldest] = verified;
      if (oldest !== undefined) verified.delete(oldest);
    }
    return true;
  };
}
