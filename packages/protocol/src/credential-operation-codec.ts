import type { cartorio } from "../generated/wire.js";
import { didText, each, hash, type Problem, time, uint, uint32, within } from "./checks.ts";
import { copied, int, str, strings } from "./codec.ts";
import type {
  CredentialAnchor,
  CredentialCosign,
  CredentialLog,
  CredentialOperation,
  CredentialResume,
  CredentialRevoke,
  IssuerUpdate,
} from "./credential-types.ts";
import { limits } from "./limits.ts";
import type { OperationCodec, OperationCodecs } from "./operation-codec.ts";

/** A tree size of 0 (none) up to the largest batch. */
export function checkTreeSize(value: number, field: string): Problem {
  return within(value, [0, limits.maxBatchLeaves], field);
}

/** At most 16 texts that may be DIDs. */
export function checkParties(values: readonly string[], field: string): Problem {
  const item = (did: string): Problem => didText(did, field);
  return each(values, { max: limits.maxCosigners, field, item });
}

/** A text that may be a DID, or none. */
export function optionalDid(value: string, field: string): Problem {
  return value === "" ? undefined : didText(value, field);
}

const credentialAnchor: OperationCodec<cartorio.CredentialAnchor.$Properties, CredentialAnchor> = {
  number: 20,
  bounds: { 5: { field: "cosigners", max: limits.maxCosigners } },
  toWire: (value) => value,
  fromWire: (wire) => ({
    issuer: str(wire.issuer),
    kind: int(wire.kind),
    hash: copied(wire.hash),
    treeSize: int(wire.treeSize),
    cosigners: strings(wire.cosigners),
    accreditation: int(wire.accreditation),
  }),
  check: (value) =>
    didText(value.issuer, "issuer") ??
    uint32(value.kind, "kind") ??
    hash(value.hash, "hash") ??
    checkTreeSize(value.treeSize, "treeSize") ??
    checkParties(value.cosigners, "cosigners") ??
    uint(value.accreditation, "accreditation"),
};

type StatusChangeWire = Pick<
  cartorio.CredentialRevoke.$Properties,
  "issuer" | "commitment" | "expectedSequence" | "by" | "accreditation"
>;

/** What every change of a status names. */
function statusChangeFromWire(wire: StatusChangeWire): CredentialResume {
  return {
    issuer: str(wire.issuer),
    commitment: copied(wire.commitment),
    expectedSequence: int(wire.expectedSequence),
    by: str(wire.by),
    accreditation: int(wire.accreditation),
  };
}

function checkStatusChange(value: CredentialResume): Problem {
  return (
    didText(value.issuer, "issuer") ??
    hash(value.commitment, "commitment") ??
    uint(value.expectedSequence, "expectedSequence") ??
    optionalDid(value.by, "by") ??
    uint(value.accreditation, "accreditation")
  );
}

/** Revoking and suspending have the same fields. */
function endingCodec(
  number: number,
): OperationCodec<cartorio.CredentialRevoke.$Properties, CredentialRevoke> {
  return {
    number,
    toWire: (value) => value,
    fromWire: (wire) => ({ ...statusChangeFromWire(wire), reason: int(wire.reason) }),
    check: (value) => checkStatusChange(value) ?? uint32(value.reason, "reason"),
  };
}

const credentialResume: OperationCodec<cartorio.CredentialResume.$Properties, CredentialResume> = {
  number: 23,
  toWire: (value) => value,
  fromWire: statusChangeFromWire,
  check: checkStatusChange,
};

const credentialCosign: OperationCodec<cartorio.CredentialCosign.$Properties, CredentialCosign> = {
  number: 24,
  toWire: (value) => value,
  fromWire: (wire) => ({
    issuer: str(wire.issuer),
    hash: copied(wire.hash),
    cosigner: str(wire.cosigner),
    recordHash: copied(wire.recordHash),
  }),
  check: (value) =>
    didText(value.issuer, "issuer") ??
    hash(value.hash, "hash") ??
    didText(value.cosigner, "cosigner") ??
    hash(value.recordHash, "recordHash"),
};

const credentialLog: OperationCodec<cartorio.CredentialLog.$Properties, CredentialLog> = {
  number: 25,
  toWire: (value) => value,
  fromWire: (wire) => ({
    issuer: str(wire.issuer),
    hash: copied(wire.hash),
    by: str(wire.by),
    entry: copied(wire.entry),
    code: int(wire.code),
    expectedSequence: int(wire.expectedSequence),
  }),
  check: (value) =>
    didText(value.issuer, "issuer") ??
    hash(value.hash, "hash") ??
    optionalDid(value.by, "by") ??
    hash(value.entry, "entry") ??
    uint32(value.code, "code") ??
    uint(value.expectedSequence, "expectedSequence"),
};

const issuerUpdate: OperationCodec<cartorio.IssuerUpdate.$Properties, IssuerUpdate> = {
  number: 26,
  bounds: { 3: { field: "revokers", max: limits.maxRevokers } },
  toWire: (value) => value,
  fromWire: (wire) => ({
    issuer: str(wire.issuer),
    expectedSequence: int(wire.expectedSequence),
    revokers: strings(wire.revokers),
    successor: str(wire.successor),
    anchorRequiredSince: int(wire.anchorRequiredSince),
  }),
  check: (value) =>
    didText(value.issuer, "issuer") ??
    uint(value.expectedSequence, "expectedSequence") ??
    checkParties(value.revokers, "revokers") ??
    optionalDid(value.successor, "successor") ??
    time(value.anchorRequiredSince, "anchorRequiredSince"),
};

/** Operations of the registry by kind; operation-table.ts puts all registries together. */
export const credentialOperationCodecs: OperationCodecs<CredentialOperation["kind"]> = {
  credentialAnchor,
  credentialRevoke: endingCodec(21),
  credentialSuspend: endingCodec(22),
  credentialResume,
  credentialCosign,
  credentialLog,
  issuerUpdate,
};
