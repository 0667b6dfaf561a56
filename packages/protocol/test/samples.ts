// Deterministic samples of every object, shared by the tests and the published vectors.
import {
  ed25519PublicKey,
  ed25519Sign,
  encodeMultikey,
  p256PublicKey,
  sha256,
  utf8Encode,
} from "@cartorio/crypto";
import {
  type Block,
  type CheckpointStatement,
  type ConsensusMessage,
  type CredentialAnchor,
  checkpointSigningBytes,
  type DidCreate,
  type Document,
  defaultParameters,
  didOf,
  encodeConsensusMessage,
  encodeDidCreate,
  encodeEnvelope,
  encodeHeader,
  encodeJournalRecord,
  encodeNewViewBody,
  encodeProposal,
  encodeReceipt,
  encodeSuspectBody,
  encodeTransactionBody,
  encodeValidatorSet,
  encodeViewChangeBody,
  envelopeHash,
  type FinalityCertificate,
  type Header,
  headerHash,
  type JournalRecord,
  type NewViewBody,
  nextKeyHash,
  type Operation,
  type PreparedCertificate,
  type Proposal,
  proposalDigest,
  type ReadyStatement,
  type Receipt,
  readySigningBytes,
  recoveryKeyHash,
  type Status,
  type SuspectBody,
  signedBodySigningBytes,
  type TransactionBody,
  transactionId,
  transactionSigningBytes,
  type ValidatorSet,
  type ViewChangeBody,
  type VoteStatement,
  validatorSetHash,
  voteSigningBytes,
} from "../src/index.ts";

/** 32 bytes that depend on the name only. */
export const bytes32 = (name: string): Uint8Array => sha256(utf8Encode(name));
export const bytes16 = (name: string): Uint8Array => bytes32(name).slice(0, 16);
export const seedOf = (name: string): Uint8Array => bytes32(`seed ${name}`);
export const rawKey = (name: string): Uint8Array => ed25519PublicKey(seedOf(name));
export const multikeyOf = (name: string): Uint8Array => encodeMultikey("ed25519", rawKey(name));
export const signAs = (name: string, message: Uint8Array): Uint8Array =>
  ed25519Sign(seedOf(name), message);

export const network = "test-net";
export const chainId: Uint8Array = bytes32("chain");
export const timeMs = 1_800_000_000_000;

export const document: Document = {
  verificationMethods: [
    { format: 1, multikey: multikeyOf("university"), relationships: 11 },
    {
      format: 2,
      multikey: encodeMultikey("p256", p256PublicKey(seedOf("p256"))),
      relationships: 2,
    },
  ],
  services: [
    { fragment: "files", types: ["LinkedDomains"], endpoints: ["https://university.example"] },
  ],
  alsoKnownAs: ["https://university.example/about-ü"],
};

export const didCreate: DidCreate = {
  nonce: bytes16("create"),
  control: {
    kind: "keys",
    keys: [multikeyOf("university")],
    threshold: 1,
    nextKeyHashes: [nextKeyHash(multikeyOf("next"))],
  },
  document,
  recovery: { keyHashes: [recoveryKeyHash(multikeyOf("safe"))], threshold: 1, delayMs: 86_400_000 },
};
export const minimalCreate: DidCreate = {
  nonce: bytes16("minimal"),
  control: { kind: "keys", keys: [multikeyOf("minimal")], threshold: 1, nextKeyHashes: [] },
  document: { verificationMethods: [], services: [], alsoKnownAs: [] },
  recovery: undefined,
};

export const university: string = didOf(network, encodeDidCreate(didCreate));
export const sponsor: string = didOf(network, encodeDidCreate(minimalCreate));

export const anchor: CredentialAnchor = {
  issuer: university,
  kind: 2,
  hash: bytes32("root"),
  treeSize: 128,
  cosigners: [sponsor],
  accreditation: 2,
};

export const operations: readonly Operation[] = [
  { kind: "didCreate", value: didCreate },
  {
    kind: "didUpdate",
    value: {
      did: university,
      expectedVersion: 1,
      document,
      removals: [{ multikey: multikeyOf("old"), reason: 2, since: timeMs - 5 }],
    },
  },
  { kind: "didDeactivate", value: { did: university, expectedVersion: 2, acknowledge: 3 } },
  {
    kind: "didRotateKeys",
    value: {
      did: university,
      expectedVersion: 2,
      control: { kind: "controllers", controllers: [sponsor], threshold: 1 },
      removals: [],
    },
  },
  { kind: "credentialAnchor", value: anchor },
  {
    kind: "credentialRevoke",
    value: {
      issuer: university,
      commitment: bytes32("commitment"),
      expectedSequence: 0,
      reason: 4,
      by: "",
      accreditation: 0,
    },
  },
];

