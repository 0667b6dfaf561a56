// Who may vote at all: no removed key, nothing in a closed epoch, no amnesiac before its incarnation is
// active (docs/consensus.md 8, 9 and 13).
import type { ConsensusMessage } from "@cartorio/protocol";
import { CheckFailure } from "./check-failure.ts";
import type { Members } from "./members.ts";

export interface Voters {
  /** `epoch/author`: lost its journal in this epoch, and so may sign nothing in it. */
  readonly forgetful: Set<string>;
  /** What a forgetful author had said before does no harm when it is sent again. */
  readonly before: WeakSet<object>;
}

export function createVoters(): Voters {
  return { forgetful: new Set(), before: new WeakSet() };
}

export interface Voter {
  readonly epoch: number;
  readonly author: number;
  readonly members: Members;
}

export function checkVoter(state: Voters, voter: Voter, message: ConsensusMessage): void {
  const { epoch, author, members } = voter;
  if (message.kind === "status" || message.kind === "certificate") return;
  if (author >= members.n)
    throw new CheckFailure(
      "removed-key",
      `${author} signed in epoch ${epoch} of ${members.n} members`,
    );
  if (!state.forgetful.has(`${epoch}/${author}`)) {
    state.before.add(message);
    return;
  }
  if (state.before.has(message)) return;
  throw new CheckFailure(
    "amnesia",
    `validator ${author} lost its journal in epoch ${epoch} and signed a ${message.kind} in it`,
  );
}
