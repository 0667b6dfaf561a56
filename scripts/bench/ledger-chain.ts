// One chain as a node keeps it: the ledger's state machine on a LevelDB store.
import { sha256, utf8Encode } from "@cartorio/crypto";
import { ed25519KeyPairFromSeed, verifySignatureNode } from "@cartorio/crypto/node";
import {
  applyBlock,
  executeBlock,
  type GenesisBlock,
  genesisBlock,
  type Ledger,
  openLedger,
} from "@cartorio/ledger";
import {
  type DecodedEnvelope,
  decodeHeader,
  decodeReceipt,
  decodeTransaction,
  defaultParameters,
  didOf,
  encodeDidCreate,
  encodeEnvelope,
  encodeGenesis,
  encodeProposal,
  encodeTransactionBody,
  errorNumber,
  type Genesis,
  type Operation,
  proposalDigest,
  type Signer,
  signatureItems,
  signerRole,
  transactionSigningBytes,
} from "@cartorio/protocol";
import { type ChainStore, openOrCreateChainStore } from "@cartorio/storage";
import { createOf, keyOf, signBy } from "./ledger-load.ts";

export const network = "bench";

const genesisTime = 1_750_000_000_000;
const blockIntervalMs = 1000;
const validForMs = 60_000;
const memberNames = ["alpha", "beta", "gamma", "delta"] as const;
const applied = errorNumber("APPLIED");

/** A transaction before it has bytes. */
export interface TransactionParts {
  readonly signers: readonly Signer[];
  readonly operations: readonly Operation[];
}

export interface BenchChain {
  readonly ledger: Ledger;
  readonly store: ChainStore;
  /** Signed envelopes for the next block. */
  readonly sign: (transactions: readonly TransactionParts[]) => readonly Uint8Array[];
  /** What a node does when an envelope arrives: decodes it and checks each of its signatures once. */
  readonly admit: (envelopes: readonly Uint8Array[]) => readonly DecodedEnvelope[];
  /** Executes, stores durably and applies one block. */
  readonly commit: (envelopes: readonly DecodedEnvelope[]) => Promise<void>;
}

/** The chain of four members in a directory, new or as it was left; its state stays readable for `stateWindow` heights. */
export async function openBenchChain(directory: string, stateWindow: number): Promise<BenchChain> {
  const genesis = genesisOf();
  const block = genesisBlock(genesis, encodeGenesis(genesis));
  const { chainId } = block;
  const store = await openOrCreateChainStore(directory, { chainId, network }, { stateWindow });
  if (store.head() === undefined) await storeGenesis(store, block);
  const ledger = openAtHead(store, chainId);
  const sign = (transactions: readonly TransactionParts[]): readonly Uint8Array[] =>
    transactions.map(({ signers, operations }, index) => {
      const { height, header } = ledger.head;
      const body = encodeTransactionBody({
        chainId,
        signers,
        validUntil: header.time + validForMs,
        nonce: sha256(utf8Encode(`transaction ${index} after block ${height}`)).slice(0, 16),
        operations,
      });
      const message = transactionSigningBytes(body);
      const signatures = signers.map(({ multikey }) => signBy(multikey, message));
      return encodeEnvelope({ body, signatures });
    });
  return {
    ...{ ledger, store, sign },
    admit: (envelopes) => envelopes.map((bytes) => admitted(bytes, chainId)),
    commit: (envelopes) => commitBlock(ledger, store, envelopes),
  };
}

function admitted(bytes: Uint8Array, chainId: Uint8Array): DecodedEnvelope {
  const decoded = decodeTransaction(bytes, chainId);
  if (!decoded.ok) throw new Error(`a transaction is ${decoded.code} ${decoded.field}`);
  const areValid = signatureItems(decoded.value).every(({ multikey, message, signature }) =>
    verifySignatureNode(multikey, message, signature),
  );
  if (!areValid) throw new Error("a signature of a transaction is wrong");
  return decoded.value;
}

async function storeGenesis(store: ChainStore, block: GenesisBlock): Promise<void> {
  await store.commitBlock({
    height: 0,
    headerHash: block.headerHash,
    header: block.headerBytes,
    proposal: block.proposal,
    envelopes: [],
    receipts: [],
    transactionIds: [],
    settled: [],
    state: block.writes,
  });
}

async function commitBlock(
  ledger: Ledger,
  store: ChainStore,
  envelopes: readonly DecodedEnvelope[],
): Promise<void> {
  const { epoch } = ledger.validators;
  const height = ledger.head.height + 1;
  const time = ledger.head.header.time + blockIntervalMs;
  const envelopeHashes = envelopes.map(({ hash }) => hash);
  const proposal = { epoch, height, time, proposer: 0, envelopeHashes };
  const proposalBytes = encodeProposal(proposal);
  const digest = proposalDigest(proposalBytes);
  const result = executeBlock(ledger, {
    epoch,
    height,
    proposal,
    proposalDigest: digest,
    envelopes,
  });
  await store.commitBlock({
    height,
    headerHash: result.headerHash,
    header: result.headerBytes,
    proposal: proposalBytes,
    envelopes: envelopes.map(({ bytes }) => bytes),
    receipts: result.receipts,
    transactionIds: result.transactionIds,
    settled: result.settled,
    state: result.writes,
  });
  applyBlock(ledger, result);
  for (const bytes of result.receipts) {
    const receipt = decodeReceipt(bytes);
    if (!receipt.ok || receipt.value.code !== applied)
      throw new Error(`a transaction of block ${height} was not applied`);
  }
}

function openAtHead(store: ChainStore, chainId: Uint8Array): Ledger {
  const head = store.head();
  const header = decodeHeader(store.header(head?.height ?? 0)?.header ?? new Uint8Array());
  if (head === undefined || !header.ok) throw new Error("the chain has no head");
  const opened = openLedger({
    reader: store.state,
    network,
    chainId,
    head: { ...head, header: header.value },
    replay: store.replay(),
    warm: true,
  });
  if (!opened.ok) throw new Error(`the chain does not open: ${opened.code}`);
  return opened.value;
}

function memberCreate(name: string): Uint8Array {
  return encodeDidCreate(createOf(name, network));
}

/** The first member pays for every transaction of this suite. */
export const sponsor: Signer = {
  did: didOf(network, memberCreate(memberNames[0])),
  multikey: keyOf(`${memberNames[0]}/invoke`),
  role: signerRole.sponsor,
};

function genesisOf(): Genesis {
  const members = memberNames.map((name) => ({ name, create: memberCreate(name) }));
  const rawKey = (name: string): Uint8Array =>
    ed25519KeyPairFromSeed(sha256(utf8Encode(name))).publicKey;
  return {
    network,
    time: genesisTime,
    parameters: defaultParameters,
    dids: members.map(({ name, create }) => ({
      create,
      keys: [keyOf(name)],
      signatures: [new Uint8Array(64)],
    })),
    members: members.map(({ name, create }) => ({ did: didOf(network, create), name, weight: 1 })),
    validators: members.map(({ name, create }) => ({
      member: didOf(network, create),
      validatorKey: rawKey(`${name}/validator`),
      nodeKey: rawKey(`${name}/node`),
      addresses: [],
      incarnation: new Uint8Array(0),
    })),
    observers: [],
  };
}
