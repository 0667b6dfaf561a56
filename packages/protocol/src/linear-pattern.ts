// Regular expressions in a subset that is matched in linear time (docs/ledger.md 11). A backtracking
// engine can be made to run for years by a schema that anybody may register, so patterns are parsed
// here, by the ledger as a rule and by validators to execute them.

/** Closed ranges of code points, ascending or not. */
type Ranges = readonly (readonly [number, number])[];

export type PatternNode =
  | { readonly kind: "set"; readonly ranges: Ranges; readonly isNegated: boolean }
  | { readonly kind: "sequence"; readonly items: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly items: readonly PatternNode[] }
  | {
      readonly kind: "repeat";
      readonly item: PatternNode;
      readonly min: number;
      /** Undefined = without end. */
      readonly max: number | undefined;
    }
  | { readonly kind: "start" }
  | { readonly kind: "end" };

interface Reader {
  readonly points: readonly string[];
  at: number;
  depth: number;
}

/** Thrown and caught inside this file only: the text is outside the subset. */
class OutsideSubset extends Error {}

const maxGroupDepth = 32;
const maxCount = 1000;
const lastPoint = 0x10ffff;
const digits: Ranges = [[0x30, 0x39]];
const words: Ranges = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
/** WhiteSpace and LineTerminator of ECMAScript. */
const spaces: Ranges = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
/** What `.` does not match. */
const lineEnds: Ranges = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
];
const controls: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, "0": 0 };
const classes: Readonly<Record<string, Ranges>> = { d: digits, w: words, s: spaces };
const syntaxCharacters = "^$\\.*+?()[]{}|/";

/**
 * A pattern of JSON Schema as a tree, undefined if it is no pattern of ECMA-262 (with flag u) or uses
 * what cannot be matched in linear time or alike everywhere: back references, look-around, word
 * boundaries, named groups, Unicode properties; groups nested deeper than 32, counts above 1000.
 */
export function parsePattern(text: string): PatternNode | undefined {
  const reader: Reader = { points: [...text], at: 0, depth: 0 };
  try {
    const node = readChoice(reader);
    return reader.at === reader.points.length ? node : undefined;
  } catch (error) {
    if (error instanceof OutsideSubset) return undefined;
    throw error;
  }
}

function peek(reader: Reader): string | undefined {
  return reader.points[reader.at];
}
function take(reader: Reader): string {
  const point = reader.points[reader.at];
  if (point === undefined) throw new OutsideSubset();
  reader.at += 1;
  return point;
}
function skip(reader: Reader, text: string): boolean {
  const isThere = reader.points.slice(reader.at, reader.at + text.length).join("") === text;
  if (isThere) reader.at += text.length;
  return isThere;
}

function readChoice(reader: Reader): PatternNode {
  const items = [readSequence(reader)];
  while (skip(reader, "|")) items.push(readSequence(reader));
  const [only] = items;
  return items.length === 1 && only !== undefined ? only : { kind: "choice", items };
}

function readSequence(reader: Reader): PatternNode {
  const items: PatternNode[] = [];
  for (let next = peek(reader); next !== undefined; next = peek(reader)) {
    if (next === "|" || next === ")") break;
    items.push(readTerm(reader));
  }
  return { kind: "sequence", items };
}

function readTerm(reader: Reader): PatternNode {
  if (skip(reader, "^")) return { kind: "start" };
  if (skip(reader, "$")) return { kind: "end" };
  const item = readAtom(reader);
  const [min, max] = readCounts(reader) ?? [1, 1];
  return min === 1 && max === 1 ? item : { kind: "repeat", item, min, max };
}

function readCounts(reader: Reader): readonly [number, number | undefined] | undefined {
  const counts = readQuantifier(reader);
  // A lazy one matches the same texts.
  if (counts !== undefined) skip(reader, "?");
  return counts;
}

function readQuantifier(reader: Reader): readonly [number, number | undefined] | undefined {
  if (skip(reader, "*")) return [0, undefined];
  if (skip(reader, "+")) return [1, undefined];
  if (skip(reader, "?")) return [0, 1];
  if (!skip(reader, "{")) return undefined;
  const min = readNumber(reader);
  if (skip(reader, "}")) return [min, min];
  if (!skip(reader, ",")) throw new OutsideSubset();
  if (skip(reader, "}")) return [min, undefined];
  const max = readNumber(reader);
  if (!skip(reader, "}") || max < min) throw new OutsideSubset();
  return [min, max];
}

function readNumber(reader: Reader): number {
  let text = "";
  for (let next = peek(reader); next !== undefined && isDigit(next); next = peek(reader)) {
    text += take(reader);
    if (Number(text) > maxCount) throw new OutsideSubset();
  }
  if (text === "") throw new OutsideSubset();
  return Number(text);
}

