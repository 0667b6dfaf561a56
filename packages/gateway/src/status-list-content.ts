// What a publisher signs of a status list, and verifiers with a state proof read unsigned. A gateway has
// no key of the publisher (docs/decisions/unsigned-status-lists.md).
import type { JsonObject } from "./render.ts";

/**
 * How long a cache on the way, and after it a verifier, may use a list without asking again: a revocation is
 * seen by everybody within twice as long, a minute.
 */
export const listTtlSeconds = 30;

/** A list as `status_getList` answers it, encoded. */
export interface EncodedList {
  readonly publisher: string;
  readonly purpose: string;
  /** Milliseconds. */
  readonly since: number;
  /** `encodedList` or `lst`. */
  readonly bits: string;
}

/**
 * A BitstringStatusListCredential (W3C Bitstring Status List 1.0 section 2.2) without proof. It has no `id`,
 * which is optional: that is the URL where its publisher serves it.
 */
export function listCredential({ publisher, purpose, since, bits }: EncodedList): JsonObject {
  return {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: publisher,
    validFrom: new Date(since).toISOString(),
    credentialSubject: {
      type: "BitstringStatusList",
      statusPurpose: purpose,
      encodedList: bits,
      ttl: listTtlSeconds * 1000,
    },
  };
}

/**
 * Claims of a Status List Token (IETF Token Status List, 1 bit per entry). `sub`, the URI of the token, is
 * its publisher's to add, and `iat` is when it signs.
 */
export function listClaims({ publisher, bits }: EncodedList): JsonObject {
  return { iss: publisher, ttl: listTtlSeconds, status_list: { bits: 1, lst: bits } };
}
