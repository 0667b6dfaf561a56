import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { hexDecode } from "../src/index.ts";

/** What a library says of a vector; "throws" when it raises an error instead of answering. */
export type Verdict = "valid" | "invalid" | "throws";

/** A vector of test/vectors with the verdict of each library under the name of that library. */
export interface EdgeVector {
  readonly name: string;
  readonly source: string;
  readonly seed?: string;
  readonly published?: Verdict;
  readonly publicKey: string;
  readonly message: string;
  readonly signature: string;
  readonly libsodium: Verdict;
  readonly openssl: Verdict;
  readonly noble: Verdict;
  readonly cartorio: Verdict;
}

export interface EdgeKey {
  readonly name: string;
  readonly publicKey: string;
  readonly admissible: boolean;
  readonly libsodium: Verdict;
}

interface BareSodium {
  crypto_sign_verify_detached(sig: Uint8Array, message: Uint8Array, key: Uint8Array): boolean;
  crypto_core_ed25519_is_valid_point(point: Uint8Array): boolean;
}

/** libsodium without the checks of this package, whose type declarations tests do not see. */
export const bareSodium: BareSodium = createRequire(import.meta.url)("sodium-native");

export function readVectors(file: string): { vectors: EdgeVector[]; keys: EdgeKey[] } {
  const url = new URL(`../../../test/vectors/${file}`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8"));
}

export function fromHex(text: string): Uint8Array {
  const bytes = hexDecode(text);
  if (bytes === undefined) throw new Error(`not hexadecimal: ${text}`);
  return bytes;
}

export function verdictOf(verify: () => boolean): Verdict {
  try {
    return verify() ? "valid" : "invalid";
  } catch {
    return "throws";
  }
}

/** The vectors whose columns differ, as a Markdown table. */
export function disagreementTable(
  vectors: readonly EdgeVector[],
  columns: readonly ["libsodium" | "openssl", "noble"],
): string {
  const rows = vectors
    .filter((vector) => new Set([...columns.map((name) => vector[name]), vector.cartorio]).size > 1)
    .map((vector) => {
      const verdicts = columns.map((name) => vector[name]).join(" | ");
      return `| ${vector.name} | ${verdicts} | ${vector.cartorio} | ${vector.source} |`;
    });
  return [
    `| vector | ${columns.join(" | ")} | Cartorio | source |`,
    "| --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}
