import { quorum } from "./quorum.ts";

const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;

const maxValidators = 31;
const window = 16;
const maxEnvelopeBytes = 64 * kibibyte;
const maxBlockBytes = 4 * mebibyte;
const maxBlockTransactions = 4096;
const maxValidatorSetBytes = 128 * kibibyte;

// Largest encodings, counted field by field: tag 1 byte (2 from field 16 on), varint of 2^53-1 8 bytes.
const varintField = 9;
const smallField = 3;
const hashField = 34;
const lengthPrefix = 5;
const signatureEntry = 2 + 2 + 66;
const certificateBytes = 3 * varintField + hashField + maxValidators * signatureEntry;
const viewChangeBytes =
  hashField + 2 * varintField + (window + 1) * (lengthPrefix + certificateBytes);
const signedBodyOverhead = lengthPrefix + smallField + 66;
const newViewBytes =
  hashField +
  2 * varintField +
  quorum(maxValidators) * (lengthPrefix + viewChangeBytes + signedBodyOverhead) +
  window * (lengthPrefix + varintField + hashField);
const proposalBytes = 4 * varintField + maxBlockTransactions * hashField;
const consensusFrameBytes =
  Math.max(newViewBytes, proposalBytes, maxEnvelopeBytes) + 2 * lengthPrefix + 128;
const receiptFixedBytes = 2 * hashField + 4 * varintField + lengthPrefix;
// The DIDs that receipts name are created by operations longer than they are.
const blockFrameBytes =
  2 * maxBlockBytes +
  proposalBytes +
  maxBlockTransactions * (receiptFixedBytes + lengthPrefix) +
  certificateBytes +
  kibibyte;

