// From a session to its first signature (docs/consensus.md 9): nothing that the restored replica wants
// to say leaves before enough peers told what its key said before. A validator without a trustworthy
// journal stays here until a set names its new incarnation, and that set is another session's.
import { setTimeout as pause } from "node:timers/promises";
import {
  createEntry,
  createReplica,
  type Effect,
  type Entry,
  type EntryAnswer,
  entryVerdict,
  type Replica,
  takeEntryAnswer,
} from "@cartorio/consensus";
import { quorum } from "@cartorio/protocol";
import { storedEpoch } from "./chain-state.ts";
import type { NodeParts } from "./node-parts.ts";
import { askOwnVotes } from "./own-votes.ts";
import type { Session } from "./session.ts";
import type { Voter } from "./voter.ts";

/** A replica as its journal and the stored chain make it, and what it wants done. */
export interface RestoredReplica {
  readonly replica: Replica;
  readonly effects: readonly Effect[];
}

export interface EntryCheck {
  readonly parts: NodeParts;
  readonly voter: Voter;
  readonly session: Session;
  /** Peers showed that the journal lacks votes: it is moved aside. */
  readonly forget: (reason: string) => Promise<void>;
  /** May sign: runs in the very turn of the verdict, so that no block comes in between. */
  readonly enter: (restored: RestoredReplica) => void;
  /** Runs at every round of a validator that must re-enter. */
  readonly reenter: (answers: ReadonlyMap<number, EntryAnswer>) => Promise<void>;
}

/** Quick at first: the peers of a cluster that starts are there within moments. */
const firstRoundMs = 50;
const slowestRoundMs = 1_000;

/** Resolves once the replica may sign and was told so, or the session is over, or the node halted. */
export async function passEntry(check: EntryCheck): Promise<void> {
  const { parts, session, voter } = check;
  const answers = new Map<number, EntryAnswer>();
  const { signal } = session.ending;
  const isOver = (): boolean => signal.aborted || parts.running.haltedBy !== undefined;
  for (let roundMs = firstRoundMs; !isOver(); roundMs = Math.min(slowestRoundMs, roundMs * 2)) {
    const verdict = judge(check, answers);
    if (verdict.kind === "enter") {
      await voter.record.complete();
      // Blocks may have come while the disk was busy: what starts now is made in one go.
      const now = isOver() ? undefined : judge(check, answers);
      if (now?.kind !== "enter") continue;
      check.enter(now.restored);
      return;
    }
    if (verdict.kind === "amnesia") await attendAmnesia(check, answers, verdict.isQuorumLost);
    else describeWaiting(check, verdict.entry);
    await askAll(check, answers);
    if (judge(check, answers).kind !== "enter")
      await pause(roundMs, undefined, { signal }).catch(() => undefined);
  }
}

type Verdict =
  | { readonly kind: "enter"; readonly restored: RestoredReplica }
  | { readonly kind: "amnesia"; readonly isQuorumLost: boolean }
  | { readonly kind: "ask"; readonly entry: Entry };

function judge(
  { parts, voter, session }: EntryCheck,
  answers: ReadonlyMap<number, EntryAnswer>,
): Verdict {
  const { records } = voter.record.journal;
  const restored = restoreReplica(parts, voter, session);
  session.restored = restored.replica;
  const guard = voter.record.guard();
  const entry = createEntry({
    replica: restored.replica,
    guard,
    journal: records,
    isFresh: !guard.complete,
  });
  for (const [peer, answer] of answers) takeEntryAnswer(entry, peer, answer);
  const verdict = entryVerdict(entry);
  switch (verdict) {
    case "enter":
      return { kind: "enter", restored };
    case "amnesia":
    case "quorumLost":
      return { kind: "amnesia", isQuorumLost: verdict === "quorumLost" };
    case "ask":
    case "behind":
      return { kind: "ask", entry };
  }
}

/** The replica of the session as of now, by journal and chain. */
export function restoreReplica(
  { options, store, ledger }: NodeParts,
  { record }: Voter,
  { self, validators, parameters }: Session,
): RestoredReplica {
  const { chainId } = options.genesis;
  return createReplica({
    ...{ chainId, self, validators, parameters },
    ...storedEpoch({ store, ledger }, validators),
    journal: record.journal.records,
  });
}

function describeWaiting({ session }: EntryCheck, entry: Entry): void {
  const answered = [...entry.answers].flatMap(([peer, { amnesia }]) => (amnesia ? [] : [peer]));
  const needed = quorum(session.validators.validators.length) - 1;
  session.standing = { kind: "waiting", answered, needed };
}

async function attendAmnesia(
  check: EntryCheck,
  answers: ReadonlyMap<number, EntryAnswer>,
  isQuorumLost: boolean,
): Promise<void> {
  const { voter, session } = check;
  if (voter.record.mustReenter() === undefined)
    await check.forget("peers hold messages of this key, or certificates, that the journal lacks");
  const code = voter.record.mustReenter();
  if (code === undefined) throw new Error("INV-AMNESIA: forgotten votes left no reason behind");
  const { incarnation } = voter.record.guard();
  const known = session.standing.kind === "amnesia" ? session.standing : undefined;
  const activationHeight = known?.activationHeight;
  session.standing = { kind: "amnesia", code, incarnation, activationHeight, isQuorumLost };
  await check.reenter(answers);
}

/** Asks all at once; resolves as soon as the answers suffice, or when every peer had its time. */
async function askAll(check: EntryCheck, answers: Map<number, EntryAnswer>): Promise<void> {
  const { parts, session } = check;
  const enough = Promise.withResolvers<void>();
  const ask = async (peer: number): Promise<void> => {
    const answer = await askOwnVotes(parts, session, peer);
    if (answer === undefined || session.ending.signal.aborted) return;
    answers.set(peer, answer);
    if (judge(check, answers).kind === "enter") enough.resolve();
  };
  const others = [...session.names.keys()].filter((peer) => peer !== session.self);
  await Promise.race([Promise.all(others.map(ask)), enough.promise]);
}
