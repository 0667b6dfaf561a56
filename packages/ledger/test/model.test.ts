import {
  type DidCreate,
  type Document,
  decodeCredentialAnchorRecord,
  decodeDidDocumentRecord,
  decodeDidHead,
  type ErrorCode,
  nextKeyHash,
  type Operation,
  signerRole,
  stateKeys,
} from "@cartorio/protocol";
import fc from "fast-check";
import { expect, it } from "vitest";
import { readRecords } from "../src/index.ts";
import {
  execute,
  type Model,
  type ModelControl,
  type ModelDocument,
  type ModelOperation,
  type ModelTransaction,
} from "./model.ts";
import {
  control,
  createWorld,
  did,
  didOfCreate,
  documentWith,
  hashOf,
  key,
  memberNames,
  method,
  minute,
  nonceOf,
  op,
  run,
  transaction,
  type World,
} from "./world.ts";

// Random histories of a small world, executed by the ledger and by the model: same receipts, and at
// the end the same registries. Most operations follow from the state as it is, so that histories get
// deep; each part is spoilt now and then.

const realControl = ({ keys, threshold, next }: ModelControl) =>
  control(keys, { threshold, nextKeyHashes: next.map((name) => nextKeyHash(key(name))) });
const realDocument = (document: ModelDocument): Document =>
  documentWith(...Object.entries(document).map(([name, bits]) => method(key(name), bits)));

function realOperation(operation: ModelOperation, realDid: (name: string) => string): Operation {
  const owner = realDid(operation.did);
  switch (operation.kind) {
    case "create":
      return op.create(createFor(operation));
    case "update": {
      const { version, document, removed } = operation;
      return op.update(owner, version, realDocument(document), removed.map(key));
    }
    case "rotate": {
      const { version, removed } = operation;
      return op.rotate(owner, version, realControl(operation.control), removed.map(key));
    }
    case "deactivate":
      return op.deactivate(owner, operation.version);
    case "anchor":
      return op.anchor(owner, hashOf(operation.hash));
    case "revoke":
      return op.revoke(owner, hashOf(operation.hash), operation.sequence);
  }
}

function createFor(create: Extract<ModelOperation, { kind: "create" }>): DidCreate {
  return {
    nonce: nonceOf(create.did),
    control: realControl(create.control),
    document: realDocument(create.document),
    recovery: undefined,
  };
}

/** A source of choices that a property's numbers drive. */
function chooser(numbers: readonly number[]) {
  let used = 0;
  const below = (limit: number): number => {
    used += 1;
    // Numbers run out: mix the position in, so that later choices still differ.
    const value = (numbers[used % numbers.length] ?? 0) + Math.imul(used, 0x9e3779b1);
    return (Math.imul(value ^ (value >>> 15), 0x85ebca6b) >>> 8) % limit;
  };
  return {
    below,
    one: <T>(items: readonly T[]): T => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("nothing to choose from");
      return item;
    },
    rarely: (): boolean => below(12) === 0,
  };
}
type Chooser = ReturnType<typeof chooser>;

const names = ["u", "v", "w"];
const standard = (name: string): ModelDocument => ({
  [`${name}/login`]: 1,
  [`${name}/assert`]: 2,
  [`${name}/invoke`]: 8,
});

const creates = Object.fromEntries(
  names.map((name, index) => {
    const keys = [`${name}1`, `${name}2`].slice(0, 1 + (index % 2));
    const next = index === 2 ? [`${name}n`] : [];
    const value = { keys, threshold: keys.length, next };
    return [name, { kind: "create", did: name, control: value, document: standard(name) } as const];
  }),
);

function newModel(): Model {
  const member = (name: string) => ({
    version: 1,
    active: true,
    control: { keys: [name], threshold: 1, next: [] },
    document: standard(name),
    sponsor: "",
    left: [],
  });
  const dids = Object.fromEntries(memberNames.map((name) => [name, member(name)]));
  return {
    state: { dids, anchors: {}, revoked: [] },
    members: memberNames,
    longCap: 3,
    seen: new Set(),
    longLived: {},
  };
}

