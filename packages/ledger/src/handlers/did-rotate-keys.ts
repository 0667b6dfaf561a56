import {
  type DidRotateKeys,
  type Document,
  type KeyControl,
  type KeyRemoval,
  removalReason,
} from "@cartorio/protocol";
import { checkEstablishmentAuthority, holds, keysOf } from "../authority.ts";
import { checkControl, commitsTo } from "../control.ts";
import { writeDid, writerOf } from "../dids.ts";
import { documentKeys } from "../document.ts";
import { checkKeyChange } from "../key-removals.ts";
import { done, refused } from "../state.ts";
import type { OperationHandler } from "./context.ts";
import { checkVersion, isVersionGuarded } from "./expected-version.ts";

/**
 * New control keys, threshold and next-key hashes; the document stays. An establishment operation:
 * with pre-rotation on by revealed keys, with fresh hashes, or none to switch it off (docs/ledger.md
 * 2). Codes: those of `writerOf` and `checkEstablishmentAuthority`, VERSION_MISMATCH, NOT_SUPPORTED,
 * CONTROL_INVALID, PRE_ROTATION_MISMATCH (hashes not fresh), KEY_REMOVAL_INVALID (also for a key that is
 * reported compromised while the document lists it), KEY_REMOVED.
 */
export const didRotateKeysHandler: OperationHandler<DidRotateKeys> = {
  isGuarded: isVersionGuarded,
  execute(operation, { state, signers }) {
    const { did, removals } = operation;
    const writer = writerOf(state, did);
    if (!writer.ok) return writer;
    const { before, now } = writer;
    const signing = keysOf(signers, did);
    const unauthorised = checkEstablishmentAuthority(before.head.control, signing);
    if (unauthorised !== undefined) return refused(unauthorised);
    const version = checkVersion(operation, now);
    if (!version.ok) return version;
    const next = checkControl(operation.control);
    if (!next.ok) return next;
    const { control } = now.head;
    if (control.kind !== "keys") return refused("NOT_SUPPORTED");
    if (!isFresh(next.control, control, signing)) return refused("PRE_ROTATION_MISMATCH");
    const keys = { before: control.keys, after: next.control.keys };
    const problem = checkKeyChange(state, { did, ...keys, removals });
    if (problem !== undefined) return refused(problem);
    if (staysInDocument(removals, now.document)) return refused("KEY_REMOVAL_INVALID");
    const head = { ...now.head, control: next.control };
    writeDid(state, { did, previous: now, head, document: now.document, removals });
    return done;
  },
};

/**
 * True if a key is reported compromised that the document still lists: it could go on anchoring. The
 * document is replaced first, in the same transaction.
 */
function staysInDocument(removals: readonly KeyRemoval[], document: Document): boolean {
  const listed = documentKeys(document);
  return removals.some(
    ({ multikey, reason }) => reason === removalReason.compromised && holds(listed, multikey),
  );
}

/** Fresh hashes were not committed to before and are not of a key that has been shown. */
function isFresh(next: KeyControl, current: KeyControl, signing: readonly Uint8Array[]): boolean {
  return (
    !next.nextKeyHashes.some((hash) => holds(current.nextKeyHashes, hash)) &&
    !commitsTo(next.nextKeyHashes, [...current.keys, ...signing])
  );
}
