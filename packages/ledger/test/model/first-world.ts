import { createWorld, type World } from "../world.ts";

/** Long-lived transactions that a sponsor may have executed on a day. */
export const longCap = 3;
let made: World | undefined;

/** What every history starts from: to be forked, never changed. */
export function firstWorld(): World {
  made ??= createWorld({ longLivedPerSponsorDay: longCap });
  return made;
}
