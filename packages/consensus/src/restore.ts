import { equalBytes, hexEncode } from "@cartorio/crypto";
import {
  type ConsensusMessage,
  decodeConsensusMessage,
  decodeNewViewBody,
  decodeProposal,
  decodeSuspectBody,
  decodeViewChangeBody,
  type FinalityCertificate,
  type JournalRecord,
  type PrePrepare,
  proposalDigest,
  type SignedBody,
  type SuspectBody,
  type ViewChangeBody,
} from "@cartorio/protocol";
import { prune, requestCatchUp, settleCertificates } from "./certified.ts";
import { closeIfOver, learnActivation, messageEpoch } from "./epoch.ts";
import { signCheckpoint } from "./execution.ts";
import { halt } from "./halt.ts";
import { tryCertified } from "./handle-checkpoint.ts";
import { contentOf, followEntries, installView } from "./handle-new-view.ts";
import { signCommit } from "./handle-vote.ts";
import { restoreFirstVote } from "./heard.ts";
import type { NewViewContent } from "./new-view-rules.ts";
import { advanceCommitted } from "./progress.ts";
import { knownProposal, obtain, signPrepare } from "./proposals.ts";
import {
  emit,
  mayVote,
  newReplica,
  type Replica,
  rememberExecuted,
  slotAt,
  votesOf,
} from "./state.ts";
import type { Effect, ReplicaStart } from "./types.ts";

/** What the journal says beyond slots: the newest own messages and the newest NewView. */
interface Restored {
  viewChange: { readonly body: ViewChangeBody; readonly signed: SignedBody } | undefined;
  suspect: { readonly body: SuspectBody; readonly signed: SignedBody } | undefined;
  newView:
    | { readonly view: number; readonly signed: SignedBody; readonly content: NewViewContent }
    | undefined;
  readonly prePrepares: PrePrepare[];
}

/**
 * The replica as its journal left it (docs/consensus.md 9), and what it must say again: votes are
 * signed anew over the same statements, messages of the journal are sent byte for byte.
 *
 * Throws INV-JOURNAL-RECORD if a record does not decode: the journal's hashes are checked before.
 */
export function createReplica(start: ReplicaStart): {
  readonly replica: Replica;
  readonly effects: Effect[];
} {
  const replica = newReplica(start);
  restoreBlocks(replica, start);
  const journal = start.journal.filter((record) => isOfEpoch(record, start.validators.epoch));
  const messages = journalMessages(journal);
  for (const certificate of certificatesOf(messages)) raiseCertified(replica, certificate);
  for (const { kind, value } of messages)
    if (kind === "certificate")
      replica.certifiedDurable = Math.max(replica.certifiedDurable, value.height);
  const restored = restoreMessages(replica, messages);
  for (const record of journal) restoreRecord(replica, { record, restored });
  restoreView(replica, restored);
  advanceCommitted(replica);
  speakAgain(replica, { start, restored });
  // One validator is a quorum of its own, and hears its own statements only here.
  for (const [height, headerHash] of replica.ownCheckpoints) {
    const slot = replica.slots.get(height);
    if (slot !== undefined && height > replica.certified) tryCertified(replica, slot, headerHash);
  }
  // The journal may hold far more than a window, where the disk was slow to store certificates.
  prune(replica);
  closeIfOver(replica);
  return { replica, effects: replica.effects.splice(0) };
}

/** The journal outlives the epoch: what was said under another set binds nobody in this one. */
function isOfEpoch(record: JournalRecord, epoch: number): boolean {
  switch (record.kind) {
    case "guard":
      return false;
    case "prepared":
      return record.certificate.epoch === epoch;
    case "proposal": {
      const proposal = decodeProposal(record.proposal);
      if (!proposal.ok) throw broken("a proposal");
      return proposal.value.epoch === epoch;
    }
    case "message": {
      const message = decodeConsensusMessage(record.message);
      if (!message.ok) throw broken("a message");
      const named = messageEpoch(message.value);
      if (named === undefined) throw broken("a message");
      return named === epoch;
    }
  }
}

function restoreBlocks(replica: Replica, start: ReplicaStart): void {
  const { certificate, executed } = start;
  if (certificate !== undefined) {
    raiseCertified(replica, certificate);
    replica.executed = certificate.height;
  }
  for (const block of executed) {
    rememberExecuted(replica, block);
    learnActivation(replica, block);
    replica.executed = Math.max(replica.executed, block.height);
  }
  replica.executeRequested = replica.executed;
}

