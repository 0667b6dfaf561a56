/** Receipt codes of the registry: numbers 120..139 (error-codes.ts). */
export const statusListCodes = {} as const;
