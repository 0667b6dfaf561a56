import {
  type Decoded,
  type ErrorCode,
  merkleRoot,
  relationship,
  type StatusListCreate,
  type StatusListUpdate,
  stateKeys,
  statusChunkHeadRecord,
  statusChunkRecord,
  statusListHeadRecord,
  statusListRecord,
  statusListsHeadRecord,
  statusListVersionRecord,
  statusPurpose,
} from "@cartorio/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordNow } from "./record-now.ts";
import { statusListOp } from "./registry-operations.ts";
import {
  createNamed,
  createOf,
  createWorld,
  credentialOp,
  did,
  documentKeysOf,
  documentWith,
  genesisTime,
  key,
  method,
  op,
  run,
  runOne,
  signer,
  sponsored,
  transaction,
  type World,
} from "./world.ts";

const bits = 131_072;
const chunks = 64;

function scene() {
  const world = createWorld();
  const owner = createNamed(world, "owner");
  const signers = [signer(owner, key("owner/assert")), sponsored];
  return { world, owner, signers };
}

/** With a list of the purpose. */
function listScene(purpose: number = statusPurpose.revocation) {
  const made = scene();
  const { world, owner, signers } = made;
  const receipt = runOne(world, { signers, operations: [statusListOp.create(owner, { purpose })] });
  expect(receipt.name).toBe("APPLIED");
  return made;
}

function read<T>(
  world: World,
  stateKey: Uint8Array,
  decode: (bytes: Uint8Array) => Decoded<T>,
): T | undefined {
  const bytes = recordNow(world, stateKey);
  const decoded = bytes && decode(bytes);
  if (decoded?.ok === false) throw new Error(decoded.code);
  return decoded?.value;
}

const headOf = (world: World, owner: string) =>
  read(world, stateKeys.statusListHead(owner, 1), statusListHeadRecord.decode);
const versionOf = (world: World, owner: string, sequence: number) =>
  read(world, stateKeys.statusListVersion(owner, 1, sequence), statusListVersionRecord.decode);
const chunkOf = (world: World, owner: string, chunk: number, sequence: number) =>
  read(world, stateKeys.statusChunk(owner, [1, chunk, sequence]), statusChunkRecord.decode);

/** The bodies of all chunks as of a sequence, found by following each chunk back. */
function bodiesAt(world: World, owner: string, sequence: number): Uint8Array[] {
  return Array.from({ length: chunks }, (_, chunk) => {
    const headKey = stateKeys.statusChunkHead(owner, [1, chunk]);
    let at = read(world, headKey, statusChunkHeadRecord.decode)?.sequence ?? 0;
    while (at > sequence) at = chunkOf(world, owner, chunk, at)?.previousSequence ?? 0;
    return (at > 0 && chunkOf(world, owner, chunk, at)?.body) || new Uint8Array(256);
  });
}

const bitOf = (bodies: readonly Uint8Array[], index: number): boolean => {
  const byte = bodies[Math.floor(index / 2048)]?.[Math.floor((index % 2048) / 8)] ?? 0;
  return (byte & (0x80 >> (index % 8))) !== 0;
};

