// Does the primary pass a transaction over (docs/consensus.md 4)? Deterministic: time comes as an
// argument and everything about mempool, links and ledger by functions, so that the simulator runs this
// same code. All that counts speaks for the primary: only what was handed to its link again and was
// then passed over by a block with room is starved.
import { byteKey } from "@cartorio/crypto";
import type { DecodedEnvelope } from "@cartorio/protocol";

export interface StarvationOptions {
  /** Own index in the set of the epoch. */
  readonly self: number;
  /** Q: so many members, this one included, must have been told. */
  readonly quorum: number;
  /** How long a transaction waits before it is told to all again. */
  readonly patienceMs: number;
  /** How long it waits after that. */
  readonly confirmMs: number;
  /** From telling to the first proposal that could have held it: way, signature check and build. */
  readonly settleMs: number;
}

interface Watch {
  readonly decoded: DecodedEnvelope;
  /** When each validator was told last, by index. */
  readonly toldMs: Map<number, number>;
}

/** The one timer of a sender: of its oldest transaction (docs/consensus.md 4). */
interface Timer {
  readonly id: string;
  /** Time in which the primary could be judged, since the phase began. */
  elapsedMs: number;
  startedMs: number;
  phase: "waiting" | "toldAgain";
  /** A proposal came since the phase began. */
  proposed: boolean;
  /** A block with room passed it over since. */
  passedOver: boolean;
}

/** Owned by one node for one epoch; changed only by the functions of this file. Bounded by the mempool. */
export interface Starvation {
  readonly options: StarvationOptions;
  /** Payer -> transaction id -> what was sent of it, oldest first. */
  readonly byPayer: Map<string, Map<string, Watch>>;
  readonly payerOf: Map<string, string>;
  readonly timers: Map<string, Timer>;
  judgedMs: number | undefined;
}

export function createStarvation(options: StarvationOptions): Starvation {
  return {
    options,
    byPayer: new Map(),
    payerOf: new Map(),
    timers: new Map(),
    judgedMs: undefined,
  };
}

/**
 * This node handed the transaction to the links of these validators. Only what every validator admits,
 * whatever its clock says within the drift, may be told here: another one may rightly refuse the rest.
 */
export function toldTransaction(
  starvation: Starvation,
  decoded: DecodedEnvelope,
  told: { readonly to: readonly number[]; readonly nowMs: number },
): void {
  const id = byteKey(decoded.id);
  const { payer } = decoded;
  let watches = starvation.byPayer.get(payer);
  if (watches === undefined) {
    watches = new Map();
    starvation.byPayer.set(payer, watches);
  }
  let watch = watches.get(id);
  if (watch === undefined) {
    watch = { decoded, toldMs: new Map() };
    watches.set(id, watch);
    starvation.payerOf.set(id, payer);
  }
  for (const validator of told.to) watch.toldMs.set(validator, told.nowMs);
}

/** Executed, under this envelope or another one, or expired. */
export function forgetTransactions(starvation: Starvation, ids: readonly Uint8Array[]): void {
  for (const id of ids) forget(starvation, byteKey(id));
}

function forget(starvation: Starvation, id: string): void {
  const payer = starvation.payerOf.get(id);
  if (payer === undefined) return;
  starvation.payerOf.delete(id);
  const watches = starvation.byPayer.get(payer);
  watches?.delete(id);
  if (watches?.size === 0) starvation.byPayer.delete(payer);
  if (starvation.timers.get(payer)?.id === id) starvation.timers.delete(payer);
}

/**
 * Another validator suspects the primary for it, and it is about to be told to all from here: whoever
 * judges after that has waited long enough already, and now waits for the answer to its own telling.
 */
export function suspectedTransaction(
  starvation: Starvation,
  decoded: DecodedEnvelope,
  nowMs: number,
): void {
  toldTransaction(starvation, decoded, { to: [], nowMs });
  const id = byteKey(decoded.id);
  const watches = starvation.byPayer.get(decoded.payer);
  if (watches === undefined || oldestOf(watches)?.id !== id) return;
  starvation.timers.set(decoded.payer, newTimer(id, "toldAgain", nowMs));
}

/** Another primary owes another try. */
export function restartStarvation(starvation: Starvation): void {
  starvation.timers.clear();
}

/** A proposal of the present primary, with its envelopes. */
export interface SeenProposal {
  /** When it was accepted: its bodies may have come later. */
  readonly acceptedMs: number;
  readonly primary: number;
  /** `byteKey` of the ids of its transactions. */
  readonly ids: ReadonlySet<string>;
  /** Whether it would have held this one too (`blockRoom`). */
  readonly hasRoom: (decoded: DecodedEnvelope) => boolean;
}

/** A fresh proposal was accepted and its bodies are here. */
export function seeProposal(starvation: Starvation, proposal: SeenProposal): void {
  for (const [payer, timer] of starvation.timers) {
    const watch = starvation.byPayer.get(payer)?.get(timer.id);
    if (watch === undefined) continue;
    if (proposal.ids.has(timer.id)) {
      starvation.timers.delete(payer);
      continue;
    }
    if (proposal.acceptedMs < timer.startedMs) continue;
    timer.proposed = true;
    if (timer.passedOver || !isToldInPhase(timer, watch, proposal.primary)) continue;
    const toldMs = watch.toldMs.get(proposal.primary) ?? Number.POSITIVE_INFINITY;
    const isLate = proposal.acceptedMs - toldMs >= starvation.options.settleMs;
    if (isLate) timer.passedOver = proposal.hasRoom(watch.decoded);
  }
}

