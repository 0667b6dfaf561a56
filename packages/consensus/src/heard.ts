// What each validator said last in this epoch. Whoever comes back without its journal is shown it, and
// then never signs again in the epoch (docs/consensus.md 9).
import {
  type Checkpoint,
  type ConsensusMessage,
  decodeNewViewBody,
  encodeConsensusMessage,
  type JournalRecord,
  limits,
  type SignedBody,
  type Vote,
} from "@cartorio/protocol";
import type { Heard, Replica } from "./state.ts";

function heardOf(replica: Replica, validator: number): Heard {
  const found = replica.heard.get(validator);
  if (found !== undefined) return found;
  const made: Heard = { vote: undefined, checkpoint: undefined };
  replica.heard.set(validator, made);
  return made;
}

/** A sign of life: new votes come with progress, and a Status without (docs/consensus.md 6). */
export function hearSign(replica: Replica, validator: number): void {
  if (validator !== replica.self)
    replica.judgement.heardMs.set(validator, replica.timers.elapsedMs);
}

/** The vote of the highest view, then of the highest height: either shows a journal that is too old. */
export function hearVote(replica: Replica, vote: Vote): void {
  hearSign(replica, vote.validator);
  const heard = heardOf(replica, vote.validator);
  const known = heard.vote;
  const isOlder =
    known !== undefined &&
    (vote.view < known.view || (vote.view === known.view && vote.height < known.height));
  if (!isOlder) heard.vote = vote;
  noteFirst(replica, vote);
}

/**
 * The first vote of each other validator in the epoch goes into the journal with whatever is written next,
 * so that this replica can still show it after a restart: a wiped validator must not find peers that all
 * forgot that it ever voted (docs/consensus.md 9).
 */
function noteFirst(replica: Replica, vote: Vote): void {
  const { firstVotes, unwrittenVotes } = replica;
  if (!isUnheard(replica, vote)) return;
  firstVotes.add(vote.validator);
  unwrittenVotes.push(vote);
}

/** Is it the first vote of its author in the epoch that reaches this replica? */
export function isUnheard({ self, firstVotes }: Replica, { validator }: Vote): boolean {
  return self !== undefined && validator !== self && !firstVotes.has(validator);
}

/** The first votes that no record holds yet. */
export function firstVoteRecords(replica: Replica): JournalRecord[] {
  return replica.unwrittenVotes.splice(0).map((value) => ({
    kind: "message",
    message: encodeConsensusMessage({ kind: "vote", value }),
  }));
}

/** What the journal remembers of another validator. */
export function restoreFirstVote(replica: Replica, vote: Vote): void {
  replica.firstVotes.add(vote.validator);
  hearVote(replica, vote);
}

export function hearCheckpoint(replica: Replica, checkpoint: Checkpoint): void {
  hearSign(replica, checkpoint.validator);
  const heard = heardOf(replica, checkpoint.validator);
  if (checkpoint.height >= (heard.checkpoint?.height ?? 0)) heard.checkpoint = checkpoint;
}

/**
 * The answer to a validator that asks for the newest messages of its own key before it signs anything
 * (docs/consensus.md 9): all that is held of it above S, and what it said last below.
 */
export function ownVotesAnswer(replica: Replica, validator: number): readonly ConsensusMessage[] {
  const messages: ConsensusMessage[] = [];
  const { viewChanges, suspects, newView } = replica;
  const viewChange = viewChanges.get(validator)?.signed ?? viewChangeIn(newView, validator);
  const suspect = suspects.get(validator)?.signed;
  if (viewChange !== undefined) messages.push({ kind: "viewChange", value: viewChange });
  if (suspect !== undefined) messages.push({ kind: "suspect", value: suspect });
  if (newView?.validator === validator) messages.push({ kind: "newView", value: newView });
  const heard = replica.heard.get(validator);
  if (heard?.vote !== undefined) messages.push({ kind: "vote", value: heard.vote });
  if (heard?.checkpoint !== undefined)
    messages.push({ kind: "checkpoint", value: heard.checkpoint });
  for (let offset = 1; offset <= limits.window; offset += 1)
    messages.push(...saidOfHeight(replica, validator, replica.certified + offset));
  return messages;
}

/** A peer that has restarted holds no other ViewChange than those of its journaled NewView. */
function viewChangeIn(newView: SignedBody | undefined, validator: number): SignedBody | undefined {
  const body = newView && decodeNewViewBody(newView.body);
  return body?.ok ? body.value.viewChanges.find((held) => held.validator === validator) : undefined;
}

function saidOfHeight(replica: Replica, validator: number, height: number): ConsensusMessage[] {
  const slot = replica.slots.get(height);
  if (slot === undefined) return [];
  const messages: ConsensusMessage[] = [];
  for (const { prepares, commits } of slot.votes.values())
    for (const value of [prepares.get(validator), commits.get(validator)])
      if (value !== undefined) messages.push({ kind: "vote", value });
  const checkpoint = slot.checkpoints.get(validator);
  if (checkpoint !== undefined) messages.push({ kind: "checkpoint", value: checkpoint });
  const prePrepare = slot.accepted?.prePrepare;
  if (prePrepare?.validator === validator) messages.push({ kind: "prePrepare", value: prePrepare });
  return messages;
}
