import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { base58, base64urlnopad, utf8 } from "@scure/base";
import { equalBytes } from "./bytes.ts";

/**
 * Longest text that base58 decoding looks at. Its cost grows with the square of the
 * length, and everything written in base58 here is a key or an identifier.
 */
export const MAX_BASE58_CHARACTERS = 128;

const MAX_ASCII = 0x7f;
const LOWER_HEX = /^(?:[0-9a-f]{2})*$/;

/** UTF-8 bytes of the text; an unpaired surrogate becomes U+FFFD, as the Encoding Standard says. */
export function utf8Encode(text: string): Uint8Array {
  // Nearly all of it is ASCII (DIDs, tags), which a loop writes in a tenth of the time.
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > MAX_ASCII) return utf8ToBytes(text);
    bytes[index] = unit;
  }
  return bytes;
}

/**
 * The text of UTF-8 bytes, a byte order mark included; undefined if they are none: overlong forms,
 * surrogates, and whatever else would be written in other bytes.
 */
export function utf8Decode(bytes: Uint8Array): string | undefined {
  try {
    const text = utf8.encode(bytes);
    return equalBytes(utf8Encode(text), bytes) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Lower-case hexadecimal, two characters per byte. */
export function hexEncode(bytes: Uint8Array): string {
  return bytesToHex(bytes);
}

/** The bytes of lower-case hexadecimal text; undefined for anything else, upper case included. */
export function hexDecode(text: string): Uint8Array | undefined {
  return LOWER_HEX.test(text) ? hexToBytes(text) : undefined;
}

/** Base58 with the Bitcoin alphabet, without multibase prefix. */
export function base58btcEncode(bytes: Uint8Array): string {
  return base58.encode(bytes);
}

/**
 * The bytes of base58btc text; undefined for a foreign character or text longer than
 * {@link MAX_BASE58_CHARACTERS}. Every byte string has exactly one such text.
 */
export function base58btcDecode(text: string): Uint8Array | undefined {
  if (text.length > MAX_BASE58_CHARACTERS) return undefined;
  try {
    return base58.decode(text);
  } catch {
    return undefined;
  }
}

/** Base64url without padding (RFC 4648 section 5). */
export function base64UrlEncode(bytes: Uint8Array): string {
  return base64urlnopad.encode(bytes);
}

/**
 * The bytes of unpadded base64url text; undefined for padding, white space, a foreign
 * character, or trailing bits that are not zero (each byte string has one text only).
 */
export function base64UrlDecode(text: string): Uint8Array | undefined {
  try {
    // The library refuses every text but the one that it would write itself.
    return base64urlnopad.decode(text);
  } catch {
    return undefined;
  }
}
