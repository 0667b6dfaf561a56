import { encodeSuspectBody, encodeViewChangeBody, limits, suspectReason } from "@cartorio/protocol";
import type { Adversary, Strategy } from "../strategy.ts";
import { certifiedHeight, drawnPer, isOwn, randomBytes } from "./own-messages.ts";

const everyMs = 200;

/**
 * Goes on voting after it was removed, in its old epoch and with its old number in the new one: for
 * what the others propose, and for other things.
 */
export function createRemovedVotes(): Strategy {
  let lastMs = Number.NEGATIVE_INFINITY;
  const digestAt = drawnPer<string, Uint8Array>((a) => randomBytes(a, limits.hashBytes));
  return {
    name: "removed-votes",
    removed: true,
    incoming: (a, _from, message) => {
      // Echoes every Prepare and Commit as if its own voice still counted.
      if (message.kind === "vote" && !isOwn(a, message) && a.random.chance(0.2)) {
        const { kind, epoch, view, height, proposalDigest } = message.value;
        a.send(
          a.peers(),
          a.sign({ kind: "vote", vote: kind, view, height, proposalDigest }, epoch),
        );
      }
      return true;
    },
    tick: (a) => {
      if (a.nowMs() - lastMs < everyMs) return;
      lastMs = a.nowMs();
      for (const epoch of [a.epoch(), a.epoch() + 1]) speak(a, epoch, digestAt);
    },
  };
}

function speak(
  a: Adversary,
  epoch: number,
  digestAt: (a: Adversary, key: string) => Uint8Array,
): void {
  const replica = a.replica();
  if (replica === undefined) return;
  const to = a.peers();
  const height = certifiedHeight(a) + a.random.between(1, limits.window);
  const view = a.random.pick([0, a.view()]);
  const proposalDigest = digestAt(a, `${epoch}/${view}/${height}`);
  a.send(to, a.sign({ kind: "vote", vote: 2, view, height, proposalDigest }, epoch));
  a.send(to, a.sign({ kind: "vote", vote: 3, view, height, proposalDigest }, epoch));
  a.send(to, a.sign({ kind: "checkpoint", height, headerHash: proposalDigest }, epoch));
  const { chainId, certificate } = replica;
  const next = { chainId, epoch, view: view + 1 };
  const viewChange = encodeViewChangeBody({ ...next, certificate, prepared: [] });
  a.send(to, a.sign({ kind: "viewChange", body: viewChange }, epoch));
  const certifiedHeightNamed = replica.certified + a.random.between(0, 100);
  const suspect = { ...next, view, certifiedHeight: certifiedHeightNamed };
  const reason = suspectReason.noProgress;
  const body = encodeSuspectBody({ ...suspect, reason, envelope: new Uint8Array(0) });
  a.send(to, a.sign({ kind: "suspect", body }, epoch));
}
