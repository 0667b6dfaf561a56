/** Time as a client sees it; tests bring their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  delay(durationMs: number): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  delay: (durationMs) => new Promise((resolve) => setTimeout(resolve, durationMs)),
};
