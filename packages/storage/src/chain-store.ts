import { equalBytes } from "@cartorio/crypto";
import type { StateReader } from "@cartorio/ledger";
import {
  decodeHeader,
  encodeFinalityCertificate,
  type FinalityCertificate,
  headerHash,
} from "@cartorio/protocol";
import { blockBatch } from "./block-batch.ts";
import {
  readBlock,
  readCertificate,
  readHeader,
  readHeightOf,
  readNewestCertificate,
  readTransaction,
} from "./block-reader.ts";
import { checkChain } from "./chain-check.ts";
import { type Head, readHead } from "./head.ts";
import type { KeyValueStore } from "./key-value.ts";
import { keyRanges, keys, numberBytes } from "./keys.ts";
import type { BlockCommit, ChainStore } from "./ports.ts";
import { ReplayIndex } from "./replay-index.ts";
import { put, requireValue } from "./sealed-store.ts";

export interface ChainStoreOptions {
  /** Heights below the head whose state stays readable (docs/ledger.md 3). */
  readonly stateWindow?: number;
  /** Newest blocks whose chain and indexes are checked at start: W and as many again. */
  readonly checkedBlocks?: number;
}

const DEFAULT_STATE_WINDOW = 256;
const DEFAULT_CHECKED_BLOCKS = 32;

/** A chain store on a database; checks the newest blocks first. Throws DATABASE_CORRUPT. */
export async function chainStoreOn(
  store: KeyValueStore,
  options: ChainStoreOptions = {},
): Promise<ChainStore> {
  checkChain(store, options.checkedBlocks ?? DEFAULT_CHECKED_BLOCKS);
  const replay = await ReplayIndex.load(store);
  return new KeyValueChainStore(store, replay, options.stateWindow ?? DEFAULT_STATE_WINDOW);
}

class KeyValueChainStore implements ChainStore {
  readonly state: StateReader;
  readonly #store: KeyValueStore;
  readonly #replay: ReplayIndex;
  readonly #stateWindow: number;
  #head: Head | undefined;
  /** Ahead of the head's while a batch that deletes is under way: it may show before it resolves. */
  #oldestStateHeight: number;
  #newestCertificate: FinalityCertificate | undefined;
  /** What the newest-certificate record names once everything under way is durable. */
  #newestHeight: number;
  #commit: Promise<void> = Promise.resolve();

  constructor(store: KeyValueStore, replay: ReplayIndex, stateWindow: number) {
    this.#store = store;
    this.#replay = replay;
    this.#stateWindow = stateWindow;
    this.#head = readHead(store);
    this.#oldestStateHeight = this.#head?.oldestStateHeight ?? 0;
    this.#newestCertificate = readNewestCertificate(store);
    this.#newestHeight = this.#newestCertificate?.height ?? -1;
    this.state = {
      page: (path, height) =>
        requireValue(store, keys.page(path, height), `a state page of height ${height}`),
      record: (key, height) =>
        requireValue(store, keys.record(key, height), `a state record of height ${height}`),
    };
  }

  head(): { readonly height: number; readonly headerHash: Uint8Array } | undefined {
    return this.#head;
  }

  commitBlock(commit: BlockCommit): Promise<void> {
    const result = this.#commit.then(() => this.#writeBlock(commit));
    // The next commit waits for this one and then fails on its own, at the database.
    this.#commit = result.catch(() => undefined);
    return result;
  }

  async #writeBlock(commit: BlockCommit): Promise<void> {
    assertExtends(this.#head, commit);
    const { head, writes } = blockBatch(
      {
        store: this.#store,
        replay: this.#replay,
        stateWindow: this.#stateWindow,
        oldestStateHeight: this.#oldestStateHeight,
      },
      commit,
    );
    this.#oldestStateHeight = head.oldestStateHeight;
    await this.#store.write(writes);
    this.#head = head;
    for (const { bucket, ids } of commit.state.replay) {
      if (ids.length > 0) this.#replay.add(bucket, commit.height);
    }
    for (const bucket of commit.state.expiredBuckets) this.#replay.forget(bucket);
  }

  async storeCertificate(certificate: FinalityCertificate): Promise<void> {
    const { height } = certificate;
    const stored = this.header(height);
    if (stored === undefined || !equalBytes(stored.headerHash, certificate.headerHash)) {
      throw new Error(`INV-STORAGE-CERTIFICATE: no executed block has the header of ${height}`);
    }
    if (readCertificate(this.#store, height) !== undefined) return;
    const writes = [put(keys.certificate(height), encodeFinalityCertificate(certificate))];
    if (height > this.#newestHeight) {
      this.#newestHeight = height;
      writes.push(put(keys.newestCertificate(), numberBytes(height)));
    }
    await this.#store.write(writes);
    if (height > (this.#newestCertificate?.height ?? -1)) this.#newestCertificate = certificate;
  }

  latestCertificate(): FinalityCertificate | undefined {
    return this.#newestCertificate;
  }

  certificate(height: number): FinalityCertificate | undefined {
    return this.#isExecuted(height) ? readCertificate(this.#store, height) : undefined;
  }

  block(height: number): ReturnType<ChainStore["block"]> {
    return this.#isExecuted(height) ? readBlock(this.#store, height) : undefined;
  }

  header(height: number): ReturnType<ChainStore["header"]> {
    return this.#isExecuted(height) ? readHeader(this.#store, height) : undefined;
  }

  // A batch can be read a moment before its block counts as executed: the indexes name no block that
  // `block` does not give yet.
  heightOf(hash: Uint8Array): number | undefined {
    const height = readHeightOf(this.#store, hash);
    return height !== undefined && this.#isExecuted(height) ? height : undefined;
  }

  transaction(id: Uint8Array): ReturnType<ChainStore["transaction"]> {
    const found = readTransaction(this.#store, id);
    return found !== undefined && this.#isExecuted(found.height) ? found : undefined;
  }

  replay(): ReturnType<ChainStore["replay"]> {
    return this.#replay.read(this.#store);
  }

  oldestStateHeight(): number {
    return this.#oldestStateHeight;
  }

  compact(): Promise<void> {
    return this.#store.compact(keyRanges.all);
  }

  async close(): Promise<void> {
    await this.#commit;
    await this.#store.close();
  }

  #isExecuted(height: number): boolean {
    return Number.isSafeInteger(height) && height >= 0 && height <= (this.#head?.height ?? -1);
  }
}

/** What would not pass the check at the next start is not written. */
function assertExtends(head: Head | undefined, commit: BlockCommit): void {
  const expected = head === undefined ? 0 : head.height + 1;
  const decoded = decodeHeader(commit.header);
  if (commit.height !== expected || !decoded.ok || decoded.value.height !== expected) {
    throw new Error(`INV-STORAGE-HEIGHT: block ${commit.height} where ${expected} is next`);
  }
  if (!equalBytes(headerHash(commit.header), commit.headerHash)) {
    throw new Error(`INV-STORAGE-HASH: the hash of block ${expected} is not that of its header`);
  }
  if (head !== undefined && !equalBytes(decoded.value.parentHash, head.headerHash)) {
    throw new Error(`INV-STORAGE-PARENT: block ${expected} does not follow the newest block`);
  }
}
