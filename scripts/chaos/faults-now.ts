// What is wrong with each validator at this moment, and whether one more may be disturbed.

/**
 * - `down`: its process does not run;
 * - `paused`: stopped by SIGSTOP;
 * - `cut`: separated from the others;
 * - `forgetful`: it has lost votes and may not vote until it has re-entered;
 * - `returning`: started, continued or connected again, and not yet part of the cluster.
 */
export type Trouble = "down" | "paused" | "cut" | "forgetful" | "returning";

export interface FaultsNow {
  readonly add: (validator: number, trouble: Trouble) => void;
  readonly remove: (validator: number, trouble: Trouble) => void;
  /** It lost votes in that epoch. */
  readonly forget: (validator: number, epoch: number) => void;
  /** It may vote again, as it says; in the epoch in which it lost votes that would be wrong. */
  readonly remember: (validator: number, epoch: number) => void;
  readonly has: (validator: number, trouble: Trouble) => boolean;
  /** Faulty in the sense of f: everything counts, returning too. */
  readonly isFaulty: (validator: number) => boolean;
  /** Whether at most f were faulty if this one were. */
  readonly mayDisturb: (validator: number) => boolean;
  /** Runs, is connected and remembers its votes: a quorum may be made of these. */
  readonly isCorrect: (validator: number) => boolean;
  readonly describe: () => string;
}

export function createFaultsNow(f: number): FaultsNow {
  const troubles = new Map<number, Set<Trouble>>();
  const forgotIn = new Map<number, number>();
  const of = (validator: number): Set<Trouble> => {
    const known = troubles.get(validator) ?? new Set<Trouble>();
    troubles.set(validator, known);
    return known;
  };
  const faulty = (): number[] =>
    [...troubles].filter(([, found]) => found.size > 0).map(([validator]) => validator);
  return {
    add: (validator, trouble) => void of(validator).add(trouble),
    remove: (validator, trouble) => void of(validator).delete(trouble),
    forget(validator, epoch) {
      of(validator).add("forgetful");
      forgotIn.set(validator, epoch);
    },
    remember(validator, epoch) {
      if (epoch > (forgotIn.get(validator) ?? epoch)) of(validator).delete("forgetful");
    },
    has: (validator, trouble) => of(validator).has(trouble),
    isFaulty: (validator) => of(validator).size > 0,
    mayDisturb: (validator) => new Set([...faulty(), validator]).size <= f,
    // Who returns may complete a quorum: when it is connected, recovery begins to count.
    isCorrect: (validator) => [...of(validator)].every((trouble) => trouble === "returning"),
    describe: () =>
      faulty()
        .map((validator) => `${validator} ${[...of(validator)].join("+")}`)
        .join(", ") || "nobody",
  };
}
