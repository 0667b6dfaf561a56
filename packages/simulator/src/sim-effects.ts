import { type Effect, inFlightProposals, markVerified } from "@cartorio/consensus";
import { createBlockBudget } from "@cartorio/ledger";
import {
  pin,
  pinnedProposal,
  release,
  reserve,
  selectTransactions,
  unpinThrough,
} from "@cartorio/node";
import {
  encodeConsensusMessage,
  type FinalityCertificate,
  type JournalRecord,
  proposalDigest,
} from "@cartorio/protocol";
import { proposalOf, wantBodies, wantProposal } from "./bodies.ts";
import { CheckFailure } from "./checkers/check-failure.ts";
import { charge, costsUs } from "./cost-model.ts";
import { pruneJournal, storeCertificate } from "./disk.ts";
import { enqueueExecution } from "./executions.ts";
import { sendMessage } from "./messages.ts";
import { feed, inOneGo, type Seat, signingKey, updateWaiting } from "./seat.ts";
import { signMessage } from "./signing.ts";
import { headOf, later, writeJournal } from "./sim-node.ts";
import { wantBlocks } from "./sync.ts";

type Of<K extends Effect["kind"]> = Extract<Effect, { kind: K }>;

/** Runs one effect of a replica as the driver of a node does. */
export function runEffect(seat: Seat, effect: Effect): void {
  const { process } = seat;
  switch (effect.kind) {
    case "persist":
      persist(seat, effect.records, () => noteDurable(seat, effect.records));
      return;
    case "sign":
      sign(seat, effect);
      return;
    case "send":
      sendMessage(seat, effect.to, effect.message);
      return;
    case "build":
      build(seat, effect);
      return;
    case "obtainBodies":
      wantBodies(seat, effect);
      return;
    case "obtainProposal":
      wantProposal(seat, effect);
      return;
    case "execute":
      execute(seat, effect);
      return;
    case "certified":
      certified(seat, effect.certificate);
      return;
    case "catchUp":
      wantBlocks(process, effect.height);
      return;
    case "epochEnd":
      epochEnd(seat, effect.certificate);
      return;
    case "halt":
      halt(seat, effect);
      return;
    case "starvation":
      process.node.world.starved(process, effect.envelope);
      return;
    case "evidence":
      process.node.world.accused(seat, effect.validator, effect.offence);
      return;
    case "note":
      note(seat, effect.note);
      return;
  }
}

/** No effect behind this one runs before the records are durable. */
function persist(seat: Seat, records: readonly JournalRecord[], done: () => void): void {
  seat.blocked = true;
  writeJournal(seat.process, records, () => {
    seat.blocked = false;
    inOneGo(seat, done);
  });
}

function noteDurable(seat: Seat, records: readonly JournalRecord[]): void {
  const { node } = seat.process;
  for (const record of records)
    if (record.kind === "proposal")
      node.world.checkers.durable(node.index, proposalDigest(record.proposal));
}

/**
 * Signed, durable if need be, fed back, sent (docs/consensus.md 9). A PrePrepare leaves by `send` once
 * the record that holds it is durable.
 */
function sign(seat: Seat, effect: Of<"sign">): void {
  const { process, validators, self } = seat;
  const { node } = process;
  if (self === undefined) throw new Error("INV-FOLLOWER: a follower was asked to sign");
  const { scheme, sim } = node.world;
  charge(process, costsUs.sign);
  const signer = {
    scheme,
    key: signingKey(validators, node),
    chainId: sim.chainId,
    epoch: validators.epoch,
  };
  const message = signMessage({ ...signer, validator: self }, effect.message);
  const letOut = (): void => {
    feed(seat, { kind: "message", message: markVerified(message), from: undefined });
    if (message.kind !== "prePrepare") sendMessage(seat, "all", message);
    else if (node.process === process) {
      const { height, envelopeHashes } = proposalOf(message.value.proposal);
      reserve(process.mempool, height, envelopeHashes);
      updateWaiting(process);
    }
  };
  if (!effect.journal) inOneGo(seat, letOut);
  else persist(seat, [{ kind: "message", message: encodeConsensusMessage(message) }], letOut);
}

