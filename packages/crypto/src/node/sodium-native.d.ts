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
    /** `sealed` is 16 bytes longer than the message; nonce 24 bytes, key 32 bytes. */
    crypto_aead_xchacha20poly1305_ietf_encrypt(
      sealed: Uint8Array,
      message: Uint8Array,
      associatedData: Uint8Array,
      unused: null,
      nonce: Uint8Array,
      key: Uint8Array,
    ): number;
    /** Throws if the tag does not fit. */
    crypto_aead_xchacha20poly1305_ietf_decrypt(
      message: Uint8Array,
      unused: null,
      sealed: Uint8Array,
      associatedData: Uint8Array,
      nonce: Uint8Array,
      key: Uint8Array,
    ): number;
  }
  const sodium: Sodium;
  export = sodium;
}
