import {
  anchorRecordHash,
  type CredentialOperation,
  type CredentialStatusRecord,
  credentialAnchorRecord,
  credentialCosignRecord,
  credentialLogHeadRecord,
  credentialLogRecord,
  credentialStatus,
  credentialStatusRecord,
  didHeadRecord,
  type ErrorCode,
  issuerProfileRecord,
  type StatusInterval,
  stateKeys,
  statusRole,
} from "@cartorio/protocol";
import type { MemoryChain } from "./memory-chain.ts";

interface Applying {
  readonly at: { readonly time: number; readonly height: number };
  /** Of the first signer. */
  readonly multikey: Uint8Array;
}

/** What the ledger would write for a valid operation; see `execute`. */
export function applyCredential(
  chain: MemoryChain,
  operation: CredentialOperation,
  applying: Applying,
): ErrorCode {
  switch (operation.kind) {
    case "credentialAnchor":
      return anchor(chain, operation.value, applying);
    case "credentialRevoke":
      return change(chain, operation.value, applying, credentialStatus.revoked);
    case "credentialSuspend":
      return change(chain, operation.value, applying, credentialStatus.suspended);
    case "credentialResume":
      return change(chain, { ...operation.value, reason: 0 }, applying, credentialStatus.active);
    case "credentialCosign":
      return cosign(chain, operation.value, applying);
    case "credentialLog":
      return log(chain, operation.value, applying);
    case "issuerUpdate":
      return declare(chain, operation.value, applying);
  }
}

type ValueOf<K extends CredentialOperation["kind"]> = Extract<
  CredentialOperation,
  { readonly kind: K }
>["value"];

function anchor(
  chain: MemoryChain,
  value: ValueOf<"credentialAnchor">,
  { at, multikey }: Applying,
): ErrorCode {
  const { issuer, hash, ...rest } = value;
  const key = stateKeys.credentialAnchor(issuer, hash);
  if (chain.get(key) !== undefined) return "CREDENTIAL_ALREADY_ANCHORED";
  const record = chain.get(stateKeys.didHead(issuer));
  const head = record && didHeadRecord.decode(record);
  if (!head?.ok) return "DID_NOT_FOUND";
  const issuerVersion = head.value.latestVersion;
  const { kind, treeSize, cosigners, accreditation } = rest;
  const written = { kind, treeSize, cosigners, accreditation, ...at, issuerVersion, multikey };
  chain.put(key, credentialAnchorRecord.encode(written));
  return "APPLIED";
}

function change(
  chain: MemoryChain,
  value: ValueOf<"credentialRevoke">,
  { at }: Applying,
  status: number,
): ErrorCode {
  const { issuer, commitment, reason } = value;
  const key = stateKeys.credentialStatus(issuer, commitment);
  const bytes = chain.get(key);
  const decoded = bytes && credentialStatusRecord.decode(bytes);
  const before: CredentialStatusRecord = decoded?.ok
    ? decoded.value
    : { status: credentialStatus.active, sequence: 0, intervals: [] };
  if (before.status === credentialStatus.revoked) return "CREDENTIAL_ALREADY_REVOKED";
  const by = value.by === "" ? issuer : value.by;
  const role = value.by === "" ? statusRole.issuer : statusRole.revoker;
  const closed = before.intervals.map((one) => (one.to === 0 ? { ...one, to: at.time } : one));
  const next: StatusInterval = { status, from: at.time, to: 0, reason, by, role };
  const intervals = status === credentialStatus.active ? closed : [...closed, next];
  const sequence = before.sequence + 1;
  chain.put(key, credentialStatusRecord.encode({ status, sequence, intervals }));
  return "APPLIED";
}

function cosign(
  chain: MemoryChain,
  value: ValueOf<"credentialCosign">,
  { at, multikey }: Applying,
): ErrorCode {
  const { issuer, hash, cosigner } = value;
  const record = chain.get(stateKeys.credentialAnchor(issuer, hash));
  if (record === undefined) return "ANCHOR_NOT_FOUND";
  const recordHash = anchorRecordHash(record);
  const written = credentialCosignRecord.encode({ ...at, recordHash, multikey });
  chain.put(stateKeys.credentialCosign(issuer, hash, cosigner), written);
  return "APPLIED";
}

function log(chain: MemoryChain, value: ValueOf<"credentialLog">, { at }: Applying): ErrorCode {
  const { issuer, hash, entry, code } = value;
  const headKey = stateKeys.credentialLogHead(issuer, hash);
  const bytes = chain.get(headKey);
  const head = bytes && credentialLogHeadRecord.decode(bytes);
  const count = (head?.ok ? head.value.count : 0) + 1;
  const by = value.by === "" ? issuer : value.by;
  const record = credentialLogRecord.encode({ ...at, by, entry, code });
  chain.put(stateKeys.credentialLog(issuer, hash, count), record);
  chain.put(headKey, credentialLogHeadRecord.encode({ count }));
  return "APPLIED";
}

function declare(chain: MemoryChain, value: ValueOf<"issuerUpdate">, { at }: Applying): ErrorCode {
  const { issuer, revokers, successor, anchorRequiredSince } = value;
  const key = stateKeys.issuerProfile(issuer);
  const bytes = chain.get(key);
  const before = bytes && issuerProfileRecord.decode(bytes);
  const sequence = (before?.ok ? before.value.sequence : 0) + 1;
  const record = { sequence, revokers, successor, anchorRequiredSince, ...at };
  chain.put(key, issuerProfileRecord.encode(record));
  return "APPLIED";
}
