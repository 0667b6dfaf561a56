import { hexEncode, multikeyToString } from "@cartorio/crypto";
import {
  anchorRecordHash,
  type CredentialAnchorRecord,
  type CredentialStatusRecord,
  credentialAnchorRecord,
  credentialCosignRecord,
  credentialLogHeadRecord,
  credentialLogRecord,
  credentialStatusRecord,
  issuerProfileRecord,
  type ProofQuestion,
  type RecordLookup,
  stateKeys,
} from "@cartorio/protocol";
import { givenValue } from "./given-value.ts";
import type { JsonObject } from "./render.ts";
import { anchorKindNames, credentialStatusNames, statusRoleNames } from "./schemas.ts";

/** Anchor, co-signatures, status and number of log entries of a hash under its issuer. */
export function renderCredential(
  lookup: RecordLookup,
  issuer: string,
  hash: Uint8Array,
): JsonObject {
  const record = lookup(stateKeys.credentialAnchor(issuer, hash));
  const anchor = givenValue(record, credentialAnchorRecord);
  const status = lookup(stateKeys.credentialStatus(issuer, hash));
  const cosigned = (anchor?.cosigners ?? []).flatMap((cosigner): JsonObject[] => {
    const bytes = lookup(stateKeys.credentialCosign(issuer, hash, cosigner));
    const found = givenValue(bytes, credentialCosignRecord);
    if (found === undefined) return [];
    const { time, height, recordHash, multikey } = found;
    return [
      {
        cosigner,
        time,
        height,
        recordHash: hexEncode(recordHash),
        multikey: multikeyToString(multikey),
      },
    ];
  });
  return {
    anchor: anchor === undefined ? null : renderAnchor(anchor),
    anchorRecordHash: record === undefined ? null : hexEncode(anchorRecordHash(record)),
    cosigned,
    logEntries: logCount(lookup, issuer, hash),
    status: renderStatus(givenValue(status, credentialStatusRecord)),
  };
}

/** The entries of a log that were asked for and exist. */
export function renderLog(
  lookup: RecordLookup,
  asked: Extract<ProofQuestion, { readonly kind: "credentialLog" }>,
): { readonly total: number; readonly entries: readonly JsonObject[] } {
  const { issuer, hash, from, count } = asked;
  const total = logCount(lookup, issuer, hash);
  const entries: JsonObject[] = [];
  for (let number = from; number < from + count && number <= total; number += 1) {
    const bytes = lookup(stateKeys.credentialLog(issuer, hash, number));
    const found = givenValue(bytes, credentialLogRecord);
    if (found === undefined) throw new Error("INV-GATEWAY-CREDENTIAL: a log entry is missing");
    entries.push({ number, ...found, entry: hexEncode(found.entry) });
  }
  return { total, entries };
}

/** Null if the issuer never declared anything. */
export function renderProfile(lookup: RecordLookup, issuer: string): JsonObject | null {
  const found = givenValue(lookup(stateKeys.issuerProfile(issuer)), issuerProfileRecord);
  if (found === undefined) return null;
  const { successor, revokers } = found;
  return { ...found, revokers: [...revokers], successor: successor === "" ? null : successor };
}

function logCount(lookup: RecordLookup, issuer: string, hash: Uint8Array): number {
  const head = lookup(stateKeys.credentialLogHead(issuer, hash));
  return givenValue(head, credentialLogHeadRecord)?.count ?? 0;
}

function renderAnchor(anchor: CredentialAnchorRecord): JsonObject {
  const { kind, multikey, cosigners, ...numbers } = anchor;
  return {
    kind: anchorKindNames[kind] ?? "unknown",
    ...numbers,
    cosigners: [...cosigners],
    multikey: multikeyToString(multikey),
  };
}

function renderStatus(record: CredentialStatusRecord | undefined): JsonObject {
  if (record === undefined) return { status: "active", sequence: 0, intervals: [] };
  return {
    status: statusName(record.status),
    sequence: record.sequence,
    intervals: record.intervals.map(({ status, role, ...interval }) => ({
      status: statusName(status),
      ...interval,
      role: statusRoleNames[role] ?? "unknown",
    })),
  };
}

function statusName(status: number): string {
  return credentialStatusNames[status] ?? "unknown";
}
