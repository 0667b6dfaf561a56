import {
  type Authorisation,
  type AuthorisationQuestion,
  accreditedAction,
  type CredentialType,
  judgeAuthorisation,
  limits,
  type Resource,
  type TrustedRoots,
} from "@cartorio/protocol";
import { exampleValues } from "./example-values.ts";
import { defineMethod, type Method, type MethodContext } from "./method.ts";
import { renderRead } from "./methods-did.ts";
import type { ApiResult } from "./node-api.ts";
import {
  fromParameter,
  hexParameter,
  minHeightParameter,
  nextPageSchema,
  proofParameter,
  refuseDid,
} from "./parameters.ts";
import { type ReadAnswer, type ReadOptions, readRecords } from "./read-records.ts";
import type { JsonObject } from "./render.ts";
import {
  accreditationSchema,
  actionNames,
  credentialTypeSchema,
  renderAccreditation,
} from "./render-accreditation.ts";
import {
  arrayOf,
  booleanSchema,
  didSchema,
  domainSchema,
  hashSchema,
  integerSchema,
  nullable,
  objectOf,
  oneOf,
  proofSchema,
  stringSchema,
  timeSchema,
} from "./schemas.ts";

type JsonType = { readonly contextHash: string; readonly type: string } | { readonly vct: string };

interface Params extends TrustedRoots, ReadOptions {
  readonly entity: string;
  readonly action: keyof typeof accreditedAction;
  readonly resource?: {
    readonly schema?: string;
    readonly type?: JsonType;
    readonly jurisdiction?: string;
  };
  readonly at?: number;
  readonly from?: number;
}

const page = limits.maxAccreditationPage;

export const isAuthorised: Method = defineMethod<Params, JsonObject>({
  name: "issuer_isAuthorised",
  summary: "Whether a DID is, or was, accredited for an action on a resource.",
  description:
    "True if one of its accreditations carried it at the time `at` (milliseconds): every link up to the " +
    "root in force, with the action and the resource in its scope. What `resource` leaves out is not " +
    "asked. With `true` come the accreditation and its chain, subject first, and the proof is that of " +
    "question accreditations {subject: entity, from: index, count: 1}; with `false`, why each did not, " +
    `and the proof is that of the page {from, count: ${page}}. \`complete\` is false while later ` +
    "accreditations were not tried: ask again with `next` as `from`. The answer can be computed anew from the " +
    "proof, and the SDK does.",
  params: [
    { name: "entity", summary: "DID that acts.", schema: didSchema, required: true },
    { name: "action", summary: "What it does.", schema: oneOf(actionNames), required: true },
    {
      name: "resource",
      summary: "Digest of a schema, a type, an ISO 3166 code; default: any.",
      schema: objectOf({
        "schema?": hashSchema,
        "type?": credentialTypeSchema,
        "jurisdiction?": stringSchema,
      }),
    },
    {
      name: "at",
      summary: "When, not after the block of the answer; default the time of that block.",
      schema: timeSchema,
    },
    { name: "roots", summary: "Trust these roots only.", schema: arrayOf(didSchema) },
    { name: "domains", summary: "Trust these domains only.", schema: arrayOf(domainSchema) },
    { ...fromParameter, summary: "Number of the first accreditation to try; default 1." },
    proofParameter,
    minHeightParameter,
  ],
  result: objectOf({
    authorised: booleanSchema,
    index: nullable(integerSchema),
    chain: arrayOf(accreditationSchema),
    refusals: arrayOf(objectOf({ index: integerSchema, reason: stringSchema })),
    complete: booleanSchema,
    next: nextPageSchema,
    at: timeSchema,
    height: integerSchema,
    time: timeSchema,
    "proof?": proofSchema,
  }),
  errors: ["DID_MALFORMED", "DID_WRONG_NETWORK", "INVALID_OPTIONS", "NOT_READY"],
  example: {
    summary: "May it issue in Macau?",
    params: { entity: exampleValues.did, action: "issue", resource: { jurisdiction: "MO" } },
  },
  async handle(context, params) {
    const { entity, from = 1, minHeight, atHeight, anchorHeight, proof } = params;
    const refused = await refuseDid(context, entity);
    if (refused !== undefined) return refused;
    const height = {
      ...(minHeight === undefined ? {} : { minHeight }),
      ...(atHeight === undefined ? {} : { atHeight }),
    };
    const read = await readPage(context, entity, { from, count: page, options: height });
    if (!read.ok) return read;
    const { time } = read.value;
    const { at = time } = params;
    if (at > time) return { ok: false, code: "INVALID_OPTIONS", data: { time } };
    const tried = { from, count: page };
    const verdict = judgeAuthorisation(read.value.lookup, questionOf(params, at), tried);
    const proven = verdict.authorised ? { from: verdict.index, count: 1 } : tried;
    const anchor = anchorHeight === undefined ? {} : { anchorHeight };
    const options = { ...anchor, atHeight: read.value.height, proof: true };
    const answer = proof === true ? await readPage(context, entity, { ...proven, options }) : read;
    if (!answer.ok) return answer;
    const shown = renderVerdict(verdict, from + page - 1);
    const value = { ...shown, next: shown["complete"] === true ? null : from + page, at };
    return { ok: true, value: { ...value, ...renderRead(answer.value) } };
  },
});

/** Some of the accreditations of a DID, each with its chain. */
export function readPage(
  context: MethodContext,
  subject: string,
  {
    options,
    ...page
  }: { readonly from: number; readonly count: number; readonly options: ReadOptions },
): Promise<ApiResult<ReadAnswer>> {
  return readRecords(context, [{ kind: "accreditations", subject, ...page }], options);
}

function questionOf(
  { entity, action, resource, roots, domains }: Params,
  at: number,
): AuthorisationQuestion {
  const trusted = {
    ...(roots === undefined ? {} : { roots }),
    ...(domains === undefined ? {} : { domains }),
  };
  const asked = resource === undefined ? {} : resourceOf(resource);
  return { subject: entity, action: accreditedAction[action], resource: asked, at, trusted };
}

function resourceOf({ schema, type, jurisdiction }: NonNullable<Params["resource"]>): Resource {
  return {
    ...(schema === undefined ? {} : { schema: hexParameter(schema) }),
    ...(type === undefined ? {} : { type: typeOf(type) }),
    ...(jurisdiction === undefined ? {} : { jurisdiction }),
  };
}

function typeOf(type: JsonType): CredentialType {
  return "vct" in type
    ? { contextHash: new Uint8Array(0), type: "", vct: type.vct }
    : { contextHash: hexParameter(type.contextHash), type: type.type, vct: "" };
}

function renderVerdict(verdict: Authorisation, last: number): JsonObject {
  if (!verdict.authorised) {
    const refusals = verdict.refusals.map((refusal) => ({ ...refusal }));
    const complete = verdict.count !== undefined && verdict.count <= last;
    return { authorised: false, index: null, chain: [], refusals, complete };
  }
  const { index, links } = verdict;
  const chain = links.map(({ record, ...place }) => renderAccreditation(place, record, undefined));
  return { authorised: true, index, chain, refusals: [], complete: true };
}
