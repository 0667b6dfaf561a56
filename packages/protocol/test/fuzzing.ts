// Random and mutated frames from a seed: fast, and the same for the same seed.
import { concatBytes } from "@cartorio/crypto";

/** Fuzz tests are sized to take about a second; a busy machine may take many times as long. */
export const fuzzTimeoutMs = 60_000;

export type Random = (bound: number) => number;

/** Mulberry32: uniform integers below the bound. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

type Mutation = (frame: Uint8Array, random: Random) => Uint8Array;

const replaced: Mutation = (frame, random) => {
  const copy = frame.slice();
  copy[random(copy.length)] = random(256);
  return copy;
};
const flipped: Mutation = (frame, random) => {
  const copy = frame.slice();
  const at = random(copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 << random(8));
  return copy;
};
const removed: Mutation = (frame, random) => {
  const from = random(frame.length);
  const to = Math.min(frame.length, from + 1 + random(8));
  return concatBytes(frame.subarray(0, from), frame.subarray(to));
};
const inserted: Mutation = (frame, random) => {
  const at = random(frame.length + 1);
  const extra = Uint8Array.from({ length: 1 + random(4) }, () => random(256));
  return concatBytes(frame.subarray(0, at), extra, frame.subarray(at));
};
const repeated: Mutation = (frame, random) => {
  const from = random(frame.length);
  const to = Math.min(frame.length, from + 1 + random(80));
  return concatBytes(frame.subarray(0, to), frame.subarray(from));
};
const truncated: Mutation = (frame, random) => frame.slice(0, random(frame.length));
const zeroField: Mutation = (frame, random) =>
  concatBytes(frame, Uint8Array.of((1 + random(15)) << 3, random(3)));
const twice: Mutation = (frame) => concatBytes(frame, frame);

const mutations = [
  replaced,
  flipped,
  flipped,
  removed,
  inserted,
  repeated,
  truncated,
  zeroField,
  twice,
];

/** One in eight is plain noise, the others are one to three mutations of a sample. */
export function makeFrame(samples: readonly Uint8Array[], random: Random): Uint8Array {
  if (random(8) === 0) return Uint8Array.from({ length: random(200) }, () => random(256));
  let frame = samples[random(samples.length)] ?? new Uint8Array(1);
  for (let round = random(3); round >= 0; round -= 1) {
    const mutate = mutations[random(mutations.length)] ?? flipped;
    if (frame.length > 0) frame = mutate(frame, random);
  }
  return frame;
}

export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) {
    if (left[index] !== right[index]) return false;
  }
  return true;
}
