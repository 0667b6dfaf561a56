import { type ChainLink, type ChainQuestion, evaluateChain } from "./accreditation-chain.ts";
import type { PageQuestion } from "./accreditation-questions.ts";
import { accreditationsHeadRecord } from "./accreditation-state-codec.ts";
import type { ErrorCode } from "./errors.ts";
import type { RecordLookup } from "./record-lookup.ts";
import { stateKeys } from "./state-keys.ts";

/** Which roots the asker trusts; a list that is left out does not restrict. */
export interface TrustedRoots {
  /** DIDs of roots. */
  readonly roots?: readonly string[];
  readonly domains?: readonly string[];
}

/** Whether a DID was accredited for something at a time, by any of its accreditations. */
export interface AuthorisationQuestion extends Omit<ChainQuestion, "index"> {
  readonly trusted?: TrustedRoots;
}

/** Why one accreditation did not carry the action. */
export interface Refusal {
  readonly index: number;
  /** A reason of `evaluateChain`, or ROOT_NOT_TRUSTED. */
  readonly reason: ErrorCode;
}

export type Authorisation =
  | {
      readonly authorised: true;
      readonly index: number;
      /** From the accreditation to its root. */
      readonly links: readonly ChainLink[];
    }
  | {
      readonly authorised: false;
      readonly refusals: readonly Refusal[];
      /** Accreditations that the DID has; undefined if its head has a newer format. */
      readonly count: number | undefined;
    };

/**
 * Tries the accreditations of a page, in their order. The answer `false` speaks of that page only: it is
 * final when pages up to `count` were tried. `lookup` must hold the records of question `accreditations`
 * for the same page.
 */
export function judgeAuthorisation(
  lookup: RecordLookup,
  question: AuthorisationQuestion,
  { from, count }: PageQuestion,
): Authorisation {
  const total = readCount(lookup, question.subject);
  const last = Math.min(from + count - 1, total ?? 0);
  const refusals: Refusal[] = [];
  for (let index = from; index <= last; index += 1) {
    const verdict = evaluateTrusted(lookup, { ...question, index });
    if (verdict.ok) return { authorised: true, index, links: verdict.links };
    refusals.push({ index, reason: verdict.reason });
  }
  return { authorised: false, refusals, count: total };
}

/** As `evaluateChain`, and the root must be trusted: else ROOT_NOT_TRUSTED. */
export function evaluateTrusted(
  lookup: RecordLookup,
  question: ChainQuestion & Pick<AuthorisationQuestion, "trusted">,
): ReturnType<typeof evaluateChain> {
  const verdict = evaluateChain(lookup, question);
  if (!verdict.ok || isTrusted(verdict.links.at(-1), question.trusted)) return verdict;
  const { links } = verdict;
  return { ok: false, reason: "ROOT_NOT_TRUSTED", links, failed: links.length - 1 };
}

function isTrusted(root: ChainLink | undefined, trusted: TrustedRoots = {}): boolean {
  const { roots, domains } = trusted;
  return (
    root !== undefined &&
    (roots === undefined || roots.includes(root.subject)) &&
    (domains === undefined || domains.includes(root.record.domain))
  );
}

function readCount(lookup: RecordLookup, subject: string): number | undefined {
  const bytes = lookup(stateKeys.accreditationsHead(subject));
  if (bytes === undefined) return 0;
  const head = accreditationsHeadRecord.decode(bytes);
  return head.ok ? head.value.count : undefined;
}
