export {
  type Chain,
  type ChainLink,
  type ChainQuestion,
  type ChainVerdict,
  evaluateChain,
  evaluateLinks,
  followChain,
  readChain,
  standingAt,
} from "./accreditation-chain.ts";
export type { AccreditationQuestion, PageQuestion } from "./accreditation-questions.ts";
export {
  decodeAccreditationRecord,
  decodeAccreditationsHeadRecord,
  decodeGivenHeadRecord,
  decodeGivenRecord,
  decodeRootRecord,
  decodeRootsHeadRecord,
  encodeAccreditationRecord,
  encodeAccreditationsHeadRecord,
  encodeGivenHeadRecord,
  encodeGivenRecord,
  encodeRootRecord,
  encodeRootsHeadRecord,
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
export type {
  Block,
  CheckpointStatement,
  FinalityCertificate,
  Header,
  PreparedCertificate,
  Proposal,
  Receipt,
  Validator,
  ValidatorSet,
  ValidatorSignature,
  VoteKind,
  VoteStatement,
} from "./block-types.ts";
export { voteKind } from "./block-types.ts";
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
export type {
  Checkpoint,
  ConsensusMessage,
  GuardRecord,
  HeightVotes,
  JournalFrame,
  JournalRecord,
  NewViewBody,
  NewViewEntry,
  PrePrepare,
  SignedBody,
  Status,
  SuspectBody,
  SuspectReason,
  ViewChangeBody,
  Vote,
} from "./consensus-types.ts";
export { suspectReason } from "./consensus-types.ts";
export {
  anchorRecordHash,
  batchLeaf,
  type CredentialFormat,
  credentialCommitment,
  credentialFormat,
  logEntryCommitment,
} from "./credential.ts";
export {
  type AnchorClaim,
  anchorSaltBytes,
  anchorTerm,
  type ContentProblem,
  type CredentialContent,
  commitmentOfContent,
  jcsSuites,
  type ReadAnchorClaim,
  type ReadContent,
  readAnchorClaim,
  readCredentialContent,
} from "./credential-content.ts";
export {
  decodeCredentialAnchorRecord,
  decodeCredentialCosignRecord,
  decodeCredentialLogHeadRecord,
  decodeCredentialLogRecord,
  decodeCredentialStatusRecord,
  decodeIssuerProfileRecord,
  encodeCredentialAnchorRecord,
  encodeCredentialCosignRecord,
  encodeCredentialLogHeadRecord,
  encodeCredentialLogRecord,
  encodeCredentialStatusRecord,
  encodeIssuerProfileRecord,
} from "./credential-state-codec.ts";
export type {
  CredentialAnchor,
  CredentialAnchorRecord,
  CredentialCosign,
  CredentialCosignRecord,
  CredentialLog,
  CredentialLogHeadRecord,
  CredentialLogRecord,
  CredentialOperation,
  CredentialResume,
  CredentialRevoke,
  CredentialStatusRecord,
  CredentialSuspend,
  IssuerProfileRecord,
  IssuerUpdate,
  StatusInterval,
  StatusRole,
} from "./credential-types.ts";
export { anchorKind, credentialStatus, statusRole } from "./credential-types.ts";
export { didOf, isNetworkName, multihashText, type ParsedDid, parseDid } from "./did.ts";
export {
  type DidMetadataSource,
  didDateTime,
  didVersionId,
  findVerificationMethod,
  renderDidDocument,
  renderDidDocumentMetadata,
  type VersionRecord,
  verificationMethodFragment,
} from "./did-document.ts";
export {
  decodeDidDocumentRecord,
  decodeDidHead,
  decodeDidVersion,
  decodeKeyRemovalRecord,
  encodeDidDocumentRecord,
  encodeDidHead,
  encodeDidVersion,
  encodeKeyRemovalRecord,
} from "./did-state-codec.ts";
export type {
  Control,
  ControllerControl,
  DidCreate,
  DidDeactivate,
  DidOperation,
  DidRecoveryCancel,
  DidRecoveryFinalise,
  DidRecoveryPropose,
  DidRotateKeys,
  DidSetControllers,
  DidSetRecovery,
  DidUpdate,
  Document,
  KeyControl,
  KeyRemoval,
  Recovery,
  Service,
  VerificationMethod,
} from "./did-types.ts";
export { relationship, removalReason, verificationMethodFormat } from "./did-types.ts";
export { errorCodes } from "./error-codes.ts";
export { type Decoded, type ErrorCode, errorCodeOf, errorNumber } from "./errors.ts";
export { exchangeReceiptCommitment } from "./exchange.ts";
export {
  decodeExchangeHeadRecord,
  decodeExchangeReceiptsRecord,
  encodeExchangeHeadRecord,
  encodeExchangeReceiptsRecord,
} from "./exchange-state-codec.ts";
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
  type VerifyMultikeySignature,
  verifyGenesis,
} from "./genesis.ts";
export { decodeGenesis, encodeGenesis } from "./genesis-codec.ts";
export { genesisFromJson, genesisToJson } from "./genesis-json.ts";
export type {
  Genesis,
  GenesisDid,
  GenesisFile,
  GenesisMember,
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
  decodeGovernanceHeadRecord,
  decodeGovernanceProposalIndexRecord,
  decodeGovernanceProposalRecord,
  decodePolicyHeadRecord,
  decodePolicyRecord,
  decodeUpgradeReadyRecord,
  encodeGovernanceHeadRecord,
  encodeGovernanceProposalIndexRecord,
  encodeGovernanceProposalRecord,
  encodePolicyHeadRecord,
  encodePolicyRecord,
  encodeUpgradeReadyRecord,
} from "./governance-state-codec.ts";
export type {
  Freeze,
  GovernanceAction,
  GovernanceHeadRecord,
  GovernanceOperation,
  GovernanceProposalIndexRecord,
  GovernanceProposalRecord,
  GovernancePropose,
  GovernanceVote,
  GovernanceVoteRecord,
  GovernanceWithdraw,
  MemberChange,
  ParametersChange,
  Policy,
  PolicyChange,
  PolicyClause,
  PolicyCondition,
  PolicyHeadRecord,
  PolicyRecord,
  Redact,
  RootAdd,
  RootEnd,
  UpgradeReadyRecord,
} from "./governance-types.ts";
export { policyRole, proposalStatus, rootEnded } from "./governance-types.ts";
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
export { type PatternNode, parsePattern } from "./linear-pattern.ts";
export {
  type InclusionQuestion,
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
  decodeLongLivedRecord,
  decodeMemberIndexRecord,
  decodeMemberRecord,
  decodeMembersHeadRecord,
  decodeParametersRecord,
  decodeReentryRecord,
  decodeReplayBucketRecord,
  decodeValidatorsHeadRecord,
  encodeLongLivedRecord,
  encodeMemberIndexRecord,
  encodeMemberRecord,
  encodeMembersHeadRecord,
  encodeParametersRecord,
  encodeReentryRecord,
  encodeReplayBucketRecord,
  encodeValidatorsHeadRecord,
} from "./network-state-codec.ts";
export type {
  Hello,
  OwnVotesAnswer,
  SyncRequest,
  SyncResponse,
  TransactionGossip,
} from "./network-types.ts";
export { operationKinds, operationNumber } from "./operation-table.ts";
export { passkeyChallenge, passkeyMessage } from "./passkey.ts";
export {
  compilePattern,
  matchesPattern,
  type PatternProgram,
  type StepBudget,
} from "./pattern-program.ts";
export { type ProofQuestionnaire, type ProvenRecords, verifyProofBundle } from "./proof.ts";
export {
  decodeInclusionPath,
  decodeMultiproof,
  decodeProofBundle,
  encodeInclusionPath,
  encodeMultiproof,
  encodeProofBundle,
  PROOF_VERSION,
} from "./proof-codec.ts";
export type { HeaderQuestion, ProvenHeader, TrustAnchor } from "./proof-header.ts";
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
export {
  hasPrefix,
  type ProvenRange,
  prefixOf,
  type RangeQuestion,
  rootOfRange,
  verifyRangeBundle,
} from "./range-proof.ts";
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
export { findSchemaProblem, pointerPart, type SchemaProblem } from "./schema-rules.ts";
export {
  decodeSchemaBodyRecord,
  decodeSchemaIndexRecord,
  decodeSchemaRecord,
  decodeSchemasHeadRecord,
  encodeSchemaBodyRecord,
  encodeSchemaIndexRecord,
  encodeSchemaRecord,
  encodeSchemasHeadRecord,
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
export {
  isJurisdiction,
  isWellFormedScope,
  isWellFormedType,
  type Resource,
  scopeContains,
  scopeCovers,
} from "./scope-rules.ts";
export { type StateKeys, stateKeys, stateKeyType } from "./state-keys.ts";
export { bitAt, emptyHash, leafHash, leafHashOf, nodeHash, recordHash } from "./state-tree-hash.ts";
export type {
  DidDocumentRecord,
  DidHead,
  DidVersion,
  KeyRemovalRecord,
  LongLivedRecord,
  MemberIndexRecord,
  MemberRecord,
  MembersHeadRecord,
  ParametersRecord,
  PendingRecovery,
  ReentryRecord,
  ReplayBucketRecord,
  ValidatorsHeadRecord,
} from "./state-types.ts";
export { didStatus } from "./state-types.ts";
export {
  decodeStatusChunkHeadRecord,
  decodeStatusChunkRecord,
  decodeStatusListHeadRecord,
  decodeStatusListRecord,
  decodeStatusListsHeadRecord,
  decodeStatusListVersionRecord,
  encodeStatusChunkHeadRecord,
  encodeStatusChunkRecord,
  encodeStatusListHeadRecord,
  encodeStatusListRecord,
  encodeStatusListsHeadRecord,
  encodeStatusListVersionRecord,
} from "./status-list-state-codec.ts";
export type { StatusListOperation } from "./status-list-types.ts";
export {
  type StatusBitChange,
  type StatusChunkHeadRecord,
  type StatusChunkRecord,
  type StatusListCreate,
  type StatusListHeadRecord,
  type StatusListRecord,
  type StatusListsHeadRecord,
  type StatusListUpdate,
  type StatusListVersionRecord,
  statusPurpose,
} from "./status-list-types.ts";
export { type Tag, tags } from "./tags.ts";
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
export type {
  DecodedEnvelope,
  Envelope,
  Operation,
  OperationKind,
  OperationValue,
  PasskeyAssertion,
  Signer,
  SignerRole,
  TransactionBody,
} from "./transaction-types.ts";
export { signerRole } from "./transaction-types.ts";
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
export {
  checkpointSigningBytes,
  type SignedBodyKind,
  signedBodySigningBytes,
  voteSigningBytes,
} from "./votes.ts";
