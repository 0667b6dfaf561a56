import {
  base64UrlDecode,
  base64UrlEncode,
  jwkThumbprint,
  multikeyToJwk,
  multikeyToString,
  sha256,
} from "@cartorio/crypto";
import {
  canonicalBytes,
  credentialFormat,
  isJsonObject,
  isNetworkName,
  type JsonObject,
  credentialCommitment as protocolCommitment,
} from "@cartorio/protocol";
import { signDocument } from "./data-integrity.ts";
import { formatDateTime } from "./date-time.ts";
import { CartorioError } from "./errors.ts";
import { randomBytes } from "./random.ts";
import type { Signer } from "./signer.ts";

/** A W3C credential (VC Data Model 2.0) as JSON. */
export type Credential = JsonObject;

/** The signed claim that makes a commitment unguessable and names the network (docs/ledger.md 6). */
export interface AnchorClaim {
  readonly network: string;
  /** 32 random bytes. */
  readonly salt: Uint8Array;
}

const CREDENTIALS_CONTEXT = "https://www.w3.org/ns/credentials/v2";
const ANCHOR_TERM = "cartorioAnchor";
const SALT_BYTES = 32;
/** Tells JSON-LD processors that the claim is plain JSON, so that none drops it as unknown. */
const ANCHOR_CONTEXT: JsonObject = {
  [ANCHOR_TERM]: { "@id": "urn:cartorio:anchor", "@type": "@json" },
};

/**
 * The credential with the claim `cartorioAnchor: { network, salt }`, to be signed. Without a salt
 * 32 random bytes are taken. Throws MALFORMED for a bad network name or salt, or if it has one.
 */
export function withAnchorClaim(
  credential: Credential,
  network: string,
  salt: Uint8Array = randomBytes(SALT_BYTES),
): Credential {
  if (!isNetworkName(network)) throw malformed("network");
  if (salt.length !== SALT_BYTES) throw malformed("salt");
  if (Object.hasOwn(credential, ANCHOR_TERM)) throw malformed(ANCHOR_TERM);
  const context = credential["@context"];
  const contexts: readonly unknown[] = Array.isArray(context) ? context : [context];
  return {
    ...credential,
    "@context": [...contexts, ANCHOR_CONTEXT],
    [ANCHOR_TERM]: { network, salt: base64UrlEncode(salt) },
  };
}

export type ReadAnchorClaim =
  | { readonly kind: "none" }
  | { readonly kind: "malformed" }
  | { readonly kind: "claim"; readonly claim: AnchorClaim };

/** The anchor claim of a credential. */
export function readAnchorClaim(credential: Credential): ReadAnchorClaim {
  if (!Object.hasOwn(credential, ANCHOR_TERM)) return { kind: "none" };
  const claim = credential[ANCHOR_TERM];
  if (!isJsonObject(claim)) return { kind: "malformed" };
  const { network, salt } = claim;
  const bytes = typeof salt === "string" ? base64UrlDecode(salt) : undefined;
  if (typeof network !== "string" || !isNetworkName(network)) return { kind: "malformed" };
  if (bytes?.length !== SALT_BYTES) return { kind: "malformed" };
  return { kind: "claim", claim: { network, salt: bytes } };
}

/**
 * The 32-byte commitment of a credential secured by `eddsa-jcs-2022` (docs/ledger.md 6): over the
 * JCS of the document without `proof`, so signing again gives the same one. Throws MALFORMED if the
 * document is not I-JSON or has no anchor claim of this network.
 */
export function credentialCommitment(credential: Credential, network: string): Uint8Array {
  const found = readAnchorClaim(credential);
  if (found.kind !== "claim") throw malformed(ANCHOR_TERM);
  if (found.claim.network !== network) throw malformed("network");
  const commitment = commitmentOf(credential, network);
  if (commitment === undefined) throw malformed("credential");
  return commitment;
}

/** The commitment, or undefined if the document is not I-JSON. */
export function commitmentOf(credential: Credential, network: string): Uint8Array | undefined {
  const { proof: _, ...document } = credential;
  const bytes = canonicalBytes(document);
  return bytes && protocolCommitment(network, credentialFormat.eddsaJcs, sha256(bytes));
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
  /** Ed25519. */
  readonly signer: Signer;
  /** DID URL of the signer's key; its DID must be the issuer. Default from issuer and key. */
  readonly verificationMethod?: string;
  /** Milliseconds since 1970, for `created`; the signing time that counts is that of the anchor. */
  readonly now: number;
}

/**
 * Signs a credential by `eddsa-jcs-2022`. Throws MALFORMED with the member that is wrong: the
 * verifiers would refuse it, so it is not signed in the first place.
 */
export async function issueCredential(input: IssueInput): Promise<Credential> {
  const { credential, signer, now } = input;
  const mistake = findCredentialMistake(credential);
  if (mistake !== undefined) throw malformed(mistake);
  if (Object.hasOwn(credential, "proof")) throw malformed("proof");
  if (readAnchorClaim(credential).kind === "malformed") throw malformed(ANCHOR_TERM);
  const issuer = issuerOf(credential) ?? "";
  const names = keyFragments(signer.multikey).map((fragment) => `${issuer}#${fragment}`);
  const verificationMethod = input.verificationMethod ?? names[0] ?? "";
  if (!names.includes(verificationMethod)) throw malformed("verificationMethod");
  const created = formatDateTime(now);
  const signed = await signDocument({ document: credential, signer, verificationMethod, created });
  if (signed === undefined) throw malformed("credential");
  return signed;
}

/** The fragments that name a key: its Multikey text, and its thumbprint where it stands as a JWK. */
function keyFragments(multikey: Uint8Array): string[] {
  const jwk = multikeyToJwk(multikey);
  const text = multikeyToString(multikey);
  return jwk === undefined ? [text] : [text, jwkThumbprint(jwk)];
}

function malformed(field: string): CartorioError {
  return new CartorioError("MALFORMED", { field });
}
