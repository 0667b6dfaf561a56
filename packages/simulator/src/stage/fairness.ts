// When is a primary suspected of passing a transaction over (docs/consensus.md 4)?
import { createStarvationWatch, lookIntervalMs, type StarvationWatch } from "@cartorio/node";
import { defaultParameters } from "@cartorio/protocol";
import { anchorOf } from "../transactions.ts";
import { createStageChain, transaction } from "./chain.ts";
import { require } from "./stage.ts";

const minuteMs = 60_000;

/**
 * A transaction that everybody was told of waits for a minute, while each second a block with another one
 * comes. Returns how often it was found starved.
 */
function waiting(maxBlockTransactions: number): number {
  const chain = createStageChain();
  const [first, second] = chain.sim.nodes;
  if (first === undefined || second === undefined) return 0;
  const passed = transaction(chain, 0, anchorOf(first.member, "passed over"));
  const taken = transaction(chain, 1, anchorOf(second.member, "taken"));
  let nowMs = 0;
  let starved = 0;
  const to = [0, 2, 3];
  const watch: StarvationWatch = createStarvationWatch({
    parameters: { ...defaultParameters, maxBlockTransactions },
    self: 1,
    validators: 4,
    replica: () => ({ judging: true, primary: 0 }),
    isWaiting: () => true,
    admission: () => undefined,
    tell: (decoded) => watch.told([decoded], to),
    post: ({ kind }) => {
      if (kind === "starved") starved += 1;
    },
    clock: { monotonicMs: () => nowMs, wallMs: () => chain.timeMs + nowMs },
  });
  watch.told([passed], to);
  for (; nowMs <= minuteMs; nowMs += lookIntervalMs) {
    if (nowMs % 1_000 === 0) watch.proposed({ envelopes: [taken], time: chain.timeMs }, nowMs);
    watch.look();
  }
  return starved;
}

/** Every block is full: nobody is starved by overload. */
export function overload(): void {
  const starved = waiting(1);
  require(starved === 0, "overload", `${starved} times starved by full blocks`);
}

/** Every block had room. */
export function passedOver(): void {
  const starved = waiting(20);
  require(starved > 0, "starvation", "a primary that leaves a transaction out is not suspected");
}
