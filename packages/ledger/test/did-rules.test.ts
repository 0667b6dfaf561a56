import { encodeMultikey, hexDecode, multikeyToString } from "@cartorio/crypto";
import {
  type Control,
  type DidCreate,
  type Document,
  defaultParameters,
  didDocumentRecord,
  didHeadRecord,
  didStatus,
  didVersionRecord,
  documentHash,
  type ErrorCode,
  type KeyRemoval,
  nextKeyHash,
  type Operation,
  type Service,
  stateKeys,
  versionHash,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { readRecords } from "../src/index.ts";
import {
  control,
  createNamed,
  createOf,
  createWorld,
  did,
  didOfCreate,
  documentKeysOf,
  documentWith,
  hashOf,
  key,
  method,
  op,
  p256Key,
  run,
  runOne,
  signer,
  sponsored,
  transaction,
  type World,
  x25519Key,
} from "./world.ts";

/** Receipt code of a create whose own control keys all sign. */
function createCode(more: Partial<DidCreate>, world = createWorld()): ErrorCode | undefined {
  const create = createOf("new", more);
  const owner = didOfCreate(create);
  const signers = [signer(owner, key("new")), sponsored];
  return runOne(world, { signers, operations: [op.create(create)] }).name;
}

function record<T>(world: World, stateKey: Uint8Array, decode: (bytes: Uint8Array) => T): T {
  const at = { stateRootHeight: world.ledger.head.height };
  const [bytes] = readRecords(world.ledger, [stateKey], at);
  if (bytes === undefined) throw new Error("the record is absent");
  return decode(bytes);
}

const secp256k1 = encodeMultikey(
  "secp256k1",
  hexDecode("0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798") ??
    new Uint8Array(0),
);

describe("control states", () => {
  const next = (...names: string[]) => names.map((name) => nextKeyHash(key(name)));
  const cases: [string, Control, ErrorCode][] = [
    ["one key", control(["new"]), "APPLIED"],
    ["a P-256 key beside it", { ...control(["new"]), keys: [key("new"), p256Key("b")] }, "APPLIED"],
    ["pre-rotation", control(["new"], { nextKeyHashes: next("x", "y") }), "APPLIED"],
    ["no key", control([]), "CONTROL_INVALID"],
    ["threshold 0", control(["new"], { threshold: 0 }), "CONTROL_INVALID"],
    ["threshold above the keys", control(["new"], { threshold: 2 }), "CONTROL_INVALID"],
    ["a key twice", control(["new", "new"]), "CONTROL_INVALID"],
    [
      "an X25519 key",
      { ...control(["new"]), keys: [key("new"), x25519Key("b")] },
      "CONTROL_INVALID",
    ],
    ["a secp256k1 key", { ...control(["new"]), keys: [key("new"), secp256k1] }, "CONTROL_INVALID"],
    [
      "bytes that are no key",
      { ...control(["new"]), keys: [key("new"), new Uint8Array(34)] },
      "CONTROL_INVALID",
    ],
    ["a next key twice", control(["new"], { nextKeyHashes: next("x", "x") }), "CONTROL_INVALID"],
    [
      "the hash of a shown key",
      control(["new"], { nextKeyHashes: next("new") }),
      "CONTROL_INVALID",
    ],
    [
      "fewer next keys than the threshold",
      control(["new", "b"], { threshold: 2, nextKeyHashes: next("x") }),
      "CONTROL_INVALID",
    ],
    [
      "control by another DID that does not sign",
      { kind: "controllers", controllers: [did("alpha")], threshold: 1 },
      "UNAUTHORISED",
    ],
  ];
  it.each(cases)("with %s", (_title, value, code) => {
    expect(createCode({ control: value })).toBe(code);
  });

  const hashes = [hashOf("r1"), hashOf("r2")];
  it.each([
    [{ keyHashes: hashes, threshold: 2, delayMs: 1_000_000 }, "APPLIED"],
    [{ keyHashes: hashes, threshold: 2, delayMs: 999_999 }, "CONTROL_INVALID"],
    [{ keyHashes: hashes, threshold: 3, delayMs: 1_000_000 }, "CONTROL_INVALID"],
    [{ keyHashes: hashes, threshold: 0, delayMs: 1_000_000 }, "CONTROL_INVALID"],
    [{ keyHashes: [], threshold: 1, delayMs: 1_000_000 }, "CONTROL_INVALID"],
    [{ keyHashes: [hashOf("r1"), hashOf("r1")], threshold: 1, delayMs: 1e6 }, "CONTROL_INVALID"],
  ] as const)("with the recovery commitment %o: %s", (recovery, code) => {
    const world = createWorld();
    expect(createCode({ recovery }, world)).toBe(code);
    if (code !== "APPLIED") return;
    const owner = didOfCreate(createOf("new", { recovery }));
    const head = record(world, stateKeys.didHead(owner), didHeadRecord.decode);
    expect(head).toMatchObject({ ok: true, value: { recovery, sponsor: did("alpha") } });
  });
});

describe("a legal entity", () => {
  it.each([
    [{ legalEntity: true }, true],
    [{ legalEntity: false }, undefined],
    [{}, undefined],
  ])("%o stands in the head, through later versions", (more, expected) => {
    const world = createWorld();
    const owner = createNamed(world, "x", more);
    const signers = [signer(owner, key("x")), sponsored];
    for (const operation of [
      op.update(owner, 1, documentWith(), documentKeysOf("x")),
      op.rotate(owner, 2, control(["y"]), [key("x")]),
    ]) {
      const head = record(world, stateKeys.didHead(owner), didHeadRecord.decode);
      expect(head.ok && head.value.legalEntity).toBe(expected);
      expect(runOne(world, { signers, operations: [operation] }).name).toBe("APPLIED");
    }
    const head = record(world, stateKeys.didHead(owner), didHeadRecord.decode);
    expect(head.ok && head.value.legalEntity).toBe(expected);
  });
});

describe("documents", () => {
  const service = (more: Partial<Service>): Document => ({
    ...documentWith(),
    services: [{ fragment: "files", types: ["Files"], endpoints: ["https://a.example"], ...more }],
  });
  const endpoint = (text: string): Document => service({ endpoints: [text] });
  const longText = "x".repeat(1000);
  const large: Document = {
    ...documentWith(),
    services: Array.from({ length: 3 }, (_, index) => ({
      fragment: `s${index}`,
      types: ["Files"],
      endpoints: Array.from({ length: 8 }, (__, i) => `https://a.example/${i}/${longText}`),
    })),
  };
  const slightlySmaller: Document = {
    ...large,
    services: large.services.map((entry) => ({ ...entry, endpoints: entry.endpoints.slice(0, 5) })),
  };
  const cases: [string, Document, ErrorCode][] = [
    ["nothing in it", documentWith(), "APPLIED"],
    ["all relationships", documentWith(method(key("a"), 31)), "APPLIED"],
    ["a key without relationship", documentWith(method(key("a"), 0)), "APPLIED"],
    ["an unknown relationship", documentWith(method(key("a"), 32)), "DOCUMENT_INVALID"],
    ["an unknown format", documentWith({ ...method(key("a"), 1), format: 3 }), "DOCUMENT_INVALID"],
    ["format 0", documentWith({ ...method(key("a"), 1), format: 0 }), "DOCUMENT_INVALID"],
    ["a JsonWebKey", documentWith({ ...method(p256Key("a"), 1), format: 2 }), "APPLIED"],
    [
      "the same key twice",
      documentWith(method(key("a"), 1), { ...method(key("a"), 2), format: 2 }),
      "DOCUMENT_INVALID",
    ],
    ["a secp256k1 key", documentWith(method(secp256k1, 2)), "APPLIED"],
    ["bytes that are no key", documentWith(method(new Uint8Array(34), 1)), "DOCUMENT_INVALID"],
    ["an X25519 key that agrees on keys", documentWith(method(x25519Key("a"), 4)), "APPLIED"],
    ["an X25519 key that signs", documentWith(method(x25519Key("a"), 6)), "DOCUMENT_INVALID"],
    ["an X25519 key for nothing", documentWith(method(x25519Key("a"), 0)), "DOCUMENT_INVALID"],
    ["an https service", endpoint("https://a.example:8443/x/y;z@w/%20"), "APPLIED"],
    ["an IPv6 service", endpoint("https://[2001:db8::1]:8443/"), "APPLIED"],
    ["a did service", endpoint(`${did("alpha")}/path`), "APPLIED"],
    ["http", endpoint("http://a.example"), "DOCUMENT_INVALID"],
    ["user-info", endpoint("https://user@a.example"), "DOCUMENT_INVALID"],
    ["user-info with password", endpoint("https://user:1@a.example/"), "DOCUMENT_INVALID"],
    ["a query", endpoint("https://a.example/?q=1"), "DOCUMENT_INVALID"],
    ["a fragment", endpoint("https://a.example/#x"), "DOCUMENT_INVALID"],
    ["a did URL with a query", endpoint(`${did("alpha")}?service=files`), "DOCUMENT_INVALID"],
    ["a did URL with a fragment", endpoint(`${did("alpha")}#files`), "DOCUMENT_INVALID"],
    ["half an escape", endpoint("https://a.example/%2"), "DOCUMENT_INVALID"],
    ["a space", endpoint("https://a.example/ x"), "DOCUMENT_INVALID"],
    ["a line break at the end", endpoint("https://a.example/\n"), "DOCUMENT_INVALID"],
    ["an empty host", endpoint("https:///x"), "DOCUMENT_INVALID"],
    [
      "a host that is too long",
      endpoint(`https://${"a.".repeat(150)}example/`),
      "DOCUMENT_INVALID",
    ],
    ["no endpoint", service({ endpoints: [] }), "DOCUMENT_INVALID"],
    ["an endpoint twice", service({ endpoints: ["https://a", "https://a"] }), "DOCUMENT_INVALID"],
    ["no service type", service({ types: [] }), "DOCUMENT_INVALID"],
    ["an empty service type", service({ types: [""] }), "DOCUMENT_INVALID"],
    ["a control character", service({ types: ["Fi\u0007les"] }), "DOCUMENT_INVALID"],
    ["a C1 control character", service({ types: ["Fi\u0085les"] }), "DOCUMENT_INVALID"],
    ["a service without name", service({ fragment: "" }), "DOCUMENT_INVALID"],
    ["a service name with a slash", service({ fragment: "a/b" }), "DOCUMENT_INVALID"],
    [
      "a service named like a key",
      {
        ...service({ fragment: multikeyToString(key("a")) }),
        verificationMethods: [method(key("a"), 1)],
      },
      "DOCUMENT_INVALID",
    ],
    [
      "two services of one name",
      {
        ...documentWith(),
        services: [1, 2].map((n) => ({
          fragment: "files",
          types: ["Files"],
          endpoints: [`https://a${n}.example`],
        })),
      },
      "DOCUMENT_INVALID",
    ],
    ["another name", { ...documentWith(), alsoKnownAs: ["https://a.example"] }, "APPLIED"],
    ["no URI as name", { ...documentWith(), alsoKnownAs: ["Alice"] }, "DOCUMENT_INVALID"],
    ["a name twice", { ...documentWith(), alsoKnownAs: ["a:b", "a:b"] }, "DOCUMENT_INVALID"],
    ["more than 16 KiB", large, "DOCUMENT_TOO_LARGE"],
    ["slightly less than 16 KiB", slightlySmaller, "APPLIED"],
  ];
  it.each(cases)("with %s", (_title, document, code) => {
    expect(createCode({ document })).toBe(code);
  });

  it("obey the same rules in an update", () => {
    const world = createWorld();
    const owner = createNamed(world, "x");
    const signers = [signer(owner, key("x")), sponsored];
    for (const [document, code] of [
      [large, "DOCUMENT_TOO_LARGE"],
      [endpoint("http://a.example"), "DOCUMENT_INVALID"],
    ] as const) {
      const operations = [op.update(owner, 1, document, documentKeysOf("x"))];
      expect(runOne(world, { signers, operations }).name).toBe(code);
    }
  });
});

describe("keys that leave", () => {
  const time = 1_750_000_001_000;
  const drift = defaultParameters.maxClockDriftMs;
  const kept = method(key("x/login"), 1);
  const gone = [key("x/assert"), key("x/invoke")];
  const removal = (multikey: Uint8Array, more: Partial<KeyRemoval> = {}): KeyRemoval => ({
    multikey,
    reason: 1,
    since: 0,
    ...more,
  });
  const [first, second] = gone.map((multikey) => removal(multikey));
  if (first === undefined || second === undefined) throw new Error("no keys");
  const compromised = (since: number): KeyRemoval[] => [first, { ...second, reason: 2, since }];
  const cases: [string, KeyRemoval[], ErrorCode][] = [
    ["both retired", [first, second], "APPLIED"],
    ["in another order", [second, first], "APPLIED"],
    ["one compromised long ago", compromised(1), "APPLIED"],
    ["one compromised now", compromised(time + 1000), "APPLIED"],
    ["one compromised now, by a fast clock", compromised(time + 1000 + drift), "APPLIED"],
    ["one compromised ahead", compromised(time + 1001 + drift), "KEY_REMOVAL_INVALID"],
    ["one compromised at no time", compromised(0), "KEY_REMOVAL_INVALID"],
    ["one retired since", [first, { ...second, since: 5 }], "KEY_REMOVAL_INVALID"],
    ["for no reason", [first, { ...second, reason: 0 }], "KEY_REMOVAL_INVALID"],
    ["for an unknown reason", [first, { ...second, reason: 3 }], "KEY_REMOVAL_INVALID"],
    ["one missing", [first], "KEY_REMOVAL_INVALID"],
    ["one twice", [first, second, second], "KEY_REMOVAL_INVALID"],
    ["one that stays", [first, second, removal(kept.multikey)], "KEY_REMOVAL_INVALID"],
    ["one that was never there", [first, second, removal(key("y"))], "KEY_REMOVAL_INVALID"],
  ];
  it.each(cases)("are named: %s", (_title, removals, code) => {
    const world = createWorld();
    const owner = createNamed(world, "x");
    const operation: Operation = {
      kind: "didUpdate",
      value: { did: owner, expectedVersion: 1, document: documentWith(kept), removals },
    };
    const signers = [signer(owner, key("x")), sponsored];
    expect(runOne(world, { signers, operations: [operation] }).name).toBe(code);
    if (code !== "APPLIED") return;
    const version = record(world, stateKeys.didVersion(owner, 2), didVersionRecord.decode);
    // What is reported ahead is kept as of the block.
    const settled = removals.map((one) => ({ ...one, since: Math.min(one.since, time + 1000) }));
    expect(version).toMatchObject({ ok: true, value: { removals: settled } });
  });

  it("are named in a rotation too", () => {
    const world = createWorld();
    const owner = createNamed(world, "x");
    const signers = [signer(owner, key("x")), sponsored];
    const to = control(["y"]);
    const without = op.rotate(owner, 1, to);
    expect(runOne(world, { signers, operations: [without] }).name).toBe("KEY_REMOVAL_INVALID");
    const withIt = op.rotate(owner, 1, to, [key("x")]);
    expect(runOne(world, { signers, operations: [withIt] }).name).toBe("APPLIED");
  });
});

describe("versions", () => {
  it("expected wrongly are refused with the present one", () => {
    const world = createWorld();
    const owner = createNamed(world, "x");
    const signers = [signer(owner, key("x")), sponsored];
    for (const version of [0, 2, 7]) {
      for (const operation of [
        op.update(owner, version, documentWith()),
        op.rotate(owner, version, control(["x"])),
        op.deactivate(owner, version),
      ]) {
        const receipt = runOne(world, { signers, operations: [operation] });
        expect(receipt).toMatchObject({ name: "VERSION_MISMATCH", currentVersion: 1, ids: [] });
      }
    }
  });

  it("let exactly one of two updates of one block win", () => {
    const world = createWorld();
    const owner = createNamed(world, "x");
    const signers = [signer(owner, key("x")), sponsored];
    const update = (name: string) =>
      transaction(world, {
        signers,
        operations: [op.update(owner, 1, documentWith(method(key(name), 1)), documentKeysOf("x"))],
      });
    const receipts = run(world, [update("a"), update("b")]);
    expect(receipts.map(({ name }) => name)).toEqual(["APPLIED", "VERSION_MISMATCH"]);
    expect(receipts[1]?.currentVersion).toBe(2);
    const body = record(world, stateKeys.didDocument(owner, 2), didDocumentRecord.decode);
    const verificationMethods = [method(key("a"), 1)];
    expect(body).toMatchObject({ ok: true, value: { document: { verificationMethods } } });
  });

  it("are a chain that the head ends", () => {
    const world = createWorld();
    const owner = createNamed(world, "x");
    const signers = [signer(owner, key("x")), signer(owner, key("y")), sponsored];
    const kept = documentWith(method(key("x/login"), 1));
    for (const operation of [
      op.update(owner, 1, kept, [key("x/assert"), key("x/invoke")]),
      op.rotate(owner, 2, control(["y"]), [key("x")]),
      op.deactivate(owner, 3),
    ]) {
      expect(runOne(world, { signers, operations: [operation] }).name).toBe("APPLIED");
    }
    let previous = new Uint8Array(0);
    for (const [index, status] of [1, 1, 1, didStatus.deactivated].entries()) {
      const number = index + 1;
      const bytes = record(world, stateKeys.didVersion(owner, number), (found) => found);
      const body = record(world, stateKeys.didDocument(owner, number), (found) => found);
      const version = didVersionRecord.decode(bytes);
      const height = number;
      const time = world.block0.header.time + 1000 * number;
      const expected = { number, status, height, time, previousHash: previous };
      expect(version).toMatchObject({ ok: true, value: expected });
      expect(version.ok && version.value.documentHash).toEqual(documentHash(body));
      previous = new Uint8Array(versionHash(bytes));
    }
    const head = record(world, stateKeys.didHead(owner), didHeadRecord.decode);
    const last = { latestVersion: 4, status: 2, dependants: 0, control: control(["y"]) };
    expect(head).toMatchObject({ ok: true, value: last });
    const end = record(world, stateKeys.didDocument(owner, 4), didDocumentRecord.decode);
    expect(end).toMatchObject({ ok: true, value: { document: documentWith() } });
    const at = { stateRootHeight: world.ledger.head.height };
    expect(readRecords(world.ledger, [stateKeys.didVersion(owner, 5)], at)).toEqual([undefined]);
  });
});

describe("pre-rotation", () => {
  const hashes = (...names: string[]) => names.map((name) => nextKeyHash(key(name)));
  const start = control(["x", "y"], { threshold: 2, nextKeyHashes: hashes("n1", "n2", "n3") });

  function rotation(names: readonly string[], to: Control): ErrorCode | undefined {
    const world = createWorld();
    const owner = createNamed(world, "x", { control: start });
    const removals = [key("x"), key("y")].map((multikey) => ({ multikey, reason: 1, since: 0 }));
    const operation: Operation = {
      kind: "didRotateKeys",
      value: { did: owner, expectedVersion: 1, control: to, removals },
    };
    const signers = [...names.map((name) => signer(owner, key(name))), sponsored];
    return runOne(world, { signers, operations: [operation] }).name;
  }
  const fresh = control(["n1", "n2"], { threshold: 2, nextKeyHashes: hashes("m1", "m2") });

  it.each([
    ["a threshold of revealed keys", ["n1", "n2"], fresh, "APPLIED"],
    ["other ones of the committed", ["n3", "n1"], fresh, "APPLIED"],
    ["one revealed key of two", ["n1"], fresh, "THRESHOLD_NOT_MET"],
    ["one revealed and one current key", ["n1", "x"], fresh, "THRESHOLD_NOT_MET"],
    ["all current keys", ["x", "y"], fresh, "PRE_ROTATION_REQUIRED"],
    ["keys that were not committed to", ["m1", "m2"], fresh, "PRE_ROTATION_MISMATCH"],
    ["switching it off", ["n1", "n2"], control(["n1"]), "APPLIED"],
    [
      "a hash that was committed to before",
      ["n1", "n2"],
      { ...fresh, nextKeyHashes: hashes("n3", "m2") },
      "PRE_ROTATION_MISMATCH",
    ],
    [
      "the hash of a key that signs",
      ["n1", "n2"],
      control(["z"], { nextKeyHashes: hashes("n1") }),
      "PRE_ROTATION_MISMATCH",
    ],
    [
      "the hash of a key that has just left",
      ["n1", "n2"],
      control(["z"], { nextKeyHashes: hashes("x") }),
      "PRE_ROTATION_MISMATCH",
    ],
    [
      "the hash of a new key",
      ["n1", "n2"],
      control(["z"], { nextKeyHashes: hashes("z") }),
      "CONTROL_INVALID",
    ],
    [
      "controllers",
      ["n1", "n2"],
      { kind: "controllers", controllers: [did("alpha")], threshold: 1 },
      "CONTROL_INVALID",
    ],
  ] as const)("with %s", (_title, names, to, code) => {
    expect(rotation(names, to)).toBe(code);
  });

  it("is switched on by the current keys, and then binds them", () => {
    const world = createWorld();
    const owner = createNamed(world, "x");
    const signers = [signer(owner, key("x")), sponsored];
    const on = op.rotate(owner, 1, control(["x"], { nextKeyHashes: hashes("n1") }));
    expect(runOne(world, { signers, operations: [on] }).name).toBe("APPLIED");
    const off = op.rotate(owner, 2, control(["x"]));
    expect(runOne(world, { signers, operations: [off] }).name).toBe("PRE_ROTATION_REQUIRED");
    const end = op.deactivate(owner, 2);
    expect(runOne(world, { signers, operations: [end] }).name).toBe("PRE_ROTATION_REQUIRED");
  });
});

describe("names and dependants", () => {
  const world = createWorld();
  const foreign = did("alpha").replace("testnet", "othernet");
  it.each([
    ["no DID", "DID_MALFORMED"],
    [`${did("alpha")}x`, "DID_MALFORMED"],
    ["did:cartorio:testnet:z11", "DID_MALFORMED"],
    [foreign, "DID_WRONG_NETWORK"],
    [did("nobody"), "DID_NOT_FOUND"],
  ])("%s: %s", (name, code) => {
    const operations = [op.deactivate(name, 1)];
    expect(runOne(world, { signers: [sponsored], operations }).name).toBe(code);
  });

  it("dependants are acknowledged by their number", () => {
    const owner = createNamed(world, "x");
    const signers = [signer(owner, key("x")), sponsored];
    const value = { did: owner, expectedVersion: 1, acknowledge: 1 };
    const operation: Operation = { kind: "didDeactivate", value };
    const receipt = runOne(world, { signers, operations: [operation] });
    expect(receipt.name).toBe("DEPENDANTS_NOT_ACKNOWLEDGED");
  });
});
