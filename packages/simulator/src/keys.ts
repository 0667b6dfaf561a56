import { encodeMultikey, sha256, utf8Encode } from "@cartorio/crypto";
import {
  type Ed25519KeyPair,
  ed25519KeyPairFromSeed,
  signEd25519,
  verifyEd25519,
} from "@cartorio/crypto/node";
import { type DecodedEnvelope, signatureItems, type VerifySignature } from "@cartorio/protocol";
import { fakeSign, fakeVerify } from "./fake-signatures.ts";

/** A key of the run; the same name is the same key in every run of every process. */
export interface Key {
  readonly pair: Ed25519KeyPair;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly multikey: Uint8Array;
}

const known = new Map<string, Key>();

export function keyOf(name: string): Key {
  const found = known.get(name);
  if (found !== undefined) return found;
  const pair = ed25519KeyPairFromSeed(sha256(utf8Encode(`cartorio simulator ${name}`)));
  const { publicKey } = pair;
  const key = { pair, publicKey, multikey: encodeMultikey("ed25519", publicKey) };
  known.set(name, key);
  return key;
}

/** How a run signs: the keys are real Ed25519 keys in both, so that the ledger admits them. */
export interface Scheme {
  readonly real: boolean;
  /** `variant`: other valid bytes for the same message, where the scheme has any. */
  sign(key: Key, message: Uint8Array, variant?: number): Uint8Array;
  readonly verify: VerifySignature;
}

export const fakeScheme: Scheme = {
  real: false,
  sign: (key, message, variant = 0) => fakeSign(key.publicKey, message, variant),
  verify: fakeVerify,
};

/** libsodium, as on a validator (docs/consensus.md 2). */
export const realScheme: Scheme = {
  real: true,
  sign: (key, message) => signEd25519(key.pair, message),
  verify: verifyEd25519,
};

const multikeyPrefixBytes = 2;

/** The verdict on all signatures of an envelope, as the intake of a node gives it. */
export function verifyEnvelope(scheme: Scheme, decoded: DecodedEnvelope): boolean {
  return signatureItems(decoded).every(({ multikey, message, signature }) =>
    scheme.verify(multikey.subarray(multikeyPrefixBytes), message, signature),
  );
}
