// The model knows bytes and DIDs by name only: "@u" a DID, "#u" a key, "$h" a hash of 32 bytes,
// "next:#u" and "recovery:#u" what a key is committed to by, "nonce:x" 16 bytes. Everything else that
// hashing makes is put into the dictionary of a world when it is made.
import { nextKeyHash, recoveryKeyHash } from "@cartorio/protocol";
import { hashOf, key, nonceOf } from "../world.ts";

/** A value of the protocol with names in place of bytes. */
export type Named<T> = T extends Uint8Array
  ? string
  : T extends readonly (infer E)[]
    ? readonly Named<E>[]
    : T extends object
      ? { readonly [K in keyof T]: Named<T[K]> }
      : T;

export interface Dictionary {
  /** Full DIDs by their names. */
  readonly dids: Map<string, string>;
  /** Bytes by their names, where no rule gives them. */
  readonly bytes: Map<string, Uint8Array>;
}

const rules: readonly (readonly [string, (rest: string) => Uint8Array])[] = [
  ["#", key],
  ["$", hashOf],
  ["next:#", (rest) => nextKeyHash(key(rest))],
  ["recovery:#", (rest) => recoveryKeyHash(key(rest))],
  ["nonce:", nonceOf],
  ["no bytes", () => new Uint8Array(0)],
];

function realText(dictionary: Dictionary, text: string): string | Uint8Array {
  if (text.startsWith("@")) {
    const did = dictionary.dids.get(text);
    if (did === undefined) throw new Error(`nobody is called ${text}`);
    return did;
  }
  const known = dictionary.bytes.get(text);
  if (known !== undefined) return known;
  const rule = rules.find(([prefix]) => text.startsWith(prefix));
  return rule === undefined ? text : rule[1](text.slice(rule[0].length));
}

/** The value that the names stand for. */
export function realOf(dictionary: Dictionary, value: unknown): unknown {
  if (typeof value === "string") return realText(dictionary, value);
  if (Array.isArray(value)) return value.map((part) => realOf(dictionary, part));
  if (typeof value !== "object" || value === null) return value;
  const parts = Object.entries(value);
  return Object.fromEntries(parts.map(([name, part]) => [name, realOf(dictionary, part)]));
}

/** {@link realOf}, where the caller knows the type. */
export function real<T>(dictionary: Dictionary, value: unknown): T {
  return realOf(dictionary, value) as T;
}
