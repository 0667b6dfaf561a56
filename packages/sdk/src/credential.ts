import {
  base64UrlEncode,
  decodeMultikey,
  jwkThumbprint,
  type KeyKind,
  multikeyToJwk,
  multikeyToString,
  utf8Encode,
} from "@cartorio/crypto";
import {
  anchorSaltBytes,
  anchorTerm,
  canonicalBytes,
  commitmentOfContent,
  isJsonObject,
  isNetworkName,
  type JsonObject,
  readAnchorClaim,
  readCredentialContent,
} from "@cartorio/protocol";
import { signDocument } from "./data-integrity.ts";
import { formatDateTime } from "./date-time.ts";
import { CartorioError } from "./errors.ts";
import { randomBytes } from "./random.ts";
import type { Signer } from "./signer.ts";

/** A W3C credential (VC Data Model 2.0) as JSON. */
export type Credential = JsonObject;

const CREDENTIALS_CONTEXT = "https://www.w3.org/ns/credentials/v2";
/** Tells JSON-LD processors that the claim is plain JSON, so that none drops it as unknown. */
const ANCHOR_CONTEXT: JsonObject = {
  [anchorTerm]: { "@id": "urn:cartorio:anchor", "@type": "@json" },
};

/**
 * The credential with the claim `cartorioAnchor: { network, salt }`, to be signed. Without a salt
 * 32 random bytes are taken. Throws MALFORMED for a bad network name or salt, or if it has one.
 */
export function withAnchorClaim(
  credential: Credential,
  network: string,
  salt: Uint8Array = randomBytes(anchorSaltBytes),
): Credential {
  const claim = anchorClaimValue(network, salt);
  if (Object.hasOwn(credential, anchorTerm)) throw malformed(anchorTerm);
  const context = credential["@context"];
  const contexts: readonly unknown[] = Array.isArray(context) ? context : [context];
  return {
    ...credential,
    "@context": [...contexts, ANCHOR_CONTEXT],
    [anchorTerm]: claim,
  };
}

/**
 * The value of the claim `cartorioAnchor`, for the payload of a JWT: at its top level, and never among
 * what an SD-JWT discloses selectively. Throws as {@link withAnchorClaim}.
 */
export function anchorClaimValue(
  network: string,
  salt: Uint8Array = randomBytes(anchorSaltBytes),
): { readonly network: string; readonly salt: string } {
  if (!isNetworkName(network)) throw malformed("network");
  if (salt.length !== anchorSaltBytes) throw malformed("salt");
  return { network, salt: base64UrlEncode(salt) };
}

/** Cryptosuites of Data Integrity that can be anchored. */
export type JcsSuite = "eddsa-jcs-2022" | "ecdsa-jcs-2019";

/**
 * The 32-byte commitment of a credential (docs/ledger.md 6): a document secured by `eddsa-jcs-2022` or
 * `ecdsa-jcs-2019`, a vc+jwt or SD-JWT VC token, or an EnvelopedVerifiableCredential. Signing again, or
 * disclosing other parts, gives the same one. A document without `proof` is taken as one that `suite`
 * will secure. Throws MALFORMED with what is wrong: no anchor claim of this network, no I-JSON, or a
 * suite that cannot be anchored.
 */
export function credentialCommitment(
  credential: Credential | string,
  network: string,
  { suite = "eddsa-jcs-2022" }: { readonly suite?: JcsSuite } = {},
): Uint8Array {
  const read = readCredentialContent(credential, suite);
  if (!read.ok) throw malformed("credential", read.problem);
  const found = readAnchorClaim(read.content.claims);
  if (found.kind !== "claim") throw malformed(anchorTerm);
  if (found.claim.network !== network) throw malformed("network");
  return commitmentOfContent(read.content, network);
}

/** DID of the issuer: `issuer`, or its `id`; undefined if there is none. */
export function issuerOf(credential: Credential): string | undefined {
  const { issuer } = credential;
  const id = isJsonObject(issuer) ? issuer["id"] : issuer;
  return typeof id === "string" ? id : undefined;
}

