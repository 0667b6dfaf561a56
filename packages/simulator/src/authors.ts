import { messageEpoch } from "@cartorio/consensus";
import type { ConsensusMessage } from "@cartorio/protocol";
import { indexIn, seatOf } from "./seat.ts";
import { headOf, type SimNode } from "./sim-node.ts";

/** Who signed it; undefined for what carries no signature of an author. */
export function authorOf(message: ConsensusMessage): number | undefined {
  if (message.kind === "status" || message.kind === "certificate") return undefined;
  return message.value.validator;
}

/** A message of the sender's own reaches the checkers when it leaves; what is relayed did so before. */
export function checkSigned(node: SimNode, message: ConsensusMessage): void {
  const { world, process } = node;
  const author = authorOf(message);
  if (author === undefined || process === undefined) return;
  const epoch = messageEpoch(message);
  const seat = epoch === undefined ? undefined : seatOf(process, epoch);
  const own = seat === undefined ? undefined : indexIn(seat.validators, node);
  if (author === own) world.checkers.signed(author, message, headOf(node));
}
