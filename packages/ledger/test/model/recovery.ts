// docs/ledger.md 2: recovery, as the model sees it.
import type { DidOperation, DidRecoveryPropose } from "@cartorio/protocol";
import {
  committedOf,
  controlKeys,
  needControlValid,
  needEstablishment,
  needFresh,
  needRecoveryValid,
  nextHashes,
  renewed,
} from "./control.ts";
import { moveDependant, needKeyChange, recordRemovals, settled } from "./keys.ts";
import { weightOf } from "./members.ts";
import type { Named } from "./named.ts";
import {
  bit,
  type Doing,
  keysSigning,
  keysWith,
  type ModelDid,
  need,
  Refusal,
  type Rules,
  writer,
} from "./state.ts";

type RecoveryKind = Extract<DidOperation["kind"], `didRecovery${string}`>;
const dayMs = 86_400_000;

function needSequence(now: ModelDid, value: { readonly expectedSequence: number }): void {
  need(value.expectedSequence === now.recoveries, "SEQUENCE_MISMATCH", now.recoveries);
}

/** The committed keys; of an orphan without any, the member that sponsored it. */
function needProposer(doing: Doing, did: string, before: ModelDid): void {
  const { recovery, control, sponsor } = before;
  if (recovery !== undefined) {
    const shown = committedOf(recovery, keysSigning(doing, did, "author", "controller"));
    need(shown.length > 0, "UNAUTHORISED");
    need(shown.length >= recovery.threshold, "THRESHOLD_NOT_MET");
    return;
  }
  const isOrphan =
    control.kind === "controllers" &&
    control.controllers.filter((name) => doing.before.dids[name]?.active).length <
      control.threshold;
  need(isOrphan, "RECOVERY_NOT_COMMITTED");
  const [now, then] = [doing.state.dids[sponsor], doing.before.dids[sponsor]];
  const isMember =
    weightOf(doing.state, sponsor) > 0 && now?.active === true && then?.active === true;
  if (!isMember) throw new Refusal("UNAUTHORISED");
  const allowed = keysWith(then.document, bit.invocation);
  const signing = keysSigning(doing, sponsor, "author", "controller");
  need(
    signing.some((key) => allowed.includes(key)),
    "UNAUTHORISED",
  );
}

function needProposal(doing: Doing, value: Named<DidRecoveryPropose>, now: ModelDid): void {
  const { did, control, recovery, removals } = value;
  needControlValid(doing, did, control);
  needFresh(doing, nextHashes(control), now.control);
  needRecoveryValid(recovery);
  const [was, will] = [controlKeys(now.control), controlKeys(control)];
  if (recovery === undefined) {
    need(now.recovery === undefined, "RECOVERY_NOT_FRESH");
  } else {
    const shown = [...was, ...will, ...doing.signers.map(({ key }) => key)];
    const isSpent = recovery.keyHashes.some((hash) => now.recovery?.keyHashes.includes(hash));
    need(!isSpent && committedOf(recovery, shown).length === 0, "RECOVERY_NOT_FRESH");
  }
  needKeyChange(now, { was, will, removals }, doing.time);
}

export const recoveryRules: Rules<RecoveryKind> = {
  didRecoveryPropose(value, doing) {
    const { now, before } = writer(doing, value.did);
    need(!doing.recovered.has(value.did), "RECOVERY_PENDING");
    needProposer(doing, value.did, before);
    needSequence(now, value);
    need(now.pending === undefined, "RECOVERY_PENDING");
    needProposal(doing, value, now);
    const { control, recovery, removals } = value;
    const delay = now.recovery === undefined ? 90 * dayMs : now.recovery.delayMs;
    now.pending = {
      ...{ control, recovery, time: doing.time, final: now.vetoed },
      removals: settled(removals, doing.time),
      // Whoever cancelled with keys that may be stolen has longer, but no second veto.
      finaliseFrom: doing.time + (now.vetoed && now.recovery !== undefined ? 2 * delay : delay),
      registrar: now.recovery === undefined ? now.sponsor : "",
    };
    now.recoveries += 1;
  },
  didRecoveryCancel(value, doing) {
    const { now, before } = writer(doing, value.did);
    needEstablishment(doing, value.did, before.control);
    needSequence(now, value);
    if (now.pending === undefined) throw new Refusal("RECOVERY_NOT_PENDING");
    need(!now.pending.final, "RECOVERY_FINAL");
    const control = renewed(doing, value.nextKeyHashes, now.control);
    now.pending = undefined;
    if (nextHashes(now.control).length === 0) {
      now.vetoed = true;
      return;
    }
    now.control = control;
    now.version += 1;
  },
  didRecoveryFinalise(value, doing) {
    const { now } = writer(doing, value.did);
    needSequence(now, value);
    if (now.pending === undefined) throw new Refusal("RECOVERY_NOT_PENDING");
    const { control, recovery, removals, finaliseFrom } = now.pending;
    need(doing.time >= finaliseFrom, "RECOVERY_TOO_EARLY");
    moveDependant(doing, now.control, control);
    const stolen = removals.filter(({ reason }) => reason === 2).map(({ multikey }) => multikey);
    const { verificationMethods: methods } = now.document;
    const kept = methods.filter(({ multikey }) => !stolen.includes(multikey));
    recordRemovals(now, removals, doing.time);
    Object.assign(now, { control, recovery, pending: undefined, vetoed: false });
    now.document = { ...now.document, verificationMethods: kept };
    now.version += 1;
    doing.recovered.add(value.did);
  },
};
