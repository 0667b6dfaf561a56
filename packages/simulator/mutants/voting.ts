import type { Mutant } from "@cartorio/simulator";

const folder = "packages/consensus/src";

/** What is accepted, and what it moves. */
export const votingMutants: readonly Mutant[] = [
  {
    name: "duplicate-signer-counted",
    rule: "consensus.md 2",
    edits: [
      {
        file: `${folder}/verify.ts`,
        find: "if (signed.validator <= previous) return false;",
        replace: "if (signed.validator < previous) return false;",
      },
      {
        file: "packages/protocol/src/certificate-codec.ts",
        find: "entry.validator > previous",
        replace: "entry.validator >= previous",
      },
    ],
    checker: "forged-certificate",
    hunt: { kind: "stage", name: "duplicateSigner" },
    killedBy: 0,
  },
  {
    name: "certificate-signatures-unchecked",
    rule: "consensus.md 2",
    edits: [
      {
        file: `${folder}/verify.ts`,
        find: "    if (!addSignature(collector, signed, message)) return false;\n  }\n  return true;",
        replace: "    if (message.length === 0) return false;\n  }\n  return true;",
      },
    ],
    checker: "forged-certificate",
    hunt: { kind: "stage", name: "unsignedCertificate" },
    killedBy: 0,
  },
  {
    name: "thin-certificate-accepted",
    rule: "consensus.md 2",
    edits: [
      {
        file: `${folder}/verify.ts`,
        find: "if (signatures.length < quorum(n) || signatures.length > n) return false;",
        replace: "if (signatures.length > n) return false;",
      },
    ],
    checker: "forged-certificate",
    hunt: { kind: "stage", name: "thinCertificate" },
    killedBy: 0,
  },
  {
    name: "claims-move-s",
    rule: "consensus.md 11",
    edits: [
      {
        file: `${folder}/status.ts`,
        find: "  hearSign(replica, from);\n",
        replace:
          "  hearSign(replica, from);\n  replica.certified = Math.max(replica.certified, status.certifiedHeight);\n",
      },
    ],
    checker: "claimed-height",
    hunt: { kind: "stage", name: "claims" },
    killedBy: 0,
  },
  {
    name: "window-moves-on-commit",
    rule: "consensus.md 3.6",
    edits: [
      {
        file: `${folder}/propose.ts`,
        find: "if (height > replica.certified + depth || height > lastHeight(replica)) return;",
        replace:
          "if (height > replica.committedThrough + depth || height > lastHeight(replica)) return;",
      },
      {
        file: `${folder}/state.ts`,
        find: "const highest = Math.min(replica.certified + limits.window, lastHeight(replica));",
        replace:
          "const highest = Math.min(replica.committedThrough + limits.window, lastHeight(replica));",
      },
    ],
    checker: "window",
    hunt: { kind: "stage", name: "closedWindow" },
    killedBy: 0,
  },
  {
    name: "drift-unchecked",
    rule: "consensus.md 7",
    edits: [
      {
        file: `${folder}/handle-pre-prepare.ts`,
        find: "if (Math.abs(differenceMs) <= drift) return true;",
        replace: "if (Math.abs(differenceMs) >= 0) return true;",
      },
    ],
    checker: "block-time",
    hunt: { kind: "stage", name: "futureBlock" },
    killedBy: 0,
  },
  {
    name: "evidence-dropped",
    rule: "consensus.md 10",
    edits: [
      {
        file: `${folder}/evidence.ts`,
        find: 'emit(replica, { kind: "evidence", validator, offence, height, messages: proof });',
        replace: "proof.length = 0;",
      },
    ],
    checker: "evidence",
    hunt: { kind: "stage", name: "equivocation" },
    killedBy: 0,
  },
  {
    name: "stale-view-accepted",
    rule: "consensus.md 3.3",
    edits: [
      {
        file: "packages/consensus/src/handle-pre-prepare.ts",
        find: "if (ahead < 0 || ahead > bounds.futureViews) return;",
        replace: "if (ahead > bounds.futureViews) return;",
      },
      {
        file: "packages/consensus/src/wanted.ts",
        find: "if (view < replica.view || !isNearView(replica, view)) return false;",
        replace: "if (!isNearView(replica, view)) return false;",
      },
    ],
    checker: "two-statements",
    hunt: { kind: "stage", name: "staleProposal" },
    killedBy: 0,
  },
  {
    name: "second-proposal-accepted",
    rule: "consensus.md 3.3",
    edits: [
      {
        file: "packages/consensus/src/handle-pre-prepare.ts",
        find: "if (slot.accepted?.view === message.view) {",
        replace: "if (slot.accepted?.view === message.view && slot.accepted.key === key) {",
      },
    ],
    checker: "two-statements",
    hunt: { kind: "stage", name: "equivocation" },
    killedBy: 0,
  },
  {
    name: "no-catch-up",
    rule: "consensus.md 11",
    edits: [
      {
        file: "packages/consensus/src/certified.ts",
        find: "if (!lacksBlocks(replica)) return;",
        replace: "if (!lacksBlocks(replica) || replica.n > 0) return;",
      },
    ],
    checker: "liveness",
    hunt: { kind: "stage", name: "longAbsence" },
    killedBy: 0,
  },
  {
    name: "halted-signs-on",
    rule: "consensus.md 10",
    edits: [
      {
        file: "packages/consensus/src/state.ts",
        find: "return replica.self !== undefined && !replica.closed && replica.halted.size === 0;",
        replace: "return replica.self !== undefined && !replica.closed;",
      },
    ],
    checker: "halted",
    hunt: { kind: "stage", name: "diverged" },
    killedBy: 0,
  },
];
