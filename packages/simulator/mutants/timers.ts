import type { Mutant } from "@cartorio/simulator";

const folder = "packages/consensus/src";

/** Who suspects, when, and what is said again: mistakes here cost liveness. */
export const timerMutants: readonly Mutant[] = [
  {
    name: "lone-timeout-leaves-view",
    rule: "consensus.md 4",
    edits: [
      {
        file: `${folder}/handle-suspect.ts`,
        find: "if (suspects.length <= replica.faulty) return;",
        replace: "if (suspects.length === 0) return;",
      },
    ],
    checker: "unplanned-view-change",
    hunt: { kind: "stage", name: "loneTimeout" },
    killedBy: 0,
  },
  {
    name: "suspect-never-void",
    rule: "consensus.md 4",
    edits: [
      {
        file: `${folder}/handle-suspect.ts`,
        find: "return body.reason === suspectReason.noProgress && body.certifiedHeight < replica.certified;",
        replace: "return body.certifiedHeight < 0 && replica.certified < 0;",
      },
    ],
    checker: "unplanned-view-change",
    hunt: { kind: "stage", name: "oldSuspect" },
    killedBy: 0,
  },
  {
    name: "new-view-timer-from-sending",
    rule: "consensus.md 4",
    edits: [
      {
        file: `${folder}/tick.ts`,
        find: "if (left < replica.quorum) return;",
        replace: "if (left < 1) return;",
      },
    ],
    checker: "view-run",
    hunt: { kind: "stage", name: "halves" },
    killedBy: 0,
  },
  {
    name: "timer-runs-with-closed-window",
    rule: "consensus.md 4",
    edits: [
      {
        file: `${folder}/tick.ts`,
        find: "if (windowClosed(replica)) return;",
        replace: "windowClosed(replica);",
      },
    ],
    checker: "unplanned-view-change",
    hunt: { kind: "stage", name: "closedWindow" },
    killedBy: 0,
  },
  {
    name: "backoff-uncapped",
    rule: "consensus.md 4",
    edits: [
      {
        file: `${folder}/view-change.ts`,
        find: "Math.min(replica.parameters.maxTimeoutMs, grown)",
        replace: "grown",
      },
    ],
    checker: "liveness",
    hunt: { kind: "stage", name: "failingViews" },
    killedBy: 0,
  },
  {
    name: "no-status",
    rule: "consensus.md 6",
    edits: [
      {
        file: `${folder}/tick.ts`,
        find: "if (timers.sinceStatusMs >= bounds.statusIntervalMs) {",
        replace: "if (timers.sinceStatusMs < 0) {",
      },
    ],
    checker: "liveness",
    hunt: { kind: "stage", name: "firstCopyLost" },
    killedBy: 0,
  },
  {
    name: "nothing-relayed",
    rule: "consensus.md 6",
    edits: [
      {
        file: `${folder}/status.ts`,
        find: "const messages = [...viewMessages(replica, status), ...heightMessages(replica, status)];",
        replace:
          'const messages = [...viewMessages(replica, status), ...heightMessages(replica, status)].filter((message) => message.kind === "status" || message.kind === "certificate" || message.value.validator === replica.self);',
      },
    ],
    checker: "liveness",
    hunt: { kind: "stage", name: "relay" },
    killedBy: 0,
  },
  {
    name: "no-heartbeat",
    rule: "consensus.md 7",
    edits: [
      {
        file: `${folder}/propose.ts`,
        find: "if (replica.timers.sinceBlockMs < replica.parameters.heartbeatIntervalMs) return false;",
        replace: "if (replica.timers.sinceBlockMs >= 0) return false;",
      },
    ],
    checker: "heartbeat",
    hunt: { kind: "stage", name: "heartbeat" },
    killedBy: 0,
  },
  {
    name: "no-rotation",
    rule: "consensus.md 4",
    edits: [
      {
        file: `${folder}/tick.ts`,
        find: "if (!replica.active || replica.n === 1) return;",
        replace: "if (replica.n > 0) return;",
      },
    ],
    checker: "rotation",
    hunt: { kind: "stage", name: "rotation" },
    killedBy: 0,
  },
  {
    name: "overload-counts-as-starvation",
    rule: "consensus.md 4",
    edits: [
      {
        file: "packages/node/src/starvation.ts",
        find: "if (timer.elapsedMs < limitMs || (timer.proposed && !timer.passedOver)) return false;",
        replace: "if (timer.elapsedMs < limitMs) return false;",
      },
    ],
    checker: "overload",
    hunt: { kind: "stage", name: "overload" },
    killedBy: 0,
  },
  {
    name: "starvation-never-seen",
    rule: "consensus.md 4",
    edits: [
      {
        file: "packages/node/src/starvation.ts",
        find: "if (isLate) timer.passedOver = proposal.hasRoom(watch.decoded);",
        replace: "if (isLate) timer.passedOver = false;",
      },
    ],
    checker: "starvation",
    hunt: { kind: "stage", name: "passedOver" },
    killedBy: 0,
  },
];