function randomOperation(model: Model, choose: Chooser, fresh: () => string): ModelOperation {
  const name = choose.one([...names, ...names, "alpha", "delta"]);
  const known = model.state.dids[name];
  const create = creates[name];
  const isCreate = known === undefined ? !choose.rarely() : choose.rarely();
  if (create !== undefined && isCreate) return create;
  const version = (known?.version ?? 1) + (choose.rarely() ? choose.one([-1, 1]) : 0);
  const spoil = (removed: string[]) => (choose.rarely() ? removed.slice(1) : removed);
  const hash = choose.one(["h1", "h2", "h3", "h4", "h5"]);
  switch (choose.below(12)) {
    case 0: {
      const before = Object.keys(known?.document ?? {});
      const kept = before.filter(() => choose.below(4) > 0);
      const bits = (key: string) => known?.document[key] ?? 1;
      const document = Object.fromEntries(kept.map((key) => [key, bits(key)]));
      // Now and then a key that left before comes back, which is refused.
      const again = choose.below(3) === 0 ? `${name}/assert` : fresh();
      document[again] = 2;
      const removed = spoil(before.filter((key) => !(key in document)));
      return { kind: "update", did: name, version, document, removed };
    }
    case 1:
    case 2: {
      const before = known?.control.keys ?? [];
      const keys = [fresh(), ...(choose.below(2) === 0 ? [] : before.slice(0, 1))];
      const next = choose.one([[], [fresh()], choose.rarely() ? (known?.control.next ?? []) : []]);
      const removed = spoil(before.filter((key) => !keys.includes(key)));
      const to = { keys, threshold: 1, next };
      return { kind: "rotate", did: name, version, control: to, removed };
    }
    case 3:
      if (choose.below(3) > 0) return { kind: "anchor", did: name, hash };
      return { kind: "deactivate", did: name, version };
    case 4:
    case 5:
    case 6:
      return { kind: "revoke", did: name, hash, sequence: choose.rarely() ? 1 : 0 };
    default:
      return { kind: "anchor", did: name, hash };
  }
}

function signersFor(
  model: Model,
  operations: readonly ModelOperation[],
  choose: Chooser,
): ModelTransaction["signers"] {
  const signers = new Map<string, ModelTransaction["signers"][number]>();
  const add = (owner: string, key: string, role: ModelTransaction["signers"][number]["role"]) => {
    if (signers.size < 12) signers.set(`${owner} ${key}`, { did: owner, key, role });
  };
  for (const operation of operations) {
    const known = model.state.dids[operation.did];
    const value = operation.kind === "create" ? operation.control : known?.control;
    if (operation.kind === "anchor" || operation.kind === "revoke") {
      add(operation.did, `${operation.did}/${choose.rarely() ? "login" : "assert"}`, "author");
      continue;
    }
    const isEstablishing = operation.kind === "rotate" || operation.kind === "deactivate";
    const useNext = isEstablishing && (value?.next.length ?? 0) > 0 && !choose.rarely();
    for (const key of (useNext ? value?.next : value?.keys) ?? []) {
      if (!choose.rarely()) add(operation.did, key, choose.rarely() ? "controller" : "author");
    }
  }
  if (choose.rarely()) add(choose.one(names), "stranger", "author");
  const member = choose.rarely() ? "u" : choose.one(memberNames.slice(0, 3));
  const key = choose.rarely() ? `${member}/assert` : `${member}/invoke`;
  if (choose.below(6) > 0 || signers.size === 0) add(member, key, "sponsor");
  const all = [...signers.values()];
  const hasPayer = all.some(({ role }) => role === "author" || role === "sponsor");
  return hasPayer ? all : [...all, { did: "alpha", key: "alpha/invoke", role: "sponsor" }];
}

