import { credentialAnchorRecord, errorCodes, stateKeys } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { readRecords } from "../src/index.ts";
import {
  apply,
  control,
  createNamed,
  createOf,
  createWorld,
  documentWith,
  fork,
  hashOf,
  key,
  method,
  op,
  propose,
  receiptsOf,
  run,
  runOne,
  signer,
  sponsored,
  transaction,
  type World,
} from "./world.ts";

// Transactions of one block that want the same thing. The order in the block decides, and it decides the
// same way for whoever executes the block: from caches, from the disk, or again later.

const assertion = 2;

/** Executes a block in three copies of the world; returns the receipts that all of them have. */
function receiptsEverywhere(world: World, parts: readonly Parameters<typeof transaction>[1][]) {
  const envelopes = parts.map((one) => transaction(world, one));
  // A fork reads everything from the stored state, the world itself has it in its caches.
  const results = [world, fork(world), fork(world)].map((copy) => propose(copy, envelopes));
  const headers = new Set(results.map(({ headerHash }) => String(headerHash)));
  expect(headers.size).toBe(1);
  const [first] = results;
  if (first === undefined) throw new Error("no result");
  apply(world, first);
  return receiptsOf(first);
}

describe("two updates on one version in one block", () => {
  const updateBy = (owner: string, name: string, next: string) => ({
    signers: [signer(owner, key(name)), sponsored],
    operations: [
      op.update(owner, 1, {
        ...createOf(name).document,
        verificationMethods: [
          ...createOf(name).document.verificationMethods,
          method(key(next), assertion),
        ],
      }),
    ],
  });

  it.each([
    ["red", "blue"],
    ["blue", "red"],
  ])(
    "%s before %s: the first wins, the other is told the version by code and number",
    (...order) => {
      const world = createWorld();
      const owner = createNamed(world, "university");
      const parts = order.map((next) => updateBy(owner, "university", next));
      const [won, lost] = receiptsEverywhere(world, parts);
      expect(won?.name).toBe("APPLIED");
      expect(lost).toMatchObject({
        code: errorCodes.VERSION_MISMATCH.number,
        name: "VERSION_MISMATCH",
        currentVersion: 2,
        operationIndex: 0,
      });
      // The winner's document stands: its key anchors, the other's does not.
      const [winner = "", loser = ""] = order;
      const anchorBy = (name: string) =>
        runOne(world, {
          signers: [signer(owner, key(name)), sponsored],
          operations: [op.anchor(owner, hashOf(name))],
        });
      expect(anchorBy(winner).name).toBe("APPLIED");
      expect(anchorBy(loser).name).toBe("UNAUTHORISED");
    },
  );

  it("lets exactly one of sixteen win, wherever it stands", () => {
    const world = createWorld();
    const owner = createNamed(world, "university");
    const parts = Array.from({ length: 16 }, (_, index) =>
      updateBy(owner, "university", `key ${index}`),
    );
    const receipts = receiptsEverywhere(world, parts);
    expect(receipts.filter(({ name }) => name === "APPLIED")).toHaveLength(1);
    const others = receipts.filter(({ name }) => name === "VERSION_MISMATCH");
    expect(others.map(({ currentVersion }) => currentVersion)).toEqual(new Array(15).fill(2));
  });
});

describe("a key that leaves in the block of an anchor that it signed", () => {
  const setUp = () => {
    const world = createWorld();
    const owner = createNamed(world, "university");
    const leaving = {
      signers: [signer(owner, key("university")), sponsored],
      operations: [
        op.update(owner, 1, documentWith(method(key("next"), assertion)), [
          key("university/login"),
          key("university/assert"),
          key("university/invoke"),
        ]),
        op.rotate(owner, 2, control(["new control"]), [key("university")]),
      ],
    };
    const anchor = {
      signers: [signer(owner, key("university/assert")), sponsored],
      operations: [op.anchor(owner, hashOf("credential"))],
    };
    return { world, owner, leaving, anchor };
  };
  const anchorRecord = (world: World, owner: string) => {
    const at = { stateRootHeight: world.ledger.head.height };
    const stateKey = stateKeys.credentialAnchor(owner, hashOf("credential"));
    const [bytes] = readRecords(world.ledger, [stateKey], at);
    const decoded = bytes && credentialAnchorRecord.decode(bytes);
    return decoded?.ok ? decoded.value : undefined;
  };

  it("anchors if the anchor comes first: the record names the version that held the key", () => {
    const { world, owner, leaving, anchor } = setUp();
    const receipts = receiptsEverywhere(world, [anchor, leaving]);
    expect(receipts.map(({ name }) => name)).toEqual(["APPLIED", "APPLIED"]);
    // The block time is that of versions 2 and 3 too: the number decides, not the time.
    expect(anchorRecord(world, owner)).toMatchObject({
      issuerVersion: 1,
      multikey: key("university/assert"),
    });
  });

  it("does not anchor if the key has left already", () => {
    const { world, owner, leaving, anchor } = setUp();
    const receipts = receiptsEverywhere(world, [leaving, anchor]);
    expect(receipts.map(({ name }) => name)).toEqual(["APPLIED", "UNAUTHORISED"]);
    expect(anchorRecord(world, owner)).toBeUndefined();
    // Nor in any later block.
    expect(run(world, [transaction(world, anchor)]).map(({ name }) => name)).toEqual([
      "UNAUTHORISED",
    ]);
  });

  it("anchors if both are in one transaction: rights are those before it", () => {
    const { world, owner, leaving, anchor } = setUp();
    const both = {
      signers: [...leaving.signers, signer(owner, key("university/assert"))],
      operations: [...leaving.operations, ...anchor.operations],
    };
    expect(receiptsEverywhere(world, [both]).map(({ name }) => name)).toEqual(["APPLIED"]);
    expect(anchorRecord(world, owner)).toMatchObject({ issuerVersion: 1 });
  });
});