function build(seat: Seat, { view, height, time }: Of<"build">): void {
  const { process } = seat;
  const { node, mempool } = process;
  const budget = createBlockBudget(seat.replica.parameters, time);
  const { chosen, full } = selectTransactions(mempool, (decoded) => {
    if (decoded.body.validUntil < time) return "skipped";
    const refusal = budget.tryAdd(decoded);
    if (refusal === undefined) return "added";
    return refusal === "TOO_LARGE" ? "full" : "skipped";
  });
  const { ridden } = node;
  const envelopeHashes = ridden?.strategy.build?.(ridden.adversary, chosen) ?? chosen;
  feed(seat, { kind: "built", view, height, envelopeHashes, full });
}

function execute(seat: Seat, effect: Of<"execute">): void {
  const { process } = seat;
  const { proposal: proposalBytes, height } = effect;
  const proposal = proposalOf(proposalBytes);
  const isEmpty = proposal.envelopeHashes.length === 0;
  const pinned = pinnedProposal(process.pinned, proposalDigest(proposalBytes));
  const envelopes = isEmpty ? [] : pinned?.envelopes;
  if (envelopes === undefined) {
    // Certified and unpinned meanwhile: catch-up has executed it or will.
    if (height <= (process.node.disk.chain.certificate?.height ?? 0)) return;
    throw new Error("INV-BODIES: a committed proposal has no bodies here");
  }
  const { epoch } = seat.validators;
  enqueueExecution(process, { epoch, proposalBytes, proposal, envelopes });
}

/** Pruning reads every record: often enough that the journal stays a few windows long. */
const heightsPerPruning = 8;

function certified(seat: Seat, certificate: FinalityCertificate): void {
  const { process } = seat;
  const { node } = process;
  const { random, plan } = node.world;
  later(process, random.next() * plan.certificateDelayMs, () => {
    storeCertificate(node.disk.chain, certificate);
    unpinThrough(process.pinned, certificate.height);
    if (certificate.height % heightsPerPruning === 0) pruneJournal(node.disk, certificate);
  });
}

/** The certificate is durable at once: the next set rests on it. */
function epochEnd({ process, validators, self }: Seat, certificate: FinalityCertificate): void {
  const { node } = process;
  storeCertificate(node.disk.chain, certificate);
  if (self !== undefined) node.world.checkers.closed(validators.epoch, self);
  node.world.settleEpoch(process);
}

function halt({ process, replica }: Seat, effect: Of<"halt">): void {
  const { node } = process;
  node.world.trace(`node ${node.index} stopped: ${effect.code} at ${effect.height}`);
  if (node.ridden !== undefined) return;
  throw new CheckFailure(
    "halt",
    `node ${node.index} stopped in view ${replica.view}: ${effect.code} at ${effect.height}`,
  );
}

function note(seat: Seat, value: Of<"note">["note"]): void {
  const { process } = seat;
  const { node } = process;
  if (value.kind === "viewEntered") {
    releaseAbandoned(seat);
    seat.watch?.viewEntered();
  }
  if (value.kind === "refused") return;
  node.world.noteView(seat, value);
  node.world.trace(`node ${node.index} ${Object.values(value).join(" ")}`);
}

/** What only a failed view proposed may be proposed again. */
function releaseAbandoned({ process, replica }: Seat): void {
  const inFlight = inFlightProposals(replica).map(
    (digest) => pinnedProposal(process.pinned, digest)?.proposal.height,
  );
  for (const height of [...process.mempool.reserved.keys()])
    if (!inFlight.includes(height)) release(process.mempool, height);
  updateWaiting(process);
}

/** Bodies in the journal were checked before they were written: they are served and executed from here. */
export function restorePinned(seat: Seat): void {
  const { process } = seat;
  const { node } = process;
  for (const record of node.disk.journal) {
    if (record.kind !== "proposal") continue;
    const bytes = record.proposal;
    const proposal = proposalOf(bytes);
    const envelopes = record.envelopes.flatMap((item) => node.world.envelopeOf(item) ?? []);
    pin(process.pinned, proposalDigest(bytes), { bytes, proposal, envelopes });
    if (proposal.height > headOf(node))
      reserve(process.mempool, proposal.height, proposal.envelopeHashes);
  }
}