const statusChange = {
  issuer: university,
  commitment: bytes32("commitment"),
  expectedSequence: 3,
  by: sponsor,
  accreditation: 1,
};
export const credentialOperations: readonly Operation[] = [
  { kind: "credentialRevoke", value: { ...statusChange, reason: 3 } },
  { kind: "credentialSuspend", value: { ...statusChange, reason: 2, by: "", accreditation: 0 } },
  { kind: "credentialSuspend", value: { ...statusChange, reason: 5 } },
  { kind: "credentialResume", value: statusChange },
  {
    kind: "credentialCosign",
    value: {
      issuer: university,
      hash: bytes32("root"),
      cosigner: sponsor,
      recordHash: bytes32("anchor record"),
    },
  },
  {
    kind: "credentialLog",
    value: {
      issuer: university,
      hash: bytes32("root"),
      by: sponsor,
      entry: bytes32("entry"),
      code: 7,
      expectedSequence: 2,
    },
  },
  {
    kind: "issuerUpdate",
    value: {
      issuer: university,
      expectedSequence: 1,
      revokers: [sponsor],
      successor: sponsor,
      anchorRequiredSince: timeMs,
    },
  },
];

export const readyStatement: ReadyStatement = {
  chainId,
  member: sponsor,
  validatorKey: rawKey("w0"),
  nodeKey: rawKey("w0 node"),
  readyHeight: 7,
  incarnation: bytes16("candidate"),
};

export const validatorOperations: readonly Operation[] = [
  {
    kind: "validatorChange",
    value: {
      expectedEpoch: 0,
      remove: [rawKey("v0")],
      add: [
        {
          member: sponsor,
          validatorKey: readyStatement.validatorKey,
          nodeKey: readyStatement.nodeKey,
          addresses: ["/ip4/127.0.0.1/tcp/4100"],
          readyHeight: 7,
          validatorSignature: signAs("w0", readySigningBytes(readyStatement)),
          nodeSignature: signAs("w0 node", readySigningBytes(readyStatement)),
          incarnation: readyStatement.incarnation,
        },
      ],
    },
  },
  {
    kind: "validatorReenter",
    value: {
      validatorKey: rawKey("v1"),
      incarnation: bytes16("incarnation"),
      expectedEpoch: 3,
    },
  },
];

export function bodyWith(list: readonly Operation[]): TransactionBody {
  return {
    chainId,
    signers: [
      { did: university, multikey: multikeyOf("university"), role: 1 },
      { did: sponsor, multikey: multikeyOf("minimal"), role: 3 },
    ],
    validUntil: timeMs + 60_000,
    nonce: bytes16("transaction"),
    operations: list,
  };
}

/** The envelope of a body whose signers are those of {@link bodyWith}. */
export function envelopeOf(body: TransactionBody): Uint8Array {
  const bytes = encodeTransactionBody(body);
  const message = transactionSigningBytes(bytes);
  const signatures = [signAs("university", message), signAs("minimal", message)];
  return encodeEnvelope({ body: bytes, signatures });
}

export const smallBody: TransactionBody = bodyWith(operations.slice(4, 5));
export const fullBody: TransactionBody = bodyWith(operations);
export const smallEnvelope: Uint8Array = envelopeOf(smallBody);

export const proposal: Proposal = {
  epoch: 0,
  height: 7,
  time: timeMs,
  proposer: 2,
  envelopeHashes: [envelopeHash(smallEnvelope), bytes32("other envelope")],
};

const validatorNames = ["v0", "v1", "v2", "v3"];
export const validatorSet: ValidatorSet = {
  epoch: 0,
  activationHeight: 1,
  validators: validatorNames.map((name) => ({
    member: sponsor,
    validatorKey: rawKey(name),
    nodeKey: rawKey(`${name} node`),
    addresses: ["/ip4/127.0.0.1/tcp/4100"],
    incarnation: new Uint8Array(0),
  })),
};
export const nextSet: ValidatorSet = {
  epoch: 1,
  activationHeight: 25,
  validators: validatorSet.validators.map((validator, index) => ({
    ...validator,
    validatorKey: rawKey(`w${index}`),
    incarnation: index === 1 ? bytes16("incarnation") : validator.incarnation,
  })),
};

export const header: Header = {
  parentHash: bytes32("parent"),
  epoch: 0,
  height: 7,
  time: timeMs,
  proposalDigest: proposalDigest(encodeProposal(proposal)),
  transactionsRoot: bytes32("transactions"),
  receiptsRoot: bytes32("receipts"),
  stateRoot: bytes32("state"),
  nextValidatorSetHash: validatorSetHash(encodeValidatorSet(validatorSet)),
  protocolVersion: 1,
};

export const receipt: Receipt = {
  transactionId: transactionId(encodeTransactionBody(smallBody)),
  envelopeHash: envelopeHash(smallEnvelope),
  code: 13,
  operationIndex: 1,
  cost: 2550,
  currentVersion: 4,
  ids: [university],
};

