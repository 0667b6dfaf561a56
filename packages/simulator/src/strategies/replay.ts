import { messageEpoch } from "@cartorio/consensus";
import { type ConsensusMessage, limits } from "@cartorio/protocol";
import type { Adversary, Strategy } from "../strategy.ts";
import { authorOf } from "./own-messages.ts";

const remembered = 2000;
const againPerTick = 4;

/** Sends what it sent or received before once more, at any later time, to anybody. */
export function createReplay(): Strategy {
  const old: ConsensusMessage[] = [];
  const remember = (a: Adversary, message: ConsensusMessage): void => {
    if (old.length < remembered) old.push(message);
    else old[a.random.between(0, remembered - 1)] = message;
  };
  return {
    name: "replay",
    incoming: (a, _from, message) => {
      remember(a, message);
      return true;
    },
    outgoing: (a, to, message) => {
      remember(a, message);
      a.send(to, message);
    },
    // Real signatures of the asker, however old: none may look as if its journal lacked something.
    answerOwnVotes: (a, asker, shown) => {
      const theirs = old.filter(
        (message) => authorOf(message) === asker && messageEpoch(message) === shown.epoch,
      );
      const messages = [...shown.messages, ...a.random.shuffled(theirs)];
      return { ...shown, messages: messages.slice(0, limits.maxOwnVotes) };
    },
    tick: (a) => {
      if (old.length === 0) return;
      for (let count = 0; count < againPerTick; count += 1)
        a.send([a.random.pick(a.peers())], a.random.pick(old));
    },
  };
}
