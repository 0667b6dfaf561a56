import {
  decodeValidatorSet,
  encodeValidatorSet,
  limits,
  stateKeys,
  type ValidatorSet,
  validatorSetHash,
  validatorsHeadRecord,
} from "@cartorio/protocol";
import type { Ledger } from "./ledger.ts";
import type { Page } from "./page.ts";
import { decodedRecord, readRecord, type TransactionState, writeRecord } from "./state.ts";
import { StateError } from "./state-error.ts";
import { findRecord, type TreeReader } from "./tree-reader.ts";

// Validator sets by epoch (docs/consensus.md 8). validatorSet(epoch) stays for ever, validatorsHead
// names the newest epoch, and the newest set is pending until the height at which it activates. Sets of
// consecutive epochs activate at ascending heights, so the one of a height is found by halving.

/** A validator set with the hash by which headers name it. */
export interface NamedSet {
  readonly set: ValidatorSet;
  readonly hash: Uint8Array;
}

/** The sets that matter after a block: the one that verifies the next height, and the newest one. */
export interface SetsAfter {
  readonly next: NamedSet;
  /** The same as `next` unless a change is pending. */
  readonly newest: NamedSet;
}

/** Reads the record of a state key, undefined if there is none. */
type ReadRecord = (key: Uint8Array) => Uint8Array | undefined;

export function namedSet(set: ValidatorSet): NamedSet {
  return { set, hash: validatorSetHash(encodeValidatorSet(set)) };
}

/** Throws StateError DATABASE_CORRUPT if the newest epoch, or its set, has no record. */
function readNewestSet(read: ReadRecord): ValidatorSet {
  const head = read(stateKeys.validatorsHead());
  if (head === undefined) throw new StateError("the record of the newest validator set is missing");
  return readSet(read, decodedRecord(validatorsHeadRecord.decode(head)).epoch);
}

function readSet(read: ReadRecord, epoch: number): ValidatorSet {
  const bytes = read(stateKeys.validatorSet(epoch));
  if (bytes === undefined) throw new StateError(`the validator set of epoch ${epoch} is missing`);
  return decodedRecord(decodeValidatorSet(bytes));
}

/** The newest set as of now, inside a transaction. It is pending while its activation lies ahead. */
export function newestSet(state: TransactionState): ValidatorSet {
  return readNewestSet((key) => readRecord(state, key));
}

/** True if the set does not verify the block that is being executed: it waits for its activation. */
export function isPending(set: ValidatorSet, state: TransactionState): boolean {
  return set.activationHeight > state.block.height;
}

/**
 * Makes the validators the set of the next epoch, from W+1 heights on (docs/consensus.md 8): the height
 * at which it activates.
 */
export function scheduleSet(
  state: TransactionState,
  newest: ValidatorSet,
  validators: ValidatorSet["validators"],
): number {
  const epoch = newest.epoch + 1;
  const activationHeight = state.block.height + limits.window + 1;
  const bytes = encodeValidatorSet({ epoch, activationHeight, validators });
  writeRecord(state, stateKeys.validatorSet(epoch), bytes);
  writeRecord(state, stateKeys.validatorsHead(), validatorsHeadRecord.encode({ epoch }));
  return activationHeight;
}

/** The sets of a stored state after the block at `height`. */
export function loadSets(tree: TreeReader, root: Page, height: number): SetsAfter {
  const read: ReadRecord = (key) => findRecord(tree, root, key);
  const newest = readNewestSet(read);
  if (newest.activationHeight <= height + 1) return sameSet(namedSet(newest));
  return { next: namedSet(readSet(read, newest.epoch - 1)), newest: namedSet(newest) };
}

function sameSet(set: NamedSet): SetsAfter {
  return { next: set, newest: set };
}

/**
 * The sets after a block, from those before it and from what it wrote. The newest set moves up at the
 * height before its activation: A-1 is the last one that the old set verifies.
 */
export function setsAfterBlock(before: SetsAfter, height: number, written: ReadRecord): SetsAfter {
  const hasChange = written(stateKeys.validatorsHead()) !== undefined;
  const newest = hasChange ? namedSet(readNewestSet(written)) : before.newest;
  return newest.set.activationHeight <= height + 1
    ? sameSet(newest)
    : { next: before.next, newest };
}

/** The activation height of a set that is pending after the block at `height`. */
export function activationAfter({ newest }: SetsAfter, height: number): number | undefined {
  const { activationHeight } = newest.set;
  return activationHeight > height ? activationHeight : undefined;
}

/**
 * The height at which a set change activates that is pending after the block at `height`, by default
 * the head: from the block that executed it to the last one of the old set, A-1. Undefined for none.
 */
export function pendingActivation(
  ledger: Ledger,
  height: number = ledger.head.height,
): number | undefined {
  const later = validatorSetOfEpoch(ledger, epochAt(ledger, height) + 1);
  // Executed at A-W-1 or before: then it was pending after this block already.
  const isKnown = later !== undefined && later.activationHeight - limits.window - 1 <= height;
  return isKnown ? later.activationHeight : undefined;
}

/** The set of an epoch; undefined for an epoch that the state does not know. */
export function validatorSetOfEpoch(ledger: Ledger, epoch: number): ValidatorSet | undefined {
  const { newest, next } = ledger.sets;
  if (epoch === newest.set.epoch) return newest.set;
  if (epoch === next.set.epoch) return next.set;
  if (!Number.isSafeInteger(epoch) || epoch < 0 || epoch > newest.set.epoch) return undefined;
  const known = ledger.oldSets.get(epoch);
  if (known !== undefined) return known;
  const set = readSet((key) => findRecord(ledger.tree, ledger.root, key), epoch);
  ledger.oldSets.set(epoch, set);
  return set;
}

/**
 * The set that verifies a height. Undefined for height 0, which nobody verifies, and for heights beyond
 * head + W + 1, where a change in the next block could still activate.
 */
export function validatorSetAt(ledger: Ledger, height: number): ValidatorSet | undefined {
  const isKnown = height >= 1 && height <= ledger.head.height + limits.window + 1;
  return isKnown ? validatorSetOfEpoch(ledger, epochAt(ledger, height)) : undefined;
}

/** The last epoch whose set activates at or below a height; 0 for heights below the first. */
function epochAt(ledger: Ledger, height: number): number {
  const { next, newest } = ledger.sets;
  if (newest.set.activationHeight <= height) return newest.set.epoch;
  if (next.set.activationHeight <= height) return next.set.epoch;
  let low = 0;
  let high = next.set.epoch;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const set = validatorSetOfEpoch(ledger, middle);
    if (set !== undefined && set.activationHeight <= height) low = middle;
    else high = middle;
  }
  return low;
}
