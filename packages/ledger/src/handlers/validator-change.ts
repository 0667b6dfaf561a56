import { byteKey, ed25519Verify } from "@cartorio/crypto";
import {
  type ErrorCode,
  limits,
  maximumFaulty,
  readySigningBytes,
  type Validator,
  type ValidatorCandidate,
  type ValidatorChange,
  type ValidatorSet,
} from "@cartorio/protocol";
import { isActive } from "../dids.ts";
import { done, type OperationOutcome, refused, type TransactionState } from "../state.ts";
import { scheduleSet } from "../validator-sets.ts";
import { checkMemberWeight, memberNow } from "../weight.ts";
import type { OperationHandler } from "./context.ts";
import { openEpoch } from "./open-epoch.ts";

/**
 * Removes and adds validators (docs/consensus.md 8), decided at once by signers that hold more than two
 * thirds of the weight (docs/ledger.md 8). Codes: UNAUTHORISED, WEIGHT_NOT_MET, those of `changeSet`.
 */
export const validatorChangeHandler: OperationHandler<ValidatorChange> = {
  isGuarded: () => true,
  execute(operation, context) {
    const unauthorised = checkMemberWeight(context.state, context.signers);
    return unauthorised === undefined ? changeSet(operation, context) : refused(unauthorised);
  },
};

/** What a set change is executed in. */
export interface SetChangeContext {
  readonly state: TransactionState;
  readonly chainId: Uint8Array;
  /** Not carried out yet: the signatures, which cost the most, are left to when it is. */
  readonly isRehearsal?: boolean;
}

/**
 * Removes and adds validators, whoever decided it. It activates W+1 heights later as the next epoch.
 * Every candidate shows with both of its keys that it has them and caught up: proof of possession. The
 * signatures are checked here, by the rule that every replica computes alike, and last, because they
 * cost the most. Codes: those of `openEpoch`, SET_CHANGE_INVALID, SET_CHANGE_TOO_LARGE,
 * VALIDATOR_NOT_FOUND, SET_SIZE_INVALID, VALIDATOR_KEY_TAKEN, CANDIDATE_NOT_MEMBER, DID_DEACTIVATED,
 * READY_HEIGHT_INVALID, READY_SIGNATURE_INVALID.
 */
export function changeSet(operation: ValidatorChange, context: SetChangeContext): OperationOutcome {
  const { state } = context;
  const epoch = openEpoch(state, operation.expectedEpoch);
  if (!epoch.ok) return epoch;
  const { set } = epoch;
  const problem =
    checkSize(operation, set) ??
    checkKeys(operation, set) ??
    checkCandidates(operation.add, context);
  if (problem !== undefined) return refused(problem);
  const staying = stayingOf(operation, set);
  scheduleSet(state, set, [...staying, ...operation.add.map(validatorOf)]);
  return done;
}

function stayingOf({ remove }: ValidatorChange, { validators }: ValidatorSet): Validator[] {
  const removed = new Set(remove.map(byteKey));
  return validators.filter(({ validatorKey }) => !removed.has(byteKey(validatorKey)));
}

/** Its incarnation is named from the start: a journal that is lost before the first vote is found out. */
function validatorOf(candidate: ValidatorCandidate): Validator {
  const { member, validatorKey, nodeKey, addresses, incarnation } = candidate;
  return { member, validatorKey, nodeKey, addresses, incarnation };
}

/**
 * At most f of the n validators change, so that the correct ones of the old set outnumber the new ones
 * in every quorum; n stays within its bounds. With n = 1, f is 0: such a set never changes.
 */
function checkSize(operation: ValidatorChange, set: ValidatorSet): ErrorCode | undefined {
  const { remove, add } = operation;
  const changes = Math.max(remove.length, add.length);
  const isOnce = new Set(remove.map(byteKey)).size === remove.length;
  if (changes === 0 || !isOnce) return "SET_CHANGE_INVALID";
  const n = set.validators.length;
  if (changes > maximumFaulty(n)) return "SET_CHANGE_TOO_LARGE";
  const staying = stayingOf(operation, set).length;
  if (staying !== n - remove.length) return "VALIDATOR_NOT_FOUND";
  const size = staying + add.length;
  const isBounded = size >= limits.minValidators && size <= limits.maxValidators;
  return isBounded ? undefined : "SET_SIZE_INVALID";
}

/**
 * All keys of the new set are distinct. A validator key is new to the set: with one that goes and comes
 * in the same epoch, a re-entry could be had without its rules. A node key may stay when the validator
 * key beside it is rotated.
 */
function checkKeys(operation: ValidatorChange, set: ValidatorSet): ErrorCode | undefined {
  const staying = stayingOf(operation, set);
  const taken = new Set([
    ...set.validators.map(({ validatorKey }) => byteKey(validatorKey)),
    ...staying.map(({ nodeKey }) => byteKey(nodeKey)),
  ]);
  const oldNodeKeys = new Set(set.validators.map(({ nodeKey }) => byteKey(nodeKey)));
  for (const { validatorKey, nodeKey } of operation.add) {
    if (oldNodeKeys.has(byteKey(validatorKey))) return "VALIDATOR_KEY_TAKEN";
    for (const key of [byteKey(validatorKey), byteKey(nodeKey)]) {
      if (taken.has(key)) return "VALIDATOR_KEY_TAKEN";
      taken.add(key);
    }
  }
  return undefined;
}

function checkCandidates(
  candidates: readonly ValidatorCandidate[],
  context: SetChangeContext,
): ErrorCode | undefined {
  const { state } = context;
  const newest = state.block.height - 1;
  for (const { member, readyHeight } of candidates) {
    const did = memberNow(state, member);
    if (did === undefined) return "CANDIDATE_NOT_MEMBER";
    if (!isActive(did)) return "DID_DEACTIVATED";
    const isRecent = readyHeight <= newest && readyHeight >= newest - limits.maxReadyAge;
    if (!isRecent) return "READY_HEIGHT_INVALID";
  }
  if (context.isRehearsal) return undefined;
  const areReady = candidates.every((candidate) => isReady(candidate, context.chainId));
  return areReady ? undefined : "READY_SIGNATURE_INVALID";
}

/** Both keys are admissible and sign the statement of this very candidate, on this chain. */
function isReady(candidate: ValidatorCandidate, chainId: Uint8Array): boolean {
  const { member, validatorKey, nodeKey, readyHeight, incarnation } = candidate;
  const statement = { member, validatorKey, nodeKey, readyHeight, incarnation };
  const message = readySigningBytes({ chainId, ...statement });
  return (
    ed25519Verify(validatorKey, message, candidate.validatorSignature) &&
    ed25519Verify(nodeKey, message, candidate.nodeSignature)
  );
}
