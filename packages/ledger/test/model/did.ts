// docs/ledger.md 2, as the model sees it.
import type { Control, DidOperation, KeyRemoval } from "@cartorio/protocol";
import {
  committedOf,
  controlKeys,
  needControl,
  needControllers,
  needControlValid,
  needEstablishment,
  needForm,
  needFresh,
  needRecoveryValid,
  nextHashes,
  renewed,
} from "./control.ts";
import { changeKeys, moveDependant } from "./keys.ts";
import type { Named } from "./named.ts";
import { recoveryRules } from "./recovery.ts";
import { type Doing, keysOf, type ModelDid, need, type Rules, writer } from "./state.ts";

function needVersion(
  now: ModelDid,
  { expectedVersion }: { readonly expectedVersion: number },
): void {
  need(expectedVersion === now.version, "VERSION_MISMATCH", now.version);
}

interface ControlChange {
  readonly did: string;
  readonly expectedVersion: number;
  readonly control: Named<Control>;
  readonly removals: readonly Named<KeyRemoval>[];
}

function setControl(value: ControlChange, doing: Doing, form: Control["kind"]): void {
  const { did, control, removals } = value;
  const { now, before } = writer(doing, did);
  needEstablishment(doing, did, before.control);
  needVersion(now, value);
  need(now.pending === undefined, "RECOVERY_PENDING");
  need(control.kind === form, "CONTROL_INVALID");
  needControlValid(doing, did, control);
  needFresh(doing, nextHashes(control), now.control);
  const keys = { was: controlKeys(now.control), will: controlKeys(control), removals };
  changeKeys(now, keys, doing.time);
  const listed = keysOf(now.document);
  const isListed = removals.some((one) => one.reason === 2 && listed.includes(one.multikey));
  need(!isListed, "KEY_REMOVAL_INVALID");
  moveDependant(doing, now.control, control);
  now.control = control;
  now.version += 1;
}

export const didRules: Partial<Rules<DidOperation["kind"]>> = {
  didCreate(value, doing) {
    const did = value.nonce.replace("nonce:", "@");
    const { control, document, recovery } = value;
    needForm(control);
    needRecoveryValid(recovery);
    needControllers(doing, did, control);
    needControl(doing, did, control);
    need(doing.state.dids[did] === undefined, "DID_EXISTS");
    const made: ModelDid = {
      ...{ version: 1, active: true, control, document, recovery, sponsor: doing.payer },
      ...{ dependants: 0, left: {}, frozenUntil: 0 },
      ...{ pending: undefined, recoveries: 0, vetoed: false },
    };
    doing.state.dids[did] = made;
    doing.before.dids[did] = structuredClone(made);
    moveDependant(doing, undefined, control);
    doing.created.push(did);
  },
  didUpdate(value, doing) {
    const { did, document, removals } = value;
    const { now, before } = writer(doing, did);
    needControl(doing, did, before.control);
    needVersion(now, value);
    const [was, will] = [keysOf(now.document), keysOf(document)];
    changeKeys(now, { was, will, removals }, doing.time);
    // What a recovery brings into control neither comes nor goes by the keys that it is from.
    const coming = now.pending === undefined ? [] : controlKeys(now.pending.control);
    const isTouched = coming.some((key) => was.includes(key) !== will.includes(key));
    need(!isTouched, "RECOVERY_PENDING");
    now.document = document;
    now.version += 1;
  },
  didDeactivate(value, doing) {
    const { now, before } = writer(doing, value.did);
    needEstablishment(doing, value.did, before.control);
    needVersion(now, value);
    need(now.pending === undefined, "RECOVERY_PENDING");
    need(value.acknowledge === now.dependants, "DEPENDANTS_NOT_ACKNOWLEDGED");
    moveDependant(doing, now.control);
    now.active = false;
    now.document = { verificationMethods: [], services: [], alsoKnownAs: [] };
    now.version += 1;
  },
  didRotateKeys(value, doing) {
    setControl(value, doing, "keys");
  },
  didSetControllers(value, doing) {
    setControl(value, doing, "controllers");
  },
  didSetRecovery(value, doing) {
    const { now, before } = writer(doing, value.did);
    needEstablishment(doing, value.did, before.control);
    needVersion(now, value);
    need(now.pending === undefined, "RECOVERY_PENDING");
    need(!now.vetoed, "RECOVERY_VETOED");
    needRecoveryValid(value.recovery);
    const shown = [...controlKeys(now.control), ...doing.signers.map(({ key }) => key)];
    const known = value.recovery === undefined ? [] : committedOf(value.recovery, shown);
    need(known.length === 0, "RECOVERY_NOT_FRESH");
    now.control = renewed(doing, value.nextKeyHashes, now.control);
    now.recovery = value.recovery;
    now.version += 1;
  },
  ...recoveryRules,
};
