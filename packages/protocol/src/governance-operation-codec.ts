import { taggedHash } from "@cartorio/crypto";
import { cartorio } from "../generated/wire.js";
import { didText, exactly, flag, hash, time } from "./checks.ts";
import { copied, decodeObject, encodeObject, int, type ObjectCodec, str } from "./codec.ts";
import type { Decoded } from "./errors.ts";
import type { FieldBounds } from "./field-bounds.ts";
import {
  actionBounds,
  actionFromWire,
  actionToWire,
  checkAction,
} from "./governance-parts-codec.ts";
import type {
  GovernanceOperation,
  GovernancePropose,
  GovernanceVote,
  GovernanceWithdraw,
} from "./governance-types.ts";
import { limits } from "./limits.ts";
import type { OperationCodec, OperationCodecs } from "./operation-codec.ts";
import { tags } from "./tags.ts";

type ProposeWire = cartorio.GovernancePropose.$Properties;

const proposeBounds: FieldBounds = { 4: { field: "action", max: 1, inside: actionBounds } };

const governancePropose: OperationCodec<ProposeWire, GovernancePropose> = {
  number: 72,
  bounds: proposeBounds,
  toWire: (value) => ({ ...value, action: actionToWire(value.action) }),
  fromWire: (wire) => {
    const action = actionFromWire(wire.action);
    if (action === undefined) return undefined;
    return {
      proposer: str(wire.proposer),
      nonce: copied(wire.nonce),
      expires: int(wire.expires),
      action,
    };
  },
  check: (value) =>
    didText(value.proposer, "proposer") ??
    exactly(value.nonce, limits.nonceBytes, "nonce") ??
    time(value.expires, "expires") ??
    checkAction(value.action),
};

const governanceVote: OperationCodec<cartorio.GovernanceVote.$Properties, GovernanceVote> = {
  number: 73,
  toWire: (value) => value,
  fromWire: (wire) => ({
    voter: str(wire.voter),
    proposal: copied(wire.proposal),
    approve: wire.approve ?? false,
  }),
  check: (value) =>
    didText(value.voter, "voter") ??
    hash(value.proposal, "proposal") ??
    flag(value.approve, "approve"),
};

type WithdrawWire = cartorio.GovernanceWithdraw.$Properties;

const governanceWithdraw: OperationCodec<WithdrawWire, GovernanceWithdraw> = {
  number: 74,
  toWire: (value) => value,
  fromWire: (wire) => ({ proposer: str(wire.proposer), proposal: copied(wire.proposal) }),
  check: (value) => didText(value.proposer, "proposer") ?? hash(value.proposal, "proposal"),
};

/** Operations of the registry by kind; operation-table.ts puts all registries together. */
export const governanceOperationCodecs: OperationCodecs<GovernanceOperation["kind"]> = {
  governancePropose,
  governanceVote,
  governanceWithdraw,
};

const proposeCodec: ObjectCodec<ProposeWire, GovernancePropose> = {
  name: "GovernancePropose",
  wire: cartorio.GovernancePropose,
  maxBytes: limits.maxEnvelopeBytes,
  bounds: proposeBounds,
  toWire: governancePropose.toWire,
  fromWire: governancePropose.fromWire,
  check: governancePropose.check,
};

/** Canonical bytes of a proposal: votes name their hash. */
export function encodeGovernancePropose(value: GovernancePropose): Uint8Array {
  return encodeObject(proposeCodec, value);
}
export function decodeGovernancePropose(bytes: Uint8Array): Decoded<GovernancePropose> {
  return decodeObject(proposeCodec, bytes);
}

/** What votes name (docs/ledger.md 8): hash of tag and canonical bytes. */
export function governanceProposalHash(value: GovernancePropose): Uint8Array {
  return taggedHash(tags.governanceProposal, encodeGovernancePropose(value));
}
