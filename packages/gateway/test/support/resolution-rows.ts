// The contract of the resolver, one row per line of the tables of docs/did-resolution.md, as any HTTP
// client sees it: the same rows are asked of the server in this process and of a running node.

/** DIDs that a row may name. */
export interface ResolutionDids {
  /** Active, with a service `catalogue` of type LinkedDomains at https://uni.example, since version 1. */
  readonly active: string;
  /** A key in `assertionMethod` of the active one, as fragment. */
  readonly key: string;
  /** Version ids of the active one, in order: two. */
  readonly versionIds: readonly [string, string];
  /** Block times of those versions, as metadata show them; at least a second apart. */
  readonly times: readonly [string, string];
  /** Deactivated by its second version. */
  readonly gone: string;
  /** Version id of what it was before. */
  readonly goneVersionId: string;
  readonly unknown: string;
  readonly foreign: string;
}

/** One question and what must come back. */
export interface ResolutionRow {
  readonly name: string;
  /** After `/1.0/identifiers/`. */
  readonly path: (dids: ResolutionDids) => string;
  readonly accept?: string;
  /** Of a POST; without it, GET. */
  readonly body?: (dids: ResolutionDids) => Record<string, unknown>;
  readonly status: number;
  /** Media type without charset; undefined: no body. */
  readonly type: string | undefined;
  /** Members that the body must have. */
  readonly shows?: (dids: ResolutionDids) => Record<string, unknown>;
  readonly location?: string;
}

export const RESULT = "application/did-resolution";
export const PART = "application/did-url-dereferencing";
export const LEGACY = 'application/ld+json;profile="https://w3id.org/did-resolution"';
export const LEGACY_PART = 'application/ld+json;profile="https://w3id.org/did-url-dereferencing"';
export const PROBLEM = "application/problem+json";

export const did: (text: string) => string = encodeURIComponent;

export function errorOf(code: string): Record<string, unknown> {
  return { type: `https://www.w3.org/ns/did#${code}` };
}

export function refused(code: string): { readonly shows: () => Record<string, unknown> } {
  return {
    shows: () => ({
      didResolutionMetadata: { error: errorOf(code) },
      didDocument: null,
      didDocumentMetadata: {},
    }),
  };
}

export function refusedPart(code: string): { readonly shows: () => Record<string, unknown> } {
  return {
    shows: () => ({
      dereferencingMetadata: { error: errorOf(code) },
      content: null,
      contentStream: null,
      contentMetadata: {},
    }),
  };
}

/** What the active DID's document has at least. */
export const document = ({ active }: ResolutionDids): Record<string, unknown> => ({ id: active });
export const active = ({ active: id }: ResolutionDids): string => id;

/** Each media type, and each way to ask for it. */
export const mediaTypeRows: readonly ResolutionRow[] = [
  {
    name: "no Accept: the result",
    path: active,
    status: 200,
    type: RESULT,
    shows: (dids) => ({
      didResolutionMetadata: { contentType: "application/did" },
      didDocument: {
        "@context": ["https://www.w3.org/ns/did/v1.1", "https://w3id.org/security/multikey/v1"],
        id: dids.active,
      },
      didDocumentMetadata: {
        created: dids.times[0],
        updated: dids.times[1],
        versionId: dids.versionIds[1],
      },
    }),
  },
  {
    name: "the result",
    path: active,
    accept: RESULT,
    status: 200,
    type: RESULT,
    shows: (dids) => ({ didDocument: document(dids) }),
  },
  {
    name: "DID 1.1",
    path: active,
    accept: "application/did",
    status: 200,
    type: "application/did",
    shows: document,
  },
  {
    name: "DID 1.0, JSON",
    path: active,
    accept: "application/did+json",
    status: 200,
    type: "application/did+json",
    shows: document,
  },
  {
    name: "DID 1.0, JSON-LD",
    path: active,
    accept: "application/did+ld+json",
    status: 200,
    type: "application/did+ld+json",
    shows: document,
  },
  {
    name: "the legacy result",
    path: active,
    accept: LEGACY,
    status: 200,
    type: "application/ld+json",
    shows: (dids) => ({
      "@context": "https://w3id.org/did-resolution/v1",
      didDocument: document(dids),
      didResolutionMetadata: { contentType: "application/did+ld+json" },
    }),
  },
  {
    name: "plain application/ld+json: the legacy result",
    path: active,
    accept: "application/ld+json",
    status: 200,
    type: "application/ld+json",
    shows: (dids) => ({ didDocument: document(dids) }),
  },
  {
    name: "another profile",
    path: active,
    accept: 'application/ld+json;profile="https://example.org/x"',
    status: 406,
    type: RESULT,
    ...refused("REPRESENTATION_NOT_SUPPORTED"),
  },
  {
    name: "the dereferencing result",
    path: active,
    accept: PART,
    status: 200,
    type: PART,
    shows: (dids) => ({
      dereferencingMetadata: { contentType: "application/did" },
      content: document(dids),
      contentStream: document(dids),
      contentMetadata: { versionId: dids.versionIds[1] },
    }),
  },
  {
    name: "the legacy dereferencing result",
    path: active,
    accept: LEGACY_PART,
    status: 200,
    type: "application/ld+json",
    shows: (dids) => ({
      content: document(dids),
      dereferencingMetadata: { contentType: "application/did+ld+json" },
    }),
  },
  {
    name: "an encoded DID",
    path: (dids) => did(dids.active),
    accept: "application/did",
    status: 200,
    type: "application/did",
    shows: document,
  },
  {
    name: "a favourite among several",
    path: active,
    accept: "text/html, application/did-resolution;q=0.5, application/did+json;q=0.9, */*;q=0.1",
    status: 200,
    type: "application/did+json",
    shows: document,
  },
  {
    name: "nothing that there is",
    path: active,
    accept: "text/html",
    status: 406,
    type: RESULT,
    ...refused("REPRESENTATION_NOT_SUPPORTED"),
  },
  {
    name: "URLs of a DID",
    path: active,
    accept: "text/uri-list",
    status: 406,
    type: RESULT,
    ...refused("REPRESENTATION_NOT_SUPPORTED"),
  },
  {
    name: "the result of resolution of a part",
    path: (dids) => did(`${dids.active}#catalogue`),
    accept: RESULT,
    status: 406,
    type: PART,
    ...refusedPart("REPRESENTATION_NOT_SUPPORTED"),
  },
];
