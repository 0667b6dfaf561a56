// docs/consensus.md 8 and 9, as the model sees them.
import {
  limits,
  type ValidatorChange,
  type ValidatorOperation,
  type ValidatorSet,
} from "@cartorio/protocol";
import { isVoice, totalWeight, weightOf } from "./members.ts";
import type { Named } from "./named.ts";
import { bit, type Doing, type ModelState, need, needKey, Refusal, type Rules } from "./state.ts";

export type ModelSet = Named<ValidatorSet>;

export function newest({ sets }: ModelState): ModelSet {
  const set = sets.at(-1);
  if (set === undefined) throw new Error("the network has no validators");
  return set;
}

export function openSet(doing: Doing, expectedEpoch: number): ModelSet {
  const set = newest(doing.state);
  need(set.activationHeight <= doing.height, "SET_CHANGE_PENDING");
  need(set.epoch === expectedEpoch, "EPOCH_MISMATCH", set.epoch);
  return set;
}

export function schedule(doing: Doing, validators: ModelSet["validators"]): void {
  const { epoch } = newest(doing.state);
  const activationHeight = doing.height + limits.window + 1;
  doing.state.sets.push({ epoch: epoch + 1, activationHeight, validators });
}

/** Members of more than two thirds of the weight sign; one counts once, by whatever keys. */
function needWeight(doing: Doing): void {
  const voices = doing.signers.filter((signer) => isVoice(doing, signer));
  const signing = [...new Set(voices.map(({ did }) => did))];
  const weight = signing.reduce((sum, did) => sum + weightOf(doing.state, did), 0);
  need(weight > 0, "UNAUTHORISED");
  need(weight * 3 > totalWeight(doing.state) * 2, "WEIGHT_NOT_MET");
}

const faulty = (n: number): number => Math.floor((n - 1) / 3);

/** Another set, whoever decided it. */
export function changeSet(
  doing: Doing,
  { expectedEpoch, remove, add }: Named<ValidatorChange>,
  isRehearsal: boolean,
): void {
  const { validators } = openSet(doing, expectedEpoch);
  const changes = Math.max(remove.length, add.length);
  need(changes > 0 && new Set(remove).size === remove.length, "SET_CHANGE_INVALID");
  need(changes <= faulty(validators.length), "SET_CHANGE_TOO_LARGE");
  const keys = validators.map(({ validatorKey }) => validatorKey);
  need(
    remove.every((key) => keys.includes(key)),
    "VALIDATOR_NOT_FOUND",
  );
  const staying = validators.filter(({ validatorKey }) => !remove.includes(validatorKey));
  const size = staying.length + add.length;
  need(size >= 4 && size <= 31, "SET_SIZE_INVALID");
  // No key of the new set stands twice, and a validator key was no key of the old one.
  const all = [...staying, ...add].flatMap((one) => [one.validatorKey, one.nodeKey]);
  const old = validators.flatMap((one) => [one.validatorKey, one.nodeKey]);
  const isTaken = add.some((one) => old.includes(one.validatorKey) || keys.includes(one.nodeKey));
  need(!isTaken && new Set(all).size === all.length, "VALIDATOR_KEY_TAKEN");
  for (const { member, readyHeight } of add) {
    need(weightOf(doing.state, member) > 0, "CANDIDATE_NOT_MEMBER");
    need(doing.state.dids[member]?.active === true, "DID_DEACTIVATED");
    const isRecent = readyHeight < doing.height && readyHeight >= doing.height - 1 - 1000;
    need(isRecent, "READY_HEIGHT_INVALID");
  }
  const isSigned = add.every(
    (one) => one.validatorSignature.startsWith("good") && one.nodeSignature.startsWith("good"),
  );
  need(isSigned || isRehearsal, "READY_SIGNATURE_INVALID");
  const added = add.map(({ member, validatorKey, nodeKey, addresses, incarnation }) => {
    return { member, validatorKey, nodeKey, addresses, incarnation };
  });
  schedule(doing, [...staying, ...added]);
}

export const validatorRules: Partial<Rules<ValidatorOperation["kind"]>> = {
  validatorChange(value, doing) {
    needWeight(doing);
    changeSet(doing, value, false);
  },
  upgradeAnnounce({ validatorKey, protocolVersion }, doing) {
    const { validators } = newest(doing.state);
    const validator = validators.find((one) => one.validatorKey === validatorKey);
    if (validator === undefined) throw new Refusal("VALIDATOR_NOT_FOUND");
    needKey(doing, validator.member, bit.invocation);
    const before = doing.state.announced[validatorKey] ?? 0;
    need(protocolVersion > before, "UPGRADE_NOT_HIGHER", before);
    doing.state.announced[validatorKey] = protocolVersion;
  },
  validatorReenter({ validatorKey, incarnation, expectedEpoch }, doing) {
    const validator = newest(doing.state).validators.find(
      (one) => one.validatorKey === validatorKey,
    );
    if (validator === undefined) throw new Refusal("VALIDATOR_NOT_FOUND");
    needKey(doing, validator.member, bit.invocation);
    const { validators } = openSet(doing, expectedEpoch);
    need(faulty(validators.length) > 0, "SET_CHANGE_TOO_LARGE");
    need(validator.incarnation !== incarnation, "INCARNATION_NOT_FRESH");
    const last = doing.state.reentries[validatorKey];
    need(last === undefined || doing.time >= last + 60_000, "REENTRY_TOO_SOON");
    doing.state.reentries[validatorKey] = doing.time;
    schedule(
      doing,
      validators.map((one) => (one.validatorKey === validatorKey ? { ...one, incarnation } : one)),
    );
  },
};
