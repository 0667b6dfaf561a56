import { parseQuery } from "./did-url.ts";
import { chooseMediaType } from "./media-types.ts";
import type { ReadProblem } from "./read-problem.ts";
import { utcTime } from "./utc-time.ts";

/** The favourite first: all about a list, or the bare credential that a publisher signs. */
export const listMediaTypes: readonly string[] = ["application/json", "application/vc"];

const encodings = ["bitstring", "token"] as const;

/** What a request for a list says besides which one. */
export interface ListOptions {
  readonly encoding: (typeof encodings)[number];
  /** Milliseconds; default now. */
  readonly time?: number;
  readonly proof?: boolean;
  readonly anchorHeight?: number;
  readonly minHeight?: number;
}

export type ListRequest =
  | { readonly ok: true; readonly contentType: string; readonly options: ListOptions }
  | { readonly ok: false; readonly problem: ReadProblem };

type Read = (value: string) => Partial<ListOptions> | undefined;

const readers: Readonly<Record<string, Read>> = {
  // W3C Bitstring Status List 1.0 calls it so and gives it as a date, IETF Token Status List as seconds.
  timestamp: (value) => given("time", utcTime(value)),
  time: (value) => given("time", /^\d{1,12}$/.test(value) ? Number(value) * 1000 : undefined),
  encoding: (value) =>
    given(
      "encoding",
      encodings.find((name) => name === value),
    ),
  proof: (value) => given("proof", flagOf(value)),
  anchorHeight: (value) => given("anchorHeight", heightOf(value)),
  minHeight: (value) => given("minHeight", heightOf(value)),
};

function given<K extends keyof ListOptions>(
  name: K,
  value: ListOptions[K] | undefined,
): Partial<ListOptions> | undefined {
  return value === undefined ? undefined : { [name]: value };
}

/**
 * 406: nothing that the gateway has is asked for. 400: a parameter that is not known, has no such value,
 * or does not go with the others; who misspells a time would get the latest list for it.
 */
export function readListRequest(query: string, accept: string | undefined): ListRequest {
  const contentType = chooseMediaType(accept, listMediaTypes);
  if (contentType === undefined) {
    const detail = `serves ${listMediaTypes.join(", ")}, unsigned: signed lists are at their publisher's`;
    return refused(406, detail);
  }
  const parameters = parseQuery(query);
  if (parameters === undefined) return invalid("a parameter stands twice, or is broken");
  let options: ListOptions = { encoding: "bitstring" };
  if (parameters.has("timestamp") && parameters.has("time")) {
    return invalid("timestamp and time are the same");
  }
  for (const [name, value] of parameters) {
    const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
    if (read === undefined) return invalid(`known are ${Object.keys(readers).join(", ")}`);
    const option = read(value);
    if (option === undefined) return invalid(`${name} has no such value`);
    options = { ...options, ...option };
  }
  const isBare = contentType !== listMediaTypes[0];
  if (isBare && options.encoding === "token") return invalid("claims are no application/vc");
  if (isBare && options.proof === true) return invalid("ask for a proof as application/json");
  return { ok: true, contentType, options };
}

function flagOf(value: string): boolean | undefined {
  return value === "true" || (value === "false" ? false : undefined);
}

function heightOf(value: string): number | undefined {
  const height = /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
  return Number.isSafeInteger(height) ? height : undefined;
}

function invalid(detail: string): ListRequest {
  return refused(400, detail);
}

function refused(status: number, detail: string): ListRequest {
  return { ok: false, problem: { status, detail } };
}
