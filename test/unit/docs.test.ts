import { describe, expect, it } from "vitest";
import {
  type DocumentFacts,
  findDocumentMistakes,
  requiredDocuments,
} from "../../scripts/lib/docs.ts";

function facts(changes: Partial<DocumentFacts>): DocumentFacts {
  return {
    documents: [],
    sources: [],
    exists: (path) => requiredDocuments.includes(path),
    commands: ["test"],
    ...changes,
  };
}

function document(text: string, path = "docs/page.md"): Partial<DocumentFacts> {
  return { documents: [{ path, text }] };
}

describe("the document check", () => {
  it("accepts links to what exists, web links and known commands", () => {
    const text = "[a](../README.md#top) [b](https://example.org/x) [c](#here) `npm run test`";
    expect(findDocumentMistakes(facts(document(text)))).toEqual([]);
  });

  it("names a missing document", () => {
    const found = findDocumentMistakes(facts({ exists: (path) => path !== "LICENSE" }));
    expect(found).toContain("LICENSE is missing");
  });

  it("names a broken link, resolved from the document's folder", () => {
    expect(findDocumentMistakes(facts(document("[a](README.md)")))).toEqual([
      "docs/page.md: link to README.md, which does not exist",
    ]);
  });

  it("names an unknown command", () => {
    expect(findDocumentMistakes(facts(document("`npm run tests`")))).toEqual([
      "docs/page.md: npm run tests is not a script of package.json",
    ]);
  });

  it("wants every invariant of the sources listed, and none that is gone", () => {
    const sources = [{ path: "packages/a/src/b.ts", text: 'throw new Error("INV-NEW-ONE: x")' }];
    const found = findDocumentMistakes(
      facts({ ...document("| INV-OLD-ONE | x |", "docs/invariants.md"), sources }),
    );
    expect(found).toEqual([
      "packages/a/src/b.ts: INV-NEW-ONE is not in docs/invariants.md",
      "docs/invariants.md: INV-OLD-ONE is used nowhere in the sources",
    ]);
  });

  it("wants every check of the simulator beside what it watches, and none that is gone", () => {
    const text = 'throw new CheckFailure(\n  "new-check", "x")';
    const sources = [{ path: "packages/a/src/b.ts", text }];
    const row = "| all is well | 3 | `old-check` | |";
    const found = findDocumentMistakes(facts({ ...document(row, "docs/invariants.md"), sources }));
    expect(found).toEqual([
      "docs/invariants.md: nothing is said of the check new-check",
      "docs/invariants.md: the check old-check is used nowhere in the sources",
    ]);
  });
});
