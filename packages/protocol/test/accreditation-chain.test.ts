import { hexEncode } from "@cartorio/crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AccreditationRecord,
  accreditationEnded,
  accreditationRecord,
  accreditedAction,
  allActions,
  type ChainQuestion,
  evaluateChain,
  limits,
  type RecordLookup,
  type Resource,
  readChain,
  type Scope,
  scopeContains,
  scopeCovers,
  stateKeys,
} from "../src/index.ts";
import { rootSample } from "./accreditation-cases.ts";
import { bytes32 } from "./samples.ts";

// docs/ledger.md 5 again, as a model that paints every moment of a short time and lists every resource
// of a small world: what the evaluation of a chain says must be what the paint says.

const lastMoment = 12;
const moments = Array.from({ length: lastMoment + 2 }, (_, at) => at);
const schemas = ["degree", "licence"].map(bytes32);
const types = ["a", "b"].map((vct) => ({ contextHash: new Uint8Array(0), type: "", vct }));
const places = ["MO", "MO-1", "MO-2", "PT"];

const scopes: fc.Arbitrary<Scope> = fc
  .record({
    ...{ allSchemas: fc.boolean(), allTypes: fc.boolean(), allJurisdictions: fc.boolean() },
    schemas: fc.subarray(schemas),
    types: fc.subarray(types),
    jurisdictions: fc.subarray(places),
  })
  .map((scope) => ({
    ...scope,
    schemas: scope.allSchemas ? [] : scope.schemas,
    types: scope.allTypes ? [] : scope.types,
    jurisdictions: scope.allJurisdictions ? [] : scope.jurisdictions,
  }));
/** Mostly everything, so that chains of some length cover something. */
const wideScopes = fc.oneof({ arbitrary: fc.constant(everything()), weight: 3 }, scopes);

function everything(): Scope {
  return {
    ...{ allSchemas: true, schemas: [], allTypes: true, types: [] },
    ...{ allJurisdictions: true, jurisdictions: [] },
  };
}

const moment = fc.integer({ min: 1, max: lastMoment });
const intervals = fc.array(fc.tuple(moment, fc.oneof(moment, fc.constant(0))), { maxLength: 3 });
const ends = fc.oneof(
  { arbitrary: fc.constant({ ended: 0, endedTime: 0, untrustedSince: 0 }), weight: 3 },
  moment.map((endedTime) => ({ ended: 1, endedTime, untrustedSince: 0 })),
  fc
    .tuple(moment, fc.integer({ min: 0, max: lastMoment }))
    .map(([endedTime, untrustedSince]) => ({ ended: 2, endedTime, untrustedSince })),
);
const links = fc.record({
  actions: fc.oneof(
    { arbitrary: fc.constant(allActions), weight: 4 },
    fc.integer({ max: 31, min: 0 }),
  ),
  scope: wideScopes,
  depth: fc.oneof({ arbitrary: fc.constant(7), weight: 3 }, fc.integer({ min: 0, max: 7 })),
  validFrom: fc.oneof(fc.constant(0), moment),
  validUntil: fc.oneof({ arbitrary: fc.constant(0), weight: 2 }, moment),
  acceptedTime: fc.oneof({ arbitrary: fc.constant(1), weight: 2 }, fc.integer({ min: 0, max: 12 })),
  suspensions: intervals,
  end: ends,
});
type Link = typeof links extends fc.Arbitrary<infer T> ? T : never;

const nameOf = (level: number) => `did:cartorio:test-net:level${level}`;

/** Records of a chain, subject first; the last one is a root. */
function recordsOf(chain: readonly Link[]): AccreditationRecord[] {
  return chain.map(({ end, suspensions, ...link }, level) => ({
    ...{ ...rootSample, ...link, ...end },
    accreditor: level === chain.length - 1 ? "" : nameOf(level + 1),
    parent: level === chain.length - 1 ? 0 : level + 2,
    suspensions: suspensions.map(([from, to]) => ({ from, to, by: nameOf(9), reason: 0 })),
  }));
}

function lookupOf(records: readonly AccreditationRecord[]): RecordLookup {
  const byKey = new Map(
    records.map((record, level) => {
      const key = stateKeys.accreditation(nameOf(level), level + 1);
      return [hexEncode(key), accreditationRecord.encode(record)] as const;
    }),
  );
  return (key) => byKey.get(hexEncode(key));
}

