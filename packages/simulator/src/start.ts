// How a process begins, ends an epoch, and may sign: journal, guard and the entry check of
// docs/consensus.md 9, as the node does it.
import {
  createEntry,
  createReplica,
  type Entry,
  type ExecutedBlock,
  entryVerdict,
  markVerified,
  ownVotesAnswer,
  takeEntryAnswer,
} from "@cartorio/consensus";
import { type Ledger, openLedger, parametersAt } from "@cartorio/ledger";
import {
  decodeHeader,
  decodeJournalRecord,
  type ErrorCode,
  encodeJournalRecord,
  errorCodes,
  type FinalityCertificate,
  type JournalRecord,
  type ValidatorSet,
} from "@cartorio/protocol";
import { ask } from "./bodies.ts";
import { CheckFailure } from "./checkers/check-failure.ts";
import { replayLists } from "./disk.ts";
import { retellLoop, tellPeer } from "./intake.ts";
import { networkName } from "./network-genesis.ts";
import { reenterLoop } from "./reentry.ts";
import {
  currentSeat,
  feed,
  indexIn,
  nodesOf,
  runEffects,
  type Seat,
  updateWaiting,
} from "./seat.ts";
import { currentSet, previousCertificate } from "./sets.ts";
import { restorePinned, runEffect } from "./sim-effects.ts";
import { createProcess, later, type Process, type SimNode, wallMs } from "./sim-node.ts";
import { countFault } from "./statistics.ts";
import { askForBlocks } from "./sync.ts";
import { createWatch, lookLoop } from "./watch.ts";

export function startNode(node: SimNode): void {
  if (node.process !== undefined || node.dead) return;
  const ledger = openAtHead(node);
  const process = createProcess(node, ledger);
  node.process = process;
  takeSeat(process);
  tickLoop(process);
  retellLoop(process);
  followLoop(process);
  reenterLoop(process);
  lookLoop(process);
  for (const peer of node.world.nodes)
    if (peer !== node && peer.process !== undefined) tellPeer(peer.process, node);
}

/** The ledger of the stored state. */
export function openAtHead(node: SimNode): Ledger {
  const { sim } = node.world;
  const { chain } = node.disk;
  const stored = chain.blocks.at(-1);
  const header = stored && decodeHeader(stored.header);
  if (header?.ok === false) throw new CheckFailure("restart", "a stored header does not decode");
  const { block0, chainId } = sim;
  const head =
    stored === undefined || header === undefined
      ? { height: 0, headerHash: block0.headerHash, header: block0.header }
      : { height: stored.block.height, headerHash: stored.block.headerHash, header: header.value };
  const opened = openLedger({
    reader: chain.reader,
    network: networkName,
    chainId,
    head,
    replay: replayLists(chain),
  });
  if (!opened.ok)
    throw new CheckFailure("restart", `node ${node.index}: ${opened.code} ${opened.field}`);
  return opened.value;
}

/** The seat of the epoch that the own chain has come to, if one of the own keys is in its set. */
export function takeSeat(process: Process): void {
  const { node } = process;
  const set = currentSet(process);
  const known = currentSeat(process);
  if (known !== undefined && known.validators.epoch >= set.epoch) return;
  node.world.epochOpened(set);
  const self = indexIn(set, node);
  if (self === undefined) {
    serveOn(process, set);
    return;
  }
  openRecord(node, set.epoch);
  // The new replica answers for the epoch before with its last certificate.
  for (const seat of process.seats.splice(0)) seat.stopped = true;
  const seat = makeSeat(process, { set, self });
  process.seats.push(seat);
  restorePinned(seat);
  // What signed in the epoch before has its journal still: only a start, or a re-entry, asks.
  if (known?.standing === "entered" && seat.entry !== undefined) {
    const verdict = entryVerdict(seat.entry);
    if (verdict === "ask" || verdict === "enter") {
      enter(seat);
      return;
    }
  }
  askOwnVotes(seat);
}

/** Removed: its old replica serves until a certificate of the new set is seen (docs/consensus.md 8). */
function serveOn({ node, seats }: Process, set: ValidatorSet): void {
  const newest = node.disk.chain.certificate?.epoch ?? 0;
  if (newest < set.epoch || node.ridden !== undefined) return;
  for (const seat of seats.splice(0)) seat.stopped = true;
}

