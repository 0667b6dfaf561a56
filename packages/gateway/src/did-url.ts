// DID URLs (Decentralized Identifiers 1.1 section 3.2).

/** A DID URL taken apart. The DID is one of some method; its own rules are not looked at. */
export interface DidUrl {
  readonly did: string;
  /** With its slash, or empty. */
  readonly path: string;
  /** Decoded, in their order. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Without `#`; undefined if there is none. */
  readonly fragment: string | undefined;
}

const form =
  /^(?<did>did:[a-z0-9]+:(?:[A-Za-z0-9._:-]|%[0-9A-Fa-f]{2})+)(?<path>\/[^?#]*)?(?:\?(?<query>[^#]*))?(?:#(?<fragment>.*))?$/;
/** pchar of RFC 3986 with `/` and `?`. */
const characters = /^(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*$/;

/** Undefined for a text that is no DID URL, or in which a parameter stands twice. */
export function parseDidUrl(text: string): DidUrl | undefined {
  const groups = form.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { did = "", path = "", query = "", fragment } = groups;
  if (did.endsWith(":") || !characters.test(path)) return undefined;
  if (fragment !== undefined && !characters.test(fragment)) return undefined;
  const parameters = parseQuery(query);
  return parameters && { did, path, parameters, fragment };
}

/** Name of the method of a DID or DID URL, undefined if it does not look like one. */
export function methodOf(text: string): string | undefined {
  return parseDidUrl(text)?.did.split(":", 2)[1];
}

/**
 * Parameters of a query without its question mark. A plus is a plus (RFC 3986). Undefined if one stands
 * twice, which two readers would read differently, or an escape is broken.
 */
export function parseQuery(query: string): Map<string, string> | undefined {
  const parameters = new Map<string, string>();
  for (const part of query.split("&")) {
    if (part === "") continue;
    const equals = part.indexOf("=");
    const name = decode(equals < 0 ? part : part.slice(0, equals));
    const value = decode(equals < 0 ? "" : part.slice(equals + 1));
    if (name === undefined || value === undefined || parameters.has(name)) return undefined;
    parameters.set(name, value);
  }
  return parameters;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
