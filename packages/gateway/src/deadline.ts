/** What a race against a deadline gave. */
export type Timed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

/** The value of the work, or not ok once the time is over; the work itself goes on unobserved. */
export async function withDeadline<T>(work: Promise<T>, timeoutMs: number): Promise<Timed<T>> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<Timed<T>>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false }), timeoutMs);
  });
  const value = work.then((result): Timed<T> => ({ ok: true, value: result }));
  try {
    return await Promise.race([value, deadline]);
  } finally {
    clearTimeout(timer);
    value.catch(ignoreLateFailure);
  }
}

/** A failure after the deadline has nobody left to tell; before it, the race has told already. */
function ignoreLateFailure(): void {}
