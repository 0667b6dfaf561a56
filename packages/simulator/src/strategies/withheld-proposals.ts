import { encodeProposal, limits } from "@cartorio/protocol";
import type { Adversary, Strategy } from "../strategy.ts";
import {
  certifiedHeight,
  isOwn,
  leads,
  ownProposal,
  peersBy,
  randomBytes,
} from "./own-messages.ts";

/** Proposes h+1 to h+W and never h: nothing above the gap can be certified in this view. */
export function createGaps(): Strategy {
  let gap = 0;
  let fullView = -1;
  const fill = (a: Adversary): void => {
    const { view } = { view: a.view() };
    for (let height = gap + 1; height <= gap - 1 + limits.window; height += 1) {
      const body = { epoch: a.epoch(), height, time: a.wallMs(), proposer: a.index };
      const proposal = encodeProposal({ ...body, envelopeHashes: [] });
      a.send(a.peers(), a.sign({ kind: "prePrepare", view, height, proposal }));
    }
  };
  return {
    name: "gaps",
    outgoing: (a, to, message) => {
      const proposal = ownProposal(a, message);
      const votes = message.kind === "vote" && isOwn(a, message) && leads(a);
      if (proposal?.height === gap || (votes && message.value.height === gap)) return;
      // The heights above are proposed by `tick`; the honest part's would be second proposals.
      if (proposal === undefined || proposal.height < gap) a.send(to, message);
    },
    tick: (a) => {
      if (!leads(a) || a.view() === fullView) return;
      fullView = a.view();
      const fixed = a.replica()?.newViewMaximum ?? 0;
      gap = Math.max(certifiedHeight(a), fixed) + 1;
      fill(a);
    },
  };
}

/** Its PrePrepares reach so few that with its own vote there are Q-1 or exactly Q Prepares. */
export function createPartialProposals(): Strategy {
  // With the own one: Q-1 or Q, by height.
  const chosen = (a: Adversary, height: number): readonly number[] =>
    peersBy(a, height).slice(0, (a.replica()?.quorum ?? a.n) - 1 - (height % 2));
  return {
    name: "partial-proposals",
    outgoing: (a, to, message) => {
      const proposal = ownProposal(a, message);
      const reached = proposal === undefined ? to : chosen(a, proposal.height);
      a.send(
        to.filter((peer) => reached.includes(peer)),
        message,
      );
    },
  };
}

/** Delays each proposal to just below what would make the others suspect it. */
export function createSlow(): Strategy {
  const share = 0.85;
  return {
    name: "slow",
    outgoing: (a, to, message) => {
      if (ownProposal(a, message) === undefined) {
        a.send(to, message);
        return;
      }
      const timeoutMs = a.replica()?.timers.timeoutMs ?? 0;
      a.after(timeoutMs * share, () => a.send(to, message));
    },
  };
}

/** Proposes envelopes that nobody can get, and answers no question for bodies. */
export function createWithheldBodies(): Strategy {
  let proposedFor = "";
  return {
    name: "withheld-bodies",
    answerBodies: () => false,
    tick: (a) => {
      const replica = a.replica();
      if (replica === undefined || !leads(a)) return;
      const height = Math.max(replica.proposing.nextHeight, replica.certified + 1);
      const place = `${a.view()}/${height}`;
      if (place === proposedFor || !a.random.chance(0.1)) return;
      proposedFor = place;
      const view = a.view();
      const body = { epoch: a.epoch(), height, time: a.wallMs(), proposer: a.index };
      const envelopeHashes = [randomBytes(a, limits.hashBytes)];
      const proposal = encodeProposal({ ...body, envelopeHashes });
      a.send(a.peers(), a.sign({ kind: "prePrepare", view, height, proposal }));
    },
  };
}
