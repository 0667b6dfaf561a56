export type { ChainStoreOptions } from "./chain-store.ts";
export { acquireDirectory, type DirectoryLock, type LockOptions } from "./directory-lock.ts";
export { StorageError, type StorageErrorCode, type StorageErrorDetails } from "./errors.ts";
export type { TornWrite, VerifyOptions, VerifyProgress } from "./leveldb-verify.ts";
export { type MemoryDisk, memoryDisk } from "./memory-key-value.ts";
export {
  createChainStore,
  createVoteJournal,
  memoryChainStore,
  memoryVoteJournal,
  type OpenChainStoreOptions,
  openChainStore,
  openOrCreateChainStore,
  openOrCreateVoteJournal,
  openVoteJournal,
} from "./open-store.ts";
export type {
  BlockCommit,
  ChainStore,
  StoredBlock,
  StoreIdentity,
  VoteGuard,
  VoteJournal,
} from "./ports.ts";
export { createVoteGuard, memoryVoteGuard } from "./vote-guard.ts";
