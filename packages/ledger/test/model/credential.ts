// docs/ledger.md 6, as the model sees it.
import type {
  CredentialOperation,
  CredentialRevoke,
  CredentialStatusRecord,
  StatusInterval,
} from "@cartorio/protocol";
import { isAccreditorOf, needRight } from "./accreditation.ts";
import type { Named } from "./named.ts";
import { bit, type Doing, need, needKey, Refusal, type Rules, writer } from "./state.ts";

const role = { issuer: 1, revoker: 2, successor: 3, accreditor: 4 } as const;
const issue = 1;
type Status = Named<CredentialStatusRecord>;
type Change = Omit<Named<CredentialRevoke>, "reason">;

/** Distinct others. */
function areParties(issuer: string, dids: readonly string[]): boolean {
  return new Set(dids).size === dids.length && !dids.includes(issuer);
}

/** Who changes a status, by what the issuer declared before. */
function needActor(doing: Doing, value: Change): { by: string; role: number } {
  const by = value.by === "" ? value.issuer : value.by;
  needKey(doing, by, bit.assertion);
  if (by === value.issuer) return { by, role: role.issuer };
  need(doing.before.dids[value.issuer] !== undefined, "DID_NOT_FOUND");
  if (value.accreditation !== 0) {
    const place = { subject: value.issuer, index: value.accreditation };
    need(isAccreditorOf(doing, place, by), "UNAUTHORISED");
    return { by, role: role.accreditor };
  }
  const profile = doing.before.profiles[value.issuer];
  if (profile?.successor === by) return { by, role: role.successor };
  if (profile?.revokers.includes(by) === true) return { by, role: role.revoker };
  throw new Refusal("UNAUTHORISED");
}

const statusOf = ({ state }: Doing, { issuer, commitment }: Change): Status =>
  state.statuses[`${issuer} ${commitment}`] ?? { status: 1, sequence: 0, intervals: [] };

function needOpen(now: Status, { expectedSequence }: Change): void {
  need(now.status !== 3, "CREDENTIAL_ALREADY_REVOKED");
  need(expectedSequence === now.sequence, "SEQUENCE_MISMATCH", now.sequence);
}

/** Ends what is open and begins what is next. */
function setStatus(doing: Doing, value: Change, next: Named<StatusInterval> | undefined): void {
  const now = statusOf(doing, value);
  const ended = now.intervals.map((one) => (one.to === 0 ? { ...one, to: doing.time } : one));
  doing.state.statuses[`${value.issuer} ${value.commitment}`] = {
    status: next?.status ?? 1,
    sequence: now.sequence + 1,
    intervals: next === undefined ? ended : [...ended, next],
  };
}

export const credentialRules: Partial<Rules<CredentialOperation["kind"]>> = {
  credentialAnchor(value, doing) {
    const { before } = writer(doing, value.issuer);
    const multikey = needKey(doing, value.issuer, bit.assertion);
    const { kind, treeSize, cosigners, accreditation } = value;
    const own = { subject: value.issuer, index: accreditation };
    if (accreditation !== 0) needRight(doing, own, issue);
    need(kind === 1 ? treeSize === 0 : treeSize >= 2 && treeSize <= 2 ** 20, "ANCHOR_INVALID");
    need(areParties(value.issuer, cosigners), "ANCHOR_INVALID");
    const at = `${value.issuer} ${value.hash}`;
    need(doing.state.anchors[at] === undefined, "CREDENTIAL_ALREADY_ANCHORED");
    const { time, height } = doing;
    doing.state.anchors[at] = {
      ...{ kind, treeSize, time, height, issuerVersion: before.version },
      ...{ cosigners, multikey, accreditation },
    };
  },
  credentialRevoke(value, doing) {
    const actor = needActor(doing, value);
    needOpen(statusOf(doing, value), value);
    need(value.reason <= 5, "REASON_INVALID");
    setStatus(doing, value, {
      ...{ status: 3, from: doing.time, to: 0, reason: value.reason },
      ...actor,
    });
  },
  credentialSuspend(value, doing) {
    const actor = needActor(doing, value);
    const now = statusOf(doing, value);
    needOpen(now, value);
    need(value.reason <= 5, "REASON_INVALID");
    need(now.status !== 2, "CREDENTIAL_ALREADY_SUSPENDED");
    setStatus(doing, value, {
      ...{ status: 2, from: doing.time, to: 0, reason: value.reason },
      ...actor,
    });
  },
  credentialResume(value, doing) {
    const actor = needActor(doing, value);
    const now = statusOf(doing, value);
    const open = now.intervals.find((one) => one.status === 2 && one.to === 0);
    if (open !== undefined) {
      // Nobody lifts what somebody above left suspended.
      const isAbove = open.role === role.accreditor;
      const isSame = actor.role === open.role && actor.by === open.by;
      need(!isAbove || isSame, "SUSPENDED_BY_ACCREDITOR");
      need(isAbove || actor.role !== role.accreditor, "UNAUTHORISED");
      const overrules = actor.role === role.revoker && open.role !== role.revoker;
      need(isAbove || !overrules, "UNAUTHORISED");
    }
    needOpen(now, value);
    need(open !== undefined, "CREDENTIAL_NOT_SUSPENDED");
    setStatus(doing, value, undefined);
  },
  credentialCosign({ issuer, hash, cosigner, recordHash }, doing) {
    const multikey = needKey(doing, cosigner, bit.assertion);
    const anchor = doing.before.anchors[`${issuer} ${hash}`];
    if (anchor === undefined) throw new Refusal("ANCHOR_NOT_FOUND");
    need(anchor.cosigners.includes(cosigner), "UNAUTHORISED");
    const at = `${issuer} ${hash} ${cosigner}`;
    need(doing.state.cosigned[at] === undefined, "CREDENTIAL_ALREADY_COSIGNED");
    need(recordHash === `record ${issuer} ${hash}`, "ANCHOR_RECORD_MISMATCH");
    const { time, height } = doing;
    doing.state.cosigned[at] = { time, height, recordHash, multikey };
  },
  credentialLog({ issuer, hash, entry, code, expectedSequence, ...value }, doing) {
    const by = value.by === "" ? issuer : value.by;
    needKey(doing, by, bit.assertion);
    const anchor = doing.before.anchors[`${issuer} ${hash}`];
    if (anchor === undefined) throw new Refusal("ANCHOR_NOT_FOUND");
    need(by === issuer || anchor.cosigners.includes(by), "UNAUTHORISED");
    const entries = doing.state.logs[`${issuer} ${hash}`] ?? [];
    need(expectedSequence === entries.length, "SEQUENCE_MISMATCH", entries.length);
    const { time, height } = doing;
    doing.state.logs[`${issuer} ${hash}`] = [...entries, { time, height, by, entry, code }];
  },
  issuerUpdate({ issuer, expectedSequence, ...declared }, doing) {
    needKey(doing, issuer, bit.invocation);
    const now = doing.state.profiles[issuer];
    const sequence = now?.sequence ?? 0;
    need(expectedSequence === sequence, "SEQUENCE_MISMATCH", sequence);
    const { revokers, successor, anchorRequiredSince } = declared;
    const since = now?.anchorRequiredSince ?? 0;
    // What has begun to be required stays required.
    const isKept = since === 0 || since > doing.time || since === anchorRequiredSince;
    const isValid = areParties(issuer, revokers) && successor !== issuer && isKept;
    need(isValid, "ISSUER_PROFILE_INVALID");
    const { time, height } = doing;
    doing.state.profiles[issuer] = { ...declared, sequence: sequence + 1, time, height };
  },
};
