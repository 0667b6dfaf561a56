// docs/ledger.md 2: who acts for a DID, as the model sees it.
import type { Control, Recovery } from "@cartorio/protocol";
import type { Named } from "./named.ts";
import {
  type Doing,
  keysSigning,
  type ModelDid,
  type ModelSigner,
  need,
  Refusal,
} from "./state.ts";

type KeyControl = Extract<Named<Control>, { kind: "keys" }>;
type ControllerControl = Extract<Named<Control>, { kind: "controllers" }>;

export const controlKeys = (control: Named<Control>): readonly string[] =>
  control.kind === "keys" ? control.keys : [];
export const nextHashes = (control: Named<Control>): readonly string[] =>
  control.kind === "keys" ? control.nextKeyHashes : [];
const revealedOf = (hashes: readonly string[], keys: readonly string[]): number =>
  hashes.filter((hash) => keys.some((key) => hash === `next:${key}`)).length;

function keysAct(control: KeyControl, signing: readonly string[]): void {
  const count = control.keys.filter((key) => signing.includes(key)).length;
  need(count > 0, "UNAUTHORISED");
  need(count >= control.threshold, "THRESHOLD_NOT_MET");
}

/** A threshold of what controls the DID as of before the transaction, or `control` of a new one. */
export function needControl(doing: Doing, did: string, control: Named<Control>): void {
  need(!doing.recovered.has(did), "RECOVERY_PENDING");
  if (control.kind === "controllers") controllersAct(doing, control, false);
  else keysAct(control, keysSigning(doing, did, "author", "controller"));
}

/** The same for an establishment operation: revealed keys, with pre-rotation on. */
export function needEstablishment(doing: Doing, did: string, control: Named<Control>): void {
  need(!doing.recovered.has(did), "RECOVERY_PENDING");
  if (control.kind === "controllers") {
    controllersAct(doing, control, true);
    return;
  }
  const signing = keysSigning(doing, did, "author", "controller");
  if (control.nextKeyHashes.length === 0) {
    keysAct(control, signing);
    return;
  }
  need(signing.length > 0, "UNAUTHORISED");
  const revealed = revealedOf(control.nextKeyHashes, signing);
  const hasCurrent = control.keys.some((key) => signing.includes(key));
  need(revealed > 0, hasCurrent ? "PRE_ROTATION_REQUIRED" : "PRE_ROTATION_MISMATCH");
  need(revealed >= control.threshold, "THRESHOLD_NOT_MET");
}

/** What is noticed about controllers that do not count; the first one that is true is the code. */
interface Notes {
  tooDeep: boolean;
  unrevealed: boolean;
  notRotated: boolean;
  signed: boolean;
}

function controllersAct(doing: Doing, control: ControllerControl, establishing: boolean): void {
  const notes: Notes = { tooDeep: false, unrevealed: false, notRotated: false, signed: false };
  const counting: ModelSigner[] = [];
  for (const signer of doing.signers) {
    if (signer.role !== "author" && signer.role !== "controller") continue;
    if (counting.every(({ key }) => key !== signer.key)) counting.push(signer);
  }
  const used = new Set<string>();
  if (enough({ doing, establishing, notes, counting }, used, { control, depth: 1 })) return;
  if (notes.tooDeep) throw new Refusal("CONTROL_TOO_DEEP");
  if (notes.unrevealed) throw new Refusal("PRE_ROTATION_REQUIRED");
  if (notes.notRotated) throw new Refusal("PRE_ROTATION_MISMATCH");
  throw new Refusal(notes.signed ? "THRESHOLD_NOT_MET" : "UNAUTHORISED");
}

interface Asking {
  readonly doing: Doing;
  readonly establishing: boolean;
  readonly notes: Notes;
  readonly counting: readonly ModelSigner[];
}

/** Adds to `used` whose keys made up the threshold; leaves it alone if they do not. */
function enough(
  asking: Asking,
  used: Set<string>,
  { control, depth }: { readonly control: ControllerControl; readonly depth: number },
): boolean {
  const taken = new Set(used);
  let count = 0;
  for (const did of control.controllers) {
    if (count < control.threshold && acts(asking, taken, { did, depth })) count += 1;
  }
  if (count < control.threshold) return false;
  for (const did of taken) used.add(did);
  return true;
}

function acts(
  asking: Asking,
  taken: Set<string>,
  { did, depth }: { readonly did: string; readonly depth: number },
): boolean {
  const { doing, counting, notes } = asking;
  const [now, before] = [doing.state.dids[did], doing.before.dids[did]];
  if (now === undefined || before === undefined) return false;
  if (!canControl(doing, now) || !canControl(doing, before)) return false;
  const { control } = before;
  if (control.kind === "controllers") {
    if (depth < 2) return enough(asking, taken, { control, depth: depth + 1 });
    if (counting.some((signer) => control.controllers.includes(signer.did))) notes.tooDeep = true;
    return false;
  }
  if (taken.has(did)) return false;
  const signing = counting.filter((signer) => signer.did === did).map(({ key }) => key);
  if (!keyController(asking, { control, now, signing })) return false;
  taken.add(did);
  return true;
}

