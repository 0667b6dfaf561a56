// docs/ledger.md 6: what an issuer declares about itself.
import {
  type ErrorCode,
  type IssuerUpdate,
  issuerProfileRecord,
  limits,
  stateKeys,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { recordNow } from "./record-now.ts";
import {
  createNamed,
  createWorld,
  credentialOp,
  did,
  key,
  op,
  run,
  runOne,
  signer,
  sponsored,
  transaction,
  type World,
} from "./world.ts";

const issuer = did("issuer");
const signers = [signer(issuer, key("issuer/invoke")), sponsored];

function setScene(): World {
  const world = createWorld();
  createNamed(world, "issuer");
  return world;
}

function declare(world: World, value: Partial<IssuerUpdate>): ErrorCode | undefined {
  return runOne(world, { signers, operations: [credentialOp.profile(issuer, value)] }).name;
}

const many = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => did(`revoker ${index}`));

describe("issuer.update", () => {
  it.each<[string, Partial<IssuerUpdate>, ErrorCode]>([
    ["nothing", {}, "APPLIED"],
    ["revokers that do not exist yet", { revokers: [did("nobody")] }, "APPLIED"],
    ["16 revokers", { revokers: many(limits.maxRevokers) }, "APPLIED"],
    ["a revoker twice", { revokers: [did("a"), did("a")] }, "ISSUER_PROFILE_INVALID"],
    ["itself as revoker", { revokers: [issuer] }, "ISSUER_PROFILE_INVALID"],
    ["a revoker that is no DID", { revokers: ["a"] }, "ISSUER_PROFILE_INVALID"],
    [
      "a revoker of another network",
      { revokers: [did("a").replace("testnet", "other")] },
      "ISSUER_PROFILE_INVALID",
    ],
    ["a successor", { successor: did("a") }, "APPLIED"],
    ["a successor that revokes", { revokers: [did("a")], successor: did("a") }, "APPLIED"],
    ["itself as successor", { successor: issuer }, "ISSUER_PROFILE_INVALID"],
    ["a successor that is no DID", { successor: "a" }, "ISSUER_PROFILE_INVALID"],
    ["a requirement from long ago", { anchorRequiredSince: 1 }, "APPLIED"],
    ["a requirement to come", { anchorRequiredSince: limits.maxTimeMs }, "APPLIED"],
  ])("declares %s", (_title, value, code) => {
    const world = setScene();
    expect(declare(world, value)).toBe(code);
    const record = recordNow(world, stateKeys.issuerProfile(issuer));
    expect(record !== undefined).toBe(code === "APPLIED");
    if (record === undefined) return;
    const { height, header } = world.ledger.head;
    const plain = { revokers: [], successor: "", anchorRequiredSince: 0 };
    expect(issuerProfileRecord.decode(record)).toEqual({
      ok: true,
      value: { ...plain, ...value, sequence: 1, time: header.time, height },
    });
  });

  it("replaces the whole declaration and expects their number", () => {
    const world = setScene();
    expect(declare(world, { revokers: [did("a")] })).toBe("APPLIED");
    const stale = runOne(world, { signers, operations: [credentialOp.profile(issuer)] });
    expect(stale).toMatchObject({ name: "SEQUENCE_MISMATCH", currentVersion: 1 });
    expect(declare(world, { expectedSequence: 1, successor: did("b") })).toBe("APPLIED");
    const record = recordNow(world, stateKeys.issuerProfile(issuer));
    expect(record && issuerProfileRecord.decode(record)).toMatchObject({
      value: { sequence: 2, revokers: [], successor: did("b") },
    });
  });

  it("a requirement that is still to come can be moved and taken back", () => {
    const world = setScene();
    const future = world.ledger.head.header.time + 3_600_000;
    expect(declare(world, { anchorRequiredSince: future })).toBe("APPLIED");
    expect(declare(world, { expectedSequence: 1, anchorRequiredSince: future - 1 })).toBe(
      "APPLIED",
    );
    expect(declare(world, { expectedSequence: 2 })).toBe("APPLIED");
  });

  it.each([0, 1, 3])("a requirement that has begun stays as it is, not %i", (other) => {
    const world = setScene();
    expect(declare(world, { anchorRequiredSince: 2 })).toBe("APPLIED");
    const changed = { expectedSequence: 1, anchorRequiredSince: other };
    expect(declare(world, changed)).toBe("ISSUER_PROFILE_INVALID");
    const kept = { expectedSequence: 1, anchorRequiredSince: 2, revokers: [did("a")] };
    expect(declare(world, kept)).toBe("APPLIED");
  });

  it("of two in one block one is applied", () => {
    const world = setScene();
    const send = (name: string) =>
      transaction(world, {
        signers,
        operations: [credentialOp.profile(issuer, { successor: did(name) })],
      });
    const receipts = run(world, [send("a"), send("b")]);
    expect(receipts).toMatchObject([
      { name: "APPLIED" },
      { name: "SEQUENCE_MISMATCH", currentVersion: 1 },
    ]);
  });

  it("a deactivated issuer declares nothing more", () => {
    const world = setScene();
    runOne(world, {
      signers: [signer(issuer, key("issuer")), sponsored],
      operations: [op.deactivate(issuer, 1)],
    });
    expect(declare(world, {})).toBe("DID_DEACTIVATED");
  });
});
