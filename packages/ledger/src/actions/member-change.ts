import {
  type ErrorCode,
  limits,
  type MemberChange,
  memberIndexRecord,
  stateKeys,
} from "@cartorio/protocol";
import { didNow, isActive, isFrozen } from "../dids.ts";
import {
  type Member,
  type MemberWrite,
  membersHead,
  totalWeight,
  writeMembers,
} from "../members.ts";
import {
  done,
  mismatch,
  type OperationOutcome,
  readDecoded,
  refused,
  type TransactionState,
} from "../state.ts";
import { isPending, newestSet, scheduleSet } from "../validator-sets.ts";
import { isThird, twoThirds } from "../weight.ts";
import type { ActionRules } from "./action.ts";

/**
 * A member comes, goes, gets another weight or name, or takes the place of another one, which goes
 * (docs/ledger.md 8). Nobody may hold a third of the weight unless genesis gave it to somebody. A member
 * that answers for validators does not go; one that takes its place answers for them from the next epoch
 * on. Codes: MEMBERS_VERSION_MISMATCH, MEMBER_NOT_FOUND, MEMBER_INVALID, DID_NOT_FOUND, DID_DEACTIVATED,
 * MEMBER_FROZEN, MEMBERS_FULL, MEMBER_WEIGHT_INVALID, MEMBER_HAS_VALIDATORS, SET_CHANGE_PENDING.
 */
export const memberChange: ActionRules<MemberChange> = {
  shareOf: () => twoThirds,
  checkCurrent({ expectedVersion }, state) {
    const { version } = membersHead(state);
    return version === expectedVersion ? done : mismatch("MEMBERS_VERSION_MISMATCH", version);
  },
  execute(change, { state }) {
    const problem = change.weight === 0 ? checkLeaving(change, state) : checkStaying(change, state);
    if (problem !== undefined) return refused(problem);
    const writes = writesOf(change, state);
    if (writes.some(({ index }) => index >= limits.maxMembers)) return refused("MEMBERS_FULL");
    writeMembers(state, writes);
    if (!areWeightsValid(state)) return refused("MEMBER_WEIGHT_INVALID");
    return change.replaces === "" ? done : moveValidators(change, state);
  },
};

function checkLeaving(change: MemberChange, state: TransactionState): ErrorCode | undefined {
  const { did, name, replaces } = change;
  if (!state.members.has(did)) return "MEMBER_NOT_FOUND";
  if (name !== "" || replaces !== "") return "MEMBER_INVALID";
  const answers = newestSet(state).validators.some(({ member }) => member === did);
  return answers ? "MEMBER_HAS_VALIDATORS" : undefined;
}

function checkStaying(change: MemberChange, state: TransactionState): ErrorCode | undefined {
  const { did, name, weight, replaces } = change;
  const present = state.members.get(did);
  const isSame = present?.name === name && present.weight === weight;
  if (name === "" || isSame) return "MEMBER_INVALID";
  if (replaces !== "") {
    if (!state.members.has(replaces)) return "MEMBER_NOT_FOUND";
    if (present !== undefined) return "MEMBER_INVALID";
  }
  const now = didNow(state, did);
  if (now === undefined) return "DID_NOT_FOUND";
  if (!isActive(now)) return "DID_DEACTIVATED";
  return isFrozen(state, now) ? "MEMBER_FROZEN" : undefined;
}

function writesOf(change: MemberChange, state: TransactionState): MemberWrite[] {
  const { did, weight, replaces } = change;
  const present = state.members.get(did);
  const name = weight === 0 ? (present?.name ?? "") : change.name;
  const write = { index: indexOf(did, state), did, name, weight };
  const replaced = state.members.get(replaces);
  return replaced === undefined ? [write] : [left(replaced), write];
}

function left({ index, did, name }: Member): MemberWrite {
  return { index, did, name, weight: 0 };
}

/** The place that it has or had, else the next one. */
function indexOf(did: string, state: TransactionState): number {
  return (
    readDecoded(state, stateKeys.memberByDid(did), memberIndexRecord)?.index ??
    membersHead(state).count
  );
}

function areWeightsValid(state: TransactionState): boolean {
  const { members } = state;
  const total = totalWeight(members);
  if (total === 0) return false;
  if (membersHead(state).dominant) return true;
  return [...members.values()].every(({ weight }) => !isThird(weight, total));
}

/** The validators stay, with their keys; another member answers for them. */
function moveValidators(
  { did, replaces }: MemberChange,
  state: TransactionState,
): OperationOutcome {
  const set = newestSet(state);
  if (set.validators.every(({ member }) => member !== replaces)) return done;
  if (isPending(set, state)) return refused("SET_CHANGE_PENDING");
  const validators = set.validators.map((validator) =>
    validator.member === replaces ? { ...validator, member: did } : validator,
  );
  scheduleSet(state, set, validators);
  return done;
}
