// The way of consensus messages between nodes, as the edge of a node takes it.
import { isWanted, markVerified, messageEpoch } from "@cartorio/consensus";
import { validatorSetOfEpoch } from "@cartorio/ledger";
import {
  type ConsensusMessage,
  decodeConsensusMessage,
  decodeNewViewBody,
  decodeProposal,
  decodeSuspectBody,
  decodeViewChangeBody,
  encodeConsensusMessage,
} from "@cartorio/protocol";
import { checkSigned } from "./authors.ts";
import { CheckFailure } from "./checkers/check-failure.ts";
import { charge, costsUs, isBusy, verifyCost, work } from "./cost-model.ts";
import { currentSeat, feed, indexIn, nodesOf, type Seat, seatOf } from "./seat.ts";
import { currentSet, previousCertificate } from "./sets.ts";
import { type Process, type SimNode, transmit } from "./sim-node.ts";
import { countRefusal } from "./statistics.ts";

/** What the honest part says goes out as it is, or through the strategy that rides it. */
export function sendMessage(
  seat: Seat,
  to: "all" | readonly number[],
  message: ConsensusMessage,
): void {
  const { node } = seat.process;
  const { ridden } = node;
  const outgoing = ridden?.strategy.outgoing?.bind(ridden.strategy);
  if (ridden === undefined || outgoing === undefined) {
    put(seat, to, message);
    return;
  }
  const others = seat.validators.validators.map((_, index) => index);
  outgoing(
    ridden.adversary,
    to === "all" ? others.filter((index) => index !== seat.self) : to,
    message,
  );
}

/** On the wire; `to` are indices into the set of the seat. */
export function put(seat: Seat, to: "all" | readonly number[], message: ConsensusMessage): void {
  const { node } = seat.process;
  const { world } = node;
  checkSigned(node, message);
  const sent = world.plan.encoded ? recoded(message, node) : message;
  if (sent === undefined) return;
  for (const [index, peer] of nodesOf(seat.validators, world).entries()) {
    if (index === seat.self || (to !== "all" && !to.includes(index))) continue;
    if (peer === undefined) continue;
    charge(seat.process, costsUs.send);
    transmit(node, peer, (process) => arrive(process, node, sent));
  }
}

/** Encode and decode once per send: receivers share what came out, which nobody changes. */
function recoded(message: ConsensusMessage, node: SimNode): ConsensusMessage | undefined {
  const decoded = decodeConsensusMessage(encodeConsensusMessage(message));
  if (decoded.ok) return decoded.value;
  if (node.ridden !== undefined) return undefined;
  throw new CheckFailure("form", `a sent message does not decode: ${decoded.code}`);
}

function arrive(process: Process, from: SimNode, message: ConsensusMessage): void {
  const { node } = process;
  const atMs = node.world.queue.nowMs();
  node.world.watch?.({ atMs, from: from.index, to: node.index, message });
  node.world.traceMore?.(() => `${from.index} > ${node.index} ${describeMessage(message)}`);
  // A peer that sent a false signature has the lowest priority (docs/consensus.md 12).
  const isIgnored = process.distrusted.has(from.index) && isBusy(process);
  if (isIgnored) charge(process, costsUs.message);
  else work(process, costsUs.message, () => receive(process, from, message));
}

function receive(process: Process, from: SimNode, message: ConsensusMessage): void {
  const { node } = process;
  const { ridden } = node;
  const seat = seatFor(process, message);
  if (message.kind === "status" && leadsOn(process, { from, seat, epoch: message.value.epoch }))
    return;
  if (seat?.standing !== "entered") return;
  const sender = indexIn(seat.validators, from);
  if (ridden?.strategy.incoming !== undefined && sender !== undefined)
    if (!ridden.strategy.incoming(ridden.adversary, sender, message)) return;
  // The filter of a node's edge, so that liveness is checked with it.
  if (!isWanted(seat.replica, message)) return;
  charge(process, verifyCost(node.world, message));
  if (message.kind !== "status" && !node.world.isValid(message, seat.validators.epoch)) {
    if (from.ridden === undefined)
      throw new CheckFailure("form", `node ${from.index} sent an invalid ${message.kind}`);
    countRefusal(node.world.statistics, message.kind);
    process.distrusted.add(from.index);
    return;
  }
  feed(seat, { kind: "message", message: markVerified(message), from: sender });
}

interface Behind {
  readonly from: SimNode;
  readonly seat: Seat | undefined;
  readonly epoch: number;
}

/**
 * As a node does it: who is in an older epoch gets what ended that, also from one that has no replica, or
 * none that may sign yet, and whether or not the sets of today know it (docs/consensus.md 8).
 */
function leadsOn(process: Process, { from, seat, epoch }: Behind): boolean {
  const isAnswered = seat?.standing === "entered" && indexIn(seat.validators, from) !== undefined;
  if (isAnswered || epoch >= currentSet(process).epoch) return false;
  const { node, ledger } = process;
  const next = validatorSetOfEpoch(ledger, epoch + 1);
  const value = next && previousCertificate(process, next);
  if (value === undefined) return false;
  const message = { kind: "certificate", value } as const;
  transmit(node, from, (running) => arrive(running, node, message));
  return true;
}

/** The replica of the message's epoch; a Status of an older one is answered by the current replica. */
function seatFor(process: Process, message: ConsensusMessage): Seat | undefined {
  const epoch = messageEpoch(message);
  if (epoch === undefined) return undefined;
  const own = seatOf(process, epoch);
  if (own !== undefined || message.kind !== "status") return own;
  const current = currentSeat(process);
  return current !== undefined && epoch < current.validators.epoch ? current : undefined;
}

type Signed = Exclude<ConsensusMessage["kind"], "vote" | "checkpoint" | "status" | "certificate">;

function decodedBody(message: Extract<ConsensusMessage, { kind: Signed }>) {
  switch (message.kind) {
    case "prePrepare":
      return decodeProposal(message.value.proposal);
    case "suspect":
      return decodeSuspectBody(message.value.body);
    case "viewChange":
      return decodeViewChangeBody(message.value.body);
    case "newView":
      return decodeNewViewBody(message.value.body);
  }
}

export function describeMessage(message: ConsensusMessage): string {
  switch (message.kind) {
    case "vote": {
      const { kind, view, height, validator } = message.value;
      return `${kind === 2 ? "Prepare" : "Commit"} v${view} h${height} of ${validator}`;
    }
    case "checkpoint":
      return `Checkpoint h${message.value.height} of ${message.value.validator}`;
    case "certificate":
      return `Certificate h${message.value.height}`;
    case "status":
      return `Status v${message.value.view} S ${message.value.certifiedHeight}`;
    case "prePrepare": {
      const proposal = decodeProposal(message.value.proposal);
      const height = proposal.ok ? proposal.value.height : "?";
      return `PrePrepare v${message.value.view} h${height} of ${message.value.validator}`;
    }
    default: {
      const body = decodedBody(message);
      const view = body.ok && "view" in body.value ? body.value.view : "?";
      return `${message.kind} v${view} of ${message.value.validator}`;
    }
  }
}
