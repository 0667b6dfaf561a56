import { type ConsensusMessage, proposalEpoch, signedBodyEpoch } from "@cartorio/protocol";
import { emit, lastHeight, type Replica } from "./state.ts";
import type { ExecutedBlock } from "./types.ts";

/**
 * A block was executed after which a change of the set is pending (docs/consensus.md 8): heights from the
 * activation on are the next epoch's, whatever was heard of them so far.
 */
export function learnActivation(replica: Replica, block: ExecutedBlock): void {
  const { activationHeight } = block;
  // The first height of this very epoch is behind us.
  if (activationHeight === undefined || activationHeight <= replica.validators.activationHeight)
    return;
  replica.activationHeight = activationHeight;
  for (const height of replica.slots.keys())
    if (height >= activationHeight) replica.slots.delete(height);
  for (const key of replica.waitingPrePrepares.keys())
    if (Number(key.split("/")[1]) >= activationHeight) replica.waitingPrePrepares.delete(key);
}

/** Is there a height left that the primary owes the change, block or not (docs/consensus.md 8)? */
export function owesActivation(replica: Replica): boolean {
  return replica.activationHeight !== undefined && replica.committedThrough < lastHeight(replica);
}

/** Ends the epoch once its last height is executed and certified, each with the old set. */
export function closeIfOver(replica: Replica): void {
  const { certificate, closed } = replica;
  const height = lastHeight(replica);
  if (closed || replica.certified < height || replica.executed < height) return;
  if (certificate === undefined) return;
  replica.closed = true;
  emit(replica, { kind: "epochEnd", height, certificate });
}

/** The epoch that a message names; undefined if it names none, and so does not decode. */
export function messageEpoch(message: ConsensusMessage): number | undefined {
  switch (message.kind) {
    case "prePrepare":
      return proposalEpoch(message.value.proposal);
    case "suspect":
    case "viewChange":
    case "newView":
      return signedBodyEpoch(message.value.body);
    default:
      return message.value.epoch;
  }
}
