// Does the primary pass transactions over (docs/consensus.md 4)? The node's own code, driven as a node
// drives it.
import { mayJudgePrimary, primaryOf } from "@cartorio/consensus";
import { checkAdmission } from "@cartorio/ledger";
import {
  createStarvationWatch,
  isFree,
  lookIntervalMs,
  type StarvationWatch,
} from "@cartorio/node";
import type { DecodedEnvelope } from "@cartorio/protocol";
import { gossip } from "./intake.ts";
import { currentSeat, feed, nodesOf, type Seat } from "./seat.ts";
import { later, type Process, wallMs } from "./sim-node.ts";

/** The watch of one replica; `seat` is made after it. */
export function createWatch(seat: () => Seat, self: number): StarvationWatch {
  const process = (): Process => seat().process;
  return createStarvationWatch({
    parameters: seat().replica.parameters,
    self,
    validators: seat().validators.validators.length,
    replica: () => {
      const { replica, validators } = seat();
      const primary = primaryOf(replica.view, validators.validators.length);
      return { judging: mayJudgePrimary(replica), primary };
    },
    isWaiting: (decoded) => isFree(process().mempool, decoded),
    admission: (decoded, atMs) => checkAdmission(process().ledger, decoded, atMs),
    tell: (decoded) => tellAll(seat(), decoded),
    post: (event) => feed(seat(), event),
    clock: {
      monotonicMs: () => process().node.world.queue.nowMs(),
      wallMs: () => wallMs(process().node),
    },
  });
}

/** Hands it to the links of all others; a link that is cut is one that is not connected. */
function tellAll({ process, validators, watch }: Seat, decoded: DecodedEnvelope): void {
  const { node } = process;
  const reached: number[] = [];
  for (const [index, peer] of nodesOf(validators, node.world).entries()) {
    if (peer === undefined || peer === node || peer.process === undefined) continue;
    if (!node.world.network.isOpen(node.index, peer.index)) continue;
    reached.push(index);
    gossip(process, [peer], [decoded]);
  }
  watch?.told([decoded], reached);
}

export function lookLoop(process: Process): void {
  const seat = currentSeat(process);
  if (seat?.standing === "entered") seat.watch?.look();
  later(process, lookIntervalMs, () => lookLoop(process));
}
