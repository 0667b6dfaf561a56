import { createWorld, type World } from "../world.ts";

/** Long-lived transactions that a sponsor may have executed on a day. */
export const longCap = 3;
/** Small, so that the delays of recoveries, a hundred times as long, pass within a history. */
export const maxClockDriftMs = 2000;

/** Who reports a time has a clock of its own. */
export function hasCome(time: number, reported: number): boolean {
  return reported <= time + maxClockDriftMs;
}
let made: World | undefined;

/** What every history starts from: to be forked, never changed. */
export function firstWorld(): World {
  made ??= createWorld({ longLivedPerSponsorDay: longCap, maxClockDriftMs });
  return made;
}
