import { equalBytes } from "@cartorio/crypto";
import {
  type Control,
  type ControllerControl,
  type ErrorCode,
  type KeyControl,
  limits,
  nextKeyHash,
  type Signer,
  signerRole,
} from "@cartorio/protocol";
import { commitsTo } from "./control.ts";
import { didBefore, didNow, isActive, isFrozen } from "./dids.ts";
import type { DidState, TransactionState } from "./state.ts";

/** In whose name a transaction is judged, by which control state, and who signs. */
export interface ControlQuestion {
  readonly did: string;
  /** As of before the transaction. */
  readonly control: Control;
  readonly signers: readonly Signer[];
  /** True for what needs revealed keys of those who have pre-rotation on. */
  readonly establishment: boolean;
}

/** Why controllers that sign do not count. */
interface Hints {
  signed: boolean;
  tooDeep: boolean;
  unrevealed: boolean;
  notRotated: boolean;
  /** Controllers of the last level that were looked up although nobody signs for them. */
  unnamed: number;
}

/**
 * Such a controller cannot act; all that it can tell is CONTROL_TOO_DEEP. To read 16 x 16 of them would
 * cost a hundred times what an operation pays.
 */
const maxUnnamed = 16;

interface Search {
  readonly state: TransactionState;
  readonly signers: readonly Signer[];
  readonly establishment: boolean;
  /** DIDs whose keys count already, in another branch. */
  readonly used: readonly string[];
  readonly hints: Hints;
}

/**
 * A threshold of a DID's controllers acts (docs/ledger.md 2). Each controller is active, not frozen
 * and signs itself with a threshold of its control keys, or is controlled by DIDs that do: depth 2. A
 * key counts once: for the first signer that shows it, and a DID for the first of the controllers, in
 * their order, that it is needed for. For an establishment operation a controller that has pre-rotation
 * on shows keys that were committed to and has rotated them away in the same transaction, before this
 * operation. Codes: CONTROL_TOO_DEEP, PRE_ROTATION_REQUIRED, PRE_ROTATION_MISMATCH, THRESHOLD_NOT_MET,
 * UNAUTHORISED (no controller signs).
 */
export function checkControllersAct(
  state: TransactionState,
  control: ControllerControl,
  { signers, establishment }: Pick<ControlQuestion, "signers" | "establishment">,
): ErrorCode | undefined {
  const no = { signed: false, tooDeep: false, unrevealed: false, notRotated: false };
  const hints = { ...no, unnamed: 0 };
  const search = { state, signers: countingSigners(signers), establishment, used: [], hints };
  if (didsThatAct(search, control, 1) !== undefined) return undefined;
  if (hints.tooDeep) return "CONTROL_TOO_DEEP";
  if (hints.unrevealed) return "PRE_ROTATION_REQUIRED";
  if (hints.notRotated) return "PRE_ROTATION_MISMATCH";
  return hints.signed ? "THRESHOLD_NOT_MET" : "UNAUTHORISED";
}

/** Those who sign for a DID, without the ones that show a key which was shown before. */
function countingSigners(signers: readonly Signer[]): Signer[] {
  const acting = signers.filter(
    ({ role }) => role === signerRole.author || role === signerRole.controller,
  );
  return acting.filter(
    ({ multikey }, index) =>
      acting.findIndex((other) => equalBytes(other.multikey, multikey)) === index,
  );
}

/** DIDs whose keys make up the threshold; undefined if it is not met. */
function didsThatAct(
  search: Search,
  { controllers, threshold }: ControllerControl,
  depth: number,
): readonly string[] | undefined {
  let used: readonly string[] = [];
  let count = 0;
  for (const controller of controllers) {
    if (count === threshold) break;
    const inner = { ...search, used: [...search.used, ...used] };
    const acting = didsBehind(inner, controller, depth);
    if (acting === undefined) continue;
    used = [...used, ...acting];
    count += 1;
  }
  return count === threshold ? used : undefined;
}

/** DIDs by whose keys one controller acts; undefined if it does not. */
function didsBehind(search: Search, did: string, depth: number): readonly string[] | undefined {
  const { state, signers, used, hints } = search;
  if (depth === limits.maxControlDepth && !signers.some((signer) => signer.did === did)) {
    if (hints.unnamed >= maxUnnamed) return undefined;
    hints.unnamed += 1;
  }
  const before = didBefore(state, did);
  const now = didNow(state, did);
  if (before === undefined || now === undefined) return undefined;
  if (!mayControl(state, before) || !mayControl(state, now)) return undefined;
  const { control } = before.head;
  if (control.kind === "keys") {
    return !used.includes(did) && keysAct(search, { did, control, now }) ? [did] : undefined;
  }
  if (depth < limits.maxControlDepth) return didsThatAct(search, control, depth + 1);
  if (signers.some((signer) => control.controllers.includes(signer.did))) hints.tooDeep = true;
  return undefined;
}

interface KeyController {
  readonly did: string;
  readonly control: KeyControl;
  readonly now: DidState;
}

function keysAct(search: Search, { did, control, now }: KeyController): boolean {
  const { hints, establishment } = search;
  const signing = search.signers
    .filter((signer) => signer.did === did)
    .map(({ multikey }) => multikey);
  const current = count(control.keys, signing);
  if (!establishment || control.nextKeyHashes.length === 0) {
    if (current > 0) hints.signed = true;
    return current >= control.threshold;
  }
  const revealed = count(control.nextKeyHashes, signing.map(nextKeyHash));
  if (revealed > 0) hints.signed = true;
  else if (current > 0) hints.unrevealed = true;
  if (revealed < control.threshold) return false;
  const after = now.head.control;
  const isRotated = after.kind === "controllers" || !commitsTo(after.nextKeyHashes, signing);
  if (!isRotated) hints.notRotated = true;
  return isRotated;
}

function count(wanted: readonly Uint8Array[], given: readonly Uint8Array[]): number {
  return wanted.filter((one) => given.some((other) => equalBytes(one, other))).length;
}

function mayControl(state: TransactionState, did: DidState): boolean {
  return isActive(did) && !isFrozen(state, did);
}

/**
 * Controllers that may be set now: existing, active, not frozen, not the DID itself, and controlled by
 * keys or by DIDs that are, none of them the DID itself (docs/ledger.md 2). Codes: CONTROLLER_INVALID,
 * CONTROL_TOO_DEEP.
 */
export function checkControllers(
  state: TransactionState,
  did: string,
  control: Control,
): ErrorCode | undefined {
  if (control.kind === "keys") return undefined;
  for (const controller of control.controllers) {
    const now = didNow(state, controller);
    const isSound = controller !== did && now !== undefined && mayControl(state, now);
    if (!isSound) return "CONTROLLER_INVALID";
    const above = now.head.control;
    if (above.kind === "keys") continue;
    if (above.controllers.includes(did)) return "CONTROLLER_INVALID";
    const isFlat = above.controllers.every(
      (name) => didNow(state, name)?.head.control.kind === "keys",
    );
    if (!isFlat) return "CONTROL_TOO_DEEP";
  }
  return undefined;
}

/**
 * True if so many controllers are deactivated that the others cannot reach the threshold: for ever,
 * unless the DID is recovered (docs/ledger.md 2). As of before the transaction.
 */
export function isOrphan(state: TransactionState, control: Control): boolean {
  if (control.kind === "keys") return false;
  const active = control.controllers.filter((name) => {
    const controller = didBefore(state, name);
    return controller !== undefined && isActive(controller);
  });
  return active.length < control.threshold;
}
