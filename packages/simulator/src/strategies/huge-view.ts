import {
  encodeProposal,
  encodeSuspectBody,
  encodeViewChangeBody,
  limits,
  suspectReason,
} from "@cartorio/protocol";
import type { Adversary, Strategy } from "../strategy.ts";
import { certifiedHeight, randomBytes } from "./own-messages.ts";

const everyMs = 400;

/** A view far above everybody's; sometimes the largest of which this validator is the primary. */
function farView(a: Adversary): number {
  const largest = limits.maxInteger - (limits.maxInteger % a.n) - a.n + a.index;
  return a.random.pick([a.view() + 2, a.view() + 1000, limits.maxInteger, largest]);
}

/** ViewChange, Suspect, proposals and votes of views that nobody is near: one message moves nobody. */
export function createHugeView(): Strategy {
  let lastMs = Number.NEGATIVE_INFINITY;
  return {
    name: "huge-view",
    tick: (a) => {
      const replica = a.replica();
      if (replica === undefined || a.nowMs() - lastMs < everyMs) return;
      lastMs = a.nowMs();
      const { chainId, certificate } = replica;
      const epoch = a.epoch();
      const view = farView(a);
      const certified = certifiedHeight(a);
      const to = a.peers();
      const viewChange = { chainId, epoch, view, certificate, prepared: [] };
      a.send(to, a.sign({ kind: "viewChange", body: encodeViewChangeBody(viewChange) }));
      const reason = suspectReason.rotation;
      const suspect = { chainId, epoch, view, certifiedHeight: certified, reason };
      const body = encodeSuspectBody({ ...suspect, envelope: new Uint8Array(0) });
      a.send(to, a.sign({ kind: "suspect", body }));
      const height = certified + a.random.between(1, limits.window);
      const digest = randomBytes(a, limits.hashBytes);
      const vote = a.random.pick([2, 3] as const);
      a.send(to, a.sign({ kind: "vote", vote, view, height, proposalDigest: digest }));
      const time = a.wallMs();
      const proposal = { epoch, height, time, proposer: a.index, envelopeHashes: [] };
      a.send(to, a.sign({ kind: "prePrepare", view, height, proposal: encodeProposal(proposal) }));
    },
  };
}
