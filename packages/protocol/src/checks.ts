import { limits } from "./limits.ts";

/** Name of the first field that breaks a rule; undefined if all is well. */
export type Problem = string | undefined;

const largestUint32 = 0xffffffff;

/** An integer of 0..2^53-1, the only numbers on the wire. */
export function uint(value: number, field: string): Problem {
  return Number.isSafeInteger(value) && value >= 0 ? undefined : field;
}

/** An integer of 0..2^32-1, for fields declared uint32. */
export function uint32(value: number, field: string): Problem {
  return Number.isSafeInteger(value) && value >= 0 && value <= largestUint32 ? undefined : field;
}

/** An integer of the closed range. */
export function within(value: number, range: readonly [number, number], field: string): Problem {
  return Number.isSafeInteger(value) && value >= range[0] && value <= range[1] ? undefined : field;
}

/** A time in milliseconds since 1970, up to the year 9999. */
export function time(value: number, field: string): Problem {
  return within(value, [0, limits.maxTimeMs], field);
}

/** Exactly so many bytes. */
export function exactly(value: Uint8Array, length: number, field: string): Problem {
  return value instanceof Uint8Array && value.length === length ? undefined : field;
}

/** A hash of 32 bytes. */
export function hash(value: Uint8Array, field: string): Problem {
  return exactly(value, limits.hashBytes, field);
}

/** A number of bytes in the closed range. */
export function sized(value: Uint8Array, range: readonly [number, number], field: string): Problem {
  const fits = value instanceof Uint8Array && value.length >= range[0] && value.length <= range[1];
  return fits ? undefined : field;
}

/** A multikey by length; whether the key is admissible is another question. */
export function multikey(value: Uint8Array, field: string): Problem {
  return sized(value, [limits.minMultikeyBytes, limits.maxMultikeyBytes], field);
}

/** Well-formed text whose number of UTF-16 units is in the closed range. */
export function text(value: string, range: readonly [number, number], field: string): Problem {
  const fits =
    typeof value === "string" &&
    value.length >= range[0] &&
    value.length <= range[1] &&
    value.isWellFormed();
  return fits ? undefined : field;
}

/** Text of the length that a DID may have. Its form is checked where the DID is used. */
export function didText(value: string, field: string): Problem {
  return text(value, [1, limits.maxDidCharacters], field);
}

/** Applies a rule to each of at most `max` items. */
export function each<T>(
  items: readonly T[],
  rule: { readonly max: number; readonly field: string; readonly item: (item: T) => Problem },
): Problem {
  if (!Array.isArray(items) || items.length > rule.max) return rule.field;
  for (const item of items) {
    const problem = rule.item(item);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** True or false: the generated encoder takes anything truthy for true. */
export function flag(value: boolean, field: string): Problem {
  return typeof value === "boolean" ? undefined : field;
}

/** True for an object that may be looked into. */
export function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
