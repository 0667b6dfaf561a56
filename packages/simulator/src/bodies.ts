// Gets the bodies that a replica asks for: what `body-fetcher` of the node does, without promises.
import type { Effect } from "@cartorio/consensus";
import { byteKey } from "@cartorio/crypto";
import { checkBlockRules } from "@cartorio/ledger";
import { mempoolEnvelope, pin, pinnedEnvelope, pinnedProposal, reserve } from "@cartorio/node";
import {
  type DecodedEnvelope,
  decodeProposal,
  type Proposal,
  proposalDigest,
} from "@cartorio/protocol";
import { hasValidSignatures } from "./intake.ts";
import { feed, indexIn, nodesOf, type Seat, updateWaiting } from "./seat.ts";
import { headOf, later, type Process, type SimNode, transmit, type Wanted } from "./sim-node.ts";

type Of<K extends Effect["kind"]> = Extract<Effect, { kind: K }>;

/** Quick at first; what nobody serves any more is asked for until its height is certified. */
function pauseBefore(round: number): number {
  return Math.min(1_000, 50 * 2 ** Math.min(round, 10));
}

const proposals = new WeakMap<Uint8Array, Proposal>();

/** A proposal that the own replica or a certificate vouches for; each byte array is decoded once. */
export function proposalOf(bytes: Uint8Array): Proposal {
  const known = proposals.get(bytes);
  if (known !== undefined) return known;
  const decoded = decodeProposal(bytes);
  if (!decoded.ok) throw new Error("INV-PROPOSAL-BYTES: an accepted proposal does not decode");
  proposals.set(bytes, decoded.value);
  return decoded.value;
}

export function wantBodies(seat: Seat, effect: Of<"obtainBodies">): void {
  const { process } = seat;
  const { proposalDigest: digest, proposal, from, fresh } = effect;
  const { height } = proposalOf(proposal);
  const sinceMs = process.node.world.queue.nowMs();
  const rest = { seat, height, digest, from, fresh, found: new Map(), round: 0, sinceMs };
  const key = `bodies ${byteKey(digest)}`;
  process.wanted.set(key, { ...rest, proposal });
  later(process, 0, () => tryBodies(process, key));
}

/** A height at or below the certified one needs no bodies any more. */
function isOver({ node }: Process, height: number): boolean {
  return height <= (node.disk.chain.certificate?.height ?? 0);
}

function tryBodies(process: Process, key: string): void {
  const wanted = process.wanted.get(key);
  if (wanted?.proposal === undefined) return;
  if (isOver(process, wanted.height)) {
    process.wanted.delete(key);
    return;
  }
  if (finishBodies(process, key)) return;
  const missing = collect(process, wanted, wanted.proposal);
  askPeers(process, wanted, (peer) => answerEnvelopes(peer, missing, key));
  wanted.round += 1;
  later(process, pauseBefore(wanted.round), () => tryBodies(process, key));
}

/** Takes what the mempool and the pinned bodies have; returns the hashes of what is missing. */
function collect(process: Process, wanted: Wanted, proposal: Uint8Array): Uint8Array[] {
  const missing: Uint8Array[] = [];
  for (const hash of proposalOf(proposal).envelopeHashes) {
    const key = byteKey(hash);
    if (wanted.found.has(key)) continue;
    const local = mempoolEnvelope(process.mempool, hash) ?? pinnedEnvelope(process.pinned, hash);
    if (local === undefined) missing.push(hash);
    else wanted.found.set(key, local);
  }
  return missing;
}

/** True if the question is answered. */
function finishBodies(process: Process, key: string): boolean {
  const wanted = process.wanted.get(key);
  if (wanted?.proposal === undefined) return true;
  const { seat, digest, proposal: bytes } = wanted;
  const proposal = proposalOf(bytes);
  const pinned = pinnedProposal(process.pinned, digest)?.envelopes;
  if (pinned === undefined && collect(process, wanted, bytes).length > 0) return false;
  const envelopes =
    pinned ?? proposal.envelopeHashes.flatMap((hash) => wanted.found.get(byteKey(hash)) ?? []);
  process.wanted.delete(key);
  const { parameters } = seat.replica;
  if (wanted.fresh && checkBlockRules(parameters, envelopes, proposal.time) !== undefined) {
    const proof = envelopes.map((envelope) => envelope.bytes);
    feed(seat, { kind: "bodiesRefused", proposalDigest: digest, envelopes: proof });
    return true;
  }
  pin(process.pinned, digest, { bytes, proposal, envelopes });
  // Late bodies of a height that is over would stay reserved.
  if (proposal.height > headOf(process.node))
    reserve(process.mempool, proposal.height, proposal.envelopeHashes);
  if (wanted.fresh) seat.watch?.proposed({ envelopes, time: proposal.time }, wanted.sinceMs);
  updateWaiting(process);
  const bodies = envelopes.map((envelope) => envelope.bytes);
  feed(seat, { kind: "bodies", proposalDigest: digest, envelopes: bodies });
  return true;
}

