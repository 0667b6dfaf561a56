import {
  type AccreditationOffer,
  accreditationEnded,
  accreditedAction,
  defaultParameters,
  type ErrorCode,
  limits,
  type Scope,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import {
  accredit,
  accreditationNow,
  accreditationOp,
  act,
  dependantsNow,
  everything,
  nothing,
  plantRoot,
} from "./accreditation-world.ts";
import {
  createNamed,
  createWorld,
  did,
  hashOf,
  key,
  op,
  runOne,
  signer,
  sponsored,
} from "./world.ts";

const { offer, accept, suspend, resume, end } = accreditationOp;
const { issue, accredit: accrediting, verify } = accreditedAction;

/** ministry (root) > council > university, and an outsider. */
function scene() {
  const world = createWorld();
  const named = (name: string) => ({ name, did: createNamed(world, name) });
  const [ministry, council, university, outsider] = [
    ...[named("ministry"), named("council")],
    ...[named("university"), named("outsider")],
  ] as const;
  plantRoot(world, ministry.did);
  accredit(world, ministry, council, { depth: 3 });
  accredit(world, council, university);
  return { world, ministry, council, university, outsider };
}

const types = (vct: string): Scope["types"] => [{ contextHash: new Uint8Array(0), type: "", vct }];

describe("accreditation.offer", () => {
  const cases: [string, Partial<AccreditationOffer>, ErrorCode][] = [
    ["what the accreditor holds", {}, "APPLIED"],
    ["nothing at all", { scope: nothing }, "APPLIED"],
    ["no action", { actions: 0 }, "ACCREDITATION_INVALID"],
    ["an unknown action", { actions: 32 }, "ACCREDITATION_INVALID"],
    ["depth without accredit", { actions: issue, depth: 1 }, "ACCREDITATION_INVALID"],
    ["more depth than is left", { depth: 3 }, "ACCREDITATION_DEPTH"],
    ["all depth that is left", { depth: 2 }, "APPLIED"],
    ["an end before the beginning", { validFrom: 9e12, validUntil: 8e12 }, "ACCREDITATION_INVALID"],
    ["an end in the past", { validUntil: 1 }, "ACCREDITATION_INVALID"],
    ["a place twice", { scope: { ...nothing, jurisdictions: ["MO", "MO"] } }, "SCOPE_INVALID"],
    ["a place in small letters", { scope: { ...nothing, jurisdictions: ["mo"] } }, "SCOPE_INVALID"],
    ["a type and `*`", { scope: { ...everything, types: types("a") } }, "SCOPE_INVALID"],
    ["a type without context", { scope: { ...nothing, types: [badType()] } }, "SCOPE_INVALID"],
    ["a cycle", { subject: did("ministry") }, "ACCREDITATION_CYCLE"],
    ["itself", { subject: did("council") }, "ACCREDITATION_CYCLE"],
    ["nobody", { subject: did("nobody") }, "ACCREDITATION_SUBJECT_INVALID"],
    ["another sequence", { expectedGiven: 0 }, "SEQUENCE_MISMATCH"],
    ["what it does not hold", { accreditation: 2 }, "ACCREDITATION_NOT_FOUND"],
  ];
  function badType() {
    return { contextHash: hashOf("context"), type: "", vct: "" };
  }
  it.each(cases)("of %s", (_title, more, code) => {
    const { world, council, outsider } = scene();
    const value = { expectedGiven: 1, ...more };
    expect(act(world, council, offer(council.did, outsider.did, value))).toBe(code);
  });

  it("cannot exceed the actions, schemas, types or places of the accreditor", () => {
    const world = createWorld();
    const named = (name: string) => ({ name, did: createNamed(world, name) });
    const [root, council, university] = [named("ministry"), named("council"), named("university")];
    const scope: Scope = {
      ...{
        allSchemas: false,
        schemas: [hashOf("schema")],
        allTypes: false,
        types: types("degree"),
      },
      ...{ allJurisdictions: false, jurisdictions: ["MO", "PT-11"] },
    };
    plantRoot(world, root.did, { scope, actions: issue | accrediting });
    accredit(world, root, council, { scope, actions: issue | accrediting, depth: 1 });
    const attempt = (more: Partial<AccreditationOffer>) =>
      act(
        world,
        council,
        offer(council.did, university.did, { scope, actions: issue, depth: 0, ...more }),
      );
    const wider: Partial<Scope>[] = [
      { allSchemas: true, schemas: [] },
      { schemas: [hashOf("schema"), hashOf("other")] },
      { allTypes: true, types: [] },
      { types: types("other") },
      { allJurisdictions: true, jurisdictions: [] },
      { jurisdictions: ["PT"] },
      { jurisdictions: ["PT-1"] },
    ];
    for (const more of wider) {
      expect(attempt({ scope: { ...scope, ...more } })).toBe("SCOPE_NOT_COVERED");
    }
    expect(attempt({ actions: issue | verify })).toBe("ACTION_NOT_ACCREDITED");
    expect(attempt({ scope: { ...scope, jurisdictions: ["MO-1", "PT-11"] } })).toBe("APPLIED");
  });

  it("needs an accreditation that is in force, all the way up", () => {
    const { world, ministry, council, university, outsider } = scene();
    const value = { depth: 0 };
    expect(act(world, ministry, suspend(ministry.did, council.did))).toBe("APPLIED");
    const attempt = () => act(world, university, offer(university.did, outsider.did, value));
    expect(attempt()).toBe("ACCREDITATION_SUSPENDED");
    expect(act(world, ministry, resume(ministry.did, council.did))).toBe("APPLIED");
    expect(attempt()).toBe("APPLIED");
    expect(act(world, ministry, end(ministry.did, council.did, { expectedSequence: 3 }))).toBe(
      "APPLIED",
    );
    expect(
      act(world, university, offer(university.did, outsider.did, { ...value, expectedGiven: 1 })),
    ).toBe("ACCREDITATION_ENDED");
  });

  it("needs an accreditation that was accepted, with the action accredit", () => {
    const { world, council, outsider } = scene();
    const more = { expectedGiven: 1, actions: issue, depth: 0 };
    expect(act(world, council, offer(council.did, outsider.did, more))).toBe("APPLIED");
    const attempt = () => act(world, outsider, offer(outsider.did, did("alpha"), { depth: 0 }));
    expect(attempt()).toBe("ACCREDITATION_NOT_ACCEPTED");
    expect(act(world, outsider, accept(outsider.did))).toBe("APPLIED");
    expect(attempt()).toBe("ACTION_NOT_ACCREDITED");
  });

  it("goes down eight levels and no further", () => {
    const world = createWorld();
    const names = Array.from({ length: limits.maxChainLevels + 1 }, (_, level) => `level ${level}`);
    const chain = names.map((name) => ({ name, did: createNamed(world, name) }));
    plantRoot(world, chain[0]?.did ?? "");
    for (let level = 1; level < limits.maxChainLevels; level += 1) {
      const [from, to] = [chain[level - 1], chain[level]];
      if (from === undefined || to === undefined) throw new Error("no level");
      accredit(world, from, to, { depth: limits.maxChainLevels - 1 - level });
    }
    const [last, below] = chain.slice(-2);
    if (last === undefined || below === undefined) throw new Error("no level");
    expect(act(world, last, offer(last.did, below.did, { depth: 0 }))).toBe("ACCREDITATION_DEPTH");
  });

  it("is judged by the state before its transaction", () => {
    const { world, ministry, outsider } = scene();
    const signers = [
      signer(ministry.did, key("ministry/invoke")),
      signer(outsider.did, key("outsider/invoke")),
      sponsored,
    ];
    const operations = [
      offer(ministry.did, outsider.did, { expectedGiven: 1 }),
      accept(outsider.did),
      offer(outsider.did, did("alpha"), { depth: 0 }),
    ];
    const receipt = runOne(world, { signers, operations });
    expect([receipt.name, receipt.operationIndex]).toEqual(["ACCREDITATION_NOT_FOUND", 2]);
  });
});

describe("accreditation.accept", () => {
  it("counts a dependant, once", () => {
    const { world, council, outsider } = scene();
    expect(dependantsNow(world, council.did)).toBe(1);
    act(world, council, offer(council.did, outsider.did, { expectedGiven: 1 }));
    expect(dependantsNow(world, council.did)).toBe(1);
    expect(act(world, outsider, accept(outsider.did))).toBe("APPLIED");
    expect(dependantsNow(world, council.did)).toBe(2);
    const again = accept(outsider.did, { expectedSequence: 1 });
    expect(act(world, outsider, again)).toBe("ACCREDITATION_ALREADY_ACCEPTED");
    expect(dependantsNow(world, council.did)).toBe(2);
  });

  it("comes in time, and not after the offer was withdrawn", () => {
    const { world, council, outsider } = scene();
    const soon = world.ledger.head.header.time + 2000;
    act(world, council, offer(council.did, outsider.did, { expectedGiven: 1, validUntil: soon }));
    expect(act(world, outsider, accept(outsider.did))).toBe("ACCREDITATION_EXPIRED");
    act(world, council, offer(council.did, outsider.did, { expectedGiven: 2 }));
    const withdrawal = end(council.did, outsider.did, { index: 2, expectedSequence: 0 });
    expect(act(world, council, withdrawal)).toBe("APPLIED");
    const late = accept(outsider.did, { index: 2, expectedSequence: 1 });
    expect(act(world, outsider, late)).toBe("ACCREDITATION_ENDED");
    expect(dependantsNow(world, council.did)).toBe(1);
  });

  it("is of an offer that exists", () => {
    const { world, outsider } = scene();
    expect(act(world, outsider, accept(outsider.did))).toBe("ACCREDITATION_NOT_FOUND");
  });
});

describe("accreditation.suspend and resume", () => {
  it("what one higher up suspended is not lifted by the accreditor below", () => {
    const { world, ministry, council, university } = scene();
    expect(act(world, ministry, suspend(ministry.did, university.did))).toBe("APPLIED");
    expect(act(world, council, resume(council.did, university.did))).toBe("UNAUTHORISED");
    expect(act(world, ministry, resume(ministry.did, university.did))).toBe("APPLIED");
    expect(accreditationNow(world, university.did).suspensions).toMatchObject([
      { by: ministry.did },
    ]);
  });

  it("what the accreditor suspended is lifted from above as well", () => {
    const { world, ministry, council, university } = scene();
    expect(act(world, council, suspend(council.did, university.did))).toBe("APPLIED");
    const twice = suspend(ministry.did, university.did, { expectedSequence: 2 });
    expect(act(world, ministry, twice)).toBe("ACCREDITATION_SUSPENDED");
    expect(act(world, ministry, resume(ministry.did, university.did))).toBe("APPLIED");
    const nothingLeft = resume(ministry.did, university.did, { expectedSequence: 3 });
    expect(act(world, ministry, nothingLeft)).toBe("ACCREDITATION_NOT_SUSPENDED");
  });

  it("is by nobody beside or below, nor by an accreditor that is suspended itself", () => {
    const { world, ministry, council, university, outsider } = scene();
    expect(act(world, outsider, suspend(outsider.did, university.did))).toBe("UNAUTHORISED");
    expect(act(world, university, suspend(university.did, university.did))).toBe("UNAUTHORISED");
    expect(act(world, university, suspend(university.did, council.did))).toBe("UNAUTHORISED");
    expect(act(world, council, suspend(council.did, ministry.did))).toBe("UNAUTHORISED");
    act(world, ministry, suspend(ministry.did, council.did));
    expect(act(world, council, suspend(council.did, university.did))).toBe(
      "ACCREDITATION_SUSPENDED",
    );
  });

  it("has room for 64 suspensions, and for the end after them", () => {
    const { world, council, university } = scene();
    let expectedSequence = 1;
    for (let count = 0; count < limits.maxSuspensions; count += 1) {
      act(world, council, suspend(council.did, university.did, { expectedSequence }));
      act(
        world,
        council,
        resume(council.did, university.did, { expectedSequence: expectedSequence + 1 }),
      );
      expectedSequence += 2;
    }
    const more = { expectedSequence };
    expect(act(world, council, suspend(council.did, university.did, more))).toBe(
      "ACCREDITATION_HISTORY_FULL",
    );
    expect(act(world, council, end(council.did, university.did, more))).toBe("APPLIED");
  });
});

describe("accreditation.end", () => {
  const { forCause } = accreditationEnded;

  it("takes the dependant away, once, however it gets worse", () => {
    const { world, council, university } = scene();
    expect(dependantsNow(world, council.did)).toBe(1);
    expect(act(world, university, end(university.did, university.did))).toBe("APPLIED");
    expect(dependantsNow(world, council.did)).toBe(0);
    const worse = { ended: forCause, untrustedSince: 5, expectedSequence: 2 };
    expect(act(world, council, end(council.did, university.did, worse))).toBe("APPLIED");
    expect(dependantsNow(world, council.did)).toBe(0);
  });

  it("by the subject does not keep it from being ended for cause, and never gets better", () => {
    const { world, council, university } = scene();
    act(world, university, end(university.did, university.did));
    const { endedTime } = accreditationNow(world, university.did);
    const attempt = (expectedSequence: number, untrustedSince: number) =>
      act(
        world,
        council,
        end(council.did, university.did, { ended: forCause, untrustedSince, expectedSequence }),
      );
    expect(attempt(2, 50)).toBe("APPLIED");
    expect(attempt(3, 50)).toBe("ACCREDITATION_ENDED");
    expect(attempt(3, 60)).toBe("ACCREDITATION_ENDED");
    expect(attempt(3, 40)).toBe("APPLIED");
    const withdrawn = end(council.did, university.did, { expectedSequence: 4 });
    expect(act(world, council, withdrawn)).toBe("ACCREDITATION_ENDED");
    expect(accreditationNow(world, university.did)).toMatchObject({
      ...{ ended: forCause, endedTime, untrustedSince: 40, endedBy: council.did },
    });
  });

  it("for cause is never by the subject, nor since a time that is ahead", () => {
    const { world, council, university } = scene();
    const drift = defaultParameters.maxClockDriftMs;
    const cause = { ended: forCause, untrustedSince: 1 };
    expect(act(world, university, end(university.did, university.did, cause))).toBe("UNAUTHORISED");
    const ahead = { ...cause, untrustedSince: world.ledger.head.header.time + 1001 + drift };
    expect(act(world, council, end(council.did, university.did, ahead))).toBe(
      "ACCREDITATION_INVALID",
    );
    const sinceWithdrawn = end(council.did, university.did, { untrustedSince: 1 });
    expect(act(world, council, sinceWithdrawn)).toBe("ACCREDITATION_INVALID");
    const unknown = end(council.did, university.did, { ended: 3 });
    expect(act(world, council, unknown)).toBe("ACCREDITATION_INVALID");
    const reason = end(council.did, university.did, { reason: 6 });
    expect(act(world, council, reason)).toBe("REASON_INVALID");
  });

  it("an accreditor that was ended for cause does not judge those below it", () => {
    const { world, ministry, council, university } = scene();
    act(world, ministry, end(ministry.did, council.did, { ended: forCause, untrustedSince: 1 }));
    const cause = { ended: forCause, untrustedSince: 0 };
    expect(act(world, council, end(council.did, university.did, cause))).toBe(
      "ACCREDITATION_ENDED",
    );
    expect(act(world, ministry, end(ministry.did, university.did, cause))).toBe("APPLIED");
  });

  it("a root is not given back by its holder", () => {
    const { world, ministry } = scene();
    const back = end(ministry.did, ministry.did, { expectedSequence: 0 });
    expect(act(world, ministry, back)).toBe("UNAUTHORISED");
  });

  it("deactivation has to acknowledge those that the DID accredited", () => {
    const { world, council } = scene();
    const attempt = (acknowledge: number) =>
      runOne(world, {
        signers: [signer(council.did, key("council")), sponsored],
        operations: [
          { kind: "didDeactivate", value: { did: council.did, expectedVersion: 1, acknowledge } },
        ],
      }).name;
    expect(attempt(0)).toBe("DEPENDANTS_NOT_ACKNOWLEDGED");
    expect(attempt(1)).toBe("APPLIED");
  });
});

it("a frozen or deactivated accreditor writes nothing", () => {
  const { world, council, outsider } = scene();
  runOne(world, {
    signers: [signer(outsider.did, key("outsider")), sponsored],
    operations: [op.deactivate(outsider.did, 1)],
  });
  const more = { expectedGiven: 1 };
  expect(act(world, council, offer(council.did, outsider.did, more))).toBe(
    "ACCREDITATION_SUBJECT_INVALID",
  );
  expect(act(world, outsider, accept(outsider.did))).toBe("DID_DEACTIVATED");
});
