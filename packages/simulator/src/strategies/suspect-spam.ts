import { encodeSuspectBody, suspectReason } from "@cartorio/protocol";
import type { Strategy } from "../strategy.ts";
import { randomBytes } from "./own-messages.ts";

const reasons = Object.values(suspectReason);

/** Suspects every view for every reason, all the time: alone it must never move anybody. */
export function createSuspectSpam(): Strategy {
  return {
    name: "suspect-spam",
    tick: (a) => {
      const replica = a.replica();
      if (replica === undefined) return;
      const reason = a.random.pick(reasons);
      const waiting = a.waiting();
      const real = waiting.length > 0 && a.random.chance(0.5);
      const transaction = real ? a.random.pick(waiting) : randomBytes(a, 100);
      const body = encodeSuspectBody({
        chainId: replica.chainId,
        epoch: a.epoch(),
        view: a.view() + a.random.pick([0, 0, 0, 1]),
        // A later one replaces an earlier one only if it names a higher S.
        certifiedHeight: replica.certified + a.random.between(0, 1000),
        reason,
        envelope: reason === suspectReason.starvation ? transaction : new Uint8Array(0),
      });
      a.send(a.peers(), a.sign({ kind: "suspect", body }));
    },
  };
}
