import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../scripts/lib/processes.ts";

const rows = readFileSync(join(root, "docs/acceptance.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| (?!must show)/.test(line))
  .map((line) => line.slice(2, -2).split(" | "));
const scripts: Record<string, string> = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
).scripts;

describe("docs/acceptance.md", () => {
  it("has a row for each must-show", () => expect(rows.length).toBeGreaterThan(15));

  it.each(rows)("%s: %s exists", (_, shownBy = "") => {
    const command = /^`npm (?:run )?([a-z0-9:]+)`$/.exec(shownBy)?.[1];
    if (command !== undefined) {
      expect(Object.keys(scripts)).toContain(command);
      return;
    }
    const [file = "", title = ""] = shownBy.split(" :: ");
    expect(existsSync(join(root, file))).toBe(true);
    expect(title).not.toBe("");
    expect(readFileSync(join(root, file), "utf8")).toContain(title);
  });
});
