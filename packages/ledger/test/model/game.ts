// One random history in the making: a world, its model, and a source of choices.
import type { World } from "../world.ts";
import type { Dictionary } from "./named.ts";
import type { Model, ModelDid, ModelOperation, ModelSigner } from "./state.ts";

/** A source of choices. */
export interface Chooser {
  below(limit: number): number;
  one<T>(items: readonly T[]): T;
  /** One time in twelve. */
  rarely(): boolean;
}

/** The choices that a seed makes: SplitMix32. */
export function chooser(seed: number): Chooser {
  let state = Math.imul(seed, 0x85ebca6b);
  const below = (limit: number): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % limit;
  };
  return {
    below,
    one: <T>(items: readonly T[]): T => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("nothing to choose from");
      return item;
    },
    rarely: () => below(12) === 0,
  };
}

export interface Game {
  readonly world: World;
  readonly model: Model;
  readonly dictionary: Dictionary;
  readonly choose: Chooser;
  /** A key that may have been used before, now and then. */
  readonly fresh: () => string;
  /** What the history is mostly about. */
  readonly theme: readonly Draw[];
}

/** An operation and the signers that may do it, as far as its author knows. */
export interface Drawn {
  readonly operation: ModelOperation;
  readonly signers: readonly ModelSigner[];
}
export type Draw = (game: Game) => Drawn;

/** DIDs that histories are about, beside the members. */
export const names = ["@u", "@v", "@w", "@x", "@y"] as const;
export const members = ["@alpha", "@beta", "@gamma", "@delta"] as const;

export function someone({ choose }: Game): string {
  return choose.one([...names, ...names, "@alpha", "@delta"]);
}

export const author = (did: string, key: string): ModelSigner => ({ did, key, role: "author" });

/** A key of the document for the purpose, if there is one: "#stranger" otherwise. */
export function keyFor({ choose }: Game, did: ModelDid | undefined, bits: number): string {
  const methods = did?.document.verificationMethods ?? [];
  const keys = methods.filter((method) => (method.relationships & bits) !== 0);
  if (keys.length === 0) return "#stranger";
  return choose.rarely() ? choose.one(methods).multikey : choose.one(keys).multikey;
}
