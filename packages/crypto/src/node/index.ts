export type { SignatureItem } from "./batch.ts";
export { CryptoError, CryptoErrorCode } from "./crypto-error.ts";
export {
  type PassphraseSource,
  readKeyFile,
  readPrivateFile,
  sealKeyFile,
  writeKeyFile,
} from "./key-file.ts";
export {
  admitKeysByLibsodium,
  type Ed25519KeyPair,
  ed25519KeyPairFromSeed,
  signEd25519,
  verifyEd25519,
} from "./sodium.ts";
export {
  createVerifierPool,
  type VerifierPool,
  type VerifierPoolOptions,
} from "./verifier-pool.ts";
export { verifySignatureNode } from "./verify.ts";
