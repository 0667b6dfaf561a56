/** Receipt codes of the registry: numbers 100..119 (error-codes.ts). */
export const schemaCodes = {
  SCHEMA_TOO_LARGE: {
    number: 100,
    summary: "The schema is larger than 48 KiB.",
    action: "Split it; a schema refers to places inside itself only.",
  },
  SCHEMA_NOT_CANONICAL: {
    number: 101,
    summary: "The schema is not the canonical form (RFC 8785) of a JSON object.",
    action: "Build the operation with the SDK, which writes the canonical form.",
  },
  SCHEMA_INVALID: {
    number: 102,
    summary: "The schema breaks a rule: an unknown keyword or value, $id, a reference, a pattern.",
    action: "Follow docs/ledger.md 11; the SDK says where.",
  },
  SCHEMA_EXISTS: {
    number: 103,
    summary: "A schema with these bytes is registered already.",
    action: "Use the one that is there: its digest names it.",
  },
  SCHEMA_NOT_FOUND: {
    number: 104,
    summary: "There is no schema with this digest.",
    action: "Check the digest; register the schema first.",
  },
  SCHEMA_SUPERSEDED: {
    number: 105,
    summary: "Another schema follows this one already.",
    action: "Supersede the newest one of the line.",
  },
  SCHEMA_DEPRECATED: {
    number: 106,
    summary: "The schema was deprecated before.",
    action: "Nothing to do.",
  },
} as const;
