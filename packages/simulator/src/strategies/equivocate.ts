import { equalBytes, hexEncode } from "@cartorio/crypto";
import {
  type ConsensusMessage,
  decodeProposal,
  encodeProposal,
  type Proposal,
  proposalDigest,
  type Vote,
} from "@cartorio/protocol";
import type { Adversary, Strategy } from "../strategy.ts";
import { authorOf, isOwn, otherDigest, ownProposal, peersBy } from "./own-messages.ts";

/** Two proposals of one height; the one with the smaller digest is for the first half. */
interface Pair {
  readonly first: Uint8Array;
  readonly second: Uint8Array;
}

const rememberedPlaces = 64;

function forgetOldest(byPlace: Map<string, unknown>): void {
  for (const old of byPlace.keys()) if (byPlace.size > rememberedPlaces) byPlace.delete(old);
}

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

function pairOf(one: Uint8Array, other: Uint8Array): Pair {
  const isFirst = hexEncode(proposalDigest(one)) < hexEncode(proposalDigest(other));
  return isFirst ? { first: one, second: other } : { first: other, second: one };
}

/** Half of those who are to be deceived, the same for all accomplices without a word between them. */
function firstHalf(a: Adversary, view: number): readonly number[] {
  const liars = [a.index, ...a.accomplices];
  const honest = Array.from({ length: a.n }, (_, index) => index).filter(
    (index) => !liars.includes(index),
  );
  const from = view % Math.max(1, honest.length);
  const order = [...honest.slice(from), ...honest.slice(0, from)];
  return order.slice(0, Math.ceil(order.length / 2));
}

/**
 * Proposes one thing to one half and another to the rest, and votes with each half for its own. An
 * accomplice gets both and votes as the primary does: no correct replica sees more than one of them.
 */
export function createEquivocate(): Strategy {
  /** By view and height. */
  const pairs = new Map<string, Pair>();
  const heard = new Map<string, Uint8Array>();
  const remember = (place: string, pair: Pair): Pair => {
    pairs.set(place, pair);
    forgetOldest(pairs);
    return pair;
  };
  return {
    name: "equivocate",
    incoming: (a, from, message) => {
      if (message.kind !== "prePrepare" || !a.accomplices.includes(from)) return true;
      if (authorOf(message) !== from) return true;
      const place = placeOf(message.value.view, message.value.proposal);
      const known = heard.get(place);
      if (known === undefined) {
        heard.set(place, message.value.proposal);
        forgetOldest(heard);
        return true;
      }
      if (!equalBytes(known, message.value.proposal))
        remember(place, pairOf(known, message.value.proposal));
      return false;
    },
    outgoing: (a, to, message) => {
      const proposal = ownProposal(a, message);
      if (message.kind === "prePrepare" && proposal !== undefined) {
        const { view, proposal: bytes } = message.value;
        const place = placeOf(view, bytes);
        const pair = pairs.get(place) ?? remember(place, pairOf(bytes, otherProposal(a, proposal)));
        const { height } = proposal;
        const sign = (chosen: Uint8Array): ConsensusMessage =>
          a.sign({ kind: "prePrepare", view, height, proposal: chosen });
        say(a, { to, view, first: sign(pair.first), second: sign(pair.second) });
        return;
      }
      // It accuses nobody, least of all an accomplice.
      if (message.kind === "suspect" && isOwn(a, message)) return;
      const pair =
        message.kind === "vote" && isOwn(a, message)
          ? pairs.get(`${message.value.view}/${message.value.height}`)
          : undefined;
      if (message.kind !== "vote" || pair === undefined) {
        a.send(to, message);
        return;
      }
      const vote = message.value;
      const sign = (chosen: Uint8Array): ConsensusMessage =>
        signVote(a, vote, proposalDigest(chosen));
      say(a, { to, view: vote.view, first: sign(pair.first), second: sign(pair.second) });
    },
  };
}

function placeOf(view: number, proposal: Uint8Array): string {
  const decoded = decodeProposal(proposal);
  return `${view}/${decoded.ok ? decoded.value.height : ""}`;
}

interface Double {
  readonly to: readonly number[];
  readonly view: number;
  readonly first: ConsensusMessage;
  readonly second: ConsensusMessage;
}

/** Each half hears its own, accomplices both. */
function say(a: Adversary, { to, view, first, second }: Double): void {
  const half = firstHalf(a, view);
  const isAccomplice = (peer: number): boolean => a.accomplices.includes(peer);
  a.send(
    to.filter((peer) => isAccomplice(peer) || half.includes(peer)),
    first,
  );
  a.send(
    to.filter((peer) => isAccomplice(peer) || !half.includes(peer)),
    second,
  );
}

function signVote(a: Adversary, vote: Vote, digest: Uint8Array): ConsensusMessage {
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
