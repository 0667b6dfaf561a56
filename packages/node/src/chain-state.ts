// Opens the stored chain, or writes the genesis block, and brings the ledger to its head.

import type { ExecutedBlock } from "@cartorio/consensus";
import {
  checkGenesis,
  genesisBlock,
  type Ledger,
  openLedger,
  parametersAt,
  pendingActivation,
  validatorSetAt,
} from "@cartorio/ledger";
import {
  decodeHeader,
  type FinalityCertificate,
  type Parameters,
  type ValidatorSet,
  type VerifiedGenesis,
} from "@cartorio/protocol";
import { type ChainStore, openOrCreateChainStore, type VerifyProgress } from "@cartorio/storage";
import { NodeError } from "./node-error.ts";

export interface ChainState {
  readonly store: ChainStore;
  readonly ledger: Ledger;
}

export interface ChainOptions {
  readonly onProgress?: ((text: string) => void) | undefined;
  /** The set of a recovery manifest (docs/consensus.md 9). */
  readonly recovered?: ValidatorSet | undefined;
  /** Heights below the head whose state stays readable; default that of storage. */
  readonly stateWindow?: number;
}

/** @throws StorageError DATABASE_*, NodeError DATABASE_CORRUPT */
export async function openChainState(
  directory: string,
  genesis: VerifiedGenesis,
  { onProgress, recovered, stateWindow }: ChainOptions = {},
): Promise<ChainState> {
  const { chainId } = genesis;
  const network = genesis.genesis.network;
  const storeOptions = {
    ...(stateWindow === undefined ? {} : { stateWindow }),
    ...(onProgress === undefined
      ? {}
      : { onProgress: (progress: VerifyProgress) => onProgress(progressText(progress)) }),
  };
  const store = await openOrCreateChainStore(directory, { chainId, network }, storeOptions);
  try {
    if (store.head() === undefined) await writeGenesisBlock(store, genesis);
    return { store, ledger: openLedgerAtHead(store, { genesis, recovered }) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

function progressText({ verifiedBytes, totalBytes }: VerifyProgress): string {
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
  return `checking the database: ${megabytes(verifiedBytes)} of ${megabytes(totalBytes)} MB`;
}

async function writeGenesisBlock(store: ChainStore, genesis: VerifiedGenesis): Promise<void> {
  const problem = checkGenesis(genesis.genesis);
  if (problem !== undefined)
    throw new NodeError(
      problem,
      "a DID of the genesis breaks a rule of the ledger: make a new one",
    );
  const block = genesisBlock(genesis.genesis, genesis.bytes);
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

interface LedgerSource {
  readonly genesis: VerifiedGenesis;
  readonly recovered: ValidatorSet | undefined;
}

function openLedgerAtHead(store: ChainStore, { genesis, recovered }: LedgerSource): Ledger {
  const head = store.head();
  const stored = head === undefined ? undefined : store.header(head.height);
  const header = stored === undefined ? undefined : decodeHeader(stored.header);
  if (head === undefined || header === undefined || !header.ok)
    throw new NodeError("DATABASE_CORRUPT", "the newest block header cannot be read");
  const opened = openLedger({
    reader: store.state,
    network: genesis.genesis.network,
    chainId: genesis.chainId,
    head: { height: head.height, headerHash: head.headerHash, header: header.value },
    replay: store.replay(),
    warm: true,
    recovered,
  });
  if (!opened.ok)
    throw new NodeError(
      opened.code,
      "the stored state does not agree with itself: the replay memory differs from its running " +
        "hashes. Delete the state folder (never the journal) and start again: it is fetched anew.",
    );
  return opened.value;
}

/** The set that verifies the height above the newest certified one: that of the epoch to vote in. */
export function votingSet({ store, ledger }: ChainState): ValidatorSet {
  const certified = store.latestCertificate()?.height ?? 0;
  const { recovered, head } = ledger;
  // Nobody certified the heights that a manifest brought: its set begins above them.
  if (recovered !== undefined && certified < recovered.activationHeight) {
    if (head.height >= recovered.activationHeight - 1) return recovered;
  }
  const set = validatorSetAt(ledger, certified + 1);
  if (set === undefined) throw new Error("INV-VALIDATOR-SET: a height to vote on has no set");
  return set;
}

/** The epoch to vote in: its set, and the parameters that hold in it. */
export interface VotingEpoch {
  readonly validators: ValidatorSet;
  readonly parameters: Parameters;
}

/** That of {@link votingSet}, with its parameters. */
export function votingEpoch(chain: ChainState): VotingEpoch {
  const validators = votingSet(chain);
  const parameters = parametersAt(chain.ledger, validators.activationHeight);
  if (parameters === undefined) throw new Error("INV-VALIDATOR-SET: an epoch has no parameters");
  return { validators, parameters };
}

/** What a replica of an epoch must know of the stored chain. */
export interface StoredEpoch {
  /** Newest certificate of the epoch. */
  readonly certificate: FinalityCertificate | undefined;
  /** The certificate that ended the epoch before; a recovery may stand in its place. */
  readonly previous: FinalityCertificate | undefined;
  readonly executed: readonly ExecutedBlock[];
}

export function storedEpoch(chain: ChainState, validators: ValidatorSet): StoredEpoch {
  const { store } = chain;
  const base = validators.activationHeight - 1;
  const newest = store.latestCertificate();
  const certificate = newest?.epoch === validators.epoch ? newest : undefined;
  const previous = base > 0 ? store.certificate(base) : undefined;
  const executed: ExecutedBlock[] = [];
  for (let height = certificate?.height ?? base; height <= (store.head()?.height ?? 0); height += 1)
    executed.push(executedBlock(chain, height));
  return { certificate, previous, executed };
}

export function executedBlock({ store, ledger }: ChainState, height: number): ExecutedBlock {
  const stored = store.header(height);
  const header = stored === undefined ? undefined : decodeHeader(stored.header);
  if (stored === undefined || header === undefined || !header.ok)
    throw new Error("INV-STORED-HEADER: a stored header is missing or does not decode");
  const { proposalDigest, time } = header.value;
  const activationHeight = pendingActivation(ledger, height);
  return { height, headerHash: stored.headerHash, proposalDigest, time, activationHeight };
}
