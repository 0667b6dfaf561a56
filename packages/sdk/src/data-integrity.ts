import {
  base58btcDecode,
  base58btcEncode,
  concatBytes,
  decodeMultikey,
  equalBytes,
  type KeyKind,
  sha256,
  verifyDocumentSignature,
} from "@cartorio/crypto";
import { canonicalBytes, isJsonObject, type JsonObject } from "@cartorio/protocol";
import { parseDateTime } from "./date-time.ts";
import type { Signer } from "./signer.ts";

/** Kind of key and what it signs by (vc-di-eddsa 3.3, vc-di-ecdsa 3.3): both sign the same two hashes. */
const suites: readonly { readonly name: string; readonly kind: KeyKind }[] = [
  { name: "eddsa-jcs-2022", kind: "ed25519" },
  { name: "ecdsa-jcs-2019", kind: "p256" },
];
const SIGNATURE_BYTES = 64;

/** A proof whose form was checked; whether its signature holds is another question. */
export interface IntegrityProof {
  /** DID URL of the key. */
  readonly verificationMethod: string;
  /** What is signed: SHA-256(JCS(proof options)) || SHA-256(JCS(document)), 64 bytes. */
  readonly hashData: Uint8Array;
  readonly signature: Uint8Array;
  readonly keyKind: KeyKind;
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
 * The document with a DataIntegrityProof of the suite of the signer's key, or undefined if it is not
 * I-JSON or the key is neither Ed25519 nor P-256.
 */
export async function signDocument(input: SignDocumentInput): Promise<JsonObject | undefined> {
  const { document, signer, verificationMethod, created } = input;
  const kind = decodeMultikey(signer.multikey)?.kind;
  const suite = suites.find((known) => known.kind === kind);
  if (suite === undefined) return undefined;
  const options = {
    type: "DataIntegrityProof",
    cryptosuite: suite.name,
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
 * where the proof has an `@context` it must equal the document's, since contexts appended to the
 * document would be content that nobody signed; where it has none the document's is signed as it
 * stands. Sets and chains of proofs are not judged.
 */
export function readProof(secured: JsonObject): ReadProof {
  const { proof, ...document } = secured;
  if (proof === undefined) return refuse("PROOF_MISSING");
  if (Array.isArray(proof)) return cannotJudge("PROOF_SET");
  if (!isJsonObject(proof)) return refuse("PROOF_MALFORMED");
  const { proofValue, ...options } = proof;
  const suite = suites.find(({ name }) => name === options["cryptosuite"]);
  if (options["type"] !== "DataIntegrityProof" || suite === undefined) {
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
  const dated = { expires: parseDateTime(expires), keyKind: suite.kind };
  return { ok: true, proof: { verificationMethod, hashData, signature, ...dated } };
}

/** True if the key signed the document; each suite has one kind of key. */
export function verifyIntegrityProof(proof: IntegrityProof, multikey: Uint8Array): boolean {
  if (decodeMultikey(multikey)?.kind !== proof.keyKind) return false;
  return verifyDocumentSignature(multikey, proof.hashData, proof.signature);
}

function hashOf(options: JsonObject, document: JsonObject): Uint8Array | undefined {
  const optionBytes = canonicalBytes(options);
  const documentBytes = canonicalBytes(document);
  if (optionBytes === undefined || documentBytes === undefined) return undefined;
  return concatBytes(sha256(optionBytes), sha256(documentBytes));
}

/** Whatever has no canonical form equals nothing. */
function sameContext(ofProof: unknown, ofDocument: unknown): boolean {
  if (ofProof === undefined) return true;
  const bytes = canonicalBytes(ofProof);
  const others = canonicalBytes(ofDocument);
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
