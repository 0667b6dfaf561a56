import { base64UrlDecode, sha256, utf8Decode, utf8Encode } from "@cartorio/crypto";
import {
  canonicalBytes,
  isJsonObject,
  type JsonObject,
  parseJsonObject,
} from "./canonical-json.ts";
import { type CredentialFormat, credentialCommitment, credentialFormat } from "./credential.ts";
import { isNetworkName } from "./did.ts";

/** Why nothing can be committed to. */
export type ContentProblem =
  /** No JSON object of I-JSON, or a member's name is repeated. */
  | "NOT_I_JSON"
  /** Not three parts of base64url with JSON objects in the first two. */
  | "TOKEN_MALFORMED"
  /** The header's `typ` is neither vc+jwt nor that of an SD-JWT VC. */
  | "TOKEN_TYPE"
  /** An EnvelopedVerifiableCredential that is not exactly one. */
  | "ENVELOPE_MALFORMED"
  | "PROOF_MALFORMED"
  /** Several proofs: by which one the content is taken would be open. */
  | "PROOF_SET"
  /** A suite whose holders derive proofs of parts: no two presentations have the same content. */
  | "SUITE_DERIVED_PROOFS"
  | "SUITE_NOT_SUPPORTED";

/** What of a credential is committed to (docs/ledger.md 6). */
export interface CredentialContent {
  readonly format: CredentialFormat;
  /** M: what the issuer signs, apart from what changes when it signs again. */
  readonly message: Uint8Array;
  /** The signed claims that every presentation shows: the document without `proof`, or the payload. */
  readonly claims: JsonObject;
  /** Of a JWT: its protected header and signature, as received. */
  readonly token?: { readonly header: JsonObject; readonly signature: string };
}

export type ReadContent =
  | { readonly ok: true; readonly content: CredentialContent }
  | { readonly ok: false; readonly problem: ContentProblem };

/** The claim of {@link readAnchorClaim}. */
export const anchorTerm = "cartorioAnchor";
export const anchorSaltBytes = 32;

/** Cryptosuites whose M is the JCS of the document without `proof`. */
export const jcsSuites: Readonly<Record<string, CredentialFormat>> = {
  "eddsa-jcs-2022": credentialFormat.eddsaJcs,
  "ecdsa-jcs-2019": credentialFormat.ecdsaJcs,
};
const derivingSuites: readonly unknown[] = ["ecdsa-sd-2023", "bbs-2023", "anoncreds-2023"];
const derivingTypes: readonly unknown[] = ["BbsBlsSignature2020", "BbsBlsSignatureProof2020"];

/** `typ` of a token and what it is; RFC 7515 4.1.9 leaves out `application/`. */
const tokenTypes: Readonly<Record<string, CredentialFormat>> = {
  "vc+jwt": credentialFormat.vcJwt,
  "dc+sd-jwt": credentialFormat.sdJwtVc,
  // The name of SD-JWT VC before November 2024.
  "vc+sd-jwt": credentialFormat.sdJwtVc,
};
const mediaTypePrefix = "application/";
const envelopeType = "EnvelopedVerifiableCredential";
const envelopeMembers: readonly string[] = ["@context", "id", "type"];

/** A credential is some kilobytes. */
const maxTokenCharacters = 1024 * 1024;
const jwsParts = 3;

/**
 * Takes what is committed to out of a credential: a JSON object, its text, an enveloped credential, or
 * a token (vc+jwt, or SD-JWT with or without disclosures and key binding). Judges no signature. A
 * document without `proof` is read as one that `suite` will secure.
 */
export function readCredentialContent(
  credential: JsonObject | string,
  suite = "eddsa-jcs-2022",
): ReadContent {
  if (typeof credential !== "string") return readDocument(credential, suite);
  if (!credential.trimStart().startsWith("{")) return readToken(credential);
  const document = parseJsonObject(credential);
  return document === undefined ? problem("NOT_I_JSON") : readDocument(document, suite);
}

/** The 32-byte commitment to a content on a network. */
export function commitmentOfContent(
  { format, message }: CredentialContent,
  network: string,
): Uint8Array {
  return credentialCommitment(network, format, sha256(message));
}

/** The signed claim that makes a commitment unguessable and names the network. */
export interface AnchorClaim {
  readonly network: string;
  /** 32 random bytes. */
  readonly salt: Uint8Array;
}

export type ReadAnchorClaim =
  | { readonly kind: "none" }
  | { readonly kind: "malformed" }
  | { readonly kind: "claim"; readonly claim: AnchorClaim };

/**
 * `cartorioAnchor: { network, salt }` among the claims, with these two members and no other: what a
 * disclosure would have to fill in (RFC 9901 `_sd`) is not always disclosed.
 */