describe("status-list.create", () => {
  it("writes a list of zeros, numbered from 1", () => {
    const { world, owner, signers } = scene();
    const operations = [
      statusListOp.create(owner),
      statusListOp.create(owner, { expectedCount: 1, purpose: statusPurpose.suspension }),
    ];
    expect(runOne(world, { signers, operations }).name).toBe("APPLIED");
    const at = { time: genesisTime + 2000, height: 2 };
    expect(read(world, stateKeys.statusList(owner, 2), statusListRecord.decode)).toEqual({
      publisher: did("beta"),
      purpose: statusPurpose.suspension,
      length: bits,
      ...at,
    });
    expect(read(world, stateKeys.statusListsHead(owner), statusListsHeadRecord.decode)).toEqual({
      count: 2,
    });
    expect(headOf(world, owner)).toMatchObject({ sequence: 0 });
    expect(versionOf(world, owner, 0)).toEqual({
      ...at,
      root: merkleRoot(Array.from({ length: chunks }, () => new Uint8Array(256))),
    });
  });

  it.each<[string, Partial<StatusListCreate>, ErrorCode]>([
    ["the longest", { length: 2 ** 20 }, "APPLIED"],
    ["one chunk longer", { length: 2 ** 20 + 2048 }, "STATUS_LIST_INVALID"],
    ["one chunk shorter than the shortest", { length: bits - 2048 }, "STATUS_LIST_INVALID"],
    ["half a chunk", { length: bits + 1024 }, "STATUS_LIST_INVALID"],
    ["no purpose", { purpose: 0 }, "STATUS_LIST_INVALID"],
    ["an unknown purpose", { purpose: 3 }, "STATUS_LIST_INVALID"],
    ["another count", { expectedCount: 1 }, "SEQUENCE_MISMATCH"],
    ["a publisher that does not exist", { publisher: did("nobody") }, "STATUS_PUBLISHER_INVALID"],
    ["a publisher that is no DID", { publisher: "beta" }, "STATUS_PUBLISHER_INVALID"],
    ["the owner as publisher", { publisher: did("owner") }, "STATUS_PUBLISHER_INVALID"],
  ])("judges what it is: %s", (_title, more, code) => {
    const { world, owner, signers } = scene();
    const operations = [statusListOp.create(owner, more)];
    expect(runOne(world, { signers, operations }).name).toBe(code);
    expect(headOf(world, owner) !== undefined).toBe(code === "APPLIED");
  });

  it("refuses a publisher with a key that speaks for the issuer, whatever it is for there", () => {
    const { world, owner, signers } = scene();
    const publisher = createNamed(world, "publisher", {
      document: documentWith(method(key("owner/assert"), relationship.authentication)),
    });
    const apart = createNamed(world, "apart", {
      document: documentWith(method(key("owner/login"), relationship.assertionMethod)),
    });
    const create = (name: string) =>
      runOne(world, { signers, operations: [statusListOp.create(owner, { publisher: name })] });
    expect(create(publisher).name).toBe("STATUS_PUBLISHER_INVALID");
    expect(create(apart).name).toBe("APPLIED");
  });

  it("refuses a publisher whose key the issuer takes up in the same transaction", () => {
    const { world, owner, signers } = scene();
    const { document } = createOf("owner");
    const next = {
      ...document,
      verificationMethods: [
        ...document.verificationMethods,
        method(key("beta/assert"), relationship.assertionMethod),
      ],
    };
    const all = [signer(owner, key("owner")), ...signers];
    const operations = [op.update(owner, 1, next), statusListOp.create(owner)];
    const receipt = runOne(world, { signers: all, operations });
    expect(receipt).toMatchObject({ name: "STATUS_PUBLISHER_INVALID", operationIndex: 1 });
  });

  it("refuses a publisher that is deactivated", () => {
    const { world, owner, signers } = scene();
    const publisher = createNamed(world, "closed");
    const close = [signer(publisher, key("closed")), sponsored];
    runOne(world, { signers: close, operations: [op.deactivate(publisher, 1)] });
    const operations = [statusListOp.create(owner, { publisher })];
    expect(runOne(world, { signers, operations }).name).toBe("STATUS_PUBLISHER_INVALID");
  });
});

