import {
  limits,
  type Parameters,
  type ParametersRecord,
  parametersRecord,
  stateKeys,
  type ValidatorSet,
} from "@cartorio/protocol";
import type { Ledger } from "./ledger.ts";
import { decodedRecord, readRecord, type TransactionState, writeRecord } from "./state.ts";
import { StateError } from "./state-error.ts";
import { findRecord } from "./tree-reader.ts";

// Parameters by version (docs/consensus.md 8): every version is at parametersVersion(n), the newest at
// parameters() too. A new one holds from the activation height of an epoch of its own, and until then
// no other set change may be made, so at most the newest one waits.

/** The versions that matter after a block: the one of the next height, and the newest. */
export interface ParametersAfter {
  readonly next: ParametersRecord;
  /** The same as `next` unless it waits for its activation. */
  readonly newest: ParametersRecord;
}

type ReadRecord = (key: Uint8Array) => Uint8Array | undefined;

function readParameters(read: ReadRecord, key: Uint8Array): ParametersRecord {
  const bytes = read(key);
  if (bytes === undefined) throw new StateError("a record of the parameters is missing");
  return decodedRecord(parametersRecord.decode(bytes));
}

/** Those of a stored state after the block at `height`. */
export function loadParameters(read: ReadRecord, height: number): ParametersAfter {
  const newest = readParameters(read, stateKeys.parameters());
  if (newest.activationHeight <= height + 1) return { next: newest, newest };
  const before = stateKeys.parametersVersion(newest.version - 1);
  return { next: readParameters(read, before), newest };
}

/** Those after a block, from the ones before it and what it wrote. */
export function parametersAfterBlock(
  before: ParametersAfter,
  height: number,
  written: ReadRecord,
): ParametersAfter {
  const key = stateKeys.parameters();
  const newest = written(key) === undefined ? before.newest : readParameters(written, key);
  return newest.activationHeight <= height + 1
    ? { next: newest, newest }
    : { next: before.next, newest };
}

/**
 * A recovered set starts an epoch in place of the one that was pending (docs/consensus.md 9): what was to
 * hold from that one on, as the members decided, holds from this one on.
 */
export function withRecoveredParameters(
  after: ParametersAfter,
  recovered: ValidatorSet | undefined,
  height: number,
): ParametersAfter {
  const activationHeight = height + 1;
  const isWaiting = after.newest.activationHeight > activationHeight;
  if (!isWaiting || recovered?.activationHeight !== activationHeight) return after;
  const newest = { ...after.newest, activationHeight };
  return { next: newest, newest };
}

/**
 * The parameters that hold for a height: a session of consensus reads those of its first one. Undefined
 * for heights beyond head + W + 1, where the next block could still bring other ones.
 */
export function parametersAt(ledger: Ledger, height: number): Parameters | undefined {
  if (height > ledger.head.height + limits.window + 1) return undefined;
  const { next, newest } = ledger.parameterVersions;
  const read: ReadRecord = (key) => findRecord(ledger.tree, ledger.root, key);
  let record = newest.activationHeight <= height ? newest : next;
  while (record.activationHeight > height && record.version > 1) {
    record = readParameters(read, stateKeys.parametersVersion(record.version - 1));
  }
  return record.parameters;
}

/** The newest version as of now; it may wait for its activation. */
export function newestParameters(state: TransactionState): ParametersRecord {
  return readParameters((key) => readRecord(state, key), stateKeys.parameters());
}

/** The next version, in force from the height on. */
export function writeParameters(
  state: TransactionState,
  parameters: Parameters,
  activationHeight: number,
): void {
  const version = newestParameters(state).version + 1;
  const { time, height } = state.block;
  const record = parametersRecord.encode({ parameters, version, activationHeight, time, height });
  writeRecord(state, stateKeys.parameters(), record);
  writeRecord(state, stateKeys.parametersVersion(version), record);
}
