// What a DID URL names inside a document (DID Resolution 1.0 section 5.4). Nothing here asks anybody:
// a service URL is told, never followed.
import type { DidUrl } from "./did-url.ts";
import { failed, type ResolutionResult } from "./resolution-error.ts";
import type { ResolutionOptions } from "./resolution-options.ts";

/** What the DID URL asks for besides a DID. */
export interface DereferencingQuestion
  extends Pick<
    ResolutionOptions,
    "service" | "serviceType" | "relativeRef" | "verificationRelationship"
  > {
  readonly url: Pick<DidUrl, "did" | "path" | "fragment">;
  /** The URLs of the services are wanted instead of the document with them: `text/uri-list`. */
  readonly wantsUrls: boolean;
}

/** A part of a document, or URLs. */
export type Dereferenced =
  | { readonly kind: "resource"; readonly content: Document }
  | { readonly kind: "urls"; readonly urls: readonly string[] };

type Document = Readonly<Record<string, unknown>>;

/** True where a DID URL names more than a version of a document. */
export function namesPart(url: DidUrl, options: ResolutionOptions): boolean {
  const { service, serviceType, relativeRef, verificationRelationship } = options;
  const parts = [service, serviceType, relativeRef, verificationRelationship, url.fragment];
  return url.path !== "" || parts.some((part) => part !== undefined);
}

/**
 * The method defines no path, and `relativeRef` has no sense without a service: NOT_FOUND, as for a
 * fragment or a service that the document does not have.
 */
export function dereference(
  document: Document,
  question: DereferencingQuestion,
): ResolutionResult<Dereferenced> {
  const { service, serviceType, relativeRef, url, wantsUrls } = question;
  if (url.path !== "") return failed("NOT_FOUND", "did:cartorio defines no paths");
  if (service === undefined && serviceType === undefined) {
    if (relativeRef !== undefined) return failed("NOT_FOUND", "relativeRef needs a service");
    if (wantsUrls) return failed("REPRESENTATION_NOT_SUPPORTED", "only a service has URLs");
    return dereferenceFragment(document, question);
  }
  const selected = servicesOf(document).filter((one) => isSelected(one, question));
  if (selected.length === 0) return failed("NOT_FOUND", "the document has no such service");
  if (wantsUrls) return endpointUrls(selected, question);
  const checked = relativeRef === undefined ? undefined : endpointUrls(selected, question);
  if (checked?.ok === false) return checked;
  return dereferenceFragment({ ...document, service: selected }, question);
}

function dereferenceFragment(
  document: Document,
  { url: { did, fragment }, verificationRelationship: relationship }: DereferencingQuestion,
): ResolutionResult<Dereferenced> {
  if (fragment === undefined) {
    return relationship === undefined
      ? { ok: true, value: { kind: "resource", content: document } }
      : failed("INVALID_OPTIONS", "verificationRelationship needs a fragment");
  }
  const id = `${did}#${fragment}`;
  const method = listOf(document["verificationMethod"]).find((one) => one["id"] === id);
  const found = method ?? servicesOf(document).find((one) => one["id"] === id);
  if (found === undefined) return failed("NOT_FOUND", "the document has no such fragment");
  if (relationship !== undefined) {
    if (method === undefined) {
      return failed("INVALID_VERIFICATION_METHOD", "the fragment names a service");
    }
    const holders: unknown = document[relationship];
    if (!Array.isArray(holders) || !holders.includes(id)) {
      const detail = `the key is not one for ${relationship}`;
      return failed("INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD", detail);
    }
  }
  const content = { "@context": document["@context"], ...found };
  return { ok: true, value: { kind: "resource", content } };
}

function isSelected(
  { id, type }: Document,
  { service, serviceType, url: { did } }: DereferencingQuestion,
): boolean {
  if (service !== undefined) {
    const wanted = service.startsWith("did:") ? service : `${did}#${service.replace(/^#/, "")}`;
    if (id !== wanted) return false;
  }
  if (serviceType === undefined) return true;
  return type === serviceType || (Array.isArray(type) && type.includes(serviceType));
}

/** In the order of the document. The fragment of the DID URL goes on to them. */
function endpointUrls(
  services: readonly Document[],
  { relativeRef, url: { fragment } }: DereferencingQuestion,
): ResolutionResult<Dereferenced> {
  const endpoints = services.flatMap(({ serviceEndpoint: given }) =>
    Array.isArray(given) ? given : [given],
  );
  const urls: string[] = [];
  for (const endpoint of endpoints) {
    if (typeof endpoint !== "string") continue;
    const target = relativeRef === undefined ? endpoint : resolveReference(endpoint, relativeRef);
    if (target === undefined) continue;
    if (target === "elsewhere") return failed("INVALID_DID_URL", "relativeRef leaves the service");
    if (fragment !== undefined && target.includes("#")) {
      return failed("INVALID_DID_URL", "both relativeRef and the DID URL have a fragment");
    }
    urls.push(fragment === undefined ? target : `${target}#${fragment}`);
  }
  if (urls.length === 0) return failed("NOT_FOUND", "the service has no URL that relativeRef fits");
  return { ok: true, value: { kind: "urls", urls } };
}

/**
 * Reference resolution of RFC 3986 section 5. "elsewhere" for a reference that leads to another host:
 * whoever writes a DID URL must not choose where a resolver sends people in the owner's name. Undefined
 * for an endpoint that is a DID.
 */
function resolveReference(endpoint: string, relativeRef: string): string | undefined {
  if (!endpoint.startsWith("https://")) return undefined;
  const base = new URL(endpoint);
  const target = URL.canParse(relativeRef, endpoint) ? new URL(relativeRef, endpoint) : undefined;
  const stays = target?.origin === base.origin && target.username === "" && target.password === "";
  return stays && !/^(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(relativeRef)
    ? target.href
    : "elsewhere";
}

function servicesOf(document: Document): readonly Document[] {
  return listOf(document["service"]);
}

function listOf(value: unknown): readonly Document[] {
  return Array.isArray(value) ? value : [];
}
