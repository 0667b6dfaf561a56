// Who may vote at all: no removed key, nothing in a closed epoch, no amnesiac before its incarnation is
// active (docs/consensus.md 8, 9 and 13).
import type { ConsensusMessage } from "@cartorio/protocol";
import { CheckFailure, entry } from "./check-failure.ts";
import type { Members } from "./members.ts";

export interface Voters {
  /** `epoch/author`: lost its journal in this epoch, and so may sign nothing in it. */
  readonly forgetful: Set<string>;
  /** `epoch/author`: has come to a later epoch. */
  readonly left: Set<string>;
  /** First height of each epoch that somebody has come to. */
  readonly activations: Map<number, number>;
  /** Highest own head at which a correct member voted on a height, by `epoch`, then height. */
  readonly voted: Map<number, Map<number, number>>;
  /** What a forgetful author had said before does no harm when it is sent again. */
  readonly before: WeakSet<object>;
}

export function createVoters(): Voters {
  return {
    forgetful: new Set(),
    left: new Set(),
    activations: new Map(),
    voted: new Map(),
    before: new WeakSet(),
  };
}

export interface Voter {
  readonly epoch: number;
  readonly author: number;
  readonly members: Members;
  /** Height that the author had executed. */
  readonly head: number;
}

export function checkVoter(state: Voters, voter: Voter, message: ConsensusMessage): void {
  const { epoch, author, members, head } = voter;
  if (message.kind === "status" || message.kind === "certificate") return;
  if (author >= members.n)
    throw new CheckFailure(
      "removed-key",
      `${author} signed in epoch ${epoch} of ${members.n} members`,
    );
  // Sent again to somebody who lags; it was signed in its time.
  if (state.before.has(message.value)) return;
  if (message.kind === "vote") noteVote(state, { epoch, height: message.value.height, head });
  if (state.left.has(`${epoch}/${author}`))
    throw new CheckFailure(
      "closed-epoch",
      `validator ${author} signed a ${message.kind} of epoch ${epoch} after it had left it`,
    );
  if (!state.forgetful.has(`${epoch}/${author}`)) {
    state.before.add(message.value);
    return;
  }
  throw new CheckFailure(
    "amnesia",
    `validator ${author} lost its journal in epoch ${epoch} and signed a ${message.kind} in it`,
  );
}

const window = 16;
const inFlight = 8;

export function openedAt(state: Voters, epoch: number, activationHeight: number): void {
  state.activations.set(epoch, activationHeight);
  for (const [height, head] of state.voted.get(epoch - 1) ?? [])
    checkHeight(state, { epoch: epoch - 1, height, head });
}

interface VoteAt {
  readonly epoch: number;
  readonly height: number;
  readonly head: number;
}

function noteVote(state: Voters, vote: VoteAt): void {
  const { epoch, height, head } = vote;
  const heads = entry(state.voted, epoch, () => new Map<number, number>());
  heads.set(height, Math.max(head, heads.get(height) ?? 0));
  checkHeight(state, vote);
}

/**
 * Who has executed the change knows that heights from its activation on are the next epoch's; a vote may
 * have waited for its disk while the change was executed, and a few blocks after it.
 */
function checkHeight(state: Voters, { epoch, height, head }: VoteAt): void {
  const next = state.activations.get(epoch + 1);
  if (next === undefined || height < next || head < next - window - 1 + inFlight) return;
  throw new CheckFailure(
    "closed-epoch",
    `a vote of epoch ${epoch} for height ${height}, which is of epoch ${epoch + 1}`,
  );
}
