import { type Genesis, limits, type ValidatorCandidate } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import {
  activationDelay,
  candidate,
  change,
  membersSign,
  nodeKeyOf,
  reenter,
  runTo,
  validatorKeyOf,
} from "./validators.ts";
import {
  createNamed,
  createWorld,
  createWorldOf,
  did,
  genesisOf,
  key,
  memberNames,
  minute,
  nonceOf,
  op,
  propose,
  receiptsOf,
  run,
  runOne,
  signer,
  transaction,
  type World,
} from "./world.ts";

// What a set change must not do (docs/consensus.md 8 and 9). Who may make one: authorisation.test.ts.

const most = () => membersSign("alpha", "beta", "gamma");
const codeOf = (world: World, ...operations: Parameters<typeof runOne>[1]["operations"]) =>
  runOne(world, { signers: most(), operations }).name;
const remove = (...names: readonly string[]) => ({ remove: names.map(validatorKeyOf) });

/** A network of members, and validators `v0` to `v(n-1)` that belong to alpha. */
function worldWith(n: number): World {
  const genesis: Genesis = genesisOf();
  const [template] = genesis.validators;
  if (template === undefined) throw new Error("no validator");
  const validators = Array.from({ length: n }, (_, index) => ({
    ...template,
    validatorKey: validatorKeyOf(`v${index}`),
    nodeKey: nodeKeyOf(`v${index}`),
  }));
  return createWorldOf({ ...genesis, validators });
}

describe("the size of a change", () => {
  const added = (world: World, count: number): ValidatorCandidate[] =>
    Array.from({ length: count }, (_, index) => candidate(world, `new ${index}`));
  const removed = (count: number) =>
    Array.from({ length: count }, (_, index) => validatorKeyOf(`v${index}`));

  it.each([
    // n, removed, added, receipt
    [4, 1, 1, "APPLIED"],
    [4, 0, 1, "APPLIED"],
    [4, 1, 0, "SET_SIZE_INVALID"],
    [4, 2, 2, "SET_CHANGE_TOO_LARGE"],
    [4, 0, 2, "SET_CHANGE_TOO_LARGE"],
    [5, 1, 0, "APPLIED"],
    [6, 2, 2, "SET_CHANGE_TOO_LARGE"],
    [7, 2, 2, "APPLIED"],
    [7, 2, 0, "APPLIED"],
    [7, 1, 2, "APPLIED"],
    [7, 3, 3, "SET_CHANGE_TOO_LARGE"],
    [7, 2, 3, "SET_CHANGE_TOO_LARGE"],
    [7, 3, 2, "SET_CHANGE_TOO_LARGE"],
    [30, 9, 9, "APPLIED"],
    [30, 0, 1, "APPLIED"],
    [30, 0, 2, "SET_SIZE_INVALID"],
    [31, 10, 10, "APPLIED"],
    [31, 0, 1, "SET_SIZE_INVALID"],
    [31, 11, 0, "SET_CHANGE_TOO_LARGE"],
    [1, 1, 1, "SET_CHANGE_TOO_LARGE"],
    [1, 0, 1, "SET_CHANGE_TOO_LARGE"],
    [7, 0, 0, "SET_CHANGE_INVALID"],
  ])("n = %i, %i removed, %i added: %s", (n, gone, come, code) => {
    const world = worldWith(n);
    const parts = { remove: removed(gone), add: added(world, come) };
    expect(codeOf(world, change(world, parts))).toBe(code);
    runTo(world, activationDelay + 1);
    const size = code === "APPLIED" ? n - gone + come : n;
    expect(world.ledger.validators.validators.length).toBe(size);
  });

  it("counts every removal once, and only of validators", () => {
    const world = worldWith(7);
    const twice = change(world, remove("v0", "v0"));
    expect(codeOf(world, twice)).toBe("SET_CHANGE_INVALID");
    expect(codeOf(world, change(world, remove("v0", "stranger")))).toBe("VALIDATOR_NOT_FOUND");
    const node = change(world, { remove: [nodeKeyOf("v0")] });
    expect(codeOf(world, node)).toBe("VALIDATOR_NOT_FOUND");
  });
});

