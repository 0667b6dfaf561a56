import { type DidDeactivate, type Document, didStatus } from "@cartorio/protocol";
import { checkEstablishmentAuthority, keysOf } from "../authority.ts";
import { writeDid, writerOf } from "../dids.ts";
import { done, refused } from "../state.ts";
import type { OperationHandler } from "./context.ts";
import { checkVersion, isVersionGuarded } from "./expected-version.ts";

/** From here on no key of the DID may be trusted, by a reader that overlooks the status either. */
const emptyDocument: Document = { verificationMethods: [], services: [], alsoKnownAs: [] };

/**
 * Ends a DID for ever, with an empty document as its last version. An establishment operation
 * (docs/ledger.md 2). Codes: those of `writerOf` and `checkEstablishmentAuthority`, VERSION_MISMATCH,
 * DEPENDANTS_NOT_ACKNOWLEDGED.
 */
export const didDeactivateHandler: OperationHandler<DidDeactivate> = {
  isGuarded: isVersionGuarded,
  execute(operation, { state, signers }) {
    const { did, acknowledge } = operation;
    const writer = writerOf(state, did);
    if (!writer.ok) return writer;
    const { before, now } = writer;
    const unauthorised = checkEstablishmentAuthority(before.head.control, keysOf(signers, did));
    if (unauthorised !== undefined) return refused(unauthorised);
    const version = checkVersion(operation, now);
    if (!version.ok) return version;
    if (acknowledge !== now.head.dependants) return refused("DEPENDANTS_NOT_ACKNOWLEDGED");
    const head = { ...now.head, status: didStatus.deactivated };
    writeDid(state, { did, previous: now, head, document: emptyDocument, removals: [] });
    return done;
  },
};
