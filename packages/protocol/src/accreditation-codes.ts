/** Receipt codes of the registry: numbers 60..79 (error-codes.ts). */
export const accreditationCodes = {} as const;