/** Before it is told again it counts when it was told once. */
function isToldInPhase(timer: Timer, watch: Watch, primary: number): boolean {
  const toldMs = watch.toldMs.get(primary);
  return toldMs !== undefined && (timer.phase === "waiting" || toldMs >= timer.startedMs);
}

/** What the node knows at this moment. */
export interface StarvationLook {
  readonly nowMs: number;
  /** `mayJudgePrimary` of the replica, and this node is not the primary. Time counts only then. */
  readonly judging: boolean;
  readonly primary: number;
  /** In the mempool, and named by no proposal in flight. */
  readonly isWaiting: (decoded: DecodedEnvelope) => boolean;
  /** In the newest state, and whatever a clock within the drift says. */
  readonly isAdmissible: (decoded: DecodedEnvelope) => boolean;
  /** Hands it to the links of all other validators; `toldTransaction` says, now or later, whom it reached. */
  readonly tell: (decoded: DecodedEnvelope) => void;
}

/** A jump of the clock says nothing about the primary. */
const maxStepMs = 1_000;

/** Runs the timers; to be called a few times per second. Returns what is starved: events for the replica. */
export function judgeStarvation(
  starvation: Starvation,
  look: StarvationLook,
): readonly DecodedEnvelope[] {
  const sinceMs = look.nowMs - (starvation.judgedMs ?? look.nowMs);
  const deltaMs = Math.min(Math.max(0, sinceMs), maxStepMs);
  starvation.judgedMs = look.nowMs;
  if (!look.judging) return [];
  const starved: DecodedEnvelope[] = [];
  for (const [payer, watches] of starvation.byPayer) {
    const oldest = oldestOf(watches);
    if (oldest === undefined) continue;
    if (runTimer(starvation, { payer, ...oldest, deltaMs, look }))
      starved.push(oldest.watch.decoded);
  }
  return starved;
}

function oldestOf(
  watches: ReadonlyMap<string, Watch>,
): { readonly id: string; readonly watch: Watch } | undefined {
  for (const [id, watch] of watches) return { id, watch };
  return undefined;
}

interface Running {
  readonly payer: string;
  readonly id: string;
  readonly watch: Watch;
  readonly deltaMs: number;
  readonly look: StarvationLook;
}

/** True: starved. */
function runTimer(starvation: Starvation, running: Running): boolean {
  const { payer, id, watch, look, deltaMs } = running;
  const { options, timers } = starvation;
  if (!look.isWaiting(watch.decoded) || !isTold(options, watch, look.primary)) {
    timers.delete(payer);
    return false;
  }
  const timer = timers.get(payer);
  if (timer?.id !== id) {
    timers.set(payer, newTimer(id, "waiting", look.nowMs));
    return false;
  }
  timer.elapsedMs += deltaMs;
  const limitMs = timer.phase === "waiting" ? options.patienceMs : options.confirmMs;
  // Overload is no suspicion: then blocks come, and they are full.
  if (timer.elapsedMs < limitMs || (timer.proposed && !timer.passedOver)) return false;
  if (!look.isAdmissible(watch.decoded)) {
    timers.delete(payer);
    return false;
  }
  const isOver = timer.phase === "toldAgain";
  timers.set(payer, newTimer(id, isOver ? "waiting" : "toldAgain", look.nowMs));
  if (isOver) return isToldInPhase(timer, watch, look.primary);
  look.tell(watch.decoded);
  return false;
}

function newTimer(id: string, phase: Timer["phase"], startedMs: number): Timer {
  return { id, phase, startedMs, elapsedMs: 0, proposed: false, passedOver: false };
}

/**
 * "Sent to every validator" (docs/consensus.md 4): to the primary, who is judged, and to a quorum. To ask
 * for all would let one dead validator protect every primary that censors.
 */
function isTold({ self, quorum }: StarvationOptions, watch: Watch, primary: number): boolean {
  let others = 0;
  for (const validator of watch.toldMs.keys()) if (validator !== self) others += 1;
  return watch.toldMs.has(primary) && others + 1 >= quorum;
}

/**
 * Whether a full block waits that the primary was told of a while ago (event `backlog`, docs/consensus.md
 * 4: slow primary). `maxPerPayer` is what a block holds of one payer.
 */
export function hasBacklog(
  starvation: Starvation,
  look: Pick<StarvationLook, "nowMs" | "primary" | "isWaiting">,
  block: { readonly transactions: number; readonly maxPerPayer: number },
): boolean {
  const { settleMs } = starvation.options;
  if (starvation.payerOf.size < block.transactions) return false;
  let waiting = 0;
  for (const watches of starvation.byPayer.values()) {
    let ofPayer = 0;
    for (const { decoded, toldMs } of watches.values()) {
      const ms = toldMs.get(look.primary) ?? Number.POSITIVE_INFINITY;
      if (look.nowMs - ms < settleMs || !look.isWaiting(decoded)) continue;
      ofPayer += 1;
      if (waiting + ofPayer >= block.transactions) return true;
      if (ofPayer >= block.maxPerPayer) break;
    }
    waiting += ofPayer;
  }
  return false;
}
