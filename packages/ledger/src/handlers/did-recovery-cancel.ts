import type { DidRecoveryCancel } from "@cartorio/protocol";
import { checkEstablishmentAuthority } from "../authority.ts";
import { hasPreRotation, renewHashes } from "../control.ts";
import { writeDid, writeHead, writerOf } from "../dids.ts";
import { done, refused } from "../state.ts";
import type { OperationHandler } from "./context.ts";
import { checkRecoverySequence } from "./expected-recovery.ts";

/**
 * Cancels the pending recovery. With pre-rotation on revealed keys sign, for which fresh hashes come in a
 * new version; without it current keys or controllers, once: the next proposal is final (docs/ledger.md
 * 2). Codes: those of `writerOf` and `checkEstablishmentAuthority`, SEQUENCE_MISMATCH,
 * RECOVERY_NOT_PENDING, RECOVERY_FINAL, PRE_ROTATION_MISMATCH (hashes not fresh).
 */
export const didRecoveryCancelHandler: OperationHandler<DidRecoveryCancel> = {
  isGuarded: () => true,
  execute(operation, { state, signers }) {
    const { did, nextKeyHashes } = operation;
    const writer = writerOf(state, did);
    if (!writer.ok) return writer;
    const { before, now } = writer;
    const question = { did, control: before.head.control, signers };
    const unauthorised = checkEstablishmentAuthority(state, question);
    if (unauthorised !== undefined) return refused(unauthorised);
    const sequence = checkRecoverySequence(operation, now);
    if (!sequence.ok) return sequence;
    const { pendingRecovery, control: current } = now.head;
    if (pendingRecovery === undefined) return refused("RECOVERY_NOT_PENDING");
    if (pendingRecovery.final) return refused("RECOVERY_FINAL");
    const control = renewHashes(nextKeyHashes, { current, signers });
    if (control === undefined) return refused("PRE_ROTATION_MISMATCH");
    const withdrawn = { pendingRecovery: undefined };
    if (!hasPreRotation(current)) {
      writeHead(state, did, { now, head: { ...withdrawn, recoveryVetoed: true } });
      return done;
    }
    const head = { ...now.head, ...withdrawn, control };
    writeDid(state, { did, previous: now, head, document: now.document, removals: [] });
    return done;
  },
};
