import { type ExecutedBlock, journalKeeper } from "@cartorio/consensus";
import { byteKey } from "@cartorio/crypto";
import type { ExecutedResult, ReplayList, StateReader, StateWrites } from "@cartorio/ledger";
import {
  encodeConsensusMessage,
  type FinalityCertificate,
  type GuardRecord,
  type JournalRecord,
} from "@cartorio/protocol";

/** A block as the store gives it to whoever catches up. */
export interface StoredBlock {
  readonly block: ExecutedBlock;
  readonly header: Uint8Array;
  readonly proposal: Uint8Array;
  readonly envelopes: readonly Uint8Array[];
  readonly receipts: readonly Uint8Array[];
}

/** Pages and records by the height that wrote them, as the ledger names them. */
interface HeightState {
  readonly pages: Map<string, Uint8Array>;
  readonly records: Map<string, Uint8Array>;
}

/** The state folder: what one synchronous batch per block writes, whole or not at all. */
export interface ChainDisk {
  /** Index 0 is height 1. */
  readonly blocks: StoredBlock[];
  readonly reader: StateReader;
  readonly states: Map<number, HeightState>;
  replay: (ReplayList & { forgottenAt: number })[];
  /** Transaction ids of executed blocks. */
  readonly executed: Map<string, number>;
  readonly certificates: Map<number, FinalityCertificate>;
  /** The newest. */
  certificate: FinalityCertificate | undefined;
}

/** What survives a crash: the state folder, the journal and its guard. */
export interface Disk {
  chain: ChainDisk;
  journal: JournalRecord[];
  /** Handed to the disk, not reported complete: a crash keeps none, a part or all of it. */
  unsynced: JournalRecord[];
  guard: GuardRecord | undefined;
}

export function createDisk(genesis: StateWrites): Disk {
  return {
    chain: createChainDisk(genesis),
    journal: [],
    unsynced: [],
    guard: undefined,
  };
}

export function createChainDisk(genesis: StateWrites): ChainDisk {
  const states = new Map<number, HeightState>();
  const read = (from: keyof HeightState, key: Uint8Array, height: number): Uint8Array => {
    const bytes = states.get(height)?.[from].get(byteKey(key));
    if (bytes === undefined) throw new Error(`DATABASE_CORRUPT: nothing at block ${height}`);
    return bytes;
  };
  const chain: ChainDisk = {
    blocks: [],
    reader: {
      page: (path, height) => read("pages", path, height),
      record: (key, height) => read("records", key, height),
    },
    states,
    replay: [],
    executed: new Map(),
    certificates: new Map(),
    certificate: undefined,
  };
  writeState(chain, 0, genesis);
  return chain;
}

function writeState(chain: ChainDisk, height: number, writes: StateWrites): void {
  const pages = new Map<string, Uint8Array>();
  const records = new Map<string, Uint8Array>();
  for (const { path, bytes } of writes.pages) pages.set(byteKey(path), bytes);
  for (const { key, bytes } of writes.records) records.set(byteKey(key), bytes);
  chain.states.set(height, { pages, records });
  for (const bucket of writes.expiredBuckets)
    for (const list of chain.replay) if (list.bucket === bucket) list.forgottenAt = height;
  for (const { bucket, ids } of writes.replay)
    chain.replay.push({ bucket, ids, height, forgottenAt: Number.POSITIVE_INFINITY });
}

/** One synchronous batch (docs/consensus.md 11): block, state and ids together. */
export function commitBlock(chain: ChainDisk, stored: StoredBlock, result: ExecutedResult): void {
  const { height } = stored.block;
  chain.blocks.push(stored);
  writeState(chain, height, result.writes);
  for (const id of result.transactionIds) {
    const key = byteKey(id);
    if (!chain.executed.has(key)) chain.executed.set(key, height);
  }
}

/** Replay memory as the store keeps it at its head, in the order that `openLedger` wants. */
export function replayLists(chain: ChainDisk): ReplayList[] {
  return chain.replay
    .filter(({ forgottenAt }) => forgottenAt === Number.POSITIVE_INFINITY)
    .map(({ bucket, height, ids }) => ({ bucket, height, ids }))
    .sort((left, right) => left.bucket - right.bucket || left.height - right.height);
}

export function storeCertificate(chain: ChainDisk, certificate: FinalityCertificate): void {
  chain.certificates.set(certificate.height, certificate);
  if (certificate.height > (chain.certificate?.height ?? 0)) chain.certificate = certificate;
}

/** The journal proves by itself what it forgets: it outlives a repair of the state. */
export function pruneJournal(disk: Disk, certificate: FinalityCertificate): void {
  const message = encodeConsensusMessage({ kind: "certificate", value: certificate });
  disk.journal.push({ kind: "message", message });
  disk.journal = disk.journal.filter(journalKeeper(disk.journal, certificate.height));
}

/** A copy of the data directory as a backup would hold it. */
export interface DiskCopy {
  readonly height: number;
  readonly certificate: FinalityCertificate | undefined;
  readonly journal: readonly JournalRecord[];
  readonly guard: GuardRecord | undefined;
}

export function copyDisk({ chain, journal, guard }: Disk): DiskCopy {
  const { blocks, certificate } = chain;
  return { height: blocks.length, certificate, journal: [...journal], guard };
}

/** The state folder as it was at the time of the copy; what later blocks wrote is gone. */
export function rollBackChain(chain: ChainDisk, copy: DiskCopy): void {
  chain.blocks.length = Math.min(chain.blocks.length, copy.height);
  for (const height of chain.states.keys()) if (height > copy.height) chain.states.delete(height);
  for (const [key, height] of chain.executed) if (height > copy.height) chain.executed.delete(key);
  chain.replay = chain.replay.filter(({ height }) => height <= copy.height);
  for (const list of chain.replay)
    if (list.forgottenAt > copy.height) list.forgottenAt = Number.POSITIVE_INFINITY;
  const newest = copy.certificate?.height ?? 0;
  for (const height of chain.certificates.keys())
    if (height > newest) chain.certificates.delete(height);
  chain.certificate = copy.certificate;
}
