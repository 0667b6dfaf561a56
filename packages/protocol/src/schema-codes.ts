/** Receipt codes of the registry: numbers 100..119 (error-codes.ts). */
export const schemaCodes = {} as const;
