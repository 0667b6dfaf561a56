/** Receipt codes of the registry: numbers 41..59 (error-codes.ts). */
export const didCodes = {} as const;
