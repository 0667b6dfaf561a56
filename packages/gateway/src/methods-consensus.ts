import { hexEncode } from "@cartorio/crypto";
import { type SuspectReason, suspectReason } from "@cartorio/protocol";
import { defineMethod, type Method } from "./method.ts";
import type { ConsensusStatus, HeightConsensus, SignedFor } from "./node-views.ts";
import type { JsonObject } from "./render.ts";
import {
  arrayOf,
  booleanSchema,
  hashSchema,
  integerSchema,
  type JsonSchema,
  nullable,
  objectOf,
  oneOf,
  stringSchema,
} from "./schemas.ts";

/** Why a validator wants another view (docs/consensus.md 4). */
const reasonNames: Readonly<Record<SuspectReason, string>> = {
  [suspectReason.noProgress]: "noProgress",
  [suspectReason.rotation]: "rotation",
  [suspectReason.starvation]: "starvation",
  [suspectReason.slow]: "slow",
  [suspectReason.evidence]: "evidence",
};

const indicesSchema = arrayOf(integerSchema);
const signedForSchema = arrayOf(objectOf({ digest: hashSchema, validators: indicesSchema }));

const heightSchema: JsonSchema = objectOf({
  height: integerSchema,
  phase: nullable(oneOf(["proposed", "prepared", "committed", "executed"])),
  proposal: nullable(hashSchema),
  prepares: signedForSchema,
  commits: signedForSchema,
  statements: signedForSchema,
  missing: objectOf({
    kind: oneOf(["proposal", "bodies", "prepare", "commit", "execution", "checkpoint"]),
    votes: integerSchema,
    validators: indicesSchema,
  }),
});

const getConsensus = defineMethod<Record<string, never>, JsonObject>({
  name: "node_getConsensus",
  summary: "The view that this node is in, who voted for what, and which quorum is missing.",
  description:
    "As this node sees it: what others hold may differ. `heights` are those above the certified one that " +
    "anything is held of. `prepares`, `commits` and `statements` (of what the execution led to) name the " +
    "validators by what they signed for, the most votes first; more than one digest of one kind means " +
    "that somebody is faulty, or the execution is. `missing` says what the next step waits for, how many equal " +
    "votes it lacks and of whom none is held. A view ends with more than `faulty` suspects, and the next one " +
    "begins with a quorum of `viewChanges`. NOT_READY on a node that does not follow the votes: one " +
    "that was stopped for good, or that must re-enter.",
  params: [],
  result: objectOf({
    epoch: integerSchema,
    view: integerSchema,
    primary: integerSchema,
    active: booleanSchema,
    validators: integerSchema,
    faulty: integerSchema,
    quorum: integerSchema,
    certifiedHeight: integerSchema,
    committedHeight: integerSchema,
    executedHeight: integerSchema,
    halted: arrayOf(stringSchema),
    suspects: arrayOf(
      objectOf({ validator: integerSchema, reason: oneOf(Object.values(reasonNames)) }),
    ),
    viewChanges: indicesSchema,
    viewChangesMissing: integerSchema,
    timeoutMs: integerSchema,
    heights: arrayOf(heightSchema),
  }),
  errors: ["NOT_READY"],
  cost: 5,
  example: { summary: "Of this node", params: {} },
  async handle({ api }) {
    const status = await api.consensus();
    if (status === undefined) return { ok: false, code: "NOT_READY" };
    return { ok: true, value: render(status) };
  },
});

function render({ suspects, heights, ...status }: ConsensusStatus): JsonObject {
  return {
    ...status,
    suspects: suspects.map(({ validator, reason }) => ({ validator, reason: reasonNames[reason] })),
    heights: heights.map(renderHeight),
  };
}

function renderHeight(shown: HeightConsensus): JsonObject {
  const { proposal, prepares, commits, statements, phase = null } = shown;
  return {
    height: shown.height,
    phase,
    proposal: proposal === undefined ? null : hexEncode(proposal),
    prepares: prepares.map(renderSigned),
    commits: commits.map(renderSigned),
    statements: statements.map(renderSigned),
    missing: shown.missing,
  };
}

function renderSigned({ digest, validators }: SignedFor): JsonObject {
  return { digest: hexEncode(digest), validators };
}

const getMempool = defineMethod<Record<string, never>, JsonObject>({
  name: "mempool_getStatus",
  summary: "What waits for a block on this node, and how much may.",
  description:
    "`inFlight` of the transactions are named by a proposal that is not executed yet. `payers` are the " +
    "members that pay for them, each for at most `maxPerPayer`: SENDER_LIMIT beyond it, MEMPOOL_FULL beyond " +
    "the other two bounds. One transaction is asked for with tx_get.",
  params: [],
  result: objectOf({
    transactions: integerSchema,
    inFlight: integerSchema,
    bytes: integerSchema,
    payers: integerSchema,
    maxTransactions: integerSchema,
    maxBytes: integerSchema,
    maxPerPayer: integerSchema,
  }),
  errors: [],
  example: { summary: "Of this node", params: {} },
  async handle({ api }) {
    return { ok: true, value: { ...(await api.mempool()) } };
  },
});

/** What a node does right now. */
export const consensusMethods: readonly Method[] = [getMempool, getConsensus];
