// Drives `starvation.ts` in a node, for the replica of one epoch: what was told to whom, which blocks
// came, and a look a few times per second. docs/consensus.md 4.
import type { ReplicaEvent } from "@cartorio/consensus";
import { byteKey } from "@cartorio/crypto";
import {
  type DecodedEnvelope,
  type ErrorCode,
  limits,
  type Parameters,
  quorum,
} from "@cartorio/protocol";
import { blockRoom, type ProposedBlock } from "./block-room.ts";
import {
  createStarvation,
  forgetTransactions,
  hasBacklog,
  judgeStarvation,
  restartStarvation,
  type StarvationLook,
  seeProposal,
  suspectedTransaction,
  toldTransaction,
} from "./starvation.ts";

export interface StarvationWatchOptions {
  readonly parameters: Parameters;
  /** Own index and size of the epoch's set. */
  readonly self: number;
  readonly validators: number;
  /** Whether the replica may judge now (`mayJudgePrimary`), and whom. */
  readonly replica: () => { readonly judging: boolean; readonly primary: number };
  readonly isWaiting: (decoded: DecodedEnvelope) => boolean;
  /** Admission in the newest state by a clock that says this. */
  readonly admission: (decoded: DecodedEnvelope, wallMs: number) => ErrorCode | undefined;
  /** Hands it to the links of all validators; `told` says, now or later, whom it reached. */
  readonly tell: (decoded: DecodedEnvelope) => void;
  readonly post: (event: ReplicaEvent) => void;
  readonly clock: { readonly monotonicMs: () => number; readonly wallMs: () => number };
}

export interface StarvationWatch {
  /** Gossip handed these to the links of these validators. */
  readonly told: (envelopes: readonly DecodedEnvelope[], to: readonly number[]) => void;
  /** Executed or expired. */
  readonly gone: (ids: readonly Uint8Array[]) => void;
  /** A fresh proposal of the present view that was accepted at this monotonic time; its bodies are here. */
  readonly proposed: (block: ProposedBlock, acceptedMs: number) => void;
  /** Note `viewEntered` of the replica. */
  readonly viewEntered: () => void;
  /** A transaction from another's Suspect, which the mempool has: it is told to all, so that it is judged here too. */
  readonly suspected: (decoded: DecodedEnvelope) => void;
  /** To be called every `lookIntervalMs`. */
  readonly look: () => void;
}

export const lookIntervalMs = 250;

export function createStarvationWatch(options: StarvationWatchOptions): StarvationWatch {
  const { parameters, self, clock } = options;
  const { baseTimeoutMs, maxBlockTransactions, sponsorSharePercent } = parameters;
  // Twice the gossip to the primary, each with a timeout to arrive and one to be proposed.
  const starvation = createStarvation({
    self,
    quorum: quorum(options.validators),
    patienceMs: 2 * baseTimeoutMs,
    confirmMs: 2 * baseTimeoutMs,
    settleMs: baseTimeoutMs,
  });
  const maxPerPayer = Math.ceil((maxBlockTransactions * sponsorSharePercent) / 100);
  let backlog = false;

  const told: StarvationWatch["told"] = (envelopes, to) => {
    const nowMs = clock.monotonicMs();
    for (const decoded of envelopes)
      if (isAdmittedByAll(options, decoded)) toldTransaction(starvation, decoded, { to, nowMs });
  };

  const look = (): void => {
    const nowMs = clock.monotonicMs();
    const { judging, primary } = options.replica();
    const { isWaiting, tell } = options;
    const isAdmissible = (decoded: DecodedEnvelope): boolean => isAdmissibleByAll(options, decoded);
    const seen: StarvationLook = {
      ...{ nowMs, primary, isWaiting, isAdmissible, tell },
      judging: judging && primary !== self,
    };
    for (const { bytes } of judgeStarvation(starvation, seen))
      options.post({ kind: "starved", envelope: bytes });
    const full = hasBacklog(starvation, seen, { transactions: maxBlockTransactions, maxPerPayer });
    if (full !== backlog) options.post({ kind: "backlog", full });
    backlog = full;
  };

  return {
    told,
    look,
    gone: (ids) => forgetTransactions(starvation, ids),
    proposed: (block, acceptedMs) => {
      if (starvation.timers.size === 0) return;
      const ids = new Set(block.envelopes.map(({ id }) => byteKey(id)));
      const hasRoom = blockRoom(parameters, block);
      seeProposal(starvation, { acceptedMs, primary: options.replica().primary, ids, hasRoom });
    },
    viewEntered: () => restartStarvation(starvation),
    suspected: (decoded) => {
      if (!options.isWaiting(decoded)) return;
      suspectedTransaction(starvation, decoded, clock.monotonicMs());
      options.tell(decoded);
    },
  };
}

/**
 * Would every validator whose clock is within the drift find the validity window open? Asked for each
 * transaction that is told, so without the ledger for those of the ordinary window.
 */
function isAdmittedByAll(options: StarvationWatchOptions, decoded: DecodedEnvelope): boolean {
  const { maxClockDriftMs } = options.parameters;
  const wallMs = options.clock.wallMs();
  const { validUntil } = decoded.body;
  if (validUntil < wallMs + maxClockDriftMs) return false;
  if (validUntil <= wallMs - maxClockDriftMs + limits.validityWindowMs) return true;
  return isAdmissibleByAll(options, decoded);
}

/** Admissible in the newest state for the slowest and the fastest clock within the drift. */
function isAdmissibleByAll(options: StarvationWatchOptions, decoded: DecodedEnvelope): boolean {
  const { maxClockDriftMs } = options.parameters;
  const wallMs = options.clock.wallMs();
  return [wallMs - maxClockDriftMs, wallMs + maxClockDriftMs].every(
    (time) => options.admission(decoded, time) === undefined,
  );
}
