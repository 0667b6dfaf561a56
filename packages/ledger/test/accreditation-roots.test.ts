import {
  accreditationEnded,
  type RootAdd,
  type RootEnd,
  rootsHeadRecord,
  stateKeys,
} from "@cartorio/protocol";
import { expect, it } from "vitest";
import { accreditationNow, addRoot, nothing, plantRoot } from "./accreditation-world.ts";
import { decide } from "./governance.ts";
import { recordNow } from "./record-now.ts";
import {
  createNamed,
  createWorld,
  did,
  key,
  op,
  runOne,
  signer,
  sponsored,
  type World,
} from "./world.ts";

// Roots of accreditation, as governance decides on them (docs/ledger.md 5, 8).

const { withdrawn, forCause } = accreditationEnded;

function endRoot(world: World, more: Partial<RootEnd>): string {
  const value: RootEnd = {
    ...{ expectedVersion: 1, domain: "education", root: 1, ended: withdrawn },
    ...{ untrustedSince: 0, ...more },
  };
  return decide(world, { kind: "rootEnd", value });
}

function headOf(world: World, domain = "education") {
  const bytes = recordNow(world, stateKeys.rootsHead(domain));
  const head = bytes && rootsHeadRecord.decode(bytes);
  return head?.ok ? head.value : undefined;
}

it.each<[string, Partial<RootAdd>, string]>([
  ["for a DID that does not exist", { subject: did("nobody") }, "ACCREDITATION_SUBJECT_INVALID"],
  ["with more depth than a chain has", { depth: 8 }, "ACCREDITATION_INVALID"],
  ["without action", { actions: 0 }, "ACCREDITATION_INVALID"],
  ["in a domain with capitals", { domain: "Education" }, "ACCREDITATION_INVALID"],
  ["that has ended already", { validUntil: 1 }, "ACCREDITATION_INVALID"],
  ["for no country", { scope: { ...nothing, jurisdictions: ["macau"] } }, "SCOPE_INVALID"],
  ["on another version", { expectedVersion: 1 }, "ROOTS_VERSION_MISMATCH"],
])("no root is added %s", (_title, more, code) => {
  const world = createWorld();
  expect(addRoot(world, did("gamma"), more)).toBe(code);
  expect(headOf(world)).toBeUndefined();
});

it("a root is in force from its block on, without the subject's consent", () => {
  const world = createWorld();
  plantRoot(world, did("gamma"), { depth: 2 });
  const { time } = world.ledger.head.header;
  expect(accreditationNow(world, did("gamma"))).toMatchObject({
    ...{ accreditor: "", domain: "education", depth: 2, ended: 0 },
    ...{ validFrom: time, acceptedTime: time },
  });
  expect(headOf(world)).toEqual({ count: 1, active: 1, version: 1 });
});

it("the last active root of a domain cannot be ended, in each domain by itself", () => {
  const world = createWorld();
  plantRoot(world, did("gamma"));
  plantRoot(world, did("beta"), { domain: "health" });
  expect(endRoot(world, {})).toBe("LAST_ROOT");
  expect(endRoot(world, { ended: forCause, untrustedSince: 1 })).toBe("LAST_ROOT");
  plantRoot(world, did("beta"), { expectedVersion: 1 });
  expect(endRoot(world, { expectedVersion: 2 })).toBe("accepted");
  expect(headOf(world)).toEqual({ count: 2, active: 1, version: 3 });
  expect(endRoot(world, { expectedVersion: 3, root: 2 })).toBe("LAST_ROOT");
  expect(headOf(world, "health")).toEqual({ count: 1, active: 1, version: 1 });
});

it("a root that is about to expire, or of a deactivated DID, does not count as another one", () => {
  const world = createWorld();
  const closed = createNamed(world, "closed");
  plantRoot(world, did("gamma"));
  const validUntil = world.ledger.head.header.time + 4000;
  plantRoot(world, did("beta"), { expectedVersion: 1, validUntil });
  plantRoot(world, closed, { expectedVersion: 2 });
  runOne(world, {
    signers: [signer(closed, key("closed")), sponsored],
    operations: [op.deactivate(closed, 1)],
  });
  createNamed(world, "time passes");
  expect(world.ledger.head.header.time + 1000).toBeGreaterThanOrEqual(validUntil);
  expect(endRoot(world, { expectedVersion: 3 })).toBe("LAST_ROOT");
});

it("the end of a root only gets worse", () => {
  const world = createWorld();
  plantRoot(world, did("gamma"));
  plantRoot(world, did("beta"), { expectedVersion: 1 });
  expect(endRoot(world, { expectedVersion: 2, root: 3 })).toBe("ROOT_NOT_FOUND");
  expect(endRoot(world, { expectedVersion: 1 })).toBe("ROOTS_VERSION_MISMATCH");
  expect(endRoot(world, { expectedVersion: 2, untrustedSince: 5 })).toBe("ACCREDITATION_INVALID");
  expect(endRoot(world, { expectedVersion: 2 })).toBe("accepted");
  expect(endRoot(world, { expectedVersion: 3 })).toBe("ACCREDITATION_ENDED");
  const cause = { ended: forCause, untrustedSince: 5, expectedVersion: 3 };
  expect(endRoot(world, cause)).toBe("accepted");
  expect(headOf(world)).toEqual({ count: 2, active: 1, version: 4 });
  expect(accreditationNow(world, did("gamma"))).toMatchObject({ untrustedSince: 5, endedBy: "" });
});
