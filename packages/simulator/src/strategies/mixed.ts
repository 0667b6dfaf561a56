import type { Strategy } from "../strategy.ts";
import { drawnPer } from "./own-messages.ts";

const periodMs = 1500;

/** Takes up another strategy every second and a half, and what it began with the others stays begun. */
export function createMixed(factories: readonly (() => Strategy)[]): Strategy {
  const strategies = factories.map((create) => create());
  const drawn = drawnPer<number, Strategy>((a) => a.random.pick(strategies));
  const now = (a: Parameters<typeof drawn>[0]): Strategy =>
    drawn(a, Math.floor(a.nowMs() / periodMs));
  return {
    name: "mixed",
    outgoing: (a, to, message) => {
      const strategy = now(a);
      if (strategy.outgoing === undefined) a.send(to, message);
      else strategy.outgoing(a, to, message);
    },
    // All of them listen: some live on what they heard before their turn.
    incoming: (a, from, message) => {
      let isHeard = true;
      for (const strategy of strategies)
        if (strategy.incoming?.(a, from, message) === false) isHeard &&= strategy !== now(a);
      return isHeard;
    },
    tick: (a) => now(a).tick?.(a),
    build: (a, hashes) => now(a).build?.(a, hashes) ?? hashes,
    proposalTime: (a, wallMs) => now(a).proposalTime?.(a, wallMs) ?? wallMs,
    answerBodies: (a, from) => now(a).answerBodies?.(a, from) ?? true,
    answerBlocks: (a, blocks) => now(a).answerBlocks?.(a, blocks) ?? blocks,
    answerOwnVotes: (a, asker, shown) => {
      const { answerOwnVotes } = now(a);
      return answerOwnVotes === undefined ? shown : answerOwnVotes(a, asker, shown);
    },
  };
}
