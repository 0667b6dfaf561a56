// docs/ledger.md 2: DIDs whose controllers can act no more.
import type { DidCreate, Operation } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { codeAt, codeOf, controllers, day, didOp, headOf, recoveryOf } from "./did-operations.ts";
import {
  control,
  createNamed,
  createWorld,
  did,
  documentKeysOf,
  documentWith,
  key,
  op,
  runOne,
  signer,
  sponsored,
} from "./world.ts";

describe("orphans", () => {
  /** A DID whose one controller is deactivated; alpha sponsored its create. */
  function orphan(more: Partial<DidCreate> = {}) {
    const world = createWorld();
    const board = createNamed(world, "board");
    const owner = createNamed(world, "owner", more);
    const as = (...names: string[]) => names.map((name) => signer(owner, key(name)));
    const by = controllers([board, did("beta")], 2);
    const set = didOp.setControllers(owner, 1, { control: by, removed: [key("owner")] });
    expect(codeOf(world, as("owner"), set)).toBe("APPLIED");
    const end: Operation = {
      kind: "didDeactivate",
      value: { did: board, expectedVersion: 1, acknowledge: 1 },
    };
    const propose = didOp.propose(owner, { control: control(["saved"]) });
    const alpha = signer(did("alpha"), key("alpha/invoke"));
    // Judged as of before the transaction: it is no orphan yet.
    const early = {
      signers: [signer(board, key("board")), alpha, betaPays],
      operations: [end, propose],
    };
    expect(runOne(world, early).name).toBe(
      more.recovery === undefined ? "RECOVERY_NOT_COMMITTED" : "UNAUTHORISED",
    );
    expect(codeOf(world, [signer(board, key("board"))], end)).toBe("APPLIED");
    return { world, owner, as };
  }
  const betaPays = { ...sponsored, did: did("beta"), multikey: key("beta/invoke") };
  const propose = (owner: string) => didOp.propose(owner, { control: control(["saved"]) });

  it("are recovered by the member that sponsored them, with 90 days' delay", () => {
    const { world, owner } = orphan();
    const by = (name: string, who = "alpha") =>
      runOne(world, {
        signers: [signer(did(who), key(name)), betaPays],
        operations: [propose(owner)],
      }).name;
    expect(by("alpha")).toBe("UNAUTHORISED");
    expect(by("alpha/assert")).toBe("UNAUTHORISED");
    expect(by("gamma/invoke", "gamma")).toBe("UNAUTHORISED");
    // To pay is not to propose.
    expect(codeOf(world, [], propose(owner))).toBe("UNAUTHORISED");
    expect(by("alpha/invoke")).toBe("APPLIED");
    const { time } = world.ledger.head.header;
    expect(headOf(world, owner).pendingRecovery).toMatchObject({
      registrar: did("alpha"),
      finaliseFrom: time + 90 * day,
      final: false,
    });
    const beta = signer(did("beta"), key("beta"));
    expect(codeOf(world, [beta], didOp.cancel(owner, 1))).toBe("THRESHOLD_NOT_MET");
    expect(codeAt(world, time + 90 * day - 1, didOp.finalise(owner, 1))).toBe("RECOVERY_TOO_EARLY");
    expect(codeAt(world, time + 90 * day, didOp.finalise(owner, 1))).toBe("APPLIED");
    const update = op.update(owner, 3, documentWith(), documentKeysOf("owner"));
    expect(codeOf(world, [signer(owner, key("saved"))], update)).toBe("APPLIED");
    expect(headOf(world, did("beta")).dependants).toBe(0);
  });

  it("with a commitment of their own are not the registrar's", () => {
    const { world, owner, as } = orphan({
      recovery: recoveryOf(["r1", "r2", "r3"], { threshold: 2 }),
    });
    const alpha = signer(did("alpha"), key("alpha/invoke"));
    const signers = [alpha, betaPays];
    expect(runOne(world, { signers, operations: [propose(owner)] }).name).toBe("UNAUTHORISED");
    const own = didOp.propose(owner, { control: control(["saved"]), recovery: recoveryOf(["s1"]) });
    expect(codeOf(world, as("r1", "r2"), own)).toBe("APPLIED");
  });

  it("are none while as many controllers as needed are there", () => {
    const world = createWorld();
    const owner = createNamed(world, "owner");
    const set = { control: controllers([did("beta"), did("gamma")]), removed: [key("owner")] };
    expect(codeOf(world, [signer(owner, key("owner"))], didOp.setControllers(owner, 1, set))).toBe(
      "APPLIED",
    );
    expect(
      codeOf(world, [signer(did("beta"), key("beta"))], {
        kind: "didDeactivate",
        value: { did: did("beta"), expectedVersion: 1, acknowledge: 1 },
      }),
    ).toBe("APPLIED");
    const signers = [signer(did("alpha"), key("alpha/invoke"))];
    const code = runOne(world, { signers, operations: [propose(owner)] }).name;
    expect(code).toBe("RECOVERY_NOT_COMMITTED");
  });

  it("that genesis made have no registrar", () => {
    const world = createWorld();
    const board = createNamed(world, "board");
    const set = { control: controllers([board]), removed: [key("delta")] };
    const delta = signer(did("delta"), key("delta"));
    expect(codeOf(world, [delta], didOp.setControllers(did("delta"), 1, set))).toBe("APPLIED");
    expect(
      codeOf(world, [signer(board, key("board"))], {
        kind: "didDeactivate",
        value: { did: board, expectedVersion: 1, acknowledge: 1 },
      }),
    ).toBe("APPLIED");
    const signers = [signer(did("alpha"), key("alpha/invoke"))];
    expect(runOne(world, { signers, operations: [propose(did("delta"))] }).name).toBe(
      "UNAUTHORISED",
    );
  });
});