export function readAnchorClaim(claims: JsonObject): ReadAnchorClaim {
  if (!Object.hasOwn(claims, anchorTerm)) return { kind: "none" };
  const claim = claims[anchorTerm];
  if (!isJsonObject(claim) || Object.keys(claim).length !== 2) return { kind: "malformed" };
  const { network, salt } = claim;
  const bytes = typeof salt === "string" ? base64UrlDecode(salt) : undefined;
  if (typeof network !== "string" || !isNetworkName(network)) return { kind: "malformed" };
  if (bytes?.length !== anchorSaltBytes) return { kind: "malformed" };
  return { kind: "claim", claim: { network, salt: bytes } };
}

function readDocument(credential: JsonObject, suite: string): ReadContent {
  const { type } = credential;
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  if (types.includes(envelopeType)) return readEnvelope(credential);
  const { proof, ...claims } = credential;
  const found = proof === undefined ? suiteFormat(suite) : proofFormat(proof);
  if (typeof found === "string") return problem(found);
  const message = canonicalBytes(claims);
  if (message === undefined) return problem("NOT_I_JSON");
  return { ok: true, content: { format: found, message, claims } };
}

function proofFormat(proof: unknown): CredentialFormat | ContentProblem {
  if (Array.isArray(proof)) return "PROOF_SET";
  if (!isJsonObject(proof)) return "PROOF_MALFORMED";
  const { type, cryptosuite } = proof;
  if (derivingTypes.includes(type)) return "SUITE_DERIVED_PROOFS";
  if (type !== "DataIntegrityProof") return "SUITE_NOT_SUPPORTED";
  return suiteFormat(cryptosuite);
}

function suiteFormat(suite: unknown): CredentialFormat | ContentProblem {
  if (derivingSuites.includes(suite)) return "SUITE_DERIVED_PROOFS";
  const isKnown = typeof suite === "string" && Object.hasOwn(jcsSuites, suite);
  return (isKnown ? jcsSuites[suite] : undefined) ?? "SUITE_NOT_SUPPORTED";
}

/**
 * VC Data Model 2.0 4.13: `id` is a data URL with the token. Members beside the three are signed by
 * nobody, so there may be none.
 */
function readEnvelope(envelope: JsonObject): ReadContent {
  const { id, type } = envelope;
  const isExact =
    (type === envelopeType || (Array.isArray(type) && type.length === 1)) &&
    Object.keys(envelope).every((name) => envelopeMembers.includes(name));
  if (!isExact || typeof id !== "string") return problem("ENVELOPE_MALFORMED");
  const comma = id.indexOf(",");
  const mediaType = id.slice(0, comma);
  const inner = readToken(id.slice(comma + 1));
  if (!inner.ok) return inner;
  const { format, token } = inner.content;
  const named = Object.entries(tokenTypes).some(
    ([name, known]) => known === format && mediaType === `data:${mediaTypePrefix}${name}`,
  );
  return named && token !== undefined ? inner : problem("ENVELOPE_MALFORMED");
}

/** `header.payload.signature`, then what an SD-JWT's holder adds: `~disclosure~...~key binding`. */
function readToken(text: string): ReadContent {
  if (text.length > maxTokenCharacters) return problem("TOKEN_MALFORMED");
  const tilde = text.indexOf("~");
  const jws = tilde < 0 ? text : text.slice(0, tilde);
  const [first = "", second = "", signature = "", ...more] = jws.split(".");
  if (more.length > 0 || jws.split(".").length !== jwsParts) return problem("TOKEN_MALFORMED");
  const header = readPart(first);
  const claims = readPart(second);
  const isSigned = signature !== "" && base64UrlDecode(signature) !== undefined;
  if (header === undefined || claims === undefined || !isSigned) return problem("TOKEN_MALFORMED");
  // With `b64` (RFC 7797) something else would be signed; whatever is critical is not known here.
  if (Object.hasOwn(header, "b64") || Object.hasOwn(header, "crit")) return problem("TOKEN_TYPE");
  const format = tokenFormat(header["typ"]);
  if (format === undefined) return problem("TOKEN_TYPE");
  if (format === credentialFormat.vcJwt && tilde >= 0) return problem("TOKEN_MALFORMED");
  const message = utf8Encode(`${first}.${second}`);
  return { ok: true, content: { format, message, claims, token: { header, signature } } };
}

function readPart(part: string): JsonObject | undefined {
  const bytes = part === "" ? undefined : base64UrlDecode(part);
  const text = bytes && utf8Decode(bytes);
  return text === undefined ? undefined : parseJsonObject(text);
}

function tokenFormat(typ: unknown): CredentialFormat | undefined {
  if (typeof typ !== "string") return undefined;
  const name = typ.startsWith(mediaTypePrefix) ? typ.slice(mediaTypePrefix.length) : typ;
  return Object.hasOwn(tokenTypes, name) ? tokenTypes[name] : undefined;
}

function problem(code: ContentProblem): ReadContent {
  return { ok: false, problem: code };
}
