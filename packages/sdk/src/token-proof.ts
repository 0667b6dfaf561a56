import { base64UrlDecode, type KeyKind } from "@cartorio/crypto";
import type { CredentialContent } from "@cartorio/protocol";
import type { ReadProof } from "./data-integrity.ts";

const SIGNATURE_BYTES = 64;
const MS_PER_SECOND = 1000;

/** RFC 7518 3.1, RFC 8037 3.1, RFC 9864 2.2. */
const keyKinds: Readonly<Record<string, KeyKind>> = {
  EdDSA: "ed25519",
  Ed25519: "ed25519",
  ES256: "p256",
};

/**
 * The signature of a token, in the form of a Data Integrity proof: what is signed is the ASCII of
 * `header.payload`. `kid` names the key as a DID URL, or as a fragment of the issuer's DID. Undefined for
 * a credential that is no token.
 */
export function readTokenProof(content: CredentialContent, issuer: string): ReadProof | undefined {
  const { token, message, claims } = content;
  if (token === undefined) return undefined;
  const { alg, kid } = token.header;
  const keyKind =
    typeof alg === "string" && Object.hasOwn(keyKinds, alg) ? keyKinds[alg] : undefined;
  if (keyKind === undefined) return { ok: false, code: "SUITE_NOT_SUPPORTED", isKnown: false };
  if (typeof kid !== "string") return { ok: false, code: "PROOF_MALFORMED", isKnown: true };
  const signature = base64UrlDecode(token.signature);
  if (signature?.length !== SIGNATURE_BYTES) {
    return { ok: false, code: "PROOF_MALFORMED", isKnown: true };
  }
  const verificationMethod = kid.startsWith("#") ? `${issuer}${kid}` : kid;
  const expires = numericDate(claims["exp"]);
  return {
    ok: true,
    proof: { verificationMethod, hashData: message, signature, keyKind, expires },
  };
}

/** Milliseconds of a NumericDate (RFC 7519 2); undefined for anything else. */
export function numericDate(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value * MS_PER_SECOND : undefined;
}
