/**
 * Receipt codes of the registry: numbers 60..79 (error-codes.ts). Those of 62..69 are also the reasons
 * of a chain's verdict (accreditation-chain.ts).
 */
export const accreditationCodes = {
  SCOPE_INVALID: {
    number: 60,
    summary:
      "The scope is not well-formed: an entry stands twice, beside `*`, or in no known form.",
    action:
      "Name digests, types (context hash with type, or vct) and ISO 3166 codes once each, or `*` alone.",
  },
  ACCREDITATION_INVALID: {
    number: 61,
    summary: "Actions, depth or times of the accreditation break a rule.",
    action:
      "Follow docs/ledger.md 5; the accreditor's own actions and depth bound what it can offer.",
  },
  ACCREDITATION_NOT_FOUND: {
    number: 62,
    summary: "There is no such accreditation, or a link of its chain is missing.",
    action: "Check subject and index with `issuer_getAccreditations`.",
  },
  ACCREDITATION_NOT_ACCEPTED: {
    number: 63,
    summary: "The subject had not accepted the accreditation at that time.",
    action: "Let the subject accept it.",
  },
  ACCREDITATION_NOT_BEGUN: {
    number: 64,
    summary: "The accreditation, or one that it descends from, had not begun at that time.",
    action: "Wait for its validFrom.",
  },
  ACCREDITATION_EXPIRED: {
    number: 65,
    summary: "The accreditation, or one that it descends from, had expired at that time.",
    action: "Ask the accreditor for a new one.",
  },
  ACCREDITATION_SUSPENDED: {
    number: 66,
    summary: "The accreditation, or one that it descends from, was suspended at that time.",
    action: "Ask whoever suspended it.",
  },
  ACCREDITATION_ENDED: {
    number: 67,
    summary: "The accreditation, or one that it descends from, had been ended at that time.",
    action: "Ask the accreditor for a new one.",
  },
  ACTION_NOT_ACCREDITED: {
    number: 68,
    summary: "The accreditation, or one that it descends from, does not allow the action.",
    action: "Act under another accreditation, or ask for one with the action.",
  },
  SCOPE_NOT_COVERED: {
    number: 69,
    summary: "Schema, type or jurisdiction is outside the scope of the chain.",
    action: "Act under another accreditation, or narrow what is asked for.",
  },
  ACCREDITATION_DEPTH: {
    number: 70,
    summary: "The accreditor may not accredit any further level.",
    action: "Offer less depth, or let one higher up in the chain accredit.",
  },
  ACCREDITATION_CYCLE: {
    number: 71,
    summary: "The subject stands in the accreditor's own chain, or is the accreditor.",
    action: "Accredit another DID.",
  },
  ACCREDITATION_SUBJECT_INVALID: {
    number: 72,
    summary: "The subject does not exist or is deactivated.",
    action: "Create the subject's DID first.",
  },
  ACCREDITATION_ALREADY_ACCEPTED: {
    number: 73,
    summary: "The subject has accepted the accreditation before.",
    action: "Nothing to do.",
  },
  ACCREDITATION_NOT_SUSPENDED: {
    number: 74,
    summary: "The accreditation itself is not suspended.",
    action: "Nothing to do here; look at those that it descends from.",
  },
  ACCREDITATION_HISTORY_FULL: {
    number: 75,
    summary: "The accreditation was suspended as often as its record can hold.",
    action: "End it and offer a new one, or leave it active.",
  },
  ROOT_NOT_FOUND: {
    number: 76,
    summary: "The domain has no such root.",
    action: "Read the domain's roots with `issuer_getRoots`.",
  },
  ROOTS_VERSION_MISMATCH: {
    number: 77,
    summary: "The roots of the domain have changed since.",
    action: "Read them again and propose anew.",
  },
  LAST_ROOT: {
    number: 78,
    summary: "The last active root of a domain cannot be ended.",
    action: "Add another root first.",
  },
  ROOTS_FULL: {
    number: 79,
    summary: "The domain has had as many roots as it can.",
    action: "Use another domain.",
  },
} as const;
