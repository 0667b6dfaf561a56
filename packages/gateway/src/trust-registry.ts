// Answers to TRQP from the accreditations of the ledger (docs/ledger.md 5), with their proof.
import { base64UrlEncode } from "@cartorio/crypto";
import {
  accreditationsHeadRecord,
  accreditedAction,
  type ChainLink,
  evaluateTrusted,
  limits,
  type PageQuestion,
  type RecordLookup,
  stateKeys,
} from "@cartorio/protocol";
import { givenValue } from "./given-value.ts";
import type { MethodContext } from "./method.ts";
import { readPage } from "./method-is-authorised.ts";
import type { ApiResult } from "./node-api.ts";
import type { ReadAnswer } from "./read-records.ts";
import type { JsonObject } from "./render.ts";
import type { Authority, TrustQuestion } from "./trust-registry-request.ts";

/** Whether it may act, or whether it may say who may. */
export type TrustKind = "authorized" | "recognized";

/** Accreditations that are tried for one answer. */
const maxPages = 4;
const page = limits.maxAccreditationPage;

interface Judged {
  /** Of the accreditation that carries it; undefined: none does. */
  readonly index?: number;
  /** The pages that the verdict follows from. */
  readonly proven: readonly PageQuestion[];
  readonly reasons: readonly string[];
  readonly first: ReadAnswer;
}

/**
 * True if at the time an accreditation carried the action on the resource: every link up to its root in
 * force, and the authority among those above the entity. Recognised is who may pass the action on as well.
 * TOO_LARGE: more accreditations than are tried. INVALID_OPTIONS: the time is after the certified one.
 */
export async function answerTrust(
  context: MethodContext,
  kind: TrustKind,
  question: TrustQuestion,
): Promise<ApiResult<JsonObject>> {
  const judged = await judge(context, kind, question);
  if (!judged.ok) return judged;
  const { index, proven, first, reasons } = judged.value;
  const proofs = await provePages(context, question, judged.value);
  if (!proofs.ok) return proofs;
  const { request, at = first.time } = question;
  const { context: given, ...members } = request;
  const requested = given?.["time"] ? { time_requested: given["time"] } : {};
  const { height, time } = proofs.value[0] ?? first;
  const value = {
    ...members,
    [kind]: index !== undefined,
    ...requested,
    time_evaluated: new Date(at).toISOString(),
    message: messageOf(kind, index, reasons),
    ...(given === undefined ? {} : { context: given }),
    state_proof: {
      height,
      time: new Date(time).toISOString(),
      ...(index === undefined ? {} : { accreditation: index }),
      pages: proofs.value.map(({ bundle }, at) => ({
        question: { kind: "accreditations", subject: request.entity_id, ...proven[at] },
        bundle: base64UrlEncode(bundle ?? new Uint8Array()),
      })),
    },
  };
  return { ok: true, value };
}

async function judge(
  context: MethodContext,
  kind: TrustKind,
  question: TrustQuestion,
): Promise<ApiResult<Judged>> {
  const { entity_id: subject } = question.request;
  const proven: PageQuestion[] = [];
  const reasons: string[] = [];
  let first: ReadAnswer | undefined;
  for (let from = 1; proven.length < maxPages; from += page) {
    const options = first === undefined ? {} : { atHeight: first.height };
    const read = await readPage(context, subject, { from, count: page, options });
    if (!read.ok) return read;
    first ??= read.value;
    const { time, lookup } = read.value;
    const { at = time } = question;
    if (at > time) return { ok: false, code: "INVALID_OPTIONS", data: { certifiedTime: time } };
    proven.push({ from, count: page });
    const total = countOf(lookup, subject);
    for (let index = from; index < Math.min(from + page, total + 1); index += 1) {
      const reason = refusalOf(lookup, { kind, question, place: { subject, index }, at });
      if (reason === undefined) {
        const one = [{ from: index, count: 1 }];
        return { ok: true, value: { index, proven: one, reasons: [], first } };
      }
      reasons.push(`${index}: ${reason}`);
    }
    if (from + page > total) return { ok: true, value: { proven, reasons, first } };
  }
  return { ok: false, code: "TOO_LARGE", data: { accreditations: maxPages * page } };
}

interface Candidate {
  readonly kind: TrustKind;
  readonly question: TrustQuestion;
  readonly place: { readonly subject: string; readonly index: number };
  readonly at: number;
}

/** Why an accreditation does not carry it; undefined if it does. */
function refusalOf(
  lookup: RecordLookup,
  { kind, question, place, at }: Candidate,
): string | undefined {
  const { action, resource, authority } = question;
  const passesOn = kind === "recognized" ? accreditedAction.accredit : 0;
  const trusted = "domain" in authority ? { domains: [authority.domain] } : {};
  const asked = { ...place, action: action | passesOn, resource, at, trusted };
  const verdict = evaluateTrusted(lookup, asked);
  if (!verdict.ok) return verdict.reason;
  // Whose accreditation has depth 0 may say so, but nothing that it gives is in force.
  if (passesOn !== 0 && verdict.links[0]?.record.depth === 0) return "ACCREDITATION_DEPTH";
  return isAbove(authority, verdict.links) ? undefined : "not of this authority";
}

function isAbove(authority: Authority, links: readonly ChainLink[]): boolean {
  return "domain" in authority || links.slice(1).some(({ subject }) => subject === authority.did);
}

function countOf(lookup: RecordLookup, subject: string): number {
  const head = lookup(stateKeys.accreditationsHead(subject));
  return givenValue(head, accreditationsHeadRecord)?.count ?? 0;
}

/** The proofs of all pages, of the height at which they were judged. */
async function provePages(
  context: MethodContext,
  { request, anchorHeight }: TrustQuestion,
  { proven, first }: Judged,
): Promise<ApiResult<ReadAnswer[]>> {
  const answers: ReadAnswer[] = [];
  const anchor = anchorHeight === undefined ? {} : { anchorHeight };
  const options = { ...anchor, atHeight: first.height, proof: true };
  for (const { from, count } of proven) {
    const read = await readPage(context, request.entity_id, { from, count, options });
    if (!read.ok) return read;
    answers.push(read.value);
  }
  return { ok: true, value: answers };
}

function messageOf(kind: TrustKind, index: number | undefined, reasons: readonly string[]): string {
  if (index !== undefined) return `${kind} by accreditation ${index} of the entity`;
  if (reasons.length === 0) return "nobody accredited the entity";
  return `no accreditation of the entity carries it: ${reasons.join(", ")}`;
}
