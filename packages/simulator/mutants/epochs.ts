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
    killedBy: 2,
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
  {
    name: "incarnation-unchecked",
    rule: "consensus.md 9",
    edits: [
      {
        file: "packages/consensus/src/entry.ts",
        find: "(named !== undefined || guard.mustReenter > 0) && !isNamedHere",
        replace: "guard.mustReenter > 0 && named === undefined && !isNamedHere",
      },
    ],
    checker: "amnesia",
    hunt: { kind: "stage", name: "otherIncarnation" },
    killedBy: 0,
  },
  {
    name: "forgetful-peers-vouch",
    rule: "consensus.md 9",
    edits: [
      {
        file: "packages/consensus/src/entry.ts",
        find: "({ amnesia, fresh }) => !amnesia && (!fresh || doFreshCount)",
        replace: "() => true",
      },
    ],
    checker: "amnesia",
    hunt: { kind: "stage", name: "fewAnswers" },
    killedBy: 0,
  },
  {
    name: "one-answer-is-enough",
    rule: "consensus.md 9",
    edits: [
      {
        file: "packages/consensus/src/entry.ts",
        find: "answersThatVouch(entry) >= entry.quorum - 1",
        replace: "answersThatVouch(entry) >= 1",
      },
    ],
    checker: "amnesia",
    hunt: { kind: "stage", name: "fewAnswers" },
    killedBy: 0,
  },
  {
    name: "old-set-after-activation",
    rule: "consensus.md 8",
    edits: [
      {
        file: "packages/ledger/src/validator-sets.ts",
        find: "  return newest.set.activationHeight <= height + 1\n    ? sameSet(newest)",
        replace: "  return newest.set.activationHeight <= height\n    ? sameSet(newest)",
      },
    ],
    checker: "set-change",
    hunt: { kind: "stage", name: "setChange" },
    killedBy: 0,
  },
  {
    name: "change-activates-early",
    rule: "consensus.md 8",
    edits: [
      {
        file: "packages/ledger/src/validator-sets.ts",
        find: "const activationHeight = state.block.height + limits.window + 1;",
        replace: "const activationHeight = state.block.height + limits.window;",
      },
    ],
    checker: "set-change",
    hunt: { kind: "stage", name: "setChange" },
    killedBy: 0,
  },
  {
    name: "second-change-while-pending",
    rule: "consensus.md 8",
    edits: [
      {
        file: "packages/ledger/src/handlers/open-epoch.ts",
        find: "isPending(set, state)",
        replace: "!isPending(set, state) && set.epoch < 0",
      },
    ],
    checker: "set-change",
    hunt: { kind: "stage", name: "setChange" },
    killedBy: 0,
  },
  {
    name: "anybody-reenters-a-validator",
    rule: "consensus.md 9",
    edits: [
      {
        file: "packages/ledger/src/handlers/validator-reenter.ts",
        find: "if (unauthorised !== undefined) return refused(unauthorised);",
        replace: 'if (unauthorised === "DID_NOT_FOUND") return refused(unauthorised);',
      },
    ],
    checker: "set-change",
    hunt: { kind: "stage", name: "foreignReentry" },
    killedBy: 0,
  },
];