/** S as every durable certificate proves it; above what was executed it waits for catch-up. */
function raiseCertified(replica: Replica, certificate: FinalityCertificate): void {
  const { height, headerHash } = certificate;
  if (height <= replica.certified) return;
  replica.certified = height;
  replica.certificate = certificate;
  replica.certifiedHeaders.set(height, headerHash);
  replica.certifiedAtEntry = height;
  replica.proposing.nextHeight = height + 1;
}

function broken(what: string): Error {
  return new Error(`INV-JOURNAL-RECORD: ${what} in the journal does not decode`);
}

function journalMessages(journal: readonly JournalRecord[]): ConsensusMessage[] {
  const messages: ConsensusMessage[] = [];
  for (const record of journal) {
    if (record.kind !== "message") continue;
    const decoded = decodeConsensusMessage(record.message);
    if (!decoded.ok) throw broken("a message");
    messages.push(decoded.value);
  }
  return messages;
}

/** Every finality certificate that a journaled message carries was verified before it was written. */
function certificatesOf(messages: readonly ConsensusMessage[]): FinalityCertificate[] {
  return messages.flatMap((message) => {
    if (message.kind === "certificate") return [message.value];
    if (message.kind === "viewChange") return certificateIn(message.value);
    if (message.kind !== "newView") return [];
    const body = decodeNewViewBody(message.value.body);
    if (!body.ok) throw broken("a NewView");
    return body.value.viewChanges.flatMap(certificateIn);
  });
}

function certificateIn(viewChange: SignedBody): FinalityCertificate[] {
  const body = decodeViewChangeBody(viewChange.body);
  if (!body.ok) throw broken("a ViewChange");
  return body.value.certificate === undefined ? [] : [body.value.certificate];
}

function restoreMessages(replica: Replica, messages: readonly ConsensusMessage[]): Restored {
  const restored: Restored = {
    viewChange: undefined,
    suspect: undefined,
    newView: undefined,
    prePrepares: [],
  };
  for (const message of messages) {
    switch (message.kind) {
      case "checkpoint": {
        const { height, headerHash, validator } = message.value;
        replica.ownCheckpoints.set(height, headerHash);
        if (height > replica.certified)
          slotAt(replica, height).checkpoints.set(validator, message.value);
        break;
      }
      case "prePrepare":
        restored.prePrepares.push(message.value);
        break;
      case "vote":
        restoreFirstVote(replica, message.value);
        break;
      case "viewChange":
        restoreViewChange(restored, message.value);
        break;
      case "suspect":
        restoreSuspect(restored, message.value);
        break;
      case "newView":
        restoreNewView(replica, restored, message.value);
        break;
      default:
        break;
    }
  }
  return restored;
}

function restoreViewChange(restored: Restored, signed: SignedBody): void {
  const body = decodeViewChangeBody(signed.body);
  if (!body.ok) throw broken("a ViewChange");
  if (body.value.view > (restored.viewChange?.body.view ?? 0))
    restored.viewChange = { body: body.value, signed };
}

function restoreSuspect(restored: Restored, signed: SignedBody): void {
  const body = decodeSuspectBody(signed.body);
  if (!body.ok) throw broken("a Suspect");
  restored.suspect = { body: body.value, signed };
}

function restoreNewView(replica: Replica, restored: Restored, signed: SignedBody): void {
  const body = decodeNewViewBody(signed.body);
  if (!body.ok) throw broken("a NewView");
  const content = contentOf(replica, body.value);
  if (content === undefined) throw broken("a ViewChange in a NewView");
  const { view } = body.value;
  if (view > (restored.newView?.view ?? 0)) restored.newView = { view, signed, content };
}

function restoreRecord(
  replica: Replica,
  item: { readonly record: JournalRecord; readonly restored: Restored },
): void {
  const { record, restored } = item;
  if (record.kind === "message" || record.kind === "guard") return;
  if (record.kind === "prepared") {
    const { certificate } = record;
    if (certificate.height <= replica.certified) return;
    const slot = slotAt(replica, certificate.height);
    if (slot.prepared !== undefined && slot.prepared.view > certificate.view) return;
    slot.prepared = certificate;
    const { epoch, view, height, proposalDigest } = certificate;
    const prepares = votesOf(slot, view)?.prepares;
    for (const { validator, signature } of certificate.signatures)
      prepares?.set(validator, {
        kind: 2,
        epoch,
        view,
        height,
        proposalDigest,
        validator,
        signature,
      });
    return;
  }
  const decoded = decodeProposal(record.proposal);
  if (!decoded.ok) throw broken("a proposal");
  if (decoded.value.height <= Math.min(replica.certified, replica.executed)) return;
  const slot = slotAt(replica, decoded.value.height);
  const entry = knownProposal(slot, decoded.value.epoch, proposalDigest(record.proposal));
  entry.bytes = record.proposal;
  entry.decoded = decoded.value;
  entry.bodies = "durable";
  if (record.prePrepare.length === 0) return;
  const message = decodeConsensusMessage(record.prePrepare);
  if (!message.ok || message.value.kind !== "prePrepare") throw broken("a PrePrepare");
  restored.prePrepares.push(message.value.value);
}

