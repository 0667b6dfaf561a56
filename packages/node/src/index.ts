export { createNode, type RunningNode } from "./create-node.ts";
export {
  addToMempool,
  createMempool,
  defaultMempoolLimits,
  expire,
  type Mempool,
  type MempoolLimits,
  mempoolEnvelope,
  release,
  removeTransactions,
  reserve,
  selectTransactions,
} from "./mempool.ts";
export { NodeError } from "./node-error.ts";
export type { NodeOptions } from "./node-options.ts";
export { parseRecovery, type Recovery, recoveryFile } from "./recovery.ts";
export { type Survey, type SurveyedNode, surveyNodes } from "./survey.ts";
export { localVoteSigner, type VoteSigner } from "./vote-signer.ts";
