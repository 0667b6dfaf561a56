import type { cartorio } from "../generated/wire.js";
import { didText, each, hash, type Problem, uint, uint32, within } from "./checks.ts";
import { copied, int, str, strings } from "./codec.ts";
import type {
  CredentialAnchor,
  CredentialOperation,
  CredentialRevoke,
} from "./credential-types.ts";
import { limits } from "./limits.ts";
import type { OperationCodec, OperationCodecs } from "./operation-codec.ts";

/** A tree size of 0 (none) up to the largest batch. */
export function checkTreeSize(value: number, field: string): Problem {
  return within(value, [0, limits.maxBatchLeaves], field);
}

function checkAnchor(value: CredentialAnchor): Problem {
  return (
    didText(value.issuer, "issuer") ??
    uint32(value.kind, "kind") ??
    hash(value.hash, "hash") ??
    checkTreeSize(value.treeSize, "treeSize") ??
    each(value.cosigners, {
      max: limits.maxCosigners,
      field: "cosigners",
      item: (did) => didText(did, "cosigners"),
    })
  );
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
  }),
  check: checkAnchor,
};

const credentialRevoke: OperationCodec<cartorio.CredentialRevoke.$Properties, CredentialRevoke> = {
  number: 21,
  toWire: (value) => value,
  fromWire: (wire) => ({
    issuer: str(wire.issuer),
    commitment: copied(wire.commitment),
    expectedSequence: int(wire.expectedSequence),
    reason: int(wire.reason),
  }),
  check: (value) =>
    didText(value.issuer, "issuer") ??
    hash(value.commitment, "commitment") ??
    uint(value.expectedSequence, "expectedSequence") ??
    uint32(value.reason, "reason"),
};

/** Operations of the registry by kind; operation-table.ts puts all registries together. */
export const credentialOperationCodecs: OperationCodecs<CredentialOperation["kind"]> = {
  credentialAnchor,
  credentialRevoke,
};
