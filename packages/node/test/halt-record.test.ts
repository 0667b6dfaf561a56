import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type HaltCode, readHaltRecord, writeHaltRecord } from "../src/halt-record.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "cartorio-halt-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function halt(code: HaltCode, height: number): void {
  writeHaltRecord(directory, { code, height, time: 1, evidence: [`${code} ${height}`] });
}

describe("the record of what stopped a node", () => {
  it("names STATE_DIVERGED once a certificate settles a root split against this node", () => {
    halt("ROOT_SPLIT", 7);
    halt("STATE_DIVERGED", 7);
    expect(readHaltRecord(directory)).toMatchObject({
      code: "STATE_DIVERGED",
      evidence: ["ROOT_SPLIT 7", "STATE_DIVERGED 7"],
    });
  });

  it.each([
    ["ROOT_SPLIT", "STATE_DIVERGED", 8],
    ["SAFETY_VIOLATION", "STATE_DIVERGED", 7],
    ["STATE_DIVERGED", "ROOT_SPLIT", 7],
    ["ROOT_SPLIT", "SAFETY_VIOLATION", 7],
  ] as const)("keeps %s before %s at height %i", (first, second, height) => {
    halt(first, 7);
    halt(second, height);
    expect(readHaltRecord(directory)).toMatchObject({ code: first, height: 7 });
  });
});
