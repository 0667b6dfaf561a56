// After the last heal (docs/consensus.md 13): how soon something must commit, and by how many views.
import { CheckFailure, faultyOf } from "./checkers/check-failure.ts";
import { currentSeat } from "./seat.ts";
import type { World } from "./world.ts";

export interface Healing {
  readonly world: World;
  /** Simulated time that is owed from the heal to a commit. */
  readonly owedMs: number;
  /** Highest view and height of a correct node at the heal; undefined before. */
  atHeal: { readonly view: number; readonly epoch: number; readonly height: number } | undefined;
  settled: boolean;
}

const longestTimeoutMs = 8_000;
const graceMs = 10_000;

export function createHealing(world: World): Healing {
  const owedMs = (faultyOf(world.plan.n) + 2) * longestTimeoutMs + graceMs;
  return { world, owedMs, atHeal: undefined, settled: false };
}

/** Called every few hundred milliseconds from the heal on. */
export function checkHealed(healing: Healing): void {
  if (healing.settled) return;
  const { world } = healing;
  const view = newestView(world);
  const height = world.checkers.chainLength();
  healing.atHeal ??= { ...view, height };
  const { atHeal } = healing;
  if (height > atHeal.height || view.epoch !== atHeal.epoch) {
    healing.settled = true;
    return;
  }
  const allowed = faultyOf(world.plan.n) + 2;
  if (view.view > atHeal.view + allowed)
    throw new CheckFailure(
      "views-after-heal",
      `${view.view - atHeal.view} view changes since the heal and no block, more than ${allowed}`,
    );
}

function newestView(world: World): { readonly view: number; readonly epoch: number } {
  let newest = { view: 0, epoch: 0 };
  for (const { process, ridden } of world.nodes) {
    const seat = process && currentSeat(process);
    if (seat === undefined || ridden !== undefined) continue;
    const { epoch } = seat.validators;
    const { view } = seat.replica;
    if (epoch > newest.epoch || (epoch === newest.epoch && view > newest.view))
      newest = { view, epoch };
  }
  return newest;
}
