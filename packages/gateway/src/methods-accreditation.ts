import {
  type AccreditationPlace,
  type AccreditationQuestion,
  accreditationsHeadRecord,
  evaluateChain,
  givenHeadRecord,
  givenRecord,
  limits,
  rootRecord,
  rootsHeadRecord,
  standingAt,
  stateKeys,
} from "@cartorio/protocol";
import { exampleValues } from "./example-values.ts";
import { givenValue } from "./given-value.ts";
import { defineMethod, type Method, type MethodParameter } from "./method.ts";
import { isAuthorised } from "./method-is-authorised.ts";
import { renderRead } from "./methods-did.ts";
import {
  fromParameter,
  minHeightParameter,
  nextPage,
  nextPageSchema,
  numbersOf,
  proofParameter,
  refuseDid,
} from "./parameters.ts";
import { type ReadAnswer, readRecords } from "./read-records.ts";
import type { JsonObject } from "./render.ts";
import {
  accreditationAt,
  accreditationSchema,
  renderAccreditation,
} from "./render-accreditation.ts";
import {
  arrayOf,
  didSchema,
  domainSchema,
  integerSchema,
  type JsonSchema,
  objectOf,
  proofSchema,
  timeSchema,
} from "./schemas.ts";

interface PageParams {
  readonly from?: number;
  readonly count?: number;
  readonly proof?: boolean;
  readonly minHeight?: number;
}

const { maxAccreditationPage } = limits;
const pageParameters: readonly MethodParameter[] = [
  fromParameter,
  {
    name: "count",
    summary: `How many, at most ${maxAccreditationPage}, which is the default.`,
    schema: { type: "integer", minimum: 1, maximum: maxAccreditationPage },
  },
  proofParameter,
  minHeightParameter,
];
const errors = ["DID_MALFORMED", "DID_WRONG_NETWORK", "NOT_READY"] as const;

function pageOf(items: string, more: Readonly<Record<string, JsonSchema>> = {}): JsonSchema {
  return objectOf({
    total: integerSchema,
    ...more,
    [items]: arrayOf(accreditationSchema),
    next: nextPageSchema,
    height: integerSchema,
    time: timeSchema,
    "proof?": proofSchema,
  });
}

/** Which of the places there are, 1 to `total`. */
function placesOf({ from, count }: AccreditationQuestion, total: number): number[] {
  return numbersOf({ from, count: Math.max(0, Math.min(count, total - from + 1)) });
}

const getAccreditations = defineMethod<PageParams & { readonly did: string }, JsonObject>({
  name: "issuer_getAccreditations",
  summary: "The accreditations of a DID, by page.",
  description:
    "Those from `from` on, at most `count`; `total` says how many there are, so the list is complete " +
    "when all pages up to it were read. `inForce` speaks of the whole chain at the time of the answer; " +
    "`why` is the code that keeps it from being so. `sequence` is what the next change names as " +
    "expectedSequence.",
  params: [
    { name: "did", summary: "DID that was accredited.", schema: didSchema, required: true },
    ...pageParameters,
  ],
  result: pageOf("accreditations"),
  errors,
  example: { summary: "All of a DID", params: { did: exampleValues.did } },
  async handle(context, { did, from = 1, count = maxAccreditationPage, ...options }) {
    const refused = await refuseDid(context, did);
    if (refused !== undefined) return refused;
    const question = { kind: "accreditations", subject: did, from, count } as const;
    const read = await readRecords(context, [question], options);
    if (!read.ok) return read;
    const { lookup, time } = read.value;
    const head = lookup(stateKeys.accreditationsHead(did));
    const total = givenValue(head, accreditationsHeadRecord)?.count ?? 0;
    const accreditations = placesOf(question, total).flatMap((index) => {
      const record = accreditationAt(lookup, { subject: did, index });
      // No action is asked for: only whether the chain is in force.
      const verdict = evaluateChain(lookup, { subject: did, index, action: 0, at: time });
      const why = verdict.ok ? undefined : verdict.reason;
      return record ? [renderAccreditation({ subject: did, index }, record, why)] : [];
    });
    return {
      ok: true,
      value: { total, accreditations, next: nextPage(question, total), ...renderRead(read.value) },
    };
  },
});

/** Accreditations that a list points to, each as it stands by itself. */
function renderPlaces(
  { lookup, time }: ReadAnswer,
  places: readonly (AccreditationPlace | undefined)[],
): JsonObject[] {
  return places.flatMap((place) => {
    const record = place && accreditationAt(lookup, place);
    return record ? [renderAccreditation(place, record, standingAt(record, time))] : [];
  });
}

const getGiven = defineMethod<PageParams & { readonly did: string }, JsonObject>({
  name: "issuer_getGiven",
  summary: "The accreditations that a DID has offered, by page.",
  description:
    "In the order of the offers, also those that were not accepted or are ended. `total` is what the " +
    "next offer names as expectedGiven. `inForce` speaks of each accreditation by itself, not of those " +
    "that it descends from.",
  params: [
    { name: "did", summary: "DID of the accreditor.", schema: didSchema, required: true },
    ...pageParameters,
  ],
  result: pageOf("given"),
  errors,
  example: { summary: "All of an accreditor", params: { did: exampleValues.did } },
  async handle(context, { did, from = 1, count = maxAccreditationPage, ...options }) {
    const refused = await refuseDid(context, did);
    if (refused !== undefined) return refused;
    const question = { kind: "given", accreditor: did, from, count } as const;
    const read = await readRecords(context, [question], options);
    if (!read.ok) return read;
    const { lookup } = read.value;
    const total = givenValue(lookup(stateKeys.givenHead(did)), givenHeadRecord)?.count ?? 0;
    const places = placesOf(question, total).map((number) =>
      givenValue(lookup(stateKeys.given(did, number)), givenRecord),
    );
    const given = renderPlaces(read.value, places);
    return {
      ok: true,
      value: { total, given, next: nextPage(question, total), ...renderRead(read.value) },
    };
  },
});

const getRoots = defineMethod<PageParams & { readonly domain: string }, JsonObject>({
  name: "issuer_getRoots",
  summary: "The roots of accreditation of a domain, by page.",
  description:
    "In the order in which governance added them, also those that are ended. `version` is what a " +
    "proposal about the domain's roots names as expectedVersion.",
  params: [
    { name: "domain", summary: "As in the proposal.", schema: domainSchema, required: true },
    ...pageParameters,
  ],
  result: pageOf("roots", { active: integerSchema, version: integerSchema }),
  errors: ["NOT_READY"],
  example: { summary: "All of a domain", params: { domain: "education" } },
  async handle(context, { domain, from = 1, count = maxAccreditationPage, ...options }) {
    const question = { kind: "roots", domain, from, count } as const;
    const read = await readRecords(context, [question], options);
    if (!read.ok) return read;
    const { lookup } = read.value;
    const head = givenValue(lookup(stateKeys.rootsHead(domain)), rootsHeadRecord);
    const { count: total, active, version } = head ?? { count: 0, active: 0, version: 0 };
    const places = placesOf(question, total).map((number) =>
      givenValue(lookup(stateKeys.root(domain, number)), rootRecord),
    );
    const roots = renderPlaces(read.value, places);
    const next = nextPage(question, total);
    const value = { total, active, version, roots, next, ...renderRead(read.value) };
    return { ok: true, value };
  },
});

/** Methods of the `issuer_` namespace about accreditations. */
export const accreditationMethods: readonly Method[] = [
  getAccreditations,
  getGiven,
  getRoots,
  isAuthorised,
];