describe("one change at a time", () => {
  it("in one transaction, in one block, and until the activation", () => {
    const world = worldWith(7);
    const first = change(world, remove("v0"));
    const second = change(world, remove("v1"));
    expect(codeOf(world, first, second)).toBe("SET_CHANGE_PENDING");
    const next = { ...second, value: { ...second.value, expectedEpoch: 1 } } as typeof second;
    expect(codeOf(world, first, next)).toBe("SET_CHANGE_PENDING");
    const envelopes = [first, second].map((operation) =>
      transaction(world, { signers: most(), operations: [operation] }),
    );
    expect(run(world, envelopes).map(({ name }) => name)).toEqual([
      "APPLIED",
      "SET_CHANGE_PENDING",
    ]);
    const { height } = world.ledger.head;
    while (world.ledger.head.height < height + activationDelay - 1) {
      expect(codeOf(world, second)).toBe("SET_CHANGE_PENDING");
    }
    expect(runOne(world, { signers: most(), operations: [second] })).toMatchObject({
      name: "EPOCH_MISMATCH",
      currentVersion: 1,
    });
    expect(codeOf(world, change(world, { ...remove("v1"), expectedEpoch: 2 }))).toBe(
      "EPOCH_MISMATCH",
    );
    expect(codeOf(world, change(world, remove("v1")))).toBe("APPLIED");
  });

  it("a re-entry counts as one, both ways", () => {
    const world = createWorld();
    const self = { signers: [signer(did("beta"), key("beta/invoke"))] };
    const back = reenter(world, "beta");
    expect(runOne(world, { ...self, operations: [back] }).name).toBe("APPLIED");
    const swap = { ...remove("delta"), add: [candidate(world, "echo")] };
    expect(codeOf(world, change(world, swap))).toBe("SET_CHANGE_PENDING");
    expect(runOne(world, { ...self, operations: [reenter(world, "beta")] }).name).toBe(
      "SET_CHANGE_PENDING",
    );
    runTo(world, 1 + activationDelay);
    expect(codeOf(world, change(world, swap))).toBe("APPLIED");
    expect(runOne(world, { ...self, operations: [reenter(world, "beta")] }).name).toBe(
      "SET_CHANGE_PENDING",
    );
  });

  it("cannot be replayed: not as it is, not in another envelope, not days later", () => {
    const world = worldWith(7);
    const operations = [change(world, remove("v0"))];
    const validUntil = world.ledger.head.header.time + 6 * 24 * 60 * minute;
    const envelope = transaction(world, { signers: most(), operations, validUntil });
    expect(run(world, [envelope])[0]?.name).toBe("APPLIED");
    expect(run(world, [envelope])[0]?.name).toBe("DUPLICATE_TRANSACTION");
    expect(codeOf(world, ...operations)).toBe("SET_CHANGE_PENDING");
    runTo(world, 1 + activationDelay);
    expect(run(world, [envelope])[0]?.name).toBe("DUPLICATE_TRANSACTION");
    expect(codeOf(world, ...operations)).toBe("EPOCH_MISMATCH");
  });

  it("a failed transaction schedules nothing", () => {
    const world = worldWith(7);
    const operations = [change(world, remove("v0")), op.update(did("alpha"), 9, { ...noDocument })];
    expect(codeOf(world, ...operations)).toBe("UNAUTHORISED");
    const result = propose(world, []);
    expect(result.activationHeight).toBeUndefined();
    expect(codeOf(world, change(world, remove("v1")))).toBe("APPLIED");
  });
});

const noDocument = { verificationMethods: [], services: [], alsoKnownAs: [] };

