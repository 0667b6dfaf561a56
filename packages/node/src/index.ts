export { blockRoom, blockWork, type ProposedBlock } from "./block-room.ts";
export { createNode, type RunningNode } from "./create-node.ts";
export { haltFile, readHaltRecord } from "./halt-record.ts";
export {
  addToMempool,
  createMempool,
  defaultMempoolLimits,
  expire,
  hasAdmissible,
  isFree,
  type Mempool,
  type MempoolLimits,
  mempoolEnvelope,
  mempoolRoom,
  mempoolTransaction,
  release,
  removeTransactions,
  reserve,
  selectTransactions,
  waitingTransactions,
} from "./mempool.ts";
export { NodeError } from "./node-error.ts";
export type { NodeOptions } from "./node-options.ts";
export {
  createPinnedBodies,
  type PinnedBodies,
  pin,
  pinnedEnvelope,
  pinnedProposal,
  unpinThrough,
} from "./pinned-bodies.ts";
export { type ProofContext, type ProvenBlock, proveBlocks } from "./proven-blocks.ts";
export { parseRecovery, type Recovery, recoveryFile } from "./recovery.ts";
export {
  createStarvationWatch,
  lookIntervalMs,
  type StarvationWatch,
  type StarvationWatchOptions,
} from "./starvation-watch.ts";
export { type Survey, type SurveyedNode, surveyNodes } from "./survey.ts";
export type { NodeInspection, TestPorts } from "./test-ports.ts";
export { createIntake, type Intake, type IntakeOptions } from "./transaction-intake.ts";
export { localVoteSigner, type VoteSigner } from "./vote-signer.ts";