function isDigit(point: string): boolean {
  return point >= "0" && point <= "9" && point.length === 1;
}

function readAtom(reader: Reader): PatternNode {
  const point = take(reader);
  switch (point) {
    case ".":
      return { kind: "set", ranges: lineEnds, isNegated: true };
    case "(":
      return readGroup(reader);
    case "[":
      return readClass(reader);
    case "\\":
      return readEscape(reader);
    case "*":
    case "+":
    case "?":
    case "{":
    case "}":
    case "]":
      throw new OutsideSubset();
    default:
      return oneOf(codeOf(point));
  }
}

function readGroup(reader: Reader): PatternNode {
  if (peek(reader) === "?" && !skip(reader, "?:")) throw new OutsideSubset();
  reader.depth += 1;
  if (reader.depth > maxGroupDepth) throw new OutsideSubset();
  const node = readChoice(reader);
  if (!skip(reader, ")")) throw new OutsideSubset();
  reader.depth -= 1;
  return node;
}

function readEscape(reader: Reader): PatternNode {
  const point = peek(reader) ?? "";
  const ranges = classes[point.toLowerCase()];
  if (ranges === undefined || point.length !== 1) return oneOf(readEscapedPoint(reader));
  reader.at += 1;
  return { kind: "set", ranges, isNegated: point !== point.toLowerCase() };
}

/** The code point of an escape whose backslash was read. */
function readEscapedPoint(reader: Reader, extra = ""): number {
  const point = take(reader);
  if (syntaxCharacters.includes(point) || (extra !== "" && extra.includes(point))) {
    return codeOf(point);
  }
  if (point === "x") return readHex(reader, 2);
  if (point === "u") return readUnicode(reader);
  const control = controls[point];
  const isOctal = point === "0" && isDigit(peek(reader) ?? "");
  if (control === undefined || isOctal) throw new OutsideSubset();
  return control;
}

function readUnicode(reader: Reader): number {
  if (skip(reader, "{")) {
    let text = "";
    while (!skip(reader, "}")) text += take(reader);
    return hexValue(text);
  }
  const unit = readHex(reader, 4);
  // Halves of a pair are one code point; a half alone is in no well-formed text.
  if (unit < 0xd800 || unit > 0xdfff) return unit;
  if (unit > 0xdbff || !skip(reader, "\\u")) throw new OutsideSubset();
  const low = readHex(reader, 4);
  if (low < 0xdc00 || low > 0xdfff) throw new OutsideSubset();
  return 0x10000 + (unit - 0xd800) * 0x400 + (low - 0xdc00);
}

function readHex(reader: Reader, length: number): number {
  let text = "";
  while (text.length < length) text += take(reader);
  return hexValue(text);
}

function hexValue(text: string): number {
  const value = /^[0-9a-fA-F]{1,8}$/.test(text) ? Number.parseInt(text, 16) : lastPoint + 1;
  if (value > lastPoint) throw new OutsideSubset();
  return value;
}

function readClass(reader: Reader): PatternNode {
  const isNegated = skip(reader, "^");
  const ranges: (readonly [number, number])[] = [];
  while (!skip(reader, "]")) {
    const from = readClassItem(reader);
    const isRange = peek(reader) === "-" && reader.points[reader.at + 1] !== "]";
    if (!isRange) {
      ranges.push(...(typeof from === "number" ? [[from, from] as const] : from));
      continue;
    }
    reader.at += 1;
    const to = readClassItem(reader);
    if (typeof from !== "number" || typeof to !== "number" || to < from) throw new OutsideSubset();
    ranges.push([from, to]);
  }
  return { kind: "set", ranges, isNegated };
}

function readClassItem(reader: Reader): number | Ranges {
  const point = take(reader);
  if (point !== "\\") return codeOf(point);
  const next = peek(reader) ?? "";
  const ranges = next.length === 1 ? classes[next.toLowerCase()] : undefined;
  if (ranges === undefined) return readEscapedPoint(reader, "-");
  reader.at += 1;
  return next === next.toLowerCase() ? ranges : complement(ranges);
}

/** Of ascending ranges that do not touch. */
function complement(ranges: Ranges): Ranges {
  const found: (readonly [number, number])[] = [];
  let from = 0;
  for (const [low, high] of ranges) {
    if (low > from) found.push([from, low - 1]);
    from = high + 1;
  }
  return [...found, [from, lastPoint]];
}

function codeOf(point: string): number {
  return point.codePointAt(0) ?? 0;
}
function oneOf(code: number): PatternNode {
  return { kind: "set", ranges: [[code, code]], isNegated: false };
}
