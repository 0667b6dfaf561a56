import { hexDecode, hexEncode, sha256 } from "@cartorio/crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  batchLeaf,
  credentialCommitment,
  credentialFormat,
  inclusionPath,
  merkleLeafHash,
  merkleRoot,
  verifyInclusion,
} from "../src/index.ts";
import { bytes32 } from "./samples.ts";

// Leaves and roots of the Certificate Transparency reference implementation (merkletree tests of
// google/certificate-transparency), which RFC 9162 2.1 keeps.
const leaves = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map((text) => hexDecode(text) ?? new Uint8Array(0));
const roots = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

describe("Merkle trees of RFC 9162", () => {
  it("has the published roots", () => {
    expect(roots.map((_, index) => hexEncode(merkleRoot(leaves.slice(0, index + 1))))).toEqual(
      roots,
    );
    expect(merkleRoot([])).toEqual(sha256(new Uint8Array(0)));
  });

  it("proves every leaf at its index only, with the whole path only", () => {
    for (let treeSize = 1; treeSize <= 33; treeSize += 1) {
      const list = Array.from({ length: treeSize }, (_, index) => bytes32(`leaf ${index}`));
      const root = merkleRoot(list);
      list.forEach((leaf, index) => {
        const path = inclusionPath(list, index);
        const question = { leaf, index, treeSize, path, root };
        const verdicts = [
          verifyInclusion(question),
          verifyInclusion({ ...question, index: (index + 1) % treeSize }) && treeSize > 1,
          verifyInclusion({ ...question, leaf: bytes32("other") }),
          verifyInclusion({ ...question, root: bytes32("other") }),
          verifyInclusion({ ...question, path: [...path, root] }),
          verifyInclusion({ ...question, path: path.slice(1) }) && path.length > 0,
        ];
        expect(verdicts).toEqual([true, false, false, false, false, false]);
      });
    }
  });

  it("is total on numbers that are none and on hashes of other lengths", () => {
    const question = { leaf: bytes32("a"), index: 0, treeSize: 2, path: [bytes32("b")] };
    const root = merkleRoot([bytes32("a"), bytes32("b")]);
    for (const wrong of [-1, 0.5, 2, Number.NaN, 2 ** 53]) {
      expect(verifyInclusion({ ...question, root, index: wrong })).toBe(false);
    }
    expect(verifyInclusion({ ...question, root, treeSize: 0 })).toBe(false);
    expect(verifyInclusion({ ...question, root, path: [new Uint8Array(31)] })).toBe(false);
    expect(verifyInclusion({ ...question, root, path: new Array(60).fill(root) })).toBe(false);
    expect(() => inclusionPath([bytes32("a")], 1)).toThrow(RangeError);
  });

  it("works beyond 32 bits", () => {
    const path = Array.from({ length: 40 }, (_, index) => bytes32(`sibling ${index}`));
    const treeSize = 2 ** 40;
    const root = path.reduce(
      (hash, sibling) => sha256(Uint8Array.of(1), hash, sibling),
      merkleLeafHash(bytes32("leaf")),
    );
    const question = { leaf: bytes32("leaf"), index: 0, treeSize, path, root };
    expect(verifyInclusion(question)).toBe(true);
    expect(verifyInclusion({ ...question, index: 2 ** 39 })).toBe(false);
  });

  it("never accepts another leaf under random indices and sizes", () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), fc.nat(20), (index, treeSize, from) => {
        const list = Array.from({ length: 21 }, (_, at) => bytes32(`leaf ${at}`));
        const question = { leaf: bytes32("forged"), index, treeSize };
        const path = inclusionPath(list, from);
        return !verifyInclusion({ ...question, path, root: merkleRoot(list) });
      }),
    );
  });
});

describe("credentialCommitment", () => {
  it("depends on network, format and content", () => {
    const commitments = ["a", "b"].flatMap((network) =>
      [credentialFormat.vcJwt, credentialFormat.eddsaJcs].flatMap((format) =>
        ["x", "y"].map((name) => hexEncode(credentialCommitment(network, format, bytes32(name)))),
      ),
    );
    expect(new Set(commitments).size).toBe(8);
  });

  it("refuses what is no network, format or hash", () => {
    expect(() => credentialCommitment("A", 1, bytes32("x"))).toThrow("network");
    expect(() => credentialCommitment("a", 1, new Uint8Array(31))).toThrow("hashOfM");
    const unknown = 9 as typeof credentialFormat.vcJwt;
    expect(() => credentialCommitment("a", unknown, bytes32("x"))).toThrow("format");
  });

  it("is a leaf of its batch", () => {
    const commitment = bytes32("commitment");
    expect(batchLeaf(commitment)).toEqual(merkleRoot([commitment]));
  });
});