describe("keys of candidates", () => {
  const added = (world: World, ...add: ValidatorCandidate[]) =>
    codeOf(world, change(world, { ...remove("v0"), add }));

  it.each([
    ["validator key of a validator that stays", { validatorKey: validatorKeyOf("v3") }],
    ["node key of a validator that stays", { nodeKey: nodeKeyOf("v3") }],
    ["validator key that is removed", { validatorKey: validatorKeyOf("v0") }],
    ["a removed validator's node key as validator key", { validatorKey: nodeKeyOf("v0") }],
    ["a removed validator's validator key as node key", { nodeKey: validatorKeyOf("v0") }],
    ["the same key twice", { nodeKey: validatorKeyOf("new") }],
  ])("%s: VALIDATOR_KEY_TAKEN", (_, keys) => {
    const world = worldWith(7);
    expect(added(world, { ...candidate(world, "new", keys) })).toBe("VALIDATOR_KEY_TAKEN");
  });

  it("one candidate twice, and two that share a node key: VALIDATOR_KEY_TAKEN", () => {
    const world = worldWith(7);
    const one = candidate(world, "one");
    expect(added(world, one, one)).toBe("VALIDATOR_KEY_TAKEN");
    const two = candidate(world, "two", { nodeKey: nodeKeyOf("one") });
    expect(added(world, one, two)).toBe("VALIDATOR_KEY_TAKEN");
  });

  it("a rotation may keep the node key, and then every other use of it is refused", () => {
    const world = worldWith(7);
    const rotated = {
      ...candidate(world, "v0", { validatorKey: validatorKeyOf("v0 next") }),
    };
    expect(added(world, rotated)).toBe("READY_SIGNATURE_INVALID");
    expect(added(world, rotation(world))).toBe("APPLIED");
    runTo(world, 1 + world.ledger.head.height + activationDelay);
    expect(world.ledger.validators.validators.at(-1)).toMatchObject({
      validatorKey: validatorKeyOf("v0 next"),
      nodeKey: nodeKeyOf("v0"),
    });
  });

  /** Node key `v0`, validator key `v0 next`, both signing. */
  function rotation(world: World): ValidatorCandidate {
    const keys = { validatorKey: validatorKeyOf("v0 next"), nodeKey: nodeKeyOf("v0") };
    const incarnation = nonceOf("v0 next/journal");
    const { nodeSignature } = candidate(world, "v0", { ...keys, incarnation });
    return { ...candidate(world, "v0 next", { ...keys, incarnation }), nodeSignature };
  }
});

