import { sha256, utf8Encode } from "@cartorio/crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnchorSidecar, buildBatch, isInBatch, readSidecar } from "../src/index.ts";

function commitments(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, index) => sha256(utf8Encode(`credential ${index}`)));
}

describe("a batch", () => {
  it("has a path from each commitment to the root, whatever the size", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 70 }),
        (count, padding) => {
          const all = commitments(count);
          const batch = buildBatch(all, { paddingTo: padding });
          expect(batch.treeSize).toBe(Math.max(count, padding, 2));
          for (const commitment of all) {
            expect(isInBatch(commitment, batch.sidecar(commitment))).toBe(true);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it("does not depend on the order of the commitments", () => {
    const all = commitments(9);
    expect(buildBatch(all.toReversed()).root).toEqual(buildBatch(all).root);
  });

  it("pads with leaves that differ each time and have no sidecar", () => {
    const [only = new Uint8Array()] = commitments(1);
    expect(buildBatch([only]).root).not.toEqual(buildBatch([only]).root);
    expect(() => buildBatch([only]).sidecar(sha256(only))).toThrow("NOT_FOUND");
  });

  it.each<[string, (sidecar: AnchorSidecar) => AnchorSidecar]>([
    ["another place", (sidecar) => ({ ...sidecar, leafIndex: (sidecar.leafIndex + 1) % 8 })],
    ["another size", (sidecar) => ({ ...sidecar, treeSize: 16 })],
    ["a place outside", (sidecar) => ({ ...sidecar, leafIndex: 8 })],
    ["a shorter path", (sidecar) => ({ ...sidecar, path: sidecar.path.slice(1) })],
    ["a longer path", (sidecar) => ({ ...sidecar, path: [...sidecar.path, "00".repeat(32)] })],
    ["another hash", (sidecar) => ({ ...sidecar, path: sidecar.path.toReversed() })],
    ["another root", (sidecar) => ({ ...sidecar, root: "00".repeat(32) })],
    ["a hash that is none", (sidecar) => ({ ...sidecar, path: ["x", ...sidecar.path.slice(1)] })],
  ])("refuses a sidecar with %s", (_, change) => {
    const all = commitments(8);
    const batch = buildBatch(all);
    const [first = new Uint8Array(), second = new Uint8Array()] = all;
    expect(isInBatch(first, change(batch.sidecar(first)))).toBe(false);
    expect(isInBatch(second, batch.sidecar(first))).toBe(false);
  });

  it("refuses repeated, misshapen or no commitments, and too many", () => {
    const all = commitments(2);
    expect(() => buildBatch([...all, ...all])).toThrow("MALFORMED");
    expect(() => buildBatch([new Uint8Array(31)])).toThrow("MALFORMED");
    expect(() => buildBatch([])).toThrow("MALFORMED");
    expect(() => buildBatch(all, { paddingTo: 2 ** 20 + 1 })).toThrow("TOO_LARGE");
  });

  it("reads sidecars strictly", () => {
    const all = commitments(3);
    const [first = new Uint8Array()] = all;
    const sidecar = buildBatch(all).sidecar(first);
    const read = readSidecar(JSON.parse(JSON.stringify(sidecar)));
    expect(read?.sidecar).toEqual(sidecar);
    for (const wrong of [
      null,
      [],
      { ...sidecar, root: sidecar.root.toUpperCase() },
      { ...sidecar, path: "x" },
      { ...sidecar, path: Array(99).fill(sidecar.root) },
      { ...sidecar, leafIndex: "0" },
      { ...sidecar, treeSize: 1.5 },
    ]) {
      expect(readSidecar(wrong)).toBeUndefined();
    }
  });
});
