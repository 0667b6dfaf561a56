import { encodeValidatorSet, validatorSetHash } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import {
  executeBlock,
  type Ledger,
  pendingActivation,
  validatorSetAt,
  validatorSetOfEpoch,
} from "../src/index.ts";
import {
  activationDelay,
  candidate,
  change,
  membersSign,
  reenter,
  runTo,
  validatorKeyOf,
} from "./validators.ts";
import {
  apply,
  createWorld,
  did,
  key,
  nonceOf,
  propose,
  reopen,
  runOne,
  signer,
  transaction,
  type World,
} from "./world.ts";

// docs/consensus.md 8: a change executed at h activates at A = h+W+1, with the next epoch.

const most = () => membersSign("alpha", "beta", "gamma");
const swap = (world: World, from: string, to: string) =>
  change(world, { remove: [validatorKeyOf(from)], add: [candidate(world, to)] });

/** The keys of the validators in force, as a text per validator. */
const keysOf = ({ validators }: Ledger): string[] =>
  validators.validators.map(({ validatorKey }) => Buffer.from(validatorKey).toString("hex"));
const hex = (name: string): string => Buffer.from(validatorKeyOf(name)).toString("hex");

/** What a ledger says about sets, at its head. */
function view(ledger: Ledger) {
  const around = Array.from({ length: 60 }, (_, height) => validatorSetAt(ledger, height)?.epoch);
  return {
    set: ledger.validators,
    pending: pendingActivation(ledger),
    before: Array.from({ length: 60 }, (_, height) => pendingActivation(ledger, height)),
    around,
    epochs: [0, 1, 2, 3].map((epoch) => validatorSetOfEpoch(ledger, epoch)),
  };
}

