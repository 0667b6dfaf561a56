import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePattern, limits, matchesPattern, parsePattern } from "../src/index.ts";

function matches(pattern: string, text: string): boolean | undefined {
  const program = compilePattern(pattern);
  return program && matchesPattern(program, text, { left: 10_000_000 });
}

/** Patterns of the subset, as trees that print themselves. */
const pattern: fc.Arbitrary<string> = fc.letrec<{ choice: string; term: string; atom: string }>(
  (tie) => ({
    choice: fc
      .array(fc.array(tie("term"), { maxLength: 3 }), { minLength: 1, maxLength: 2 })
      .map((items) => items.map((terms) => terms.join("")).join("|")),
    term: fc
      .tuple(
        tie("atom"),
        fc.constantFrom("", "", "*", "+", "?", "{2}", "{1,2}", "{0,}", "*?", "{2,3}?"),
      )
      .map(([atom, quantifier]) => atom + quantifier),
    atom: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom("a", "b", "\\.", ".", "\\d", "\\W", "\\s", "[ab]", "[^a]", "[a-c\\d-]", "[]"),
      fc.constantFrom("\\u0061", "\\x62", "\\u{1F600}", "😀", "\\n", "[^\\S]", "\\/", "[\\]\\-]"),
      tie("choice").map((inside) => `(?:${inside})`),
      tie("choice").map((inside) => `(${inside})`),
    ),
  }),
).choice;

const anchored = fc
  .tuple(fc.boolean(), pattern, fc.boolean())
  .map(([start, inside, end]) => `${start ? "^" : ""}${inside}${end ? "$" : ""}`);
const text = fc
  .array(fc.constantFrom("a", "b", "c", "1", ".", " ", "-", "\n", "😀", "]", "/"), { maxLength: 8 })
  .map((items) => items.join(""));

describe("patterns", () => {
  it("match what the engine of the platform matches", () => {
    let matched = 0;
    fc.assert(
      fc.property(anchored, text, (source, subject) => {
        fc.pre(compilePattern(source) !== undefined || source.length < 100);
        const expected = new RegExp(source, "u").test(subject);
        expect(matches(source, subject), `${source} on ${JSON.stringify(subject)}`).toBe(expected);
        matched += expected ? 1 : 0;
      }),
      { numRuns: 3000, seed: 11 },
    );
    expect(matched).toBeGreaterThan(500);
  }, 60_000);

  it.each([
    ["a back reference", "(a)\\1"],
    ["a named group", "(?<year>a)"],
    ["look-ahead", "(?=a)"],
    ["negative look-ahead", "(?!a)"],
    ["look-behind", "(?<=a)b"],
    ["a word boundary", "\\ba"],
    ["a Unicode property", "\\p{Letter}"],
    ["a control letter", "\\cA"],
    ["a quantifier of nothing", "*a"],
    ["a quantifier of a quantifier", "a**"],
    ["a group that is not closed", "(a"],
    ["a group that is not opened", "a)"],
    ["a class that is not closed", "[a"],
    ["a range that goes down", "[b-a]"],
    ["a range of classes", "[\\d-z]"],
    ["counts that go down", "a{3,2}"],
    ["a brace alone", "a{"],
    ["a count above 1000", "a{1001}"],
    ["half of a surrogate pair", "\\ud800"],
    ["an octal escape", "\\01"],
    ["an identity escape of a letter", "\\a"],
    ["a backslash at the end", "a\\"],
    ["a code point beyond the last", "\\u{110000}"],
  ])("do not have %s", (_, source) => {
    expect(parsePattern(source)).toBeUndefined();
  });

  it("are refused where counts unfold to too much, also of nothing", () => {
    expect(compilePattern(`a{${limits.maxPatternInstructions / 2}}`)).toBeDefined();
    for (const source of [
      "((a{10}){20}){20}",
      "((((){1000}){1000}){1000}){1000}",
      "(a{1000}){3}",
    ]) {
      expect(parsePattern(source)).toBeDefined();
      expect(compilePattern(source), source).toBeUndefined();
    }
    expect(parsePattern("(".repeat(33) + ")".repeat(33))).toBeUndefined();
    expect(parsePattern("(".repeat(50_000))).toBeUndefined();
  });

  it("take linear time where a backtracking engine takes for ever", () => {
    const program = compilePattern("^(a+)+$");
    if (program === undefined) throw new Error("refused");
    const steps = (length: number): number => {
      const budget = { left: 1_000_000 };
      expect(matchesPattern(program, `${"a".repeat(length)}b`, budget)).toBe(false);
      return 1_000_000 - budget.left;
    };
    expect(steps(2000)).toBeLessThan(2.1 * steps(1000));
  });

  it("stop when the budget is used up", () => {
    const program = compilePattern("(a|b)*c");
    const budget = { left: 50 };
    expect(program && matchesPattern(program, "ab".repeat(100), budget)).toBeUndefined();
  });
});
