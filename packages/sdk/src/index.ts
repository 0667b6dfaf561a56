export {
  type AnchorClaim,
  anchorRecordHash,
  canonicalBytes,
  envelopeJson,
  type JsonObject,
  logEntryCommitment,
  parseJsonObject,
  proposalJson,
  readAnchorClaim,
  transactionBodyJson,
} from "@cartorio/protocol";
export {
  type AccreditationChangeInput,
  type AccreditationInput,
  type ActionName,
  accreditationAccept,
  accreditationEnd,
  accreditationOffer,
  accreditationResume,
  accreditationSuspend,
  type OfferInput,
  type ScopeInput,
  type TypeInput,
} from "./accreditation-operations.ts";
export {
  getStatus,
  getTransaction,
  type ReceiptAnswer,
  requireApplied,
  type StatusAnswer,
  submitTransaction,
  type TransactionAnswer,
  type WaitOptions,
  waitFor,
} from "./actions.ts";
export type { HashLike } from "./answer.ts";
export {
  type AuthorisationAnswer,
  type AuthorisationInput,
  authorisationPage,
  authorisationQuestion,
  isAuthorised,
  type ResourceInput,
  readAuthorisation,
  verifyAuthorisation,
} from "./authorisation.ts";
export {
  type AnchorSidecar,
  anchorSidecarType,
  type BatchOptions,
  buildBatch,
  type CredentialBatch,
  isInBatch,
  readSidecar,
} from "./batch.ts";
export { callMethod, type MethodName, type RpcMethods } from "./call-method.ts";
export {
  type BlocksPage,
  type DidHistoryPage,
  type FollowedValidators,
  followValidators,
  getBlocks,
  getDidHistory,
  getParameters,
  type PageRequest,
  type ParametersAnswer,
} from "./chain-reads.ts";
export { type Client, type ClientOptions, createClient } from "./client.ts";
export { type Clock, systemClock } from "./clock.ts";
export {
  anchorClaimValue,
  type Credential,
  credentialCommitment,
  type IssueInput,
  issueCredential,
  issueCredentialToken,
  issuerOf,
  type JcsSuite,
  withAnchorClaim,
} from "./credential.ts";
export {
  credentialCosign,
  credentialLog,
  credentialResume,
  credentialRevoke,
  credentialSuspend,
  issuerUpdate,
  type ResumeInput,
  type RevokeInput,
  revocationReason,
} from "./credential-operations.ts";
export {
  type CredentialLogEntry,
  type CredentialLogPage,
  getCredentialLog,
  getIssuerProfile,
  type IssuerProfileAnswer,
} from "./credential-reads.ts";
export {
  controllerControl,
  didRecoveryCancel,
  didRecoveryFinalise,
  didRecoveryPropose,
  didSetControllers,
  didSetRecovery,
  type RecoveryInput,
  recoveryCommitment,
} from "./did-operations.ts";
export {
  type DereferencedAnswer,
  type DidVersionAnswer,
  dereference,
  getDidVersion,
  getKeyRemoval,
  type KeyRemovalAnswer,
} from "./did-reads.ts";
export { CartorioError, type CartorioErrorCode, type ErrorData } from "./errors.ts";
export {
  defaultReceiptLeaves,
  exchangeReceipts,
  isInReceiptBatch,
  type ReceiptBatch,
  type ReceiptSidecar,
} from "./exchange-operations.ts";
export {
  type ConditionInput,
  freeze,
  type GovernanceAction,
  type MemberInput,
  memberChange,
  memberLeave,
  parametersChange,
  policyChange,
  redact,
  rootAdd,
  rootEnd,
  validatorsChange,
} from "./governance-actions.ts";
export {
  governancePropose,
  governanceVote,
  governanceWithdraw,
  type Proposed,
  type ProposeInput,
  upgradeAnnounce,
} from "./governance-operations.ts";
export type { RequiredAccreditation } from "./issuer-accreditation.ts";
export {
  credentialAnchor,
  type DidCreateInput,
  type DocumentInput,
  didCreate,
  didDeactivate,
  didDocument,
  didRotateKeys,
  didUpdate,
  type KeyControlInput,
  keyControl,
  keyRemoval,
  type MethodInput,
} from "./operations.ts";
export {
  type DatedTrustAnchor,
  type HeaderCheck,
  type ProofCheck,
  type Proven,
  type ProvenState,
  type SeenHeader,
  verifyProof,
} from "./proof.ts";
export {
  fetchPastProof,
  fetchProof,
  fetchRange,
  getProof,
  type HeaderLimits,
  type ProofAnswer,
} from "./proof-actions.ts";
export {
  type ProvenCosignature,
  readProvenAnchorHash,
  readProvenCosignatures,
} from "./proven-cosignatures.ts";
export {
  type ProvenDid,
  readProvenAnchor,
  readProvenDid,
  readProvenStatus,
  type SingleProofCheck,
  verifyCredentialAnchor,
  verifyCredentialStatus,
  verifyDid,
} from "./proven-records.ts";
export {
  type ProvenStatusBit,
  type ProvenStatusList,
  type ProvenVersion,
  readProvenStatusBit,
  readProvenStatusList,
} from "./proven-status-list.ts";
export { type ProvenRangeState, type RangeCheck, verifyRange } from "./range.ts";
export {
  type AtHeight,
  type BlockAnswer,
  type CredentialAnswer,
  type DidAnswer,
  getBlock,
  getCertificate,
  getCredential,
  getPeers,
  getValidatorSet,
  type PeerAnswer,
  resolveDid,
} from "./read-actions.ts";
export { fetchSchema, type ProvenSchema, readProvenSchema } from "./schema-actions.ts";
export {
  type SchemaRegistration,
  schemaDeprecate,
  schemaRegister,
} from "./schema-operations.ts";
export {
  defaultSchemaSteps,
  type SchemaFinding,
  type SchemaVerdict,
  validateAgainstSchema,
} from "./schema-validator.ts";
export { type SendInput, sendTransaction } from "./send-transaction.ts";
export {
  addSignatures,
  getPending,
  type PendingTransaction,
  type SignaturesAdded,
  signEnvelope,
  unsignedEnvelope,
} from "./several-signers.ts";
export { localSigner, type Signer } from "./signer.ts";
export {
  createStatusAllocator,
  type DurableCounter,
  type StatusAllocator,
  type StatusAllocatorOptions,
} from "./status-allocator.ts";
export {
  decodeBitstring,
  decodeTokenList,
  defaultMaxListBytes,
  encodeBitstring,
  encodeTokenList,
  statusBit,
} from "./status-encoding.ts";
export { fetchStatusBit, fetchStatusList } from "./status-list-actions.ts";
export {
  bitstringStatusList,
  isApartFromIssuer,
  type StatusListContent,
  signStatusList,
  tokenStatusList,
} from "./status-list-credential.ts";
export {
  type StatusPurpose,
  statusListCreate,
  statusListUpdate,
} from "./status-list-operations.ts";
export {
  buildTransaction,
  type SignerEntry,
  signTransaction,
  type TransactionInput,
} from "./transaction.ts";
export {
  type BatchAnswer,
  fetchReceipt,
  type ProposalSimulationAnswer,
  type ProvenReceipt,
  type SimulationAnswer,
  simulateProposal,
  simulateTransaction,
  submitBatch,
} from "./transaction-actions.ts";
export {
  type HttpTransportOptions,
  httpTransport,
  type RequestOptions,
  type Transport,
} from "./transport.ts";
export {
  type CandidateInput,
  validatorCandidate,
  validatorChange,
  validatorReenter,
} from "./validators.ts";
export type { CredentialFact, Reason, Verdict, VerdictKind, Verdicts } from "./verdict.ts";
export {
  type CredentialEvidence,
  type CredentialPolicy,
  type CredentialVerification,
  credentialQuestion,
  defaultCredentialPolicy,
  type VerifyCredentialInput,
  verifyCredential,
} from "./verify-credential.ts";
