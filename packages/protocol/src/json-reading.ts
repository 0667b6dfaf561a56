import { base64UrlDecode, decodeMultikey, hexDecode, multikeyFromString } from "@cartorio/crypto";

/** Parsed JSON is untrusted: readers give a default for what is wrong and note the first place. */
export interface Reading {
  problem: string | undefined;
}

const noBytes = new Uint8Array(0);

function note<T>(reading: Reading, field: string, fallback: T): T {
  reading.problem ??= field;
  return fallback;
}

/** The members of an object that has exactly these names. */
export function readObject(
  reading: Reading,
  value: unknown,
  rule: { readonly field: string; readonly names: readonly string[] },
): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return note(reading, rule.field, {});
  }
  const entries = Object.entries(value);
  const unknown = entries.find(([name]) => !rule.names.includes(name));
  if (unknown !== undefined) return note(reading, `${rule.field}.${unknown[0]}`, {});
  const missing = rule.names.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return note(reading, `${rule.field}.${missing}`, {});
  return Object.fromEntries(entries);
}

export function readList<T>(
  reading: Reading,
  value: unknown,
  rule: { readonly field: string; readonly item: (item: unknown) => T },
): T[] {
  return Array.isArray(value) ? value.map(rule.item) : note(reading, rule.field, []);
}

export function readText(reading: Reading, value: unknown, field: string): string {
  return typeof value === "string" ? value : note(reading, field, "");
}

export function readNumber(reading: Reading, value: unknown, field: string): number {
  return typeof value === "number" ? value : note(reading, field, 0);
}

/** Bytes in base64url without padding. */
export function readBytes(reading: Reading, value: unknown, field: string): Uint8Array {
  return base64UrlDecode(readText(reading, value, field)) ?? note(reading, field, noBytes);
}

/** Bytes in lower-case hexadecimal. */
export function readHex(reading: Reading, value: unknown, field: string): Uint8Array {
  return hexDecode(readText(reading, value, field)) ?? note(reading, field, noBytes);
}

/** A multikey in its multibase text, `z...`. */
export function readMultikey(reading: Reading, value: unknown, field: string): Uint8Array {
  return multikeyFromString(readText(reading, value, field)) ?? note(reading, field, noBytes);
}

/** The raw 32 bytes of an Ed25519 key in its multibase text. */
export function readEd25519Key(reading: Reading, value: unknown, field: string): Uint8Array {
  const key = decodeMultikey(readMultikey(reading, value, field));
  return key?.kind === "ed25519" ? key.publicKey : note(reading, field, noBytes);
}
