import type { FinalityCertificate, JournalRecord, PreparedCertificate } from "@cartorio/protocol";
import { encodeHeader, encodeProposal, encodeReceipt, headerHash } from "@cartorio/protocol";
import type { BlockCommit, StoreIdentity } from "../src/index.ts";

export const identity: StoreIdentity = { chainId: filled(1), network: "test-network" };

/** 32 bytes that differ for every argument list. */
export function filled(...numbers: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(32);
  const view = new DataView(bytes.buffer);
  for (const [index, number] of numbers.entries()) view.setUint32(index * 4, number);
  return bytes;
}

export const rootPath: Uint8Array = new Uint8Array(0);
const bucketOf = (height: number): number => Math.floor(height / 10);

/** Pseudo-random bytes that depend on their arguments only. */
export function noise(length: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  for (let index = 0; index < length; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}

export interface BlockShape {
  readonly transactions: number;
  readonly envelopeBytes: number;
}

/**
 * A block that follows `parent`: one id per transaction, one page (the root), one record that the
 * next block replaces, one replay list.
 */
export function makeBlock(
  height: number,
  parent: Uint8Array | undefined,
  shape: BlockShape = { transactions: 2, envelopeBytes: 40 },
): BlockCommit {
  const ids = Array.from({ length: shape.transactions }, (_, index) => filled(7, height, index));
  const header = encodeHeader({
    parentHash: parent ?? new Uint8Array(32),
    epoch: 0,
    height,
    time: 1_000 + height,
    proposalDigest: filled(2, height),
    transactionsRoot: filled(3, height),
    receiptsRoot: filled(4, height),
    stateRoot: filled(5, height),
    nextValidatorSetHash: filled(6),
    protocolVersion: 1,
  });
  const key = filled(8);
  return {
    height,
    headerHash: headerHash(header),
    header,
    proposal: encodeProposal({ epoch: 0, height, time: 0, proposer: 0, envelopeHashes: [] }),
    envelopes: ids.map((_, index) => noise(shape.envelopeBytes, height * 10_000 + index + 1)),
    receipts: ids.map((transactionId, index) =>
      encodeReceipt({
        transactionId,
        envelopeHash: filled(9, height, index),
        code: 0,
        operationIndex: 0,
        cost: 1,
        currentVersion: 1,
        ids: [],
      }),
    ),
    transactionIds: ids,
    settled: ids.map(() => true),
    state: {
      pages: [{ path: rootPath, bytes: noise(64, height + 1) }],
      records: [{ key, bytes: noise(32, height + 5) }],
      stalePages: height === 0 ? [] : [{ path: rootPath, height: height - 1 }],
      staleRecords: height === 0 ? [] : [{ key, height: height - 1 }],
      replay: [{ bucket: bucketOf(height), ids }],
      expiredBuckets: height % 10 === 0 && height >= 30 ? [bucketOf(height) - 3] : [],
    },
  };
}

/** Blocks 0 to `last`, each following the one before. */
export function makeChain(last: number, shape?: BlockShape): readonly BlockCommit[] {
  const blocks: BlockCommit[] = [];
  for (let height = 0; height <= last; height += 1) {
    blocks.push(makeBlock(height, blocks.at(-1)?.headerHash, shape));
  }
  return blocks;
}

export function certificateOf(block: BlockCommit): FinalityCertificate {
  return {
    epoch: 0,
    height: block.height,
    headerHash: block.headerHash,
    signatures: [0, 1, 2].map((validator) => ({ validator, signature: noise(64, validator) })),
  };
}

function preparedOf(number: number): PreparedCertificate {
  return {
    epoch: 0,
    view: 0,
    height: number,
    proposalDigest: filled(number),
    signatures: [{ validator: 0, signature: noise(64, number) }],
  };
}

/** A journal record that carries a number, of alternating kinds. */
export function recordOf(number: number, bytes = 20): JournalRecord {
  if (number % 3 === 0) return { kind: "prepared", certificate: preparedOf(number) };
  const body = new Uint8Array(Math.max(bytes, 4));
  body.set(noise(body.length, number));
  new DataView(body.buffer).setUint32(0, number);
  if (number % 3 === 1) return { kind: "message", message: body };
  return {
    kind: "proposal",
    view: number,
    proposal: body,
    envelopes: [body],
    prePrepare: new Uint8Array(0),
  };
}

/** The number that `recordOf` put in. */
export function numberOf(record: JournalRecord): number {
  if (record.kind === "prepared") return record.certificate.height;
  if (record.kind === "guard") return record.guard.counter;
  const body = record.kind === "message" ? record.message : record.proposal;
  return new DataView(body.buffer, body.byteOffset).getUint32(0);
}