describe("a set change", () => {
  it("activates W+1 heights after the block that executed it, with header, state and epoch", () => {
    const world = createWorld();
    runTo(world, 2);
    const envelope = transaction(world, {
      signers: most(),
      operations: [swap(world, "delta", "echo")],
    });
    const before = world.ledger.validators;
    const executed = propose(world, [envelope]);
    apply(world, executed);
    const activation = 3 + activationDelay;
    expect(activation).toBe(20);
    expect(executed.activationHeight).toBe(activation);
    const oldHash = validatorSetHash(encodeValidatorSet(before));
    for (let height = 4; height < activation; height += 1) {
      expect(world.ledger.validators).toBe(before);
      expect(pendingActivation(world.ledger)).toBe(activation);
      const result = propose(world, []);
      expect(result.activationHeight).toBe(activation);
      expect(result.header.epoch).toBe(0);
      const isLast = height === activation - 1;
      expect(Buffer.compare(result.header.nextValidatorSetHash, oldHash) === 0).toBe(!isLast);
      apply(world, result);
    }
    const after = world.ledger.validators;
    expect(after).toMatchObject({ epoch: 1, activationHeight: activation });
    expect(world.ledger.head.header.nextValidatorSetHash).toEqual(
      validatorSetHash(encodeValidatorSet(after)),
    );
    expect(keysOf(world.ledger)).toEqual(["alpha", "beta", "gamma", "echo"].map(hex));
    const first = propose(world, []);
    expect(first.header.epoch).toBe(1);
    expect(first.activationHeight).toBeUndefined();
    apply(world, first);
    expect(pendingActivation(world.ledger)).toBeUndefined();
  });

  it("lets no block of the old epoch follow, and none of the new epoch come early", () => {
    const world = createWorld();
    runOne(world, { signers: most(), operations: [swap(world, "delta", "echo")] });
    const blockOf = (epoch: number) => {
      const height = world.ledger.head.height + 1;
      const proposal = { epoch, height, time: 0, proposer: 0, envelopeHashes: [] };
      const proposalDigest = new Uint8Array(32);
      return () =>
        executeBlock(world.ledger, { epoch, height, proposal, proposalDigest, envelopes: [] });
    };
    runTo(world, activationDelay - 1);
    expect(blockOf(1)).toThrow("INV-LEDGER-HEIGHT");
    expect(blockOf(0)).not.toThrow();
    runTo(world, activationDelay);
    expect(blockOf(0)).toThrow("INV-LEDGER-HEIGHT");
    expect(blockOf(1)).not.toThrow();
  });

  it("is the same to a ledger that was opened again at any height on the way", () => {
    const world = createWorld();
    runTo(world, 1);
    const heights: number[] = [];
    const check = () => {
      const again = reopen({ ...world, head: world.ledger.head });
      expect(view(again)).toEqual(view(world.ledger));
      // And it goes on to the same block.
      const mine = propose(world, []);
      const theirs = propose({ ...world, ledger: again }, []);
      expect(theirs.headerHash).toEqual(mine.headerHash);
      expect(theirs.activationHeight).toBe(mine.activationHeight);
      heights.push(world.ledger.head.height);
    };
    runOne(world, { signers: most(), operations: [swap(world, "delta", "echo")] });
    check();
    while (world.ledger.head.height < 21) {
      runTo(world, world.ledger.head.height + 1);
      check();
    }
    runOne(world, { signers: most(), operations: [swap(world, "echo", "foxtrot")] });
    check();
    while (world.ledger.head.height < 42) {
      runTo(world, world.ledger.head.height + 1);
      check();
    }
    expect(heights.length).toBeGreaterThan(35);
    expect(world.ledger.validators.epoch).toBe(2);
  });

  it("may follow the one before from its activation height on, not earlier", () => {
    const world = createWorld();
    runOne(world, { signers: most(), operations: [swap(world, "delta", "echo")] });
    const activation = 1 + activationDelay;
    runTo(world, activation - 2);
    const early = [change(world, { expectedEpoch: 1, remove: [validatorKeyOf("echo")] })];
    const refused = runOne(world, { signers: most(), operations: early });
    expect(refused.name).toBe("SET_CHANGE_PENDING");
    expect(world.ledger.head.height).toBe(activation - 1);
    const operations = [
      change(world, {
        expectedEpoch: 1,
        remove: [validatorKeyOf("echo")],
        add: [candidate(world, "foxtrot")],
      }),
    ];
    expect(runOne(world, { signers: most(), operations }).name).toBe("APPLIED");
    expect(pendingActivation(world.ledger)).toBe(activation + activationDelay);
  });

  it("keeps every set for ever, found by height and by epoch", () => {
    const world = createWorld();
    const names = ["delta", "echo", "foxtrot", "golf", "hotel", "india"];
    const activations = [1];
    for (let index = 0; index + 1 < names.length; index += 1) {
      const [from = "", to = ""] = names.slice(index);
      runOne(world, { signers: most(), operations: [swap(world, from, to)] });
      activations.push(world.ledger.head.height + activationDelay);
      runTo(world, world.ledger.head.height + activationDelay + 2);
    }
    const again = reopen({ ...world, head: world.ledger.head });
    for (const [epoch, activation] of activations.entries()) {
      const set = validatorSetOfEpoch(again, epoch);
      expect(set).toMatchObject({ epoch, activationHeight: activation });
      expect(set?.validators[3]?.validatorKey).toEqual(validatorKeyOf(names[epoch] ?? ""));
      expect(validatorSetAt(again, activation)?.epoch).toBe(epoch);
      expect(validatorSetAt(again, activation - 1)?.epoch).toBe(
        epoch === 0 ? undefined : epoch - 1,
      );
      const executedAt = activation - activationDelay;
      if (epoch > 0) {
        expect(pendingActivation(again, executedAt - 1)).not.toBe(activation);
        expect(pendingActivation(again, executedAt)).toBe(activation);
        expect(pendingActivation(again, activation - 1)).toBe(activation);
        expect(pendingActivation(again, activation)).not.toBe(activation);
      }
    }
    const { height } = again.head;
    expect(validatorSetAt(again, height + activationDelay)?.epoch).toBe(names.length - 1);
    expect(validatorSetAt(again, height + activationDelay + 1)).toBeUndefined();
    expect(validatorSetAt(again, 0)).toBeUndefined();
    expect(validatorSetOfEpoch(again, names.length)).toBeUndefined();
    expect(validatorSetOfEpoch(again, -1)).toBeUndefined();
  });
});

describe("a re-entry", () => {
  it("is a set change that names the incarnation, and nothing else", () => {
    const world = createWorld();
    const before = world.ledger.validators;
    runOne(world, {
      signers: [signer(did("beta"), key("beta/invoke"))],
      operations: [reenter(world, "beta")],
    });
    runTo(world, activationDelay + 1);
    const { validators, epoch } = world.ledger.validators;
    expect(epoch).toBe(1);
    expect(validators).toEqual(
      before.validators.map((entry, index) =>
        index === 1 ? { ...entry, incarnation: nonceOf("journal") } : entry,
      ),
    );
  });

  it("keeps its incarnation through a later change, and loses it with its key", () => {
    const world = createWorld();
    runOne(world, {
      signers: [signer(did("beta"), key("beta/invoke"))],
      operations: [reenter(world, "beta")],
    });
    runTo(world, activationDelay + 1);
    runOne(world, { signers: most(), operations: [swap(world, "delta", "echo")] });
    runTo(world, world.ledger.head.height + activationDelay);
    expect(world.ledger.validators.epoch).toBe(2);
    const incarnations = () =>
      world.ledger.validators.validators.map(({ incarnation }) => incarnation);
    const none = new Uint8Array(0);
    expect(incarnations()).toEqual([none, nonceOf("journal"), none, nonceOf("echo/journal")]);
    runOne(world, { signers: most(), operations: [swap(world, "beta", "foxtrot")] });
    runTo(world, world.ledger.head.height + activationDelay);
    const [later, last] = [nonceOf("echo/journal"), nonceOf("foxtrot/journal")];
    expect(incarnations()).toEqual([none, none, later, last]);
  });
});
