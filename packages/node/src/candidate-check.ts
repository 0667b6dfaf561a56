// A validator key that is in no set yet (docs/consensus.md 9): while a quorum of the present set has not
// come to a change that names it, nobody can have voted with it in an epoch to come. What is asked then
// need not be asked at the activation, when blocks may come faster than answers: a journal that cannot
// prove its own silence counts as lost once the epoch is a window old.
import { setTimeout as pause } from "node:timers/promises";
import type { EntryAnswer } from "@cartorio/consensus";
import { validatorSetOfEpoch } from "@cartorio/ledger";
import { quorum } from "@cartorio/protocol";
import { votingSet } from "./chain-state.ts";
import type { NodeParts } from "./node-parts.ts";
import { askOwnVotes } from "./own-votes.ts";
import type { Session } from "./session.ts";
import { validatorIndex } from "./vote-signer.ts";
import type { Voter } from "./voter.ts";

export interface CandidateCheck {
  readonly parts: NodeParts;
  readonly voter: Voter;
  /** Of a set without the own key. */
  readonly session: Session;
}

const roundMs = 500;

/** Resolves when the journal is known to be complete, or the session is over. */
export async function proveSilence(check: CandidateCheck): Promise<void> {
  const { parts, voter, session } = check;
  const { signal } = session.ending;
  const wait = (): Promise<void> => pause(roundMs, undefined, { signal }).catch(() => undefined);
  while (!signal.aborted) {
    const { complete, mustReenter } = voter.record.guard();
    if (complete && mustReenter === 0) return;
    const newest = await newestOfQuorum(check);
    // Up to there the own state knows every change.
    while (newest !== undefined && !signal.aborted && headOf(parts) < newest) await wait();
    if (newest !== undefined && isUnknown(check)) {
      await voter.record.complete();
      parts.options.logger.info({ height: headOf(parts) }, "nobody has voted with this key before");
    } else await wait();
  }
}

function headOf({ store }: NodeParts): number {
  return store.head()?.height ?? 0;
}

/** The highest certified height of a quorum of the present epoch; undefined: too few answered. */
async function newestOfQuorum({ parts, session }: CandidateCheck): Promise<number | undefined> {
  const { validators, names } = session;
  const isOfEpoch = (answer: EntryAnswer | undefined): answer is EntryAnswer =>
    answer !== undefined && !answer.amnesia && answer.epoch === validators.epoch;
  const asked = [...names.keys()].map((peer) => askOwnVotes(parts, session, peer));
  const answers = (await Promise.all(asked)).filter(isOfEpoch);
  if (answers.length < quorum(validators.validators.length)) return undefined;
  return Math.max(0, ...answers.map(({ certificate }) => certificate?.height ?? 0));
}

/** No set names the own key, neither this one nor the pending one. */
function isUnknown({ parts, session }: CandidateCheck): boolean {
  const { ownKey, ledger } = parts;
  const { epoch } = votingSet(parts);
  if (ownKey === undefined || epoch !== session.validators.epoch) return false;
  return [epoch, epoch + 1].every((at) => {
    const set = validatorSetOfEpoch(ledger, at);
    return set === undefined || validatorIndex(set.validators, ownKey) === undefined;
  });
}
