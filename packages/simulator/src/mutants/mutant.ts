// A mutant is the real code with one mistake in it. Each must be caught by the checker that it names
// (docs/consensus.md 13): this shows that the checkers can see.

import type { Plan } from "../plan.ts";

/** Text that must occur exactly once in the file, and what stands there instead. */
export interface Edit {
  /** Path from the repository's root. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** What is run against a mutant. `number` counts from 1 on, or is an id of the enumeration. */
export type Hunt =
  /** Seeds of the simulator, drawn as usual but for what is set here. */
  | { readonly kind: "seeds"; readonly options?: HuntOptions }
  /** Scenarios of Twins, spread over the enumeration. */
  | { readonly kind: "twins" }
  /** A directed scenario by its name; it has one course. */
  | { readonly kind: "stage"; readonly name: string };

export interface HuntOptions {
  readonly strategy?: string;
  /** Set in every plan, whatever the seed draws. */
  readonly plan?: Partial<Plan>;
}

export interface Mutant {
  readonly name: string;
  /** The rule that it breaks: section of docs/consensus.md or docs/ledger.md. */
  readonly rule: string;
  readonly edits: readonly Edit[];
  /** Name of the check that must fire. */
  readonly checker: string;
  readonly hunt: Hunt;
  /** Seed or scenario that kills it, replayed by `npm test`. */
  readonly killedBy: number;
}

/** The source with the edits of its file applied. Throws if one does not occur exactly once. */
export function mutate(mutant: Mutant, path: string, source: string): string {
  let changed = source;
  for (const { file, find, replace } of mutant.edits) {
    if (!path.endsWith(`/${file}`)) continue;
    const found = changed.split(find).length - 1;
    if (found !== 1)
      throw new Error(`INV-SIM-MUTANT: ${mutant.name} occurs ${found} times in ${file}, not once`);
    changed = changed.replace(find, () => replace);
  }
  return changed;
}
