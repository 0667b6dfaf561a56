// Keys that leave, and DIDs that depend on others, as the model sees them.
import type { Control, KeyRemoval } from "@cartorio/protocol";
import { hasCome } from "./first-world.ts";
import type { Named } from "./named.ts";
import { type Doing, type ModelDid, need } from "./state.ts";

export interface KeyChange {
  readonly was: readonly string[];
  readonly will: readonly string[];
  readonly removals: readonly Named<KeyRemoval>[];
}

/** Each key that goes is named, and none comes back. */
export function needKeyChange(
  now: ModelDid,
  { was, will, removals }: KeyChange,
  time: number,
): void {
  const leaving = was.filter((name) => !will.includes(name));
  const named = removals.map(({ multikey }) => multikey);
  need(new Set(named).size === named.length, "KEY_REMOVAL_INVALID");
  need(
    leaving.every((name) => named.includes(name)),
    "KEY_REMOVAL_INVALID",
  );
  for (const { multikey, reason, since } of removals) {
    const isTime = reason === 1 ? since === 0 : reason === 2 && since >= 1 && hasCome(time, since);
    need(isTime, "KEY_REMOVAL_INVALID");
    if (leaving.includes(multikey)) continue;
    const known = now.left[multikey];
    const isWorse =
      known !== undefined && reason === 2 && (known.reason === 1 || since < known.since);
    need(isWorse && !will.includes(multikey), "KEY_REMOVAL_INVALID");
  }
  const isBack = will.some((name) => !was.includes(name) && now.left[name] !== undefined);
  need(!isBack, "KEY_REMOVED");
}

/** Nothing is reported for later than the block of the report. */
export function settled(removals: KeyChange["removals"], time: number): KeyChange["removals"] {
  return removals.map((removal) => ({ ...removal, since: Math.min(removal.since, time) }));
}

/** A report that is worse than what is known replaces it. */
export function recordRemovals(now: ModelDid, removals: KeyChange["removals"], time: number): void {
  for (const { multikey, reason, since } of settled(removals, time)) {
    const known = now.left[multikey];
    const isWorse =
      known === undefined || (reason === 2 && (known.reason === 1 || since < known.since));
    if (isWorse) now.left[multikey] = { reason, since };
  }
}

export function changeKeys(now: ModelDid, change: KeyChange, time: number): void {
  needKeyChange(now, change, time);
  recordRemovals(now, change.removals, time);
}

/** Each DID that controls counts what depends on it. */
export function moveDependant(
  doing: Doing,
  was: Named<Control> | undefined,
  will?: Named<Control>,
): void {
  const listed = (control: Named<Control> | undefined): readonly string[] =>
    control?.kind === "controllers" ? control.controllers : [];
  for (const [list, other, step] of [
    [listed(was), listed(will), -1],
    [listed(will), listed(was), 1],
  ] as const) {
    for (const did of list) {
      const its = doing.state.dids[did];
      if (its !== undefined && !other.includes(did)) its.dependants += step;
    }
  }
}
