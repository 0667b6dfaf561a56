// Which epoch this node lives in (docs/consensus.md 8). The certificate of A-1 ends one: the replica of
// the old set stops, and the next set gets a session with a replica of its own. Who is not in the next
// set serves on with its old replica until the new set is seen to work.
import type { EntryAnswer } from "@cartorio/consensus";
import { equalBytes } from "@cartorio/crypto";
import { admittedPeers } from "./admitted-peers.ts";
import { votingEpoch, votingSet } from "./chain-state.ts";
import { passEntry, type RestoredReplica, restoreReplica } from "./entry-check.ts";
import type { NodeParts } from "./node-parts.ts";
import type { Reentry } from "./reentry.ts";
import { newSession, type Session, type Standing } from "./session.ts";
import { stopIfUnsupported } from "./upgrade.ts";
import type { Voter } from "./voter.ts";
import { startVoting } from "./voting.ts";

export interface Epochs {
  /** Looks whether the newest certificate ended the epoch; cheap, to be called after each. */
  readonly settle: () => void;
  readonly stop: () => Promise<void>;
}

export interface EpochsOptions {
  readonly parts: NodeParts;
  /** Undefined: an observer. */
  readonly voter: Voter | undefined;
  readonly reentry: Reentry;
  /** Moves the journal aside; the voter has another record then. */
  readonly forget: (voter: Voter, reason: string) => Promise<void>;
}

/** How soon a node that does not vote sees a new block. */
const pollMs = 200;

export function startEpochs(options: EpochsOptions): Epochs {
  const { parts, voter } = options;
  const { running } = parts;
  let admitted = "";
  let isSettling = false;
  let isStale = false;

  const isOver = (): boolean => running.stopped || running.haltedBy !== undefined;
  const work = (task: Promise<void>): void => {
    const done = task.catch(parts.options.onFatal).finally(() => running.work.delete(done));
    running.work.add(done);
  };

  const settle = (): void => {
    admit();
    if (isOver() || votingSet(parts).epoch === running.session.validators.epoch) return;
    isStale = true;
    if (isSettling) return;
    isSettling = true;
    work(
      settleAll().finally(() => {
        isSettling = false;
      }),
    );
  };
  const settleAll = async (): Promise<void> => {
    while (isStale && !isOver()) {
      isStale = false;
      await moveOn(options, begin);
    }
  };

  /** Members of a pending set are admitted as soon as the change is executed. */
  const admit = (): void => {
    const peers = admittedPeers(parts);
    const names = peers.map(({ name }) => name).join();
    if (names === admitted) return;
    admitted = names;
    parts.network.setPeers(peers);
  };

  const begin = (session: Session, isTrusted: boolean): void => {
    if (voter === undefined || session.self === undefined || isOver()) return;
    work(vote(options, { session, voter, isTrusted }));
  };

  const timer = setInterval(() => {
    if (isOver()) return;
    settle();
    if (running.session.standing.kind !== "voting") parts.catchUp.poll();
  }, pollMs);
  admit();
  begin(running.session, false);
  return {
    settle,
    stop: async () => {
      clearInterval(timer);
      running.session.ending.abort();
      await running.session.driver?.stop();
    },
  };
}

/** From a session whose epoch is over to that of the set that verifies the next height. */
async function moveOn(
  { parts, voter }: EpochsOptions,
  begin: (session: Session, isTrusted: boolean) => void,
): Promise<void> {
  const { running, store, ownKey, options } = parts;
  const before = running.session;
  const voting = votingEpoch(parts);
  const { validators } = voting;
  const { epoch } = validators;
  if (epoch === before.validators.epoch) return;
  const next = newSession(voting, ownKey);
  const isGone = voter !== undefined && before.self !== undefined && next.self === undefined;
  // The rule lets it go only when it sees what the new set certified (docs/consensus.md 8).
  if (isGone && (store.latestCertificate()?.epoch ?? 0) <= before.validators.epoch) {
    if (before.standing.kind !== "leaving")
      options.logger.info(
        { epoch },
        "the next set goes without this validator: it serves on until that set works",
      );
    before.standing = { kind: "leaving" };
    return;
  }
  const hasVoted = before.standing.kind === "voting" && isOwnJournal(next, voter);
  before.ending.abort();
  await before.driver?.stop();
  next.standing = standingAfter(before, isGone);
  running.session = next;
  options.logger.info(
    { epoch, activationHeight: validators.activationHeight, validator: next.self },
    "epoch",
  );
  if (isGone)
    options.logger.warn(
      { code: "REMOVED", epoch },
      "this validator is removed: it does not vote any more and follows the chain",
    );
  if (stopIfUnsupported(parts, next.parameters)) return;
  begin(next, hasVoted);
}

/** Not so when its member re-entered it with another journal than the one that it votes with. */
function isOwnJournal({ validators, self }: Session, voter: Voter | undefined): boolean {
  const own = self === undefined ? undefined : validators.validators[self];
  if (own === undefined || voter === undefined) return false;
  const { incarnation } = voter.record.guard();
  return own.incarnation.length === 0 || equalBytes(own.incarnation, incarnation);
}

function standingAfter({ standing }: Session, isGone: boolean): Standing {
  return isGone || standing.kind === "removed" ? { kind: "removed" } : { kind: "observer" };
}

interface Voting {
  readonly session: Session;
  readonly voter: Voter;
  /** It voted to the end of the epoch before in this very process: nobody needs to be asked. */
  readonly isTrusted: boolean;
}

async function vote(options: EpochsOptions, { session, voter, isTrusted }: Voting): Promise<void> {
  const { parts, reentry } = options;
  const check = {
    ...{ parts, voter, session },
    forget: (reason: string) => options.forget(voter, reason),
    enter: (restored: RestoredReplica) => {
      startVoting(parts, voter, { session, restored });
      parts.options.logger.info({ epoch: session.validators.epoch }, "votes");
    },
    reenter: (answers: ReadonlyMap<number, EntryAnswer>) => reentry.attend(session, answers),
  };
  if (voter.record.guard().epoch < session.validators.epoch)
    await voter.record.enterEpoch(session.validators.epoch);
  if (!isTrusted) await passEntry(check);
  else if (!session.ending.signal.aborted && parts.running.haltedBy === undefined)
    check.enter(restoreReplica(parts, voter, session));
}
