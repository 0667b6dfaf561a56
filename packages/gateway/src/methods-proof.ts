import { base64UrlEncode, hexEncode } from "@cartorio/crypto";
import { type ProofQuestion, limits as protocolLimits } from "@cartorio/protocol";
import { exampleValues } from "./example-values.ts";
import { defineMethod, type Method, type MethodContext } from "./method.ts";
import type { ApiResult } from "./node-api.ts";
import { hexParameter, minHeightParameter, refuseDid } from "./parameters.ts";
import { readRecords } from "./read-records.ts";
import type { JsonObject } from "./render.ts";
import {
  arrayOf,
  bytesSchema,
  hashSchema,
  integerSchema,
  objectOf,
  proofQuestionSchema,
  timeSchema,
} from "./schemas.ts";

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
  | { readonly kind: "status"; readonly issuer: string; readonly commitment: string }
  | {
      readonly kind: "credentialEvidence";
      readonly issuer: string;
      readonly commitment: string;
      readonly hash: string;
    }
  | { readonly kind: "keys"; readonly keys: readonly string[] };

interface ProofParams {
  readonly questions: readonly JsonQuestion[];
  readonly anchorHeight?: number;
  readonly minHeight?: number;
}

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
    "credential {issuer, hash}: an anchor and its co-signatures, credentialLog {issuer, hash, from, " +
    "count}, status {issuer, commitment}, credentialEvidence {issuer, commitment, " +
    "hash: the commitment or its batch's root}, keys {keys: raw state keys}.",
  params: [
    {
      name: "questions",
      summary: "What to prove.",
      schema: { ...arrayOf(proofQuestionSchema), minItems: 1 },
      required: true,
    },
    {
      name: "anchorHeight",
      summary: "Height of the caller's trust anchor; default 0, the genesis.",
      schema: integerSchema,
    },
    minHeightParameter,
  ],
  result: objectOf({
    height: integerSchema,
    time: timeSchema,
    keys: arrayOf(hashSchema),
    bundle: bytesSchema,
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
  async handle(context, { questions, ...options }) {
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
    return { ok: true, value };
  },
});

async function refuseSubjects(
  context: MethodContext,
  questions: readonly JsonQuestion[],
): Promise<ApiResult<never> | undefined> {
  for (const question of questions) {
    if (question.kind === "keys") continue;
    const refused = await refuseDid(context, subjectOf(question));
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function subjectOf(question: Exclude<JsonQuestion, { readonly kind: "keys" }>): string {
  if ("did" in question) return question.did;
  return "subject" in question ? question.subject : question.issuer;
}

function toQuestion(question: JsonQuestion): ProofQuestion {
  switch (question.kind) {
    case "did":
    case "didVersion":
    case "issuer":
    case "accreditation":
      return question;
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

/** Methods of the `proof_` namespace. */
export const proofMethods: readonly Method[] = [get];
