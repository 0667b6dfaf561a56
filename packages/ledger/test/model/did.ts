// docs/ledger.md 2, as the model sees it.
import type { Control, DidOperation, KeyRemoval } from "@cartorio/protocol";
import type { Named } from "./named.ts";
import {
  type Doing,
  keysOf,
  keysSigning,
  type ModelDid,
  need,
  Refusal,
  type Rules,
  writer,
} from "./state.ts";

type KeyControl = Extract<Named<Control>, { kind: "keys" }>;

export function keyControl(control: Named<Control>): KeyControl {
  if (control.kind !== "keys") throw new Refusal("NOT_SUPPORTED");
  return control;
}

function needThreshold(control: KeyControl, signing: readonly string[]): void {
  const count = control.keys.filter((name) => signing.includes(name)).length;
  need(count > 0, "UNAUTHORISED");
  need(count >= control.threshold, "THRESHOLD_NOT_MET");
}

function needControl(doing: Doing, did: string): void {
  const { before } = writer(doing, did);
  needThreshold(keyControl(before.control), keysSigning(doing, did, "author", "controller"));
}

function needEstablishment(doing: Doing, did: string): void {
  const control = keyControl(writer(doing, did).before.control);
  const signing = keysSigning(doing, did, "author", "controller");
  if (control.nextKeyHashes.length === 0) {
    needThreshold(control, signing);
    return;
  }
  need(signing.length > 0, "UNAUTHORISED");
  const revealed = control.nextKeyHashes.filter((hash) =>
    signing.some((name) => hash === `next:${name}`),
  ).length;
  const hasCurrent = control.keys.some((name) => signing.includes(name));
  need(revealed > 0, hasCurrent ? "PRE_ROTATION_REQUIRED" : "PRE_ROTATION_MISMATCH");
  need(revealed >= control.threshold, "THRESHOLD_NOT_MET");
}

interface KeyChange {
  readonly was: readonly string[];
  readonly will: readonly string[];
  readonly removals: readonly Named<KeyRemoval>[];
}

/** Each key that goes is named, and none comes back. */
function changeKeys(now: ModelDid, { was, will, removals }: KeyChange, time: number): void {
  const leaving = was.filter((name) => !will.includes(name));
  const named = removals.map(({ multikey }) => multikey);
  need(new Set(named).size === named.length, "KEY_REMOVAL_INVALID");
  need(
    leaving.every((name) => named.includes(name)),
    "KEY_REMOVAL_INVALID",
  );
  for (const { multikey, reason, since } of removals) {
    const isTime = reason === 1 ? since === 0 : reason === 2 && since >= 1 && since <= time;
    need(isTime, "KEY_REMOVAL_INVALID");
    if (leaving.includes(multikey)) continue;
    const known = now.left[multikey];
    const isWorse =
      known !== undefined && reason === 2 && (known.reason === 1 || since < known.since);
    need(isWorse && !will.includes(multikey), "KEY_REMOVAL_INVALID");
  }
  const isBack = will.some((name) => !was.includes(name) && now.left[name] !== undefined);
  need(!isBack, "KEY_REMOVED");
  for (const { multikey, reason, since } of removals) {
    const known = now.left[multikey];
    const isWorse =
      known === undefined || (reason === 2 && (known.reason === 1 || since < known.since));
    if (isWorse) now.left[multikey] = { reason, since };
  }
}

function needVersion(
  now: ModelDid,
  { expectedVersion }: { readonly expectedVersion: number },
): void {
  need(expectedVersion === now.version, "VERSION_MISMATCH", now.version);
}

export const didRules: Rules<DidOperation["kind"]> = {
  didCreate(value, doing) {
    const did = value.nonce.replace("nonce:", "@");
    needThreshold(keyControl(value.control), keysSigning(doing, did, "author", "controller"));
    need(doing.state.dids[did] === undefined, "DID_EXISTS");
    const made: ModelDid = {
      version: 1,
      active: true,
      control: value.control,
      document: value.document,
      recovery: value.recovery,
      sponsor: doing.payer,
      dependants: 0,
      left: {},
    };
    doing.state.dids[did] = made;
    doing.before.dids[did] = structuredClone(made);
    doing.created.push(did);
  },
  didUpdate(value, doing) {
    const { now } = writer(doing, value.did);
    needControl(doing, value.did);
    needVersion(now, value);
    const { removals } = value;
    const keys = { was: keysOf(now.document), will: keysOf(value.document), removals };
    changeKeys(now, keys, doing.time);
    now.document = value.document;
    now.version += 1;
  },
  didDeactivate(value, doing) {
    const { now } = writer(doing, value.did);
    needEstablishment(doing, value.did);
    needVersion(now, value);
    need(value.acknowledge === now.dependants, "DEPENDANTS_NOT_ACKNOWLEDGED");
    now.active = false;
    now.document = { verificationMethods: [], services: [], alsoKnownAs: [] };
    now.version += 1;
  },
  didRotateKeys(value, doing) {
    const { now } = writer(doing, value.did);
    needEstablishment(doing, value.did);
    needVersion(now, value);
    const [was, will] = [keyControl(now.control), keyControl(value.control)];
    const shown = [...was.keys, ...keysSigning(doing, value.did, "author", "controller")];
    const spent = [...was.nextKeyHashes, ...shown.map((name) => `next:${name}`)];
    need(!will.nextKeyHashes.some((hash) => spent.includes(hash)), "PRE_ROTATION_MISMATCH");
    const { removals } = value;
    changeKeys(now, { was: was.keys, will: will.keys, removals }, doing.time);
    const listed = keysOf(now.document);
    const isListed = removals.some((r) => r.reason === 2 && listed.includes(r.multikey));
    need(!isListed, "KEY_REMOVAL_INVALID");
    now.control = will;
    now.version += 1;
  },
};
