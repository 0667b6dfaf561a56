// A history once more, by a ledger that has not seen it.
import { apply, fork, propose, type World } from "../world.ts";
import { firstWorld } from "./first-world.ts";
import type { PlayedBlock } from "./history.ts";
import { needSame } from "./same.ts";

/** Blocks between two times that the ledger is opened from what is stored. */
const reopenEvery = 7;

/** The header hash of each block; throws if one is not that of the first run. */
export function playAgain(blocks: readonly PlayedBlock[], label: string): Uint8Array[] {
  let world: World = fork(firstWorld());
  return blocks.map(({ envelopes, time, headerHash }, index) => {
    if (index % reopenEvery === reopenEvery - 1) world = fork(world);
    const result = propose(world, envelopes, time);
    needSame(result.headerHash, headerHash, () => `${label}: header of block ${index + 1}`);
    apply(world, result);
    return result.headerHash;
  });
}
