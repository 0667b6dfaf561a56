// How long the cluster stands still although a quorum of correct, connected processes is there.

/** What is known of one validator when its answer came. */
export interface Sight {
  /** Correct in the sense of the schedule, and it answers. */
  readonly isCorrect: boolean;
  /** Validators that it says it is connected to. */
  readonly connectedTo: ReadonlySet<number>;
}

/**
 * Whether a quorum of correct validators runs of which every two say that they are connected, and
 * between which no way is cut.
 */
export function hasConnectedQuorum(
  sights: readonly Sight[],
  quorum: number,
  isCut: (from: number, to: number) => boolean,
): boolean {
  const correct = [...sights.keys()].filter((index) => sights[index]?.isCorrect === true);
  const areJoined = (a: number, b: number): boolean =>
    sights[a]?.connectedTo.has(b) === true &&
    sights[b]?.connectedTo.has(a) === true &&
    !isCut(a, b) &&
    !isCut(b, a);
  const grow = (group: readonly number[], rest: readonly number[]): boolean => {
    if (group.length >= quorum) return true;
    if (group.length + rest.length < quorum) return false;
    const [next, ...others] = rest;
    if (next === undefined) return false;
    if (
      grow(
        [...group, next],
        others.filter((other) => areJoined(next, other)),
      )
    )
      return true;
    return grow(group, others);
  };
  return grow([], correct);
}

export interface RecoveryMeter {
  /** The length of the standstill that ends with this, 0 if none does; milliseconds. */
  readonly observe: (seen: {
    readonly nowMs: number;
    /** Highest certified height that any node has told. */
    readonly height: number;
    readonly hasQuorum: boolean;
  }) => number;
  /** Longest standstill so far, one that still lasts included; milliseconds. */
  readonly longestMs: (nowMs: number) => number;
}

/**
 * A standstill counts from the certified height before it, or, if the quorum was not there all the
 * time since, from the moment it is.
 */
export function createRecoveryMeter(startMs: number): RecoveryMeter {
  let quorumSinceMs: number | undefined;
  let progressMs = startMs;
  let best = 0;
  let longest = 0;
  const standstill = (nowMs: number): number =>
    quorumSinceMs === undefined ? 0 : nowMs - Math.max(quorumSinceMs, progressMs);
  return {
    observe({ nowMs, height, hasQuorum }) {
      const isProgress = height > best;
      // A quorum that is lost ends the standstill: what came of it so far counts.
      const ended = isProgress || !hasQuorum ? standstill(nowMs) : 0;
      longest = Math.max(longest, ended);
      if (isProgress) {
        best = height;
        progressMs = nowMs;
      }
      quorumSinceMs = hasQuorum ? (quorumSinceMs ?? nowMs) : undefined;
      return ended;
    },
    longestMs: (nowMs) => Math.max(longest, standstill(nowMs)),
  };
}
