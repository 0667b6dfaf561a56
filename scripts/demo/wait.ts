const pollMs = 50;

export interface Deadline<T> {
  /** What is waited for; stands in the error. */
  readonly what: string;
  readonly timeoutMs: number;
  readonly isDone: (seen: T) => boolean;
}

/**
 * Looks again and again until what it sees is as it should be. A look that fails is one more thing
 * seen, since nodes are killed and come back here. Rejects after the time with the last thing seen.
 */
export async function waitUntil<T>(look: () => Promise<T>, deadline: Deadline<T>): Promise<T> {
  const { what, timeoutMs, isDone } = deadline;
  const endMs = performance.now() + timeoutMs;
  for (;;) {
    let last: string;
    try {
      const seen = await look();
      if (isDone(seen)) return seen;
      last = JSON.stringify(seen);
    } catch (error) {
      last = describeError(error);
    }
    if (performance.now() > endMs) {
      throw new Error(`waited ${timeoutMs / 1000} s for ${what}; last seen: ${last}`);
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

/** Message of an error and of what caused it. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined
    ? error.message
    : `${error.message} (${describeError(error.cause)})`;
}

/** Throws unless what was found is what must be. */
export function check(isTrue: boolean, what: string, seen?: unknown): asserts isTrue {
  if (isTrue) return;
  throw new Error(seen === undefined ? what : `${what}; seen: ${JSON.stringify(seen)}`);
}

/** Maps with so many at a time; keeps the order. */
export async function mapConcurrently<T, R>(
  items: readonly T[],
  concurrency: number,
  map: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results = new Map<number, R>();
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < items.length) {
      const index = next;
      next += 1;
      const item = items[index];
      if (item !== undefined) results.set(index, await map(item, index));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return items.flatMap((_, index) => {
    const result = results.get(index);
    return result === undefined ? [] : [result];
  });
}