interface SeatPlace {
  readonly set: ValidatorSet;
  readonly self: number;
}

function makeSeat(process: Process, { set, self }: SeatPlace): Seat {
  const { node } = process;
  const { sim, plan } = node.world;
  const { chain } = node.disk;
  const newest = newestCertificateOf(node, set);
  const executed: ExecutedBlock[] = [];
  const from = newest?.height ?? set.activationHeight - 1;
  for (const { block } of chain.blocks.slice(Math.max(0, from - 1))) executed.push(block);
  const journal = plan.encoded ? recoded(node.disk.journal) : [...node.disk.journal];
  const { replica, effects } = createReplica({
    chainId: sim.chainId,
    self,
    validators: set,
    parameters: parametersAt(process.ledger, set.activationHeight) ?? process.ledger.parameters,
    certificate: newest,
    previous: previousCertificate(process, set),
    executed,
    journal,
  });
  const { guard } = node.disk;
  if (guard === undefined) throw new Error("INV-SIM-GUARD: a validator has no guard");
  const seat: Seat = {
    process,
    validators: set,
    self,
    replica,
    effects: [...effects],
    run: runEffect,
    // Nothing that it wants to say leaves before it is known whether it may sign.
    blocked: true,
    running: false,
    stopped: false,
    waiting: false,
    entry: createEntry({ replica, guard, journal, isFresh: !guard.complete }),
    standing: "asking",
    watch: undefined,
  };
  seat.watch = createWatch(() => seat, self);
  return seat;
}

function newestCertificateOf(node: SimNode, set: ValidatorSet): FinalityCertificate | undefined {
  const { certificate } = node.disk.chain;
  return certificate !== undefined && certificate.epoch === set.epoch ? certificate : undefined;
}

/**
 * Journal and guard before a first vote; both are written before anything else of this start. A journal
 * that is older than its guard, or without it, is moved aside, and the guard remembers that this
 * validator must re-enter.
 */
function openRecord(node: SimNode, epoch: number): void {
  const { disk, world } = node;
  const journalled = disk.journal.findLast((record) => record.kind === "guard");
  const counter = journalled?.kind === "guard" ? journalled.guard.counter : 0;
  if (disk.guard !== undefined && counter < disk.guard.counter)
    loseJournal(node, "JOURNAL_ROLLED_BACK");
  else if (disk.guard === undefined && disk.journal.length > 0)
    loseJournal(node, "JOURNAL_MISSING");
  const known = disk.guard;
  const guard = {
    chainId: world.sim.chainId,
    epoch: Math.max(epoch, known?.epoch ?? 0),
    incarnation: known?.incarnation ?? incarnationOf(node),
    counter: Math.max(known?.counter ?? 0, counter) + 1,
    mustReenter: known?.mustReenter ?? 0,
    complete: known?.complete ?? false,
  };
  disk.journal.push({ kind: "guard", guard });
  disk.guard = guard;
}

/** The journal is moved aside; only a set that names the new incarnation lets this validator sign again. */
function loseJournal(node: SimNode, code: ErrorCode): void {
  const { disk, world } = node;
  world.trace(`node ${node.index} ${code}`);
  const guard = {
    chainId: world.sim.chainId,
    epoch: disk.guard?.epoch ?? 0,
    incarnation: incarnationOf(node),
    counter: (disk.guard?.counter ?? 0) + 1,
    mustReenter: errorCodes[code].number,
    complete: false,
  };
  disk.journal = [{ kind: "guard", guard }];
  disk.guard = guard;
}

function incarnationOf({ world }: SimNode): Uint8Array {
  return Uint8Array.from({ length: 16 }, () => world.random.between(0, 255));
}

const askIntervalMs = 1_000;
const firstAskMs = 100;

/** Asks all others of the set what this key has said, until it is known whether it may sign. */
function askOwnVotes(seat: Seat, pauseMs = firstAskMs): void {
  const { process, validators, entry } = seat;
  if (entry === undefined || currentSeat(process) !== seat) return;
  if (judgeEntry(seat, entry)) return;
  for (const [index, peer] of nodesOf(validators, process.node.world).entries()) {
    if (index === seat.self || peer === undefined) continue;
    ask(process, peer, (asked) => answerOwnVotes(asked, seat, index));
  }
  later(process, pauseMs, () => askOwnVotes(seat, Math.min(askIntervalMs, 2 * pauseMs)));
}

