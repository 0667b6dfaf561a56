// What the own journal proves was said in this epoch. A message of the own key beyond it was said by a
// journal that is lost (docs/consensus.md 9).
import { equalBytes, hexEncode } from "@cartorio/crypto";
import {
  type ConsensusMessage,
  decodeConsensusMessage,
  decodeNewViewBody,
  decodeProposal,
  decodeSuspectBody,
  decodeViewChangeBody,
  emptyProposal,
  type JournalRecord,
  limits,
  type PrePrepare,
  proposalDigest,
  type SignedBody,
  type Vote,
  voteKind,
} from "@cartorio/protocol";
import { messageEpoch } from "./epoch.ts";
import { isNewer } from "./handle-suspect.ts";

export interface JournalKnowledge {
  readonly epoch: number;
  /** Highest height that a certificate record proves; at least the epoch's base. */
  certified: number;
  /** Highest view entered or moved to. */
  view: number;
  suspect: SignedBody | undefined;
  /** Proposals whose bodies are durable, by `height/digest`. */
  readonly proposals: Set<string>;
  /** Highest view of a prepared certificate, by height. */
  readonly prepared: Map<number, number>;
  readonly checkpoints: Set<number>;
}

export function journalKnowledge(
  records: readonly JournalRecord[],
  epoch: { readonly epoch: number; readonly base: number },
): JournalKnowledge {
  const knowledge: JournalKnowledge = {
    epoch: epoch.epoch,
    certified: epoch.base,
    view: 0,
    suspect: undefined,
    proposals: new Set(),
    prepared: new Map(),
    checkpoints: new Set(),
  };
  for (const record of records) noteRecord(knowledge, record);
  return knowledge;
}

function proposalKey(height: number, digest: Uint8Array): string {
  return `${height}/${hexEncode(digest)}`;
}

function noteRecord(knowledge: JournalKnowledge, record: JournalRecord): void {
  switch (record.kind) {
    case "guard":
      return;
    case "prepared": {
      const { epoch, height, view } = record.certificate;
      if (epoch !== knowledge.epoch) return;
      knowledge.prepared.set(height, Math.max(view, knowledge.prepared.get(height) ?? 0));
      return;
    }
    case "proposal": {
      const decoded = decodeProposal(record.proposal);
      if (!decoded.ok || decoded.value.epoch !== knowledge.epoch) return;
      const digest = proposalDigest(record.proposal);
      knowledge.proposals.add(proposalKey(decoded.value.height, digest));
      return;
    }
    case "message": {
      const message = decodeConsensusMessage(record.message);
      if (message.ok && messageEpoch(message.value) === knowledge.epoch)
        noteMessage(knowledge, message.value);
    }
  }
}

function noteMessage(knowledge: JournalKnowledge, message: ConsensusMessage): void {
  switch (message.kind) {
    case "certificate":
      knowledge.certified = Math.max(knowledge.certified, message.value.height);
      return;
    case "checkpoint":
      knowledge.checkpoints.add(message.value.height);
      return;
    case "viewChange":
    case "newView":
      knowledge.view = Math.max(knowledge.view, viewOf(message));
      return;
    case "suspect":
      // S may come back lower after a restart, and with it the next Suspect.
      if (isSuspectAhead(knowledge, message.value)) knowledge.suspect = message.value;
      return;
    default:
      return;
  }
}

function viewOf(message: Extract<ConsensusMessage, { kind: "viewChange" | "newView" }>): number {
  const { body } = message.value;
  const decoded =
    message.kind === "viewChange" ? decodeViewChangeBody(body) : decodeNewViewBody(body);
  return decoded.ok ? decoded.value.view : 0;
}

/**
 * Was this message of the own key and epoch said by a journal that knew more than this one? Each case is
 * the rule by which the message was made durable, or rested on something durable, before it was sent.
 */
export function isAheadOfJournal(knowledge: JournalKnowledge, message: ConsensusMessage): boolean {
  switch (message.kind) {
    case "vote":
      return isVoteAhead(knowledge, message.value);
    case "prePrepare":
      return isPrePrepareAhead(knowledge, message.value);
    case "checkpoint": {
      const { height } = message.value;
      return height > knowledge.certified && !knowledge.checkpoints.has(height);
    }
    case "viewChange":
    case "newView":
      return viewOf(message) > knowledge.view;
    case "suspect":
      return isSuspectAhead(knowledge, message.value);
    default:
      return false;
  }
}

function isVoteAhead(knowledge: JournalKnowledge, vote: Vote): boolean {
  const { view, height, proposalDigest: digest } = vote;
  if (view > knowledge.view) return true;
  if (height <= knowledge.certified) return false;
  // The certificate of S is durable before a vote that only it admits.
  if (height > knowledge.certified + limits.window) return true;
  if (vote.kind === voteKind.commit) return (knowledge.prepared.get(height) ?? -1) < view;
  return !knowsProposal(knowledge, height, digest);
}

/** Bodies of the empty proposal are nobody's record: there are none. */
function knowsProposal(knowledge: JournalKnowledge, height: number, digest: Uint8Array): boolean {
  const empty = proposalDigest(emptyProposal(knowledge.epoch, height));
  return equalBytes(digest, empty) || knowledge.proposals.has(proposalKey(height, digest));
}

function isPrePrepareAhead(knowledge: JournalKnowledge, message: PrePrepare): boolean {
  const decoded = decodeProposal(message.proposal);
  if (!decoded.ok) return false;
  if (message.view > knowledge.view) return true;
  const { height } = decoded.value;
  if (height <= knowledge.certified) return false;
  return !knowsProposal(knowledge, height, proposalDigest(message.proposal));
}

function isSuspectAhead(knowledge: JournalKnowledge, shown: SignedBody): boolean {
  const body = decodeSuspectBody(shown.body);
  if (!body.ok) return false;
  const own = knowledge.suspect && decodeSuspectBody(knowledge.suspect.body);
  return own?.ok !== true || isNewer(body.value, own.value);
}
