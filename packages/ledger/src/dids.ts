import {
  type DidHead,
  type Document,
  didDocumentRecord,
  didHeadRecord,
  didStatus,
  didVersionRecord,
  documentHash,
  type ErrorCode,
  type KeyRemoval,
  parseDid,
  type Redaction,
  stateKeys,
  versionHash,
} from "@cartorio/protocol";
import { recordKeyRemovals, settledRemovals } from "./key-removals.ts";
import {
  type BlockState,
  type DidState,
  decodedRecord,
  readBlockRecord,
  readRecord,
  type TransactionState,
  writeRecord,
} from "./state.ts";

const noHash = new Uint8Array(0);
/** Of a deactivated DID, and what counts in place of a redacted document: no key has any right. */
export const emptyDocument: Document = { verificationMethods: [], services: [], alsoKnownAs: [] };

/** The DID as of the transactions that this block has executed. */
export function didInBlock(block: BlockState, did: string): DidState | undefined {
  const changed = block.dids.get(did);
  if (changed !== undefined) return changed;
  const known = block.base.dids.get(did);
  if (known !== undefined) return known;
  const loaded = loadDid(block, did);
  if (loaded !== undefined) block.base.dids.set(did, loaded);
  return loaded;
}

/** The DID as of now, inside the transaction. */
export function didNow(state: TransactionState, did: string): DidState | undefined {
  return state.dids.get(did) ?? didInBlock(state.block, did);
}

/**
 * The DID by which rights are judged: as of before the transaction; one that the transaction
 * created counts as its create made it (docs/ledger.md 2).
 */
export function didBefore(state: TransactionState, did: string): DidState | undefined {
  return state.created.get(did) ?? didInBlock(state.block, did);
}

// Only reached while the block has not touched the DID, so it reads what the base holds.
function loadDid(block: BlockState, did: string): DidState | undefined {
  const headBytes = readBlockRecord(block, stateKeys.didHead(did));
  if (headBytes === undefined) return undefined;
  const head = decodedRecord(didHeadRecord.decode(headBytes));
  const body = readBlockRecord(block, stateKeys.didDocument(did, head.latestVersion));
  if (body === undefined) throw new Error("INV-STATE-DID: a DID has a head without its document");
  const { document = emptyDocument } = decodedRecord(didDocumentRecord.decode(body));
  return { head, document };
}

/** A DID that may write: existing, active and not frozen, before the transaction and now. */
export type Writer =
  | { readonly ok: true; readonly before: DidState; readonly now: DidState }
  | { readonly ok: false; readonly code: ErrorCode };

/** Codes: DID_MALFORMED, DID_WRONG_NETWORK, DID_NOT_FOUND, DID_DEACTIVATED, DID_FROZEN. */
export function writerOf(state: TransactionState, did: string): Writer {
  const now = didNow(state, did);
  const before = didBefore(state, did);
  if (now === undefined || before === undefined) {
    return { ok: false, code: whyAbsent(did, state.block.base.network) };
  }
  if (!isActive(now) || !isActive(before)) return { ok: false, code: "DID_DEACTIVATED" };
  if (isFrozen(state, now) || isFrozen(state, before)) return { ok: false, code: "DID_FROZEN" };
  return { ok: true, before, now };
}

/** The text is only taken apart when the state does not know it: what it knows is well-formed. */
function whyAbsent(did: string, network: string): ErrorCode {
  const parsed = parseDid(did);
  if (parsed === undefined) return "DID_MALFORMED";
  return parsed.network === network ? "DID_NOT_FOUND" : "DID_WRONG_NETWORK";
}

export function isActive(did: DidState): boolean {
  return did.head.status === didStatus.active;
}

/** Governance stopped its writes for a time, the end of which is exclusive (docs/ledger.md 8). */
export function isFrozen({ block }: TransactionState, { head }: DidState): boolean {
  return head.frozenUntil > block.time;
}

/** The next version of a DID. */
export interface DidChange {
  readonly did: string;
  /** Undefined for a create. */
  readonly previous: DidState | undefined;
  /** Head without what follows from the version. */
  readonly head: Omit<DidHead, "latestVersion">;
  readonly document: Document;
  readonly removals: readonly KeyRemoval[];
}

/**
 * Writes head, version record and document of the next version (docs/ledger.md 3), and a record per
 * key that leaves. Every version has its document beside it, unchanged ones too, so that a verifier
 * derives both keys from (did, n).
 */
export function writeDid(state: TransactionState, change: DidChange): DidState {
  const { did, previous, document } = change;
  const removals = settledRemovals(state, change.removals);
  const number = (previous?.head.latestVersion ?? 0) + 1;
  const head: DidHead = { ...change.head, latestVersion: number };
  const body = didDocumentRecord.encode({ document });
  const version = didVersionRecord.encode({
    number,
    time: state.block.time,
    height: state.block.height,
    documentHash: documentHash(body),
    previousHash: previous === undefined ? noHash : hashOfLatest(state, did, previous),
    removals,
    status: head.status,
    control: head.control,
  });
  writeRecord(state, stateKeys.didHead(did), didHeadRecord.encode(head));
  writeRecord(state, stateKeys.didVersion(did, number), version);
  writeRecord(state, stateKeys.didDocument(did, number), body);
  recordKeyRemovals(state, { did, version: number, removals });
  const next: DidState = { head, document };
  state.dids.set(did, next);
  return next;
}

/** Versions are linked by hashes; most operations change no DID and never need one. */
function hashOfLatest(state: TransactionState, did: string, { head }: DidState): Uint8Array {
  const record = readRecord(state, stateKeys.didVersion(did, head.latestVersion));
  if (record === undefined) {
    throw new Error("INV-STATE-DID: a DID has a head without its latest version");
  }
  return versionHash(record);
}

/** Changes of a head that make no version: neither document nor control state differ. */
export type HeadChange = Partial<
  Pick<
    DidHead,
    "dependants" | "frozenUntil" | "pendingRecovery" | "recoverySequence" | "recoveryVetoed"
  >
>;

/** Writes the head alone. `now` is the DID as of now. */
export function writeHead(
  state: TransactionState,
  did: string,
  change: { readonly now: DidState; readonly head: HeadChange },
): void {
  const { now } = change;
  const head: DidHead = { ...now.head, ...change.head };
  writeRecord(state, stateKeys.didHead(did), didHeadRecord.encode(head));
  state.dids.set(did, { ...now, head });
}

/**
 * Drops the document of one version (docs/ledger.md 6): what redacted it stands in its place, the
 * version record goes on naming its hash. If it is the latest version, no key of the DID has a right by
 * its document until the next one. Throws INV-STATE-DID if there is no such version.
 */
export function redactDocument(
  state: TransactionState,
  at: { readonly did: string; readonly version: number },
  redaction: Redaction,
): void {
  const { did, version } = at;
  const now = didNow(state, did);
  if (now === undefined || version < 1 || version > now.head.latestVersion) {
    throw new Error("INV-STATE-DID: a version that does not exist is redacted");
  }
  const record = didDocumentRecord.encode({ document: undefined, redaction });
  writeRecord(state, stateKeys.didDocument(did, version), record);
  if (version === now.head.latestVersion) {
    state.dids.set(did, { ...now, document: emptyDocument });
  }
}
