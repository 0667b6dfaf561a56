import { base64UrlEncode, hexEncode } from "@cartorio/crypto";
import {
  type AccreditationQuestion,
  decodeProofBundle,
  decodeRangeBundle,
  type GovernanceQuestion,
  type ProofQuestion,
  proofBundleToJson,
  limits as protocolLimits,
  type RegistryQuestion,
  rangeBundleToJson,
} from "@cartorio/protocol";
import { exampleValues } from "./example-values.ts";
import { defineMethod, type Method, type MethodContext, type MethodParameter } from "./method.ts";
import type { ApiResult } from "./node-api.ts";
import {
  anchorHeightParameter,
  hexParameter,
  minHeightParameter,
  refuseDid,
} from "./parameters.ts";
import { readRecords } from "./read-records.ts";
import type { JsonObject } from "./render.ts";
import {
  anyObjectSchema,
  arrayOf,
  booleanSchema,
  bytesSchema,
  hashSchema,
  integerSchema,
  objectOf,
  proofQuestionSchema,
  stringSchema,
  timeSchema,
} from "./schemas.ts";
import { holdsDropped } from "./withheld.ts";

type JsonQuestion =
  | { readonly kind: "did"; readonly did: string }
  | { readonly kind: "didVersion"; readonly did: string; readonly version: number }
  | { readonly kind: "credential"; readonly issuer: string; readonly hash: string }
  | {
      readonly kind: "credentialLog";
      readonly issuer: string;
      readonly hash: string;
      readonly from: number;
      readonly count: number;
    }
  | { readonly kind: "issuer"; readonly did: string }
  | { readonly kind: "accreditation"; readonly subject: string; readonly index: number }
  | AccreditationQuestion
  | { readonly kind: "status"; readonly issuer: string; readonly commitment: string }
  | {
      readonly kind: "credentialEvidence";
      readonly issuer: string;
      readonly commitment: string;
      readonly hash: string;
    }
  | Exclude<GovernanceQuestion, { readonly kind: "proposal" }>
  | { readonly kind: "proposal"; readonly hash: string }
  | { readonly kind: "schema"; readonly digest: string }
  | Exclude<RegistryQuestion, { readonly kind: "schema" }>
  | { readonly kind: "keys"; readonly keys: readonly string[] };

interface ProofParams {
  readonly json?: boolean;
  readonly questions: readonly JsonQuestion[];
  readonly anchorHeight?: number;
  readonly minHeight?: number;
}

const bitsPerNibble = 4;

const jsonParameter: MethodParameter = {
  name: "json",
  summary: "Also give the bundle as JSON: its twin (docs/formats.md), for people and plain tools.",
  schema: booleanSchema,
};

const get = defineMethod<ProofParams, JsonObject>({
  name: "proof_get",
  summary: "One proof that answers several questions at one height.",
  description:
    "The bundle (application/cartorio-proof) leads from the trust anchor, through each change of " +
    "the validator set since (TOO_LARGE: take a newer anchor), to the full records of " +
    "`keys`, in that order; an empty record is a proof of absence. The verifier derives the keys " +
    "from its own questions (docs/ledger.md 4) and never from this answer. Questions lead to at " +
    `most ${protocolLimits.maxProofKeys} keys together. Kinds: did {did}, didVersion {did, version}, ` +
    "issuer {did}: a DID and what it declares, accreditation {subject, index}: with all above it, " +
    "accreditations {subject, from, count}: a page of them, given {accreditor, from, count} and roots " +
    "{domain, from, count}: what somebody offered and a domain's roots, " +
    "credential {issuer, hash}: an anchor and its co-signatures, credentialLog {issuer, hash, from, " +
    "count}, status {issuer, commitment}, credentialEvidence {issuer, commitment, " +
    "hash: the commitment or its batch's root}, members, proposal {hash}, proposals {from, count}, " +
    "policy {operation: its field number}, parameters, schema {digest}, schemaList {owner, from, " +
    "count}, statusList {owner, list, sequence}, statusBit {owner, list, index, at}, exchange {party, " +
    "from, count}, keys {keys: raw state keys}.",
  params: [
    {
      name: "questions",
      summary: "What to prove.",
      schema: { ...arrayOf(proofQuestionSchema), minItems: 1 },
      required: true,
    },
    anchorHeightParameter,
    minHeightParameter,
    jsonParameter,
  ],
  result: objectOf({
    height: integerSchema,
    time: timeSchema,
    keys: arrayOf(hashSchema),
    bundle: bytesSchema,
    "json?": anyObjectSchema,
  }),
  errors: [
    "TOO_LARGE",
    "DID_MALFORMED",
    "DID_WRONG_NETWORK",
    "NOT_FOUND",
    "NOT_READY",
    "STATE_PRUNED",
  ],
  example: {
    summary: "All that decides on one credential",
    params: {
      questions: [
        {
          kind: "credentialEvidence",
          issuer: exampleValues.did,
          commitment: exampleValues.commitment,
          hash: exampleValues.commitment,
        },
      ],
    },
  },
  async handle(context, { questions, json, ...options }) {
    const { maxProofQuestions } = context.limits;
    if (questions.length > maxProofQuestions) {
      return { ok: false, code: "TOO_LARGE", data: { maxProofQuestions } };
    }
    const refused = await refuseSubjects(context, questions);
    if (refused !== undefined) return refused;
    const asked = questions.map(toQuestion);
    const read = await readRecords(context, asked, { ...options, proof: true });
    if (!read.ok) return read;
    const { height, time, keys, bundle = new Uint8Array() } = read.value;
    const value = { height, time, keys: keys.map(hexEncode), bundle: base64UrlEncode(bundle) };
    if (json !== true) return { ok: true, value };
    const decoded = decodeProofBundle(bundle);
    if (!decoded.ok) throw new Error("INV-GATEWAY-PROOF: the node gave a proof without form");
    return { ok: true, value: { ...value, json: proofBundleToJson(decoded.value) } };
  },
});

