import type { Mutant } from "@cartorio/simulator";
import { equivocating } from "./plans.ts";

const file = "packages/protocol/src/quorum.ts";
const find = "Math.ceil((n + maximumFaulty(n) + 1) / 2)";

type Parts = Pick<Mutant, "hunt" | "killedBy">;

function twoFPlusOne(n: number, parts: Parts): Mutant {
  return {
    name: `quorum-2f-plus-1-of-${n}`,
    rule: "consensus.md 1",
    edits: [{ file, find, replace: `n === ${n} ? 2 * maximumFaulty(n) + 1 : ${find}` }],
    checker: "agreement",
    ...parts,
  };
}

function equivocation(n: number): Parts {
  return { hunt: { kind: "seeds", options: { plan: equivocating(n) } }, killedBy: 1 };
}

/** Too few votes: where n is not 3f+1, 2f+1 is too few as well. */
export const quorumMutants: readonly Mutant[] = [
  {
    name: "quorum-f-plus-1",
    rule: "consensus.md 1",
    edits: [{ file, find, replace: "maximumFaulty(n) + 1" }],
    checker: "agreement",
    hunt: { kind: "twins" },
    killedBy: 50_757,
  },
  {
    name: "quorum-2f",
    rule: "consensus.md 1",
    edits: [{ file, find, replace: "2 * maximumFaulty(n)" }],
    checker: "agreement",
    hunt: { kind: "twins" },
    killedBy: 50_757,
  },
  twoFPlusOne(5, equivocation(5)),
  twoFPlusOne(6, equivocation(6)),
  twoFPlusOne(8, { hunt: { kind: "stage", name: "splitBrain8" }, killedBy: 0 }),
  twoFPlusOne(9, equivocation(9)),
];
