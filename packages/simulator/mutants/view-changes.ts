import type { Mutant } from "@cartorio/simulator";

const folder = "packages/consensus/src";

export const viewChangeMutants: readonly Mutant[] = [
  {
    name: "lowest-view-in-o",
    rule: "consensus.md 5",
    edits: [
      {
        file: `${folder}/new-view-rules.ts`,
        find: "view > known.view",
        replace: "view < known.view",
      },
    ],
    checker: "conflicting-quorums",
    hunt: { kind: "twins" },
    killedBy: 66_149,
  },
  {
    name: "prepared-left-out-of-view-change",
    rule: "consensus.md 5",
    edits: [
      {
        file: `${folder}/view-change.ts`,
        find: "if (certificate !== undefined) prepared.push(certificate);",
        replace: "if (certificate === undefined) continue;",
      },
    ],
    checker: "conflicting-quorums",
    hunt: { kind: "twins" },
    killedBy: 0,
  },
  {
    name: "base-is-lowest-s",
    rule: "consensus.md 5",
    edits: [
      {
        file: `${folder}/new-view-rules.ts`,
        find: "body.certificate.height <= base) continue;",
        replace:
          "bodies.some((other) => (other.certificate?.height ?? epoch.base) < (body.certificate?.height ?? 0))) continue;",
      },
    ],
    checker: "conflicting-quorums",
    hunt: { kind: "twins" },
    killedBy: 3_818,
  },
  {
    name: "o-not-compared",
    rule: "consensus.md 5",
    edits: [
      {
        file: `${folder}/handle-new-view.ts`,
        find: "content === undefined || !equalEntries(content.entries, body.entries)",
        replace: "content === undefined || equalEntries(content.entries, [])",
      },
      {
        file: `${folder}/handle-new-view.ts`,
        find: "enterView(replica, { signed, view: body.view, content });",
        replace:
          "enterView(replica, { signed, view: body.view, content: { ...content, entries: body.entries } });",
      },
    ],
    checker: "conflicting-quorums",
    hunt: { kind: "stage", name: "falseNewView" },
    killedBy: 0,
  },
  {
    name: "o-checked-for-time",
    rule: "consensus.md 5",
    edits: [
      {
        file: `${folder}/proposals.ts`,
        find: 'if (entry?.bodies !== "durable") return;\n  accepted.prepareSigned = true;',
        replace:
          'if (entry?.bodies !== "durable") return;\n  const age = (replica.timers.wallMs ?? 0) - (entry.decoded?.time ?? 0);\n  if (entry.decoded?.time !== 0 && age > replica.parameters.maxClockDriftMs) return;\n  accepted.prepareSigned = true;',
      },
    ],
    checker: "liveness",
    hunt: { kind: "stage", name: "longOutage" },
    killedBy: 0,
  },
  {
    name: "old-new-view-followed",
    rule: "consensus.md 5",
    edits: [
      {
        file: `${folder}/handle-new-view.ts`,
        find: "if (body.view < replica.view || (body.view === replica.view && replica.active)) return;",
        replace: "if (body.view === replica.view && replica.active) return;",
      },
      {
        file: `${folder}/wanted.ts`,
        find: "view > replica.view || (view === replica.view && !replica.active)",
        replace: "view !== replica.view || !replica.active",
      },
    ],
    checker: "vote-below-view-change",
    hunt: { kind: "stage", name: "oldNewView" },
    killedBy: 0,
  },
  {
    name: "vote-after-view-change",
    rule: "consensus.md 5",
    edits: [
      {
        file: `${folder}/handle-vote.ts`,
        find: "if (!mayVote(replica) || slot.prepared?.view === replica.view) return;\n  const prepares = slot.votes.get(replica.view)?.prepares;",
        replace:
          "const voted = replica.active ? replica.view : replica.view - 1;\n  if (slot.prepared?.view === voted) return;\n  const prepares = slot.votes.get(voted)?.prepares;",
      },
      {
        file: `${folder}/handle-vote.ts`,
        find: "    view: replica.view,\n    height: slot.height,\n    proposalDigest: first.proposalDigest,",
        replace:
          "    view: voted,\n    height: slot.height,\n    proposalDigest: first.proposalDigest,",
      },
      {
        file: `${folder}/handle-vote.ts`,
        find: "if (!mayVote(replica) || certificate.view !== replica.view) return;",
        replace: "",
      },
    ],
    checker: "vote-below-view-change",
    hunt: { kind: "stage", name: "latePrepares" },
    killedBy: 0,
  },
  {
    name: "lone-view-change-joined",
    rule: "consensus.md 4",
    edits: [
      {
        file: `${folder}/handle-view-change.ts`,
        find: "if (above.length <= replica.faulty) return;",
        replace: "if (above.length === 0) return;",
      },
    ],
    checker: "unplanned-view-change",
    hunt: { kind: "stage", name: "loneViewChange" },
    killedBy: 0,
  },
  {
    name: "nobody-joins",
    rule: "consensus.md 4",
    edits: [
      {
        file: `${folder}/handle-view-change.ts`,
        find: "if (above.length <= replica.faulty) return;",
        replace: "if (above.length <= replica.n) return;",
      },
    ],
    checker: "liveness",
    hunt: { kind: "stage", name: "joinTwo" },
    killedBy: 0,
  },
  {
    name: "second-new-view-followed",
    rule: "consensus.md 5",
    edits: [
      {
        file: "packages/consensus/src/handle-new-view.ts",
        find: "if (body.view < replica.view || (body.view === replica.view && replica.active)) return;",
        replace: "if (body.view < replica.view) return;",
      },
      {
        file: "packages/consensus/src/wanted.ts",
        find: "view > replica.view || (view === replica.view && !replica.active)",
        replace: "view >= replica.view",
      },
    ],
    checker: "two-statements",
    hunt: { kind: "stage", name: "secondNewView" },
    killedBy: 0,
  },
];
