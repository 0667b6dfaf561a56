import { byteKey, decodeMultikey } from "@cartorio/crypto";
import {
  type Document,
  didDocumentRecord,
  type ErrorCode,
  limits,
  relationship,
  type Service,
  type VerificationMethod,
  verificationMethodFormat,
  verificationMethodFragment,
} from "@cartorio/protocol";
import { isAbsoluteUri, isServiceEndpoint } from "./service-url.ts";

const formats: readonly number[] = Object.values(verificationMethodFormat);
const allRelationships = Object.values(relationship).reduce((sum, bit) => sum | bit, 0);
const fragmentPattern = /^[A-Za-z0-9._~-]+$/;

/**
 * Characters of which every text is in normal form C whatever the version of Unicode: printable ASCII,
 * Latin letters with their marks, kana, Chinese characters, Hangul syllables. None combines with the one
 * before it. A test for the form itself would depend on the tables of the engine that a node runs on,
 * and two nodes could disagree.
 */
const normalised =
  /^[ -~\u00c0-\u024f\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+$/;

/**
 * The rules of a document that do not depend on the state (docs/ledger.md 2). Codes:
 * DOCUMENT_TOO_LARGE (above 16 KiB encoded), DOCUMENT_INVALID.
 */
export function checkDocument(document: Document): ErrorCode | undefined {
  if (documentBytes(document) > limits.maxDocumentBytes) return "DOCUMENT_TOO_LARGE";
  const { verificationMethods: methods, services, alsoKnownAs } = document;
  const isValid =
    methods.every(isMethodValid) &&
    areDistinct(methods.map(({ multikey }) => byteKey(multikey))) &&
    services.every(isServiceValid) &&
    areDistinct([
      ...methods.map(verificationMethodFragment),
      ...services.map(({ fragment }) => fragment),
    ]) &&
    alsoKnownAs.every(isAbsoluteUri) &&
    areDistinct(alsoKnownAs);
  return isValid ? undefined : "DOCUMENT_INVALID";
}

/** The keys of a document's verification methods. */
export function documentKeys(document: Document): Uint8Array[] {
  return document.verificationMethods.map(({ multikey }) => multikey);
}

function documentBytes(document: Document): number {
  return didDocumentRecord.encode({ document }).length;
}

/** The fragment is made from the key, so a method has no name of its own that could be wrong. */
function isMethodValid({ format, multikey, relationships }: VerificationMethod): boolean {
  const key = decodeMultikey(multikey);
  if (key === undefined || !formats.includes(format)) return false;
  if ((relationships | allRelationships) !== allRelationships) return false;
  // An X25519 key signs nothing: it may only agree on keys.
  return key.kind !== "x25519" || relationships === relationship.keyAgreement;
}

function isServiceValid({ fragment, types, endpoints }: Service): boolean {
  return (
    fragmentPattern.test(fragment) &&
    types.length > 0 &&
    types.every((type) => normalised.test(type)) &&
    areDistinct(types) &&
    endpoints.length > 0 &&
    endpoints.every(isServiceEndpoint) &&
    areDistinct(endpoints)
  );
}

function areDistinct(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}
