import { concatBytes, sha256 } from "@cartorio/crypto";
import { CartorioError } from "./errors.ts";

/**
 * Counts for one lane of one list. `next` gives 0, 1, 2, ... and gives a number only after it has made
 * durable that it will never give it again: a crash may lose numbers, never repeat one. It may be called
 * again before it has answered.
 */
export interface DurableCounter {
  next(): Promise<number>;
}

export interface StatusAllocatorOptions {
  /** Bits of the list. */
  readonly length: number;
  /** 32 secret bytes, the same for all lanes of the list: who does not know them cannot tell the order. */
  readonly key: Uint8Array;
  readonly counter: DurableCounter;
  /** Processes that issue at the same time: lane `lane` of `lanes`. Default the only one. */
  readonly lane?: number;
  readonly lanes?: number;
}

/** Gives each credential an index of its own in a status list. */
export interface StatusAllocator {
  /**
   * An index that no other call, process or lane ever gets. It is durable when this resolves: sign the
   * credential afterwards. Throws TOO_LARGE once the lane is used up.
   */
  allocate(): Promise<number>;
}

const KEY_BYTES = 32;
const ROUNDS = 6;

/**
 * Indices in an order that says nothing about when a credential was issued: a keyed permutation of the
 * list (a Feistel network with SHA-256, walked until it falls into the list) over a durable counter. Lanes
 * take every `lanes`th number, so they never meet. Throws MALFORMED for a key or lane of the wrong form.
 */
export function createStatusAllocator(options: StatusAllocatorOptions): StatusAllocator {
  const { length, counter, lane = 0, lanes = 1 } = options;
  const key = new Uint8Array(options.key);
  const isLane = Number.isSafeInteger(lane) && Number.isSafeInteger(lanes) && lane >= 0;
  if (!isLane || lane >= lanes) throw new CartorioError("MALFORMED", { field: "lane" });
  if (key.length !== KEY_BYTES) throw new CartorioError("MALFORMED", { field: "key" });
  if (!Number.isSafeInteger(length) || length < 1 || length > 2 ** 30) {
    throw new CartorioError("MALFORMED", { field: "length" });
  }
  const permute = permutation(key, length);
  return {
    async allocate() {
      const position = (await counter.next()) * lanes + lane;
      if (!Number.isSafeInteger(position) || position >= length) {
        throw new CartorioError("TOO_LARGE", { length });
      }
      return permute(position);
    },
  };
}

/** A bijection of 0..length-1. */
function permutation(key: Uint8Array, length: number): (position: number) => number {
  // Two halves of equally many bits, so that each round can be undone.
  const halfBits = Math.max(1, Math.ceil(Math.log2(length) / 2));
  const half = 2 ** halfBits;
  const round = (number: number, value: number): number => {
    const input = new Uint8Array(5);
    const view = new DataView(input.buffer);
    view.setUint8(0, number);
    view.setUint32(1, value);
    const hash = sha256(concatBytes(key, input));
    return new DataView(hash.buffer, hash.byteOffset).getUint32(0) % half;
  };
  const step = (value: number): number => {
    let [left, right] = [Math.floor(value / half), value % half];
    for (let number = 0; number < ROUNDS; number += 1) {
      [left, right] = [right, (left + round(number, right)) % half];
    }
    return left * half + right;
  };
  return (position) => {
    let value = step(position);
    while (value >= length) value = step(value);
    return value;
  };
}
