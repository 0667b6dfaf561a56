import { equalBytes } from "@cartorio/crypto";
import { prune, settleCertificates } from "./certified.ts";
import { closeIfOver, learnActivation } from "./epoch.ts";
import { halt } from "./halt.ts";
import { checkSplit } from "./handle-checkpoint.ts";
import { emit, lastHeight, maySign, type Replica, rememberExecuted } from "./state.ts";
import { countExecuted } from "./tenure.ts";
import type { ExecutedBlock } from "./types.ts";

/** docs/consensus.md 3.5: committed heights execute strictly in order, each once. */
export function tryExecute(replica: Replica): void {
  if (replica.halted.size > 0) return;
  for (;;) {
    const height = replica.executeRequested + 1;
    const slot = replica.slots.get(height);
    if (slot?.committed === undefined) return;
    const entry = slot.proposals.get(slot.committed.key);
    if (entry?.bytes === undefined || entry.bodies !== "durable") return;
    replica.executeRequested = height;
    emit(replica, { kind: "execute", height, proposal: entry.bytes });
  }
}

/**
 * A block was executed here, by order or by catch-up. Its checkpoint statement is signed once for
 * ever (docs/consensus.md 3.5); a height that is certified already needs none.
 */
export function handleExecuted(replica: Replica, block: ExecutedBlock): void {
  if (block.height <= replica.executed || replica.halted.has("SAFETY_VIOLATION")) return;
  // Catch-up may run on into the next epoch before the shell has made its replica.
  if (block.height > lastHeight(replica)) return;
  if (block.height !== replica.executed + 1)
    throw new Error(`INV-EXECUTE-ORDER: ${block.height} executed after ${replica.executed}`);
  const committed = replica.slots.get(block.height)?.committed;
  if (committed !== undefined && !equalBytes(committed.digest, block.proposalDigest)) {
    const evidence = [committed.digest, block.proposalDigest];
    halt(replica, { code: "SAFETY_VIOLATION", height: block.height, evidence });
    return;
  }
  replica.executed = block.height;
  replica.executeRequested = Math.max(replica.executeRequested, block.height);
  rememberExecuted(replica, block);
  learnActivation(replica, block);
  countExecuted(replica, block);
  signCheckpoint(replica, block);
  settleCertificates(replica);
  checkSplit(replica, block.height);
  prune(replica);
  tryExecute(replica);
  closeIfOver(replica);
}

/**
 * Once per height: a statement that the journal holds is never replaced. Where it is another than what
 * was executed now, the state was rebuilt, and the height's certificate says which is right (10).
 */
export function signCheckpoint(replica: Replica, block: ExecutedBlock): void {
  const { height, headerHash } = block;
  if (replica.ownCheckpoints.has(height)) return;
  if (!maySign(replica) || height <= replica.certified) return;
  replica.ownCheckpoints.set(height, headerHash);
  emit(replica, {
    kind: "sign",
    journal: true,
    message: { kind: "checkpoint", height, headerHash },
  });
}
