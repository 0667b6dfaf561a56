/** Receipt codes of the registry: numbers 80..99 (error-codes.ts). */
export const credentialCodes = {} as const;