/** Certificate of a header by the first `count` validators of a set whose names start so. */
export function certify(
  value: Header,
  { prefix = "v", count = 3 }: { readonly prefix?: string; readonly count?: number } = {},
): FinalityCertificate {
  const { epoch, height } = value;
  const hash = headerHash(encodeHeader(value));
  const message = checkpointSigningBytes({ chainId, epoch, height, headerHash: hash });
  const signatures = Array.from({ length: count }, (_, validator) => ({
    validator,
    signature: signAs(`${prefix}${validator}`, message),
  }));
  return { epoch, height, headerHash: hash, signatures };
}

export const voteStatement: VoteStatement = {
  chainId,
  epoch: 0,
  kind: 2,
  view: 5,
  height: 7,
  proposalDigest: header.proposalDigest,
};
export const checkpointStatement: CheckpointStatement = {
  chainId,
  epoch: 0,
  height: 7,
  headerHash: headerHash(encodeHeader(header)),
};

export const finalityCertificate: FinalityCertificate = certify(header);
export const preparedCertificate: PreparedCertificate = {
  epoch: 0,
  view: 5,
  height: 7,
  proposalDigest: header.proposalDigest,
  signatures: [0, 2, 3].map((validator) => ({
    validator,
    signature: signAs(`v${validator}`, voteSigningBytes(voteStatement)),
  })),
};

export const suspectBody: SuspectBody = {
  chainId,
  epoch: 0,
  view: 5,
  certifiedHeight: 6,
  reason: 3,
  envelope: smallEnvelope,
};
export const viewChangeBody: ViewChangeBody = {
  chainId,
  epoch: 0,
  view: 6,
  certificate: finalityCertificate,
  prepared: [{ ...preparedCertificate, height: 8 }],
};
export const newViewBody: NewViewBody = {
  chainId,
  epoch: 0,
  view: 6,
  viewChanges: [0, 1, 3].map((validator) => {
    const body = encodeViewChangeBody(viewChangeBody);
    const message = signedBodySigningBytes("viewChange", body);
    return { body, validator, signature: signAs(`v${validator}`, message) };
  }),
  entries: [{ height: 8, proposalDigest: preparedCertificate.proposalDigest }],
};
export const status: Status = {
  epoch: 0,
  view: 5,
  certifiedHeight: 6,
  viewChange: 6,
  viewChanges: 0b1011,
  suspects: 0b1,
  newView: true,
  heights: [{ height: 7, flags: 3, prepares: 0b1111, commits: 0b11, checkpoints: 0 }],
  executedHeight: 6,
};

const signature = signAs("v1", utf8Encode("sample"));
const signed = (body: Uint8Array) => ({ body, validator: 1, signature });

export const messages: readonly ConsensusMessage[] = [
  {
    kind: "prePrepare",
    value: { view: 5, proposal: encodeProposal(proposal), validator: 1, signature },
  },
  {
    kind: "vote",
    value: {
      kind: 2,
      epoch: 0,
      view: 5,
      height: 7,
      proposalDigest: header.proposalDigest,
      validator: 1,
      signature,
    },
  },
  {
    kind: "checkpoint",
    value: {
      epoch: 0,
      height: 7,
      headerHash: checkpointStatement.headerHash,
      validator: 1,
      signature,
    },
  },
  { kind: "suspect", value: signed(encodeSuspectBody(suspectBody)) },
  { kind: "viewChange", value: signed(encodeViewChangeBody(viewChangeBody)) },
  { kind: "newView", value: signed(encodeNewViewBody(newViewBody)) },
  { kind: "status", value: status },
  { kind: "certificate", value: finalityCertificate },
];

export const block: Block = {
  header: encodeHeader(header),
  proposal: encodeProposal(proposal),
  envelopes: [smallEnvelope],
  receipts: [encodeReceipt(receipt)],
  certificate: finalityCertificate,
};

export const journalRecords: readonly JournalRecord[] = [
  {
    kind: "proposal",
    view: 5,
    proposal: encodeProposal(proposal),
    envelopes: [smallEnvelope],
    prePrepare: encodeConsensusMessage(messages[0] as ConsensusMessage),
  },
  { kind: "prepared", certificate: preparedCertificate },
  { kind: "message", message: encodeConsensusMessage(messages[1] as ConsensusMessage) },
  {
    kind: "guard",
    guard: {
      chainId,
      epoch: 0,
      incarnation: bytes16("incarnation"),
      counter: 12,
      mustReenter: 0,
      complete: false,
    },
  },
];

export const journalFrame = {
  sequence: 9,
  previousHash: bytes32("frame before"),
  record: encodeJournalRecord(journalRecords[1] as JournalRecord),
};
export const parameters = defaultParameters;
