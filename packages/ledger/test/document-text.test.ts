// docs/ledger.md 2: texts of a document are in normal form C, on every engine.
import type { ErrorCode } from "@cartorio/protocol";
import { expect, it } from "vitest";
import { checkDocument } from "../src/document.ts";
import { documentWith } from "./world.ts";

function codeOfType(type: string): ErrorCode | undefined {
  const services = [{ fragment: "files", types: [type], endpoints: ["https://a.example"] }];
  return checkDocument({ ...documentWith(), services });
}

it.each([
  ["plain", "LinkedDomains"],
  ["Portuguese", "Certid\u00e3o de habilita\u00e7\u00e3o"],
  ["Chinese", "\u8b49\u66f8"],
  ["Japanese", "\u8a3c\u660e\u66f8\u30b5\u30fc\u30d3\u30b9"],
  ["Korean", "\uc778\uc99d\uc11c"],
])("a type in %s is accepted", (_, type) => {
  expect(codeOfType(type)).toBeUndefined();
});

it.each([
  ["a letter and its mark apart", "Certida\u0303o"],
  ["a mark alone", "\u0301"],
  ["the Kelvin sign", "\u212a"],
  ["a compatibility character", "\uf900"],
  ["a voiced mark apart", "\u304b\u3099"],
  ["Hangul in parts", "\u1112\u1161"],
  ["a direction mark", "a\u202eb"],
  ["a zero-width joiner", "a\u200db"],
  ["a soft hyphen", "a\u00adb"],
  ["a non-breaking space", "a\u00a0b"],
  ["a line break", "Files\n"],
])("%s is refused", (_, type) => {
  expect(codeOfType(type)).toBe("DOCUMENT_INVALID");
});

it("whatever is accepted is in normal form C, beside anything else that is", () => {
  const accepted: string[] = [];
  for (let code = 0; code < 0x11_0000; code += 1) {
    const text = String.fromCodePoint(code);
    if (!text.isWellFormed()) continue;
    if (codeOfType(text) === undefined) accepted.push(text);
  }
  expect(accepted.length).toBeGreaterThan(30_000);
  for (const text of accepted) {
    expect(text.normalize("NFC") === text, text).toBe(true);
    // Second characters of a composition are what a text could change by.
    expect(/\p{M}/u.test(text), text).toBe(false);
  }
  const all = accepted.join("");
  expect(all.normalize("NFC") === all).toBe(true);
  const backwards = accepted.toReversed().join("");
  expect(backwards.normalize("NFC") === backwards).toBe(true);
}, 60_000);
