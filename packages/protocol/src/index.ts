export {
  type Chain,
  type ChainLink,
  type ChainQuestion,
  evaluateChain,
  evaluateLinks,
  followChain,
  readChain,
  standingAt,
} from "./accreditation-chain.ts";
export type { AccreditationQuestion, PageQuestion } from "./accreditation-questions.ts";
export {
  accreditationRecord,
  accreditationsHeadRecord,
  givenHeadRecord,
  givenRecord,
  rootRecord,
  rootsHeadRecord,
} from "./accreditation-state-codec.ts";
export {
  type AccreditationAccept,
  type AccreditationEnd,
  type AccreditationOffer,
  type AccreditationOperation,
  type AccreditationPlace,
  type AccreditationRecord,
  type AccreditationResume,
  type AccreditationSuspend,
  type AccreditationsHeadRecord,
  accreditationEnded,
  accreditedAction,
  allActions,
  type GivenHeadRecord,
  type RootsHeadRecord,
  type SuspensionInterval,
} from "./accreditation-types.ts";
export {
  type Authorisation,
  type AuthorisationQuestion,
  evaluateTrusted,
  judgeAuthorisation,
  type Refusal,
  type TrustedRoots,
} from "./authorisation.ts";
export {
  decodeBlock,
  decodeHeader,
  decodeProposal,
  decodeReceipt,
  encodeBlock,
  encodeHeader,
  encodeProposal,
  encodeReceipt,
} from "./block-codec.ts";
export {
  type Block,
  type CheckpointStatement,
  type FinalityCertificate,
  type Header,
  type PreparedCertificate,
  type Proposal,
  type Receipt,
  type Validator,
  type ValidatorSet,
  type ValidatorSignature,
  type VoteStatement,
  voteKind,
} from "./block-types.ts";
export {
  canonicalBytes,
  isJsonObject,
  type JsonObject,
  parseJsonObject,
} from "./canonical-json.ts";
export {
  type VerifySignature,
  verifyFinalityCertificate,
  verifyPreparedCertificate,
} from "./certificate.ts";
export {
  decodeCheckpointStatement,
  decodeFinalityCertificate,
  decodePreparedCertificate,
  decodeVoteStatement,
  encodeCheckpointStatement,
  encodeFinalityCertificate,
  encodePreparedCertificate,
  encodeVoteStatement,
} from "./certificate-codec.ts";
export type { RecordCodec } from "./codec.ts";
export {
  decodeNewViewBody,
  decodeSuspectBody,
  decodeViewChangeBody,
  encodeNewViewBody,
  encodeSuspectBody,
  encodeViewChangeBody,
} from "./consensus-body-codec.ts";
export {
  decodeConsensusMessage,
  decodeStatus,
  encodeConsensusMessage,
  encodeStatus,
} from "./consensus-codec.ts";
export {
  type Checkpoint,
  type ConsensusMessage,
  type GuardRecord,
  type HeightVotes,
  type JournalFrame,
  type JournalRecord,
  type NewViewBody,
  type NewViewEntry,
  type PrePrepare,
  type SignedBody,
  type Status,
  type SuspectBody,
  type SuspectReason,
  suspectReason,
  type ViewChangeBody,
  type Vote,
} from "./consensus-types.ts";
export {
  anchorRecordHash,
  batchLeaf,
  credentialCommitment,
  credentialFormat,
  logEntryCommitment,
} from "./credential.ts";
export {
  type AnchorClaim,
  anchorSaltBytes,
  anchorTerm,
  type CredentialContent,
  commitmentOfContent,
  readAnchorClaim,
  readCredentialContent,
} from "./credential-content.ts";
export {
  credentialAnchorRecord,
  credentialCosignRecord,
  credentialLogHeadRecord,
  credentialLogRecord,
  credentialStatusRecord,
  issuerProfileRecord,
} from "./credential-state-codec.ts";
export {
  anchorKind,
  type CredentialAnchor,
  type CredentialAnchorRecord,
  type CredentialCosign,
  type CredentialCosignRecord,
  type CredentialLog,
  type CredentialLogHeadRecord,
  type CredentialLogRecord,
  type CredentialOperation,
  type CredentialResume,
  type CredentialRevoke,
  type CredentialStatusRecord,
  type CredentialSuspend,
  credentialStatus,
  type IssuerProfileRecord,
  type IssuerUpdate,
  type StatusInterval,
  type StatusRole,
  statusRole,
} from "./credential-types.ts";
export { didOf, isNetworkName, multihashText, parseDid } from "./did.ts";
export {
  didDateTime,
  didVersionId,
  findVerificationMethod,
  renderDidDocument,
  renderDidDocumentMetadata,
  type VersionRecord,
  verificationMethodFragment,
} from "./did-document.ts";
export {
  didDocumentRecord,
  didHeadRecord,
  didVersionRecord,
  keyRemovalRecord,
} from "./did-state-codec.ts";
export {
  type Control,
  type ControllerControl,
  type DidCreate,
  type DidDeactivate,
  type DidOperation,
  type DidRecoveryCancel,
  type DidRecoveryFinalise,
  type DidRecoveryPropose,
  type DidRotateKeys,
  type DidSetControllers,
  type DidSetRecovery,
  type DidUpdate,
  type Document,
  type KeyControl,
  type KeyRemoval,
  type Recovery,
  relationship,
  removalReason,
  type Service,
  type VerificationMethod,
  verificationMethodFormat,
} from "./did-types.ts";
export { errorCodes } from "./error-codes.ts";
export { type Decoded, type ErrorCode, errorCodeOf, errorNumber } from "./errors.ts";
export { exchangeReceiptCommitment } from "./exchange.ts";
export { exchangeHeadRecord, exchangeReceiptsRecord } from "./exchange-state-codec.ts";
export type {
  ExchangeHeadRecord,
  ExchangeOperation,
  ExchangeReceipts,
  ExchangeReceiptsRecord,
} from "./exchange-types.ts";
export {
  defaultParameters,
  genesisDidSigningBytes,
  genesisSigningBytes,
  genesisValidatorSet,
  verifyGenesis,
} from "./genesis.ts";
export { decodeGenesis, encodeGenesis } from "./genesis-codec.ts";
export { genesisFromJson, genesisToJson } from "./genesis-json.ts";
export type {
  Genesis,
  GenesisDid,
  GenesisFile,
  GenesisSignature,
  Parameters,
  VerifiedGenesis,
} from "./genesis-types.ts";
export {
  decodeGovernancePropose,
  encodeGovernancePropose,
  governanceProposalHash,
} from "./governance-operation-codec.ts";
export type { GovernanceQuestion } from "./governance-questions.ts";
export {
  governanceHeadRecord,
  governanceProposalIndexRecord,
  governanceProposalRecord,
  policyHeadRecord,
  policyRecord,
  upgradeReadyRecord,
} from "./governance-state-codec.ts";
export {
  type Freeze,
  type GovernanceAction,
  type GovernanceHeadRecord,
  type GovernanceOperation,
  type GovernanceProposalIndexRecord,
  type GovernanceProposalRecord,
  type GovernancePropose,
  type GovernanceVote,
  type GovernanceVoteRecord,
  type GovernanceWithdraw,
  type MemberChange,
  type ParametersChange,
  type Policy,
  type PolicyChange,
  type PolicyClause,
  type PolicyCondition,
  type PolicyHeadRecord,
  type PolicyRecord,
  policyRole,
  proposalStatus,
  type Redact,
  type RootAdd,
  type RootEnd,
  rootEnded,
  type UpgradeReadyRecord,
} from "./governance-types.ts";
export {
  chainIdOf,
  documentHash,
  emptyProposal,
  envelopeHash,
  headerHash,
  nextKeyHash,
  proposalDigest,
  recoveryKeyHash,
  transactionId,
  validatorSetHash,
  versionHash,
} from "./ids.ts";
export {
  decodeGuardRecord,
  decodeJournalFrame,
  decodeJournalRecord,
  encodeGuardRecord,
  encodeJournalFrame,
  encodeJournalRecord,
} from "./journal-codec.ts";
export { proposalEpoch, signedBodyEpoch } from "./leading-epoch.ts";
export { limits } from "./limits.ts";
export { parsePattern } from "./linear-pattern.ts";
export {
  inclusionPath,
  merkleLeafHash,
  merkleRoot,
  merkleRootOfHashes,
  verifyInclusion,
} from "./merkle.ts";
export { type MultiproofQuestion, proofSlot, verifyMultiproof } from "./multiproof.ts";
export {
  decodeHello,
  decodeOwnVotesAnswer,
  decodeSyncRequest,
  decodeSyncResponse,
  decodeTransactionGossip,
  encodeHello,
  encodeOwnVotesAnswer,
  encodeSyncRequest,
  encodeSyncResponse,
  encodeTransactionGossip,
} from "./network-codec.ts";
export {
  longLivedRecord,
  memberIndexRecord,
  memberRecord,
  membersHeadRecord,
  parametersRecord,
  reentryRecord,
  replayBucketRecord,
  validatorsHeadRecord,
} from "./network-state-codec.ts";
export type {
  Hello,
  OwnVotesAnswer,
  SyncRequest,
  SyncResponse,
  TransactionGossip,
} from "./network-types.ts";
export { operationKinds, operationNumber } from "./operation-table.ts";
export { passkeyChallenge } from "./passkey.ts";
export {
  compilePattern,
  matchesPattern,
  type PatternProgram,
  type StepBudget,
} from "./pattern-program.ts";
export { type ProvenRecords, verifyProofBundle } from "./proof.ts";
export {
  decodeInclusionPath,
  decodeMultiproof,
  decodeProofBundle,
  encodeInclusionPath,
  encodeMultiproof,
  encodeProofBundle,
} from "./proof-codec.ts";
export { followValidatorSets, type TrustAnchor } from "./proof-header.ts";
export {
  type Json,
  proofBundleFromJson,
  proofBundleToJson,
  rangeBundleFromJson,
  rangeBundleToJson,
} from "./proof-json.ts";
export {
  allQuestionKeys,
  fitsOneProof,
  maxQuestionSteps,
  type ProofQuestion,
  questionKeys,
} from "./proof-question.ts";
export type {
  Activation,
  InclusionPath,
  KeyRange,
  Multiproof,
  OtherLeaf,
  ProofBundle,
  ProvenHeaderParts,
  RangeBundle,
  RangeRecord,
} from "./proof-types.ts";
export { maximumFaulty, quorum } from "./quorum.ts";
export { decodeRangeBundle, encodeRangeBundle } from "./range-codec.ts";
export { hasPrefix, prefixOf, rootOfRange, verifyRangeBundle } from "./range-proof.ts";
export type { RecordLookup } from "./record-lookup.ts";
export {
  decodeRecoveryBody,
  decodeRecoveryManifest,
  encodeRecoveryBody,
  encodeRecoveryManifest,
  recoverySigningBytes,
} from "./recovery-codec.ts";
export type { RecoveredHeight, RecoveryBody, RecoveryManifest } from "./recovery-types.ts";
export { type Redaction, redactionReason } from "./redaction-codec.ts";
export { type RegistryQuestion, type StatusBitPlace, statusChunkOf } from "./registry-questions.ts";
export { schemaDialect } from "./schema-keywords.ts";
export { findSchemaProblem, pointerPart } from "./schema-rules.ts";
export {
  schemaBodyRecord,
  schemaIndexRecord,
  schemaRecord,
  schemasHeadRecord,
} from "./schema-state-codec.ts";
export type {
  SchemaBodyRecord,
  SchemaDeprecate,
  SchemaIndexRecord,
  SchemaOperation,
  SchemaRecord,
  SchemaRegister,
  SchemasHeadRecord,
} from "./schema-types.ts";
export type { CredentialType, Scope } from "./scope.ts";
export { isWellFormedScope, type Resource, scopeContains, scopeCovers } from "./scope-rules.ts";
export { type StateKeys, stateKeys, stateKeyType } from "./state-keys.ts";
export { bitAt, emptyHash, leafHash, leafHashOf, nodeHash, recordHash } from "./state-tree-hash.ts";
export {
  type DidDocumentRecord,
  type DidHead,
  type DidVersion,
  didStatus,
  type KeyRemovalRecord,
  type LongLivedRecord,
  type MemberIndexRecord,
  type MemberRecord,
  type MembersHeadRecord,
  type ParametersRecord,
  type PendingRecovery,
  type ReentryRecord,
  type ReplayBucketRecord,
  type ValidatorsHeadRecord,
} from "./state-types.ts";
export {
  statusChunkHeadRecord,
  statusChunkRecord,
  statusListHeadRecord,
  statusListRecord,
  statusListsHeadRecord,
  statusListVersionRecord,
} from "./status-list-state-codec.ts";
export {
  type StatusBitChange,
  type StatusChunkHeadRecord,
  type StatusChunkRecord,
  type StatusListCreate,
  type StatusListHeadRecord,
  type StatusListOperation,
  type StatusListRecord,
  type StatusListsHeadRecord,
  type StatusListUpdate,
  type StatusListVersionRecord,
  statusPurpose,
} from "./status-list-types.ts";
export { tags } from "./tags.ts";
export {
  costs,
  decodeTransaction,
  maxTransactionCost,
  type SignatureItem,
  signatureItems,
  transactionCost,
  transactionSigningBytes,
} from "./transaction.ts";
export {
  decodeDidCreate,
  decodeEnvelope,
  decodeTransactionBody,
  encodeDidCreate,
  encodeEnvelope,
  encodeTransactionBody,
} from "./transaction-codec.ts";
export { envelopeJson, proposalJson, transactionBodyJson } from "./transaction-json.ts";
export {
  type DecodedEnvelope,
  type Envelope,
  type Operation,
  type OperationKind,
  type OperationValue,
  type PasskeyAssertion,
  type Signer,
  type SignerRole,
  signerRole,
  type TransactionBody,
} from "./transaction-types.ts";
export {
  decodeReadyStatement,
  encodeReadyStatement,
  readySigningBytes,
} from "./validator-operation-codec.ts";
export { decodeValidatorSet, encodeValidatorSet } from "./validator-set-codec.ts";
export type {
  ReadyStatement,
  UpgradeAnnounce,
  ValidatorCandidate,
  ValidatorChange,
  ValidatorOperation,
  ValidatorReenter,
} from "./validator-types.ts";
export { checkpointSigningBytes, signedBodySigningBytes, voteSigningBytes } from "./votes.ts";
