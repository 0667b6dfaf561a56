// What can go wrong with a DID or a DID URL, in the two forms in which resolvers say it.

const DID_ERRORS = "https://www.w3.org/ns/did#";
const KEY_ERRORS = "https://w3id.org/security#";

/**
 * Errors of DID Resolution 1.0 section 11 with the HTTP status of section 12.1; the last two are those of
 * Controlled Identifiers 1.0 section 3.3, for which "any other error" is 500.
 */
const resolutionErrors = {
  INVALID_DID: { status: 400, title: "Invalid DID" },
  INVALID_DID_URL: { status: 400, title: "Invalid DID URL" },
  INVALID_OPTIONS: { status: 400, title: "Invalid options" },
  NOT_FOUND: { status: 404, title: "Not found" },
  REPRESENTATION_NOT_SUPPORTED: {
    status: 406,
    title: "Representation not supported",
  },
  INVALID_DID_DOCUMENT: { status: 500, title: "Invalid DID document" },
  INTERNAL_ERROR: { status: 500, title: "Internal error" },
  METHOD_NOT_SUPPORTED: { status: 501, title: "Method not supported" },
  FEATURE_NOT_SUPPORTED: { status: 501, title: "Feature not supported" },
  INVALID_VERIFICATION_METHOD: {
    status: 500,
    title: "Not a verification method",
  },
  INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD: {
    status: 500,
    title: "The verification method does not serve this relationship",
  },
} as const;

export type ResolutionErrorCode = keyof typeof resolutionErrors;

/** Why there is no result. */
export interface ResolutionFailure {
  readonly code: ResolutionErrorCode;
  /** For people; never about the inside of a node. */
  readonly detail: string;
}

/** A value, or why there is none. */
export type ResolutionResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: ResolutionFailure };

export function failed(
  code: ResolutionErrorCode,
  detail: string,
): { readonly ok: false; readonly failure: ResolutionFailure } {
  return { ok: false, failure: { code, detail } };
}

/** Errors of Controlled Identifiers 1.0. */
const keyErrors: ReadonlySet<ResolutionErrorCode> = new Set([
  "INVALID_VERIFICATION_METHOD",
  "INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD",
] as const);

/** The HTTP status of an error. */
export function statusOfError(code: ResolutionErrorCode): number {
  return resolutionErrors[code].status;
}

/** The error as RFC 9457 wants it. */
export function errorObject({ code, detail }: ResolutionFailure): Record<string, unknown> {
  const { status, title } = resolutionErrors[code];
  const prefix = keyErrors.has(code) ? KEY_ERRORS : DID_ERRORS;
  return { type: `${prefix}${code}`, title, status, detail };
}

/** The error as DID 1.0 section 7.1.2 wants it: `notFound`, `invalidDid`. */
export function legacyError(code: ResolutionErrorCode): string {
  return code.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
