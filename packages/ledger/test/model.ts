import { type ErrorCode, limits } from "@cartorio/protocol";

// The rules once more, naively, over names instead of bytes: what a reader of docs/ledger.md would
// write in an afternoon. Keys, hashes and DIDs are their names.

export interface ModelSigner {
  readonly did: string;
  readonly key: string;
  readonly role: "author" | "controller" | "sponsor" | "cosigner";
}
export interface ModelControl {
  readonly keys: string[];
  readonly threshold: number;
  readonly next: string[];
}
/** Key name -> relationship bits. */
export type ModelDocument = Record<string, number>;
export type ModelOperation =
  | { kind: "create"; did: string; control: ModelControl; document: ModelDocument }
  | { kind: "update"; did: string; version: number; document: ModelDocument; removed: string[] }
  | { kind: "rotate"; did: string; version: number; control: ModelControl; removed: string[] }
  | { kind: "deactivate"; did: string; version: number }
  | { kind: "anchor"; did: string; hash: string }
  | { kind: "revoke"; did: string; hash: string; sequence: number };
export interface ModelTransaction {
  readonly id: string;
  readonly validUntil: number;
  readonly signers: readonly ModelSigner[];
  readonly operations: readonly ModelOperation[];
}
export interface ModelDid {
  version: number;
  active: boolean;
  control: ModelControl;
  document: ModelDocument;
  sponsor: string;
  /** Keys that left the document or the control. */
  left: string[];
}
export interface ModelState {
  dids: Record<string, ModelDid>;
  /** "issuer/hash" -> version of the issuer that authorised it. */
  anchors: Record<string, number>;
  revoked: string[];
}
export interface Model {
  state: ModelState;
  readonly members: readonly string[];
  readonly longCap: number;
  seen: Set<string>;
  longLived: Record<string, number>;
}
export interface ModelReceipt {
  readonly name: ErrorCode;
  readonly operationIndex: number;
  readonly currentVersion: number;
  readonly ids: readonly string[];
}

class Refusal extends Error {
  readonly code: ErrorCode;
  readonly currentVersion: number;
  constructor(code: ErrorCode, currentVersion = 0) {
    super(code);
    this.code = code;
    this.currentVersion = currentVersion;
  }
}
const need = (condition: boolean, code: ErrorCode, currentVersion = 0): void => {
  if (!condition) throw new Refusal(code, currentVersion);
};
const withBit = (document: ModelDocument, bits: number): string[] =>
  Object.keys(document).filter((name) => ((document[name] ?? 0) & bits) !== 0);

export function execute(model: Model, tx: ModelTransaction, time: number): ModelReceipt {
  const fail = (name: ErrorCode): ModelReceipt => ({
    name,
    operationIndex: 0,
    currentVersion: 0,
    ids: [],
  });
  if (tx.validUntil < time) return fail("EXPIRED");
  const isLong = tx.validUntil > time + limits.validityWindowMs;
  const isGuarded = tx.operations.every((o) => !("version" in o) || o.version > 0);
  const isTooFar = tx.validUntil > time + limits.longValidityWindowMs;
  if (isLong && (isTooFar || !isGuarded)) return fail("VALID_UNTIL_TOO_FAR");
  if (model.seen.has(tx.id)) return fail("DUPLICATE_TRANSACTION");
  const payer = payerOf(tx);
  const unpaid = payerProblem(model, tx, payer);
  if (isLong) {
    if (unpaid !== undefined) return fail(unpaid);
    const count = `${payer} ${Math.floor(time / limits.dayMs)}`;
    if ((model.longLived[count] ?? 0) >= model.longCap) return fail("LONG_LIVED_CAP");
    model.longLived[count] = (model.longLived[count] ?? 0) + 1;
  }
  model.seen.add(tx.id);
  if (unpaid !== undefined) return fail(unpaid);
  const before = structuredClone(model.state);
  const rights = structuredClone(before.dids);
  const ids: string[] = [];
  for (const [operationIndex, operation] of tx.operations.entries()) {
    try {
      apply(model.state, rights, { operation, tx, payer });
      if (operation.kind === "create") ids.push(operation.did);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      model.state = before;
      const { code: name, currentVersion } = error;
      return { name, operationIndex, currentVersion, ids: [] };
    }
  }
  return { name: "APPLIED", operationIndex: 0, currentVersion: 0, ids };
}

function payerOf(tx: ModelTransaction): string {
  const first = (role: string) => tx.signers.find((signer) => signer.role === role)?.did;
  return first("sponsor") ?? first("author") ?? "";
}

