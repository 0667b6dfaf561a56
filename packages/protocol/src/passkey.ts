// The passkey form of a P-256 signature (docs/ledger.md 1): an authenticator signs its own data and
// the hash of the client's JSON, in which the challenge names what is approved.
import { base64UrlEncode, concatBytes, equalBytes, sha256, utf8Encode } from "@cartorio/crypto";
import { tagStart } from "./tags.ts";
import type { PasskeyAssertion } from "./transaction-types.ts";

const flagsOffset = 32;
const userPresent = 0x01;
const tagStartBytes = utf8Encode(tagStart);

/** The challenge that a client hands to its authenticator: SHA-256 of the transaction's signing bytes. */
export function passkeyChallenge(signingBytes: Uint8Array): Uint8Array {
  return sha256(signingBytes);
}

/**
 * The bytes that the signature covers; undefined if the assertion is for other bytes or the user was
 * not present. The client data is read by the limited algorithm of Web Authentication 5.8.1.2: its
 * start is fixed byte for byte, so no JSON parser decides about validity.
 *
 * Authenticator data that begins like a tag is refused: with `tag || body without its last 32 bytes`
 * there and a body that ends in SHA-256(client data), a plain signature of that body would pass as an
 * assertion for another one. True authenticator data begins with a hash.
 */
export function passkeyMessage(
  assertion: PasskeyAssertion,
  signingBytes: Uint8Array,
): Uint8Array | undefined {
  const { authenticatorData, clientData } = assertion;
  if (equalBytes(authenticatorData.subarray(0, tagStartBytes.length), tagStartBytes)) {
    return undefined;
  }
  const challenge = base64UrlEncode(passkeyChallenge(signingBytes));
  const start = utf8Encode(`{"type":"webauthn.get","challenge":"${challenge}","origin":"`);
  if (!equalBytes(clientData.subarray(0, start.length), start)) return undefined;
  if (((authenticatorData[flagsOffset] ?? 0) & userPresent) === 0) return undefined;
  return concatBytes(authenticatorData, sha256(clientData));
}