/** Moments at which one accreditation holds, painted. */
function paint({ acceptedTime, validFrom, validUntil, suspensions, end }: Link): boolean[] {
  const holds = moments.map(() => acceptedTime > 0);
  const erase = (from: number, to: number) => {
    for (const at of moments) if (at >= from && at < to) holds[at] = false;
  };
  const never = lastMoment + 2;
  erase(0, acceptedTime);
  erase(0, validFrom);
  if (validUntil > 0) erase(validUntil, never);
  for (const [from, to] of suspensions) erase(from, to > 0 ? to : never);
  if (end.ended === accreditationEnded.withdrawn) erase(end.endedTime, never);
  if (end.ended === accreditationEnded.forCause) {
    erase(end.endedTime, never);
    erase(end.untrustedSince, never);
  }
  return holds;
}

/** Everything in the small world that a scope covers: a country with its parts. */
function listed(scope: Scope): Set<string> {
  const covered = new Set<string>();
  for (const schema of scope.allSchemas ? schemas : scope.schemas) covered.add(hexEncode(schema));
  for (const type of scope.allTypes ? types : scope.types) covered.add(`type ${type.vct}`);
  for (const place of scope.allJurisdictions ? places : scope.jurisdictions) {
    covered.add(place);
    if (place === "MO") for (const part of ["MO-1", "MO-2"]) covered.add(part);
  }
  return covered;
}

function named({ schema, type, jurisdiction }: Resource): string[] {
  return [
    ...(schema === undefined ? [] : [hexEncode(schema)]),
    ...(type === undefined ? [] : [`type ${type.vct}`]),
    ...(jurisdiction === undefined ? [] : [jurisdiction]),
  ];
}

function modelSays(chain: readonly Link[], { action, resource = {}, at }: ChainQuestion): boolean {
  if (chain.length > limits.maxChainLevels) return false;
  return chain.every((link, level) => {
    const actions = [action, ...(level > 0 ? [accreditedAction.accredit] : [])];
    const scope = listed(link.scope);
    return (
      paint(link)[at] === true &&
      actions.every((bit) => Math.floor(link.actions / bit) % 2 === 1) &&
      link.depth >= level &&
      named(resource).every((name) => scope.has(name))
    );
  });
}

const resources: fc.Arbitrary<Resource> = fc
  .tuple(
    fc.option(fc.constantFrom(...schemas), { nil: undefined }),
    fc.option(fc.constantFrom(...types), { nil: undefined }),
    fc.option(fc.constantFrom(...places), { nil: undefined }),
  )
  .map(([schema, type, jurisdiction]) => ({
    ...(schema === undefined ? {} : { schema }),
    ...(type === undefined ? {} : { type }),
    ...(jurisdiction === undefined ? {} : { jurisdiction }),
  }));

it("a chain holds exactly when the painted model says so", () => {
  let held = 0;
  fc.assert(
    fc.property(
      fc.array(links, { minLength: 1, maxLength: 9 }),
      fc.constantFrom(...Object.values(accreditedAction)),
      resources,
      (chain, action, resource) => {
        const lookup = lookupOf(recordsOf(chain));
        for (const at of moments) {
          const question = { subject: nameOf(0), index: 1, action, resource, at };
          const verdict = evaluateChain(lookup, question);
          expect(verdict.ok).toBe(modelSays(chain, question));
          if (verdict.ok) held += 1;
        }
      },
    ),
    { numRuns: 1500, seed: 5 },
  );
  expect(held).toBeGreaterThan(250);
}, 60_000);

it("a chain of nothing but roots' rights holds through eight levels and not through nine", () => {
  const link: Link = {
    ...{ actions: allActions, scope: everything(), depth: 7, validFrom: 0, validUntil: 0 },
    ...{ acceptedTime: 1, suspensions: [], end: { ended: 0, endedTime: 0, untrustedSince: 0 } },
  };
  const question = { subject: nameOf(0), index: 1, action: 1, at: 5 };
  for (let length = 1; length <= limits.maxChainLevels + 1; length += 1) {
    const chain = Array.from({ length }, () => link);
    const verdict = evaluateChain(lookupOf(recordsOf(chain)), question);
    expect(verdict.ok).toBe(length <= limits.maxChainLevels);
  }
});

