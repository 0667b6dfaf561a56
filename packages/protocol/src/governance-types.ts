// docs/ledger.md 8 as plain values. Field meanings: proto/governance.proto.

import type { Parameters } from "./genesis-types.ts";
import type { Scope } from "./scope.ts";
import type { ValidatorChange } from "./validator-types.ts";

export interface MemberChange {
  readonly expectedVersion: number;
  readonly did: string;
  readonly name: string;
  readonly weight: number;
  /** Empty, or the DID of the member whose place it takes. */
  readonly replaces: string;
}
export interface ParametersChange {
  readonly expectedVersion: number;
  readonly expectedEpoch: number;
  readonly parameters: Parameters;
}
export const policyRole = { member: 1, accreditedIssuer: 2, accreditor: 3 } as const;
export interface PolicyCondition {
  /** `policyRole`. */
  readonly role: number;
  readonly count: number;
  readonly self: boolean;
  readonly sponsor: boolean;
}
export interface PolicyClause {
  readonly all: readonly PolicyCondition[];
}
export interface Policy {
  readonly any: readonly PolicyClause[];
}
export interface PolicyChange {
  readonly expectedVersion: number;
  /** Field number in proto Operation. */
  readonly operation: number;
  readonly policy: Policy;
}
export interface RootAdd {
  readonly expectedVersion: number;
  readonly domain: string;
  readonly subject: string;
  readonly actions: number;
  readonly scope: Scope;
  readonly depth: number;
  readonly validUntil: number;
}
export const rootEnded = { withdrawn: 1, forCause: 2 } as const;
export interface RootEnd {
  readonly expectedVersion: number;
  readonly domain: string;
  readonly root: number;
  /** `rootEnded`. */
  readonly ended: number;
  readonly untrustedSince: number;
}
export interface Freeze {
  readonly did: string;
  readonly expectedUntil: number;
  readonly until: number;
}
export interface Redact {
  readonly did: string;
  readonly version: number;
  readonly schema: Uint8Array;
  /** `redactionReason`: redaction-codec.ts. */
  readonly reason: number;
}

export type GovernanceAction =
  | { readonly kind: "member"; readonly value: MemberChange }
  | { readonly kind: "validators"; readonly value: ValidatorChange }
  | { readonly kind: "parameters"; readonly value: ParametersChange }
  | { readonly kind: "policy"; readonly value: PolicyChange }
  | { readonly kind: "rootAdd"; readonly value: RootAdd }
  | { readonly kind: "rootEnd"; readonly value: RootEnd }
  | { readonly kind: "freeze"; readonly value: Freeze }
  | { readonly kind: "redact"; readonly value: Redact };

export interface GovernancePropose {
  readonly proposer: string;
  readonly nonce: Uint8Array;
  readonly expires: number;
  readonly action: GovernanceAction;
}
export interface GovernanceVote {
  readonly voter: string;
  /** `governanceProposalHash` of the proposal. */
  readonly proposal: Uint8Array;
  readonly approve: boolean;
}
export interface GovernanceWithdraw {
  readonly proposer: string;
  readonly proposal: Uint8Array;
}

export type GovernanceOperation =
  | { readonly kind: "governancePropose"; readonly value: GovernancePropose }
  | { readonly kind: "governanceVote"; readonly value: GovernanceVote }
  | { readonly kind: "governanceWithdraw"; readonly value: GovernanceWithdraw };

// Records of the state tree.

export interface GovernanceHeadRecord {
  readonly count: number;
}
export interface GovernanceVoteRecord {
  /** Index of the member. */
  readonly member: number;
  readonly approve: boolean;
  readonly time: number;
}
export const proposalStatus = { open: 1, accepted: 2, rejected: 3, withdrawn: 4, dead: 5 } as const;
export interface GovernanceProposalRecord {
  readonly hash: Uint8Array;
  readonly proposer: string;
  readonly action: GovernanceAction;
  readonly time: number;
  readonly height: number;
  readonly expires: number;
  /** `proposalStatus`. */
  readonly status: number;
  readonly decidedTime: number;
  readonly decidedHeight: number;
  readonly code: number;
  readonly votes: readonly GovernanceVoteRecord[];
}
export interface GovernanceProposalIndexRecord {
  readonly number: number;
}
export interface PolicyHeadRecord {
  readonly version: number;
}
export interface PolicyRecord {
  readonly policy: Policy;
  readonly time: number;
  readonly height: number;
}
export interface UpgradeReadyRecord {
  readonly protocolVersion: number;
  readonly time: number;
  readonly height: number;
}
