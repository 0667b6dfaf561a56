import { encodeMultikey, isAdmissibleEd25519Key, verifySignature } from "@cartorio/crypto";

/** Verdict under a raw key, as certificates need it. */
export function ed25519Verify(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (!isAdmissibleEd25519Key(publicKey)) return false;
  return verifySignature(encodeMultikey("ed25519", publicKey), message, signature);
}