function play(numbers: readonly number[], blocks: number): { world: World; model: Model } {
  const choose = chooser(numbers);
  const world = createWorld({ longLivedPerSponsorDay: 3 });
  const model = newModel();
  const dids = new Map<string, string>(memberNames.map((name) => [name, did(name)]));
  for (const [name, create] of Object.entries(creates)) {
    if (create.kind === "create") dids.set(name, didOfCreate(createFor(create)));
  }
  const realDid = (name: string): string => dids.get(name) ?? did(name);
  const past: { tx: ModelTransaction; real: ReturnType<typeof transaction> }[] = [];
  let counter = 0;
  const fresh = (): string => {
    counter += 1;
    return `fresh ${counter % 40}`;
  };
  for (let block = 0; block < blocks; block += 1) {
    const time = world.ledger.head.header.time + choose.one([1, 500, 5000, minute]);
    const batch: typeof past = [];
    // Built against the state before the block: later ones of a block meet surprises.
    for (let index = choose.below(5); index >= 0; index -= 1) {
      if (past.length > 0 && choose.rarely()) {
        const again = choose.one(past.slice(-10));
        const isThere = batch.some(({ real }) => real === again.real);
        if (!isThere) batch.push(again);
        continue;
      }
      const operations = Array.from({ length: 1 + (choose.rarely() ? 2 : 0) }, () =>
        randomOperation(model, choose, fresh),
      );
      const tx: ModelTransaction = {
        id: `transaction ${past.length + batch.length} of block ${block}`,
        validUntil:
          time +
          choose.one([
            0,
            1,
            minute,
            minute,
            minute,
            10 * minute,
            -1,
            700 * minute,
            12_000 * minute,
          ]),
        signers: signersFor(model, operations, choose),
        operations,
      };
      const real = transaction(world, {
        signers: tx.signers.map((signer) => ({
          did: realDid(signer.did),
          multikey: key(signer.key),
          role: signerRole[signer.role],
        })),
        operations: operations.map((operation) => realOperation(operation, realDid)),
        validUntil: tx.validUntil,
      });
      batch.push({ tx, real });
    }
    const receipts = run(
      world,
      batch.map(({ real }) => real),
      time,
    );
    const expected = batch.map(({ tx }) => execute(model, tx, time));
    for (const [index, receipt] of receipts.entries()) {
      reached.set(receipt.name, (reached.get(receipt.name) ?? 0) + 1);
      const { name, operationIndex, currentVersion, ids } = receipt;
      const wanted = expected[index];
      expect({ name, operationIndex, currentVersion, ids }).toEqual({
        ...wanted,
        ids: wanted?.ids.map(realDid),
      });
    }
    past.push(...batch);
  }
  compareRegistries(world, model, realDid);
  return { world, model };
}

function compareRegistries(world: World, model: Model, realDid: (name: string) => string): void {
  const at = { stateRootHeight: world.ledger.head.height };
  const read = (stateKey: Uint8Array) => readRecords(world.ledger, [stateKey], at)[0];
  for (const name of [...names, ...memberNames]) {
    const bytes = read(stateKeys.didHead(realDid(name)));
    const known = model.state.dids[name];
    expect(bytes !== undefined).toBe(known !== undefined);
    if (bytes === undefined || known === undefined) continue;
    const head = decodeDidHead(bytes);
    expect(head).toMatchObject({
      ok: true,
      value: {
        latestVersion: known.version,
        status: known.active ? 1 : 2,
        control: realControl(known.control),
        sponsor: known.sponsor === "" ? "" : realDid(known.sponsor),
      },
    });
    const body = read(stateKeys.didDocument(realDid(name), known.version));
    const document = realDocument(known.document);
    expect(body && decodeDidDocumentRecord(body)).toEqual({ ok: true, value: { document } });
    expect(read(stateKeys.didVersion(realDid(name), known.version + 1))).toBeUndefined();
    for (const hash of ["h1", "h2", "h3", "h4", "h5"]) {
      const anchor = read(stateKeys.credentialAnchor(realDid(name), hashOf(hash)));
      const decoded = anchor && decodeCredentialAnchorRecord(anchor);
      const issuerVersion = decoded?.ok ? decoded.value.issuerVersion : undefined;
      expect(issuerVersion).toBe(model.state.anchors[`${name}/${hash}`]);
      const status = read(stateKeys.credentialStatus(realDid(name), hashOf(hash)));
      expect(status !== undefined).toBe(model.state.revoked.includes(`${name}/${hash}`));
    }
  }
}

const reached = new Map<ErrorCode | undefined, number>();

it("decides random histories as the naive model does, and meets every code on the way", () => {
  const numbers = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });
  fc.assert(
    fc.property(numbers, (values) => {
      play(values, 25);
    }),
    { numRuns: 40, seed: 20_250_611 },
  );
  // Histories that never get anywhere would agree too.
  const codes: ErrorCode[] = [
    "APPLIED",
    "EXPIRED",
    "VALID_UNTIL_TOO_FAR",
    "DUPLICATE_TRANSACTION",
    "SPONSOR_NOT_MEMBER",
    "LONG_LIVED_CAP",
    "UNAUTHORISED",
    "THRESHOLD_NOT_MET",
    "DID_NOT_FOUND",
    "DID_EXISTS",
    "DID_DEACTIVATED",
    "VERSION_MISMATCH",
    "SEQUENCE_MISMATCH",
    "KEY_REMOVAL_INVALID",
    "KEY_REMOVED",
    "PRE_ROTATION_REQUIRED",
    "PRE_ROTATION_MISMATCH",
    "CREDENTIAL_ALREADY_ANCHORED",
    "CREDENTIAL_ALREADY_REVOKED",
  ];
  expect(codes.filter((code) => !reached.has(code))).toEqual([]);
}, 60_000);
