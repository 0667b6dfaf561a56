/** Receipt codes of the registry: numbers 140..149 (error-codes.ts). */
export const exchangeCodes = {} as const;
