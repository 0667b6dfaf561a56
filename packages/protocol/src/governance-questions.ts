import { governanceProposalIndexRecord, policyHeadRecord } from "./governance-state-codec.ts";
import { limits } from "./limits.ts";
import { membersHeadRecord } from "./network-state-codec.ts";
import type { RecordLookup } from "./record-lookup.ts";
import { stateKeys } from "./state-keys.ts";

/** What may be asked of governance (docs/ledger.md 8), as part of `ProofQuestion`. */
export type GovernanceQuestion =
  /** The members' head, and everybody that ever was a member as of now. */
  | { readonly kind: "members" }
  /** One proposal by the hash that votes name. */
  | { readonly kind: "proposal"; readonly hash: Uint8Array }
  /** How many there are, and those numbered `from`, `from` + 1, ... */
  | { readonly kind: "proposals"; readonly from: number; readonly count: number }
  /** The write policy in force of an operation, by its field number; absent: the default. */
  | { readonly kind: "policy"; readonly operation: number }
  /** The newest parameters; they may wait for their activation. */
  | { readonly kind: "parameters" };

export function fixedGovernanceKeys(question: GovernanceQuestion): readonly Uint8Array[] {
  switch (question.kind) {
    case "members":
      return [stateKeys.membersHead()];
    case "proposal":
      return [stateKeys.proposalByHash(question.hash)];
    case "proposals": {
      const { from, count } = question;
      const numbers = Array.from({ length: count }, (_, index) => from + index);
      return [stateKeys.governanceHead(), ...numbers.map((number) => stateKeys.proposal(number))];
    }
    case "policy":
      return [stateKeys.policyHead(question.operation)];
    case "parameters":
      return [stateKeys.parameters()];
  }
}

export function pointedGovernanceKeys(
  question: GovernanceQuestion,
  lookup: RecordLookup,
): readonly Uint8Array[] {
  switch (question.kind) {
    case "members": {
      const count = Math.min(memberCount(lookup), limits.maxMembers);
      return Array.from({ length: count }, (_, index) => stateKeys.member(index));
    }
    case "proposal": {
      const record = lookup(stateKeys.proposalByHash(question.hash));
      const index = record && governanceProposalIndexRecord.decode(record);
      return index?.ok ? [stateKeys.proposal(index.value.number)] : [];
    }
    case "policy": {
      const record = lookup(stateKeys.policyHead(question.operation));
      const head = record && policyHeadRecord.decode(record);
      return head?.ok ? [stateKeys.policy(question.operation, head.value.version)] : [];
    }
    default:
      return [];
  }
}

function memberCount(lookup: RecordLookup): number {
  const record = lookup(stateKeys.membersHead());
  const head = record && membersHeadRecord.decode(record);
  return head?.ok ? head.value.count : 0;
}
