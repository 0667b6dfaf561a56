import {
  type Control,
  type Document,
  type ErrorCode,
  type KeyRemoval,
  removalReason,
} from "@cartorio/protocol";
import { checkEstablishmentAuthority, holds } from "../authority.ts";
import { areFresh, checkControl, controlKeys } from "../control.ts";
import { checkControllers } from "../controllers.ts";
import { moveDependant } from "../dependants.ts";
import { writeDid, writerOf } from "../dids.ts";
import { documentKeys } from "../document.ts";
import { checkKeyChange } from "../key-removals.ts";
import { done, type OperationOutcome, refused } from "../state.ts";
import type { OperationContext } from "./context.ts";
import { checkVersion } from "./expected-version.ts";

/** What puts another control state in force: didRotateKeys, didSetControllers. */
export interface ControlChange {
  readonly did: string;
  readonly expectedVersion: number;
  readonly control: Control;
  readonly removals: readonly KeyRemoval[];
}

/**
 * Another control state of the wanted form; the document stays. Codes: those of `writerOf` and
 * `checkEstablishmentAuthority`, VERSION_MISMATCH, RECOVERY_PENDING, CONTROL_INVALID (also for the other
 * form), CONTROLLER_INVALID, CONTROL_TOO_DEEP, PRE_ROTATION_MISMATCH (hashes not fresh),
 * KEY_REMOVAL_INVALID (also for a key that is reported compromised while the document lists it),
 * KEY_REMOVED.
 */
export function setControl(
  operation: ControlChange,
  { state, signers }: OperationContext,
  form: Control["kind"],
): OperationOutcome {
  const { did, control, removals } = operation;
  const writer = writerOf(state, did);
  if (!writer.ok) return writer;
  const { before, now } = writer;
  const question = { did, control: before.head.control, signers };
  const unauthorised = checkEstablishmentAuthority(state, question);
  if (unauthorised !== undefined) return refused(unauthorised);
  const version = checkVersion(operation, now);
  if (!version.ok) return version;
  if (now.head.pendingRecovery !== undefined) return refused("RECOVERY_PENDING");
  if (control.kind !== form) return refused("CONTROL_INVALID");
  const current = now.head.control;
  const problem =
    checkControl(control) ??
    checkControllers(state, did, control) ??
    checkFresh(control, { current, signers }) ??
    checkKeyChange(state, {
      did,
      before: controlKeys(current),
      after: controlKeys(control),
      removals,
    });
  if (problem !== undefined) return refused(problem);
  if (staysInDocument(removals, now.document)) return refused("KEY_REMOVAL_INVALID");
  moveDependant(state, current, control);
  const head = { ...now.head, control };
  writeDid(state, { did, previous: now, head, document: now.document, removals });
  return done;
}

/** Code: PRE_ROTATION_MISMATCH. */
export function checkFresh(
  control: Control,
  shown: Parameters<typeof areFresh>[1],
): ErrorCode | undefined {
  if (control.kind === "controllers" || areFresh(control.nextKeyHashes, shown)) return undefined;
  return "PRE_ROTATION_MISMATCH";
}

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
