import { type DidDeactivate, didStatus } from "@cartorio/protocol";
import { checkEstablishmentAuthority } from "../authority.ts";
import { moveDependant } from "../dependants.ts";
import { emptyDocument, writeDid, writerOf } from "../dids.ts";
import { done, refused } from "../state.ts";
import type { OperationHandler } from "./context.ts";
import { checkVersion, isVersionGuarded } from "./expected-version.ts";

/**
 * Ends a DID for ever, with an empty document as its last version, so that no key of it is trusted by a
 * reader that overlooks the status either. An establishment operation (docs/ledger.md 2). Codes: those
 * of `writerOf` and `checkEstablishmentAuthority`, VERSION_MISMATCH, RECOVERY_PENDING,
 * DEPENDANTS_NOT_ACKNOWLEDGED.
 */
export const didDeactivateHandler: OperationHandler<DidDeactivate> = {
  isGuarded: isVersionGuarded,
  execute(operation, { state, signers }) {
    const { did, acknowledge } = operation;
    const writer = writerOf(state, did);
    if (!writer.ok) return writer;
    const { before, now } = writer;
    const { control } = before.head;
    const unauthorised = checkEstablishmentAuthority(state, { did, control, signers });
    if (unauthorised !== undefined) return refused(unauthorised);
    const version = checkVersion(operation, now);
    if (!version.ok) return version;
    if (now.head.pendingRecovery !== undefined) return refused("RECOVERY_PENDING");
    if (acknowledge !== now.head.dependants) return refused("DEPENDANTS_NOT_ACKNOWLEDGED");
    const head = { ...now.head, status: didStatus.deactivated };
    moveDependant(state, now.head.control, undefined);
    writeDid(state, { did, previous: now, head, document: emptyDocument, removals: [] });
    return done;
  },
};
