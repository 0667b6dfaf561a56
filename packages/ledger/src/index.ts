export { checkAdmission } from "./admission.ts";
export {
  type BlockBudget,
  type BlockSelection,
  checkBlockRules,
  createBlockBudget,
  selectForBlock,
} from "./block-rules.ts";
export {
  applyBlock,
  type BlockInput,
  type ExecutedResult,
  executeBlock,
  type LedgerUpdate,
} from "./execute-block.ts";
export { checkGenesis, type GenesisBlock, genesisBlock } from "./genesis.ts";
export { type Ledger, type LedgerHead, type LedgerOptions, openLedger } from "./ledger.ts";
export { isKeyOfMember } from "./member-key.ts";
export { parametersAt } from "./parameters-in-force.ts";
export type {
  PageWrite,
  RecordWrite,
  ReplayWrite,
  StateReader,
  StateWrites,
} from "./ports.ts";
export {
  type ProvenRecords,
  proveRange,
  proveRecords,
  type ReadAt,
  readRecords,
} from "./records.ts";
export { checkRecoverySigners } from "./recovered-set.ts";
export { bucketOf } from "./replay.ts";
export type { ReplayList } from "./replay-restore.ts";
export {
  type SimulatedProposal,
  type SimulatedQuestion,
  type SimulatedTransaction,
  simulateProposal,
  simulateTransaction,
} from "./simulate.ts";
export { StateError } from "./state-error.ts";
export { pendingActivation, validatorSetAt, validatorSetOfEpoch } from "./validator-sets.ts";
