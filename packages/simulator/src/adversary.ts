import { hexEncode } from "@cartorio/crypto";
import { envelopeHash } from "@cartorio/protocol";
import { createRandom } from "./random.ts";
import { signMessage, transmit } from "./sim-effects.ts";
import { addTransaction, later, type SimNode } from "./sim-node.ts";
import type { Adversary } from "./strategy.ts";

/** The means of a Byzantine node of the simulated cluster. */
export function createAdversary(node: SimNode): Adversary {
  const { world, index } = node;
  const { queue, network, nodes } = world;
  const peers = nodes.map((peer) => peer.index).filter((peer) => peer !== index);
  return {
    index,
    n: nodes.length,
    // Its own: what it draws must not shift the chance of everything else.
    random: createRandom(world.plan.seed * 64 + index),
    nowMs: () => queue.nowMs(),
    wallMs: () => Math.floor(queue.nowMs()) + world.wallStartMs + node.skewMs,
    after: (delayMs, action) => later(node, delayMs, action),
    replica: () => node.replica,
    view: () => node.replica?.view ?? 0,
    epoch: () => world.validators.epoch,
    sign: (message, epoch) => signMessage(node, message, epoch),
    send: (to, message) => transmit(node, to, message),
    accomplices: world.plan.byzantine.map((item) => item.node).filter((peer) => peer !== index),
    peers: () => peers,
    bodies: (proposal) => node.pinned.get(world.digestOf(proposal))?.envelopes,
    executed: (height) => node.disk.blocks[height - 1]?.block,
    waiting: () => [...node.mempool.values()],
    gossip: (to, envelope) => {
      const key = hexEncode(envelopeHash(envelope));
      for (const peer of nodes)
        if (to.includes(peer.index))
          network.send(index, peer.index, () => {
            if (peer.alive) addTransaction(peer, key, envelope);
          });
    },
  };
}
