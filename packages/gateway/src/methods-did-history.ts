import { hexEncode, multikeyFromString, multikeyToString } from "@cartorio/crypto";
import {
  type DidVersion,
  didHeadRecord,
  didStatus,
  didVersionId,
  didVersionRecord,
  type KeyRemoval,
  keyRemovalRecord,
  removalReason,
  stateKeys,
} from "@cartorio/protocol";
import { exampleValues } from "./example-values.ts";
import { givenValue } from "./given-value.ts";
import { defineMethod, type Method } from "./method.ts";
import { renderRead } from "./methods-did.ts";
import {
  countParameter,
  fromParameter,
  minHeightParameter,
  nextPage,
  nextPageSchema,
  numbersOf,
  pageOf,
  proofParameter,
  refuseDid,
} from "./parameters.ts";
import { type ReadOptions, readRecords } from "./read-records.ts";
import { type JsonObject, renderControl } from "./render.ts";
import {
  anyObjectSchema,
  arrayOf,
  didSchema,
  hashSchema,
  integerSchema,
  multikeySchema,
  nullable,
  objectOf,
  oneOf,
  proofSchema,
  stringSchema,
  timeSchema,
  versionSchema,
} from "./schemas.ts";

interface VersionParams extends ReadOptions {
  readonly did: string;
  readonly version: number;
}

const errors = ["DID_MALFORMED", "DID_WRONG_NETWORK", "DID_NOT_FOUND", "NOT_READY"] as const;
const reasonSchema = oneOf(["retired", "compromised"]);
/** Of RFC 8032 7.1, test 1. */
const exampleKey = "z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw";
const didParameter = { name: "did", summary: "The DID.", schema: didSchema, required: true };

const versionMembers = {
  number: integerSchema,
  time: timeSchema,
  height: integerSchema,
  documentHash: hashSchema,
  previousHash: nullable(hashSchema),
  removals: arrayOf(
    objectOf({ multikey: multikeySchema, reason: reasonSchema, since: timeSchema }),
  ),
  status: oneOf(["active", "deactivated"]),
  control: anyObjectSchema,
};

const getVersion = defineMethod<VersionParams, JsonObject>({
  name: "did_getVersion",
  summary: "The record of one version of a DID: when it began, who controlled it, what left.",
  description:
    "Every version names the hash of the one before and of its document, so the versions of a DID are " +
    "a chain. `since` of a removal is 0 unless the key is compromised; a later report about it is in " +
    "did_getKeyRemoval. `previousHash` is null for version 1.",
  params: [
    didParameter,
    { name: "version", summary: "Number, from 1.", schema: versionSchema, required: true },
    proofParameter,
    minHeightParameter,
  ],
  result: objectOf({
    did: didSchema,
    versionId: stringSchema,
    latestVersion: integerSchema,
    record: objectOf(versionMembers),
    height: integerSchema,
    time: timeSchema,
    "proof?": proofSchema,
  }),
  errors: [...errors, "NOT_FOUND"],
  example: { summary: "The first version", params: { did: exampleValues.did, version: 1 } },
  async handle(context, { did, version, ...options }) {
    const refused = await refuseDid(context, did);
    if (refused !== undefined) return refused;
    const read = await readRecords(context, [{ kind: "didVersion", did, version }], options);
    if (!read.ok) return read;
    const { lookup } = read.value;
    const headRecord = lookup(stateKeys.didHead(did));
    if (headRecord === undefined) return { ok: false, code: "DID_NOT_FOUND" };
    const head = didHeadRecord.decode(headRecord);
    if (!head.ok) return { ok: false, code: head.code };
    const { latestVersion } = head.value;
    const record = lookup(stateKeys.didVersion(did, version));
    if (record === undefined) return { ok: false, code: "NOT_FOUND", data: { latestVersion } };
    const decoded = didVersionRecord.decode(record);
    if (!decoded.ok) return { ok: false, code: decoded.code };
    const versionId = didVersionId({ version: decoded.value, record });
    const rendered = renderVersion(decoded.value);
    const value = { did, versionId, latestVersion, record: rendered, ...renderRead(read.value) };
    return { ok: true, value };
  },
});

function renderVersion(version: DidVersion): JsonObject {
  const { documentHash, previousHash, removals, status, control, ...numbers } = version;
  return {
    ...numbers,
    documentHash: hexEncode(documentHash),
    previousHash: previousHash.length === 0 ? null : hexEncode(previousHash),
    removals: removals.map(renderRemoval),
    status: status === didStatus.active ? "active" : "deactivated",
    control: renderControl(control),
  };
}

function renderRemoval({ multikey, reason, since }: KeyRemoval): JsonObject {
  return { multikey: multikeyToString(multikey), reason: reasonName(reason), since };
}

