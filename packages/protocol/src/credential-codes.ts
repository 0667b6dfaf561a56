/** Receipt codes of the registry: numbers 80..99 (error-codes.ts). */
export const credentialCodes = {
  CREDENTIAL_ALREADY_SUSPENDED: {
    number: 80,
    summary: "The credential is suspended already.",
    action: "Nothing to do, or revoke it.",
  },
  CREDENTIAL_NOT_SUSPENDED: {
    number: 81,
    summary: "The credential is not suspended.",
    action: "Nothing to do.",
  },
  STATUS_HISTORY_FULL: {
    number: 82,
    summary: "The credential was suspended as often as its record can hold.",
    action: "Revoke it, or leave it active.",
  },
  SUSPENDED_BY_ACCREDITOR: {
    number: 83,
    summary: "The accreditor suspended the credential: only the accreditor may lift that.",
    action: "Ask the accreditor that the status names.",
  },
  ANCHOR_NOT_FOUND: {
    number: 84,
    summary: "The issuer has no such anchor from before this transaction.",
    action: "Anchor first, and read the anchor's record from a certified block.",
  },
  CREDENTIAL_ALREADY_COSIGNED: {
    number: 85,
    summary: "The DID co-signed this anchor before.",
    action: "Nothing to do; the first one stands.",
  },
  ANCHOR_RECORD_MISMATCH: {
    number: 86,
    summary: "The record hash is not that of the anchor's record.",
    action: "Read the anchor with proof, hash its record and sign again.",
  },
  CREDENTIAL_LOG_FULL: {
    number: 87,
    summary: "The log of the anchor has its 256 entries.",
    action: "Issue the credential anew to go on logging.",
  },
  ISSUER_PROFILE_INVALID: {
    number: 88,
    summary: "The issuer's declaration breaks a rule: revokers, successor or anchorRequiredSince.",
    action: "Follow docs/ledger.md 6; what has begun to be required cannot be taken back.",
  },
} as const;
