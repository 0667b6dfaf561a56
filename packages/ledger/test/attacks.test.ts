import { sha256, utf8Encode } from "@cartorio/crypto";
import {
  decodeTransaction,
  encodeEnvelope,
  encodeTransactionBody,
  nextKeyHash,
  type Operation,
  type Signer,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { checkBlockRules } from "../src/index.ts";
import {
  control,
  controller,
  cosigner,
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
  propose,
  run,
  runOne,
  signer,
  sponsor,
  sponsored,
  transaction,
  type World,
} from "./world.ts";

// Attempts on the rules of docs/ledger.md 1, 2 and 6 that take several steps or roles. Each is named
// after the attack; single rules have their own tests.

const hashes = (...names: string[]) => names.map((name) => nextKeyHash(key(name)));
const guarded = createOf("p", { control: control(["p"], { nextKeyHashes: hashes("p1") }) });
const owner = didOfCreate(guarded);
const current = signer(owner, key("p"));
const revealed = signer(owner, key("p1"));
const issuing = signer(owner, key("p/assert"));
const codeOf = (world: World, signers: readonly Signer[], operations: readonly Operation[]) =>
  runOne(world, { signers: [...signers, sponsored], operations }).name;

describe("one transaction for a whole life", () => {
  const takeOver = op.rotate(owner, 1, control(["q"]), [key("p")]);
  const anchor = op.anchor(owner, hashOf("h"));
  it.each([
    ["rotates past pre-rotation", [current], [takeOver], "PRE_ROTATION_REQUIRED"],
    ["ends past pre-rotation", [current], [op.deactivate(owner, 1)], "PRE_ROTATION_REQUIRED"],
    [
      "hides an end behind an update that current keys may make",
      [current],
      [op.update(owner, 1, documentWith(), documentKeysOf("p")), op.deactivate(owner, 2)],
      "PRE_ROTATION_REQUIRED",
    ],
    [
      "reveals the next key as a co-signer",
      [current, { ...revealed, role: cosigner }],
      [op.deactivate(owner, 1)],
      "PRE_ROTATION_REQUIRED",
    ],
    [
      "installs the key that signs it",
      [current, signer(owner, key("q"))],
      [takeOver],
      "PRE_ROTATION_REQUIRED",
    ],
    [
      "anchors after its end",
      [current, revealed, issuing],
      [anchor, takeOver, op.deactivate(owner, 2), op.anchor(owner, hashOf("after"))],
      "DID_DEACTIVATED",
    ],
    [
      "is honest",
      [current, revealed, issuing],
      [anchor, takeOver, op.deactivate(owner, 2)],
      "APPLIED",
    ],
  ] as const)("%s: %s", (_title, signers, later, code) => {
    const world = createWorld();
    const root = world.ledger.head.header.stateRoot;
    expect(codeOf(world, signers, [op.create(guarded), ...later])).toBe(code);
    expect(world.ledger.head.header.stateRoot).not.toEqual(root);
    const again = code === "APPLIED" ? "DID_EXISTS" : "APPLIED";
    expect(codeOf(world, [current], [op.create(guarded)])).toBe(again);
  });
});

describe("one key under several names", () => {
  const two = createOf("t", { control: control(["t", "t2"], { threshold: 2 }) });
  const target = didOfCreate(two);
  const end = op.deactivate(target, 1);

  it("counts for the DID that it is named for, and once", () => {
    const world = createWorld();
    createNamed(world, "t", { control: two.control });
    const other = signer(did("alpha"), key("t2"), controller);
    expect(codeOf(world, [signer(target, key("t")), other], [end])).toBe("THRESHOLD_NOT_MET");
    const twice = ["author", "controller"].map((_, index) => ({
      did: target,
      multikey: key("t"),
      role: index === 0 ? (1 as const) : (2 as const),
    }));
    const body = encodeTransactionBody({
      chainId: world.chainId,
      signers: [...twice, sponsored],
      validUntil: world.ledger.head.header.time + 1000,
      nonce: new Uint8Array(16),
      operations: [end],
    });
    const signatures = [0, 1, 2].map(() => new Uint8Array(64));
    expect(decodeTransaction(encodeEnvelope({ body, signatures }), world.chainId)).toMatchObject({
      ok: false,
      code: "DUPLICATE_SIGNER",
    });
  });
});

describe("shifting the payment to another member", () => {
  it("by a forged first sponsor before a true one", () => {
    const world = createWorld();
    const forged = signer(did("beta"), key("evil"), sponsor);
    const create = op.create(guarded);
    expect(codeOf(world, [current, forged], [create])).toBe("UNAUTHORISED");
  });

  it("by writing for another DID in the name of a member's author", () => {
    const world = createWorld();
    const target = createNamed(world, "t");
    const signers = [signer(did("beta"), key("beta")), signer(target, key("t"), controller)];
    const parts = { signers, operations: [op.deactivate(target, 1)] };
    expect(runOne(world, parts).name).toBe("SPONSOR_NOT_MEMBER");
  });
});

describe("order within a block", () => {
  it("takes the right from a key that the transaction before has removed, and not a moment sooner", () => {
    const world = createWorld();
    const target = createNamed(world, "x");
    const removal = op.update(target, 1, documentWith(), documentKeysOf("x"));
    const anchor = (name: string) =>
      transaction(world, {
        signers: [signer(target, key("x/assert")), sponsored],
        operations: [op.anchor(target, hashOf(name))],
      });
    const remove = transaction(world, {
      signers: [signer(target, key("x")), sponsored],
      operations: [removal],
    });
    const codes = run(world, [anchor("a"), remove, anchor("b")]).map(({ name }) => name);
    expect(codes).toEqual(["APPLIED", "APPLIED", "UNAUTHORISED"]);
  });

  it("leaves nothing of a failed transaction for the one behind it", () => {
    const world = createWorld();
    const failing = transaction(world, {
      signers: [current, issuing, sponsored],
      operations: [op.create(guarded), op.anchor(owner, hashOf("h")), op.deactivate(owner, 7)],
    });
    const behind = transaction(world, {
      signers: [issuing, sponsored],
      operations: [op.anchor(owner, hashOf("h"))],
    });
    const codes = run(world, [failing, behind]).map(({ name }) => name);
    expect(codes).toEqual(["PRE_ROTATION_REQUIRED", "DID_NOT_FOUND"]);
  });
});

it("rotations that each store a large document again are bounded by their cost", () => {
  const world = createWorld();
  const endpoints = [`https://a.example/${"a".repeat(980)}`];
  const services = Array.from({ length: 16 }, (_, index) => ({
    fragment: `s${index}`,
    types: ["x"],
    endpoints,
  }));
  const document = { verificationMethods: [], services, alsoKnownAs: [] };
  const target = createNamed(world, "big", { document });
  const rotations = transaction(world, {
    signers: [signer(target, key("big")), sponsored],
    operations: Array.from({ length: 64 }, (_, at) => op.rotate(target, at + 1, control(["big"]))),
  });
  const { writes } = propose(world, [rotations]);
  const stored = writes.records.reduce((sum, { bytes }) => sum + bytes.length, 0);
  expect(stored).toBeGreaterThan(64 * 16_000);
  const { maxBlockBytes, maxBlockCost } = world.ledger.parameters;
  const perBlock = Math.floor(maxBlockCost / rotations.cost) * stored;
  expect(perBlock).toBeLessThan(4 * maxBlockBytes);
});

it("a block full of documents with unknown keys is bounded by its cost", () => {
  const world = createWorld();
  const creates = Array.from({ length: 15 }, (_, index) =>
    createOf(`flood ${index}`, {
      control: control(["flood"]),
      document: documentWith(
        ...Array.from({ length: 64 }, (_, at) => {
          const multikey = Uint8Array.of(0xed, 0x01, ...sha256(utf8Encode(`${index} ${at}`)));
          return method(multikey, 1);
        }),
      ),
    }),
  );
  const flood = transaction(world, {
    signers: [...creates.map((create) => signer(didOfCreate(create), key("flood"))), sponsored],
    operations: creates.map(op.create),
  });
  const copies = Math.ceil(4096 / (15 * 64));
  const { parameters } = world.ledger;
  expect(checkBlockRules(parameters, [flood])).toBeUndefined();
  const halfBlock = new Array(copies).fill(flood);
  expect(checkBlockRules(parameters, halfBlock)).toBe("SPONSOR_SHARE_EXCEEDED");
});
