// docs/ledger.md 2: control by other DIDs.
import {
  type Control,
  didVersionRecord,
  type ErrorCode,
  nextKeyHash,
  type Operation,
  type Signer,
  stateKeys,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { readRecords } from "../src/index.ts";
import { codeOf, controllers, didOp, headOf } from "./did-operations.ts";
import {
  author,
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
  key,
  op,
  runOne,
  signer,
  sponsored,
  type World,
} from "./world.ts";

const acting = (owner: string, name: string): Signer => signer(owner, key(name), controller);

/** Creates the DID `name` with keys and puts it under control of others. */
function controlled(world: World, name: string, by: Control): string {
  const owner = createNamed(world, name);
  const operations = [didOp.setControllers(owner, 1, { control: by, removed: [key(name)] })];
  const receipt = runOne(world, { signers: [signer(owner, key(name)), sponsored], operations });
  if (receipt.name !== "APPLIED") throw new Error(`controllers of ${name}: ${receipt.name}`);
  return owner;
}

const emptied = (owner: string, name: string): Operation =>
  op.update(owner, 2, documentWith(), documentKeysOf(name));

describe("setting controllers", () => {
  function codeOfSetting(make: (world: World, owner: string) => Control): ErrorCode | undefined {
    const world = createWorld();
    const owner = createNamed(world, "owner");
    const to = make(world, owner);
    const change = { control: to, removed: [key("owner")] };
    return codeOf(world, [signer(owner, key("owner"))], didOp.setControllers(owner, 1, change));
  }
  const closed = (world: World): string => {
    const name = createNamed(world, "closed");
    expect(codeOf(world, [signer(name, key("closed"))], op.deactivate(name, 1))).toBe("APPLIED");
    return name;
  };
  const cases: [string, (world: World, owner: string) => Control, ErrorCode][] = [
    ["one member", () => controllers([did("beta")]), "APPLIED"],
    ["two of three", () => controllers(["alpha", "beta", "gamma"].map(did), 2), "APPLIED"],
    ["a DID that members control", (w) => controllers([board(w)]), "APPLIED"],
    ["keys", () => control(["new"]), "CONTROL_INVALID"],
    ["threshold 0", () => controllers([did("beta")], 0), "CONTROL_INVALID"],
    ["a threshold above their number", () => controllers([did("beta")], 2), "CONTROL_INVALID"],
    ["one twice", () => controllers([did("beta"), did("beta")], 2), "CONTROL_INVALID"],
    ["itself", (_, owner) => controllers([owner]), "CONTROLLER_INVALID"],
    ["one that does not exist", () => controllers([did("nobody")]), "CONTROLLER_INVALID"],
    ["text that is no DID", () => controllers(["x"]), "CONTROLLER_INVALID"],
    [
      "a deactivated one beside others",
      (w) => controllers([did("beta"), closed(w)]),
      "CONTROLLER_INVALID",
    ],
    [
      "one that it controls",
      (w, o) => controllers([controlled(w, "b", controllers([o]))]),
      "CONTROLLER_INVALID",
    ],
    [
      "one that DIDs control which others control",
      (w) => controllers([controlled(w, "c", controllers([board(w)]))]),
      "CONTROL_TOO_DEEP",
    ],
  ];
  const board = (world: World): string =>
    controlled(world, "board", controllers([did("beta"), did("gamma")], 2));

  it.each(cases)("to %s: %s", (_title, make, code) => {
    expect(codeOfSetting(make)).toBe(code);
  });

  it("names every control key that goes", () => {
    const world = createWorld();
    const owner = createNamed(world, "owner");
    const by = [signer(owner, key("owner"))];
    const to = controllers([did("beta")]);
    const silent = didOp.setControllers(owner, 1, { control: to });
    expect(codeOf(world, by, silent)).toBe("KEY_REMOVAL_INVALID");
    expect(
      codeOf(world, by, didOp.setControllers(owner, 1, { control: to, removed: [key("owner")] })),
    ).toBe("APPLIED");
    const back = op.rotate(owner, 2, control(["owner"]));
    expect(codeOf(world, [acting(did("beta"), "beta")], back)).toBe("KEY_REMOVED");
  });

  it("with pre-rotation on needs revealed keys", () => {
    const world = createWorld();
    const owner = createNamed(world, "owner", {
      control: control(["owner"], { nextKeyHashes: [nextKeyHash(key("next"))] }),
    });
    const set = didOp.setControllers(owner, 1, {
      control: controllers([did("beta")]),
      removed: [key("owner")],
    });
    expect(codeOf(world, [signer(owner, key("owner"))], set)).toBe("PRE_ROTATION_REQUIRED");
    expect(codeOf(world, [signer(owner, key("next"))], set)).toBe("APPLIED");
  });

  it("stands in the version record, and the document does not change", () => {
    const world = createWorld();
    const owner = controlled(world, "owner", controllers([did("beta")]));
    const at = { stateRootHeight: world.ledger.head.height };
    const keys = [1, 2].map((number) => stateKeys.didVersion(owner, number));
    const [first, second] = readRecords(world.ledger, keys, at).map((bytes) => {
      const decoded = bytes && didVersionRecord.decode(bytes);
      if (!decoded?.ok) throw new Error("no version");
      return decoded.value;
    });
    expect(first?.control).toEqual(control(["owner"]));
    expect(second?.control).toEqual(controllers([did("beta")]));
    expect(second?.documentHash).toEqual(first?.documentHash);
  });
});

describe("acting by controllers", () => {
  it("one of two, by keys in role author or controller, not as co-signer", () => {
    const world = createWorld();
    const owner = controlled(world, "owner", controllers([did("beta"), did("gamma")]));
    const write = emptied(owner, "owner");
    expect(codeOf(world, [], write)).toBe("UNAUTHORISED");
    expect(codeOf(world, [signer(owner, key("owner"))], write)).toBe("UNAUTHORISED");
    expect(codeOf(world, [signer(owner, key("beta"))], write)).toBe("UNAUTHORISED");
    expect(codeOf(world, [signer(did("beta"), key("beta"), cosigner)], write)).toBe("UNAUTHORISED");
    expect(codeOf(world, [acting(did("beta"), "beta/assert")], write)).toBe("UNAUTHORISED");
    expect(codeOf(world, [acting(did("delta"), "delta")], write)).toBe("UNAUTHORISED");
    expect(codeOf(world, [signer(did("gamma"), key("gamma"), author)], write)).toBe("APPLIED");
  });

  it("a controller acts with its own threshold only", () => {
    const world = createWorld();
    const board = createNamed(world, "board", { control: control(["b1", "b2"], { threshold: 2 }) });
    const owner = controlled(world, "owner", controllers([board]));
    const write = emptied(owner, "owner");
    expect(codeOf(world, [acting(board, "b1")], write)).toBe("THRESHOLD_NOT_MET");
    expect(codeOf(world, [acting(board, "b1"), acting(board, "b2")], write)).toBe("APPLIED");
  });

  it("two levels: the controllers' controllers sign", () => {
    const world = createWorld();
    const board = controlled(world, "board", controllers([did("beta"), did("gamma")], 2));
    const owner = controlled(world, "owner", controllers([board]));
    const write = emptied(owner, "owner");
    const beta = acting(did("beta"), "beta");
    expect(codeOf(world, [beta], write)).toBe("THRESHOLD_NOT_MET");
    expect(codeOf(world, [acting(board, "board")], write)).toBe("UNAUTHORISED");
    expect(codeOf(world, [beta, acting(did("gamma"), "gamma")], write)).toBe("APPLIED");
  });

  it("three levels that came about after setting act no more", () => {
    const world = createWorld();
    const low = createNamed(world, "low");
    const middle = controlled(world, "middle", controllers([low]));
    const owner = controlled(world, "owner", controllers([middle]));
    const write = emptied(owner, "owner");
    const change = { control: controllers([did("beta")]), removed: [key("low")] };
    const deeper = didOp.setControllers(low, 1, change);
    expect(codeOf(world, [signer(low, key("low"))], deeper)).toBe("APPLIED");
    expect(codeOf(world, [acting(did("beta"), "beta")], write)).toBe("CONTROL_TOO_DEEP");
    expect(codeOf(world, [acting(did("gamma"), "gamma")], write)).toBe("UNAUTHORISED");
    const own = emptied(middle, "middle");
    expect(codeOf(world, [acting(did("beta"), "beta")], own)).toBe("APPLIED");
  });

  it("a key that two controllers share counts for the first signer that shows it", () => {
    const world = createWorld();
    const [one, two] = ["one", "two"].map((name) =>
      createNamed(world, name, { control: control(["shared"]) }),
    ) as [string, string];
    const owner = controlled(world, "owner", controllers([one, two], 2));
    const both = [acting(one, "shared"), acting(two, "shared")];
    expect(codeOf(world, both, emptied(owner, "owner"))).toBe("THRESHOLD_NOT_MET");
    const either = controlled(world, "either", controllers([two], 1));
    expect(codeOf(world, both, emptied(either, "either"))).toBe("UNAUTHORISED");
    expect(codeOf(world, [...both].reverse(), emptied(either, "either"))).toBe("APPLIED");
  });

  it("a DID behind two controllers counts for one of them", () => {
    const world = createWorld();
    const [left, right] = ["left", "right"].map((name) =>
      controlled(world, name, controllers([did("beta"), did("gamma")])),
    ) as [string, string];
    const owner = controlled(world, "owner", controllers([left, right], 2));
    const beta = acting(did("beta"), "beta");
    expect(codeOf(world, [beta], emptied(owner, "owner"))).toBe("THRESHOLD_NOT_MET");
    const gamma = acting(did("gamma"), "gamma");
    expect(codeOf(world, [beta, gamma], emptied(owner, "owner"))).toBe("APPLIED");
  });

  it("a DID that is a controller itself is not counted again behind another one", () => {
    const world = createWorld();
    const left = controlled(world, "left", controllers([did("beta")]));
    const owner = controlled(world, "owner", controllers([did("beta"), left], 2));
    const beta = acting(did("beta"), "beta");
    expect(codeOf(world, [beta], emptied(owner, "owner"))).toBe("THRESHOLD_NOT_MET");
  });

  it("a deactivated controller does not count, even in the block that ends it", () => {
    const world = createWorld();
    const board = createNamed(world, "board");
    const owner = controlled(world, "owner", controllers([board]));
    const end: Operation = {
      kind: "didDeactivate",
      value: { did: board, expectedVersion: 1, acknowledge: 1 },
    };
    const signers = [signer(board, key("board"))];
    expect(codeOf(world, signers, end, emptied(owner, "owner"))).toBe("UNAUTHORISED");
    expect(codeOf(world, signers, emptied(owner, "owner"), end)).toBe("APPLIED");
    const later = op.update(owner, 3, documentWith());
    expect(codeOf(world, signers, later)).toBe("UNAUTHORISED");
  });

  it("what the transaction changes about a controller gives no right in it", () => {
    const world = createWorld();
    const board = createNamed(world, "board");
    const owner = controlled(world, "owner", controllers([board]));
    const rotate = op.rotate(board, 1, control(["new"]), [key("board")]);
    const write = emptied(owner, "owner");
    const old = signer(board, key("board"));
    expect(codeOf(world, [old, signer(board, key("new"))], rotate, write)).toBe("APPLIED");
    const other = createNamed(world, "other");
    const thief = controlled(world, "thief", controllers([other]));
    const swap = op.rotate(other, 1, control(["o2"]), [key("other")]);
    // Signed by the new key alone, neither operation is in order.
    const bad = emptied(thief, "thief");
    expect(codeOf(world, [signer(other, key("o2"))], swap, bad)).toBe("UNAUTHORISED");
  });

  it("an establishment operation needs revealed keys of a controller that has pre-rotation on", () => {
    const world = createWorld();
    const next = control(["next"], { nextKeyHashes: [nextKeyHash(key("after"))] });
    const board = createNamed(world, "board", {
      control: control(["board"], { nextKeyHashes: [nextKeyHash(key("next"))] }),
    });
    const owner = controlled(world, "owner", controllers([board]));
    const take = op.rotate(owner, 2, control(["taken"]));
    const reveal = [acting(board, "next")];
    expect(codeOf(world, [acting(board, "board")], take)).toBe("PRE_ROTATION_REQUIRED");
    // The key would stay committed to although it has been shown.
    expect(codeOf(world, reveal, take)).toBe("PRE_ROTATION_MISMATCH");
    const rotate = op.rotate(board, 1, next, [key("board")]);
    expect(codeOf(world, reveal, take, rotate)).toBe("PRE_ROTATION_MISMATCH");
    expect(codeOf(world, [acting(board, "board")], emptied(owner, "owner"))).toBe("APPLIED");
    const later = op.rotate(owner, 3, control(["taken"]));
    expect(codeOf(world, reveal, rotate, later)).toBe("APPLIED");
  });

  it("takes the DID back to keys, and other controllers", () => {
    const world = createWorld();
    const owner = controlled(world, "owner", controllers([did("beta")]));
    const beta = [acting(did("beta"), "beta")];
    const other = didOp.setControllers(owner, 2, { control: controllers([did("gamma")]) });
    expect(codeOf(world, beta, other)).toBe("APPLIED");
    expect(codeOf(world, beta, op.rotate(owner, 3, control(["k"])))).toBe("UNAUTHORISED");
    const gamma = [acting(did("gamma"), "gamma")];
    const shown = control(["k"], { nextKeyHashes: [nextKeyHash(key("gamma"))] });
    expect(codeOf(world, gamma, op.rotate(owner, 3, shown))).toBe("PRE_ROTATION_MISMATCH");
    expect(codeOf(world, gamma, op.rotate(owner, 3, control(["k"])))).toBe("APPLIED");
    expect(codeOf(world, gamma, op.update(owner, 4, documentWith()))).toBe("UNAUTHORISED");
  });
});

describe("a create under control of others", () => {
  const create = createOf("ward", { control: controllers([did("beta"), did("gamma")], 2) });
  const ward = didOfCreate(create);

  it("is signed by a threshold of the controllers", () => {
    const world = createWorld();
    const beta = acting(did("beta"), "beta");
    expect(codeOf(world, [beta], op.create(create))).toBe("THRESHOLD_NOT_MET");
    expect(codeOf(world, [signer(ward, key("ward"))], op.create(create))).toBe("UNAUTHORISED");
    expect(codeOf(world, [beta, acting(did("gamma"), "gamma")], op.create(create))).toBe("APPLIED");
    expect(headOf(world, ward).control).toEqual(create.control);
    expect(headOf(world, did("gamma")).dependants).toBe(1);
  });

  it("wants controllers that exist", () => {
    const lost = createOf("ward", { control: controllers([did("nobody")]) });
    expect(codeOf(createWorld(), [acting(did("nobody"), "nobody")], op.create(lost))).toBe(
      "CONTROLLER_INVALID",
    );
  });
});

describe("dependants", () => {
  const count = (world: World, name: string): number => headOf(world, did(name)).dependants;

  it("are counted when controllers are set, changed, unset, and when the DID ends", () => {
    const world = createWorld();
    const owner = controlled(world, "owner", controllers([did("beta"), did("gamma")]));
    const other = controlled(world, "other", controllers([did("beta")]));
    expect([count(world, "beta"), count(world, "gamma"), count(world, "delta")]).toEqual([2, 1, 0]);
    const beta = [acting(did("beta"), "beta")];
    const move = { control: controllers([did("gamma"), did("delta")]) };
    expect(codeOf(world, beta, didOp.setControllers(owner, 2, move))).toBe("APPLIED");
    expect([count(world, "beta"), count(world, "gamma"), count(world, "delta")]).toEqual([1, 1, 1]);
    const gamma = [acting(did("gamma"), "gamma")];
    expect(codeOf(world, gamma, op.rotate(owner, 3, control(["k"])))).toBe("APPLIED");
    expect([count(world, "beta"), count(world, "gamma"), count(world, "delta")]).toEqual([1, 0, 0]);
    expect(codeOf(world, beta, op.deactivate(other, 2))).toBe("APPLIED");
    expect(count(world, "beta")).toBe(0);
    expect(headOf(world, did("beta")).latestVersion).toBe(1);
  });

  it("are not counted by a transaction that fails", () => {
    const world = createWorld();
    const owner = createNamed(world, "owner");
    const change = { control: controllers([did("beta")]), removed: [key("owner")] };
    const set = didOp.setControllers(owner, 1, change);
    const signers = [signer(owner, key("owner"))];
    expect(codeOf(world, signers, set, op.deactivate(did("nobody"), 1))).toBe("DID_NOT_FOUND");
    expect(count(world, "beta")).toBe(0);
  });

  it("have to be acknowledged by their number, as of the operation", () => {
    const world = createWorld();
    const board = createNamed(world, "board");
    const owner = controlled(world, "owner", controllers([board, did("beta")]));
    const end = (acknowledge: number): Operation => ({
      kind: "didDeactivate",
      value: { did: board, expectedVersion: 1, acknowledge },
    });
    const by = [signer(board, key("board"))];
    expect(codeOf(world, by, end(0))).toBe("DEPENDANTS_NOT_ACKNOWLEDGED");
    const free = didOp.setControllers(owner, 2, { control: controllers([did("beta")]) });
    expect(codeOf(world, by, free, end(1))).toBe("DEPENDANTS_NOT_ACKNOWLEDGED");
    expect(codeOf(world, by, end(1))).toBe("APPLIED");
    // The other controller still acts, and the count of one that has ended goes down too.
    const beta = [acting(did("beta"), "beta")];
    expect(codeOf(world, beta, free)).toBe("APPLIED");
    expect(headOf(world, board).dependants).toBe(0);
  });
});