function answerOwnVotes(
  peer: Process,
  { validators, self, entry }: Seat,
  from: number,
): ((process: Process) => void) | undefined {
  const seat = currentSeat(peer);
  if (seat === undefined || self === undefined) return undefined;
  const { epoch } = seat.validators;
  const messages = epoch === validators.epoch ? ownVotesAnswer(seat.replica, self) : [];
  const { certificate } = seat.replica;
  const { world, ridden } = peer.node;
  const honest = { epoch, amnesia: seat.standing === "amnesia", messages };
  const shown =
    ridden?.strategy.answerOwnVotes === undefined
      ? honest
      : ridden.strategy.answerOwnVotes(ridden.adversary, self, honest);
  // As a node takes it: one false signature in it, and the answer is none.
  if (shown === undefined || !shown.messages.every((message) => world.isValid(message, epoch)))
    return undefined;
  const answer = {
    epoch: shown.epoch,
    amnesia: shown.amnesia,
    fresh: seat.standing === "asking" && seat.entry?.isFresh === true,
    certificate: certificate && markVerified(certificate),
    messages: shown.messages.map(markVerified),
  };
  return (process) => {
    const current = currentSeat(process);
    if (entry === undefined || current?.entry !== entry) return;
    takeEntryAnswer(entry, from, answer);
    if (current.standing === "asking") judgeEntry(current, entry);
  };
}

/** True once nothing more is to be asked. */
function judgeEntry(seat: Seat, entry: Entry): boolean {
  if (seat.standing !== "asking") return true;
  const verdict = entryVerdict(entry);
  const { node } = seat.process;
  if (verdict === "enter") {
    enter(seat);
    return true;
  }
  if (verdict !== "amnesia" && verdict !== "quorumLost") return false;
  seat.standing = "amnesia";
  if ((node.disk.guard?.mustReenter ?? 0) === 0) loseJournal(node, "JOURNAL_ROLLED_BACK");
  node.world.trace(`node ${node.index} may not sign in epoch ${seat.validators.epoch}: ${verdict}`);
  return verdict === "amnesia";
}

function enter(seat: Seat): void {
  const { node } = seat.process;
  seat.standing = "entered";
  seat.blocked = false;
  const { guard } = node.disk;
  if ((guard?.mustReenter ?? 0) > 0) countFault(node.world.statistics, "reentered");
  if (guard !== undefined) node.disk.guard = { ...guard, complete: true, mustReenter: 0 };
  node.world.trace(`node ${node.index} may sign in epoch ${seat.validators.epoch}`);
  runEffects(seat);
  updateWaiting(seat.process);
}

const tickMs = 50;

function tickLoop(process: Process): void {
  const { node } = process;
  const { ridden } = node;
  const now = node.world.queue.nowMs();
  const own = wallMs(node);
  const wall = ridden?.strategy.proposalTime?.(ridden.adversary, own) ?? own;
  for (const seat of process.seats)
    if (seat.standing === "entered") feed(seat, { kind: "tick", monotonicMs: now, wallMs: wall });
  updateWaiting(process);
  // What it said before would be shown to its honest part as signed by a stranger.
  const isAsking = currentSeat(process)?.standing === "asking";
  if (node.process === process && !isAsking) ridden?.strategy.tick?.(ridden.adversary);
  later(process, tickMs, () => tickLoop(process));
}

/** Who does not vote follows the chain by asking for blocks. */
function followLoop(process: Process): void {
  const seat = currentSeat(process);
  const isBehind = seat === undefined || seat.validators.epoch < currentSet(process).epoch;
  if (isBehind || seat.standing !== "entered") askForBlocks(process);
  later(process, 200, () => followLoop(process));
}

function recoded(journal: readonly JournalRecord[]): JournalRecord[] {
  return journal.map((record) => {
    const decoded = decodeJournalRecord(encodeJournalRecord(record));
    if (!decoded.ok) throw new CheckFailure("form", "a journal record does not decode");
    return decoded.value;
  });
}
