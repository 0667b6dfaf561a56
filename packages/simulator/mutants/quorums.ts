import type { Mutant } from "@cartorio/simulator";

const file = "packages/protocol/src/quorum.ts";
const find = "Math.ceil((n + maximumFaulty(n) + 1) / 2)";

function formula(name: string, replace: string, n: 5 | 6 | 8 | 9): Mutant {
  return {
    name,
    rule: "consensus.md 1",
    edits: [{ file, find, replace }],
    checker: "agreement",
    hunt: { kind: "stage", name: `splitBrain${n}` },
    killedBy: 0,
  };
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
  formula("quorum-2f-plus-1-of-5", `n === 5 ? 2 * maximumFaulty(n) + 1 : ${find}`, 5),
  formula("quorum-2f-plus-1-of-6", `n === 6 ? 2 * maximumFaulty(n) + 1 : ${find}`, 6),
  formula("quorum-2f-plus-1-of-8", `n === 8 ? 2 * maximumFaulty(n) + 1 : ${find}`, 8),
  formula("quorum-2f-plus-1-of-9", `n === 9 ? 2 * maximumFaulty(n) + 1 : ${find}`, 9),
];
