// docs/ledger.md 8: a frozen DID cannot write, and controls nothing.
import type { Operation, Signer } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { didInBlock, writeHead } from "../src/dids.ts";
import { executeOperation } from "../src/handlers/table.ts";
import { startBlock, startTransaction, type TransactionState } from "../src/state.ts";
import { controllers, day, didOp, recoveryOf } from "./did-operations.ts";
import {
  control,
  createNamed,
  createWorld,
  did,
  documentKeysOf,
  documentWith,
  hashOf,
  key,
  op,
  retired,
  runOne,
  signer,
  sponsored,
  type World,
} from "./world.ts";

interface Frozen {
  readonly owner: string;
  /** Milliseconds between the block and the end of the freeze. */
  readonly left: number;
}

/** Executes one operation in a block in which the DID is frozen. */
function codeOf(world: World, frozen: Frozen, signers: readonly Signer[], operation: Operation) {
  const { owner, left } = frozen;
  const { height, header } = world.ledger.head;
  const block = startBlock(world.ledger, { height: height + 1, time: header.time + 2 * day });
  freeze(startTransaction(block), owner, block.time + left, (state) => {
    for (const [name, changed] of state.dids) block.dids.set(name, changed);
  });
  const state = startTransaction(block);
  const { chainId } = world;
  const context = { state, chainId, signers, payer: did("alpha"), createdDids: [] };
  const outcome = executeOperation(operation, context);
  return outcome.ok ? "APPLIED" : outcome.code;
}

function freeze(
  state: TransactionState,
  owner: string,
  frozenUntil: number,
  keep: (state: TransactionState) => void,
): void {
  const now = didInBlock(state.block, owner);
  if (now === undefined) throw new Error("the DID does not exist");
  writeHead(state, owner, { now, head: { frozenUntil } });
  keep(state);
}

const recovery = recoveryOf(["safe"], { delayMs: day });
const proposal = didOp.propose;

function makeWorld(): { readonly world: World; readonly owner: string } {
  const world = createWorld();
  const owner = createNamed(world, "owner", { recovery });
  return { world, owner };
}

const operations: [string, string, (owner: string) => Operation][] = [
  ["update", "owner", (name) => op.update(name, 1, documentWith(), documentKeysOf("owner"))],
  ["rotate", "owner", (name) => op.rotate(name, 1, control(["k2"]), [key("owner")])],
  [
    "set controllers",
    "owner",
    (name) =>
      didOp.setControllers(name, 1, {
        control: controllers([did("beta")]),
        removed: [key("owner")],
      }),
  ],
  ["set its recovery", "owner", (name) => didOp.setRecovery(name, 1, { recovery: undefined })],
  ["deactivate", "owner", (name) => op.deactivate(name, 1)],
  [
    "propose a recovery",
    "safe",
    (name) =>
      proposal(name, {
        control: control(["saved"]),
        recovery: recoveryOf(["s2"]),
        removals: [retired(key("owner"))],
      }),
  ],
  ["anchor", "owner/assert", (name) => op.anchor(name, hashOf("credential"))],
  ["revoke", "owner/assert", (name) => op.revoke(name, hashOf("credential"))],
];

describe("a frozen DID", () => {
  it.each(operations)("cannot %s until the freeze ends", (_, by, make) => {
    const { world, owner } = makeWorld();
    const signers = [signer(owner, key(by)), sponsored];
    const at = (left: number) => codeOf(world, { owner, left }, signers, make(owner));
    expect(at(1)).toBe("DID_FROZEN");
    expect(at(0)).toBe("APPLIED");
  });

  it("waits with a pending recovery: it is neither cancelled nor finalised", () => {
    const { world, owner } = makeWorld();
    const propose = proposal(owner, {
      control: control(["saved"]),
      recovery: recoveryOf(["s2"]),
      removals: [retired(key("owner"))],
    });
    const signers = [signer(owner, key("safe")), sponsored];
    expect(runOne(world, { signers, operations: [propose] }).name).toBe("APPLIED");
    const by = [signer(owner, key("owner"))];
    for (const operation of [didOp.cancel(owner, 1), didOp.finalise(owner, 1)]) {
      expect(codeOf(world, { owner, left: 1 }, by, operation)).toBe("DID_FROZEN");
      expect(codeOf(world, { owner, left: 0 }, by, operation)).toBe("APPLIED");
    }
  });

  it("does not count as a controller, and cannot become one", () => {
    const { world, owner } = makeWorld();
    const ward = createNamed(world, "ward");
    const change = { control: controllers([owner]), removed: [key("ward")] };
    const set = didOp.setControllers(ward, 1, change);
    const own = [signer(ward, key("ward")), sponsored];
    expect(codeOf(world, { owner, left: 1 }, own, set)).toBe("CONTROLLER_INVALID");
    expect(runOne(world, { signers: own, operations: [set] }).name).toBe("APPLIED");
    const update = op.update(ward, 2, documentWith(), documentKeysOf("ward"));
    const by = [signer(owner, key("owner"))];
    expect(codeOf(world, { owner, left: 1 }, by, update)).toBe("UNAUTHORISED");
    expect(codeOf(world, { owner, left: 0 }, by, update)).toBe("APPLIED");
  });
});
