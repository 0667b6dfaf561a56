import { readFileSync, writeFileSync } from "node:fs";

/**
 * Documents and vectors that tests make: with CARTORIO_UPDATE=1 they are written, else the test
 * compares. Returns what the file holds.
 */
export function generatedFile(path: string, content: string): string {
  const url = new URL(`../../../${path}`, import.meta.url);
  if (process.env["CARTORIO_UPDATE"] === "1") writeFileSync(url, content);
  return readFileSync(url, "utf8");
}
