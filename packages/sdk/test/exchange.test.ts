import { hexEncode, sha256, utf8Encode } from "@cartorio/crypto";
import { describe, expect, it } from "vitest";
import { exchangeReceipts, isInReceiptBatch, type ReceiptSidecar } from "../src/index.ts";

const party = "did:cartorio:example:zQmParty";
const receipts = ["first", "second", "third"].map(utf8Encode);

function batchOf(some: readonly Uint8Array[], paddingTo?: number) {
  const batch = exchangeReceipts({
    party,
    expectedSequence: 4,
    receipts: some,
    from: 1000,
    to: 2000,
    ...(paddingTo === undefined ? {} : { paddingTo }),
  });
  const { operation } = batch;
  if (operation.kind !== "exchangeReceipts") throw new Error(operation.kind);
  return { ...batch, value: operation.value };
}

describe("a batch of exchange receipts", () => {
  it("shows each receipt to whoever has its sidecar", () => {
    const { sidecars, value } = batchOf(receipts);
    expect(value).toMatchObject({ party, expectedSequence: 4, from: 1000, to: 2000 });
    for (const [index, receipt] of receipts.entries()) {
      const sidecar = sidecars[index];
      if (sidecar === undefined) throw new Error("no sidecar");
      expect(isInReceiptBatch(receipt, sidecar, value.root)).toBe(true);
      expect(isInReceiptBatch(utf8Encode("another"), sidecar, value.root)).toBe(false);
      expect(isInReceiptBatch(receipt, sidecar, sha256(value.root))).toBe(false);
    }
  });

  it.each<[string, (sidecar: ReceiptSidecar) => ReceiptSidecar]>([
    ["another salt", (sidecar) => ({ ...sidecar, salt: hexEncode(sha256(utf8Encode("x"))) })],
    ["no salt", (sidecar) => ({ ...sidecar, salt: "" })],
    [
      "another place",
      ({ salt, batch }) => ({ salt, batch: { ...batch, leafIndex: batch.leafIndex ^ 1 } }),
    ],
  ])("shows nothing with %s", (_, change) => {
    const { sidecars, value } = batchOf(receipts);
    const [sidecar] = sidecars;
    const [receipt = new Uint8Array()] = receipts;
    if (sidecar === undefined) throw new Error("no sidecar");
    expect(isInReceiptBatch(receipt, change(sidecar), value.root)).toBe(false);
  });

  it("hides how many there are, also when there are none or equal ones", () => {
    const sizes = [batchOf(receipts), batchOf([utf8Encode("a"), utf8Encode("a")])].map(
      ({ sidecars }) => sidecars[0]?.batch.treeSize,
    );
    expect(sizes).toEqual([256, 256]);
    const [none, again] = [batchOf([]), batchOf([])];
    expect(none.sidecars).toEqual([]);
    expect(none.value.root).toHaveLength(32);
    expect(none.value.root).not.toEqual(again.value.root);
    expect(batchOf(receipts, 2).sidecars[0]?.batch.treeSize).toBe(3);
  });
});
