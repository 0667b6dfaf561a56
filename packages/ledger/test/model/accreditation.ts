// docs/ledger.md 5, as the model sees it.
import type {
  AccreditationEnd,
  AccreditationOperation,
  AccreditationPlace,
  AccreditationRecord,
  RootAdd,
  RootEnd,
  Scope,
} from "@cartorio/protocol";
import { hasCome } from "./first-world.ts";
import type { Named } from "./named.ts";
import { bit, type Doing, type ModelState, need, needKey, Refusal, type Rules } from "./state.ts";

type Accreditation = Named<AccreditationRecord>;
type Place = Named<AccreditationPlace>;
interface Link extends Place {
  readonly record: Accreditation;
}

const accredit = 2;
const most = 8;

const recordAt = ({ accreditations }: ModelState, { subject, index }: Place) =>
  accreditations[subject]?.[index - 1];

/** From the accreditation to its root; undefined if a link is missing. */
function chainOf(state: ModelState, place: Place): { links: Link[]; isWhole: boolean } {
  const links: Link[] = [];
  let { subject, index } = place;
  while (links.length < most) {
    const record = recordAt(state, { subject, index });
    if (record === undefined) return { links, isWhole: false };
    links.push({ subject, index, record });
    if (record.accreditor === "") return { links, isWhole: true };
    [subject, index] = [record.accreditor, record.parent];
  }
  return { links, isWhole: false };
}

/** In force at the time, by itself. */
function needStanding(record: Accreditation, at: number): void {
  const { acceptedTime, validFrom, validUntil, ended, endedTime, untrustedSince } = record;
  need(acceptedTime !== 0 && at >= acceptedTime, "ACCREDITATION_NOT_ACCEPTED");
  need(at >= validFrom, "ACCREDITATION_NOT_BEGUN");
  const end = ended === 2 ? Math.min(endedTime, untrustedSince) : endedTime;
  need(ended === 0 || at < end, "ACCREDITATION_ENDED");
  need(validUntil === 0 || at < validUntil, "ACCREDITATION_EXPIRED");
  const isSuspended = record.suspensions.some(
    ({ from, to }) => from <= at && (to === 0 || at < to),
  );
  need(!isSuspended, "ACCREDITATION_SUSPENDED");
}

/** Every link in force before the transaction, with the action, and deep enough for what is below. */
export function needRight(doing: Doing, place: Place, action: number): Link[] {
  const { links, isWhole } = chainOf(doing.before, place);
  need(isWhole, "ACCREDITATION_NOT_FOUND");
  for (const [level, { record }] of links.entries()) {
    needStanding(record, doing.time);
    const needed = level === 0 ? action : action | accredit;
    need((record.actions & needed) === needed, "ACTION_NOT_ACCREDITED");
    need(record.depth >= level, "ACCREDITATION_DEPTH");
  }
  return links;
}

