// The bodies of each prepared certificate are durable at f+1 correct members (docs/consensus.md 3.4).
import { hexEncode } from "@cartorio/crypto";
import { type ConsensusMessage, emptyProposal, proposalDigest } from "@cartorio/protocol";
import { CheckFailure, entry } from "./check-failure.ts";
import type { Members } from "./members.ts";

export type Bodies = Map<string, Set<number>>;

export function noteDurable(state: Bodies, node: number, digest: Uint8Array): void {
  entry(state, hexEncode(digest), () => new Set<number>()).add(node);
}

const empties = new Map<string, string>();

function emptyDigest(epoch: number, height: number): string {
  return entry(empties, `${epoch}/${height}`, () =>
    hexEncode(proposalDigest(emptyProposal(epoch, height))),
  );
}

/** A Commit rests on a prepared certificate, whose correct authors had the bodies durable. */
export function checkBodies(state: Bodies, members: Members, message: ConsensusMessage): void {
  if (message.kind !== "vote" || message.value.kind !== 3) return;
  const { epoch, height, proposalDigest: digest } = message.value;
  const content = hexEncode(digest);
  const holders = state.get(content)?.size ?? 0;
  // Of the Q authors of its Prepares at most f may have lied.
  if (holders > members.faulty) return;
  // Nobody stores bodies of the empty proposal: there are none.
  if (content === emptyDigest(epoch, height)) return;
  throw new CheckFailure(
    "bodies-not-durable",
    `Commit for height ${height} while ${holders} correct nodes have the bodies durable`,
  );
}
