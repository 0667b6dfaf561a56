/**
 * Bounds and intervals of the replica's own state, which no other package needs (docs/consensus.md
 * 12; what peers and formats share is in `limits` of protocol).
 */
export const bounds = {
  /** Views whose votes are kept per height: the current, the next, and older ones that may still commit. */
  voteViewsPerHeight: 4,
  /** Proposals remembered per height; in a correct run one per failed view. */
  proposalsPerHeight: 8,
  /** Views above the own one for which votes and PrePrepares are kept (docs/consensus.md 12). */
  futureViews: 1,
  /** docs/consensus.md 6. */
  statusIntervalMs: 250,
  /** Own ViewChange until its NewView comes; Status answers carry it in between. */
  resendIntervalMs: 1000,
  catchUpIntervalMs: 1000,
  /** Messages to one peer in one second in answer to its Status; each `answerBytes` count as one. */
  answersPerSecond: 2048,
  answerBytes: 1024,
  /** Messages in one answer. */
  messagesPerAnswer: 512,
  /** A tick further from the last one counts as this much (docs/consensus.md 4). */
  maxTickMs: 1000,
  /** A proposal that is early by less than this beyond the drift waits (docs/consensus.md 7). */
  earlyProposalMs: 2000,
  /** docs/consensus.md 4: timeouts of failed views grow by this factor. */
  timeoutGrowth: 1.5,
  /** docs/consensus.md 3.2: with fewer heights in flight than this a block with room is worth proposing. */
  heightsWithRoom: 2,
  /** docs/consensus.md 4: a primary is not called slow in so many timeouts of its view. */
  leniencyTimeouts: 2,
  /** Whoever was silent for longer is out of reach: a Status comes four times as often. */
  reachableMs: 1000,
  /** docs/consensus.md 7: without a block for this many heartbeat intervals there is no progress. */
  silentHeartbeats: 2,
} as const;