function answerEnvelopes(
  peer: Process,
  missing: readonly Uint8Array[],
  key: string,
): (process: Process) => void {
  const held = missing.flatMap(
    (hash) => mempoolEnvelope(peer.mempool, hash) ?? pinnedEnvelope(peer.pinned, hash) ?? [],
  );
  return (process) => takeEnvelopes(process, key, held);
}

/** The hash names exact bytes: if those are wrongly signed, so is the proposal. */
function takeEnvelopes(process: Process, key: string, held: readonly DecodedEnvelope[]): void {
  const wanted = process.wanted.get(key);
  if (wanted === undefined) return;
  for (const { bytes } of held) {
    const decoded = process.node.world.envelopeOf(bytes);
    if (decoded === undefined || !hasValidSignatures(process, decoded)) {
      process.wanted.delete(key);
      const { seat, digest } = wanted;
      feed(seat, { kind: "bodiesRefused", proposalDigest: digest, envelopes: [bytes] });
      return;
    }
    wanted.found.set(byteKey(decoded.hash), decoded);
  }
  finishBodies(process, key);
}

export function wantProposal(seat: Seat, effect: Of<"obtainProposal">): void {
  const { process } = seat;
  const { proposalDigest: digest, height, from } = effect;
  const sinceMs = process.node.world.queue.nowMs();
  const rest = { fresh: false, found: new Map(), round: 0, sinceMs };
  const key = `proposal ${byteKey(digest)}`;
  process.wanted.set(key, { seat, height, digest, from, proposal: undefined, ...rest });
  later(process, 0, () => tryProposal(process, key));
}

function tryProposal(process: Process, key: string): void {
  const wanted = process.wanted.get(key);
  if (wanted === undefined) return;
  const known = pinnedProposal(process.pinned, wanted.digest);
  if (known !== undefined || isOver(process, wanted.height)) {
    process.wanted.delete(key);
    if (known !== undefined) feed(wanted.seat, { kind: "proposal", proposal: known.bytes });
    return;
  }
  askPeers(process, wanted, (peer) => {
    const bytes = pinnedProposal(peer.pinned, wanted.digest)?.bytes;
    return (asker) => {
      if (bytes === undefined || asker.wanted.get(key) !== wanted) return;
      if (byteKey(proposalDigest(bytes)) !== byteKey(wanted.digest)) return;
      asker.wanted.delete(key);
      feed(wanted.seat, { kind: "proposal", proposal: bytes });
    };
  });
  wanted.round += 1;
  later(process, pauseBefore(wanted.round), () => tryProposal(process, key));
}

/** First those that are named, then everybody; a question and an answer each cross the network. */
function askPeers(
  process: Process,
  { seat, from, round }: Wanted,
  answer: (peer: Process) => (process: Process) => void,
): void {
  const nodes = nodesOf(seat.validators, process.node.world);
  const named = round % 2 === 0 && from.length > 0 ? from : nodes.map((_, index) => index);
  for (const index of named) {
    const peer = nodes[index];
    if (peer !== undefined && peer !== process.node) ask(process, peer, answer);
  }
}

/** An answer reaches the process that asked, not the one that starts after it crashed. */
export function ask(
  process: Process,
  peer: SimNode,
  answer: (peer: Process) => ((process: Process) => void) | undefined,
): void {
  const { node } = process;
  transmit(node, peer, (asked) => {
    if (!isAnswered(asked, node)) return;
    const take = answer(asked);
    if (take === undefined) return;
    transmit(peer, node, (running) => {
      if (running === process) take(process);
    });
  });
}

/** A Byzantine peer may keep what it has. */
function isAnswered({ node, seats }: Process, asker: SimNode): boolean {
  const { ridden } = node;
  const seat = seats.at(-1);
  const from = seat && indexIn(seat.validators, asker);
  if (ridden?.strategy.answerBodies === undefined || from === undefined) return true;
  return ridden.strategy.answerBodies(ridden.adversary, from);
}
