export { byteKey, compareBytes, concatBytes, equalBytes } from "./bytes.ts";
export {
  ED25519_PUBLIC_KEY_BYTES,
  ED25519_SEED_BYTES,
  ED25519_SIGNATURE_BYTES,
  ed25519PublicKey,
  ed25519Sign,
  ed25519Verify,
  isAdmissibleEd25519Key,
} from "./ed25519.ts";
export {
  base58btcDecode,
  base58btcEncode,
  base64UrlDecode,
  base64UrlEncode,
  hexDecode,
  hexEncode,
  MAX_BASE58_CHARACTERS,
  utf8Decode,
  utf8Encode,
} from "./encoding.ts";
export { sha256, taggedHash } from "./hash.ts";
export { jwkThumbprint, multikeyToJwk, type PublicJsonWebKey } from "./json-web-key.ts";
export {
  decodeMultikey,
  encodeMultikey,
  type KeyKind,
  multikeyFromString,
  multikeyToString,
  type PublicKey,
} from "./multikey.ts";
export {
  P256_PUBLIC_KEY_BYTES,
  P256_SECRET_KEY_BYTES,
  P256_SIGNATURE_BYTES,
  p256PublicKey,
  p256Sign,
} from "./p256.ts";
export { verifyDocumentSignature, verifySignature } from "./verify.ts";
