import {
  type KeyRemoval,
  keyRemovalRecord,
  type Operation,
  removalReason,
  stateKeys,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { readRecords } from "../src/index.ts";
import {
  control,
  createNamed,
  createOf,
  createWorld,
  documentWith,
  key,
  method,
  op,
  retired,
  run,
  runOne,
  signer,
  sponsored,
  transaction,
  type World,
} from "./world.ts";

const assertionMethod = 2;
const kept = method(key("x/login"), 1);
const asserting = key("x/assert");
const gone = [asserting, key("x/invoke")];

/** A DID called x, and what it takes to run operations in its name. */
function worldOfX() {
  const world = createWorld();
  const owner = createNamed(world, "x");
  const signers = [signer(owner, key("x")), sponsored];
  const runIt = (...operations: Operation[]) => runOne(world, { signers, operations }).name;
  return { world, owner, signers, runIt };
}

function removalOf(world: World, owner: string) {
  const at = { stateRootHeight: world.ledger.head.height };
  const [bytes] = readRecords(world.ledger, [stateKeys.keyRemoval(owner, asserting)], at);
  const decoded = bytes && keyRemovalRecord.decode(bytes);
  return decoded?.ok ? decoded.value : undefined;
}

describe("keys that left", () => {
  it("never come back, whyever they left", () => {
    for (const reason of [retired(asserting), { ...retired(asserting), reason: 2, since: 1 }]) {
      const { owner, runIt } = worldOfX();
      const document = documentWith(kept, method(key("x/invoke"), 8));
      const value = { did: owner, expectedVersion: 1, document, removals: [reason] };
      expect(runIt({ kind: "didUpdate", value })).toBe("APPLIED");
      const back = documentWith(kept, method(key("x/invoke"), 8), method(asserting, 2));
      expect(runIt(op.update(owner, 2, back))).toBe("KEY_REMOVED");
      // Nor as a key of the other kind.
      expect(runIt(op.rotate(owner, 2, control(["x", "x/assert"])))).toBe("KEY_REMOVED");
      expect(runIt(op.update(owner, 2, document))).toBe("APPLIED");
    }
  });

  it("never come back from the control keys either", () => {
    const { owner, runIt } = worldOfX();
    const { verificationMethods } = createOf("x").document;
    expect(runIt(op.rotate(owner, 1, control(["x", "y"])))).toBe("APPLIED");
    expect(runIt(op.rotate(owner, 2, control(["x"]), [key("y")]))).toBe("APPLIED");
    expect(runIt(op.rotate(owner, 3, control(["x", "y"])))).toBe("KEY_REMOVED");
    const withY = documentWith(...verificationMethods, method(key("y"), assertionMethod));
    expect(runIt(op.update(owner, 3, withY))).toBe("KEY_REMOVED");
    const withZ = documentWith(...verificationMethods, method(key("z"), assertionMethod));
    expect(runIt(op.update(owner, 3, withZ))).toBe("APPLIED");
  });

  it("do not come back within the transaction that takes them out, nor in the next of the block", () => {
    const { world, owner, signers, runIt } = worldOfX();
    const out = op.update(owner, 1, documentWith(kept), gone);
    const back = op.update(owner, 2, createOf("x").document);
    expect(runIt(out, back)).toBe("KEY_REMOVED");
    expect(removalOf(world, owner)).toBeUndefined();
    const receipts = run(world, [
      transaction(world, { signers, operations: [out] }),
      transaction(world, { signers, operations: [back] }),
    ]);
    expect(receipts.map(({ name }) => name)).toEqual(["APPLIED", "KEY_REMOVED"]);
  });

  it("of another DID are none of its concern", () => {
    const { world, owner, runIt } = worldOfX();
    expect(runIt(op.update(owner, 1, documentWith(kept), gone))).toBe("APPLIED");
    const other = createNamed(world, "other");
    const { verificationMethods } = createOf("other").document;
    const document = documentWith(...verificationMethods, method(asserting, assertionMethod));
    const signers = [signer(other, key("other")), sponsored];
    const operations = [op.update(other, 1, document)];
    expect(runOne(world, { signers, operations }).name).toBe("APPLIED");
  });

  it("stay in the document when they leave the control only", () => {
    const world = createWorld();
    const owner = createNamed(world, "x", { document: documentWith(method(key("x"), 2)) });
    const rotated = op.rotate(owner, 1, control(["y"]), [key("x")]);
    const before = [signer(owner, key("x")), sponsored];
    expect(runOne(world, { signers: before, operations: [rotated] }).name).toBe("APPLIED");
    const signers = [signer(owner, key("y")), sponsored];
    const operations = [op.update(owner, 2, documentWith(method(key("x"), 3)))];
    expect(runOne(world, { signers, operations }).name).toBe("APPLIED");
    // A report while the document lists the key takes effect with the key leaving it.
    const compromised = { multikey: key("x"), reason: removalReason.compromised, since: 1 };
    const value = { did: owner, expectedVersion: 3, removals: [compromised] };
    for (const operation of [
      { kind: "didUpdate", value: { ...value, document: documentWith(method(key("x"), 3)) } },
      { kind: "didRotateKeys", value: { ...value, control: control(["y"]) } },
    ] as const) {
      expect(runOne(world, { signers, operations: [operation] }).name).toBe("KEY_REMOVAL_INVALID");
    }
  });
});

describe("the record of a removal", () => {
  it("only ever gets worse by later reports", () => {
    const { world, owner, runIt } = worldOfX();
    const start = world.ledger.head.header.time;
    let version = 1;
    const report = (...removals: KeyRemoval[]) => {
      const value = {
        did: owner,
        expectedVersion: version,
        document: documentWith(kept),
        removals,
      };
      const name = runIt({ kind: "didUpdate", value });
      if (name === "APPLIED") version += 1;
      return name;
    };
    expect(report(...gone.map(retired))).toBe("APPLIED");
    const { height } = world.ledger.head;
    const first = { reason: 1, since: 0, time: start + 1000, height, version: 2 };
    expect(removalOf(world, owner)).toEqual(first);
    const compromised = (since: number): KeyRemoval => ({ multikey: asserting, reason: 2, since });
    const refusals = (...reports: KeyRemoval[][]) => {
      for (const removals of reports) expect(report(...removals)).toBe("KEY_REMOVAL_INVALID");
    };
    refusals([retired(asserting)], [compromised(7), compromised(6)], [compromised(0)]);
    expect(report(compromised(7))).toBe("APPLIED");
    refusals([compromised(7)], [compromised(8)], [retired(asserting)]);
    expect(report(compromised(6))).toBe("APPLIED");
    refusals([{ ...compromised(1), multikey: kept.multikey }]);
    expect(removalOf(world, owner)).toMatchObject({ reason: 2, since: 6, version: 4 });
  });

  it("may be made worse by a rotation, and is not made better by one", () => {
    const world = createWorld();
    const document = documentWith(method(asserting, assertionMethod));
    const to = control(["x", "x/assert"]);
    const owner = createNamed(world, "x", { control: to, document });
    const signers = [signer(owner, key("x")), sponsored];
    const compromised = { multikey: asserting, reason: 2, since: 9 };
    const update = {
      did: owner,
      expectedVersion: 1,
      document: documentWith(),
      removals: [compromised],
    };
    const runIt = (operation: Operation) =>
      runOne(world, { signers, operations: [operation] }).name;
    expect(runIt({ kind: "didUpdate", value: update })).toBe("APPLIED");
    expect(runIt(op.rotate(owner, 2, control(["x"]), [asserting]))).toBe("APPLIED");
    expect(removalOf(world, owner)).toMatchObject({ reason: 2, since: 9, version: 2 });
    const removals = [{ ...compromised, since: 5 }];
    const value = { did: owner, expectedVersion: 3, control: control(["x"]), removals };
    expect(runIt({ kind: "didRotateKeys", value })).toBe("APPLIED");
    expect(removalOf(world, owner)).toMatchObject({ reason: 2, since: 5, version: 4 });
  });
});

it("compromised since a time ahead is kept as since the block that says so: nothing signed after the report counts", () => {
  const { world, owner, runIt } = worldOfX();
  const ahead = {
    ...retired(asserting),
    reason: 2,
    since: world.ledger.head.header.time + 1000 + 9000,
  };
  const document = documentWith(kept, method(key("x/invoke"), 8));
  const value = { did: owner, expectedVersion: 1, document, removals: [ahead] };
  expect(runIt({ kind: "didUpdate", value })).toBe("APPLIED");
  const { time } = world.ledger.head.header;
  expect(removalOf(world, owner)).toMatchObject({ reason: 2, since: time, time });
});
