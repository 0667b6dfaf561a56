// Which of the media types that a resource has its asker likes best (RFC 9110 section 12.5.1).

/** A media type with its parameters, all in lower case. */
interface MediaType {
  /** `type/subtype`. */
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
}

interface MediaRange extends MediaType {
  /** From 0, which refuses, to 1. */
  readonly quality: number;
}

/** Ranges of one header that are looked at; the rest is not. */
const maxRanges = 64;

/**
 * The type that an Accept header likes best, of equally good ones the first; undefined if it takes none.
 * Everything is taken where there is no header. `charset` does not count: JSON is UTF-8.
 */
export function chooseMediaType(
  accept: string | undefined,
  types: readonly string[],
): string | undefined {
  if (accept === undefined || accept.trim() === "") return types[0];
  const ranges = splitOutsideQuotes(accept, ",").slice(0, maxRanges).map(parseRange);
  let best: { readonly type: string; readonly quality: number } | undefined;
  for (const type of types) {
    const quality = qualityOf(parseType(type), ranges);
    if (quality > (best?.quality ?? 0)) best = { type, quality };
  }
  return best?.type;
}

function parseType(text: string): MediaType {
  const [name = "", ...parts] = splitOutsideQuotes(text, ";");
  const parameters = new Map<string, string>();
  for (const part of parts) {
    const [key = "", ...value] = part.split("=");
    parameters.set(key.trim().toLowerCase(), unquote(value.join("=").trim()).toLowerCase());
  }
  parameters.delete("charset");
  return { name: name.trim().toLowerCase(), parameters };
}

function parseRange(text: string): MediaRange {
  const { name, parameters } = parseType(text);
  const { q: weight = "1", ...others } = Object.fromEntries(parameters);
  const quality = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? Number(weight) : 0;
  return { name, parameters: new Map(Object.entries(others)), quality };
}

/** The most specific range decides, whatever its quality. */
function qualityOf(type: MediaType, ranges: readonly MediaRange[]): number {
  let best: { readonly specificity: number; readonly quality: number } | undefined;
  for (const range of ranges) {
    const specificity = specificityOf(type, range);
    if (specificity > (best?.specificity ?? 0)) best = { specificity, quality: range.quality };
  }
  return best?.quality ?? 0;
}

/** 0 if the range does not cover the type; each parameter that both name makes it more specific. */
function specificityOf(type: MediaType, { name, parameters }: MediaRange): number {
  if (name === "*/*") return 1;
  if (name === `${type.name.split("/", 1)[0]}/*`) return 2;
  if (name !== type.name) return 0;
  const covers = [...parameters].every(([key, value]) => type.parameters.get(key) === value);
  return covers ? 3 + parameters.size : 0;
}

function splitOutsideQuotes(text: string, separator: "," | ";"): string[] {
  const parts: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isQuoted && character === "\\") at += 1;
    else if (character === '"') isQuoted = !isQuoted;
    else if (character === separator && !isQuoted) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

function unquote(text: string): string {
  const isQuoted = text.length >= 2 && text.startsWith('"') && text.endsWith('"');
  return isQuoted ? text.slice(1, -1).replace(/\\(.)/g, "$1") : text;
}
