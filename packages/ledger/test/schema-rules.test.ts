import { sha256, utf8Encode } from "@cartorio/crypto";
import {
  type ErrorCode,
  limits,
  schemaBodyRecord,
  schemaIndexRecord,
  schemaRecord,
  schemasHeadRecord,
  stateKeys,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { recordNow } from "./record-now.ts";
import { schemaBody, schemaDigest, schemaOp } from "./registry-operations.ts";
import {
  createNamed,
  createWorld,
  credentialOp,
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

const nothing = new Uint8Array(0);

function scene() {
  const world = createWorld();
  const owner = createNamed(world, "owner");
  const signers = [signer(owner, key("owner/invoke")), sponsored];
  return { world, owner, signers };
}

function schemaNow(world: World, title: string) {
  const bytes = recordNow(world, stateKeys.schema(schemaDigest(title)));
  const decoded = bytes && schemaRecord.decode(bytes);
  return decoded?.ok ? decoded.value : undefined;
}

function countNow(world: World, owner: string): number {
  const bytes = recordNow(world, stateKeys.schemasHead(owner));
  const decoded = bytes && schemasHeadRecord.decode(bytes);
  return decoded?.ok ? decoded.value.count : 0;
}

describe("schema.register", () => {
  it("writes record, body, head and list", () => {
    const { world, owner, signers } = scene();
    const operations = [schemaOp.register(owner, "degree"), schemaOp.register(owner, "course")];
    expect(runOne(world, { signers, operations }).name).toBe("APPLIED");
    expect(schemaNow(world, "course")).toEqual({
      owner,
      number: 2,
      time: genesisTime + 2000,
      height: 2,
      size: schemaBody("course").length,
      supersedes: nothing,
      supersededBy: nothing,
      deprecatedTime: 0,
      sequence: 0,
    });
    const body = recordNow(world, stateKeys.schemaBody(schemaDigest("course")));
    expect(schemaBodyRecord.decode(body ?? nothing)).toEqual({
      ok: true,
      value: { body: schemaBody("course"), redaction: undefined },
    });
    expect(countNow(world, owner)).toBe(2);
    const entry = recordNow(world, stateKeys.schemaOf(owner, 1));
    expect(schemaIndexRecord.decode(entry ?? nothing)).toEqual({
      ok: true,
      value: { digest: schemaDigest("degree") },
    });
  });

  const sized = (bytes: number) => utf8Encode(`{"title":"${"a".repeat(bytes - 12)}"}`);
  it.each<[string, Uint8Array, ErrorCode]>([
    ["the largest size", sized(limits.maxSchemaBytes), "APPLIED"],
    ["one byte more", sized(limits.maxSchemaBytes + 1), "SCHEMA_TOO_LARGE"],
    ["a blank", utf8Encode("{ }"), "SCHEMA_NOT_CANONICAL"],
    ["an $id", utf8Encode('{"$id":"https://a.example"}'), "SCHEMA_INVALID"],
    ["a remote reference", utf8Encode('{"$ref":"https://a.example"}'), "SCHEMA_INVALID"],
    ["a pattern without end", utf8Encode('{"pattern":"(a+)\\\\1"}'), "SCHEMA_INVALID"],
  ])("judges bytes: %s", (_title, body, code) => {
    const { world, owner, signers } = scene();
    const operations = [schemaOp.bytes(owner, body)];
    expect(runOne(world, { signers, operations }).name).toBe(code);
    const record = recordNow(world, stateKeys.schema(sha256(body)));
    expect(record !== undefined).toBe(code === "APPLIED");
  });

  it("takes a digest once, whoever sends it", () => {
    const { world, owner, signers } = scene();
    const other = createNamed(world, "other");
    runOne(world, { signers, operations: [schemaOp.register(owner, "degree")] });
    for (const [who, name] of [
      [owner, "owner"],
      [other, "other"],
    ] as const) {
      const own = [signer(who, key(`${name}/invoke`)), sponsored];
      const operations = [schemaOp.register(who, "degree")];
      expect(runOne(world, { signers: own, operations }).name).toBe("SCHEMA_EXISTS");
    }
    expect(schemaNow(world, "degree")?.owner).toBe(owner);
    expect(countNow(world, other)).toBe(0);
  });

  it("follows one schema, once", () => {
    const { world, owner, signers } = scene();
    const next = (title: string, before: string) => ({
      signers,
      operations: [schemaOp.register(owner, title, schemaDigest(before))],
    });
    runOne(world, { signers, operations: [schemaOp.register(owner, "v1")] });
    expect(runOne(world, next("v2", "v0")).name).toBe("SCHEMA_NOT_FOUND");
    expect(runOne(world, next("v2", "v2")).name).toBe("SCHEMA_NOT_FOUND");
    expect(runOne(world, next("v2", "v1")).name).toBe("APPLIED");
    expect(runOne(world, next("v3", "v1")).name).toBe("SCHEMA_SUPERSEDED");
    expect(schemaNow(world, "v1")).toMatchObject({ supersededBy: schemaDigest("v2"), sequence: 1 });
    expect(schemaNow(world, "v2")).toMatchObject({ supersedes: schemaDigest("v1"), number: 2 });
    expect(schemaNow(world, "v3")).toBeUndefined();
  });

  it("lets one of two follow in one block", () => {
    const { world, owner, signers } = scene();
    runOne(world, { signers, operations: [schemaOp.register(owner, "v1")] });
    const next = (title: string) =>
      transaction(world, {
        signers,
        operations: [schemaOp.register(owner, title, schemaDigest("v1"))],
      });
    const receipts = run(world, [next("v2"), next("other v2")]);
    expect(receipts.map(({ name }) => name)).toEqual(["APPLIED", "SCHEMA_SUPERSEDED"]);
    expect(countNow(world, owner)).toBe(2);
  });

  it("is refused to a stranger that would follow, and open to the named successor", () => {
    const { world, owner, signers } = scene();
    const heir = createNamed(world, "heir");
    const heirSigns = [signer(heir, key("heir/invoke")), sponsored];
    runOne(world, { signers, operations: [schemaOp.register(owner, "v1")] });
    const operations = [schemaOp.register(heir, "v2", schemaDigest("v1"))];
    expect(runOne(world, { signers: heirSigns, operations }).name).toBe("UNAUTHORISED");
    const names = [credentialOp.profile(owner, { successor: heir })];
    // Judged as of before the transaction: it cannot name and use a successor at once.
    const both = [...signers, signer(heir, key("heir/invoke"))];
    const atOnce = runOne(world, { signers: both, operations: [...names, ...operations] });
    expect(atOnce).toMatchObject({ name: "UNAUTHORISED", operationIndex: 1 });
    expect(runOne(world, { signers, operations: names }).name).toBe("APPLIED");
    expect(runOne(world, { signers: heirSigns, operations }).name).toBe("APPLIED");
    expect(schemaNow(world, "v2")).toMatchObject({ owner: heir, number: 1 });
    // The line goes on with its new owner.
    const back = [schemaOp.register(owner, "v3", schemaDigest("v2"))];
    expect(runOne(world, { signers, operations: back }).name).toBe("UNAUTHORISED");
  });

  it("is judged by the document before the transaction", () => {
    const { world, owner, signers } = scene();
    const both = [signer(owner, key("owner")), ...signers];
    const empty = op.update(owner, 1, documentWith(), documentKeysOf("owner"));
    const operations = [empty, schemaOp.register(owner, "degree")];
    expect(runOne(world, { signers: both, operations }).name).toBe("APPLIED");
    const later = [schemaOp.register(owner, "late")];
    expect(runOne(world, { signers, operations: later }).name).toBe("UNAUTHORISED");
  });
});

describe("schema.deprecate", () => {
  it("marks the schema, once, at the sequence that it expects", () => {
    const { world, owner, signers } = scene();
    const deprecate = (sequence: number) =>
      runOne(world, { signers, operations: [schemaOp.deprecate(owner, "v1", sequence)] });
    expect(deprecate(0).name).toBe("SCHEMA_NOT_FOUND");
    runOne(world, { signers, operations: [schemaOp.register(owner, "v1")] });
    expect(deprecate(1)).toMatchObject({ name: "SEQUENCE_MISMATCH", currentVersion: 0 });
    expect(deprecate(0).name).toBe("APPLIED");
    expect(schemaNow(world, "v1")).toMatchObject({
      deprecatedTime: genesisTime + 5000,
      sequence: 1,
    });
    expect(deprecate(0)).toMatchObject({ name: "SEQUENCE_MISMATCH", currentVersion: 1 });
    expect(deprecate(1).name).toBe("SCHEMA_DEPRECATED");
  });

  it("does not keep another schema from following", () => {
    const { world, owner, signers } = scene();
    const operations = [
      schemaOp.register(owner, "v1"),
      schemaOp.deprecate(owner, "v1"),
      schemaOp.register(owner, "v2", schemaDigest("v1")),
    ];
    expect(runOne(world, { signers, operations }).name).toBe("APPLIED");
    expect(schemaNow(world, "v1")).toMatchObject({
      sequence: 2,
      supersededBy: schemaDigest("v2"),
      deprecatedTime: genesisTime + 2000,
    });
  });

  it("is refused to a stranger", () => {
    const { world, owner, signers } = scene();
    const other = createNamed(world, "other");
    runOne(world, { signers, operations: [schemaOp.register(owner, "v1")] });
    const own = [signer(other, key("other/invoke")), sponsored];
    const operations = [schemaOp.deprecate(other, "v1")];
    expect(runOne(world, { signers: own, operations }).name).toBe("UNAUTHORISED");
    expect(schemaNow(world, "v1")?.deprecatedTime).toBe(0);
  });
});

it("a failed registration leaves nothing behind", () => {
  const { world, owner, signers } = scene();
  const operations = [schemaOp.register(owner, "v1"), op.revoke(owner, hashOf("x"), 7)];
  expect(runOne(world, { signers, operations }).name).not.toBe("APPLIED");
  expect(schemaNow(world, "v1")).toBeUndefined();
  expect(countNow(world, owner)).toBe(0);
});