describe("ready statements", () => {
  const added = (world: World, add: ValidatorCandidate) =>
    codeOf(world, change(world, { add: [add] }));
  const other = new Uint8Array(32).fill(1);

  it.each([
    ["of another chain", { chainId: other }],
    ["of another member", { member: did("beta") }],
    ["of another validator key", { validatorKey: validatorKeyOf("other") }],
    ["of another node key", { nodeKey: nodeKeyOf("other") }],
    ["of another height", { readyHeight: 4 }],
  ])("a statement %s proves nothing", (_, changed) => {
    const world = createWorld();
    runTo(world, 5);
    const { validatorSignature, nodeSignature } = candidate(world, "echo", changed);
    const good = candidate(world, "echo");
    for (const signatures of [{ validatorSignature }, { nodeSignature }]) {
      expect(added(world, { ...good, ...signatures })).toBe("READY_SIGNATURE_INVALID");
    }
    const mixed = {
      validatorSignature: good.nodeSignature,
      nodeSignature: good.validatorSignature,
    };
    expect(added(world, { ...good, ...mixed })).toBe("READY_SIGNATURE_INVALID");
    expect(added(world, good)).toBe("APPLIED");
  });

  it.each([
    [new Uint8Array(32), "a key of small order"],
    [new Uint8Array(32).fill(255), "a key that is no point"],
  ])("%o, %s, proves nothing", (bad) => {
    const world = createWorld();
    const nodeSignature = new Uint8Array(64);
    const wrong = { ...candidate(world, "echo", { nodeKey: bad }), nodeSignature };
    expect(added(world, wrong)).toBe("READY_SIGNATURE_INVALID");
    const one = new Uint8Array(64);
    one[0] = 1;
    const small = { ...candidate(world, "echo", { nodeKey: bad }), nodeSignature: one };
    expect(added(world, small)).toBe("READY_SIGNATURE_INVALID");
  });

  it("name a height that was reached, at most 1000 below the newest", () => {
    const world = createWorld();
    const at = (readyHeight: number) => added(world, candidate(world, "echo", { readyHeight }));
    runTo(world, 3);
    expect(at(world.ledger.head.height + 1)).toBe("READY_HEIGHT_INVALID");
    expect(at(limits.maxInteger)).toBe("READY_HEIGHT_INVALID");
    runTo(world, limits.maxReadyAge + 5);
    const { height } = world.ledger.head;
    expect(at(height - limits.maxReadyAge - 1)).toBe("READY_HEIGHT_INVALID");
    expect(at(0)).toBe("READY_HEIGHT_INVALID");
    expect(at(world.ledger.head.height - limits.maxReadyAge)).toBe("APPLIED");
  });

  it("are of members of the consortium, and active ones", () => {
    const world = createWorld();
    const guest = createNamed(world, "guest");
    expect(added(world, candidate(world, "echo", { member: guest }))).toBe("CANDIDATE_NOT_MEMBER");
    expect(added(world, candidate(world, "echo", { member: "nobody" }))).toBe(
      "CANDIDATE_NOT_MEMBER",
    );
    runOne(world, {
      signers: [signer(did("delta"), key("delta"))],
      operations: [op.deactivate(did("delta"), 1)],
    });
    const closed = candidate(world, "echo", { member: did("delta") });
    expect(added(world, closed)).toBe("DID_DEACTIVATED");
  });
});

describe("weight", () => {
  function weighted(...weights: readonly number[]): World {
    const genesis = genesisOf();
    const members = genesis.members.map((member, index) => ({
      ...member,
      weight: weights[index] ?? 1,
    }));
    return createWorldOf({ ...genesis, members });
  }
  const codeBy = (world: World, ...names: readonly string[]) =>
    runOne(world, {
      signers: membersSign(...names),
      operations: [change(world, { add: [candidate(world, "echo")] })],
    }).name;

  it.each([
    // weights of alpha, beta, gamma, delta; who signs
    [[1, 1, 1, 1], ["alpha", "beta"], "WEIGHT_NOT_MET"],
    [[1, 1, 1, 1], ["alpha", "beta", "gamma"], "APPLIED"],
    [[1, 1, 1, 3], ["alpha", "beta", "gamma"], "WEIGHT_NOT_MET"],
    [[1, 1, 2, 2], ["gamma", "delta"], "WEIGHT_NOT_MET"],
    [[1, 1, 2, 2], ["gamma", "delta", "alpha"], "APPLIED"],
    [[1, 1, 1, 7], ["delta"], "APPLIED"],
    [[1, 1, 1, 6], ["delta"], "WEIGHT_NOT_MET"],
  ] as const)("of %o, %o sign: %s", (weights, names, code) => {
    expect(codeBy(weighted(...weights), ...names)).toBe(code);
  });

  it("of a member counts once, however many of its keys sign", () => {
    const world = createWorld();
    const second = key("alpha second");
    const methods = [key("alpha/invoke"), second].map((multikey) => ({
      format: 1,
      multikey,
      relationships: 8,
    }));
    const gone = [key("alpha/login"), key("alpha/assert")];
    runOne(world, {
      signers: [signer(did("alpha"), key("alpha"))],
      operations: [
        op.update(did("alpha"), 1, { ...noDocument, verificationMethods: methods }, gone),
      ],
    });
    const signers = [...membersSign("alpha", "beta"), signer(did("alpha"), second)];
    const operations = [change(world, { add: [candidate(world, "echo")] })];
    expect(runOne(world, { signers, operations }).name).toBe("WEIGHT_NOT_MET");
  });

  it("of a member with a deactivated DID stays in the total and counts for nobody", () => {
    const world = createWorld();
    runOne(world, {
      signers: [signer(did("delta"), key("delta"))],
      operations: [op.deactivate(did("delta"), 1)],
    });
    expect(codeBy(world, "alpha", "beta")).toBe("WEIGHT_NOT_MET");
    expect(codeBy(world, "alpha", "beta", "delta")).toBe("WEIGHT_NOT_MET");
    expect(codeBy(world, "alpha", "beta", "gamma")).toBe("APPLIED");
  });
});