/** What a VC Data Model 2.0 credential must have at least; the name of what is wrong. */
export function findCredentialMistake(credential: Credential): string | undefined {
  const { "@context": context, type, credentialSubject } = credential;
  if (!Array.isArray(context) || context[0] !== CREDENTIALS_CONTEXT) return "@context";
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  if (!types.includes("VerifiableCredential")) return "type";
  if (issuerOf(credential) === undefined) return "issuer";
  const subjects: readonly unknown[] = Array.isArray(credentialSubject)
    ? credentialSubject
    : [credentialSubject];
  const hasSubjects = subjects.length > 0 && subjects.every(isJsonObject);
  return hasSubjects ? undefined : "credentialSubject";
}

export interface IssueInput {
  /** Without `proof`; with an anchor claim if it is to be anchored. */
  readonly credential: Credential;
  /** Ed25519 or P-256; it decides the cryptosuite. */
  readonly signer: Signer;
  /** DID URL of the signer's key; its DID must be the issuer. Default from issuer and key. */
  readonly verificationMethod?: string;
  /** Milliseconds since 1970, for `created`; the signing time that counts is that of the anchor. */
  readonly now: number;
}

/**
 * Signs a credential, with an Ed25519 key by `eddsa-jcs-2022`, with a P-256 key by `ecdsa-jcs-2019`.
 * Throws MALFORMED with the member that is wrong: the verifiers would refuse it, so it is not signed in
 * the first place.
 */
export async function issueCredential(input: IssueInput): Promise<Credential> {
  const { credential, signer, now } = input;
  const verificationMethod = checkIssue(input);
  const created = formatDateTime(now);
  const signed = await signDocument({ document: credential, signer, verificationMethod, created });
  if (signed === undefined) throw malformed("credential");
  return signed;
}

/** `alg` of a token by the kind of key (RFC 9864 2.2, RFC 7518 3.1). */
const algorithms: Partial<Readonly<Record<KeyKind, string>>> = {
  ed25519: "Ed25519",
  p256: "ES256",
};

/**
 * Signs a credential as a vc+jwt token, with an Ed25519 or a P-256 key. Throws as {@link issueCredential},
 * also for the claims that such a token must not have.
 */
export async function issueCredentialToken(input: Omit<IssueInput, "now">): Promise<string> {
  const { credential, signer } = input;
  const kid = checkIssue(input);
  const forbidden = ["vc", "vp", "iss"].find((name) => Object.hasOwn(credential, name));
  if (forbidden !== undefined) throw malformed(forbidden);
  const kind = decodeMultikey(signer.multikey)?.kind;
  const alg = kind && algorithms[kind];
  const payload = canonicalBytes(credential);
  const header = canonicalBytes({ alg: alg ?? "", kid, typ: "vc+jwt" });
  if (alg === undefined || payload === undefined || header === undefined) {
    throw malformed("credential");
  }
  const signed = `${base64UrlEncode(header)}.${base64UrlEncode(payload)}`;
  return `${signed}.${base64UrlEncode(await signer.sign(utf8Encode(signed)))}`;
}

/** The DID URL of the key that signs; throws MALFORMED for what verifiers would refuse. */
function checkIssue(input: Omit<IssueInput, "now">): string {
  const { credential, signer } = input;
  const mistake = findCredentialMistake(credential);
  if (mistake !== undefined) throw malformed(mistake);
  if (Object.hasOwn(credential, "proof")) throw malformed("proof");
  if (readAnchorClaim(credential).kind === "malformed") throw malformed(anchorTerm);
  const issuer = issuerOf(credential) ?? "";
  const names = keyFragments(signer.multikey).map((fragment) => `${issuer}#${fragment}`);
  const verificationMethod = input.verificationMethod ?? names[0] ?? "";
  if (!names.includes(verificationMethod)) throw malformed("verificationMethod");
  return verificationMethod;
}

/** The fragments that name a key: its Multikey text, and its thumbprint where it stands as a JWK. */
function keyFragments(multikey: Uint8Array): string[] {
  const jwk = multikeyToJwk(multikey);
  const text = multikeyToString(multikey);
  return jwk === undefined ? [text] : [text, jwkThumbprint(jwk)];
}

function malformed(field: string, reason?: string): CartorioError {
  return new CartorioError("MALFORMED", reason === undefined ? { field } : { field, reason });
}
