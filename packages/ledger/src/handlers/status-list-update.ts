import {
  type ErrorCode,
  limits,
  merkleLeafHash,
  merkleRootOfHashes,
  type Signer,
  type StatusListHeadRecord,
  type StatusListRecord,
  type StatusListUpdate,
  stateKeys,
  statusListHeadRecord,
  statusListRecord,
  statusListVersionRecord,
  statusPurpose,
} from "@cartorio/protocol";
import { didBefore, writerOf } from "../dids.ts";
import {
  decodedRecord,
  done,
  mismatch,
  type OperationOutcome,
  readRecord,
  refused,
  type TransactionState,
  writeRecord,
} from "../state.ts";
import type { OperationHandler } from "./context.ts";
import { assertedBy, profileBefore } from "./issuer-actor.ts";
import { readChunk, withChanges, writeChunk } from "./status-chunk.ts";

/**
 * Sets bits of a list, by a current `assertionMethod` key of the owner or of a revoker that it registered
 * before. Revocation bits are one-way; suspension bits expect the sequence of the list. All updates of a
 * block share one sequence; an update that changes nothing makes none (docs/ledger.md 7). Codes: those of
 * `assertedBy` for who acts, DID_NOT_FOUND, STATUS_LIST_NOT_FOUND, SEQUENCE_MISMATCH,
 * STATUS_CHANGES_INVALID, STATUS_BIT_FINAL.
 */
export const statusListUpdateHandler: OperationHandler<StatusListUpdate> = {
  // What is set twice is set once; two-way bits name the sequence that they expect.
  isGuarded: () => true,
  execute(operation, { state, signers }) {
    const unauthorised = refuseActor(state, signers, operation);
    if (unauthorised !== undefined) return refused(unauthorised);
    const { owner, list } = operation;
    const recordBytes = readRecord(state, stateKeys.statusList(owner, list));
    const headBytes = readRecord(state, stateKeys.statusListHead(owner, list));
    if (recordBytes === undefined || headBytes === undefined) {
      return refused("STATUS_LIST_NOT_FOUND");
    }
    const record = decodedRecord(statusListRecord.decode(recordBytes));
    const head = decodedRecord(statusListHeadRecord.decode(headBytes));
    const judged = judgeChanges(operation, record, head);
    if (!judged.ok) return judged;
    applyChanges(state, operation, head);
    return done;
  },
};

function refuseActor(
  state: TransactionState,
  signers: readonly Signer[],
  { owner, by }: StatusListUpdate,
): ErrorCode | undefined {
  const actor = by === "" ? owner : by;
  const asserted = assertedBy(state, signers, actor);
  if (!asserted.ok) return asserted.code;
  if (actor === owner) return undefined;
  if (didBefore(state, owner) === undefined) {
    const writer = writerOf(state, owner);
    return writer.ok ? "DID_NOT_FOUND" : writer.code;
  }
  const isRevoker = profileBefore(state, owner)?.revokers.includes(actor) === true;
  return isRevoker ? undefined : "UNAUTHORISED";
}

function judgeChanges(
  { changes, expectedSequence }: StatusListUpdate,
  { purpose, length }: StatusListRecord,
  { sequence }: StatusListHeadRecord,
): OperationOutcome {
  const isOneWay = purpose === statusPurpose.revocation;
  if (expectedSequence !== sequence && !(isOneWay && expectedSequence === 0)) {
    return mismatch("SEQUENCE_MISMATCH", sequence);
  }
  const isAscending = changes.every(({ index }, position) => {
    const before = changes[position - 1];
    return index < length && (before === undefined || before.index < index);
  });
  if (changes.length === 0 || !isAscending) return refused("STATUS_CHANGES_INVALID");
  if (isOneWay && changes.some(({ value }) => !value)) return refused("STATUS_BIT_FINAL");
  return done;
}

function applyChanges(
  state: TransactionState,
  operation: StatusListUpdate,
  head: StatusListHeadRecord,
): void {
  const { owner, list, changes } = operation;
  const sequence = nextSequence(state, operation, head.sequence);
  const chunkHashes = head.chunkHashes.slice();
  let hasChanged = false;
  for (const chunk of new Set(changes.map(({ index }) => chunkOf(index)))) {
    const before = readChunk(state, { owner, list, chunk });
    const body = withChanges(
      before.body,
      changes.filter(({ index }) => chunkOf(index) === chunk),
    );
    if (body === undefined) continue;
    hasChanged = true;
    chunkHashes.set(merkleLeafHash(body), chunk * limits.hashBytes);
    writeChunk(state, { owner, list, chunk }, { before, body, sequence });
  }
  if (!hasChanged) return;
  const record = statusListHeadRecord.encode({ sequence, chunkHashes });
  writeRecord(state, stateKeys.statusListHead(owner, list), record);
  const { time, height } = state.block;
  const root = merkleRootOfHashes(hashesOf(chunkHashes));
  const version = statusListVersionRecord.encode({ time, height, root });
  writeRecord(state, stateKeys.statusListVersion(owner, list, sequence), version);
}

/** That of this block if it has one; the list as created is sequence 0, which no update shares. */
function nextSequence(
  state: TransactionState,
  { owner, list }: StatusListUpdate,
  sequence: number,
): number {
  const bytes = readRecord(state, stateKeys.statusListVersion(owner, list, sequence));
  if (bytes === undefined) throw new Error("INV-STATE-STATUS: a status list has no latest version");
  const { height } = decodedRecord(statusListVersionRecord.decode(bytes));
  return sequence > 0 && height === state.block.height ? sequence : sequence + 1;
}

function chunkOf(index: number): number {
  return Math.floor(index / limits.statusChunkBits);
}

function hashesOf(chunkHashes: Uint8Array): Uint8Array[] {
  return Array.from({ length: chunkHashes.length / limits.hashBytes }, (_, chunk) =>
    chunkHashes.subarray(chunk * limits.hashBytes, (chunk + 1) * limits.hashBytes),
  );
}
