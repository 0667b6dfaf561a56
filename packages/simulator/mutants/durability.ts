import type { Mutant } from "@cartorio/simulator";
import { crashing } from "./plans.ts";

const folder = "packages/consensus/src";

/** What must be durable before it is said, and read again afterwards. */
export const durabilityMutants: readonly Mutant[] = [
  {
    name: "prepared-not-journaled",
    rule: "consensus.md 9",
    edits: [
      {
        file: `${folder}/handle-vote.ts`,
        find: 'records.push({ kind: "prepared", certificate });',
        replace: "",
      },
    ],
    checker: "certificate-left-out",
    hunt: { kind: "seeds", options: { plan: crashing } },
    killedBy: 1,
  },
  {
    name: "journal-not-read",
    rule: "consensus.md 9",
    edits: [
      {
        file: `${folder}/restore.ts`,
        find: "const journal = start.journal.filter((record) => isOfEpoch(record, start.validators.epoch));",
        replace:
          "const journal = start.journal.filter((record) => isOfEpoch(record, -1 - start.validators.epoch));",
      },
    ],
    checker: "two-statements",
    hunt: { kind: "seeds", options: { plan: crashing } },
    killedBy: 1,
  },
  {
    name: "commit-before-durable",
    rule: "consensus.md 3.4",
    edits: [
      {
        file: `${folder}/handle-vote.ts`,
        find: '  emit(replica, { kind: "persist", records });\n  signCommit(replica, certificate);',
        replace:
          '  signCommit(replica, certificate);\n  emit(replica, { kind: "persist", records });',
      },
    ],
    checker: "certificate-left-out",
    hunt: { kind: "stage", name: "hangingCommit" },
    killedBy: 0,
  },
  {
    name: "prepare-before-durable",
    rule: "consensus.md 3.4",
    edits: [
      {
        file: `${folder}/proposals.ts`,
        find: '  entry.bodies = "durable";\n  const accepted',
        replace: '  entry.bodies = "durable";\n  signPrepare(replica, slot);\n  const accepted',
      },
    ],
    checker: "two-statements",
    hunt: { kind: "stage", name: "hangingPrepare" },
    killedBy: 0,
  },
  {
    name: "bodies-not-journaled",
    rule: "consensus.md 3.4",
    edits: [
      {
        file: `${folder}/proposals.ts`,
        find: '  emit(replica, { kind: "persist", records });\n  if (prePrepare !== undefined',
        replace: "  records.length = 0;\n  if (prePrepare !== undefined",
      },
    ],
    checker: "bodies-not-durable",
    hunt: { kind: "seeds", options: { plan: crashing } },
    killedBy: 1,
  },
  {
    name: "view-change-not-journaled",
    rule: "consensus.md 5",
    edits: [
      {
        file: `${folder}/view-change.ts`,
        find: 'emit(replica, { kind: "sign", journal: true, message: { kind: "viewChange", body } });',
        replace:
          'emit(replica, { kind: "sign", journal: false, message: { kind: "viewChange", body } });',
      },
    ],
    checker: "vote-below-view-change",
    hunt: { kind: "stage", name: "restartLeaving" },
    killedBy: 0,
  },
  {
    name: "checkpoint-signed-twice",
    rule: "consensus.md 3.5",
    edits: [
      {
        file: `${folder}/execution.ts`,
        find: "if (replica.ownCheckpoints.has(height)) return;",
        replace: "",
      },
      {
        file: `${folder}/restore.ts`,
        find: "    stopIfOtherStatement(replica, block);\n",
        replace: "",
      },
    ],
    checker: "two-statements",
    hunt: { kind: "stage", name: "diverged" },
    killedBy: 0,
  },
  {
    name: "checkpoint-not-journaled",
    rule: "consensus.md 9",
    edits: [
      {
        file: `${folder}/execution.ts`,
        find: "    journal: true,\n",
        replace: "    journal: false,\n",
      },
    ],
    checker: "two-statements",
    hunt: { kind: "stage", name: "diverged" },
    killedBy: 0,
  },
];
