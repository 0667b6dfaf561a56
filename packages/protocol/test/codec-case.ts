// The form of one codec with its samples: codecs.ts is the table.

import type { Decoded } from "../src/index.ts";

export interface CodecCase {
  readonly name: string;
  readonly samples: readonly unknown[];
  readonly encodeSample: (index: number) => Uint8Array;
  readonly encode: (value: unknown) => Uint8Array;
  readonly decode: (bytes: Uint8Array) => Decoded<unknown>;
}

interface TypedCase<T> {
  readonly name: string;
  readonly values: readonly T[];
  readonly encode: (value: T) => Uint8Array;
  readonly decode: (bytes: Uint8Array) => Decoded<T>;
}

/** A typed case as the untyped one of the table. */
export function codec<T>({ name, values, encode, decode }: TypedCase<T>): CodecCase {
  return {
    name,
    samples: values,
    encodeSample: (index) => encode(values[index] as T),
    // Tests hand wrong values on purpose, and values that `decode` gave.
    encode: (value) => encode(value as T),
    decode,
  };
}
