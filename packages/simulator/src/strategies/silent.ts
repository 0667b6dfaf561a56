import type { Strategy } from "../strategy.ts";
import { drawnPer } from "./own-messages.ts";

/** Takes everything, says nothing: a dead validator that the network still reaches. */
export function createSilent(): Strategy {
  return { name: "silent", outgoing: () => undefined, answerBodies: () => false };
}

const periodMs = 2000;

/** Speaks only to a group of peers that it draws anew every two seconds. */
export function createSilentToSome(): Strategy {
  const heardIn = drawnPer<number, readonly number[]>((a) =>
    a.peers().filter(() => a.random.chance(0.5)),
  );
  return {
    name: "silent-to-some",
    outgoing: (a, to, message) => {
      const heard = heardIn(a, Math.floor(a.nowMs() / periodMs));
      a.send(
        to.filter((peer) => heard.includes(peer)),
        message,
      );
    },
    answerBodies: (a, from) => heardIn(a, Math.floor(a.nowMs() / periodMs)).includes(from),
  };
}
