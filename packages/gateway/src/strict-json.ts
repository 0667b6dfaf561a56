// JSON as strangers may send it: RFC 8259 without what two readers could understand differently.
// JSON.parse takes the last of two equal keys, rounds numbers to infinity, lets half characters pass,
// and knows no bound on depth or number of values.

/** Why a text is refused. `MALFORMED_JSON` is no JSON at all; the others are JSON that two readers may read differently, or too much of it. */
export type JsonRefusal =
  | "NOT_UTF8"
  | "MALFORMED_JSON"
  | "DUPLICATE_KEY"
  | "TOO_DEEP"
  | "TOO_MANY_VALUES"
  | "NUMBER_OUT_OF_RANGE"
  | "LONE_SURROGATE";

export interface JsonBounds {
  /** Arrays and objects within each other; a scalar has depth 0. */
  readonly maxDepth: number;
  /** Scalars, arrays and objects together. */
  readonly maxValues: number;
}

export type ParsedJson =
  | {
      readonly ok: true;
      readonly value: unknown /** So many, nested ones counted. */;
      readonly values: number;
    }
  | { readonly ok: false; readonly reason: JsonRefusal };

/**
 * Members of one object. Whoever knows how the engine hashes texts that look like integers can choose keys
 * that collide; so few cost nothing even then.
 */
const maxMembers = 256;

/** The longest double that anything prints has 24 characters; more are digits that would be lost. */
const maxNumberCharacters = 32;

// A byte order mark is no white space of RFC 8259, so it stays in and is refused.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Parses one JSON text in time linear in its length. An object has up to 256 members. Keys of an object are unique after unescaping,
 * numbers are finite, text is well-formed Unicode; `__proto__` is an ordinary key.
 */
export function parseStrictJson(bytes: Uint8Array, bounds: JsonBounds): ParsedJson {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return { ok: false, reason: "NOT_UTF8" };
  }
  const reader: Reader = { text, bounds, at: 0, values: 0 };
  try {
    const value = readValue(reader, 0);
    skipSpace(reader);
    return reader.at === text.length
      ? { ok: true, value, values: reader.values }
      : { ok: false, reason: "MALFORMED_JSON" };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.reason };
    throw error;
  }
}

interface Reader {
  readonly text: string;
  readonly bounds: JsonBounds;
  at: number;
  values: number;
}

/** Ends the descent; never leaves this file. */
class Refusal extends Error {
  readonly reason: JsonRefusal;

  constructor(reason: JsonRefusal) {
    super(reason);
    this.reason = reason;
  }
}

// Made once: a stack trace per refused request would be a gift to whoever floods.
const refusals = new Map<JsonRefusal, Refusal>();

function refuse(reason: JsonRefusal): never {
  const known = refusals.get(reason) ?? new Refusal(reason);
  refusals.set(reason, known);
  throw known;
}

const quote = 0x22;
const backslash = 0x5c;

/** `depth`: arrays and objects that are open around the value. */
function readValue(reader: Reader, depth: number): unknown {
  skipSpace(reader);
  reader.values += 1;
  if (reader.values > reader.bounds.maxValues) refuse("TOO_MANY_VALUES");
  switch (reader.text[reader.at]) {
    case "{":
      return readObject(reader, depth + 1);
    case "[":
      return readArray(reader, depth + 1);
    case '"':
      return readString(reader);
    case "t":
      return readWord(reader, "true", true);
    case "f":
      return readWord(reader, "false", false);
    case "n":
      return readWord(reader, "null", null);
    default:
      return readNumber(reader);
  }
}

function readObject(reader: Reader, depth: number): Record<string, unknown> {
  if (depth > reader.bounds.maxDepth) refuse("TOO_DEEP");
  const object: Record<string, unknown> = {};
  reader.at += 1;
  if (takes(reader, "}")) return object;
  for (let members = 1; ; members += 1) {
    if (members > maxMembers) refuse("TOO_MANY_VALUES");
    skipSpace(reader);
    if (reader.text.charCodeAt(reader.at) !== quote) refuse("MALFORMED_JSON");
    const key = readString(reader);
    if (Object.hasOwn(object, key)) refuse("DUPLICATE_KEY");
    if (!takes(reader, ":")) refuse("MALFORMED_JSON");
    setMember(object, key, readValue(reader, depth));
    if (takes(reader, "}")) return object;
    if (!takes(reader, ",")) refuse("MALFORMED_JSON");
  }
}

function setMember(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== "__proto__") {
    object[key] = value;
    return;
  }
  const descriptor = { value, enumerable: true, configurable: true, writable: true };
  Object.defineProperty(object, key, descriptor);
}

function readArray(reader: Reader, depth: number): unknown[] {
  if (depth > reader.bounds.maxDepth) refuse("TOO_DEEP");
  const array: unknown[] = [];
  reader.at += 1;
  if (takes(reader, "]")) return array;
  for (;;) {
    array.push(readValue(reader, depth));
    if (takes(reader, "]")) return array;
    if (!takes(reader, ",")) refuse("MALFORMED_JSON");
  }
}

function readString(reader: Reader): string {
  const { text } = reader;
  const start = reader.at;
  let at = start + 1;
  let isPlain = true;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit === quote) break;
    // Not a number past the end: no comparison with it holds.
    if (!(unit >= 0x20)) refuse("MALFORMED_JSON");
    if (unit === backslash) {
      isPlain = false;
      at += 1;
    }
    at += 1;
  }
  reader.at = at + 1;
  if (isPlain) return text.slice(start + 1, at);
  const value = readEscapes(text.slice(start, at + 1));
  if (value === undefined) return refuse("MALFORMED_JSON");
  // Bytes of UTF-8 hold no half of a pair, so only an escape can.
  return value.isWellFormed() ? value : refuse("LONE_SURROGATE");
}

/** The engine knows the escapes; undefined if one of them is wrong. */
function readEscapes(literal: string): string | undefined {
  try {
    return String(JSON.parse(literal));
  } catch {
    return undefined;
  }
}

function readWord<T>(reader: Reader, word: string, value: T): T {
  if (!reader.text.startsWith(word, reader.at)) refuse("MALFORMED_JSON");
  reader.at += word.length;
  return value;
}

const numberForm = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

function readNumber(reader: Reader): number {
  numberForm.lastIndex = reader.at;
  const literal = numberForm.exec(reader.text)?.[0];
  if (literal === undefined) return refuse("MALFORMED_JSON");
  if (literal.length > maxNumberCharacters) refuse("NUMBER_OUT_OF_RANGE");
  reader.at += literal.length;
  const value = Number(literal);
  return Number.isFinite(value) ? value : refuse("NUMBER_OUT_OF_RANGE");
}

/** Steps over white space and then over the character if it is there. */
function takes(reader: Reader, character: string): boolean {
  skipSpace(reader);
  if (reader.text[reader.at] !== character) return false;
  reader.at += 1;
  return true;
}

function skipSpace(reader: Reader): void {
  const { text } = reader;
  for (;;) {
    const unit = text.charCodeAt(reader.at);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return;
    reader.at += 1;
  }
}
