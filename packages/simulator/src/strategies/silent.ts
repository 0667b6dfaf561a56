import type { Strategy } from "../strategy.ts";

/** Takes everything, says nothing: a dead validator that the network still reaches. */
export function createSilent(): Strategy {
  return { name: "silent", outgoing: () => undefined, answerBodies: () => false };
}

/** Speaks only to a group of peers that it draws anew every two seconds. */
export function createSilentToSome(): Strategy {
  const periodMs = 2000;
  let drawnMs = Number.NEGATIVE_INFINITY;
  let heard: readonly number[] = [];
  return {
    name: "silent-to-some",
    outgoing: (a, to, message) => {
      if (a.nowMs() - drawnMs >= periodMs) {
        drawnMs = a.nowMs();
        heard = a.peers().filter(() => a.random.chance(0.5));
      }
      a.send(
        to.filter((peer) => heard.includes(peer)),
        message,
      );
    },
    answerBodies: (_a, from) => heard.includes(from),
  };
}
