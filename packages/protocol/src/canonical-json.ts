import { utf8Encode } from "@cartorio/crypto";
import canonicalize from "canonicalize";

const MAX_DEPTH = 64;
/** Texts beyond this are not looked at: a credential is some kilobytes. */
const MAX_CHARACTERS = 4 * 1024 * 1024;

/** A text token of valid JSON, with the colon behind it if it is a member's name. */
const textToken = /"(?:[^"\\]|\\.)*"[\t\n\r ]*(:?)/gs;

/** An object as JSON has it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The canonical bytes of a value (JCS, RFC 8785), or undefined if it is not I-JSON (RFC 7493): an
 * integer beyond 2^53-1, NaN or infinity, a lone surrogate, anything that JSON does not have (also
 * `undefined`, dates and other class instances, which a serialiser would change silently), or more
 * than 64 levels.
 */
export function canonicalBytes(value: unknown): Uint8Array | undefined {
  if (!isInterchangeable(value, 0)) return undefined;
  const text = canonicalize(value);
  return text === undefined ? undefined : utf8Encode(text);
}

/**
 * A JSON object of a text; undefined for anything else, where a member's name is repeated, and above
 * 4 Mi characters.
 */
export function parseJsonObject(text: string): JsonObject | undefined {
  if (text.length > MAX_CHARACTERS) return undefined;
  const value = parse(text);
  if (!isJsonObject(value) || !isInterchangeable(value, 0)) return undefined;
  // A parser keeps the last of repeated names, so the object then has fewer names than the text.
  let written = 0;
  for (const [, colon] of text.matchAll(textToken)) written += colon === ":" ? 1 : 0;
  return written === countNames(value) ? value : undefined;
}

/** True for an object that is no array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isInterchangeable(value: unknown, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  switch (typeof value) {
    case "string":
      return value.isWellFormed();
    case "boolean":
      return true;
    case "number":
      return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
    case "object":
      return value === null || isPlain(value, depth);
    default:
      return false;
  }
}

function isPlain(value: object, depth: number): boolean {
  if (Array.isArray(value)) {
    // Spread, since `every` passes over holes, which a serialiser would write as null.
    return [...value].every((item) => isInterchangeable(item, depth + 1));
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.entries(value).every(
    ([name, member]) => name.isWellFormed() && isInterchangeable(member, depth + 1),
  );
}

function countNames(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const members = Object.values(value);
  const own = Array.isArray(value) ? 0 : members.length;
  return members.reduce((sum: number, member: unknown) => sum + countNames(member), own);
}
