import { type KeyRemoval, removalReason } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import {
  control,
  createOf,
  createWorld,
  didOfCreate,
  documentWith,
  key,
  method,
  op,
  runOne,
  signer,
  sponsored,
} from "./world.ts";

const assertionMethod = 2;
const shared = key("shared");

/** A DID with one key for control and assertions. */
function worldWithSharedKey() {
  const world = createWorld();
  const document = documentWith(method(shared, assertionMethod));
  const create = createOf("shared", { control: control(["shared"]), document });
  const owner = didOfCreate(create);
  const signers = [signer(owner, shared), sponsored];
  expect(runOne(world, { signers, operations: [op.create(create)] }).name).toBe("APPLIED");
  const compromised: KeyRemoval = {
    multikey: shared,
    reason: removalReason.compromised,
    since: 1,
  };
  const rotate = (expectedVersion: number) => ({
    kind: "didRotateKeys" as const,
    value: { did: owner, expectedVersion, control: control(["next"]), removals: [compromised] },
  });
  const update = (expectedVersion: number) => ({
    kind: "didUpdate" as const,
    value: {
      did: owner,
      expectedVersion,
      document: documentWith(method(key("other"), assertionMethod)),
      removals: [compromised],
    },
  });
  return { world, signers, rotate, update };
}

describe("a key that controls a DID and signs its credentials", () => {
  it("cannot be reported compromised as control key while the document lists it", () => {
    const { world, signers, rotate } = worldWithSharedKey();
    const receipt = runOne(world, { signers, operations: [rotate(1)] });
    expect(receipt.name).toBe("KEY_REMOVAL_INVALID");
  });

  it("leaves both places in one transaction, the document first", () => {
    const { world, signers, rotate, update } = worldWithSharedKey();
    const receipt = runOne(world, { signers, operations: [update(1), rotate(2)] });
    expect(receipt.name).toBe("APPLIED");
  });
});
