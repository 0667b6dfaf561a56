import {
  type DidHead,
  type Document,
  decodeDidDocumentRecord,
  decodeDidHead,
  didStatus,
  documentHash,
  type ErrorCode,
  encodeDidDocumentRecord,
  encodeDidHead,
  encodeDidVersion,
  type KeyRemoval,
  parseDid,
  stateKeys,
  versionHash,
} from "@cartorio/protocol";
import { recordKeyRemovals } from "./key-removals.ts";
import {
  type BlockState,
  type DidState,
  decodedRecord,
  readBlockRecord,
  type TransactionState,
  writeRecord,
} from "./state.ts";

const noHash = new Uint8Array(0);

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
  const head = decodedRecord(decodeDidHead(headBytes));
  const version = readBlockRecord(block, stateKeys.didVersion(did, head.latestVersion));
  const body = readBlockRecord(block, stateKeys.didDocument(did, head.latestVersion));
  if (version === undefined || body === undefined) {
    throw new Error("INV-STATE-DID: a DID has a head without its latest version");
  }
  const { document } = decodedRecord(decodeDidDocumentRecord(body));
  return { head, versionHash: versionHash(version), document };
}

/** A DID that may write: existing and active, both before the transaction and now. */
export type Writer =
  | { readonly ok: true; readonly before: DidState; readonly now: DidState }
  | { readonly ok: false; readonly code: ErrorCode };

/** Codes: DID_MALFORMED, DID_WRONG_NETWORK, DID_NOT_FOUND, DID_DEACTIVATED. */
export function writerOf(state: TransactionState, did: string): Writer {
  const now = didNow(state, did);
  const before = didBefore(state, did);
  if (now === undefined || before === undefined) {
    return { ok: false, code: whyAbsent(did, state.block.base.network) };
  }
  if (!isActive(now) || !isActive(before)) return { ok: false, code: "DID_DEACTIVATED" };
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
  const { did, previous, document, removals } = change;
  const number = (previous?.head.latestVersion ?? 0) + 1;
  const head: DidHead = { ...change.head, latestVersion: number };
  const body = encodeDidDocumentRecord({ document });
  const version = encodeDidVersion({
    number,
    time: state.block.time,
    height: state.block.height,
    documentHash: documentHash(body),
    previousHash: previous?.versionHash ?? noHash,
    removals,
    status: head.status,
  });
  writeRecord(state, stateKeys.didHead(did), encodeDidHead(head));
  writeRecord(state, stateKeys.didVersion(did, number), version);
  writeRecord(state, stateKeys.didDocument(did, number), body);
  recordKeyRemovals(state, { did, version: number, removals });
  const next: DidState = { head, versionHash: versionHash(version), document };
  state.dids.set(did, next);
  return next;
}