function payerProblem(model: Model, tx: ModelTransaction, payer: string): ErrorCode | undefined {
  const sponsors = tx.signers.filter(({ role }) => role === "sponsor");
  for (const { did, key } of sponsors) {
    const member = model.state.dids[did];
    if (!model.members.includes(did) || !member) return "SPONSOR_NOT_MEMBER";
    if (!member.active) return "DID_DEACTIVATED";
    if (!withBit(member.document, 8).includes(key)) return "UNAUTHORISED";
  }
  if (sponsors.length > 0) return undefined;
  const member = model.state.dids[payer];
  const others = tx.signers.filter(({ role, did }) => role !== "cosigner" && did !== payer);
  if (!model.members.includes(payer) || !member || others.length > 0) return "SPONSOR_NOT_MEMBER";
  if (!member.active) return "DID_DEACTIVATED";
  const { keys, next } = member.control;
  const speaking = [...keys, ...next, ...withBit(member.document, 2 | 8)];
  const isOwn = tx.signers.some(({ role, key }) => role === "author" && speaking.includes(key));
  return isOwn ? undefined : "UNAUTHORISED";
}

interface Doing {
  readonly operation: ModelOperation;
  readonly tx: ModelTransaction;
  readonly payer: string;
}

function apply(state: ModelState, rights: Record<string, ModelDid>, doing: Doing): void {
  const { operation, tx, payer } = doing;
  const { did } = operation;
  const roles = (...names: string[]) =>
    tx.signers.filter((s) => s.did === did && names.includes(s.role)).map(({ key }) => key);
  const signing = roles("author", "controller");
  const needThreshold = (allowed: readonly string[], threshold: number): void => {
    const count = allowed.filter((name) => signing.includes(name)).length;
    need(count > 0, "UNAUTHORISED");
    need(count >= threshold, "THRESHOLD_NOT_MET");
  };
  if (operation.kind === "create") {
    needThreshold(operation.control.keys, operation.control.threshold);
    need(!state.dids[did], "DID_EXISTS");
    const { control, document } = structuredClone(operation);
    state.dids[did] = { version: 1, active: true, control, document, sponsor: payer, left: [] };
    rights[did] = structuredClone(state.dids[did]);
    return;
  }
  const now = state.dids[did];
  const before = rights[did];
  if (!now || !before) throw new Refusal("DID_NOT_FOUND");
  need(now.active && before.active, "DID_DEACTIVATED");
  if (operation.kind === "anchor" || operation.kind === "revoke") {
    const keys = withBit(before.document, 2);
    need(
      roles("author").some((name) => keys.includes(name)),
      "UNAUTHORISED",
    );
    const name = `${did}/${operation.hash}`;
    if (operation.kind === "anchor") {
      need(!(name in state.anchors), "CREDENTIAL_ALREADY_ANCHORED");
      state.anchors[name] = before.version;
    } else {
      need(!state.revoked.includes(name), "CREDENTIAL_ALREADY_REVOKED");
      need(operation.sequence === 0, "SEQUENCE_MISMATCH", 0);
      state.revoked.push(name);
    }
    return;
  }
  const { keys, next, threshold } = before.control;
  if (operation.kind === "update" || next.length === 0) {
    needThreshold(keys, threshold);
  } else {
    need(signing.length > 0, "UNAUTHORISED");
    const revealed = next.filter((name) => signing.includes(name)).length;
    const hasCurrent = keys.some((name) => signing.includes(name));
    need(revealed > 0, hasCurrent ? "PRE_ROTATION_REQUIRED" : "PRE_ROTATION_MISMATCH");
    need(revealed >= threshold, "THRESHOLD_NOT_MET");
  }
  need(operation.version === now.version, "VERSION_MISMATCH", now.version);
  if (operation.kind === "deactivate") {
    Object.assign(now, { active: false, document: {} });
  } else {
    const { removed } = operation;
    const isUpdate = operation.kind === "update";
    const was = isUpdate ? Object.keys(now.document) : now.control.keys;
    const will = isUpdate ? Object.keys(operation.document) : operation.control.keys;
    const leaving = was.filter((name) => !will.includes(name)).sort();
    if (!isUpdate) {
      const shown = [...now.control.keys, ...now.control.next, ...signing];
      const isFresh = operation.control.next.every((name) => !shown.includes(name));
      need(isFresh, "PRE_ROTATION_MISMATCH");
    }
    need(JSON.stringify([...removed].sort()) === JSON.stringify(leaving), "KEY_REMOVAL_INVALID");
    need(!will.some((name) => !was.includes(name) && now.left.includes(name)), "KEY_REMOVED");
    now.left.push(...leaving);
    if (isUpdate) now.document = structuredClone(operation.document);
    else now.control = structuredClone(operation.control);
  }
  now.version += 1;
}
