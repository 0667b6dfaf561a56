// Twins (Bano et al. 2020, "Twins: BFT systems made robust"): a Byzantine validator is played by two
// correct processes that share its key, and the network is split anew in each view. What equivocates,
// forgets and lies this way needs no code of its own.

/** Four validators and the twin of one of them: five processes. */
export const validatorCount = 4;
export const processCount = 5;
/** Views 0 to 3 are split; from view 4 on everybody hears everybody. */
export const splitViews = 4;
/** Ways to divide five processes into two sets, one of which may be empty. */
export const splitsPerView = 16;
export const scenariosPerTwin: number = splitsPerView ** splitViews;
export const scenarioCount: number = validatorCount * scenariosPerTwin;

/**
 * Votes of one view that come when the view is over, to all processes but one. In PBFT a split alone
 * lets a set do all of a view or nothing of it; what is prepared or committed at one process only
 * needs votes that are late for the others.
 */
export interface Late {
  readonly prepares: boolean;
  readonly commits: boolean;
  /** The process that gets them in time; 5 or more: none does. */
  readonly except: number;
}

export interface Scenario {
  readonly id: number;
  /** Index of the validator whose key two processes hold: process `twinned` and process 4. */
  readonly twinned: number;
  /** Per view the set of each process, 0 or 1. Process 0 is always in set 0. */
  readonly sides: readonly (readonly number[])[];
  readonly late: readonly Late[];
  /** The twin stops for good when the network becomes whole; else after the first progress behind that. */
  readonly silencedAtOnce: boolean;
}

/**
 * Scenario `id` of `scenarioCount`: the twinned validator first, then a base-16 digit per view. What is
 * not part of the enumeration is spread over it by a hash of the number.
 */
export function scenarioOf(id: number): Scenario {
  const drawn = mixed(id);
  const splits = id % scenariosPerTwin;
  const sides = Array.from({ length: splitViews }, (_, view) => {
    const mask = Math.floor(splits / splitsPerView ** (splitViews - 1 - view)) % splitsPerView;
    return Array.from({ length: processCount }, (_unused, index) =>
      index === 0 ? 0 : (mask >> (index - 1)) & 1,
    );
  });
  return {
    id,
    twinned: Math.floor(id / scenariosPerTwin),
    sides,
    late: sides.map((_, view) => lateOf(drawn >>> (5 * view))),
    silencedAtOnce: drawn >>> 31 === 1,
  };
}

function mixed(id: number): number {
  let value = Math.imul(id ^ (id >>> 9), 0x21f0aaad) + 0x9e3779b9;
  value = Math.imul(value ^ (value >>> 15), 0x735a2d97);
  return (value ^ (value >>> 15)) >>> 0;
}

function lateOf(bits: number): Late {
  return { prepares: (bits & 3) === 1, commits: (bits & 3) >= 2, except: (bits >> 2) & 7 };
}

/** Validator whose key a process holds. */
export function validatorOf(scenario: Scenario, process: number): number {
  return process < validatorCount ? process : scenario.twinned;
}

/** Is what belongs to `view` delivered between two processes while the network is split? */
export function connected(
  scenario: Scenario,
  pair: readonly [number, number],
  view: number,
): boolean {
  const sides = scenario.sides[view];
  return sides === undefined || sides[pair[0]] === sides[pair[1]];
}

export function describeScenario(scenario: Scenario): string {
  const views = scenario.sides.map((sides) =>
    [0, 1]
      .map((side) => sides.flatMap((own, index) => (own === side ? [index] : [])).join(""))
      .join("|"),
  );
  const late = scenario.late.map(({ prepares, commits, except }) => {
    if (!prepares && !commits) return "-";
    return `${prepares ? "Prepares" : "Commits"} but to ${except < processCount ? except : "nobody"}`;
  });
  return [
    `scenario ${scenario.id}: twin of ${scenario.twinned}`,
    `splits ${views.join(" ")}`,
    `late ${late.join(", ")}`,
    `twin silenced ${scenario.silencedAtOnce ? "when the network is whole" : "after the first progress"}`,
  ].join("; ");
}
