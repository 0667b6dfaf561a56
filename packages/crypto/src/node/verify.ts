import { claimedKey } from "../multikey.ts";
import { verifyP256 } from "./p256.ts";
import { verifyEd25519 } from "./sodium.ts";

/**
 * The verdict of the pure `verifySignature`, by libsodium (Ed25519) and OpenSSL (P-256):
 * what replicas use. Total: malformed keys and signatures are false, never a throw.
 */
export function verifySignatureNode(
  multikey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const key = claimedKey(multikey);
  if (key?.kind === "ed25519") return verifyEd25519(key.publicKey, message, signature);
  if (key?.kind === "p256") return verifyP256(key.publicKey, message, signature);
  return false;
}
