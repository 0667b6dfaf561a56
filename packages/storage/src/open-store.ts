import { type ChainStoreOptions, chainStoreOn } from "./chain-store.ts";
import { StorageError } from "./errors.ts";
import type { KeyValueStore } from "./key-value.ts";
import type { VerifyOptions } from "./leveldb-verify.ts";
import { describeStore, type StoreDescription } from "./marker.ts";
import { type MemoryDisk, memoryDisk, memoryKeyValue } from "./memory-key-value.ts";
import type { ChainStore, StoreIdentity, VoteJournal } from "./ports.ts";
import { createDatabase, inspectDirectory, openDatabase } from "./store-directory.ts";
import { voteJournalOn } from "./vote-journal.ts";

export interface OpenChainStoreOptions extends ChainStoreOptions, VerifyOptions {}

/**
 * A new, empty chain store. Throws StorageError: DATABASE_FOREIGN if the directory holds one,
 * DATABASE_LOCKED, DISK_FULL, DATABASE_UNAVAILABLE.
 */
export async function createChainStore(
  directory: string,
  identity: StoreIdentity,
  options: OpenChainStoreOptions = {},
): Promise<ChainStore> {
  const store = await createDatabase(directory, describeStore("chain", identity));
  return closingOnError(store, () => chainStoreOn(store, options));
}

/**
 * An existing chain store, after every byte of its files and the newest blocks were checked; never
 * creates one. Throws StorageError: DATABASE_MISSING, DATABASE_FOREIGN, DATABASE_NEWER,
 * DATABASE_CORRUPT, DATABASE_LOCKED, DISK_FULL, DATABASE_UNAVAILABLE.
 */
export async function openChainStore(
  directory: string,
  identity: StoreIdentity,
  options: OpenChainStoreOptions = {},
): Promise<ChainStore> {
  const store = await openDatabase(directory, describeStore("chain", identity), options);
  return closingOnError(store, () => chainStoreOn(store, options));
}

/** Opens what the directory holds; creates only where nothing was ever created. */
export async function openOrCreateChainStore(
  directory: string,
  identity: StoreIdentity,
  options: OpenChainStoreOptions = {},
): Promise<ChainStore> {
  const open = (await isFresh(directory)) ? createChainStore : openChainStore;
  return open(directory, identity, options);
}

/** The in-memory twin; hand over the disk of an earlier one to "restart" on its content. */
export function memoryChainStore(
  options: ChainStoreOptions & { readonly disk?: MemoryDisk } = {},
): Promise<ChainStore> {
  return chainStoreOn(memoryKeyValue(options.disk ?? memoryDisk()), options);
}

/**
 * A new, empty vote journal. Only for a validator key that never voted: anything else is
 * `openVoteJournal` (docs/consensus.md 9). Throws as {@link createChainStore}.
 */
export async function createVoteJournal(
  directory: string,
  chainId: Uint8Array,
): Promise<VoteJournal> {
  const store = await createDatabase(directory, journalDescription(chainId));
  return closingOnError(store, () => voteJournalOn(store));
}

/**
 * An existing vote journal, after its files, running numbers and hash chain were checked. Throws
 * StorageError: JOURNAL_MISSING, JOURNAL_DAMAGED (then the amnesia rule of docs/consensus.md 9
 * applies), DATABASE_FOREIGN, DATABASE_NEWER, DATABASE_LOCKED, DISK_FULL, DATABASE_UNAVAILABLE.
 */
export function openVoteJournal(
  directory: string,
  chainId: Uint8Array,
  options: VerifyOptions = {},
): Promise<VoteJournal> {
  return asJournal(async () => {
    const store = await openDatabase(directory, journalDescription(chainId), options);
    return closingOnError(store, () => voteJournalOn(store));
  });
}

/** Opens what the directory holds; creates only where nothing was ever created. */
export async function openOrCreateVoteJournal(
  directory: string,
  chainId: Uint8Array,
  options: VerifyOptions = {},
): Promise<VoteJournal> {
  const fresh = await asJournal(() => isFresh(directory));
  return fresh
    ? createVoteJournal(directory, chainId)
    : openVoteJournal(directory, chainId, options);
}

/** The in-memory twin; hand over the disk of an earlier one to "restart" on its content. */
export function memoryVoteJournal(
  options: { readonly disk?: MemoryDisk } = {},
): Promise<VoteJournal> {
  return asJournal(() => voteJournalOn(memoryKeyValue(options.disk ?? memoryDisk())));
}

function journalDescription(chainId: Uint8Array): StoreDescription {
  return describeStore("journal", { chainId, network: "" });
}

async function isFresh(directory: string): Promise<boolean> {
  const state = await inspectDirectory(directory);
  return state === "empty" || state === "creating";
}

async function closingOnError<T>(store: KeyValueStore, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** A damaged journal costs the right to vote, a damaged database does not: they have two names. */
async function asJournal<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    const options = { details: error.details, cause: error };
    const rule = "the validator must not vote again in this epoch (amnesia rule)";
    if (error.code === "DATABASE_CORRUPT") {
      throw new StorageError("JOURNAL_DAMAGED", `${error.message}; ${rule}`, options);
    }
    if (error.code === "DATABASE_MISSING") {
      throw new StorageError("JOURNAL_MISSING", `${error.message}; ${rule}`, options);
    }
    throw error;
  }
}
