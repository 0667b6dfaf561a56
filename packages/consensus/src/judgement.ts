/** What this replica measured of one primary's tenure, in time that counts (docs/consensus.md 4). */
export interface Tenure {
  /** A full block waited here, all was caught up and a quorum in reach. */
  busyMs: number;
  /** The part of it in which the window was open: only there can the primary be the slow one. */
  openMs: number;
  /** Executed meanwhile. */
  transactions: number;
  /** A Suspect for it was signed: at most once per view. */
  suspected: boolean;
}

/** What this replica holds against others; volatile, as nobody owes a restarted replica a suspicion. */
export interface Judgement {
  /** `elapsedMs` of the last sign of life of each validator. */
  readonly heardMs: Map<number, number>;
  /** A full block of transactions waits that this node sent to every validator. */
  backlog: boolean;
  tenure: Tenure;
  /** Transactions per second in the newest measured tenure of each primary. */
  readonly rates: Map<number, number>;
  /** Tenures in a row that were found slow. */
  slowInRow: number;
  /** Share of the median rate that a primary owes. */
  floorShare: number;
  /** `validator offence` of the evidence that was told. */
  readonly offences: Set<string>;
  /** Views, the present or the next, whose primary broke a rule in it. */
  readonly offendedViews: Set<number>;
  /** Of each validator the view of its Suspect whose transaction was handed on. */
  readonly handedOn: Map<number, number>;
}

/** Half the median rate (docs/consensus.md 4). */
export const fullFloorShare = 0.5;

export function newTenure(): Tenure {
  return { busyMs: 0, openMs: 0, transactions: 0, suspected: false };
}

export function newJudgement(): Judgement {
  return {
    heardMs: new Map(),
    backlog: false,
    tenure: newTenure(),
    rates: new Map(),
    slowInRow: 0,
    floorShare: fullFloorShare,
    offences: new Set(),
    offendedViews: new Set(),
    handedOn: new Map(),
  };
}
