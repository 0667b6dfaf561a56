import {
  type ConsensusMessage,
  encodeProposal,
  encodeViewChangeBody,
  limits,
} from "@cartorio/protocol";
import type { Adversary, Strategy } from "../strategy.ts";
import { certifiedHeight, randomBytes } from "./own-messages.ts";

const messagesPerTick = 40;

/** Valid messages without end: votes, proposals, ViewChanges, and a Status that claims to lack all. */
export function createFlood(): Strategy {
  return {
    name: "flood",
    flooding: true,
    tick: (a) => {
      if (a.replica() === undefined) return;
      for (let count = 0; count < messagesPerTick; count += 1) {
        const message = oneMore(a);
        if (message !== undefined) a.send(a.peers(), message);
      }
    },
  };
}

function oneMore(a: Adversary): ConsensusMessage | undefined {
  const replica = a.replica();
  if (replica === undefined) return undefined;
  const certified = certifiedHeight(a);
  const height = certified + a.random.between(0, limits.window + 1);
  const view = a.view() + a.random.between(0, 2);
  const digest = randomBytes(a, limits.hashBytes);
  const epoch = a.epoch();
  switch (a.random.between(0, 5)) {
    case 0:
      return a.sign({ kind: "vote", vote: 2, view, height, proposalDigest: digest });
    case 1:
      return a.sign({ kind: "vote", vote: 3, view, height, proposalDigest: digest });
    case 2:
      return a.sign({ kind: "checkpoint", height, headerHash: digest });
    case 3: {
      const { chainId, certificate } = replica;
      const far = view + a.random.between(1, 1_000_000);
      const body = { chainId, epoch, view: far, certificate, prepared: [] };
      return a.sign({ kind: "viewChange", body: encodeViewChangeBody(body) });
    }
    case 4: {
      const body = { epoch, height, time: a.wallMs(), proposer: a.index };
      const proposal = encodeProposal({ ...body, envelopeHashes: [digest] });
      return a.sign({ kind: "prePrepare", view, height, proposal });
    }
    default:
      return { kind: "status", value: lacksAll(replica.validators.epoch, a.view()) };
  }
}

function lacksAll(
  epoch: number,
  view: number,
): Extract<ConsensusMessage, { kind: "status" }>["value"] {
  const nothing = { certifiedHeight: 0, viewChange: 0, viewChanges: 0, suspects: 0 };
  return { epoch, view, ...nothing, newView: false, heights: [], executedHeight: 0 };
}
