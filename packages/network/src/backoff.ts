// Exponential backoff with full jitter (AWS Architecture Blog, "Exponential Backoff And Jitter").

export interface BackoffLimits {
  readonly baseBackoffMs: number;
  readonly maxBackoffMs: number;
}

/** Beyond this the power exceeds every sensible cap. */
const maxDoublings = 30;

/**
 * Milliseconds to wait before the dial after `failures` failed ones.
 * @param random uniform in [0, 1): full jitter keeps restarted peers from dialling in step.
 */
export function backoffMs(failures: number, limits: BackoffLimits, random: number): number {
  const ceiling = limits.baseBackoffMs * 2 ** Math.min(failures, maxDoublings);
  return Math.floor(Math.min(limits.maxBackoffMs, ceiling) * random);
}
