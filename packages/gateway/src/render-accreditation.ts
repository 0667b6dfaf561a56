import { hexEncode } from "@cartorio/crypto";
import {
  type AccreditationPlace,
  type AccreditationRecord,
  accreditationEnded,
  accreditationRecord,
  accreditedAction,
  type CredentialType,
  type RecordLookup,
  type Scope,
  stateKeys,
} from "@cartorio/protocol";
import { givenValue } from "./given-value.ts";
import type { JsonObject } from "./render.ts";
import {
  arrayOf,
  didSchema,
  hashSchema,
  integerSchema,
  type JsonSchema,
  nullable,
  objectOf,
  oneOf,
  stringSchema,
  timeSchema,
} from "./schemas.ts";

/** Actions by their names in answers and parameters. */
export const actionNames: readonly string[] = Object.keys(accreditedAction);
const endedNames: Readonly<Record<number, string>> = {
  [accreditationEnded.not]: "no",
  [accreditationEnded.withdrawn]: "withdrawn",
  [accreditationEnded.forCause]: "forCause",
};

/** A type in a context (its hash), or the `vct` of an SD-JWT VC. */
export const credentialTypeSchema: JsonSchema = {
  oneOf: [
    objectOf({ contextHash: hashSchema, type: stringSchema }),
    objectOf({ vct: stringSchema }),
  ],
};

function listOrAll(items: JsonSchema): JsonSchema {
  return { anyOf: [{ const: "*" }, arrayOf(items)] };
}

export const accreditationSchema: JsonSchema = objectOf({
  subject: didSchema,
  index: integerSchema,
  accreditor: nullable(didSchema),
  parent: integerSchema,
  domain: stringSchema,
  actions: arrayOf(oneOf(actionNames)),
  scope: objectOf({
    schemas: listOrAll(hashSchema),
    types: listOrAll(credentialTypeSchema),
    jurisdictions: listOrAll(stringSchema),
  }),
  depth: integerSchema,
  validFrom: timeSchema,
  validUntil: timeSchema,
  offeredTime: timeSchema,
  acceptedTime: timeSchema,
  sequence: integerSchema,
  suspensions: arrayOf(
    objectOf({ from: timeSchema, to: timeSchema, by: didSchema, reason: integerSchema }),
  ),
  ended: oneOf(Object.values(endedNames)),
  endedTime: timeSchema,
  untrustedSince: timeSchema,
  endedBy: nullable(didSchema),
  reason: integerSchema,
  inForce: { type: "boolean" },
  "why?": stringSchema,
});

/** An accreditation; `why`: what keeps it from being in force. */
export function renderAccreditation(
  { subject, index }: AccreditationPlace,
  record: AccreditationRecord,
  why: string | undefined,
): JsonObject {
  const { accreditor, actions, scope, suspensions, ended, endedBy, ...plain } = record;
  return {
    subject,
    index,
    accreditor: accreditor === "" ? null : accreditor,
    ...plain,
    actions: renderActions(actions),
    scope: renderScope(scope),
    suspensions: suspensions.map((interval) => ({ ...interval })),
    ended: endedNames[ended] ?? "unknown",
    endedBy: endedBy === "" ? null : endedBy,
    inForce: why === undefined,
    ...(why === undefined ? {} : { why }),
  };
}

/** The record at a place. Throws INV-GATEWAY-RECORD if the node's bytes do not decode. */
export function accreditationAt(
  lookup: RecordLookup,
  { subject, index }: AccreditationPlace,
): AccreditationRecord | undefined {
  return givenValue(lookup(stateKeys.accreditation(subject, index)), accreditationRecord);
}

function renderActions(actions: number): string[] {
  return Object.entries(accreditedAction)
    .filter(([, bit]) => (actions & bit) !== 0)
    .map(([name]) => name);
}

function renderScope(scope: Scope): JsonObject {
  return {
    schemas: scope.allSchemas ? "*" : scope.schemas.map(hexEncode),
    types: scope.allTypes ? "*" : scope.types.map(renderType),
    jurisdictions: scope.allJurisdictions ? "*" : [...scope.jurisdictions],
  };
}

function renderType({ contextHash, type, vct }: CredentialType): JsonObject {
  return vct === "" ? { contextHash: hexEncode(contextHash), type } : { vct };
}
