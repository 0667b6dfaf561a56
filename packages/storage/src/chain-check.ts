import { equalBytes } from "@cartorio/crypto";
import { decodeHeader, decodeReceipt, headerHash } from "@cartorio/protocol";
import {
  readBlock,
  readHeader,
  readHeightOf,
  readNewestCertificate,
  readTransaction,
} from "./block-reader.ts";
import { damagedValue } from "./errors.ts";
import { type Head, readHead } from "./head.ts";
import type { KeyValueStore } from "./key-value.ts";
import { keys } from "./keys.ts";
import type { StoredBlock } from "./ports.ts";

/**
 * Checks at start that head, last blocks, their hash chain, their indexes and the newest
 * certificate agree. Each value has its own checksum; this finds values that are missing or belong
 * to different moments. Throws DATABASE_CORRUPT.
 */
export function checkChain(store: KeyValueStore, checkedBlocks: number): void {
  const head = readHead(store);
  if (head === undefined) return;
  if (head.oldestStateHeight > head.height) {
    throw damagedValue("the head record is below the oldest state", keys.head());
  }
  const lowest = Math.max(0, head.height - checkedBlocks + 1);
  let parent = lowest === 0 ? undefined : readHeader(store, lowest - 1).headerHash;
  for (let height = lowest; height <= head.height; height += 1) {
    const block = readBlock(store, height);
    checkHeader(store, block, parent);
    checkTransactions(store, block, head.height);
    parent = block.headerHash;
  }
  if (parent === undefined || !equalBytes(parent, head.headerHash)) {
    throw damagedValue("the head record names another block than the newest", keys.head());
  }
  checkCertificate(store, head);
}

function checkHeader(
  store: KeyValueStore,
  block: StoredBlock,
  parent: Uint8Array | undefined,
): void {
  const key = keys.header(block.height);
  const what = `the header of height ${block.height}`;
  const decoded = decodeHeader(block.header);
  if (!decoded.ok || decoded.value.height !== block.height) {
    throw damagedValue(`${what} is not a header of that height`, key);
  }
  if (!equalBytes(headerHash(block.header), block.headerHash)) {
    throw damagedValue(`${what} does not match its hash`, key);
  }
  if (parent !== undefined && !equalBytes(decoded.value.parentHash, parent)) {
    throw damagedValue(`${what} does not follow its parent`, key);
  }
  if (readHeightOf(store, block.headerHash) !== block.height) {
    throw damagedValue(`${what} is not in the index by hash`, key);
  }
}

function checkTransactions(store: KeyValueStore, block: StoredBlock, headHeight: number): void {
  for (const bytes of block.receipts) {
    const receipt = decodeReceipt(bytes);
    if (!receipt.ok) {
      throw damagedValue(
        `a receipt of height ${block.height} cannot be decoded`,
        keys.block(block.height),
      );
    }
    const id = receipt.value.transactionId;
    const place = readTransaction(store, id);
    // A copy that settled nothing may lie below the one that the index names.
    if (place === undefined || place.height > headHeight) {
      throw damagedValue(
        `a transaction of height ${block.height} is not in the index`,
        keys.transaction(id),
      );
    }
  }
}

function checkCertificate(store: KeyValueStore, head: Head): void {
  const newest = readNewestCertificate(store);
  if (newest === undefined) return;
  const key = keys.certificate(newest.height);
  if (newest.height > head.height) {
    throw damagedValue("the newest certificate is above the newest block", key);
  }
  if (!equalBytes(newest.headerHash, readHeader(store, newest.height).headerHash)) {
    throw damagedValue("the newest certificate certifies another block", key);
  }
}
