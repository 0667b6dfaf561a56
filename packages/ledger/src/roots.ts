import {
  type AccreditationPlace,
  type AccreditationRecord,
  accreditationEnded,
  limits,
  type RootAdd,
  type RootEnd,
  type RootsHeadRecord,
  rootRecord,
  rootsHeadRecord,
  stateKeys,
} from "@cartorio/protocol";
import { checkEnd, endOf } from "./accreditation-end.ts";
import {
  appendAccreditation,
  changeAccreditation,
  checkGrant,
  checkSubject,
  readAccreditation,
  untouched,
} from "./accreditations.ts";
import {
  done,
  mismatch,
  type OperationOutcome,
  readDecoded,
  refused,
  type TransactionState,
  writeRecord,
} from "./state.ts";

// Roots of accreditation, per domain: only governance adds and ends them (docs/ledger.md 5, 8).

const domainForm = /^[a-z0-9-]+$/;

/** The roots of a domain as of now; none at version 0. */
export function rootsHead(state: TransactionState, domain: string): RootsHeadRecord {
  return (
    readDecoded(state, stateKeys.rootsHead(domain), rootsHeadRecord) ?? {
      count: 0,
      active: 0,
      version: 0,
    }
  );
}

/** Code: ROOTS_VERSION_MISMATCH with the version that the state holds. */
export function checkRootsVersion(
  state: TransactionState,
  { domain, expectedVersion }: Pick<RootAdd, "domain" | "expectedVersion">,
): OperationOutcome {
  const { version } = rootsHead(state, domain);
  if (expectedVersion === version) return done;
  return mismatch("ROOTS_VERSION_MISMATCH", version);
}

/**
 * Puts a root in place, in force from this block on. The subject need not accept: it is the members who
 * answer for a root. Codes: ROOTS_VERSION_MISMATCH, ROOTS_FULL, those of `checkGrant` (also for a domain
 * in another form than `[a-z0-9-]{1,32}`) and `checkSubject`.
 */
export function addRoot(state: TransactionState, value: RootAdd): OperationOutcome {
  const { domain, subject, actions, scope, depth, validUntil } = value;
  const version = checkRootsVersion(state, value);
  if (!version.ok) return version;
  const { time } = state.block;
  const grant = { actions, scope, depth, validFrom: time, validUntil };
  if (!isDomain(domain)) return refused("ACCREDITATION_INVALID");
  const head = rootsHead(state, domain);
  if (head.count >= limits.maxRoots) return refused("ROOTS_FULL");
  const problem = checkGrant(state, grant) ?? checkSubject(state, subject);
  if (problem !== undefined) return refused(problem);
  const record: AccreditationRecord = {
    ...{ ...untouched, ...grant, accreditor: "", parent: 0, domain },
    offeredTime: time,
    acceptedTime: time,
  };
  const place = appendAccreditation(state, subject, record);
  const count = head.count + 1;
  writeRecord(state, stateKeys.root(domain, count), rootRecord.encode(place));
  writeHead(state, domain, { count, active: head.active + 1, version: head.version + 1 });
  return done;
}

/**
 * Ends a root, withdrawn or for cause. As with every accreditation, an end only ever gets worse: a root
 * that was withdrawn may be ended for cause later. Codes: ROOTS_VERSION_MISMATCH, ROOT_NOT_FOUND, those
 * of `checkEnd`, LAST_ROOT if no other root of the domain is in force.
 */
export function endRoot(state: TransactionState, value: RootEnd): OperationOutcome {
  const { domain, root, ended, untrustedSince } = value;
  const version = checkRootsVersion(state, value);
  if (!version.ok) return version;
  const place = readRoot(state, domain, root);
  const record = place && readAccreditation(state, place);
  if (record === undefined) return refused("ROOT_NOT_FOUND");
  const end = { ended, untrustedSince, by: "", reason: 0 };
  const problem = checkEnd(state, record, end);
  if (problem !== undefined) return refused(problem);
  const isFirst = record.ended === accreditationEnded.not;
  if (isFirst && !hasOtherRoot(state, domain, root)) return refused("LAST_ROOT");
  changeAccreditation(state, place as AccreditationPlace, endOf(state, record, end));
  const head = rootsHead(state, domain);
  const active = isFirst ? head.active - 1 : head.active;
  writeHead(state, domain, { count: head.count, active, version: head.version + 1 });
  return done;
}

function writeHead(state: TransactionState, domain: string, head: RootsHeadRecord): void {
  writeRecord(state, stateKeys.rootsHead(domain), rootsHeadRecord.encode(head));
}

function isDomain(domain: string): boolean {
  return domain.length <= limits.maxDomainCharacters && domainForm.test(domain);
}

function readRoot(
  state: TransactionState,
  domain: string,
  number: number,
): AccreditationPlace | undefined {
  return readDecoded(state, stateKeys.root(domain, number), rootRecord);
}

/** Another root that is neither ended nor expired nor held by a DID that is deactivated. */
function hasOtherRoot(state: TransactionState, domain: string, but: number): boolean {
  const { count } = rootsHead(state, domain);
  for (let number = 1; number <= count; number += 1) {
    if (number !== but && isInForce(state, readRoot(state, domain, number))) return true;
  }
  return false;
}

function isInForce(state: TransactionState, place: AccreditationPlace | undefined): boolean {
  const record = place && readAccreditation(state, place);
  if (place === undefined || record === undefined) return false;
  const { ended, validUntil } = record;
  const isOpen = validUntil === 0 || validUntil > state.block.time;
  return (
    ended === accreditationEnded.not && isOpen && checkSubject(state, place.subject) === undefined
  );
}
