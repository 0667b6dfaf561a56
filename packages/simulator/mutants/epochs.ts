import type { Mutant } from "@cartorio/simulator";
import { wiped } from "./plans.ts";

const folder = "packages/consensus/src";

/** Sets that follow each other, and validators that lost their memory. */
export const epochMutants: readonly Mutant[] = [
  {
    name: "amnesiac-votes-at-once",
    rule: "consensus.md 9",
    edits: [
      {
        file: `${folder}/entry.ts`,
        find: "if (!isForgetful(entry)) return",
        replace: 'if (entry.self !== undefined) return "enter";\n  if (!isForgetful(entry)) return',
      },
    ],
    checker: "amnesia",
    hunt: { kind: "seeds", options: { plan: wiped } },
    killedBy: 1,
  },
  {
    name: "epoch-not-signed",
    rule: "consensus.md 2",
    edits: [
      {
        file: "packages/protocol/src/votes.ts",
        find: "encodeVoteStatement(statement)",
        replace: "encodeVoteStatement({ ...statement, epoch: 0 })",
      },
      {
        file: "packages/protocol/src/votes.ts",
        find: "encodeCheckpointStatement(statement)",
        replace: "encodeCheckpointStatement({ ...statement, epoch: 0 })",
      },
    ],
    checker: "epoch-bound",
    hunt: { kind: "stage", name: "otherEpoch" },
    killedBy: 0,
  },
  {
    name: "height-of-next-epoch-accepted",
    rule: "consensus.md 8",
    edits: [
      {
        file: `${folder}/state.ts`,
        find: "return replica.activationHeight === undefined ? limits.maxInteger : replica.activationHeight - 1;",
        replace:
          "return replica.activationHeight === undefined ? limits.maxInteger : limits.maxInteger - 1;",
      },
    ],
    checker: "closed-epoch",
    hunt: { kind: "stage", name: "beyondActivation" },
    killedBy: 0,
  },
];
