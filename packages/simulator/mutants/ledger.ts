import type { Mutant } from "@cartorio/simulator";
import { busy, crowded, quick, repeated } from "./plans.ts";

/** Execution, catch-up and proofs, seen by whole runs with the real ledger. */
export const ledgerMutants: readonly Mutant[] = [
  {
    name: "executed-once-dropped",
    rule: "ledger.md 1",
    edits: [
      {
        file: "packages/ledger/src/execute-transaction.ts",
        find: 'if (isRemembered(replay, id, validUntil)) return failure("DUPLICATE_TRANSACTION");',
        replace: "",
      },
    ],
    checker: "executed-once",
    hunt: { kind: "seeds", options: { plan: repeated } },
    killedBy: 1,
  },
  {
    name: "replay-memory-not-restored",
    rule: "ledger.md 1",
    edits: [
      {
        file: "packages/ledger/src/replay-restore.ts",
        find: "for (const list of stored.lists) extend(memory, list);",
        replace:
          "if (stored.lists.length >= 0) return memory;\n  for (const list of stored.lists) extend(memory, list);",
      },
    ],
    checker: "agreement",
    hunt: { kind: "seeds", options: { plan: quick } },
    killedBy: 1,
  },
  {
    name: "block-time-stands-still",
    rule: "consensus.md 7",
    edits: [
      {
        file: "packages/ledger/src/execute-block.ts",
        find: "Math.max(head.header.time + 1, proposal.time)",
        replace: "Math.max(head.header.time, proposal.time)",
      },
    ],
    checker: "block-time",
    hunt: { kind: "seeds", options: { plan: quick } },
    killedBy: 1,
  },
  {
    name: "envelope-not-bound",
    rule: "consensus.md 2",
    edits: [
      {
        file: "packages/node/src/proven-blocks.ts",
        find: "if (hashes.length !== envelopes.length) return undefined;",
        replace: "",
      },
      {
        file: "packages/node/src/proven-blocks.ts",
        find: "if (hash === undefined || !equalBytes(hash, envelope.hash)) return undefined;",
        replace: "if (hash === undefined && envelope.hash.length === 0) return undefined;",
      },
    ],
    checker: "envelope-bound",
    hunt: { kind: "stage", name: "otherBodies" },
    killedBy: 0,
  },
  {
    name: "proof-certificate-unchecked",
    rule: "ledger.md 4",
    edits: [
      {
        file: "packages/protocol/src/certificate.ts",
        find: "return validator !== undefined && verify(validator.validatorKey, message, entry.signature);",
        replace: "return validator !== undefined || verify(message, message, entry.signature);",
      },
    ],
    checker: "light-client",
    hunt: { kind: "seeds", options: { plan: quick } },
    killedBy: 1,
  },
  {
    name: "proof-of-another-header",
    rule: "ledger.md 4",
    edits: [
      {
        file: "packages/protocol/src/proof-header.ts",
        find: "    certificate.height === header.height &&\n    equalBytes(certificate.headerHash, hash)",
        replace: "    certificate.height === header.height &&\n    hash.length === 32",
      },
    ],
    checker: "light-client",
    hunt: { kind: "seeds", options: { plan: quick } },
    killedBy: 3,
  },
  {
    name: "mempool-unbounded",
    rule: "consensus.md 12",
    edits: [
      {
        file: "packages/node/src/mempool.ts",
        find: "const { limits } = mempool;",
        replace: "if (mempool.bytes >= 0) return undefined;\n  const { limits } = mempool;",
      },
    ],
    checker: "memory-bound",
    hunt: { kind: "seeds", options: { plan: crowded } },
    killedBy: 1,
  },
  {
    name: "false-signature-burns-id",
    rule: "ledger.md 1",
    edits: [
      {
        file: "packages/node/src/transaction-intake.ts",
        find: "const most = own ? options.maxVerifying / 2 : options.maxVerifying;",
        replace:
          "addToMempool(mempool, decoded);\n    const most = own ? options.maxVerifying / 2 : options.maxVerifying;",
      },
    ],
    checker: "burnt-id",
    hunt: { kind: "stage", name: "junkFirst" },
    killedBy: 0,
  },
  {
    name: "stale-keys-cached",
    rule: "ledger.md 2",
    edits: [
      {
        file: "packages/ledger/src/execute-block.ts",
        find: "for (const [did, state] of update.dids) ledger.dids.set(did, state);",
        replace: "update.dids.size;",
      },
    ],
    checker: "agreement",
    hunt: { kind: "seeds", options: { plan: busy } },
    killedBy: 1,
  },
];
