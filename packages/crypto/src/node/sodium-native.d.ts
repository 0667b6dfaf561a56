/** The functions of sodium-native 5.1 (libsodium 1.0.21) that this package calls; it ships no types. */
declare module "sodium-native" {
  interface Sodium {
    /** Ignores bytes after the 64th of the signature and throws on a shorter one: check lengths first. */
    crypto_sign_verify_detached(
      signature: Uint8Array,
      message: Uint8Array,
      publicKey: Uint8Array,
    ): boolean;
    crypto_sign_detached(signature: Uint8Array, message: Uint8Array, secretKey: Uint8Array): void;
    crypto_sign_seed_keypair(publicKey: Uint8Array, secretKey: Uint8Array, seed: Uint8Array): void;
    /** Canonical, on the curve, in the prime-order subgroup, not of small order. */
    crypto_core_ed25519_is_valid_point(point: Uint8Array): boolean;
  }
  const sodium: Sodium;
  export = sodium;
}
