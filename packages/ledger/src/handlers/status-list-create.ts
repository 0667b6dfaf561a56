import { concatBytes } from "@cartorio/crypto";
import {
  type Document,
  limits,
  merkleLeafHash,
  merkleRootOfHashes,
  relationship,
  type StatusListCreate,
  stateKeys,
  statusListHeadRecord,
  statusListRecord,
  statusListsHeadRecord,
  statusListVersionRecord,
  statusPurpose,
} from "@cartorio/protocol";
import { keyWithRelationship } from "../authority.ts";
import { didBefore, didNow, isActive } from "../dids.ts";
import {
  done,
  mismatch,
  readDecoded,
  refused,
  type TransactionState,
  writeRecord,
} from "../state.ts";
import type { OperationHandler } from "./context.ts";
import { assertedBy } from "./issuer-actor.ts";

const emptyChunkHash = merkleLeafHash(new Uint8Array(limits.statusChunkBytes));
const purposes: readonly number[] = Object.values(statusPurpose);

/**
 * Creates a list of bits that are all zero, by a current `assertionMethod` key of the owner. What it is
 * never changes (docs/ledger.md 7). Codes: those of `assertedBy`, SEQUENCE_MISMATCH,
 * STATUS_LIST_INVALID, STATUS_PUBLISHER_INVALID.
 */
export const statusListCreateHandler: OperationHandler<StatusListCreate> = {
  isGuarded: () => true,
  execute(operation, { state, signers }) {
    const { owner, expectedCount } = operation;
    const asserted = assertedBy(state, signers, owner);
    if (!asserted.ok) return asserted;
    const headKey = stateKeys.statusListsHead(owner);
    const count = readDecoded(state, headKey, statusListsHeadRecord)?.count ?? 0;
    if (expectedCount !== count) {
      return mismatch("SEQUENCE_MISMATCH", count);
    }
    if (!isFormValid(operation)) return refused("STATUS_LIST_INVALID");
    if (!isPublisherApart(state, operation)) return refused("STATUS_PUBLISHER_INVALID");
    writeRecord(state, headKey, statusListsHeadRecord.encode({ count: count + 1 }));
    writeList(state, operation, count + 1);
    return done;
  },
};

function isFormValid({ purpose, length }: StatusListCreate): boolean {
  return (
    purposes.includes(purpose) &&
    length % limits.statusChunkBits === 0 &&
    length >= limits.minStatusListBits &&
    length <= limits.maxStatusListBits
  );
}

/**
 * Another active DID, none of whose keys speaks for the issuer: who holds the publisher's key may then
 * sign lists, but never a credential of the issuer.
 */
function isPublisherApart(
  state: TransactionState,
  { owner, publisher }: StatusListCreate,
): boolean {
  const other = didNow(state, publisher);
  if (publisher === owner || other === undefined || !isActive(other)) return false;
  const keys = other.document.verificationMethods.map(({ multikey }) => multikey);
  const speaksFor = (document: Document | undefined): boolean =>
    document !== undefined &&
    keyWithRelationship(document, keys, relationship.assertionMethod) !== undefined;
  return (
    !speaksFor(didNow(state, owner)?.document) && !speaksFor(didBefore(state, owner)?.document)
  );
}

function writeList(state: TransactionState, create: StatusListCreate, list: number): void {
  const { owner, publisher, purpose, length } = create;
  const { time, height } = state.block;
  const hashes = Array.from({ length: length / limits.statusChunkBits }, () => emptyChunkHash);
  const record = statusListRecord.encode({ publisher, purpose, length, time, height });
  writeRecord(state, stateKeys.statusList(owner, list), record);
  const head = statusListHeadRecord.encode({ sequence: 0, chunkHashes: concatBytes(...hashes) });
  writeRecord(state, stateKeys.statusListHead(owner, list), head);
  const version = statusListVersionRecord.encode({
    time,
    height,
    root: merkleRootOfHashes(hashes),
  });
  writeRecord(state, stateKeys.statusListVersion(owner, list, 0), version);
}
