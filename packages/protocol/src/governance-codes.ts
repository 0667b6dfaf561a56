/** Receipt codes of the registry: numbers 150..199 (error-codes.ts). */
export const governanceCodes = {
  MEMBER_NOT_FOUND: {
    number: 150,
    summary: "The DID is not a member of the consortium.",
    action: "Name a member; see `governance_getMembers`.",
  },
  PROPOSAL_NOT_FOUND: {
    number: 151,
    summary: "There is no proposal with this hash.",
    action: "Read the proposal again and vote on its hash.",
  },
  PROPOSAL_EXISTS: {
    number: 152,
    summary: "The same proposal was made before.",
    action: "Vote on it, or use another nonce.",
  },
  PROPOSAL_CLOSED: {
    number: 153,
    summary: "The proposal is decided, withdrawn or dead.",
    action: "Nothing to do; propose anew if it died. The receipt names its status.",
  },
  PROPOSAL_EXPIRED: {
    number: 154,
    summary: "Nobody may vote on the proposal any more: its time has passed.",
    action: "Propose it anew.",
  },
  PROPOSAL_INVALID: {
    number: 155,
    summary: "The proposal expires in the past or more than 30 days ahead, or is too large.",
    action: "Choose `expires` within 30 days; split what is larger than 16 KiB.",
  },
  ALREADY_VOTED: {
    number: 156,
    summary: "The member has voted on the proposal; a vote stands.",
    action: "Nothing to do.",
  },
  MEMBERS_VERSION_MISMATCH: {
    number: 157,
    summary: "The members have changed since the proposal was written.",
    action: "Read the members again and decide anew; the receipt names their version.",
  },
  MEMBER_INVALID: {
    number: 158,
    summary: "The change of members breaks a rule: it changes nothing, or has no name.",
    action: "Follow docs/ledger.md 8: a name with a weight, and a member to replace that is one.",
  },
  MEMBER_WEIGHT_INVALID: {
    number: 159,
    summary: "A member would hold a third of the weight or more, or nobody would be a member.",
    action: "Choose weights below a third each; with fewer than four members none of a third fits.",
  },
  MEMBERS_FULL: {
    number: 160,
    summary: "There are as many members, present and past, as there may be.",
    action: "Let a former member come back, or ask for a protocol version with more room.",
  },
  MEMBER_HAS_VALIDATORS: {
    number: 161,
    summary: "The member that would leave answers for validators of the set.",
    action: "Remove its validators first, or name the member that takes its place.",
  },
  PARAMETERS_VERSION_MISMATCH: {
    number: 162,
    summary: "The parameters have changed since the proposal was written.",
    action: "Read the parameters again and decide anew; the receipt names their version.",
  },
  PARAMETERS_INVALID: {
    number: 163,
    summary: "The parameters break a rule, change nothing, or lower the protocol version.",
    action: "Leave room for the largest transaction in a sponsor's share of a block.",
  },
  UPGRADE_NOT_ANNOUNCED: {
    number: 164,
    summary: "Fewer than a quorum of validators have announced the protocol version.",
    action: "Let the members announce it for their validators: `upgradeAnnounce`.",
  },
  UPGRADE_NOT_HIGHER: {
    number: 165,
    summary: "The validator has announced this protocol version or a higher one already.",
    action: "Nothing to do.",
  },
  POLICY_VERSION_MISMATCH: {
    number: 166,
    summary: "The policy of the operation has changed since the proposal was written.",
    action: "Read the policy again and decide anew; the receipt names its version.",
  },
  POLICY_INVALID: {
    number: 167,
    summary: "The policy breaks a rule: nobody could write, or a condition says nothing.",
    action: "Give at least one clause; each condition is one of count, self and sponsor.",
  },
  POLICY_OPERATION: {
    number: 168,
    summary: "The operation has no write policy: there is none such, or it is one of governance.",
    action: "Name the field number of an operation outside governance.",
  },
  POLICY_REFUSED: {
    number: 169,
    summary: "The write policy of the operation does not let these signers write.",
    action: "Read the policy (`governance_getPolicy`) and sign with whom it asks for.",
  },
  FREEZE_INVALID: {
    number: 170,
    summary: "The freeze does not end within 30 days, or lifts what is not frozen.",
    action: "Choose a time within 30 days; renew the freeze when it ends.",
  },
  FREEZE_MISMATCH: {
    number: 171,
    summary: "The freeze of the DID has changed since the proposal was written.",
    action: "Read the DID again and decide anew; the receipt names the end of its freeze.",
  },
  FREEZE_MEMBER: {
    number: 172,
    summary: "Members are never frozen, only replaced.",
    action: "Propose a change of members.",
  },
  REDACT_INVALID: {
    number: 173,
    summary: "The redaction names no body, two, or one that is dropped already.",
    action: "Name either a version of a DID or a schema.",
  },
  MEMBER_FROZEN: {
    number: 174,
    summary: "A frozen DID cannot become a member.",
    action: "Wait for the end of the freeze, or lift it first.",
  },
} as const;
