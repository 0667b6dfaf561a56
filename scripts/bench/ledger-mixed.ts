// The block that the ledger suite measures.
import { network } from "./ledger-chain.ts";
import { type Grown, transactionsOf } from "./ledger-grown.ts";
import { anchorOperation, createOperation, updateOperation } from "./ledger-load.ts";

/** State stays readable for so many heights. */
export const stateWindow = 8;

/**
 * Commits one block: a third each of creates, updates and anchors, the last two by DIDs all over the
 * tree. Returns the milliseconds that it took.
 */
export async function commitMixed(grown: Grown, operations: number): Promise<number> {
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
  return chain.commit(chain.prepare(transactionsOf(signed, 1)));
}
