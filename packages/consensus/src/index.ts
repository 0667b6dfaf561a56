export {
  type ConsensusView,
  consensusView,
  type HeightView,
  type SignedFor,
} from "./consensus-view.ts";
export { digest } from "./digest.ts";
export {
  answersThatVouch,
  createEntry,
  type Entry,
  type EntryAnswer,
  type EntryOptions,
  type EntryVerdict,
  entryVerdict,
  takeEntryAnswer,
} from "./entry.ts";
export { messageEpoch } from "./epoch.ts";
export { ownVotesAnswer } from "./heard.ts";
export { inFlightProposals } from "./in-flight.ts";
export { journalKeeper } from "./journal-keeper.ts";
export { type JournalRetention, journalRetention } from "./journal-retention.ts";
export {
  planRecovery,
  type RecoveryPlan,
  type RecoveryQuestion,
  type Survivor,
} from "./recovery.ts";
export {
  type HeightPhase,
  type HeightStatus,
  type ReplicaStatus,
  replicaStatus,
} from "./replica-status.ts";
export { createReplica } from "./restore.ts";
export { primaryOf, type Replica } from "./state.ts";
export { step } from "./step.ts";
export { mayJudgePrimary } from "./tenure.ts";
export type {
  Effect,
  ExecutedBlock,
  ExecutedHeader,
  HaltCode,
  Offence,
  ReplicaEvent,
  ReplicaNote,
  ReplicaStart,
  UnsignedMessage,
  Verified,
} from "./types.ts";
export {
  type MessageContext,
  markVerified,
  messageSignatures,
  type SignatureItem,
  verifyCertificate,
  verifyMessage,
} from "./verify.ts";
export { type Evidence, verifyEvidence } from "./verify-evidence.ts";
export { isWanted } from "./wanted.ts";
