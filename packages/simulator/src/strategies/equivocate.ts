import { hexEncode } from "@cartorio/crypto";
import { encodeProposal, type Proposal, proposalDigest, type Vote } from "@cartorio/protocol";
import type { Adversary, Strategy } from "../strategy.ts";
import { drawnPer, halves, isOwn, otherDigest, ownProposal, peersBy } from "./own-messages.ts";

const rememberedProposals = 64;

/** A second proposal for the same height that a correct backup would accept as well. */
function otherProposal(a: Adversary, proposal: Proposal): Uint8Array {
  const { envelopeHashes, time } = proposal;
  const fewer = envelopeHashes.length > 1 && a.random.chance(0.5);
  return encodeProposal(
    fewer
      ? { ...proposal, envelopeHashes: envelopeHashes.slice(1) }
      : { ...proposal, time: time + 1 },
  );
}

/** Proposes one thing to one half and another to the rest, and votes with each half for its own. */
export function createEquivocate(): Strategy {
  const sides = drawnPer<number, ReturnType<typeof halves>>(halves);
  /** The other proposal by the hexadecimal digest of the honest one. */
  const others = new Map<string, Uint8Array>();
  return {
    name: "equivocate",
    outgoing: (a, to, message) => {
      const [first] = sides(a, a.view());
      const inFirst = to.filter((peer) => first.includes(peer));
      const inSecond = to.filter((peer) => !first.includes(peer));
      const proposal = ownProposal(a, message);
      if (message.kind === "prePrepare" && proposal !== undefined) {
        const key = hexEncode(proposalDigest(message.value.proposal));
        const other = others.get(key) ?? otherProposal(a, proposal);
        others.set(key, other);
        for (const old of others.keys()) if (others.size > rememberedProposals) others.delete(old);
        const { view } = message.value;
        a.send(inFirst, message);
        const { height } = proposal;
        a.send(inSecond, a.sign({ kind: "prePrepare", view, height, proposal: other }));
        return;
      }
      const other =
        message.kind === "vote" && isOwn(a, message)
          ? others.get(hexEncode(message.value.proposalDigest))
          : undefined;
      if (message.kind !== "vote" || other === undefined) {
        a.send(to, message);
        return;
      }
      a.send(inFirst, message);
      a.send(inSecond, signVote(a, message.value, proposalDigest(other)));
    },
  };
}

function signVote(a: Adversary, vote: Vote, digest: Uint8Array): ReturnType<Adversary["sign"]> {
  const { kind, view, height } = vote;
  return a.sign({ kind: "vote", vote: kind, view, height, proposalDigest: digest });
}

/** Votes for the proposal towards one half, for something else towards the rest; statements too. */
export function createEquivocateVotes(): Strategy {
  return {
    name: "equivocate-votes",
    outgoing: (a, to, message) => {
      const isStatement = message.kind === "vote" || message.kind === "checkpoint";
      if (!isStatement || !isOwn(a, message)) {
        a.send(to, message);
        return;
      }
      const { height } = message.value;
      const order = peersBy(a, height);
      const first = order.slice(0, Math.ceil(order.length / 2));
      const other =
        message.kind === "vote"
          ? signVote(a, message.value, otherDigest(message.value.proposalDigest))
          : a.sign({
              kind: "checkpoint",
              height,
              headerHash: otherDigest(message.value.headerHash),
            });
      for (const peer of to) {
        const both = first.includes(peer) ? [message, other] : [other, message];
        // Now and then a peer gets both: only the first may count.
        for (const said of a.random.chance(0.2) ? both : both.slice(0, 1)) a.send([peer], said);
      }
    },
  };
}
