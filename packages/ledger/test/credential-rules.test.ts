import {
  anchorKind,
  type CredentialAnchor,
  credentialAnchorRecord,
  credentialStatusRecord,
  type ErrorCode,
  stateKeys,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { readRecords } from "../src/index.ts";
import {
  control,
  createNamed,
  createOf,
  createWorld,
  did,
  documentKeysOf,
  documentWith,
  genesisTime,
  hashOf,
  key,
  op,
  run,
  runOne,
  signer,
  sponsored,
  transaction,
  type World,
} from "./world.ts";

function scene() {
  const world = createWorld();
  const issuer = createNamed(world, "issuer");
  const signers = [signer(issuer, key("issuer/assert")), sponsored];
  return { world, issuer, signers };
}

function read(world: World, stateKey: Uint8Array): Uint8Array | undefined {
  return readRecords(world.ledger, [stateKey], { stateRootHeight: world.ledger.head.height })[0];
}

describe("credential.anchor", () => {
  const hash = hashOf("credential");
  const cases: [string, Partial<CredentialAnchor>, ErrorCode][] = [
    ["one commitment", {}, "APPLIED"],
    ["one commitment with a tree size", { treeSize: 1 }, "ANCHOR_INVALID"],
    ["a batch of two", { kind: anchorKind.batch, treeSize: 2 }, "APPLIED"],
    ["the largest batch", { kind: anchorKind.batch, treeSize: 2 ** 20 }, "APPLIED"],
    ["a batch of one", { kind: anchorKind.batch, treeSize: 1 }, "ANCHOR_INVALID"],
    ["a batch of none", { kind: anchorKind.batch, treeSize: 0 }, "ANCHOR_INVALID"],
    ["an unknown kind", { kind: 3, treeSize: 2 }, "ANCHOR_INVALID"],
    ["no kind", { kind: 0 }, "ANCHOR_INVALID"],
    ["co-signers", { cosigners: [did("alpha"), did("nobody")] }, "APPLIED"],
    ["a co-signer twice", { cosigners: [did("alpha"), did("alpha")] }, "ANCHOR_INVALID"],
    ["a co-signer that is no DID", { cosigners: ["alpha"] }, "ANCHOR_INVALID"],
    ["the issuer as co-signer", { cosigners: [did("issuer")] }, "ANCHOR_INVALID"],
    [
      "a co-signer of another network",
      { cosigners: [did("alpha").replace("testnet", "other")] },
      "ANCHOR_INVALID",
    ],
  ];
  it.each(cases)("with %s", (_title, more, code) => {
    const { world, issuer, signers } = scene();
    const plain = { kind: 1, hash, treeSize: 0, cosigners: [], accreditation: 0 };
    const value: CredentialAnchor = { issuer, ...plain, ...more };
    const operations = [{ kind: "credentialAnchor", value } as const];
    expect(runOne(world, { signers, operations }).name).toBe(code);
    const bytes = read(world, stateKeys.credentialAnchor(issuer, hash));
    expect(bytes !== undefined).toBe(code === "APPLIED");
    if (bytes === undefined) return;
    const { kind, treeSize, cosigners } = value;
    expect(credentialAnchorRecord.decode(bytes)).toMatchObject({
      ok: true,
      value: {
        kind,
        treeSize,
        cosigners,
        height: 2,
        time: genesisTime + 2000,
        issuerVersion: 1,
        multikey: key("issuer/assert"),
      },
    });
  });

  it("happens once per issuer and hash, in one transaction too", () => {
    const { world, issuer, signers } = scene();
    const anchor = op.anchor(issuer, hash);
    const twice = runOne(world, { signers, operations: [anchor, anchor] });
    expect(twice).toMatchObject({ name: "CREDENTIAL_ALREADY_ANCHORED", operationIndex: 1 });
    expect(read(world, stateKeys.credentialAnchor(issuer, hash))).toBeUndefined();
    expect(runOne(world, { signers, operations: [anchor] }).name).toBe("APPLIED");
    const again = runOne(world, { signers, operations: [anchor] });
    expect(again).toMatchObject({ name: "CREDENTIAL_ALREADY_ANCHORED", operationIndex: 0 });
    const other = [signer(did("beta"), key("beta/assert"))];
    const elsewhere = runOne(world, { signers: other, operations: [op.anchor(did("beta"), hash)] });
    expect(elsewhere.name).toBe("APPLIED");
  });

  it("names the version that held the key, when the document changes in the same block", () => {
    const { world, issuer, signers } = scene();
    const update = transaction(world, {
      signers: [signer(issuer, key("issuer")), sponsored],
      operations: [op.update(issuer, 1, documentWith(), documentKeysOf("issuer"))],
    });
    const anchor = (name: string) =>
      transaction(world, { signers, operations: [op.anchor(issuer, hashOf(name))] });
    const receipts = run(world, [anchor("a"), update, anchor("b")]);
    expect(receipts.map(({ name }) => name)).toEqual(["APPLIED", "APPLIED", "UNAUTHORISED"]);
    const bytes = read(world, stateKeys.credentialAnchor(issuer, hashOf("a")));
    const record = bytes && credentialAnchorRecord.decode(bytes);
    expect(record).toMatchObject({ ok: true, value: { issuerVersion: 1 } });
  });
});

describe("credential.revoke", () => {
  const commitment = hashOf("credential");

  it("needs no anchor, and a later anchor revives nothing", () => {
    const { world, issuer, signers } = scene();
    const revoke = runOne(world, { signers, operations: [op.revoke(issuer, commitment)] });
    expect(revoke.name).toBe("APPLIED");
    const status = () => {
      const bytes = read(world, stateKeys.credentialStatus(issuer, commitment));
      return bytes && credentialStatusRecord.decode(bytes);
    };
    const from = genesisTime + 2000;
    const expected = {
      status: 3,
      sequence: 1,
      intervals: [{ status: 3, from, to: 0, reason: 1, by: issuer, role: 1 }],
    };
    expect(status()).toEqual({ ok: true, value: expected });
    const anchor = runOne(world, { signers, operations: [op.anchor(issuer, commitment)] });
    expect(anchor.name).toBe("APPLIED");
    expect(status()).toEqual({ ok: true, value: expected });
  });

  it("is final", () => {
    const { world, issuer, signers } = scene();
    runOne(world, { signers, operations: [op.revoke(issuer, commitment)] });
    for (const sequence of [0, 1]) {
      const operations = [op.revoke(issuer, commitment, sequence)];
      expect(runOne(world, { signers, operations }).name).toBe("CREDENTIAL_ALREADY_REVOKED");
    }
  });

  it("expects the present sequence", () => {
    const { world, issuer, signers } = scene();
    const receipt = runOne(world, { signers, operations: [op.revoke(issuer, commitment, 3)] });
    expect(receipt).toMatchObject({ name: "SEQUENCE_MISMATCH", currentVersion: 0 });
  });

  it.each([
    [0, "APPLIED"],
    [5, "APPLIED"],
    [6, "REASON_INVALID"],
  ])("has a known reason: %i", (reason, code) => {
    const { world, issuer, signers } = scene();
    const plain = { expectedSequence: 0, by: "", accreditation: 0 };
    const value = { issuer, commitment, reason, ...plain };
    const operations = [{ kind: "credentialRevoke", value } as const];
    expect(runOne(world, { signers, operations }).name).toBe(code);
  });
});

describe("several operations in one transaction", () => {
  const create = createOf("fresh");
  const fresh = did("fresh");
  const own = [signer(fresh, key("fresh")), signer(fresh, key("fresh/assert")), sponsored];

  it("see what the earlier ones did", () => {
    const world = createWorld();
    const operations = [
      op.create(create),
      op.anchor(fresh, hashOf("a")),
      op.revoke(fresh, hashOf("a")),
      op.update(fresh, 1, documentWith(), documentKeysOf("fresh")),
      op.rotate(fresh, 2, control(["other"]), [key("fresh")]),
    ];
    const receipt = runOne(world, { signers: own, operations });
    expect(receipt).toMatchObject({ name: "APPLIED", ids: [fresh], operationIndex: 0 });
  });

  it("are judged by the state before, and a created DID by its create keys", () => {
    const world = createWorld();
    const operations = [
      op.create(create),
      op.update(fresh, 1, documentWith(), documentKeysOf("fresh")),
      op.rotate(fresh, 2, control(["other"]), [key("fresh")]),
      // By now the document lists no key and another key controls: the create's still count.
      op.anchor(fresh, hashOf("a")),
      op.rotate(fresh, 3, control(["third"]), [key("other")]),
    ];
    expect(runOne(world, { signers: own, operations }).name).toBe("APPLIED");
  });

  it("do not give a key that comes in the same transaction any right", () => {
    const { world, issuer } = scene();
    const signers = [signer(issuer, key("issuer")), signer(issuer, key("next")), sponsored];
    const rotate = op.rotate(issuer, 1, control(["next"], { threshold: 1 }), [key("issuer")]);
    const onlyNext = [signer(issuer, key("next")), sponsored];
    const operations = [rotate, op.deactivate(issuer, 2)];
    expect(runOne(world, { signers: onlyNext, operations }).name).toBe("UNAUTHORISED");
    expect(runOne(world, { signers, operations }).name).toBe("APPLIED");
  });

  it("cannot write for a DID that they have just deactivated", () => {
    const { world, issuer, signers } = scene();
    const both = [...signers, signer(issuer, key("issuer"))];
    const operations = [op.deactivate(issuer, 1), op.anchor(issuer, hashOf("a"))];
    const receipt = runOne(world, { signers: both, operations });
    expect(receipt).toMatchObject({ name: "DID_DEACTIVATED", operationIndex: 1 });
  });

  it("all fail if one fails, and leave nothing but the receipt", () => {
    const { world, issuer } = scene();
    const before = new Map(world.state.records);
    const signers = [...own, signer(issuer, key("issuer/assert"))];
    const receipt = runOne(world, {
      signers,
      operations: [
        op.create(create),
        op.anchor(issuer, hashOf("a")),
        op.revoke(issuer, hashOf("a")),
        op.update(fresh, 9, documentWith()),
      ],
    });
    expect(receipt).toMatchObject({
      name: "VERSION_MISMATCH",
      operationIndex: 3,
      currentVersion: 1,
      ids: [],
    });
    // One record: the replay bucket that remembers the id.
    expect(world.state.records.size).toBe(before.size + 1);
    expect(read(world, stateKeys.didHead(fresh))).toBeUndefined();
    expect(runOne(world, { signers: own, operations: [op.create(create)] }).name).toBe("APPLIED");
  });
});
