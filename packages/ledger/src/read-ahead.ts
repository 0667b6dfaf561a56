import { byteKey, compareBytes } from "@cartorio/crypto";
import { type DecodedEnvelope, didHeadRecord, type Operation, stateKeys } from "@cartorio/protocol";
import { actorOf } from "./actors.ts";
import { type BlockState, decodedRecord } from "./state.ts";
import { findRecord } from "./tree-reader.ts";

/** Of records that wait to be asked for; the largest document takes 50 KB. */
const maxAheadBytes = 16 << 20;

/**
 * Reads what the operations of a block will ask for first, in the order of the keys. A database keeps
 * neighbours in one file, and a block's DIDs lie anywhere in a large tree: asked for in the order of
 * the operations, nearly each would open a file that another has closed meanwhile. Changes no result;
 * what is left out here is read when it is asked for.
 */
export function readAhead(block: BlockState, envelopes: readonly DecodedEnvelope[]): void {
  const { network } = block.base;
  const dids = new Set<string>();
  const changed = new Set<string>();
  const first: Uint8Array[] = [];
  for (const { signers, operations } of envelopes.map(({ body }) => body)) {
    for (const { did } of signers) dids.add(did);
    for (const operation of operations) {
      const actor = actorOf(operation, network);
      if (actor !== undefined) dids.add(actor);
      if (operation.kind === "didUpdate") changed.add(operation.value.did);
      first.push(...ownKeys(operation));
    }
  }
  const unknown = [...dids].filter((did) => block.base.dids.get(did) === undefined);
  readInOrder(block, [...first, ...unknown.map(stateKeys.didHead)]);
  readInOrder(
    block,
    unknown.flatMap((did) => {
      const bytes = block.ahead.get(byteKey(stateKeys.didHead(did)));
      if (bytes === undefined) return [];
      const { latestVersion } = decodedRecord(didHeadRecord.decode(bytes));
      const document = stateKeys.didDocument(did, latestVersion);
      return changed.has(did) ? [document, stateKeys.didVersion(did, latestVersion)] : [document];
    }),
  );
}

/** Of the operations that a large ledger sees most. */
function ownKeys({ kind, value }: Operation): Uint8Array[] {
  if (kind === "credentialAnchor") return [stateKeys.credentialAnchor(value.issuer, value.hash)];
  if (kind === "credentialRevoke")
    return [stateKeys.credentialStatus(value.issuer, value.commitment)];
  return [];
}

function readInOrder({ base, ahead }: BlockState, keys: readonly Uint8Array[]): void {
  const { root, tree } = base;
  if (root === undefined) return;
  let room = maxAheadBytes;
  for (const key of keys.toSorted(compareBytes)) {
    if (room < 0) return;
    const bytes = findRecord(tree, root, key);
    ahead.set(byteKey(key), bytes);
    room -= bytes?.length ?? 0;
  }
}
