/** What a signal asks for. */
export type SignalVerdict = "stop" | "same" | "force";

/**
 * One Ctrl-C may arrive twice: once through the process group, once passed on by `npm run`. So a
 * signal within this time of the first is the same wish; a later one is impatience.
 */
export const sameSignalMs = 1000;

/** Judges each signal by its time in milliseconds. */
export function createSignalJudge(): (nowMs: number) => SignalVerdict {
  let firstMs: number | undefined;
  return (nowMs) => {
    if (firstMs === undefined) {
      firstMs = nowMs;
      return "stop";
    }
    return nowMs - firstMs < sameSignalMs ? "same" : "force";
  };
}

export interface StopHandlers {
  /** Called at most once. */
  readonly stop: (reason: string) => void;
  /** Asked again, later: end at once. */
  readonly force: () => void;
}

/**
 * Listens to SIGINT, SIGTERM and SIGHUP of this process, to its end: after a quick stop the repeated
 * signal would otherwise kill a process that is just leaving with exit code 0.
 */
export function onStopSignals({ stop, force }: StopHandlers): void {
  const judge = createSignalJudge();
  const listener = (signal: NodeJS.Signals): void => {
    const verdict = judge(performance.now());
    if (verdict === "stop") stop(signal);
    if (verdict === "force") force();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, listener);
}

/**
 * Listens to SIGUSR2, by which whoever moved the files of the log away asks for new ones; SIGUSR1 starts
 * Node's debugger, and SIGHUP is a terminal that closes.
 */
export function onRotateSignal(rotate: () => void): void {
  process.on("SIGUSR2", rotate);
}