describe("status-list.update", () => {
  it.each<[string, number, Partial<StatusListUpdate>, ErrorCode]>([
    ["the last bit", 1, { changes: [{ index: bits - 1, value: true }] }, "APPLIED"],
    ["a bit beyond", 1, { changes: [{ index: bits, value: true }] }, "STATUS_CHANGES_INVALID"],
    ["no bit", 1, { changes: [] }, "STATUS_CHANGES_INVALID"],
    [
      "a bit twice",
      1,
      { changes: [5, 5].map((index) => ({ index, value: true })) },
      "STATUS_CHANGES_INVALID",
    ],
    [
      "bits that go down",
      1,
      { changes: [6, 5].map((index) => ({ index, value: true })) },
      "STATUS_CHANGES_INVALID",
    ],
    [
      "a revocation that is cleared",
      1,
      { changes: [{ index: 1, value: false }] },
      "STATUS_BIT_FINAL",
    ],
    ["a suspension that is cleared", 2, { changes: [{ index: 1, value: false }] }, "APPLIED"],
    ["another list", 1, { list: 2 }, "STATUS_LIST_NOT_FOUND"],
    ["list 0", 1, { list: 0 }, "STATUS_LIST_NOT_FOUND"],
    ["a revocation at a sequence that is not", 1, { expectedSequence: 1 }, "SEQUENCE_MISMATCH"],
    ["a suspension at a sequence that is not", 2, { expectedSequence: 1 }, "SEQUENCE_MISMATCH"],
  ])("judges the changes: %s", (_title, purpose, more, code) => {
    const { world, owner, signers } = listScene(purpose);
    const operations = [statusListOp.set(owner, [3], more)];
    expect(runOne(world, { signers, operations }).name).toBe(code);
  });

  it("keeps a revoked bit set, and lets it be set again without a version", () => {
    const { world, owner, signers } = listScene();
    const set = [statusListOp.set(owner, [7])];
    expect(runOne(world, { signers, operations: set }).name).toBe("APPLIED");
    expect(runOne(world, { signers, operations: set }).name).toBe("APPLIED");
    expect(headOf(world, owner)?.sequence).toBe(1);
    const clear = [statusListOp.set(owner, [], { changes: [{ index: 7, value: false }] })];
    expect(runOne(world, { signers, operations: clear }).name).toBe("STATUS_BIT_FINAL");
    expect(bitOf(bodiesAt(world, owner, 1), 7)).toBe(true);
  });

  it("lifts a suspension at the sequence that it expects", () => {
    const { world, owner, signers } = listScene(statusPurpose.suspension);
    const change = (value: boolean, expectedSequence: number) =>
      runOne(world, {
        signers,
        operations: [
          statusListOp.set(owner, [], { changes: [{ index: 7, value }], expectedSequence }),
        ],
      });
    expect(change(true, 0).name).toBe("APPLIED");
    expect(change(false, 0)).toMatchObject({ name: "SEQUENCE_MISMATCH", currentVersion: 1 });
    expect(change(false, 1).name).toBe("APPLIED");
    expect([0, 1, 2].map((at) => bitOf(bodiesAt(world, owner, at), 7))).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("gives all updates of one block one sequence, and lists as created none of them", () => {
    const { world, owner, signers } = scene();
    const part = (operations: Parameters<typeof transaction>[1]["operations"]) =>
      transaction(world, { signers, operations });
    const first = run(world, [
      part([statusListOp.create(owner)]),
      part([statusListOp.set(owner, [1])]),
      part([statusListOp.set(owner, [2]), statusListOp.set(owner, [5000])]),
    ]);
    expect(first.map(({ name }) => name)).toEqual(["APPLIED", "APPLIED", "APPLIED"]);
    expect(headOf(world, owner)?.sequence).toBe(1);
    run(world, [part([statusListOp.set(owner, [3])]), part([statusListOp.set(owner, [4])])]);
    expect(headOf(world, owner)?.sequence).toBe(2);
    expect(versionOf(world, owner, 3)).toBeUndefined();
    const set = (at: number) =>
      [1, 2, 3, 4, 5000].filter((index) => bitOf(bodiesAt(world, owner, at), index));
    expect([0, 1, 2].map(set)).toEqual([[], [1, 2, 5000], [1, 2, 3, 4, 5000]]);
    expect(chunkOf(world, owner, 0, 2)?.previousSequence).toBe(1);
  });

  it("lets one of two suspensions at one sequence win in a block", () => {
    const { world, owner, signers } = listScene(statusPurpose.suspension);
    const part = (index: number) =>
      transaction(world, { signers, operations: [statusListOp.set(owner, [index])] });
    const receipts = run(world, [part(1), part(2)]);
    expect(receipts).toMatchObject([
      { name: "APPLIED" },
      { name: "SEQUENCE_MISMATCH", currentVersion: 1 },
    ]);
  });

  it("leaves nothing of a transaction that fails later", () => {
    const { world, owner, signers } = listScene();
    const operations = [statusListOp.set(owner, [1]), statusListOp.set(owner, [2], { list: 9 })];
    expect(runOne(world, { signers, operations }).name).toBe("STATUS_LIST_NOT_FOUND");
    expect(headOf(world, owner)?.sequence).toBe(0);
    expect(chunkOf(world, owner, 0, 1)).toBeUndefined();
  });

  it("is open to a revoker that the owner registered before, and goes on after the owner's end", () => {
    const { world, owner, signers } = listScene();
    const revoker = createNamed(world, "revoker");
    const invoking = [signer(owner, key("owner/invoke")), sponsored];
    const revokerSigns = [signer(revoker, key("revoker/assert")), sponsored];
    const byRevoker = (index: number) => [statusListOp.set(owner, [index], { by: revoker })];
    const attempt = (index: number) =>
      runOne(world, { signers: revokerSigns, operations: byRevoker(index) }).name;
    expect(attempt(1)).toBe("UNAUTHORISED");
    const declare = credentialOp.profile(owner, { revokers: [revoker] });
    const atOnce = runOne(world, {
      signers: [...invoking, signer(revoker, key("revoker/assert"))],
      operations: [declare, ...byRevoker(1)],
    });
    expect(atOnce).toMatchObject({ name: "UNAUTHORISED", operationIndex: 1 });
    expect(runOne(world, { signers: invoking, operations: [declare] }).name).toBe("APPLIED");
    expect(attempt(1)).toBe("APPLIED");
    const controlSigns = [signer(owner, key("owner")), sponsored];
    runOne(world, { signers: controlSigns, operations: [op.deactivate(owner, 1)] });
    const own = [statusListOp.set(owner, [2])];
    expect(runOne(world, { signers, operations: own }).name).toBe("DID_DEACTIVATED");
    expect(attempt(2)).toBe("APPLIED");
  });

  it("is judged by the document before the transaction", () => {
    const { world, owner, signers } = listScene();
    const both = [signer(owner, key("owner")), ...signers];
    const empty = op.update(owner, 1, documentWith(), documentKeysOf("owner"));
    const operations = [empty, statusListOp.set(owner, [1])];
    expect(runOne(world, { signers: both, operations }).name).toBe("APPLIED");
    const later = [statusListOp.set(owner, [2])];
    expect(runOne(world, { signers, operations: later }).name).toBe("UNAUTHORISED");
  });
});

it("every version has the root over its chunks, at whatever sequence one looks back", () => {
  const index = fc.oneof(fc.integer({ min: 0, max: bits - 1 }), fc.constantFrom(0, 1, 2, bits - 1));
  const update = fc.uniqueArray(fc.tuple(index, fc.boolean()), {
    selector: ([at]) => at,
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(
      fc.array(fc.array(update, { minLength: 1, maxLength: 2 }), { maxLength: 5 }),
      (blocks) => {
        const { world, owner, signers } = listScene(statusPurpose.suspension);
        const now = new Set<number>();
        const states: (readonly number[])[] = [[]];
        for (const updates of blocks) {
          const before = headOf(world, owner)?.sequence ?? 0;
          let hasChanged = false;
          const envelopes = updates.map((changes) => {
            const ordered = changes.toSorted(([left], [right]) => left - right);
            const expectedSequence = hasChanged ? before + 1 : before;
            for (const [at, value] of ordered) {
              if (now.has(at) !== value) hasChanged = true;
              if (value) now.add(at);
              else now.delete(at);
            }
            const more = {
              expectedSequence,
              changes: ordered.map(([at, value]) => ({ index: at, value })),
            };
            return transaction(world, { signers, operations: [statusListOp.set(owner, [], more)] });
          });
          expect(run(world, envelopes).map(({ name }) => name)).toEqual(
            updates.map(() => "APPLIED"),
          );
          if (hasChanged) states.push([...now].toSorted((left, right) => left - right));
        }
        expect(headOf(world, owner)?.sequence).toBe(states.length - 1);
        for (const [sequence, set] of states.entries()) {
          const bodies = bodiesAt(world, owner, sequence);
          expect(merkleRoot(bodies)).toEqual(versionOf(world, owner, sequence)?.root);
          const touched = [...new Set(states.flat())];
          expect(touched.filter((at) => bitOf(bodies, at)).toSorted((l, r) => l - r)).toEqual(set);
        }
      },
    ),
    { numRuns: 25, seed: 7 },
  );
}, 60_000);
