import { accreditationRecord } from "./accreditation-state-codec.ts";
import {
  type AccreditationPlace,
  type AccreditationRecord,
  accreditationEnded,
  accreditedAction,
} from "./accreditation-types.ts";
import type { Decoded, ErrorCode } from "./errors.ts";
import { limits } from "./limits.ts";
import type { RecordLookup } from "./record-lookup.ts";
import { type Resource, scopeCovers } from "./scope-rules.ts";
import { stateKeys } from "./state-keys.ts";

// Who may do what at a time T, from the records of today (docs/ledger.md 5): the ledger judges the
// present by it, verifiers the time at which a credential was anchored.

/** An accreditation with its place. */
export interface ChainLink extends AccreditationPlace {
  readonly record: AccreditationRecord;
}

/** From the accreditation asked for to its root. */
export type Chain =
  | { readonly ok: true; readonly links: readonly ChainLink[] }
  | { readonly ok: false; readonly reason: ErrorCode; readonly links: readonly ChainLink[] };

/**
 * The records from an accreditation up to its root. Reasons: ACCREDITATION_NOT_FOUND (a link is missing
 * or the chain is longer than any that the ledger made), UPGRADE_SDK (a link has a newer format). Total:
 * whatever the records say, at most `limits.maxChainLevels` are read.
 */
export function readChain(lookup: RecordLookup, place: AccreditationPlace): Chain {
  return followChain((key) => {
    const bytes = lookup(key);
    return bytes && accreditationRecord.decode(bytes);
  }, place);
}

/** {@link readChain} for who keeps decoded records. */
export function followChain(
  read: (key: Uint8Array) => Decoded<AccreditationRecord> | undefined,
  place: AccreditationPlace,
): Chain {
  const links: ChainLink[] = [];
  let { subject, index } = place;
  while (links.length < limits.maxChainLevels) {
    const decoded = read(stateKeys.accreditation(subject, index));
    if (decoded === undefined) return { ok: false, reason: "ACCREDITATION_NOT_FOUND", links };
    if (!decoded.ok) {
      const isNewer = decoded.code === "UPGRADE_SDK";
      return { ok: false, reason: isNewer ? "UPGRADE_SDK" : "ACCREDITATION_NOT_FOUND", links };
    }
    const record = decoded.value;
    links.push({ subject, index, record });
    if (record.accreditor === "") return { ok: true, links };
    subject = record.accreditor;
    index = record.parent;
  }
  return { ok: false, reason: "ACCREDITATION_NOT_FOUND", links };
}

export interface ChainQuestion extends AccreditationPlace {
  /** One `accreditedAction`. */
  readonly action: number;
  /** Default: the scope is not asked. */
  readonly resource?: Resource;
  /** T, milliseconds. */
  readonly at: number;
}

export type ChainVerdict =
  | { readonly ok: true; readonly links: readonly ChainLink[] }
  | {
      readonly ok: false;
      readonly reason: ErrorCode;
      readonly links: readonly ChainLink[];
      /** Number in the chain of the link that fails: 0 = the accreditation itself. */
      readonly failed: number;
    };

/**
 * True iff at T every link from the accreditation to its root was in force, allowed the action, and
 * covered the resource, and every link above the first might accredit so deep. The effective scope is
 * thus the intersection along the chain at T (docs/ledger.md 5). Reasons: those of {@link readChain} and
 * {@link standingAt}, ACTION_NOT_ACCREDITED, ACCREDITATION_DEPTH, SCOPE_NOT_COVERED; that of the link
 * nearest to the subject.
 */
export function evaluateChain(lookup: RecordLookup, question: ChainQuestion): ChainVerdict {
  const chain = readChain(lookup, question);
  const { links } = chain;
  if (!chain.ok) return { ok: false, reason: chain.reason, links, failed: links.length };
  return evaluateLinks(links, question);
}

/** {@link evaluateChain} for links that were read already. */
export function evaluateLinks(
  links: readonly ChainLink[],
  question: Omit<ChainQuestion, keyof AccreditationPlace>,
): ChainVerdict {
  for (const [level, { record }] of links.entries()) {
    const reason = judgeLink(record, level, question);
    if (reason !== undefined) return { ok: false, reason, links, failed: level };
  }
  return { ok: true, links };
}

function judgeLink(
  record: AccreditationRecord,
  level: number,
  { action, resource = {}, at }: Omit<ChainQuestion, keyof AccreditationPlace>,
): ErrorCode | undefined {
  const standing = standingAt(record, at);
  if (standing !== undefined) return standing;
  const needed = level === 0 ? action : action | accreditedAction.accredit;
  if ((record.actions & needed) !== needed) return "ACTION_NOT_ACCREDITED";
  if (record.depth < level) return "ACCREDITATION_DEPTH";
  return scopeCovers(record.scope, resource) ? undefined : "SCOPE_NOT_COVERED";
}

/**
 * Why the accreditation alone was not in force at T, undefined if it was. Intervals are half-open: what
 * begins at T holds at T, what ends at T does not. Reasons: ACCREDITATION_NOT_ACCEPTED,
 * ACCREDITATION_NOT_BEGUN, ACCREDITATION_ENDED, ACCREDITATION_EXPIRED, ACCREDITATION_SUSPENDED.
 */
export function standingAt(record: AccreditationRecord, at: number): ErrorCode | undefined {
  const { acceptedTime, validFrom, validUntil, suspensions } = record;
  if (acceptedTime === 0 || at < acceptedTime) return "ACCREDITATION_NOT_ACCEPTED";
  if (at < validFrom) return "ACCREDITATION_NOT_BEGUN";
  if (at >= endOf(record)) return "ACCREDITATION_ENDED";
  if (validUntil !== 0 && at >= validUntil) return "ACCREDITATION_EXPIRED";
  const isSuspended = suspensions.some(({ from, to }) => from <= at && (to === 0 || at < to));
  return isSuspended ? "ACCREDITATION_SUSPENDED" : undefined;
}

/** Withdrawn: what came before stays. For cause: nothing counts from `untrustedSince` on. */
function endOf({ ended, endedTime, untrustedSince }: AccreditationRecord): number {
  if (ended === accreditationEnded.not) return Number.POSITIVE_INFINITY;
  return ended === accreditationEnded.withdrawn ? endedTime : Math.min(endedTime, untrustedSince);
}