/** The view of the newest own ViewChange or accepted NewView, whichever is higher (docs/consensus.md 5). */
function restoreView(replica: Replica, restored: Restored): void {
  const { viewChange, newView, suspect } = restored;
  const changed = viewChange?.body.view ?? 0;
  if (newView !== undefined && newView.view >= changed) {
    installView(replica, { signed: newView.signed, view: newView.view, content: newView.content });
  } else if (changed > 0) {
    replica.view = changed;
    replica.active = false;
  }
  if (replica.self !== undefined && viewChange !== undefined)
    replica.viewChanges.set(replica.self, viewChange);
  if (replica.self !== undefined && suspect !== undefined) {
    replica.suspects.set(replica.self, suspect);
    const { view, certifiedHeight } = suspect.body;
    replica.suspecting = { view, certifiedHeight };
  }
  for (const message of restored.prePrepares) restoreAccepted(replica, message);
}

function restoreAccepted(replica: Replica, message: PrePrepare): void {
  const decoded = decodeProposal(message.proposal);
  if (!decoded.ok || message.view !== replica.view) return;
  const { height } = decoded.value;
  const slot = replica.slots.get(height);
  if (slot === undefined || height <= replica.newViewMaximum) return;
  const key = hexEncode(proposalDigest(message.proposal));
  slot.accepted = { view: message.view, key, prePrepare: message, prepareSigned: false };
  replica.proposing.nextHeight = Math.max(replica.proposing.nextHeight, height + 1);
}

/** A block on this disk that is another than what was signed for it, and no certificate says which is right. */
function stopIfOtherStatement(
  replica: Replica,
  { height, headerHash }: ReplicaStart["executed"][number],
): void {
  const own = replica.ownCheckpoints.get(height);
  if (own === undefined || height <= replica.certified || equalBytes(own, headerHash)) return;
  halt(replica, { code: "STATE_DIVERGED", height, evidence: [own, headerHash] });
}

/** Nothing is sent only once: what the journal proves was said before may be said again. */
function speakAgain(
  replica: Replica,
  item: { readonly start: ReplicaStart; readonly restored: Restored },
): void {
  const { start, restored } = item;
  const send = (message: ConsensusMessage): void =>
    emit(replica, { kind: "send", to: "all", message });
  // A certificate that only the journal holds is to be stored with its block.
  const stored = start.certificate?.height ?? 0;
  const { certificate } = replica;
  if (certificate !== undefined && certificate.height > stored)
    replica.waitingCertificates.set(certificate.height, certificate);
  for (const block of start.executed) {
    stopIfOtherStatement(replica, block);
    signCheckpoint(replica, block);
  }
  settleCertificates(replica);
  if (replica.executed < replica.certified) requestCatchUp(replica);
  if (replica.self === undefined) return;
  const { newView, viewChange, suspect } = restored;
  if (suspect?.body.view === replica.view) send({ kind: "suspect", value: suspect.signed });
  if (!replica.active && viewChange !== undefined)
    send({ kind: "viewChange", value: viewChange.signed });
  if (mayVote(replica) && newView !== undefined && newView.view === replica.view) {
    if (newView.signed.validator === replica.self) send({ kind: "newView", value: newView.signed });
    followEntries(replica, newView.content);
  }
  for (const slot of [...replica.slots.values()].sort((a, b) => a.height - b.height)) {
    const { accepted, prepared, checkpoints } = slot;
    if (slot.height <= replica.certified) continue;
    if (accepted?.prePrepare?.validator === replica.self && accepted.view === replica.view)
      send({ kind: "prePrepare", value: accepted.prePrepare });
    signPrepare(replica, slot);
    if (prepared !== undefined) signCommit(replica, prepared);
    for (const value of checkpoints.values()) send({ kind: "checkpoint", value });
    if (prepared !== undefined && mayVote(replica))
      obtain(replica, slot, {
        digest: prepared.proposalDigest,
        from: prepared.signatures.map((signed) => signed.validator),
      });
  }
}