/** Every bound of the protocol with its reason (docs/consensus.md 12). Sizes are bytes. */
export const limits = {
  /** Newest protocol version that this software runs (docs/consensus.md 8). */
  protocolVersion: 1 as number,
  /** Ed25519 verification and bitmaps of one 32-bit word bound the cluster (docs/consensus.md 1). */
  maxValidators: maxValidators as number,
  /** Smallest cluster that tolerates a fault; below it only n = 1, for development. */
  minValidators: 4,
  /** W: heights above the newest certified one that may be voted on. */
  window: window as number,
  /** Heights that a primary keeps uncertified at once. */
  pipelineDepth: 8,
  /** Largest integer on the wire: what a JavaScript number carries exactly. */
  maxInteger: Number.MAX_SAFE_INTEGER as number,
  /** End of the year 9999, so that adding any window to a time stays exact. */
  maxTimeMs: 253_402_300_799_999,
  hashBytes: 32,
  signatureBytes: 64,
  /** Raw Ed25519 key of a validator or node. */
  validatorKeyBytes: 32,
  /** 128 bits: no two honest creates or transactions collide. */
  nonceBytes: 16,
  /** Random name of one process start or journal incarnation. */
  instanceBytes: 16,
  /** Multicodec prefix (2) and an Ed25519 or X25519 key (32). */
  minMultikeyBytes: 34,
  /** Multicodec prefix (2) and a compressed P-256 or secp256k1 key (33). */
  maxMultikeyBytes: 35,

  /** One transaction never fills a block alone. */
  maxEnvelopeBytes: maxEnvelopeBytes as number,
  /** Signatures dominate the cost of a transaction. */
  maxSigners: 16,
  maxOperations: 64,
  /** Web Authentication 6.1: hash of the relying party (32), flags (1), counter (4). */
  minAuthenticatorDataBytes: 37,
  /** Room for extensions of an authenticator. */
  maxAuthenticatorDataBytes: 1024,
  /** Type, challenge, origin and a browser's hints. */
  maxClientDataBytes: 2048,
  /** `did:cartorio:` + network (32) + `:z` + 46 characters. */
  maxDidCharacters: 93,
  maxNetworkCharacters: 32,
  /** Heights that a candidate's ready statement may be behind (docs/consensus.md 8). */
  maxReadyAge: 1000,
  /** Between two re-entries of one validator: each costs everybody an epoch (docs/consensus.md 9). */
  reentryIntervalMs: 60_000,
  /** Names of institutions. */
  maxNameCharacters: 128,
  /** A document must be cheap to prove and to resolve (docs/ledger.md 2). */
  maxDocumentBytes: (16 * kibibyte) as number,
  maxVerificationMethods: 64,
  maxServices: 32,
  maxServiceTypes: 8,
  maxServiceEndpoints: 8,
  maxFragmentCharacters: 64,
  maxServiceTypeCharacters: 128,
  maxUrlCharacters: 1024,
  maxAlsoKnownAs: 16,
  /** Control keys, next key hashes and controllers of one DID: each may have to sign. */
  maxControlKeys: 16,
  maxControllers: 16,
  /** A DID's controllers (1) and theirs (2): each level multiplies what a signature check reads. */
  maxControlDepth: 2,
  maxRecoveryKeys: 16,
  /** A year: while a recovery is pending nothing else changes the control of a DID. */
  maxRecoveryDelayMs: (366 * 24 * 60 * 60 * 1000) as number,
  /** Of an orphan that its registrar recovers: time for anyone concerned to notice. */
  registrarRecoveryDelayMs: (90 * 24 * 60 * 60 * 1000) as number,
  /** All methods and all control keys of a DID may go at once. */
  maxRemovals: 80,
  /** DIDs that may co-sign an anchor (docs/ledger.md 6). */
  maxCosigners: 16,
  /** Leaves of a credential batch: an inclusion path of 20 hashes. */
  maxBatchLeaves: (2 ** 20) as number,
  minBatchLeaves: 2,
  /** Suspensions of one credential and its revocation, which always has room: the record keeps all. */
  maxStatusIntervals: 256,
  /** DIDs that may revoke and suspend for an issuer (docs/ledger.md 6). */
  maxRevokers: 16,
  /** Entries in the log of an anchor (docs/ledger.md 6). */
  maxLogEntries: 256,
  /** Schemas, types or jurisdictions that one scope names: an accreditation fits into a record. */
  maxScopeEntries: 64,
  /** ISO 3166-2: two letters, a hyphen and up to three characters; `MO-*` covers a country's parts. */
  maxJurisdictionCharacters: 6,
  /** Text and digests of one scope: with all suspensions an accreditation fits into a record. */
  maxScopeBytes: (16 * kibibyte) as number,
  /** Of one accreditation; it can be ended always. */
  maxSuspensions: 64,
  /** Accreditations of a chain, the root included: what a check reads (docs/ledger.md 5). */
  maxChainLevels: 8,
  /** Of one answer: each with its whole chain, they fit into one proof. */
  maxAccreditationPage: 16,
  /** That a domain ever had: ending one reads them all. */
  maxRoots: 256,
  /** Of accreditation roots: `[a-z0-9-]`. */
  maxDomainCharacters: 32,
  /** A proposal is written again with every vote on it: four institutions' validators fit with addresses. */
  maxGovernanceProposeBytes: (16 * kibibyte) as number,
  /** Clauses of a write policy and conditions of a clause: every operation of the kind asks them. */
  maxPolicyClauses: 8,
  maxPolicyConditions: 4,
  /** Newest accreditations of a signer that a policy on its role looks at; each is a chain of 8. */
  maxPolicyAccreditations: 8,
  /** A proposal that is not decided by then shows no will (docs/ledger.md 8). */
  maxProposalAgeMs: (30 * 24 * 60 * 60 * 1000) as number,
  /** A freeze is a matter of urgency; a longer one is decided anew (docs/ledger.md 8). */
  maxFreezeMs: (30 * 24 * 60 * 60 * 1000) as number,

  /** A schema and the rest of its transaction fit into an envelope of 64 KiB (docs/ledger.md 11). */
  maxSchemaBytes: (48 * kibibyte) as number,
  /** Levels of a schema: a validator walks them by recursion. */
  maxSchemaDepth: 32,
  /** What a pattern may unfold to: each character of a text may visit all of it. */
  maxPatternInstructions: 2000,
  /** The same of all patterns of a schema together: 48 KiB have room for thousands that unfold. */
  maxSchemaPatternWork: 20_000,
  /** A status list hides its credentials among at least so many (Bitstring Status List 1.0, 6.1). */
  minStatusListBits: 131_072,
  /** The head of a list holds 32 bytes per chunk: at most 16 KiB. */
  maxStatusListBits: (2 ** 20) as number,
  /** One change writes one chunk: small, but few enough for the head to list their hashes. */
  statusChunkBytes: 256,
  statusChunkBits: 2048,
  /** Status bits of one transaction: each may write a chunk fifty times its size. */
  maxStatusChanges: 512,
  /** Entries of a list that one question asks for. */
  maxListQuestion: 64,

  /** Ordinary transactions: replay memory stays small (docs/ledger.md 1). */
  validityWindowMs: (10 * 60 * 1000) as number,
  /** Transactions whose every operation is guarded: time for several institutions to sign. */
  longValidityWindowMs: (7 * 24 * 60 * 60 * 1000) as number,
  /** One leaf of replay memory covers the ids that expire within it. */
  replayBucketMs: 10_000,
  dayMs: (24 * 60 * 60 * 1000) as number,

  /** Hard bound on the parameter of the same name: what a block may hold at all. */
  maxBlockBytes: maxBlockBytes as number,
  maxBlockTransactions: maxBlockTransactions as number,
  maxProposalBytes: proposalBytes as number,
  /** Five hashes, three integers, the state root and a version, with room for one more field. */
  maxHeaderBytes: 512,
  /** Fixed part and one DID per operation. */
  maxReceiptBytes: (8 * kibibyte) as number,
  maxCertificateBytes: certificateBytes as number,
  /** Validators in the quorum of the largest set: senders in a NewView. */
  maxQuorum: quorum(maxValidators) as number,
  /** A Suspect for starvation carries one envelope. */
  maxSuspectBytes: (maxEnvelopeBytes + 128) as number,
  maxViewChangeBytes: viewChangeBytes as number,
  maxNewViewBytes: newViewBytes as number,
  /** Multiaddrs of one validator. */
  maxAddresses: 8,
  maxAddressCharacters: 256,
  maxObservers: 256,
  maxMembers: 256,
  maxGenesisDids: 512,
  maxGenesisBytes: (16 * mebibyte) as number,
  maxValidatorSetBytes: maxValidatorSetBytes as number,

  /** Consensus protocol: the largest message is a NewView at n = 31 with full certificates. */
  maxConsensusFrameBytes: consensusFrameBytes as number,
  /** Gossip: what a batch may hold; above the largest single envelope by far. */
  maxTransactionsFrameBytes: (1 * mebibyte) as number,
  maxGossipEnvelopes: 1024,
  /** Catch-up: one largest block always fits into an answer. */
  maxBlockFrameBytes: blockFrameBytes as number,
  maxSyncFrameBytes: (blockFrameBytes + kibibyte) as number,
  maxSyncBlocks: 64,
  maxSyncHashes: 1024,
  maxHelloBytes: 256,
  /** Messages of one validator that a peer shows it: every kind for each height of the window, in a few views. */
  maxOwnVotes: 256,
  /** Bodies of one proposal, the proposal and its PrePrepare. */
  maxJournalRecordBytes: (maxBlockBytes + 2 * proposalBytes + consensusFrameBytes) as number,
  maxGuardBytes: 128,
  /** Every height of a window with a full block: what a recovery manifest may have to carry. */
  maxRecoveryBytes: (window * (maxBlockBytes + proposalBytes + kibibyte) +
    certificateBytes +
    maxValidatorSetBytes +
    kibibyte) as number,
  /** A state record other than a document: DidVersion with all removals is the largest. */
  maxRecordBytes: (32 * kibibyte) as number,

  /** Records below which a range would tell what its reader looks for (docs/ledger.md 4). */
  minRangeRecords: 256,
  /** Records of one range: a nibble more of the prefix leaves about the least number. */
  maxRangeRecords: 4096,
  /** Keys that one multiproof answers. */
  maxProofKeys: 256,
  /** Bits of a state key: the deepest slot of the tree. */
  treeDepth: 256,
  /** Slots that a multiproof visits: every key at full depth, and the siblings. */
  maxProofSlots: (2 * 256 * 256 + 1) as number,
  /** Set changes between a trust anchor and a proof. */
  maxActivations: 1024,
  maxProofBytes: (16 * mebibyte) as number,
  /** Largest exact tree: a path of 52 hashes. */
  maxPathHashes: 52,
} as const;
