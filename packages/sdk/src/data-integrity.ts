import {
  base58btcDecode,
  base58btcEncode,
  concatBytes,
  decodeMultikey,
  equalBytes,
  sha256,
  verifySignature,
} from "@cartorio/crypto";
import { canonicalBytes, isJsonObject, type JsonObject } from "@cartorio/protocol";
import { parseDateTime } from "./date-time.ts";
import type { Signer } from "./signer.ts";

const CRYPTOSUITE = "eddsa-jcs-2022";
const SIGNATURE_BYTES = 64;

/** A proof whose form was checked; whether its signature holds is another question. */
export interface IntegrityProof {
  /** DID URL of the key. */
  readonly verificationMethod: string;
  /** What is signed: SHA-256(JCS(proof options)) || SHA-256(JCS(document)), 64 bytes. */
  readonly hashData: Uint8Array;
  readonly signature: Uint8Array;
  /** Milliseconds since 1970. */
  readonly expires: number | undefined;
}

export type ReadProof =
  | { readonly ok: true; readonly proof: IntegrityProof }
  /** `isKnown`: false for a proof of a kind that this SDK cannot judge. */
  | { readonly ok: false; readonly code: string; readonly isKnown: boolean };

export interface SignDocumentInput {
  /** Without `proof`. */
  readonly document: JsonObject;
  readonly signer: Signer;
  /** DID URL. */
  readonly verificationMethod: string;
  /** dateTimeStamp. */
  readonly created: string;
}

/**
 * The document with a DataIntegrityProof `eddsa-jcs-2022` (vc-di-eddsa section 3.3), or undefined if
 * it is not I-JSON or the signer's key is not Ed25519.
 */
export async function signDocument(input: SignDocumentInput): Promise<JsonObject | undefined> {
  const { document, signer, verificationMethod, created } = input;
  if (decodeMultikey(signer.multikey)?.kind !== "ed25519") return undefined;
  const options = {
    type: "DataIntegrityProof",
    cryptosuite: CRYPTOSUITE,
    created,
    verificationMethod,
    proofPurpose: "assertionMethod",
    ...(Object.hasOwn(document, "@context") ? { "@context": document["@context"] } : {}),
  };
  const hashData = hashOf(options, document);
  if (hashData === undefined) return undefined;
  const proofValue = `z${base58btcEncode(await signer.sign(hashData))}`;
  return { ...document, proof: { ...options, proofValue } };
}

/**
 * Reads the one proof of a secured document. Stricter than vc-di-eddsa section 3.3.2 in one point:
 * `@context` of proof and document must be equal, since contexts appended to the document would be
 * content that nobody signed. Sets and chains of proofs are not judged.
 */
export function readProof(secured: JsonObject): ReadProof {
  const { proof, ...document } = secured;
  if (proof === undefined) return refuse("PROOF_MISSING");
  if (Array.isArray(proof)) return cannotJudge("PROOF_SET");
  if (!isJsonObject(proof)) return refuse("PROOF_MALFORMED");
  const { proofValue, ...options } = proof;
  if (options["type"] !== "DataIntegrityProof" || options["cryptosuite"] !== CRYPTOSUITE) {
    return cannotJudge("SUITE_NOT_SUPPORTED");
  }
  if (options["previousProof"] !== undefined) return cannotJudge("PROOF_CHAIN");
  if (options["proofPurpose"] !== "assertionMethod") return refuse("PROOF_PURPOSE");
  const { created, expires, verificationMethod } = options;
  const hasDates =
    (created === undefined || parseDateTime(created) !== undefined) &&
    (expires === undefined || parseDateTime(expires) !== undefined);
  if (!hasDates || typeof verificationMethod !== "string") return refuse("PROOF_MALFORMED");
  if (!sameContext(options["@context"], document["@context"])) return refuse("PROOF_CONTEXT");
  const signature = decodeSignature(proofValue);
  if (signature === undefined) return refuse("PROOF_MALFORMED");
  const hashData = hashOf(options, document);
  if (hashData === undefined) return refuse("NOT_I_JSON");
  const value = { verificationMethod, hashData, signature, expires: parseDateTime(expires) };
  return { ok: true, proof: value };
}

/** True if the key signed the document; only Ed25519 keys sign by this suite. */
export function verifyIntegrityProof(proof: IntegrityProof, multikey: Uint8Array): boolean {
  if (decodeMultikey(multikey)?.kind !== "ed25519") return false;
  return verifySignature(multikey, proof.hashData, proof.signature);
}

function hashOf(options: JsonObject, document: JsonObject): Uint8Array | undefined {
  const optionBytes = canonicalBytes(options);
  const documentBytes = canonicalBytes(document);
  if (optionBytes === undefined || documentBytes === undefined) return undefined;
  return concatBytes(sha256(optionBytes), sha256(documentBytes));
}

/** Both absent, or the same JSON; whatever has no canonical form equals nothing. */
function sameContext(left: unknown, right: unknown): boolean {
  if (left === undefined && right === undefined) return true;
  const bytes = canonicalBytes(left);
  const others = canonicalBytes(right);
  return bytes !== undefined && others !== undefined && equalBytes(bytes, others);
}

/** Multibase base58btc of 64 bytes. */
function decodeSignature(proofValue: unknown): Uint8Array | undefined {
  if (typeof proofValue !== "string" || !proofValue.startsWith("z")) return undefined;
  const bytes = base58btcDecode(proofValue.slice(1));
  return bytes?.length === SIGNATURE_BYTES ? bytes : undefined;
}

function refuse(code: string): ReadProof {
  return { ok: false, code, isKnown: true };
}

function cannotJudge(code: string): ReadProof {
  return { ok: false, code, isKnown: false };
}
