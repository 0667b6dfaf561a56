import { equalBytes, hexEncode } from "@cartorio/crypto";
import {
  decodeProposal,
  encodeConsensusMessage,
  type PrePrepare,
  type Proposal,
  proposalDigest,
} from "@cartorio/protocol";
import { bounds } from "./bounds.ts";
import { accuse } from "./evidence.ts";
import { knownProposal, signPrepare } from "./proposals.ts";
import { recordsBefore } from "./records-before.ts";
import {
  emit,
  inWindow,
  mayVote,
  note,
  primaryOf,
  type Replica,
  type Slot,
  slotAt,
} from "./state.ts";

/**
 * PrePrepare (Castro-Liskov 4.2, docs/consensus.md 3.3): accepted only for reasons that every replica
 * decides alike from its bytes, and at most one per view and height.
 */
export function handlePrePrepare(replica: Replica, message: PrePrepare): void {
  const decoded = decodeProposal(message.proposal);
  if (!decoded.ok || replica.self === undefined) return;
  const proposal = decoded.value;
  const isOwn = message.validator === replica.self;
  if (isOwn && replica.proposing.outstanding === proposal.height)
    replica.proposing.outstanding = undefined;
  if (!inWindow(replica, proposal.height)) return;
  const reason = prePrepareProblem(replica, message, proposal);
  if (reason !== undefined) {
    note(replica, { kind: "refused", validator: message.validator, reason });
    accuse(replica, {
      ...{ validator: message.validator, offence: "invalidProposal", view: message.view },
      ...{ height: proposal.height, messages: [{ kind: "prePrepare", value: message }] },
    });
    return;
  }
  const ahead = message.view - replica.view;
  if (ahead < 0 || ahead > bounds.futureViews) return;
  if (ahead > 0 || !replica.active) {
    holdBack(replica, message, proposal.height);
    return;
  }
  if (!mayVote(replica)) return;
  acceptOne(replica, message, proposal);
}

/** One proposal per (view, height); what a NewView fixed is decided already. */
function acceptOne(replica: Replica, message: PrePrepare, proposal: Proposal): void {
  const slot = slotAt(replica, proposal.height);
  const digest = proposalDigest(message.proposal);
  const key = hexEncode(digest);
  if (slot.accepted?.view === message.view) {
    if (slot.accepted.key !== key) contradicts(replica, slot.accepted.prePrepare, message);
    return;
  }
  // Castro-Liskov 4.4: heights up to max-s are fixed by O.
  if (proposal.height <= replica.newViewMaximum) return;
  if (!isTimely(replica, message, proposal)) return;
  slot.accepted = { view: message.view, key, prePrepare: message, prepareSigned: false };
  // News: the votes that answer it are on their way, so Status waits.
  replica.timers.sinceStatusMs = 0;
  follow(replica, slot, { message, proposal, digest });
}

/** `first` undefined: the NewView fixed another proposal, which no signature of a PrePrepare proves. */
function contradicts(replica: Replica, first: PrePrepare | undefined, second: PrePrepare): void {
  const { validator, view } = second;
  const reason = "second proposal for one view and height";
  note(replica, { kind: "refused", validator, reason });
  const decoded = decodeProposal(second.proposal);
  if (first === undefined || !decoded.ok) return;
  accuse(replica, {
    ...{ validator, offence: "twoPrePrepares", view, height: decoded.value.height },
    messages: [
      { kind: "prePrepare", value: first },
      { kind: "prePrepare", value: second },
    ],
  });
}

interface Candidate {
  readonly message: PrePrepare;
  readonly proposal: Proposal;
  readonly digest: Uint8Array;
}

function follow(replica: Replica, slot: Slot, candidate: Candidate): void {
  const { message, proposal, digest } = candidate;
  const entry = knownProposal(slot, proposal.epoch, digest);
  if (message.validator === replica.self)
    replica.proposing.nextHeight = Math.max(replica.proposing.nextHeight, proposal.height + 1);
  if (entry.bytes === undefined) {
    entry.bytes = message.proposal;
    entry.decoded = proposal;
  }
  if (entry.bodies === "durable") {
    rememberAccepted(replica, candidate);
    signPrepare(replica, slot);
    return;
  }
  if (entry.bodies === "requested") return;
  entry.bodies = "requested";
  entry.askedSigners = false;
  const from = message.validator === replica.self ? [] : [message.validator];
  emit(replica, {
    kind: "obtainBodies",
    proposal: message.proposal,
    proposalDigest: digest,
    from,
    fresh: true,
  });
}

/**
 * The proposal is durable from another view, or from a certificate, but not that this view's primary
 * proposed it: without that a restarted replica would prepare another proposal of the same view.
 */
function rememberAccepted(replica: Replica, { message, proposal }: Candidate): void {
  const value = { kind: "prePrepare", value: message } as const;
  const records = recordsBefore(replica, proposal.height);
  records.push({ kind: "message", message: encodeConsensusMessage(value) });
  emit(replica, { kind: "persist", records });
  if (message.validator === replica.self)
    emit(replica, { kind: "send", to: "all", message: value });
}

/** What is wrong with a PrePrepare whoever reads it: form and limits (docs/consensus.md 3.3). */
export function prePrepareProblem(
  { validators, parameters }: Pick<Replica, "validators" | "parameters">,
  message: PrePrepare,
  proposal: Proposal,
): string | undefined {
  const n = validators.validators.length;
  if (proposal.epoch !== validators.epoch) return "proposal of another epoch";
  if (message.validator !== primaryOf(message.view, n)) return "not the primary";
  if (proposal.proposer !== message.validator) return "proposer is not the primary";
  if (proposal.envelopeHashes.length > parameters.maxBlockTransactions)
    return "more transactions than a block may hold";
  return undefined;
}

/** The next view, or the own view before its NewView: kept until it begins, first one per height. */
function holdBack(replica: Replica, message: PrePrepare, height: number): void {
  const key = `${message.view}/${height}`;
  const held = replica.waitingPrePrepares.get(key);
  if (held === undefined) replica.waitingPrePrepares.set(key, message);
  else if (!equalBytes(held.proposal, message.proposal)) contradicts(replica, held, message);
}

/** docs/consensus.md 7: within the drift of the own wall clock; a slightly early one waits. */
function isTimely(replica: Replica, message: PrePrepare, proposal: Proposal): boolean {
  const { wallMs } = replica.timers;
  const { validator } = message;
  if (wallMs === undefined) {
    holdBack(replica, message, proposal.height);
    return false;
  }
  const drift = replica.parameters.maxClockDriftMs;
  const differenceMs = proposal.time - wallMs;
  if (Math.abs(differenceMs) <= drift) return true;
  if (differenceMs > 0 && differenceMs <= drift + bounds.earlyProposalMs) {
    holdBack(replica, message, proposal.height);
    return false;
  }
  note(replica, { kind: "clockSkew", validator, differenceMs });
  return false;
}

/** Tries PrePrepares again whose view has begun or whose time has come; drops what can never count. */
export function retryPrePrepares(replica: Replica): void {
  if (replica.waitingPrePrepares.size === 0) return;
  const waiting = [...replica.waitingPrePrepares.values()];
  replica.waitingPrePrepares.clear();
  for (const message of waiting) handlePrePrepare(replica, message);
}
