/** Receipt codes of the registry: numbers 150..199 (error-codes.ts). */
export const governanceCodes = {} as const;
