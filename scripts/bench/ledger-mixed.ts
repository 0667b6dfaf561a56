// The block that the ledger suite measures.
import { network } from "./ledger-chain.ts";
import { type Grown, transactionsOf } from "./ledger-grown.ts";
import { anchorOperation, createOperation, updateOperation } from "./ledger-load.ts";

/** State stays readable for so many heights. */
export const stateWindow = 8;

/** What a block took, in milliseconds. */
export interface BlockTimes {
  /** Decoding and signatures, which a node does once, when the envelopes arrive; here by one thread. */
  readonly admitMs: number;
  /** Execution, state tree and the synchronous batch on disk. */
  readonly commitMs: number;
}

/**
 * Commits one block: a third each of creates, updates and anchors, the last two by DIDs all over the
 * tree.
 */
export async function commitMixed(grown: Grown, operations: number): Promise<BlockTimes> {
  const { chain } = grown;
  const existing = grown.dids;
  const signed = Array.from({ length: operations }, (_, index) => {
    if (index % 3 === 0) {
      grown.dids += 1;
      return createOperation(grown.dids - 1, network);
    }
    // Numbers are hashed into keys: neighbours by number lie anywhere in the tree.
    if (index % 3 === 1) {
      grown.updated += 1;
      return updateOperation(grown.updated - 1, network);
    }
    grown.anchored += 1;
    return anchorOperation(existing - 1 - (grown.anchored % existing), grown.anchored, network);
  });
  const envelopes = chain.sign(transactionsOf(signed, 1));
  const started = performance.now();
  const admitted = chain.admit(envelopes);
  const admittedAt = performance.now();
  await chain.commit(admitted);
  return { admitMs: admittedAt - started, commitMs: performance.now() - admittedAt };
}