function keyController(
  { establishing, notes }: Asking,
  its: {
    readonly control: KeyControl;
    readonly now: ModelDid;
    readonly signing: readonly string[];
  },
): boolean {
  const { keys, threshold, nextKeyHashes } = its.control;
  const current = keys.filter((key) => its.signing.includes(key)).length;
  if (!establishing || nextKeyHashes.length === 0) {
    notes.signed ||= current > 0;
    return current >= threshold;
  }
  const revealed = revealedOf(nextKeyHashes, its.signing);
  if (revealed > 0) notes.signed = true;
  else notes.unrevealed ||= current > 0;
  if (revealed < threshold) return false;
  // What was shown was rotated away before, in the same transaction.
  const isRotated = revealedOf(nextHashes(its.now.control), its.signing) === 0;
  notes.notRotated ||= !isRotated;
  return isRotated;
}

const canControl = ({ time }: Doing, { active, frozenUntil }: ModelDid): boolean =>
  active && frozenUntil <= time;

/** A control state that may be set: its form, and its controllers. */
export function needControlValid(doing: Doing, did: string, control: Named<Control>): void {
  needForm(control);
  needControllers(doing, did, control);
}

/** Distinct keys or controllers that meet the threshold, and next keys that nobody has seen. */
export function needForm(control: Named<Control>): void {
  const list = control.kind === "keys" ? control.keys : control.controllers;
  const isSound = list.length <= 16 && new Set(list).size === list.length;
  const isMet = control.threshold >= 1 && control.threshold <= list.length;
  need(isSound && isMet, "CONTROL_INVALID");
  if (control.kind === "keys") {
    const { nextKeyHashes: hashes, threshold, keys } = control;
    if (hashes.length > 0) needHashes(hashes, { threshold, shown: keys });
  }
}

/** Controllers that can act, none of them the DID itself, not too deep. */
export function needControllers(doing: Doing, did: string, control: Named<Control>): void {
  if (control.kind === "keys") return;
  for (const controller of control.controllers) {
    const its = doing.state.dids[controller];
    if (its === undefined || controller === did) throw new Refusal("CONTROLLER_INVALID");
    need(canControl(doing, its), "CONTROLLER_INVALID");
    if (its.control.kind === "keys") continue;
    const above = its.control.controllers;
    need(!above.includes(did), "CONTROLLER_INVALID");
    const areKeys = above.every((name) => doing.state.dids[name]?.control.kind === "keys");
    need(areKeys, "CONTROL_TOO_DEEP");
  }
}

function needHashes(
  hashes: readonly string[],
  { threshold, shown }: { readonly threshold: number; readonly shown: readonly string[] },
): void {
  const isValid = hashes.length <= 16 && hashes.length >= threshold;
  need(isValid && new Set(hashes).size === hashes.length, "CONTROL_INVALID");
  need(revealedOf(hashes, shown) === 0, "CONTROL_INVALID");
}

/** Next keys that were neither committed to nor shown. */
export function needFresh(doing: Doing, hashes: readonly string[], current: Named<Control>): void {
  const shown = [...controlKeys(current), ...doing.signers.map(({ key }) => key)];
  const isSpent = hashes.some((hash) => nextHashes(current).includes(hash));
  need(!isSpent && revealedOf(hashes, shown) === 0, "PRE_ROTATION_MISMATCH");
}

/** Fresh hashes in place of those that were shown, with pre-rotation on; else there are none. */
export function renewed(
  doing: Doing,
  hashes: readonly string[],
  current: Named<Control>,
): Named<Control> {
  if (current.kind === "controllers" || current.nextKeyHashes.length === 0) {
    need(hashes.length === 0, "PRE_ROTATION_MISMATCH");
    return current;
  }
  needFresh(doing, hashes, current);
  const isEnough = hashes.length >= current.threshold && new Set(hashes).size === hashes.length;
  need(hashes.length > 0 && hashes.length <= 16 && isEnough, "PRE_ROTATION_MISMATCH");
  return { ...current, nextKeyHashes: hashes };
}

const minDelayMs = 200_000;
const dayMs = 86_400_000;

export function needRecoveryValid(recovery: Named<Recovery> | undefined): void {
  if (recovery === undefined) return;
  const { keyHashes, threshold, delayMs } = recovery;
  const isMet = threshold >= 1 && threshold <= keyHashes.length && keyHashes.length <= 16;
  const isDelay = delayMs >= minDelayMs && delayMs <= 366 * dayMs;
  need(isMet && new Set(keyHashes).size === keyHashes.length && isDelay, "CONTROL_INVALID");
}

/** Keys among those that the commitment is to. */
export const committedOf = (
  { keyHashes }: Named<Recovery>,
  keys: readonly string[],
): readonly string[] => keyHashes.filter((hash) => keys.some((key) => hash === `recovery:${key}`));
