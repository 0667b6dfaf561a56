// docs/ledger.md 8: what proposals do, as the model sees it.
import {
  type Freeze,
  type GovernanceAction,
  limits,
  type MemberChange,
  type ParametersChange,
  type PolicyChange,
  type Redact,
} from "@cartorio/protocol";
import { addRoot, endRoot, needRootsVersion } from "./accreditation.ts";
import { weightOf } from "./members.ts";
import type { Named } from "./named.ts";
import { type Doing, type ModelState, need, Refusal } from "./state.ts";
import { changeSet, newest, openSet, schedule } from "./validators.ts";

type Action = Named<GovernanceAction>;
interface Doable {
  readonly proposal: number;
  readonly isRehearsal: boolean;
}
const dayMs = 86_400_000;
const newestParameters = ({ parameters }: ModelState): ModelState["parameters"][number] => {
  const last = parameters.at(-1);
  if (last === undefined) throw new Error("no parameters");
  return last;
};
const isUpgrade = (state: ModelState, { parameters }: Named<ParametersChange>): boolean =>
  parameters.protocolVersion > newestParameters(state).parameters.protocolVersion;

/** Whether so much of the total decides: more than two thirds, for roots and parameters than a half. */
export function decides(
  state: ModelState,
  action: Action,
  { weight, total }: { readonly weight: number; readonly total: number },
): boolean {
  const isSmall =
    action.kind === "rootAdd" ||
    action.kind === "rootEnd" ||
    (action.kind === "parameters" && !isUpgrade(state, action.value));
  return isSmall ? weight * 2 > total : weight * 3 > total * 2;
}

const frozenUntil = (state: ModelState, did: string): number => state.dids[did]?.frozenUntil ?? 0;

/** Whether what the proposal names is of the version that it names. */
export function needCurrent(state: ModelState, action: Action, time: number): void {
  switch (action.kind) {
    case "member": {
      const version = state.membersVersion;
      need(action.value.expectedVersion === version, "MEMBERS_VERSION_MISMATCH", version);
      return;
    }
    case "validators": {
      const epoch = newest(state).epoch;
      need(action.value.expectedEpoch === epoch, "EPOCH_MISMATCH", epoch);
      return;
    }
    case "parameters": {
      const { version } = newestParameters(state);
      need(action.value.expectedVersion === version, "PARAMETERS_VERSION_MISMATCH", version);
      return;
    }
    case "policy": {
      const version = state.policies[action.value.operation]?.version ?? 0;
      need(action.value.expectedVersion === version, "POLICY_VERSION_MISMATCH", version);
      return;
    }
    case "freeze": {
      const until = frozenUntil(state, action.value.did);
      const inForce = until > time ? until : 0;
      need(action.value.expectedUntil === inForce, "FREEZE_MISMATCH", inForce);
      return;
    }
    case "rootAdd":
    case "rootEnd":
      needRootsVersion(state, action.value);
      return;
    case "redact":
  }
}

export function doAction(doing: Doing, action: Action, how: Doable): void {
  switch (action.kind) {
    case "member":
      changeMember(doing, action.value);
      return;
    case "validators":
      changeSet(doing, action.value, how.isRehearsal);
      return;
    case "parameters":
      changeParameters(doing, action.value, how.isRehearsal);
      return;
    case "policy":
      changePolicy(doing, action.value);
      return;
    case "rootAdd":
      addRoot(doing, action.value);
      return;
    case "rootEnd":
      endRoot(doing, action.value);
      return;
    case "freeze":
      freeze(doing, action.value);
      return;
    case "redact":
      redact(doing, action.value, how.proposal);
  }
}

