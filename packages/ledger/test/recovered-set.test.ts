// docs/consensus.md 9: the set that a recovery manifest puts in force.
import { encodeValidatorSet, type ValidatorSet, validatorSetHash } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import {
  checkRecoverySigners,
  parametersAt,
  pendingActivation,
  validatorSetAt,
  validatorSetOfEpoch,
} from "../src/index.ts";
import { decide, parametersAction } from "./governance.ts";
import { candidate, change, membersSign, runTo, validatorKeyOf } from "./validators.ts";
import {
  createWorld,
  did,
  key,
  nonceOf,
  propose,
  reopen,
  run,
  runOne,
  type World,
} from "./world.ts";

const last = 5;

/** The world at height 5, opened again with a manifest that begins epoch 1 at height 6. */
function recovering(): { readonly world: World; readonly recovered: ValidatorSet } {
  const world = createWorld();
  runTo(world, last);
  const { validators } = world.ledger.validators;
  const recovered: ValidatorSet = {
    epoch: 1,
    activationHeight: last + 1,
    validators: validators.map((validator, index) => ({
      ...validator,
      incarnation: index === 0 ? nonceOf("after the loss") : validator.incarnation,
    })),
  };
  return { world: openWith(world, recovered), recovered };
}

function openWith(world: World, recovered: ValidatorSet | undefined): World {
  const { head } = world.ledger;
  return { ...world, ledger: reopen({ ...world, head }, recovered) };
}

describe("a recovered set", () => {
  it("verifies the height at which it activates, and is in the state from then on", () => {
    const { world, recovered } = recovering();
    expect(world.ledger.validators).toEqual(recovered);
    expect(validatorSetAt(world.ledger, last)?.epoch).toBe(0);
    expect(validatorSetAt(world.ledger, last + 1)).toEqual(recovered);
    const first = propose(world, []);
    const hash = validatorSetHash(encodeValidatorSet(recovered));
    expect(first.header).toMatchObject({ epoch: 1, nextValidatorSetHash: hash });
    run(world, []);
    // The file is not needed any more.
    const later = openWith(world, undefined).ledger;
    expect(later.validators).toEqual(recovered);
    expect(validatorSetOfEpoch(later, 0)?.epoch).toBe(0);
    run(world, []);
    expect(world.ledger.head.header.epoch).toBe(1);
  });

  it("takes over at its height if the node was behind when it was opened", () => {
    const { recovered } = recovering();
    const world = openWith(createWorld(), recovered);
    runTo(world, last - 1);
    expect(world.ledger.validators.epoch).toBe(0);
    run(world, []);
    expect(world.ledger.validators).toEqual(recovered);
    run(world, []);
    expect(world.ledger.head.header).toMatchObject({ epoch: 1, height: last + 1 });
  });

  it("brings the parameters that waited for the epoch in its place", () => {
    const base = createWorld();
    runTo(base, last - 1);
    expect(decide(base, parametersAction(base, { maxBlockTransactions: 7 }))).toBe("accepted");
    const set = base.ledger.validators;
    const world = openWith(base, { ...set, epoch: 2, activationHeight: last + 1 });
    expect(world.ledger.parameters.maxBlockTransactions).toBe(7);
    run(world, []);
    // The record says so from then on, without the file.
    const later = openWith(world, undefined).ledger;
    expect(later.parameterVersions.newest).toMatchObject({ activationHeight: last + 1 });
    expect(later.parameters.maxBlockTransactions).toBe(7);
    expect(parametersAt(later, last)?.maxBlockTransactions).toBe(1024);
  });

  it("replaces a change that was pending, which then never activates", () => {
    const world = createWorld();
    runTo(world, last - 1);
    const add = [candidate(world, "echo")];
    const operations = [change(world, { remove: [validatorKeyOf("delta")], add })];
    const receipt = runOne(world, { signers: membersSign("alpha", "beta", "gamma"), operations });
    expect(receipt.name).toBe("APPLIED");
    const { validators } = world.ledger.validators;
    const recovered: ValidatorSet = { epoch: 1, activationHeight: last + 1, validators };
    const again = openWith(world, recovered);
    expect(pendingActivation(again.ledger)).toBe(last + 1);
    for (let height = last; height < last + 20; height += 1) run(again, []);
    expect(again.ledger.validators).toEqual(recovered);
    expect(validatorSetOfEpoch(again.ledger, 1)).toEqual(recovered);
  });
});

describe("a manifest's signers", () => {
  const keysOf = (...names: string[]) =>
    names.map((name) => ({ did: did(name), multikey: key(`${name}/invoke`) }));

  it("speak for more than two thirds of the weight", () => {
    const { ledger } = createWorld();
    expect(checkRecoverySigners(ledger, keysOf("alpha", "beta", "gamma"))).toBeUndefined();
    expect(checkRecoverySigners(ledger, keysOf("alpha", "beta"))).toBe("WEIGHT_NOT_MET");
    expect(checkRecoverySigners(ledger, keysOf("alpha", "alpha", "alpha"))).toBe("WEIGHT_NOT_MET");
    expect(checkRecoverySigners(ledger, [])).toBe("UNAUTHORISED");
  });

  it("sign with their invocation keys as of the head, and no other", () => {
    const { ledger } = createWorld();
    const control = ["alpha", "beta", "gamma"].map((name) => ({
      did: did(name),
      multikey: key(name),
    }));
    expect(checkRecoverySigners(ledger, control)).toBe("UNAUTHORISED");
  });
});
