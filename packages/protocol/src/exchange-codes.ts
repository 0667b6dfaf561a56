/** Receipt codes of the registry: numbers 140..149 (error-codes.ts). */
export const exchangeCodes = {
  EXCHANGE_PERIOD_INVALID: {
    number: 140,
    summary: "The period is empty, in the future, or does not begin where the last batch ended.",
    action: "Send one batch after the other, empty ones too; the first one begins where you like.",
  },
} as const;
