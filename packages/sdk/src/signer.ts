import {
  ed25519PublicKey,
  ed25519Sign,
  encodeMultikey,
  p256PublicKey,
  p256Sign,
} from "@cartorio/crypto";

/**
 * Signs with one key, wherever that key lives: a wallet, an HSM, a remote service. Ed25519, or
 * P-256 as r || s over SHA-256 with low s; 64 bytes.
 */
export interface Signer {
  /** Multicodec prefix and public key. */
  readonly multikey: Uint8Array;
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/** A signer in this process. `seed`: 32 secret bytes (P-256: a scalar of 1..n-1), which it keeps a copy of. */
export function localSigner(kind: "ed25519" | "p256", seed: Uint8Array): Signer {
  const secret = new Uint8Array(seed);
  if (kind === "ed25519") {
    return {
      multikey: encodeMultikey("ed25519", ed25519PublicKey(secret)),
      sign: async (message) => ed25519Sign(secret, message),
    };
  }
  return {
    multikey: encodeMultikey("p256", p256PublicKey(secret)),
    sign: async (message) => p256Sign(secret, message),
  };
}
