import { base64UrlDecode, hexDecode, hexEncode } from "@cartorio/crypto";
import { CartorioError } from "./errors.ts";

/** A hash (32 bytes), as bytes or as the lower-case hexadecimal of JSON-RPC. */
export type HashLike = Uint8Array | string;

const HASH_BYTES = 32;

/** The text of a hash. Throws MALFORMED if it is none. */
export function hashText(hash: HashLike): string {
  return hexEncode(hashBytes(hash));
}

/** The bytes of a hash. Throws MALFORMED if it is none. */
export function hashBytes(hash: HashLike): Uint8Array {
  const bytes = typeof hash === "string" ? hexDecode(hash) : hash;
  if (bytes === undefined || bytes.length !== HASH_BYTES) {
    throw new CartorioError("MALFORMED", { field: "hash" });
  }
  return bytes;
}

/**
 * Reads members of a gateway's answer. A gateway is not trusted to answer in the right form either:
 * each method throws ANSWER_INVALID with the member's name.
 */
export interface AnswerReader {
  text(name: string): string;
  number(name: string): number;
  boolean(name: string): boolean;
  bytes(name: string): Uint8Array;
  list(name: string): readonly unknown[];
  object(name: string): Readonly<Record<string, unknown>>;
  reader(name: string): AnswerReader;
  has(name: string): boolean;
}

/** Undefined members and null are alike: absent. */
export function readAnswer(value: unknown): AnswerReader {
  if (!isObject(value)) throw invalid("result");
  function read<T>(name: string, accept: (member: unknown) => T | undefined): T {
    const member = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    const accepted = accept(member);
    if (accepted === undefined) throw invalid(name);
    return accepted;
  }
  const object = (name: string) => read(name, (member) => (isObject(member) ? member : undefined));
  return {
    text: (name) => read(name, (member) => (typeof member === "string" ? member : undefined)),
    number: (name) => read(name, (member) => (isCount(member) ? member : undefined)),
    boolean: (name) => read(name, (member) => (typeof member === "boolean" ? member : undefined)),
    bytes: (name) =>
      read(name, (member) => (typeof member === "string" ? base64UrlDecode(member) : undefined)),
    list: (name) => read(name, (member) => (Array.isArray(member) ? member : undefined)),
    object,
    reader: (name) => readAnswer(object(name)),
    has: (name) => Object.hasOwn(value, name) && value[name] !== undefined && value[name] !== null,
  };
}

/** The texts in a list of an answer. Throws ANSWER_INVALID. */
export function textsOf(values: readonly unknown[]): string[] {
  return values.map((value) => {
    if (typeof value !== "string") throw invalid("list");
    return value;
  });
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function invalid(member: string): CartorioError {
  return new CartorioError("ANSWER_INVALID", { member });
}
