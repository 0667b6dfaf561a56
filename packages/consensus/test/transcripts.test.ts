import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runTranscript } from "./transcript.ts";

// A transcript is a script, a line of dashes and the trace that it must give. Run with
// UPDATE_TRANSCRIPTS=1 to write new traces, and read the difference.
const folder = new URL("./transcripts/", import.meta.url);
const separator = "\n----\n";

const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));

describe("transcripts", () => {
  it("are all in the README, and say what they show and close", () => {
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    const listed = [...readme.matchAll(/\]\(test\/transcripts\/([^)]+)\)/g)].map(
      ([, name]) => name,
    );
    expect(listed.sort()).toEqual([...files].sort());
    for (const file of files)
      expect(readFileSync(new URL(file, folder), "utf8")).toMatch(
        /^# .+\n(# .+\n)*# Closes: consensus\.md \d/,
      );
  });

  for (const file of files) {
    it(file.replace(".txt", "").replaceAll("-", " "), () => {
      const url = new URL(file, folder);
      const [script = "", expected = ""] = readFileSync(url, "utf8").split(separator);
      const trace = runTranscript(script);
      if (process.env["UPDATE_TRANSCRIPTS"] === "1") {
        writeFileSync(url, `${script.trimEnd()}${separator}${trace}`);
        return;
      }
      expect(trace).toBe(expected);
    });
  }
});