it("containing is covering everything that is covered", () => {
  let contained = 0;
  fc.assert(
    fc.property(scopes, scopes, (outer, inner) => {
      const all = listed(inner);
      const is = scopeContains(outer, inner);
      if (is) contained += 1;
      // `*` also covers what the small world does not list.
      const isPlain = !inner.allSchemas && !inner.allTypes && !inner.allJurisdictions;
      const covered = [...all].every((name) => listed(outer).has(name));
      if (isPlain) expect(is).toBe(covered);
      if (is) expect(covered).toBe(true);
    }),
    { numRuns: 5000, seed: 5 },
  );
  expect(contained).toBeGreaterThan(100);
});

it("an asker that names more is never covered by more", () => {
  fc.assert(
    fc.property(scopes, resources, (scope, resource) => {
      const covered = scopeCovers(scope, resource);
      const { jurisdiction: _place, ...less } = resource;
      if (covered) expect(scopeCovers(scope, less)).toBe(true);
    }),
    { seed: 5 },
  );
});

describe("reasons", () => {
  const link: Link = {
    ...{ actions: allActions, scope: everything(), depth: 7, validFrom: 2, validUntil: 10 },
    ...{ acceptedTime: 1, suspensions: [[4, 6]] },
    end: { ended: 0, endedTime: 0, untrustedSince: 0 },
  };
  const at = (chain: readonly Link[], time: number) => {
    const question = { subject: nameOf(0), index: 1, action: accreditedAction.issue, at: time };
    const verdict = evaluateChain(lookupOf(recordsOf(chain)), question);
    return verdict.ok ? "holds" : `${verdict.reason} ${verdict.failed}`;
  };
  const open: Link = { ...link, validFrom: 0, validUntil: 0, suspensions: [] };
  const forCause = { ended: 2, endedTime: 8, untrustedSince: 3 };

  it.each([
    [0, "ACCREDITATION_NOT_ACCEPTED 0"],
    [1, "ACCREDITATION_NOT_BEGUN 0"],
    [2, "holds"],
    [3, "holds"],
    [4, "ACCREDITATION_SUSPENDED 0"],
    [5, "ACCREDITATION_SUSPENDED 0"],
    [6, "holds"],
    [9, "holds"],
    [10, "ACCREDITATION_EXPIRED 0"],
  ])("intervals are half-open: at %i %s", (time, said) => {
    expect(at([link], time)).toBe(said);
  });

  it("for cause takes back what came after untrustedSince, withdrawal what came after itself", () => {
    const withdrawn = { ended: 1, endedTime: 8, untrustedSince: 0 };
    expect(at([{ ...open, end: withdrawn }], 7)).toBe("holds");
    expect(at([{ ...open, end: withdrawn }], 8)).toBe("ACCREDITATION_ENDED 0");
    expect(at([{ ...open, end: forCause }], 2)).toBe("holds");
    expect(at([{ ...open, end: forCause }], 3)).toBe("ACCREDITATION_ENDED 0");
  });

  it("what happens to one link happens to all below it", () => {
    expect(at([open, { ...open, end: forCause }, open], 3)).toBe("ACCREDITATION_ENDED 1");
    expect(at([open, open, { ...open, suspensions: [[2, 0]] }], 9)).toBe(
      "ACCREDITATION_SUSPENDED 2",
    );
  });

  it("rights do not come from a link that may not pass them on", () => {
    const issuing = { ...open, actions: accreditedAction.issue };
    expect(at([open, issuing], 5)).toBe("ACTION_NOT_ACCREDITED 1");
    expect(at([issuing, open], 5)).toBe("holds");
    expect(at([open, open, { ...open, depth: 1 }], 5)).toBe("ACCREDITATION_DEPTH 2");
  });

  it("a missing link, and a newer format, hold nothing", () => {
    const records = recordsOf([open, open]);
    const whole = lookupOf(records);
    const rootKey = hexEncode(stateKeys.accreditation(nameOf(1), 2));
    const question = { subject: nameOf(0), index: 1, action: 1, at: 5 };
    expect(evaluateChain(lookupOf(records.slice(0, 1)), question)).toMatchObject({
      ...{ ok: false, reason: "ACCREDITATION_NOT_FOUND", failed: 1 },
    });
    const newer = Uint8Array.of(8, 2);
    const lookup: RecordLookup = (key) => (hexEncode(key) === rootKey ? newer : whole(key));
    expect(evaluateChain(lookup, question)).toMatchObject({ ok: false, reason: "UPGRADE_SDK" });
    expect(readChain(whole, { subject: nameOf(0), index: 2 })).toMatchObject({ links: [] });
  });
});
