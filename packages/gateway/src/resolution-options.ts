// What a resolver may be asked for besides a DID, whichever way it comes: in the DID URL, as query of
// the request, in the body of a POST.
import { failed, type ResolutionResult } from "./resolution-error.ts";

/** The verification relationships of DID 1.1 section 5.3. */
export const relationshipNames: readonly string[] = [
  "authentication",
  "assertionMethod",
  "keyAgreement",
  "capabilityInvocation",
  "capabilityDelegation",
];

/** Those of them that are parameters of a DID URL. */
export const didUrlParameters: readonly string[] = [
  "versionId",
  "versionTime",
  "service",
  "serviceType",
  "relativeRef",
];

/** Options of DID Resolution 1.0 sections 4.1 and 5.1 and parameters of DID URLs, and our own three. */
export interface ResolutionOptions {
  readonly versionId?: string;
  /** Seconds since 1970. */
  readonly versionTime?: number;
  readonly service?: string;
  readonly serviceType?: string;
  readonly relativeRef?: string;
  readonly verificationRelationship?: string;
  /** In place of the header. */
  readonly accept?: string;
  /** Documents have absolute URLs always. */
  readonly expandRelativeUrls?: boolean;
  /** Nothing is answered from a cache; with it caches on the way are told to keep nothing either. */
  readonly noCache?: boolean;
  /** A state proof in the metadata. */
  readonly proof?: boolean;
  /** Of a proof: height of the caller's trust anchor. */
  readonly anchorHeight?: number;
  /** Certified height that the answer is of, at least. */
  readonly minHeight?: number;
}

type Read = (value: unknown) => string | number | boolean | undefined;

const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

const readers: { readonly [K in keyof Required<ResolutionOptions>]: Read } = {
  versionId: asciiText,
  versionTime: timeOf,
  service: asciiText,
  serviceType: (value) => (typeof value === "string" && value !== "" ? value : undefined),
  relativeRef: asciiText,
  verificationRelationship: (value) => relationshipNames.find((name) => name === value),
  accept: asciiText,
  expandRelativeUrls: flagOf,
  noCache: flagOf,
  proof: flagOf,
  anchorHeight: heightOf,
  minHeight: heightOf,
};

/** FEATURE_NOT_SUPPORTED for a name that is not known, INVALID_OPTIONS for a value that has no sense. */
export function readResolutionOptions(
  given: ReadonlyMap<string, unknown>,
): ResolutionResult<ResolutionOptions> {
  const options: Record<string, string | number | boolean> = {};
  for (const [name, value] of given) {
    if (!isOption(name))
      return failed("FEATURE_NOT_SUPPORTED", `no option is called so: ${shown(name)}`);
    const read = readers[name](value);
    if (read === undefined) return failed("INVALID_OPTIONS", `${name} has no such value`);
    options[name] = read;
  }
  return { ok: true, value: options };
}

function isOption(name: string): name is keyof ResolutionOptions {
  return Object.hasOwn(readers, name);
}

/** What a stranger wrote, short and plain. */
function shown(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]/g, "?").slice(0, 32);
}

function asciiText(value: unknown): string | undefined {
  return typeof value === "string" && /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(value)
    ? value
    : undefined;
}

function flagOf(value: unknown): boolean | undefined {
  if (value === true || value === "true") return true;
  return value === false || value === "false" ? false : undefined;
}

function heightOf(value: unknown): number | undefined {
  const number = typeof value === "string" && /^\d{1,16}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number >= 0
    ? number
    : undefined;
}

/** UTC without fractions (DID 1.1 section 3.2.1), and a day that there is. */
function timeOf(value: unknown): number | undefined {
  if (typeof value !== "string" || !dateTime.test(value)) return undefined;
  const ms = Date.parse(value);
  if (Number.isNaN(ms) || new Date(ms).toISOString().replace(".000Z", "Z") !== value)
    return undefined;
  return ms / 1000;
}
