import type { DidUpdate } from "@cartorio/protocol";
import { checkControlAuthority } from "../authority.ts";
import { writeDid, writerOf } from "../dids.ts";
import { checkDocument, documentKeys } from "../document.ts";
import { checkKeyChange } from "../key-removals.ts";
import { touchesPendingKeys } from "../recovery.ts";
import { done, refused } from "../state.ts";
import type { OperationHandler } from "./context.ts";
import { checkVersion, isVersionGuarded } from "./expected-version.ts";

/**
 * Replaces the document, by a threshold of the current control keys or of the controllers; with
 * pre-rotation on this is all that current keys may do (docs/ledger.md 2). Codes: those of `writerOf` and
 * `checkControlAuthority`, VERSION_MISMATCH, DOCUMENT_TOO_LARGE, DOCUMENT_INVALID, KEY_REMOVAL_INVALID,
 * KEY_REMOVED, RECOVERY_PENDING (a key that a pending recovery brings in comes or goes).
 */
export const didUpdateHandler: OperationHandler<DidUpdate> = {
  isGuarded: isVersionGuarded,
  execute(operation, { state, signers }) {
    const { did, document, removals } = operation;
    const writer = writerOf(state, did);
    if (!writer.ok) return writer;
    const { before, now } = writer;
    const { control } = before.head;
    const unauthorised = checkControlAuthority(state, { did, control, signers });
    if (unauthorised !== undefined) return refused(unauthorised);
    const version = checkVersion(operation, now);
    if (!version.ok) return version;
    const keys = { before: documentKeys(now.document), after: documentKeys(document) };
    const problem = checkDocument(document) ?? checkKeyChange(state, { did, ...keys, removals });
    if (problem !== undefined) return refused(problem);
    if (touchesPendingKeys(now.head, keys)) return refused("RECOVERY_PENDING");
    writeDid(state, { did, previous: now, head: now.head, document, removals });
    return done;
  },
};
