import {
  type MemberRecord,
  type MembersHeadRecord,
  memberIndexRecord,
  memberRecord,
  membersHeadRecord,
  stateKeys,
} from "@cartorio/protocol";
import {
  type BlockState,
  decodedRecord,
  readRecord,
  type TransactionState,
  writeRecord,
} from "./state.ts";
import { StateError } from "./state-error.ts";

// Who is a member, and with what weight (docs/ledger.md 8). The newest record of each is at
// member(index), every one at memberVersion(index, n); one that left keeps its index and has no weight.

/** A member with its place in the list of all that ever were. */
export interface Member extends MemberRecord {
  readonly index: number;
}

/** Those that have weight, by DID. */
export type Members = ReadonlyMap<string, Member>;

/** Everybody that ever was a member, in the order of their indices. */
export function loadAllMembers(read: (key: Uint8Array) => Uint8Array | undefined): Member[] {
  const { count } = decodedRecord(membersHeadRecord.decode(needed(read(stateKeys.membersHead()))));
  return Array.from({ length: count }, (_, index) => ({
    ...decodedRecord(memberRecord.decode(needed(read(stateKeys.member(index))))),
    index,
  }));
}

function needed(record: Uint8Array | undefined): Uint8Array {
  if (record === undefined) throw new StateError("a record of a member is missing");
  return record;
}

/** The present ones by DID. */
export function presentMembers(all: readonly Member[]): Members {
  return new Map(all.filter(({ weight }) => weight > 0).map((member) => [member.did, member]));
}

export function membersHead(state: TransactionState): MembersHeadRecord {
  const bytes = readRecord(state, stateKeys.membersHead());
  return decodedRecord(membersHeadRecord.decode(needed(bytes)));
}

export function totalWeight(members: Members): number {
  let total = 0;
  for (const { weight } of members.values()) total += weight;
  return total;
}

/** A member as it is to be; its version follows from the record before. */
export interface MemberWrite {
  readonly index: number;
  readonly did: string;
  readonly name: string;
  readonly weight: number;
}

/** Writes the members that changed, each with its next version, and moves the head by one version. */
export function writeMembers(state: TransactionState, changed: readonly MemberWrite[]): void {
  const head = membersHead(state);
  const members = new Map(state.members);
  for (const member of changed) {
    const written = writeMember(state, member);
    members.delete(written.did);
    if (written.weight > 0) members.set(written.did, written);
  }
  const count = Math.max(head.count, ...changed.map(({ index }) => index + 1));
  const next = { ...head, count, totalWeight: totalWeight(members), version: head.version + 1 };
  writeRecord(state, stateKeys.membersHead(), membersHeadRecord.encode(next));
  state.members = members;
}

function writeMember(state: TransactionState, member: MemberWrite): Member {
  const { index, did, name, weight } = member;
  const before = readRecord(state, stateKeys.member(index));
  const version = before ? decodedRecord(memberRecord.decode(before)).version + 1 : 1;
  const { time, height } = state.block;
  const record = { did, name, weight, version, time, height };
  const bytes = memberRecord.encode(record);
  writeRecord(state, stateKeys.member(index), bytes);
  writeRecord(state, stateKeys.memberVersion(index, version), bytes);
  if (before === undefined) {
    writeRecord(state, stateKeys.memberByDid(did), memberIndexRecord.encode({ index }));
  }
  return { ...record, index };
}

/** True for a DID that is a member before the transaction and now. */
export function isMember(state: TransactionState, did: string): boolean {
  return state.members.has(did) && isMemberInBlock(state.block, did);
}

export function isMemberInBlock(block: BlockState, did: string): boolean {
  return block.members.has(did);
}
