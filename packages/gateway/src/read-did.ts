import {
  type Control,
  type DidDocumentRecord,
  type DidHead,
  type DidVersion,
  didDocumentRecord,
  didHeadRecord,
  didStatus,
  didVersionRecord,
  type ProofQuestion,
  type Recovery,
  renderDidDocument,
  renderDidDocumentMetadata,
  stateKeys,
  type VersionRecord,
} from "@cartorio/protocol";
import type { MethodContext } from "./method.ts";
import type { ApiResult } from "./node-api.ts";
import { type ReadAnswer, type ReadOptions, readRecords } from "./read-records.ts";

/** One version of a DID, rendered, with the read that it came from. */
export interface ResolvedDid {
  readonly did: string;
  /** Null for the latest version of a deactivated DID, and for one that governance redacted. */
  readonly document: Record<string, unknown> | null;
  readonly metadata: Record<string, unknown>;
  readonly version: number;
  readonly latestVersion: number;
  readonly deactivated: boolean;
  /** As it is now. */
  readonly control: Control;
  readonly dependants: number;
  /** Recoveries proposed so far: what the next recovery operation names. */
  readonly recoverySequence: number;
  readonly recovery: Recovery | undefined;
  readonly answer: ReadAnswer;
}

/** Codes: DID_NOT_FOUND, NOT_FOUND (no such version), and those of the read. */
export async function readDid(
  context: MethodContext,
  did: string,
  options: ReadOptions & { readonly version?: number },
): Promise<ApiResult<ResolvedDid>> {
  const { version } = options;
  const questions: ProofQuestion[] = [{ kind: "did", did }];
  if (version !== undefined) questions.push({ kind: "didVersion", did, version });
  const read = await readRecords(context, questions, options);
  if (!read.ok) return read;
  const headRecord = read.value.lookup(stateKeys.didHead(did));
  if (headRecord === undefined) return { ok: false, code: "DID_NOT_FOUND" };
  const decoded = didHeadRecord.decode(headRecord);
  if (!decoded.ok) return { ok: false, code: decoded.code };
  const head = decoded.value;
  const number = version ?? head.latestVersion;
  if (number > head.latestVersion) {
    return { ok: false, code: "NOT_FOUND", data: { latestVersion: head.latestVersion } };
  }
  return { ok: true, value: render({ did, number, head, answer: read.value }) };
}

interface RenderInput {
  readonly did: string;
  readonly number: number;
  readonly head: DidHead;
  readonly answer: ReadAnswer;
}

function render({ did, number, head, answer }: RenderInput): ResolvedDid {
  const returned = requireVersion(answer, did, number);
  const first = number === 1 ? returned : requireVersion(answer, did, 1);
  const isLatest = number === head.latestVersion;
  const next = isLatest ? undefined : requireVersion(answer, did, number + 1);
  const deactivated = head.status === didStatus.deactivated;
  const { control, dependants, latestVersion, recovery, recoverySequence } = head;
  const { document, redaction } = requireDocument(answer, did, number);
  const source = { first: first.version, returned, next, head, asOf: answer.time, redaction };
  const isShown = document !== undefined && !(deactivated && isLatest);
  return {
    did,
    document: isShown ? renderDidDocument(did, document, returned.version.control) : null,
    metadata: renderDidDocumentMetadata(source),
    version: number,
    latestVersion,
    deactivated,
    control,
    dependants,
    recoverySequence,
    recovery,
    answer,
  };
}

function requireVersion(answer: ReadAnswer, did: string, number: number): VersionRecord {
  const record = answer.lookup(stateKeys.didVersion(did, number));
  const decoded = record && didVersionRecord.decode(record);
  if (record === undefined || !decoded?.ok) {
    throw new Error("INV-GATEWAY-DID: a version below the head is missing");
  }
  const version: DidVersion = decoded.value;
  return { version, record };
}

function requireDocument(answer: ReadAnswer, did: string, number: number): DidDocumentRecord {
  const record = answer.lookup(stateKeys.didDocument(did, number));
  const decoded = record && didDocumentRecord.decode(record);
  if (!decoded?.ok) throw new Error("INV-GATEWAY-DID: the document of a version is missing");
  return decoded.value;
}
