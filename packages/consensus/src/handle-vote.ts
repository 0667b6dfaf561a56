import { equalBytes, hexEncode } from "@cartorio/crypto";
import { type PreparedCertificate, type Vote, voteKind } from "@cartorio/protocol";
import { bounds } from "./bounds.ts";
import { accuse } from "./evidence.ts";
import { tryExecute } from "./execution.ts";
import { halt } from "./halt.ts";
import { hearVote, isUnheard } from "./heard.ts";
import { advanceCommitted } from "./progress.ts";
import { obtain } from "./proposals.ts";
import { recordsBefore } from "./records-before.ts";
import {
  emit,
  inWindow,
  mayVote,
  note,
  quorumVotes,
  type Replica,
  type Slot,
  slotAt,
  type ViewVotes,
  votesOf,
} from "./state.ts";

/**
 * Prepare or Commit (Castro-Liskov 4.2). The first vote of a validator per view, height and kind
 * counts. Votes of older views are kept: they may still complete a commit (docs/consensus.md 3.6).
 */
export function handleVote(replica: Replica, vote: Vote): void {
  // Too late to count, but what shows that its author has voted (docs/consensus.md 9).
  if (vote.height <= replica.certified && isUnheard(replica, vote)) hearVote(replica, vote);
  if (replica.self === undefined || !inWindow(replica, vote.height)) return;
  if (vote.view > replica.view + bounds.futureViews) return;
  const slot = slotAt(replica, vote.height);
  const votes = votesOf(slot, vote.view);
  if (votes === undefined) return;
  const isPrepare = vote.kind === voteKind.prepare;
  const held = isPrepare ? votes.prepares : votes.commits;
  const known = held.get(vote.validator);
  if (known !== undefined) {
    if (!equalBytes(known.proposalDigest, vote.proposalDigest)) contradicts(replica, known, vote);
    return;
  }
  held.set(vote.validator, vote);
  hearVote(replica, vote);
  if (isPrepare) tryPrepared(replica, slot);
  else tryCommitted(replica, slot, votes);
}

function contradicts(replica: Replica, known: Vote, vote: Vote): void {
  const { validator, height, view } = vote;
  const reason = "second vote for one view and height";
  note(replica, { kind: "refused", validator, reason });
  accuse(replica, {
    ...{ validator, height, view },
    offence: vote.kind === voteKind.prepare ? "twoPrepares" : "twoCommits",
    messages: [
      { kind: "vote", value: known },
      { kind: "vote", value: vote },
    ],
  });
}

/**
 * Q Prepares of the current view are the prepared certificate (Castro-Liskov 4.2: prepared). It is
 * durable before the Commit that rests on it (docs/consensus.md 3.4 and 9). The certificate speaks for
 * the proposal, so the Commit does not wait for the bodies: its signers have them durable.
 */
export function tryPrepared(replica: Replica, slot: Slot): void {
  if (!mayVote(replica) || slot.prepared?.view === replica.view) return;
  const prepares = slot.votes.get(replica.view)?.prepares;
  const equal = prepares && quorumVotes(prepares, replica.quorum);
  const [first] = equal ?? [];
  if (equal === undefined || first === undefined) return;
  const certificate: PreparedCertificate = {
    epoch: replica.validators.epoch,
    view: replica.view,
    height: slot.height,
    proposalDigest: first.proposalDigest,
    signatures: equal.map(({ validator, signature }) => ({ validator, signature })),
  };
  slot.prepared = certificate;
  const records = recordsBefore(replica, slot.height);
  records.push({ kind: "prepared", certificate });
  emit(replica, { kind: "persist", records });
  signCommit(replica, certificate);
  obtain(replica, slot, {
    digest: certificate.proposalDigest,
    from: equal.map((vote) => vote.validator),
  });
}

/** The Commit of a durable prepared certificate of the current view. */
export function signCommit(replica: Replica, certificate: PreparedCertificate): void {
  if (!mayVote(replica) || certificate.view !== replica.view) return;
  const { view, height, proposalDigest } = certificate;
  emit(replica, {
    kind: "sign",
    journal: false,
    message: { kind: "vote", vote: voteKind.commit, view, height, proposalDigest },
  });
}

/** Q Commits of one view on one digest: final order (Castro-Liskov 4.2: committed-local). */
export function tryCommitted(replica: Replica, slot: Slot, votes: ViewVotes): void {
  const commits = quorumVotes(votes.commits, replica.quorum);
  const [first] = commits ?? [];
  if (commits === undefined || first === undefined) return;
  const digest = first.proposalDigest;
  const key = hexEncode(digest);
  if (slot.committed !== undefined) {
    if (slot.committed.key !== key)
      halt(replica, {
        code: "SAFETY_VIOLATION",
        height: slot.height,
        evidence: [slot.committed.digest, digest],
      });
    return;
  }
  slot.committed = { key, digest, commits };
  obtain(replica, slot, { digest, from: commits.map((vote) => vote.validator) });
  advanceCommitted(replica);
  tryExecute(replica);
}
