/** Receipt codes of the registry: numbers 120..139 (error-codes.ts). */
export const statusListCodes = {
  STATUS_LIST_NOT_FOUND: {
    number: 120,
    summary: "The owner has no status list of this number.",
    action: "Create the list first; they are numbered from 1.",
  },
  STATUS_LIST_INVALID: {
    number: 121,
    summary: "The status list breaks a rule: purpose or length.",
    action:
      "Follow docs/ledger.md 7: revocation or suspension, a multiple of 2048 bits from 131072.",
  },
  STATUS_PUBLISHER_INVALID: {
    number: 122,
    summary:
      "The publisher is the issuer itself, does not exist, or shares a key with its assertions.",
    action: "Name another active DID whose keys are in no assertionMethod of the issuer.",
  },
  STATUS_CHANGES_INVALID: {
    number: 123,
    summary: "The changes are none, not ascending, or beyond the length of the list.",
    action: "Name each index once, in ascending order.",
  },
  STATUS_BIT_FINAL: {
    number: 124,
    summary: "A revocation bit would be cleared.",
    action: "Revocation is for ever: issue a new credential, or use a suspension list.",
  },
} as const;