describe("re-entries", () => {
  const again = (world: World, incarnation: string, name = "beta") =>
    runOne(world, {
      signers: [signer(did(name), key(`${name}/invoke`))],
      operations: [reenter(world, name, { incarnation })],
    }).name;

  it("of one validator are a minute of block time apart", () => {
    const world = createWorld();
    expect(again(world, "one")).toBe("APPLIED");
    const { time } = world.ledger.head.header;
    runTo(world, world.ledger.head.height + activationDelay);
    expect(again(world, "two")).toBe("REENTRY_TOO_SOON");
    expect(again(world, "one")).toBe("INCARNATION_NOT_FRESH");
    expect(again(world, "of delta", "delta")).toBe("APPLIED");
    runTo(world, world.ledger.head.height + activationDelay);
    const envelope = (incarnation: string, validUntil: number) =>
      transaction(world, {
        signers: [signer(did("beta"), key("beta/invoke"))],
        operations: [reenter(world, "beta", { incarnation })],
        validUntil,
      });
    const free = time + limits.reentryIntervalMs;
    expect(run(world, [envelope("two", free)], free - 1)[0]?.name).toBe("REENTRY_TOO_SOON");
    expect(run(world, [envelope("three", free)], free)[0]?.name).toBe("APPLIED");
  });

  it("name a validator of the newest set, by its validator key", () => {
    const world = createWorld();
    const stranger = {
      signers: [signer(did("beta"), key("beta/invoke"))],
      operations: [reenter(world, "echo")],
    };
    expect(runOne(world, stranger).name).toBe("VALIDATOR_NOT_FOUND");
    const swap = change(world, { ...remove("delta"), add: [candidate(world, "echo")] });
    codeOf(world, swap);
    expect(again(world, "one", "delta")).toBe("VALIDATOR_NOT_FOUND");
    runTo(world, world.ledger.head.height + activationDelay);
    expect(again(world, "one", "delta")).toBe("VALIDATOR_NOT_FOUND");
  });

  it("need a set that tolerates a fault", () => {
    const world = worldWith(1);
    const operations = [reenter(world, "v0")];
    const signers = [signer(did("alpha"), key("alpha/invoke"))];
    expect(runOne(world, { signers, operations }).name).toBe("SET_CHANGE_TOO_LARGE");
  });

  it("are refused for another epoch, and their receipt names the one in force", () => {
    const world = createWorld();
    const operations = [reenter(world, "beta", { expectedEpoch: 1 })];
    const signers = [signer(did("beta"), key("beta/invoke"))];
    expect(runOne(world, { signers, operations })).toMatchObject({
      name: "EPOCH_MISMATCH",
      currentVersion: 0,
    });
  });

  it("count in the block they are in: two of one transaction are one too many", () => {
    const world = createWorld();
    const operations = [
      reenter(world, "beta", { incarnation: "one" }),
      reenter(world, "beta", { incarnation: "two" }),
    ];
    const signers = [signer(did("beta"), key("beta/invoke"))];
    const envelope = transaction(world, { signers, operations });
    const result = propose(world, [envelope]);
    expect(receiptsOf(result)[0]).toMatchObject({ name: "SET_CHANGE_PENDING", operationIndex: 1 });
    expect(result.activationHeight).toBeUndefined();
  });

  it("wait for nobody: every member may have its own validator re-enter", () => {
    for (const name of memberNames) expect(again(createWorld(), "one", name)).toBe("APPLIED");
  });
});
