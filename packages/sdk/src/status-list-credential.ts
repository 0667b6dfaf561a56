import { jwkThumbprint, multikeyToJwk, multikeyToString } from "@cartorio/crypto";
import type { JsonObject } from "@cartorio/protocol";
import { signDocument } from "./data-integrity.ts";
import { CartorioError } from "./errors.ts";
import type { Signer } from "./signer.ts";
import { encodeBitstring, encodeTokenList } from "./status-encoding.ts";
import type { StatusPurpose } from "./status-list-operations.ts";

/** A list at one sequence, as `fetchStatusList` proves it. */
export interface StatusListContent {
  readonly publisher: string;
  readonly purpose: StatusPurpose;
  readonly bits: Uint8Array;
}

/**
 * False if a DID document lists the key under `assertionMethod`: who holds the key could then sign
 * credentials of that issuer, so it must not publish its lists (docs/ledger.md 7).
 */
export function isApartFromIssuer(issuerDocument: JsonObject, multikey: Uint8Array): boolean {
  const { assertionMethod } = issuerDocument;
  if (!Array.isArray(assertionMethod)) return true;
  // The fragment of a method is its key, in one of two forms; whatever has no text is no reference.
  const jwk = multikeyToJwk(multikey);
  const names = [multikeyToString(multikey), ...(jwk === undefined ? [] : [jwkThumbprint(jwk)])];
  return assertionMethod.every(
    (reference) => typeof reference === "string" && !names.includes(fragmentOf(reference)),
  );
}

function fragmentOf(reference: string): string {
  return reference.slice(reference.indexOf("#") + 1);
}

/** A BitstringStatusListCredential (W3C Bitstring Status List 1.0) without proof. */
export async function bitstringStatusList(input: {
  readonly content: StatusListContent;
  /** URL where the credential is served. */
  readonly id: string;
  /** dateTimeStamps. */
  readonly validFrom: string;
  readonly validUntil?: string;
}): Promise<JsonObject> {
  const { content, id, validFrom, validUntil } = input;
  return {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    id,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: content.publisher,
    validFrom,
    ...(validUntil === undefined ? {} : { validUntil }),
    credentialSubject: {
      id: `${id}#list`,
      type: "BitstringStatusList",
      statusPurpose: content.purpose,
      encodedList: await encodeBitstring(content.bits),
    },
  };
}

/** The claims of a `statuslist+jwt` (IETF Token Status List) with 1 bit per entry. */
export async function tokenStatusList(input: {
  readonly content: StatusListContent;
  /** `sub`: URI of the list. */
  readonly uri: string;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  readonly expires?: number;
  readonly ttlSeconds?: number;
}): Promise<JsonObject> {
  const { content, uri, issuedAt, expires, ttlSeconds } = input;
  return {
    iss: content.publisher,
    sub: uri,
    iat: issuedAt,
    ...(expires === undefined ? {} : { exp: expires }),
    ...(ttlSeconds === undefined ? {} : { ttl: ttlSeconds }),
    status_list: { bits: 1, lst: await encodeTokenList(content.bits) },
  };
}

/**
 * Signs a list credential by the publisher. Throws STATUS_PUBLISHER_INVALID if the issuer's document
 * lists the key under `assertionMethod`, and MALFORMED if the credential is no JSON.
 */
export async function signStatusList(input: {
  readonly credential: JsonObject;
  readonly signer: Signer;
  /** DID URL of the publisher's key. */
  readonly verificationMethod: string;
  /** dateTimeStamp. */
  readonly created: string;
  /** The issuer's DID document as it is now, from a proof. */
  readonly issuerDocument: JsonObject;
}): Promise<JsonObject> {
  const { credential: document, issuerDocument, ...by } = input;
  if (!isApartFromIssuer(issuerDocument, by.signer.multikey)) {
    throw new CartorioError("STATUS_PUBLISHER_INVALID");
  }
  const signed = await signDocument({ document, ...by });
  if (signed === undefined) throw new CartorioError("MALFORMED", { field: "credential" });
  return signed;
}
