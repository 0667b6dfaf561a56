import { byteKey, compareBytes } from "@cartorio/crypto";
import { type DecodedEnvelope, didHeadRecord, type Operation, stateKeys } from "@cartorio/protocol";
import { isRemembered, type ReplayBlock } from "./replay.ts";
import type { BlockState } from "./state.ts";
import { findRecord } from "./tree-reader.ts";
import { checkWindow } from "./validity.ts";

/** Of records that wait to be asked for; the largest document takes 50 KB. */
const maxAheadBytes = 16 << 20;
/** The way to a record is paid for too, whether there is one or not. */
const bytesPerKey = 512;

/** What a block may still read ahead. */
interface Room {
  bytes: number;
}

/**
 * Reads what the operations of a block will ask for first, in the order of the keys. A database keeps
 * neighbours in one file, and a block's DIDs lie anywhere in a large tree: asked for in the order of
 * the operations, nearly each would open a file that another has closed meanwhile. Changes no result;
 * what is left out here is read when it is asked for. Only DIDs that sign are read, of transactions that
 * will be executed: whoever makes a block read has paid for a signature each.
 */
export function readAhead(
  block: BlockState,
  replay: ReplayBlock,
  envelopes: readonly DecodedEnvelope[],
): void {
  const dids = new Set<string>();
  const changed = new Set<string>();
  const first: Uint8Array[] = [];
  for (const envelope of envelopes) {
    if (!isExecuted(block, replay, envelope)) continue;
    const { signers, operations } = envelope.body;
    const signing = new Set(signers.map(({ did }) => did));
    for (const did of signing) dids.add(did);
    for (const operation of operations) {
      const { did, keys } = ownRecords(operation);
      if (!signing.has(did)) continue;
      first.push(...keys);
      if (operation.kind === "didUpdate") changed.add(did);
    }
  }
  const room = { bytes: maxAheadBytes };
  const unknown = [...dids].filter((did) => block.base.dids.get(did) === undefined);
  readInOrder(block, room, [...first, ...unknown.map(stateKeys.didHead)]);
  readInOrder(
    block,
    room,
    unknown.flatMap((did) => {
      const bytes = block.ahead.get(byteKey(stateKeys.didHead(did)));
      const head = bytes && didHeadRecord.decode(bytes);
      if (head?.ok !== true) return [];
      const { latestVersion } = head.value;
      const document = stateKeys.didDocument(did, latestVersion);
      return changed.has(did) ? [document, stateKeys.didVersion(did, latestVersion)] : [document];
    }),
  );
}

/** By what costs no read: one that is refused for its time, its payer or as a duplicate reads nothing. */
function isExecuted(block: BlockState, replay: ReplayBlock, envelope: DecodedEnvelope): boolean {
  const { id, body, payer } = envelope;
  return (
    block.members.has(payer) &&
    checkWindow(body, block.time) === undefined &&
    !isRemembered(replay, id, body.validUntil)
  );
}

/** Of the operations that a large ledger sees most. */
function ownRecords({ kind, value }: Operation): { did: string; keys: readonly Uint8Array[] } {
  switch (kind) {
    case "credentialAnchor":
      return { did: value.issuer, keys: [stateKeys.credentialAnchor(value.issuer, value.hash)] };
    case "credentialRevoke": {
      const { issuer, commitment } = value;
      return { did: issuer, keys: [stateKeys.credentialStatus(issuer, commitment)] };
    }
    case "didUpdate":
      return { did: value.did, keys: [] };
    default:
      return { did: "", keys: [] };
  }
}

function readInOrder({ base, ahead }: BlockState, room: Room, keys: readonly Uint8Array[]): void {
  const { root, tree } = base;
  if (root === undefined) return;
  for (const key of keys.toSorted(compareBytes)) {
    const name = byteKey(key);
    if (ahead.has(name)) continue;
    if (room.bytes < 0) return;
    try {
      const bytes = findRecord(tree, root, key);
      ahead.set(name, bytes);
      room.bytes -= bytesPerKey + (bytes?.length ?? 0);
    } catch {
      // A damaged record stops whoever needs it, when it is needed: else replicas would differ by their caches.
      room.bytes -= bytesPerKey;
    }
  }
}
