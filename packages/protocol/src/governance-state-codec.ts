import { cartorio } from "../generated/wire.js";
import { didText, each, flag, hash, time, uint, uint32 } from "./checks.ts";
import { copied, FORMAT, int, type RecordCodec, recordCodec, str } from "./codec.ts";
import { countRecord } from "./count-record.ts";
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

/** Record at `stateKeys.governanceHead`. */
export const governanceHeadRecord: RecordCodec<GovernanceHeadRecord> = countRecord(
  "GovernanceHeadRecord",
  cartorio.GovernanceHeadRecord,
);

type ProposalWire = cartorio.GovernanceProposalRecord.$Properties;

/** Record at `stateKeys.proposal`. */
export const governanceProposalRecord: RecordCodec<GovernanceProposalRecord> = recordCodec<
  ProposalWire,
  GovernanceProposalRecord
>({
  name: "GovernanceProposalRecord",
  wire: cartorio.GovernanceProposalRecord,
  bounds: {
    4: { field: "action", max: 1, inside: actionBounds },
    12: { field: "votes", max: limits.maxMembers },
  },
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
});

type IndexWire = cartorio.GovernanceProposalIndexRecord.$Properties;

/** Record at `stateKeys.proposalByHash`. */
export const governanceProposalIndexRecord: RecordCodec<GovernanceProposalIndexRecord> =
  recordCodec<IndexWire, GovernanceProposalIndexRecord>({
    name: "GovernanceProposalIndexRecord",
    wire: cartorio.GovernanceProposalIndexRecord,
    toWire: (value) => ({ format: FORMAT, number: value.number }),
    fromWire: (wire) => ({ number: int(wire.number) }),
    check: (value) => uint(value.number, "number"),
  });

/** Record at `stateKeys.policyHead`. */
export const policyHeadRecord: RecordCodec<PolicyHeadRecord> = recordCodec<
  cartorio.PolicyHeadRecord.$Properties,
  PolicyHeadRecord
>({
  name: "PolicyHeadRecord",
  wire: cartorio.PolicyHeadRecord,
  toWire: (value) => ({ format: FORMAT, version: value.version }),
  fromWire: (wire) => ({ version: int(wire.version) }),
  check: (value) => uint(value.version, "version"),
});

/** Record at `stateKeys.policy`. */
export const policyRecord: RecordCodec<PolicyRecord> = recordCodec<
  cartorio.PolicyRecord.$Properties,
  PolicyRecord
>({
  name: "PolicyRecord",
  wire: cartorio.PolicyRecord,
  bounds: { 2: { field: "policy", max: 1, inside: policyBounds } },
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) =>
    wire.policy
      ? { policy: policyFromWire(wire.policy), time: int(wire.time), height: int(wire.height) }
      : undefined,
  check: (value) =>
    checkPolicy(value.policy) ?? time(value.time, "time") ?? uint(value.height, "height"),
});

/** Record at `stateKeys.upgradeReady`. */
export const upgradeReadyRecord: RecordCodec<UpgradeReadyRecord> = recordCodec<
  cartorio.UpgradeReadyRecord.$Properties,
  UpgradeReadyRecord
>({
  name: "UpgradeReadyRecord",
  wire: cartorio.UpgradeReadyRecord,
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
});
