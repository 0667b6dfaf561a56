// What a strategy gets of the Byzantine node that it rides (docs/consensus.md 13).
import { messageEpoch, type UnsignedMessage } from "@cartorio/consensus";
import { mempoolEnvelope, pinnedEnvelope, waitingTransactions } from "@cartorio/node";
import { type ConsensusMessage, decodeConsensusMessage, decodeProposal } from "@cartorio/protocol";
import { gossip } from "./intake.ts";
import { put } from "./messages.ts";
import type { Random } from "./random.ts";
import { currentSeat, indexIn, nodesOf, type Seat, seatOf, signingKey } from "./seat.ts";
import { signMessage } from "./signing.ts";
import { later, type SimNode, wallMs } from "./sim-node.ts";
import type { Adversary, Strategy } from "./strategy.ts";

export interface Ridden {
  readonly strategy: Strategy;
  readonly adversary: Adversary;
}

/** `accomplices` are the other Byzantine nodes of the run, by their place in `nodes`. */
export function ride(node: SimNode, strategy: Strategy, random: Random): Ridden {
  const { world } = node;
  const seat = (): Seat | undefined => node.process && currentSeat(node.process);
  const validators = (): number => seat()?.validators.validators.length ?? world.plan.n;
  const ownIndex = (): number => seat()?.self ?? node.index;
  const adversary: Adversary = {
    get index() {
      return ownIndex();
    },
    get n() {
      return validators();
    },
    random,
    nowMs: () => world.queue.nowMs(),
    wallMs: () => wallMs(node),
    after: (delayMs, action) => {
      if (node.process !== undefined) later(node.process, delayMs, action);
    },
    replica: () => seat()?.replica,
    view: () => seat()?.replica.view ?? 0,
    epoch: () => seat()?.validators.epoch ?? 0,
    sign: (message, epoch) => signAs(node, message, epoch ?? seat()?.validators.epoch ?? 0),
    send: (to, message) => {
      const from = seat();
      if (from !== undefined) put(from, to, message);
    },
    sendBytes: (to, bytes) => {
      const from = seat();
      const decoded = decodeConsensusMessage(bytes);
      // A frame that does not decode ends at the edge of a node: it costs its receiver a moment.
      if (from !== undefined && decoded.ok) put(from, to, decoded.value);
    },
    isValid: (message) => isValidFor(node, message),
    get accomplices() {
      return accomplicesOf(node, seat());
    },
    peers: () =>
      Array.from({ length: validators() }, (_, index) => index).filter(
        (index) => index !== ownIndex(),
      ),
    bodies: (proposal) => bodiesOf(node, proposal),
    executed: (height) => node.disk.chain.blocks[height - 1]?.block,
    waiting: () =>
      node.process === undefined
        ? []
        : [...waitingTransactions(node.process.mempool)].map(({ bytes }) => bytes),
    gossip: (to, envelope) => gossipTo(node, seat(), { to, envelope }),
  };
  return { strategy, adversary };
}

function isValidFor({ world }: SimNode, message: ConsensusMessage): boolean {
  const epoch = messageEpoch(message);
  return epoch !== undefined && world.isValid(message, epoch);
}

function signAs(node: SimNode, message: UnsignedMessage, epoch: number): ConsensusMessage {
  const { world, process } = node;
  const seat = process && (seatOf(process, epoch) ?? currentSeat(process));
  const validator = seat?.self ?? node.index;
  const { scheme, sim } = world;
  const key = seat === undefined ? node.keys.validator : signingKey(seat.validators, node);
  return signMessage({ scheme, key, chainId: sim.chainId, epoch, validator }, message);
}

function accomplicesOf(node: SimNode, seat: Seat | undefined): number[] {
  if (seat === undefined) return [];
  const others = node.world.nodes.filter((other) => other !== node && other.ridden !== undefined);
  return others.flatMap((other) => indexIn(seat.validators, other) ?? []);
}

function bodiesOf({ process }: SimNode, bytes: Uint8Array): readonly Uint8Array[] | undefined {
  const proposal = decodeProposal(bytes);
  if (process === undefined || !proposal.ok) return undefined;
  const hashes = proposal.value.envelopeHashes;
  const held = hashes.map(
    (hash) => mempoolEnvelope(process.mempool, hash) ?? pinnedEnvelope(process.pinned, hash),
  );
  const bodies = held.flatMap((decoded) => (decoded === undefined ? [] : [decoded.bytes]));
  return bodies.length === hashes.length ? bodies : undefined;
}

function gossipTo(
  node: SimNode,
  seat: Seat | undefined,
  what: { readonly to: readonly number[]; readonly envelope: Uint8Array },
): void {
  const decoded = node.world.envelopeOf(what.envelope);
  if (node.process === undefined || seat === undefined || decoded === undefined) return;
  const nodes = nodesOf(seat.validators, node.world);
  const peers = what.to.flatMap((index) => nodes[index] ?? []);
  gossip(node.process, peers, [decoded]);
}
