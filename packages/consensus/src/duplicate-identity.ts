import { equalBytes, hexEncode } from "@cartorio/crypto";
import {
  type Checkpoint,
  type ConsensusMessage,
  decodeNewViewBody,
  decodeSuspectBody,
  decodeViewChangeBody,
  encodeConsensusMessage,
  type Vote,
  voteKind,
} from "@cartorio/protocol";
import { halt } from "./halt.ts";
import { inWindow, type Replica } from "./state.ts";

/**
 * A peer shows a message of the own key that this process did not sign: the key is in use elsewhere, or
 * the journal was rolled back after all (docs/consensus.md 9). It stops. What this process signed came
 * back from the signer before it left, and what its earlier lives signed is in the journal.
 */
export function stopIfDuplicate(
  replica: Replica,
  message: ConsensusMessage,
  from: number | undefined,
): boolean {
  if (from === undefined || message.kind === "status" || message.kind === "certificate")
    return false;
  if (message.value.validator !== replica.self || !isForeign(replica, message)) return false;
  halt(replica, {
    code: "DUPLICATE_IDENTITY",
    height: replica.certified,
    evidence: [encodeConsensusMessage(message)],
  });
  return true;
}

function isForeign(replica: Replica, message: ConsensusMessage): boolean {
  switch (message.kind) {
    case "vote":
      return isForeignVote(replica, message.value);
    case "prePrepare":
      return message.value.view > replica.view;
    case "checkpoint":
      return isForeignCheckpoint(replica, message.value);
    case "suspect": {
      const body = decodeSuspectBody(message.value.body);
      return body.ok && body.value.view > replica.view;
    }
    case "viewChange": {
      const body = decodeViewChangeBody(message.value.body);
      return body.ok && body.value.view > replica.view;
    }
    case "newView": {
      const body = decodeNewViewBody(message.value.body);
      return body.ok && body.value.view > replica.view;
    }
    default:
      return false;
  }
}

function isForeignVote(replica: Replica, vote: Vote): boolean {
  const { view, height, kind, proposalDigest } = vote;
  if (view > replica.view) return true;
  if (!inWindow(replica, height)) return false;
  const slot = replica.slots.get(height);
  const votes = slot?.votes.get(view);
  const held = (kind === voteKind.prepare ? votes?.prepares : votes?.commits)?.get(vote.validator);
  if (held !== undefined) return !equalBytes(held.proposalDigest, proposalDigest);
  // Votes of earlier views may be forgotten; those of this view rest on what is held.
  if (view < replica.view || !replica.active) return false;
  if (kind === voteKind.prepare) {
    const { accepted } = slot ?? {};
    return accepted?.view !== view || accepted.key !== hexEncode(proposalDigest);
  }
  const { prepared } = slot ?? {};
  return prepared?.view !== view || !equalBytes(prepared.proposalDigest, proposalDigest);
}

function isForeignCheckpoint(replica: Replica, checkpoint: Checkpoint): boolean {
  const { height, headerHash } = checkpoint;
  if (!inWindow(replica, height)) return false;
  const own = replica.ownCheckpoints.get(height);
  return own === undefined ? height > replica.executed : !equalBytes(own, headerHash);
}