function reasonName(reason: number): string {
  return reason === removalReason.retired ? "retired" : "compromised";
}

interface HistoryParams extends ReadOptions {
  readonly did: string;
  readonly from?: number;
  readonly count?: number;
}

const getHistory = defineMethod<HistoryParams, JsonObject>({
  name: "did_getHistory",
  summary: "The versions of a DID, by page: when each began, who controlled it, what left.",
  description:
    "In the order in which they came, from version `from` on; `latestVersion` says how many there are. " +
    "Each names the hash of the one before and of its document, so nothing can be left out. The document " +
    "of a version is in did_resolve. `next` is the `from` of the page after this one, null where this is " +
    "the last.",
  params: [didParameter, fromParameter, countParameter, proofParameter, minHeightParameter],
  result: objectOf({
    did: didSchema,
    latestVersion: integerSchema,
    versions: arrayOf(objectOf({ versionId: stringSchema, ...versionMembers })),
    next: nextPageSchema,
    height: integerSchema,
    time: timeSchema,
    "proof?": proofSchema,
  }),
  errors,
  example: {
    summary: "All of it, with the proof",
    params: { did: exampleValues.did, proof: true },
  },
  async handle(context, { did, from, count, ...options }) {
    const refused = await refuseDid(context, did);
    if (refused !== undefined) return refused;
    const page = pageOf({ from, count });
    const head = stateKeys.didHead(did);
    const numbers = numbersOf(page);
    const keys = numbers.map((number) => stateKeys.didVersion(did, number));
    const read = await readRecords(context, [{ kind: "keys", keys: [head, ...keys] }], options);
    if (!read.ok) return read;
    const { lookup } = read.value;
    const found = givenValue(lookup(head), didHeadRecord);
    if (found === undefined) return { ok: false, code: "DID_NOT_FOUND" };
    const { latestVersion } = found;
    const versions = keys.flatMap((key) => renderEntry(lookup(key)));
    const next = nextPage(page, latestVersion);
    return { ok: true, value: { did, latestVersion, versions, next, ...renderRead(read.value) } };
  },
});

function renderEntry(record: Uint8Array | undefined): JsonObject[] {
  const version = givenValue(record, didVersionRecord);
  if (record === undefined || version === undefined) return [];
  return [{ versionId: didVersionId({ version, record }), ...renderVersion(version) }];
}

interface RemovalParams extends ReadOptions {
  readonly did: string;
  readonly multikey: string;
}

const getKeyRemoval = defineMethod<RemovalParams, JsonObject>({
  name: "did_getKeyRemoval",
  summary: "Whether a key ever left a DID's document or control, and why.",
  description:
    "One record per key: the worst that was said of it. `removal` is null for a key that never left, " +
    "also for one that was never there. `version` is the one that reported it.",
  params: [
    didParameter,
    { name: "multikey", summary: "The key.", schema: multikeySchema, required: true },
    proofParameter,
    minHeightParameter,
  ],
  result: objectOf({
    did: didSchema,
    removal: nullable(
      objectOf({
        reason: reasonSchema,
        since: timeSchema,
        time: timeSchema,
        height: integerSchema,
        version: integerSchema,
      }),
    ),
    height: integerSchema,
    time: timeSchema,
    "proof?": proofSchema,
  }),
  errors: [...errors, "KEY_INADMISSIBLE"],
  example: {
    summary: "A key that never left",
    params: { did: exampleValues.did, multikey: exampleKey },
  },
  async handle(context, { did, multikey: text, ...options }) {
    const refused = await refuseDid(context, did);
    if (refused !== undefined) return refused;
    const multikey = multikeyFromString(text);
    if (multikey === undefined) return { ok: false, code: "KEY_INADMISSIBLE" };
    const head = stateKeys.didHead(did);
    const key = stateKeys.keyRemoval(did, multikey);
    const read = await readRecords(context, [{ kind: "keys", keys: [head, key] }], options);
    if (!read.ok) return read;
    const { lookup } = read.value;
    if (lookup(head) === undefined) return { ok: false, code: "DID_NOT_FOUND" };
    const record = lookup(key);
    const decoded = record && keyRemovalRecord.decode(record);
    if (decoded?.ok === false) return { ok: false, code: decoded.code };
    const found = decoded?.value;
    const removal = found === undefined ? null : { ...found, reason: reasonName(found.reason) };
    return { ok: true, value: { did, removal, ...renderRead(read.value) } };
  },
});

/** What the `did_` namespace says of the past. */
export const didHistoryMethods: readonly Method[] = [getVersion, getHistory, getKeyRemoval];
