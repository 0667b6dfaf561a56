import {
  type DidRecoveryFinalise,
  type Document,
  type KeyRemoval,
  removalReason,
} from "@cartorio/protocol";
import { holds } from "../authority.ts";
import { moveDependant } from "../dependants.ts";
import { writeDid, writerOf } from "../dids.ts";
import { done, refused } from "../state.ts";
import type { OperationHandler } from "./context.ts";
import { checkRecoverySequence } from "./expected-recovery.ts";

/**
 * Puts the proposed control state in force, by anyone, once the delay has passed. All of it was judged
 * when it was proposed and nothing is refused here, so that nobody can spoil what cannot be cancelled:
 * controllers that are deactivated by now leave an orphan that its new commitment recovers. A key
 * that the proposal reports compromised leaves the document too (docs/ledger.md 2). Codes: those of
 * `writerOf`, SEQUENCE_MISMATCH, RECOVERY_NOT_PENDING, RECOVERY_TOO_EARLY.
 */
export const didRecoveryFinaliseHandler: OperationHandler<DidRecoveryFinalise> = {
  isGuarded: () => true,
  execute(operation, { state }) {
    const { did } = operation;
    const writer = writerOf(state, did);
    if (!writer.ok) return writer;
    const { now } = writer;
    const sequence = checkRecoverySequence(operation, now);
    if (!sequence.ok) return sequence;
    const { pendingRecovery, control: current } = now.head;
    if (pendingRecovery === undefined) return refused("RECOVERY_NOT_PENDING");
    const { control, recovery, removals, finaliseFrom } = pendingRecovery;
    if (state.block.time < finaliseFrom) return refused("RECOVERY_TOO_EARLY");
    moveDependant(state, current, control);
    const head = {
      ...now.head,
      control,
      recovery,
      pendingRecovery: undefined,
      recoveryVetoed: false,
    };
    const document = withoutCompromised(now.document, removals);
    writeDid(state, { did, previous: now, head, document, removals });
    state.recovered.add(did);
    return done;
  },
};

/** A key that was reported compromised may stand in no document (docs/ledger.md 2). */
function withoutCompromised(document: Document, removals: readonly KeyRemoval[]): Document {
  const compromised = removals
    .filter(({ reason }) => reason === removalReason.compromised)
    .map(({ multikey }) => multikey);
  const verificationMethods = document.verificationMethods.filter(
    ({ multikey }) => !holds(compromised, multikey),
  );
  return { ...document, verificationMethods };
}
