import {
  accreditedAction,
  type ChainLink,
  type ErrorCode,
  judgeAuthorisation,
  limits,
  type PageQuestion,
  type ProofQuestion,
  type Refusal,
  type Resource,
  type TrustedRoots,
} from "@cartorio/protocol";
import { type ActionName, type TypeInput, typeOf } from "./accreditation-operations.ts";
import { type HashLike, hashBytes } from "./answer.ts";
import type { Client } from "./client.ts";
import { CartorioError } from "./errors.ts";
import { type Proven, type ProvenState, verifyProof } from "./proof.ts";
import { fetchProof } from "./proof-actions.ts";
import type { SingleProofCheck } from "./proven-records.ts";

/** What an action is about; what is left out is not asked. */
export interface ResourceInput {
  /** Digest of a schema. */
  readonly schema?: HashLike;
  readonly type?: TypeInput;
  /** ISO 3166-1 or -2. */
  readonly jurisdiction?: string;
}

/** May, or might at a time, a DID do this? */
export interface AuthorisationInput {
  readonly entity: string;
  readonly action: ActionName;
  readonly resource?: ResourceInput;
  /** Milliseconds. Default the block time of the proof, which it must not be after. */
  readonly at?: number;
  /** Roots that count. Default all that governance put in place. */
  readonly trusted?: TrustedRoots;
}

/** Judged here from proven records, never the word of a gateway. */
export interface AuthorisationAnswer {
  /** unknown: an accreditation has a format that this SDK does not know, or not all were tried. */
  readonly verdict: "authorised" | "notAuthorised" | "unknown";
  /** Time that was asked about, milliseconds. */
  readonly at: number;
  /** Block time of the oldest proof: what has been decided since is not known. */
  readonly asOf: number;
  /** If authorised: which accreditation, and the chain from it to its root. */
  readonly index?: number;
  readonly chain: readonly ChainLink[];
  /** Else why each accreditation does not carry the action. */
  readonly refusals: readonly Refusal[];
}

/** Accreditations that one proof speaks of. */
export const authorisationPage: number = limits.maxAccreditationPage;

/** The question that a proof for {@link verifyAuthorisation} has to answer. */
export function authorisationQuestion(
  entity: string,
  { from = 1, count = authorisationPage }: Partial<PageQuestion> = {},
): ProofQuestion {
  return { kind: "accreditations", subject: entity, from, count };
}

/**
 * Offline: from a proof of {@link authorisationQuestion} with the same page, whoever hands it over. Codes:
 * those of `verifyProof`, INVALID_OPTIONS (`at` after the proof, or not a time).
 */
export function verifyAuthorisation(
  check: SingleProofCheck & AuthorisationInput & { readonly page?: Partial<PageQuestion> },
): Proven<AuthorisationAnswer> {
  const { entity, page = {} } = check;
  const questions = [authorisationQuestion(entity, page)];
  const state = verifyProof({ ...check, questions });
  return state.ok ? readAuthorisation(state.value, check, page) : state;
}

/** The answer out of a proven state that covers {@link authorisationQuestion}. Code: INVALID_OPTIONS. */
export function readAuthorisation(
  state: ProvenState,
  input: AuthorisationInput,
  page: Partial<PageQuestion> = {},
): Proven<AuthorisationAnswer> {
  const judged = judgePage(state, input, page);
  if (!judged.ok) return judged;
  const { isLast, ...answer } = judged.value;
  const isWhole = isLast && (page.from ?? 1) === 1;
  const isNo = answer.verdict === "notAuthorised";
  return { ok: true, value: isNo && !isWhole ? { ...answer, verdict: "unknown" } : answer };
}

/** The answer as far as one page goes; `isLast`: there is nothing after it. */
function judgePage(
  state: ProvenState,
  { entity, action, resource = {}, at = state.time, trusted = {} }: AuthorisationInput,
  { from = 1, count = authorisationPage }: Partial<PageQuestion>,
): Proven<AuthorisationAnswer & { readonly isLast: boolean }> {
  const isTime = Number.isSafeInteger(at) && at >= 0 && at <= state.time;
  if (!isTime) return { ok: false, code: "INVALID_OPTIONS", field: "at" };
  const question = {
    ...{ subject: entity, action: accreditedAction[action], at, trusted },
    resource: resourceOf(resource),
  };
  const judged = judgeAuthorisation(state.record, question, { from, count });
  const asked = { at, asOf: state.time };
  if (judged.authorised) {
    const { index, links: chain } = judged;
    const verdict = "authorised" as const;
    return { ok: true, value: { verdict, ...asked, index, chain, refusals: [], isLast: true } };
  }
  const { refusals, count: total } = judged;
  // A head of a newer format may count anything: what it says is not known, and there is no next page.
  const isKnown = total !== undefined && refusals.every(({ reason }) => reason !== unknownFormat);
  const verdict = isKnown ? "notAuthorised" : "unknown";
  const isLast = total === undefined || total < from + count;
  return { ok: true, value: { verdict, ...asked, chain: [], refusals, isLast } };
}

/**
 * Asks a gateway for proofs, page by page, until an accreditation carries the action or all were tried,
 * and judges here. Throws the codes of `fetchProof`, and INVALID_OPTIONS for a time after the proof.
 */
export async function isAuthorised(
  client: Client,
  input: AuthorisationInput & {
    readonly minHeight?: number;
    readonly maximumProofAgeMs?: number;
    /** Proofs to ask for at most; then the answer is unknown. Default 16, which is 256 accreditations. */
    readonly maximumPages?: number;
  },
): Promise<AuthorisationAnswer> {
  const { maximumPages = 16, minHeight, maximumProofAgeMs, ...question } = input;
  const refusals: Refusal[] = [];
  let first: AuthorisationAnswer | undefined;
  let isKnown = true;
  for (let number = 0; number < maximumPages; number += 1) {
    const page = { from: 1 + number * authorisationPage, count: authorisationPage };
    const questions = [authorisationQuestion(input.entity, page)];
    const height = minHeight === undefined ? {} : { minHeight };
    const age = maximumProofAgeMs === undefined ? {} : { maximumProofAgeMs };
    const { state } = await fetchProof(client, { questions, ...height, ...age });
    // One time is asked about, that of the first proof: later ones are not older.
    const at = input.at ?? first?.at ?? state.time;
    const judged = judgePage(state, { ...question, at }, page);
    if (!judged.ok) throw new CartorioError(judged.code, { field: judged.field ?? "" });
    const { isLast, ...answer } = judged.value;
    first ??= answer;
    const asked = { at, asOf: first.asOf };
    if (answer.verdict === "authorised") return { ...answer, ...asked };
    refusals.push(...answer.refusals);
    isKnown &&= answer.verdict === "notAuthorised";
    const verdict = isKnown ? "notAuthorised" : "unknown";
    if (isLast) return { verdict, ...asked, chain: [], refusals };
  }
  const { at = 0, asOf = 0 } = first ?? {};
  return { verdict: "unknown", at, asOf, chain: [], refusals };
}

const unknownFormat: ErrorCode = "UPGRADE_SDK";

/** As the chain is asked. */
export function resourceOf({ schema, type, jurisdiction }: ResourceInput): Resource {
  return {
    ...(schema === undefined ? {} : { schema: hashBytes(schema) }),
    ...(type === undefined ? {} : { type: typeOf(type) }),
    ...(jurisdiction === undefined ? {} : { jurisdiction }),
  };
}
