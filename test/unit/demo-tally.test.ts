import { describe, expect, it } from "vitest";
import { createTally, resultOf, type Tally } from "../../scripts/demo/tally.ts";

const ids = (count: number): Set<string> =>
  new Set(Array.from({ length: count }, (_, index) => `id ${index}`));

function fullTally(): Tally {
  return {
    validators: 4,
    processes: 4,
    heightsEqual: true,
    stateRootsEqual: true,
    killedAndRejoined: true,
    primaryKilledAndReplaced: true,
    proofsVerified: 200,
    tamperedRejected: 1,
    backDatedRejected: 1,
    unaccreditedRejected: 1,
    recovered: true,
    fifthValidatorVotes: true,
    didsCreated: ids(3),
    issued: ids(200),
    anchored: ids(200),
    accepted: ids(200),
    revokedRejected: ids(10),
  };
}

describe("result of the demo", () => {
  it("is the object that the integration server reads", () => {
    expect(JSON.stringify(resultOf(fullTally(), 31_449))).toBe(
      '{"ok":true,"validators":4,"processes":4,"heightsEqual":true,"stateRootsEqual":true,' +
        '"didsCreated":3,"credentialsIssued":200,"credentialsAnchored":200,"verifiedOk":200,' +
        '"proofsVerified":200,"tamperedRejected":1,"revokedRejected":10,' +
        '"backDatedRejected":1,"unaccreditedRejected":1,"recovered":true,' +
        '"killedAndRejoined":true,"primaryKilledAndReplaced":true,"fifthValidatorVotes":true,"seconds":31.4}',
    );
  });

  it("is not ok before anything happened", () => {
    expect(resultOf(createTally(), 0).ok).toBe(false);
  });

  it.each<Partial<Tally>>([
    { validators: 3 },
    { processes: 3 },
    { heightsEqual: false },
    { stateRootsEqual: false },
    { killedAndRejoined: false },
    { primaryKilledAndReplaced: false },
    { backDatedRejected: 0 },
    { unaccreditedRejected: 0 },
    { recovered: false },
    { fifthValidatorVotes: false },
    { proofsVerified: 199 },
    { tamperedRejected: 0 },
    { didsCreated: ids(2) },
    { issued: ids(199) },
    { anchored: ids(201) },
    { accepted: ids(199) },
    { revokedRejected: ids(9) },
  ])("is not ok with %o", (change) => {
    expect(resultOf({ ...fullTally(), ...change }, 0).ok).toBe(false);
  });
});