async function refuseSubjects(
  context: MethodContext,
  questions: readonly JsonQuestion[],
): Promise<ApiResult<never> | undefined> {
  for (const question of questions) {
    const subject = subjectOf(question);
    if (subject === undefined) continue;
    const refused = await refuseDid(context, subject);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

/** The DID that a question is about. */
function subjectOf(question: JsonQuestion): string | undefined {
  if ("did" in question) return question.did;
  if ("owner" in question) return question.owner;
  if ("party" in question) return question.party;
  if ("accreditor" in question) return question.accreditor;
  if ("subject" in question) return question.subject;
  return "issuer" in question ? question.issuer : undefined;
}

function toQuestion(question: JsonQuestion): ProofQuestion {
  switch (question.kind) {
    case "did":
    case "didVersion":
    case "issuer":
    case "accreditation":
    case "accreditations":
    case "given":
    case "roots":
    case "members":
    case "proposals":
    case "policy":
    case "parameters":
    case "schemaList":
    case "statusList":
    case "statusBit":
    case "exchange":
      return question;
    case "schema":
      return { kind: "schema", digest: hexParameter(question.digest) };
    case "proposal":
    case "credential":
    case "credentialLog":
      return { ...question, hash: hexParameter(question.hash) };
    case "status":
      return { ...question, commitment: hexParameter(question.commitment) };
    case "credentialEvidence":
      return {
        ...question,
        commitment: hexParameter(question.commitment),
        hash: hexParameter(question.hash),
      };
    case "keys":
      return { kind: "keys", keys: question.keys.map(hexParameter) };
  }
}

interface RangeParams {
  readonly keyPrefix: string;
  readonly anchorHeight?: number;
  readonly minHeight?: number;
  readonly atHeight?: number;
  readonly json?: boolean;
}

const getRange = defineMethod<RangeParams, JsonObject>({
  name: "proof_getRange",
  summary: "All records below a prefix of their keys, in one proof.",
  description:
    "So that a verifier looks up without telling what it looks for: it derives the state key itself, " +
    "asks for a short prefix and finds the record, or its absence, in the answer. The prefix of the " +
    `answer is shorter where there are fewer than ${protocolLimits.minRangeRecords} records below the ` +
    `one asked for. TOO_LARGE with more than ${protocolLimits.maxRangeRecords} records, or too many ` +
    "bytes: ask for a longer prefix, nibble by nibble. The bundle " +
    "(application/cartorio-proof-range) leads from the trust anchor to the records.",
  params: [
    {
      name: "keyPrefix",
      summary: "The first nibbles of a state key; empty for the whole state.",
      schema: { type: "string", pattern: "^[0-9a-f]{0,64}$" },
      required: true,
    },
    anchorHeightParameter,
    minHeightParameter,
    jsonParameter,
  ],
  result: objectOf({
    height: integerSchema,
    prefixBits: integerSchema,
    prefix: stringSchema,
    records: integerSchema,
    bundle: bytesSchema,
    "json?": anyObjectSchema,
  }),
  errors: ["TOO_LARGE"],
  example: { summary: "The whole state of a small network", params: { keyPrefix: "" } },
  async handle({ api }, { keyPrefix, json, ...options }) {
    const key = hexParameter(keyPrefix.padEnd(2 * protocolLimits.hashBytes, "0"));
    const range = await api.range({ key, bits: bitsPerNibble * keyPrefix.length }, options);
    if (!range.ok) return range;
    const { height, bundle } = range.value;
    const decoded = decodeRangeBundle(bundle);
    if (!decoded.ok) throw new Error("INV-GATEWAY-PROOF: the node gave a proof without form");
    const { prefixBits, prefix, records } = decoded.value;
    if (options.atHeight !== undefined) {
      const dropped = await holdsDropped(api, records);
      if (!dropped.ok) return dropped;
      if (dropped.value) return { ok: false, code: "REDACTED" };
    }
    const value = {
      height,
      prefixBits,
      prefix: hexEncode(prefix),
      records: records.length,
      bundle: base64UrlEncode(bundle),
      ...(json === true ? { json: rangeBundleToJson(decoded.value) } : {}),
    };
    return { ok: true, value };
  },
});

/** Methods of the `proof_` namespace. */
export const proofMethods: readonly Method[] = [get, getRange];
