import { ed25519Verify } from "./ed25519.ts";
import { claimedKey } from "./multikey.ts";
import { p256Verify, p256VerifyEitherS } from "./p256.ts";

/**
 * True if `signature` (64 bytes) is one of `message` under the key in `multikey`.
 * Ed25519 by the rule of docs/ed25519.md, P-256 as r || s over SHA-256 with low s.
 * secp256k1 and X25519 keys sign nothing here (docs/ledger.md 1): false.
 *
 * Total: malformed keys and signatures are false, never a throw. Its verdict equals
 * that of `verifySignatureNode`, which replicas use.
 */
export function verifySignature(
  multikey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const key = claimedKey(multikey);
  if (key?.kind === "ed25519") return ed25519Verify(key.publicKey, message, signature);
  if (key?.kind === "p256") return p256Verify(key.publicKey, message, signature);
  return false;
}

/**
 * True if `signature` (64 bytes) is one of `message`, a document or token, under the key in
 * `multikey`: as {@link verifySignature}, but P-256 with low or high s. Never for transactions.
 */
export function verifyDocumentSignature(
  multikey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const key = claimedKey(multikey);
  if (key?.kind !== "p256") return verifySignature(multikey, message, signature);
  return p256VerifyEitherS(key.publicKey, message, signature);
}