/** Whether {@link needRight} finds nothing. */
export function isRight(doing: Doing, place: Place, action: number): boolean {
  try {
    needRight(doing, place, action);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/**
 * Whether a DID speaks for an issuer that has lost its own say, deactivated or ended for cause, as the
 * accreditor that the place names; nobody above may have been ended for cause or be suspended.
 */
export function isAccreditorOf({ before }: Doing, place: Place, by: string): boolean {
  const { links, isWhole } = chainOf(before, place);
  const [own, ...above] = links.map(({ record }) => record);
  if (!isWhole || own === undefined || own.accreditor !== by || own.acceptedTime === 0)
    return false;
  const isLost = before.dids[place.subject]?.active === false || own.ended === 2;
  const isOpen = (record: Accreditation) => record.suspensions.some(({ to }) => to === 0);
  return isLost && above.every((record) => record.ended !== 2 && !isOpen(record));
}

/** All of the inner in the outer; a country holds its parts. */
function contains(outer: Named<Scope>, inner: Named<Scope>): boolean {
  const holdsPlace = (place: string): boolean =>
    outer.jurisdictions.some((item) => place === item || place.startsWith(`${item}-`));
  const types = outer.types.map((type) => JSON.stringify(type));
  return (
    (outer.allSchemas ||
      (!inner.allSchemas && inner.schemas.every((one) => outer.schemas.includes(one)))) &&
    (outer.allTypes ||
      (!inner.allTypes && inner.types.every((one) => types.includes(JSON.stringify(one))))) &&
    (outer.allJurisdictions || (!inner.allJurisdictions && inner.jurisdictions.every(holdsPlace)))
  );
}

type Grant = Pick<Accreditation, "actions" | "scope" | "depth" | "validFrom" | "validUntil">;

function needGrant(grant: Grant, time: number): void {
  const { actions, depth, validFrom, validUntil, scope } = grant;
  const isDepth = depth < most && (depth === 0 || (actions & accredit) !== 0);
  const isPeriod = validUntil === 0 || validUntil > Math.max(time, validFrom);
  need(actions > 0 && actions < 32 && isDepth && isPeriod, "ACCREDITATION_INVALID");
  // A list beside "everything" says two things.
  const isTwice = scope.allJurisdictions && scope.jurisdictions.length > 0;
  need(!isTwice, "SCOPE_INVALID");
}

function needSubject({ state }: Doing, subject: string): void {
  need(state.dids[subject]?.active === true, "ACCREDITATION_SUBJECT_INVALID");
}

function append({ state }: Doing, subject: string, record: Accreditation): Place {
  const known = state.accreditations[subject] ?? [];
  state.accreditations[subject] = [...known, record];
  return { subject, index: known.length + 1 };
}

function change({ state }: Doing, { subject, index }: Place, next: Accreditation): void {
  const changed = { ...next, sequence: next.sequence + 1 };
  const known = state.accreditations[subject] ?? [];
  state.accreditations[subject] = known.map((one, at) => (at === index - 1 ? changed : one));
}

const untouched = {
  ...{ sequence: 0, suspensions: [], ended: 0, endedTime: 0 },
  ...{ untrustedSince: 0, endedBy: "", reason: 0 },
};

function dependants({ state }: Doing, did: string, step: number): void {
  const its = state.dids[did];
  if (its !== undefined) its.dependants += step;
}

interface Change extends Place {
  readonly expectedSequence: number;
}

function needOpen({ state }: Doing, value: Change): Accreditation {
  const record = recordAt(state, value);
  if (record === undefined) throw new Refusal("ACCREDITATION_NOT_FOUND");
  need(value.expectedSequence === record.sequence, "SEQUENCE_MISMATCH", record.sequence);
  return record;
}

const levelOf = (links: readonly Link[], did: string): number =>
  links.findIndex(({ record }) => did !== "" && record.accreditor === did) + 1;

/** How far above the accreditation the one stands that acts, by an accreditation in force. */
function needSuperior(doing: Doing, value: Change & { readonly by: string }): number {
  needKey(doing, value.by, bit.invocation);
  const { links } = chainOf(doing.before, value);
  need(links.length > 0, "ACCREDITATION_NOT_FOUND");
  const level = levelOf(links, value.by);
  const below = links[level - 1];
  if (below === undefined) throw new Refusal("UNAUTHORISED");
  needRight(doing, { subject: value.by, index: below.record.parent }, accredit);
  return level;
}

type End = Pick<Named<AccreditationEnd>, "by" | "ended" | "untrustedSince" | "reason">;

/** It ends once, and then only gets worse. */
function ended({ time }: Doing, record: Accreditation, end: End): Accreditation {
  const isCause = end.ended === 2 && hasCome(time, end.untrustedSince);
  const isWithdrawn = end.ended === 1 && end.untrustedSince === 0;
  need(isCause || isWithdrawn, "ACCREDITATION_INVALID");
  const isWorse = isCause && (record.ended === 1 || end.untrustedSince < record.untrustedSince);
  need(record.ended === 0 || isWorse, "ACCREDITATION_ENDED");
  return {
    ...record,
    ...{ ended: end.ended, endedTime: record.ended === 0 ? time : record.endedTime },
    ...{ untrustedSince: Math.min(end.untrustedSince, time), endedBy: end.by, reason: end.reason },
  };
}

export const accreditationRules: Partial<Rules<AccreditationOperation["kind"]>> = {
  accreditationOffer(value, doing) {
    const { accreditor, subject, actions, scope, depth, validFrom, validUntil } = value;
    needKey(doing, accreditor, bit.invocation);
    const own = { subject: accreditor, index: value.accreditation };
    const links = needRight(doing, own, accredit);
    const given = doing.state.given[accreditor] ?? [];
    need(value.expectedGiven === given.length, "SEQUENCE_MISMATCH", given.length);
    needGrant(value, doing.time);
    needSubject(doing, subject);
    need(!links.some((link) => link.subject === subject), "ACCREDITATION_CYCLE");
    for (const [level, { record }] of links.entries()) {
      need(record.depth > depth + level, "ACCREDITATION_DEPTH");
      need((record.actions & actions) === actions, "ACTION_NOT_ACCREDITED");
      need(contains(record.scope, scope), "SCOPE_NOT_COVERED");
    }
    const place = append(doing, subject, {
      ...{ ...untouched, accreditor, parent: value.accreditation, domain: "", actions, scope },
      ...{ depth, validFrom, validUntil, offeredTime: doing.time, acceptedTime: 0 },
    });
    doing.state.given[accreditor] = [...given, place];
  },
  accreditationAccept(value, doing) {
    needKey(doing, value.subject, bit.invocation);
    const record = needOpen(doing, value);
    need(record.acceptedTime === 0, "ACCREDITATION_ALREADY_ACCEPTED");
    need(record.ended === 0, "ACCREDITATION_ENDED");
    const isLate = record.validUntil !== 0 && record.validUntil <= doing.time;
    need(!isLate, "ACCREDITATION_EXPIRED");
    change(doing, value, { ...record, acceptedTime: doing.time });
    dependants(doing, record.accreditor, 1);
  },
  accreditationSuspend(value, doing) {
    needSuperior(doing, value);
    const record = needOpen(doing, value);
    need(value.reason <= 5, "REASON_INVALID");
    need(record.ended === 0, "ACCREDITATION_ENDED");
    need(record.acceptedTime !== 0, "ACCREDITATION_NOT_ACCEPTED");
    need(!record.suspensions.some(({ to }) => to === 0), "ACCREDITATION_SUSPENDED");
    const next = { from: doing.time, to: 0, by: value.by, reason: value.reason };
    change(doing, value, { ...record, suspensions: [...record.suspensions, next] });
  },
  accreditationResume(value, doing) {
    const level = needSuperior(doing, value);
    const record = needOpen(doing, value);
    need(record.ended === 0, "ACCREDITATION_ENDED");
    const open = record.suspensions.find(({ to }) => to === 0);
    if (open === undefined) throw new Refusal("ACCREDITATION_NOT_SUSPENDED");
    // Nobody lifts what somebody further up suspended.
    const { links } = chainOf(doing.before, value);
    need(level >= levelOf(links, open.by), "UNAUTHORISED");
    const suspensions = record.suspensions.map((one) =>
      one.to === 0 ? { ...one, to: doing.time } : one,
    );
    change(doing, value, { ...record, suspensions });
  },
  accreditationEnd(value, doing) {
    if (value.by === value.subject) {
      needKey(doing, value.by, bit.invocation);
      need(value.ended === 1, "UNAUTHORISED");
    } else {
      needSuperior(doing, value);
    }
    const record = needOpen(doing, value);
    need(record.accreditor !== "", "UNAUTHORISED");
    need(value.reason <= 5, "REASON_INVALID");
    change(doing, value, ended(doing, record, value));
    if (record.ended === 0 && record.acceptedTime !== 0) dependants(doing, record.accreditor, -1);
  },
};

export function needRootsVersion(
  { roots }: ModelState,
  { domain, expectedVersion }: { readonly domain: string; readonly expectedVersion: number },
): void {
  const version = roots[domain]?.version ?? 0;
  need(expectedVersion === version, "ROOTS_VERSION_MISMATCH", version);
}

/** Roots come and go by governance alone; nobody has to accept one. */
export function addRoot(doing: Doing, value: Named<RootAdd>): void {
  const { state, time } = doing;
  const { domain, subject, actions, scope, depth, validUntil } = value;
  needRootsVersion(state, value);
  need(/^[a-z0-9-]+$/.test(domain), "ACCREDITATION_INVALID");
  needGrant({ ...value, validFrom: time }, time);
  needSubject(doing, subject);
  const place = append(doing, subject, {
    ...{ ...untouched, accreditor: "", parent: 0, domain, actions, scope, depth },
    ...{ validFrom: time, validUntil, offeredTime: time, acceptedTime: time },
  });
  const head = state.roots[domain] ?? { places: [], version: 0 };
  state.roots[domain] = { places: [...head.places, place], version: head.version + 1 };
}

export function endRoot(doing: Doing, value: Named<RootEnd>): void {
  const { state, time } = doing;
  needRootsVersion(state, value);
  const head = state.roots[value.domain];
  const place = head?.places[value.root - 1];
  const record = place === undefined ? undefined : recordAt(state, place);
  if (head === undefined || place === undefined || record === undefined) {
    throw new Refusal("ROOT_NOT_FOUND");
  }
  const next = ended(doing, record, { ...value, by: "", reason: 0 });
  const others = head.places.filter((other) => {
    const its = recordAt(state, other);
    if (other === place || its === undefined || its.ended !== 0) return false;
    const isOpen = its.validUntil === 0 || its.validUntil > time;
    return isOpen && state.dids[other.subject]?.active === true;
  });
  need(record.ended !== 0 || others.length > 0, "LAST_ROOT");
  change(doing, place, next);
  state.roots[value.domain] = { ...head, version: head.version + 1 };
}
