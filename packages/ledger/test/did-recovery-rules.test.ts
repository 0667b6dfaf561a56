// docs/ledger.md 2: the recovery commitment; proposing, cancelling, finalising.
import {
  type DidCreate,
  didDocumentRecord,
  didVersionRecord,
  type ErrorCode,
  keyRemovalRecord,
  nextKeyHash,
  type Operation,
  type Signer,
  stateKeys,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { readRecords } from "../src/index.ts";
import {
  codeAfter,
  codeAt,
  codeOf,
  compromised,
  controllers,
  day,
  didOp,
  headOf,
  recoveryOf,
} from "./did-operations.ts";
import {
  control,
  cosigner,
  createNamed,
  createOf,
  createWorld,
  did,
  documentKeysOf,
  documentWith,
  key,
  method,
  op,
  retired,
  signer,
  type World,
} from "./world.ts";

interface Case {
  readonly world: World;
  readonly owner: string;
  readonly as: (...names: string[]) => Signer[];
}

const twoOfThree = recoveryOf(["r1", "r2", "r3"], { threshold: 2 });
const hashes = (...names: string[]) => names.map((name) => nextKeyHash(key(name)));
const preRotated = control(["owner"], { nextKeyHashes: hashes("next") });

/** A DID that committed to two of three recovery keys. */
function start(more: Partial<DidCreate> = {}): Case {
  const world = createWorld();
  const owner = createNamed(world, "owner", { recovery: twoOfThree, ...more });
  return { world, owner, as: (...names) => names.map((name) => signer(owner, key(name))) };
}

const proposal = {
  control: control(["saved"]),
  recovery: recoveryOf(["s1", "s2"]),
  removals: [retired(key("owner"))],
};
const proposed = (owner: string, sequence = 0): Operation =>
  didOp.propose(owner, { ...proposal, sequence });

describe("setting the recovery commitment", () => {
  const other = recoveryOf(["s1"]);

  it("by current keys; nothing that is public is committed to", () => {
    const { world, owner, as } = start();
    const set = (recovery: typeof other | undefined, version = 1) =>
      didOp.setRecovery(owner, version, { recovery });
    expect(codeOf(world, as("r1", "r2"), set(other))).toBe("UNAUTHORISED");
    expect(codeOf(world, as("owner"), set(other, 2))).toBe("VERSION_MISMATCH");
    expect(codeOf(world, as("owner"), set({ ...other, threshold: 2 }))).toBe("CONTROL_INVALID");
    expect(codeOf(world, as("owner"), set({ ...other, delayMs: 367 * day }))).toBe(
      "CONTROL_INVALID",
    );
    expect(codeOf(world, as("owner"), set(recoveryOf(["owner"])))).toBe("RECOVERY_NOT_FRESH");
    expect(codeOf(world, as("owner", "x"), set(recoveryOf(["x"])))).toBe("RECOVERY_NOT_FRESH");
    expect(codeOf(world, as("owner"), set(other))).toBe("APPLIED");
    expect(headOf(world, owner)).toMatchObject({ latestVersion: 2, recovery: other });
    expect(codeOf(world, as("r1", "r2"), proposed(owner))).toBe("UNAUTHORISED");
    expect(codeOf(world, as("owner"), set(undefined, 2))).toBe("APPLIED");
    expect(codeOf(world, as("s1"), proposed(owner))).toBe("RECOVERY_NOT_COMMITTED");
  });

  it.each([
    [["owner"], hashes("n2"), "PRE_ROTATION_REQUIRED"],
    [["next"], hashes("n2"), "APPLIED"],
    [["next"], [], "PRE_ROTATION_MISMATCH"],
    [["next"], hashes("next"), "PRE_ROTATION_MISMATCH"],
    [["next"], hashes("owner"), "PRE_ROTATION_MISMATCH"],
    [["next"], hashes("n2", "n2"), "PRE_ROTATION_MISMATCH"],
    [["next", "n2"], hashes("n2"), "PRE_ROTATION_MISMATCH"],
  ] as const)("with pre-rotation on, by %o with %i fresh hashes: %s", (names, fresh, code) => {
    const { world, owner, as } = start({ control: preRotated });
    const set = didOp.setRecovery(owner, 1, { recovery: other, nextKeyHashes: fresh });
    expect(codeOf(world, as(...names), set)).toBe(code);
    if (code !== "APPLIED") return;
    expect(headOf(world, owner).control).toEqual({ ...preRotated, nextKeyHashes: fresh });
  });

  it("without pre-rotation takes no hashes", () => {
    const { world, owner, as } = start();
    const set = didOp.setRecovery(owner, 1, { recovery: other, nextKeyHashes: hashes("n2") });
    expect(codeOf(world, as("owner"), set)).toBe("PRE_ROTATION_MISMATCH");
  });
});

describe("proposing", () => {
  const cases: [
    string,
    readonly string[],
    Partial<Parameters<typeof didOp.propose>[1]>,
    ErrorCode,
  ][] = [
    ["a threshold of committed keys", ["r1", "r3"], {}, "APPLIED"],
    ["all committed keys", ["r1", "r2", "r3"], {}, "APPLIED"],
    ["one of them", ["r1"], {}, "THRESHOLD_NOT_MET"],
    ["one of them beside the current key", ["r1", "owner"], {}, "THRESHOLD_NOT_MET"],
    ["the current key", ["owner"], {}, "UNAUTHORISED"],
    ["nobody", [], {}, "UNAUTHORISED"],
    ["the wrong sequence", ["r1", "r2"], { sequence: 1 }, "SEQUENCE_MISMATCH"],
    ["controllers", ["r1", "r2"], { control: controllers([did("beta")]) }, "APPLIED"],
    ["no key", ["r1", "r2"], { control: control([]) }, "CONTROL_INVALID"],
    [
      "controllers that do not exist",
      ["r1", "r2"],
      { control: controllers([did("no")]) },
      "CONTROLLER_INVALID",
    ],
    [
      "a next key that is shown",
      ["r1", "r2"],
      { control: control(["saved"], { nextKeyHashes: hashes("r1") }) },
      "PRE_ROTATION_MISMATCH",
    ],
    ["no new commitment", ["r1", "r2"], { recovery: undefined }, "RECOVERY_NOT_FRESH"],
    ["the commitment as it was", ["r1", "r2"], { recovery: twoOfThree }, "RECOVERY_NOT_FRESH"],
    [
      "a committed key again",
      ["r1", "r2"],
      { recovery: recoveryOf(["s1", "r3"]) },
      "RECOVERY_NOT_FRESH",
    ],
    [
      "a commitment to the new key",
      ["r1", "r2"],
      { recovery: recoveryOf(["saved"]) },
      "RECOVERY_NOT_FRESH",
    ],
    [
      "a commitment to the old key",
      ["r1", "r2"],
      { recovery: recoveryOf(["owner"]) },
      "RECOVERY_NOT_FRESH",
    ],
    [
      "a commitment with no delay",
      ["r1", "r2"],
      { recovery: recoveryOf(["s1"], { delayMs: 1 }) },
      "CONTROL_INVALID",
    ],
    ["no word on the key that goes", ["r1", "r2"], { removals: [] }, "KEY_REMOVAL_INVALID"],
    [
      "a word on a key that stays",
      ["r1", "r2"],
      { control: control(["owner", "saved"]) },
      "KEY_REMOVAL_INVALID",
    ],
    [
      "a key that was never there",
      ["r1", "r2"],
      { removals: [...proposal.removals, retired(key("x"))] },
      "KEY_REMOVAL_INVALID",
    ],
    [
      "a report from the future",
      ["r1", "r2"],
      { removals: [compromised(key("owner"), 4e12)] },
      "KEY_REMOVAL_INVALID",
    ],
  ];
  it.each(cases)("by or with %s", (_title, names, more, code) => {
    const { world, owner, as } = start();
    const propose = didOp.propose(owner, { ...proposal, ...more });
    expect(codeOf(world, as(...names), propose)).toBe(code);
    const { pendingRecovery, latestVersion, control: current } = headOf(world, owner);
    expect([pendingRecovery !== undefined, latestVersion]).toEqual([code === "APPLIED", 1]);
    expect(current).toEqual(control(["owner"]));
  });

  it("is visible with its time, and counted", () => {
    const { world, owner, as } = start();
    expect(codeOf(world, as("r1", "r2"), proposed(owner))).toBe("APPLIED");
    const { time } = world.ledger.head.header;
    const pendingRecovery = {
      ...proposal,
      time,
      finaliseFrom: time + day,
      final: false,
      registrar: "",
    };
    expect(headOf(world, owner)).toMatchObject({ pendingRecovery, recoverySequence: 1 });
  });

  it("keys revealed as co-signers, or named for another DID, do not count", () => {
    const { world, owner, as } = start();
    const cosigning = as("r1", "r2").map((entry) => ({ ...entry, role: cosigner }));
    expect(codeOf(world, cosigning, proposed(owner))).toBe("UNAUTHORISED");
    const other = [signer(did("beta"), key("r1")), signer(owner, key("r2"))];
    expect(codeOf(world, other, proposed(owner))).toBe("THRESHOLD_NOT_MET");
  });

  it("the hash has a tag of its own: a next-key hash commits to no recovery", () => {
    const { world, owner, as } = start({
      recovery: { keyHashes: hashes("r1"), threshold: 1, delayMs: day },
    });
    expect(codeOf(world, as("r1"), proposed(owner))).toBe("UNAUTHORISED");
  });

  it("brings no key back that left", () => {
    const { world, owner, as } = start();
    const rotate = op.rotate(owner, 1, control(["k2"]), [key("owner")]);
    expect(codeOf(world, as("owner"), rotate)).toBe("APPLIED");
    const back = { ...proposal, control: control(["owner"]), removals: [retired(key("k2"))] };
    expect(codeOf(world, as("r1", "r2"), didOp.propose(owner, back))).toBe("KEY_REMOVED");
    // Late reports about a key that left before are in order.
    const { time } = world.ledger.head.header;
    const removals = [retired(key("k2")), compromised(key("owner"), time)];
    const late = didOp.propose(owner, { ...proposal, removals });
    expect(codeOf(world, as("r1", "r2"), late)).toBe("APPLIED");
  });

  it("a deactivated DID is not recovered", () => {
    const { world, owner, as } = start();
    expect(codeOf(world, as("owner"), op.deactivate(owner, 1))).toBe("APPLIED");
    expect(codeOf(world, as("r1", "r2"), proposed(owner))).toBe("DID_DEACTIVATED");
  });
});

describe("while a recovery is pending", () => {
  function pending(more: Partial<DidCreate> = {}): Case {
    const started = start(more);
    const { world, owner, as } = started;
    expect(codeOf(world, as("r1", "r2"), proposed(owner))).toBe("APPLIED");
    return started;
  }

  it("no establishment operation but cancel is done, by right keys", () => {
    const { world, owner, as } = pending();
    const removed = [key("owner")];
    const refused: Operation[] = [
      op.rotate(owner, 1, control(["k2"]), removed),
      didOp.setControllers(owner, 1, { control: controllers([did("beta")]), removed }),
      didOp.setRecovery(owner, 1, { recovery: undefined }),
      op.deactivate(owner, 1),
    ];
    for (const operation of refused) {
      expect(codeOf(world, as("owner"), operation)).toBe("RECOVERY_PENDING");
    }
    expect(codeOf(world, as("r1", "r2"), proposed(owner, 1))).toBe("RECOVERY_PENDING");
    expect(codeOf(world, as("k2"), op.deactivate(owner, 1))).toBe("UNAUTHORISED");
    expect(codeOf(world, as("owner"), didOp.cancel(owner, 1), op.deactivate(owner, 1))).toBe(
      "APPLIED",
    );
  });

  it("the document is replaced as ever, but the proposed keys neither come nor go", () => {
    const own = createOf("owner").document.verificationMethods;
    const { world, owner, as } = pending({
      document: documentWith(...own, method(key("saved"), 1)),
    });
    // Else the holder of the current keys would let the key leave, and it could never control the DID.
    const without = op.update(owner, 1, documentWith(...own), [key("saved")]);
    expect(codeOf(world, as("owner"), without)).toBe("RECOVERY_PENDING");
    const kept = op.update(
      owner,
      1,
      documentWith(method(key("saved"), 1)),
      documentKeysOf("owner"),
    );
    expect(codeOf(world, as("owner"), kept)).toBe("APPLIED");
    const other = pending();
    const added = op.update(other.owner, 1, documentWith(...own, method(key("saved"), 1)));
    expect(codeOf(other.world, other.as("owner"), added)).toBe("RECOVERY_PENDING");
  });

  it("current keys cancel once; the next one takes twice as long and is final", () => {
    const { world, owner, as } = pending();
    expect(codeOf(world, as("r1", "r2"), didOp.cancel(owner, 1))).toBe("UNAUTHORISED");
    expect(codeOf(world, [], didOp.cancel(owner, 1))).toBe("UNAUTHORISED");
    expect(codeOf(world, as("owner"), didOp.cancel(owner, 0))).toBe("SEQUENCE_MISMATCH");
    expect(codeOf(world, as("owner"), didOp.cancel(owner, 1, hashes("x")))).toBe(
      "PRE_ROTATION_MISMATCH",
    );
    expect(codeOf(world, as("owner"), didOp.cancel(owner, 1))).toBe("APPLIED");
    expect(headOf(world, owner)).toMatchObject({
      pendingRecovery: undefined,
      recoverySequence: 1,
      recoveryVetoed: true,
      latestVersion: 1,
    });
    expect(codeOf(world, as("owner"), didOp.cancel(owner, 1))).toBe("RECOVERY_NOT_PENDING");
    expect(codeOf(world, as("r1", "r2"), proposed(owner))).toBe("SEQUENCE_MISMATCH");
    expect(codeOf(world, as("r1", "r2"), proposed(owner, 1))).toBe("APPLIED");
    const { time } = world.ledger.head.header;
    const { pendingRecovery } = headOf(world, owner);
    expect(pendingRecovery).toMatchObject({ final: true, finaliseFrom: time + 2 * day });
    expect(codeOf(world, as("owner"), didOp.cancel(owner, 2))).toBe("RECOVERY_FINAL");
    expect(codeAfter(world, day, didOp.finalise(owner, 2))).toBe("RECOVERY_TOO_EARLY");
    expect(codeAfter(world, day, didOp.finalise(owner, 2))).toBe("APPLIED");
    const { control: now, recoveryVetoed } = headOf(world, owner);
    expect([now, recoveryVetoed]).toEqual([proposal.control, false]);
  });

  it("after a veto the commitment stays, or current keys would cancel a second time", () => {
    const { world, owner, as } = pending();
    const set = didOp.setRecovery(owner, 1, { recovery: recoveryOf(["thief"]) });
    expect(codeOf(world, as("owner"), didOp.cancel(owner, 1), set)).toBe("RECOVERY_VETOED");
    expect(codeOf(world, as("owner"), didOp.cancel(owner, 1))).toBe("APPLIED");
    expect(codeOf(world, as("owner"), set)).toBe("RECOVERY_VETOED");
    // Switching pre-rotation on does not help either: the next proposal is final.
    const rotate = op.rotate(owner, 1, control(["k2"], { nextKeyHashes: hashes("k3") }), [
      key("owner"),
    ]);
    expect(codeOf(world, as("owner"), rotate)).toBe("APPLIED");
    const again = { ...proposal, sequence: 1, removals: [retired(key("k2"))] };
    expect(codeOf(world, as("r1", "r2"), didOp.propose(owner, again))).toBe("APPLIED");
    const cancel = didOp.cancel(owner, 2, hashes("k4"));
    expect(codeOf(world, as("k3"), cancel)).toBe("RECOVERY_FINAL");
  });

  it("with pre-rotation on committed keys cancel, as often as need be, with fresh hashes", () => {
    const { world, owner, as } = pending({ control: preRotated });
    expect(codeOf(world, as("owner"), didOp.cancel(owner, 1))).toBe("PRE_ROTATION_REQUIRED");
    expect(codeOf(world, as("next"), didOp.cancel(owner, 1))).toBe("PRE_ROTATION_MISMATCH");
    expect(codeOf(world, as("next"), didOp.cancel(owner, 1, hashes("next")))).toBe(
      "PRE_ROTATION_MISMATCH",
    );
    expect(codeOf(world, as("next"), didOp.cancel(owner, 1, hashes("n2")))).toBe("APPLIED");
    const head = headOf(world, owner);
    expect(head).toMatchObject({
      latestVersion: 2,
      recoveryVetoed: false,
      pendingRecovery: undefined,
    });
    expect(head.control).toEqual({ ...preRotated, nextKeyHashes: hashes("n2") });
    expect(codeOf(world, as("r1", "r2"), proposed(owner, 1))).toBe("APPLIED");
    expect(headOf(world, owner).pendingRecovery).toMatchObject({ final: false });
    expect(codeOf(world, as("next"), didOp.cancel(owner, 2, hashes("n3")))).toBe(
      "PRE_ROTATION_MISMATCH",
    );
    const set = didOp.setRecovery(owner, 3, {
      recovery: recoveryOf(["t"]),
      nextKeyHashes: hashes("n4"),
    });
    // Keys that somebody stole are worth nothing after that.
    expect(codeOf(world, as("n2"), didOp.cancel(owner, 2, hashes("n3")), set)).toBe("APPLIED");
    expect(codeOf(world, as("r1", "r2"), proposed(owner, 2))).toBe("UNAUTHORISED");
  });

  it("controllers cancel like current keys", () => {
    const { world, owner, as } = start({ recovery: twoOfThree });
    const set = { control: controllers([did("beta"), did("gamma")], 2), removed: [key("owner")] };
    expect(codeOf(world, as("owner"), didOp.setControllers(owner, 1, set))).toBe("APPLIED");
    const propose = { ...proposal, removals: [] };
    expect(codeOf(world, as("r1", "r2"), didOp.propose(owner, propose))).toBe("APPLIED");
    const beta = signer(did("beta"), key("beta"));
    expect(codeOf(world, [beta], didOp.cancel(owner, 1))).toBe("THRESHOLD_NOT_MET");
    const gamma = signer(did("gamma"), key("gamma"));
    expect(codeOf(world, [beta, gamma], didOp.cancel(owner, 1))).toBe("APPLIED");
    expect(headOf(world, owner).recoveryVetoed).toBe(true);
  });
});

describe("finalising", () => {
  it("by anyone, from the millisecond on; the new state is a version", () => {
    const { world, owner, as } = start();
    expect(codeOf(world, as("r1", "r2"), proposed(owner))).toBe("APPLIED");
    const finaliseFrom = world.ledger.head.header.time + day;
    expect(codeOf(world, [], didOp.finalise(owner, 0))).toBe("SEQUENCE_MISMATCH");
    expect(codeAt(world, finaliseFrom - 1, didOp.finalise(owner, 1))).toBe("RECOVERY_TOO_EARLY");
    expect(codeAt(world, finaliseFrom, didOp.finalise(owner, 1))).toBe("APPLIED");
    expect(headOf(world, owner)).toMatchObject({
      latestVersion: 2,
      control: proposal.control,
      recovery: proposal.recovery,
      pendingRecovery: undefined,
      recoverySequence: 1,
    });
    const at = { stateRootHeight: world.ledger.head.height };
    const keys = [stateKeys.didVersion(owner, 2), stateKeys.keyRemoval(owner, key("owner"))];
    const [version, removal] = readRecords(world.ledger, keys, at);
    expect(version && didVersionRecord.decode(version)).toMatchObject({
      value: { control: proposal.control, removals: proposal.removals },
    });
    expect(removal && keyRemovalRecord.decode(removal)).toMatchObject({
      value: { reason: 1, version: 2 },
    });
    expect(codeAfter(world, 1, didOp.finalise(owner, 1))).toBe("RECOVERY_NOT_PENDING");
    expect(codeOf(world, as("owner"), op.update(owner, 2, documentWith()))).toBe("UNAUTHORISED");
    const back = op.rotate(owner, 2, control(["owner"]), [key("saved")]);
    expect(codeOf(world, as("saved"), back)).toBe("KEY_REMOVED");
    expect(codeOf(world, as("r1", "r2"), proposed(owner, 1))).toBe("UNAUTHORISED");
    const next = {
      ...proposal,
      sequence: 1,
      control: control(["saved 2"]),
      removals: [retired(key("saved"))],
    };
    expect(
      codeOf(world, as("s1"), didOp.propose(owner, { ...next, recovery: recoveryOf(["t1"]) })),
    ).toBe("APPLIED");
  });

  it("not in the transaction that proposes, and not of nothing", () => {
    const { world, owner, as } = start();
    expect(codeOf(world, [], didOp.finalise(owner, 0))).toBe("RECOVERY_NOT_PENDING");
    expect(codeOf(world, as("r1", "r2"), proposed(owner), didOp.finalise(owner, 1))).toBe(
      "RECOVERY_TOO_EARLY",
    );
    expect(codeOf(world, [], didOp.finalise(did("nobody"), 0))).toBe("DID_NOT_FOUND");
  });

  it("a key that the proposal reports compromised leaves the document too, a retired one stays", () => {
    for (const reported of [true, false]) {
      const document = documentWith(method(key("owner"), 2), method(key("other"), 2));
      const { world, owner, as } = start({ document });
      const { time } = world.ledger.head.header;
      const removals = [reported ? compromised(key("owner"), time) : retired(key("owner"))];
      expect(codeOf(world, as("r1", "r2"), didOp.propose(owner, { ...proposal, removals }))).toBe(
        "APPLIED",
      );
      expect(codeAfter(world, day, didOp.finalise(owner, 1))).toBe("APPLIED");
      const at = { stateRootHeight: world.ledger.head.height };
      const [body] = readRecords(world.ledger, [stateKeys.didDocument(owner, 2)], at);
      const left = reported ? documentWith(method(key("other"), 2)) : document;
      expect(body && didDocumentRecord.decode(body)).toEqual({
        ok: true,
        value: { document: left },
      });
    }
  });

  it("is not spoiled by controllers that end meanwhile; dependants move", () => {
    const { world, owner, as } = start();
    const board = createNamed(world, "board");
    const propose = { ...proposal, control: controllers([board, did("beta")], 2) };
    expect(codeOf(world, as("r1", "r2"), didOp.propose(owner, propose))).toBe("APPLIED");
    expect(headOf(world, did("beta")).dependants).toBe(0);
    expect(codeOf(world, [signer(board, key("board"))], op.deactivate(board, 1))).toBe("APPLIED");
    expect(codeAfter(world, day, didOp.finalise(owner, 1))).toBe("APPLIED");
    expect(headOf(world, did("beta")).dependants).toBe(1);
    expect(headOf(world, board).dependants).toBe(1);
    const again = { control: control(["k"]), sequence: 1, recovery: recoveryOf(["t"]) };
    expect(codeOf(world, as("s1"), didOp.propose(owner, again))).toBe("APPLIED");
  });
});
