import { byteKey } from "@cartorio/crypto";
import type {
  AccreditationRecord,
  Decoded,
  DidHead,
  Document,
  ErrorCode,
  Parameters,
  RecordCodec,
} from "@cartorio/protocol";
import { createGenerationCache, type GenerationCache } from "./generation-cache.ts";
import type { Members } from "./members.ts";
import type { Page } from "./page.ts";
import type { Policies } from "./policies.ts";
import type { RecordWrite } from "./ports.ts";
import { findRecord, type TreeReader } from "./tree-reader.ts";

/** A DID as it is now: its head and its latest version's document. */
export interface DidState {
  readonly head: DidHead;
  readonly document: Document;
}

/** The state that a block starts from. */
export interface BaseState {
  readonly network: string;
  readonly parameters: Parameters;
  readonly members: Members;
  readonly policies: Policies;
  readonly tree: TreeReader;
  /** Undefined only while the genesis block is made. */
  readonly root: Page | undefined;
  /** DIDs as of `root`, decoded. */
  readonly dids: GenerationCache<string, DidState>;
}

/** The state inside one block: the base and what its transactions have changed so far. */
export interface BlockState {
  readonly base: BaseState;
  readonly height: number;
  /** Block time, milliseconds. */
  readonly time: number;
  readonly writes: Map<string, RecordWrite>;
  readonly dids: Map<string, DidState>;
  /** Records of the base that were read before they were asked for; undefined = absent. */
  readonly ahead: Map<string, Uint8Array | undefined>;
  /** Accreditations that were read, by state key: see `chainBefore`. */
  readonly accreditations: GenerationCache<string, KnownAccreditation>;
  /** As of the transactions that the block has executed. */
  members: Members;
  policies: Policies;
}

/** A decoded accreditation and what the block had written under its key when it was read. */
export interface KnownAccreditation {
  readonly write: RecordWrite | undefined;
  readonly decoded: Decoded<AccreditationRecord> | undefined;
}

/** The largest take 50 KB each: 50 MB. */
const cachedAccreditations = 512;

/** The state inside one transaction; dropped if it fails, merged into the block if it does not. */
export interface TransactionState {
  readonly block: BlockState;
  readonly writes: Map<string, RecordWrite>;
  readonly dids: Map<string, DidState>;
  /** As of now, inside the transaction. */
  members: Members;
  policies: Policies;
  /** Answers to who has which role before the transaction: write policies ask per operation. */
  readonly roles: Map<string, boolean>;
  /** DIDs created by this transaction, as their create operations made them. */
  readonly created: Map<string, DidState>;
  /** DIDs whose recovery this transaction finalised: the keys before it control them no more. */
  readonly recovered: Set<string>;
}

export function startBlock(
  base: BaseState,
  at: { readonly height: number; readonly time: number },
): BlockState {
  const { members, policies } = base;
  const { height, time } = at;
  return {
    ...{ base, height, time, members, policies, writes: new Map(), dids: new Map() },
    ahead: new Map(),
    accreditations: createGenerationCache(cachedAccreditations),
  };
}

export function startTransaction(block: BlockState): TransactionState {
  const { members, policies } = block;
  return {
    ...{ block, members, policies },
    ...{ writes: new Map(), dids: new Map(), roles: new Map() },
    ...{ created: new Map(), recovered: new Set() },
  };
}

/** Makes the changes of a transaction part of its block. */
export function commitTransaction(state: TransactionState): void {
  for (const [key, write] of state.writes) state.block.writes.set(key, write);
  for (const [did, changed] of state.dids) state.block.dids.set(did, changed);
  state.block.members = state.members;
  state.block.policies = state.policies;
}

/**
 * Does something inside a transaction that may fail half-way: its changes stay if it ends well, unless
 * it is only tried.
 */
export function attempt(
  state: TransactionState,
  act: (inner: TransactionState) => OperationOutcome,
  isTried = false,
): OperationOutcome {
  const { block, members, policies, roles, created, recovered } = state;
  const inner: TransactionState = {
    ...{ block, members, policies, roles, created, recovered },
    ...{ writes: new Map(state.writes), dids: new Map(state.dids) },
  };
  const outcome = act(inner);
  if (!outcome.ok || isTried) return outcome;
  for (const [key, write] of inner.writes) state.writes.set(key, write);
  for (const [did, changed] of inner.dids) state.dids.set(did, changed);
  state.members = inner.members;
  state.policies = inner.policies;
  return outcome;
}

/** The record of a state key as of now, inside the transaction. */
export function readRecord(state: TransactionState, key: Uint8Array): Uint8Array | undefined {
  return state.writes.get(byteKey(key))?.bytes ?? readBlockRecord(state.block, key);
}

/** The record of a state key as of the transactions that this block has executed. */
export function readBlockRecord(block: BlockState, key: Uint8Array): Uint8Array | undefined {
  const name = byteKey(key);
  const written = block.writes.get(name);
  if (written !== undefined) return written.bytes;
  if (block.ahead.has(name)) return block.ahead.get(name);
  const { root, tree } = block.base;
  return root && findRecord(tree, root, key);
}

/** The value of {@link readRecord}; undefined if there is none. */
export function readDecoded<T>(
  state: TransactionState,
  key: Uint8Array,
  codec: RecordCodec<T>,
): T | undefined {
  const bytes = readRecord(state, key);
  return bytes && decodedRecord(codec.decode(bytes));
}

/** The value of {@link readBlockRecord}; undefined if there is none. */
export function readDecodedBlock<T>(
  block: BlockState,
  key: Uint8Array,
  codec: RecordCodec<T>,
): T | undefined {
  const bytes = readBlockRecord(block, key);
  return bytes && decodedRecord(codec.decode(bytes));
}

export function writeRecord(
  target: { readonly writes: Map<string, RecordWrite> },
  key: Uint8Array,
  bytes: Uint8Array,
): void {
  target.writes.set(byteKey(key), { key, bytes });
}

/**
 * The value of a record whose hash the state root certifies. Throws INV-STATE-RECORD if it does not
 * decode: this software wrote it.
 */
export function decodedRecord<T>(decoded: Decoded<T>): T {
  if (!decoded.ok) throw new Error(`INV-STATE-RECORD: a state record is ${decoded.code}`);
  return decoded.value;
}

/** How an operation ends: done, or the code of its receipt and what the state holds instead. */
export type OperationOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: ErrorCode; readonly currentVersion?: number };

export const done: OperationOutcome = { ok: true };

export function refused(code: ErrorCode): { readonly ok: false; readonly code: ErrorCode } {
  return { ok: false, code };
}

/** Refused because the state holds another version, sequence or epoch than the operation expects. */
export function mismatch(
  code: ErrorCode,
  currentVersion: number,
): { readonly ok: false; readonly code: ErrorCode; readonly currentVersion: number } {
  return { ok: false, code, currentVersion };
}

/** {@link done} without a code, else the refusal with it. */
export function outcomeOf(code: ErrorCode | undefined): OperationOutcome {
  return code === undefined ? done : refused(code);
}
