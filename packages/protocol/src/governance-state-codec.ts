import { cartorio } from "../generated/wire.js";
import { didText, each, flag, hash, time, uint, uint32 } from "./checks.ts";
import { copied, decodeObject, encodeObject, FORMAT, int, type ObjectCodec, str } from "./codec.ts";
import type { Decoded } from "./errors.ts";
import {
  actionBounds,
  actionFromWire,
  actionToWire,
  checkAction,
  checkPolicy,
  policyBounds,
  policyFromWire,
} from "./governance-parts-codec.ts";
import type {
  GovernanceHeadRecord,
  GovernanceProposalIndexRecord,
  GovernanceProposalRecord,
  PolicyHeadRecord,
  PolicyRecord,
  UpgradeReadyRecord,
} from "./governance-types.ts";
import { limits } from "./limits.ts";

// Records about proposals, write policies and upgrades (docs/ledger.md 8).

type HeadWire = cartorio.GovernanceHeadRecord.$Properties;

const governanceHeadCodec: ObjectCodec<HeadWire, GovernanceHeadRecord> = {
  name: "GovernanceHeadRecord",
  wire: cartorio.GovernanceHeadRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, count: value.count }),
  fromWire: (wire) => ({ count: int(wire.count) }),
  check: (value) => uint(value.count, "count"),
};

/** Record at `stateKeys.governanceHead`. */
export function encodeGovernanceHeadRecord(value: GovernanceHeadRecord): Uint8Array {
  return encodeObject(governanceHeadCodec, value);
}
export function decodeGovernanceHeadRecord(bytes: Uint8Array): Decoded<GovernanceHeadRecord> {
  return decodeObject(governanceHeadCodec, bytes);
}

type ProposalWire = cartorio.GovernanceProposalRecord.$Properties;

const proposalCodec: ObjectCodec<ProposalWire, GovernanceProposalRecord> = {
  name: "GovernanceProposalRecord",
  wire: cartorio.GovernanceProposalRecord,
  maxBytes: limits.maxRecordBytes,
  bounds: {
    4: { field: "action", max: 1, inside: actionBounds },
    12: { field: "votes", max: limits.maxMembers },
  },
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, ...value, action: actionToWire(value.action) }),
  fromWire: (wire) => {
    const action = actionFromWire(wire.action);
    if (action === undefined) return undefined;
    return {
      hash: copied(wire.hash),
      proposer: str(wire.proposer),
      action,
      time: int(wire.time),
      height: int(wire.height),
      expires: int(wire.expires),
      status: int(wire.status),
      decidedTime: int(wire.decidedTime),
      decidedHeight: int(wire.decidedHeight),
      code: int(wire.code),
      votes: (wire.votes ?? []).map((vote) => ({
        member: int(vote.member),
        approve: vote.approve ?? false,
        time: int(vote.time),
      })),
    };
  },
  check: (value) =>
    hash(value.hash, "hash") ??
    didText(value.proposer, "proposer") ??
    checkAction(value.action) ??
    time(value.time, "time") ??
    uint(value.height, "height") ??
    time(value.expires, "expires") ??
    uint32(value.status, "status") ??
    time(value.decidedTime, "decidedTime") ??
    uint(value.decidedHeight, "decidedHeight") ??
    uint32(value.code, "code") ??
    each(value.votes, {
      max: limits.maxMembers,
      field: "votes",
      item: (vote) =>
        uint(vote.member, "votes.member") ??
        flag(vote.approve, "votes.approve") ??
        time(vote.time, "votes.time"),
    }),
};

/** Record at `stateKeys.proposal`. */
export function encodeGovernanceProposalRecord(value: GovernanceProposalRecord): Uint8Array {
  return encodeObject(proposalCodec, value);
}
export function decodeGovernanceProposalRecord(
  bytes: Uint8Array,
): Decoded<GovernanceProposalRecord> {
  return decodeObject(proposalCodec, bytes);
}

type IndexWire = cartorio.GovernanceProposalIndexRecord.$Properties;

const proposalIndexCodec: ObjectCodec<IndexWire, GovernanceProposalIndexRecord> = {
  name: "GovernanceProposalIndexRecord",
  wire: cartorio.GovernanceProposalIndexRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, number: value.number }),
  fromWire: (wire) => ({ number: int(wire.number) }),
  check: (value) => uint(value.number, "number"),
};

/** Record at `stateKeys.proposalByHash`. */
export function encodeGovernanceProposalIndexRecord(
  value: GovernanceProposalIndexRecord,
): Uint8Array {
  return encodeObject(proposalIndexCodec, value);
}
export function decodeGovernanceProposalIndexRecord(
  bytes: Uint8Array,
): Decoded<GovernanceProposalIndexRecord> {
  return decodeObject(proposalIndexCodec, bytes);
}

const policyHeadCodec: ObjectCodec<cartorio.PolicyHeadRecord.$Properties, PolicyHeadRecord> = {
  name: "PolicyHeadRecord",
  wire: cartorio.PolicyHeadRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, version: value.version }),
  fromWire: (wire) => ({ version: int(wire.version) }),
  check: (value) => uint(value.version, "version"),
};

/** Record at `stateKeys.policyHead`. */
export function encodePolicyHeadRecord(value: PolicyHeadRecord): Uint8Array {
  return encodeObject(policyHeadCodec, value);
}
export function decodePolicyHeadRecord(bytes: Uint8Array): Decoded<PolicyHeadRecord> {
  return decodeObject(policyHeadCodec, bytes);
}

const policyCodec: ObjectCodec<cartorio.PolicyRecord.$Properties, PolicyRecord> = {
  name: "PolicyRecord",
  wire: cartorio.PolicyRecord,
  maxBytes: limits.maxRecordBytes,
  bounds: { 2: { field: "policy", max: 1, inside: policyBounds } },
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) =>
    wire.policy
      ? { policy: policyFromWire(wire.policy), time: int(wire.time), height: int(wire.height) }
      : undefined,
  check: (value) =>
    checkPolicy(value.policy) ?? time(value.time, "time") ?? uint(value.height, "height"),
};

/** Record at `stateKeys.policy`. */
export function encodePolicyRecord(value: PolicyRecord): Uint8Array {
  return encodeObject(policyCodec, value);
}
export function decodePolicyRecord(bytes: Uint8Array): Decoded<PolicyRecord> {
  return decodeObject(policyCodec, bytes);
}

const upgradeReadyCodec: ObjectCodec<cartorio.UpgradeReadyRecord.$Properties, UpgradeReadyRecord> =
  {
    name: "UpgradeReadyRecord",
    wire: cartorio.UpgradeReadyRecord,
    maxBytes: limits.maxRecordBytes,
    format: (wire) => int(wire.format),
    toWire: (value) => ({ format: FORMAT, ...value }),
    fromWire: (wire) => ({
      protocolVersion: int(wire.protocolVersion),
      time: int(wire.time),
      height: int(wire.height),
    }),
    check: (value) =>
      uint32(value.protocolVersion, "protocolVersion") ??
      time(value.time, "time") ??
      uint(value.height, "height"),
  };

/** Record at `stateKeys.upgradeReady`. */
export function encodeUpgradeReadyRecord(value: UpgradeReadyRecord): Uint8Array {
  return encodeObject(upgradeReadyCodec, value);
}
export function decodeUpgradeReadyRecord(bytes: Uint8Array): Decoded<UpgradeReadyRecord> {
  return decodeObject(upgradeReadyCodec, bytes);
}