function changeMember(doing: Doing, change: Named<MemberChange>): void {
  const { state, time, height } = doing;
  const { did, name, weight, replaces } = change;
  const known = state.members.find((member) => member.did === did);
  const present = known !== undefined && known.weight > 0 ? known : undefined;
  const { validators } = newest(state);
  if (weight === 0) {
    need(present !== undefined, "MEMBER_NOT_FOUND");
    need(name === "" && replaces === "", "MEMBER_INVALID");
    need(!validators.some(({ member }) => member === did), "MEMBER_HAS_VALIDATORS");
  } else {
    need(name !== "", "MEMBER_INVALID");
    need(
      present === undefined || present.name !== name || present.weight !== weight,
      "MEMBER_INVALID",
    );
    if (replaces !== "") {
      need(weightOf(state, replaces) > 0, "MEMBER_NOT_FOUND");
      need(present === undefined, "MEMBER_INVALID");
    }
    const its = state.dids[did];
    if (its === undefined) throw new Refusal("DID_NOT_FOUND");
    need(its.active, "DID_DEACTIVATED");
    need(its.frozenUntil <= time, "MEMBER_FROZEN");
  }
  const next = { did, name: weight === 0 ? (known?.name ?? "") : name, weight };
  const version = (known?.version ?? 0) + 1;
  const left = state.members.map((member) =>
    member.did === replaces && replaces !== ""
      ? { ...member, weight: 0, version: member.version + 1, time, height }
      : member,
  );
  const changed = { ...next, version, time, height };
  state.members =
    known === undefined
      ? [...left, changed]
      : left.map((member) => (member.did === did ? changed : member));
  state.membersVersion += 1;
  const total = state.members.reduce((sum, member) => sum + member.weight, 0);
  // No member of these histories had a third at the start.
  const areBelow = state.members.every((member) => member.weight * 3 < total);
  need(total > 0 && areBelow, "MEMBER_WEIGHT_INVALID");
  if (replaces === "" || !validators.some(({ member }) => member === replaces)) return;
  need(newest(state).activationHeight <= height, "SET_CHANGE_PENDING");
  schedule(
    doing,
    validators.map((one) => (one.member === replaces ? { ...one, member: did } : one)),
  );
}

function changeParameters(
  doing: Doing,
  change: Named<ParametersChange>,
  isRehearsal: boolean,
): void {
  const { state, time, height } = doing;
  const { validators } = openSet(doing, change.expectedEpoch);
  const { parameters } = change;
  const last = newestParameters(state);
  const isLower = parameters.protocolVersion < last.parameters.protocolVersion;
  const isSame = JSON.stringify(parameters) === JSON.stringify(last.parameters);
  need(!isLower && !isSame, "PARAMETERS_INVALID");
  if (isUpgrade(state, change) && !isRehearsal) {
    const ready = validators.filter(
      ({ validatorKey }) => (state.announced[validatorKey] ?? 0) >= parameters.protocolVersion,
    );
    const faulty = Math.floor((validators.length - 1) / 3);
    const quorum = Math.ceil((validators.length + faulty + 1) / 2);
    need(ready.length >= quorum, "UPGRADE_NOT_ANNOUNCED");
  }
  const activationHeight = height + limits.window + 1;
  schedule(doing, validators);
  const record = { parameters, version: last.version + 1, activationHeight, time, height };
  state.parameters = [...state.parameters, record];
}

function changePolicy({ state, time, height }: Doing, change: Named<PolicyChange>): void {
  const { operation, policy, expectedVersion } = change;
  // Fields 70 to 79 are governance and validators; these histories name no other field without a kind.
  need(operation < 70 && operation !== 19, "POLICY_OPERATION");
  const isValid = policy.any.every(({ all }) =>
    all.every(({ role, count, self, sponsor }) => {
      const said = [count > 0, self, sponsor].filter(Boolean).length;
      const isRole = role >= 1 && role <= 3 && (!sponsor || role === 1);
      return isRole && said === 1 && count <= 16;
    }),
  );
  need(policy.any.length > 0 && isValid, "POLICY_INVALID");
  state.policies[operation] = { version: expectedVersion + 1, policy, time, height };
}

function freeze({ state, time }: Doing, { did, expectedUntil, until }: Named<Freeze>): void {
  const its = state.dids[did];
  if (its === undefined) throw new Refusal("DID_NOT_FOUND");
  need(its.active, "DID_DEACTIVATED");
  need(weightOf(state, did) === 0, "FREEZE_MEMBER");
  const isTime = until === 0 ? expectedUntil > 0 : until > time && until <= time + 30 * dayMs;
  need(isTime && until !== expectedUntil, "FREEZE_INVALID");
  its.frozenUntil = until;
}

function redact({ state, time, height }: Doing, value: Named<Redact>, proposal: number): void {
  const { did, version, schema, reason } = value;
  const isSchema = schema !== "no bytes";
  const isDocument = did !== "" && version > 0;
  need(reason >= 1 && reason <= 3 && isSchema !== isDocument, "REDACT_INVALID");
  const redaction = { time, height, proposal, reason };
  if (isSchema) {
    const isThere = state.schemas[schema] !== undefined && state.dropped[schema] === undefined;
    need(isThere, "REDACT_INVALID");
    state.dropped[schema] = redaction;
    return;
  }
  const its = state.dids[did];
  if (its === undefined) throw new Refusal("DID_NOT_FOUND");
  const at = `${did} ${version}`;
  need(version <= its.version && state.dropped[at] === undefined, "REDACT_INVALID");
  state.dropped[at] = redaction;
  if (version !== its.version) return;
  its.document = { verificationMethods: [], services: [], alsoKnownAs: [] };
}
