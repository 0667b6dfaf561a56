import {
  type GovernancePropose,
  governanceProposalHash,
  limits,
  type Operation,
} from "@cartorio/protocol";
import { type HashLike, hashBytes } from "./answer.ts";
import type { GovernanceAction } from "./governance-actions.ts";
import { randomBytes } from "./random.ts";

export interface ProposeInput {
  /** DID of a member. */
  readonly proposer: string;
  readonly action: GovernanceAction;
  /** Nobody votes from then on: milliseconds since 1970, at most 30 days ahead. */
  readonly expires: number;
  /** 16 bytes; default random. */
  readonly nonce?: Uint8Array;
}

/** A proposal with the hash that votes name. */
export interface Proposed {
  readonly operation: Operation;
  readonly hash: Uint8Array;
}

/**
 * Proposes a change (docs/ledger.md 8). It is the proposer's vote, and that of every member that co-signs
 * the transaction with a `capabilityInvocation` key.
 */
export function governancePropose(input: ProposeInput): Proposed {
  const { proposer, action, expires, nonce = randomBytes(limits.nonceBytes) } = input;
  const value: GovernancePropose = { proposer, nonce, expires, action };
  return {
    operation: { kind: "governancePropose", value },
    hash: governanceProposalHash(value),
  };
}

/** Votes for a proposal, or against it. A member votes once. */
export function governanceVote(input: {
  readonly voter: string;
  /** Hash of the proposal. */
  readonly proposal: HashLike;
  /** Default true. */
  readonly approve?: boolean;
}): Operation {
  const { voter, approve = true } = input;
  const proposal = hashBytes(input.proposal);
  return { kind: "governanceVote", value: { voter, proposal, approve } };
}

/** Takes an open proposal back, by its proposer. */
export function governanceWithdraw(input: {
  readonly proposer: string;
  readonly proposal: HashLike;
}): Operation {
  const proposal = hashBytes(input.proposal);
  return { kind: "governanceWithdraw", value: { proposer: input.proposer, proposal } };
}

/** Says that a validator runs a protocol version, by its member, so that an upgrade may come. */
export function upgradeAnnounce(input: {
  /** 32 bytes. */
  readonly validatorKey: Uint8Array;
  readonly protocolVersion: number;
}): Operation {
  const { validatorKey, protocolVersion } = input;
  return { kind: "upgradeAnnounce", value: { validatorKey, protocolVersion } };
}
