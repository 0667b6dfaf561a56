import { enoughOf, faultyOf } from "./check-failure.ts";

/** Who votes in an epoch, as the checkers were told. */
export interface Members {
  readonly n: number;
  readonly enough: number;
  readonly faulty: number;
  /** Keep no promise; what a correct author may not do, they may. */
  readonly byzantine: ReadonlySet<number>;
}

export function membersOf(n: number, byzantine: ReadonlySet<number>): Members {
  return { n, enough: enoughOf(n), faulty: faultyOf(n), byzantine };
}
