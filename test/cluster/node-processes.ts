// The processes of a cluster under the hands of a test: killed, paused and brought back.
import { isRunning, type NodeReady, type RunningNode, startNode, until } from "./devnet-process.ts";

export interface ProcessPlace {
  /** The node's folder. */
  readonly dir: string;
  /** A process that runs already, started by somebody else. */
  readonly pid?: number;
  /** Arguments for every `cartorio start` of it. */
  readonly args?: readonly string[];
}

export interface NodeProcesses {
  /** Starts a node that does not run; resolves when it is ready. */
  readonly start: (index: number) => Promise<NodeReady>;
  /** SIGKILL; resolves when the process is gone. A paused process dies as well. */
  readonly kill: (index: number) => Promise<void>;
  /** SIGSTOP: it holds its connections and answers nothing. */
  readonly pause: (index: number) => void;
  /** SIGCONT; nothing if the process was killed meanwhile. */
  readonly resume: (index: number) => void;
  readonly isRunning: (index: number) => boolean;
  readonly pids: () => readonly number[];
  /** Ends those that were started here by SIGINT. */
  readonly stop: () => Promise<void>;
}

const goneWithinMs = 10_000;

export function controlProcesses(places: readonly ProcessPlace[]): NodeProcesses {
  const pids = new Map<number, number>();
  const paused = new Set<number>();
  for (const [index, { pid }] of places.entries()) if (pid !== undefined) pids.set(index, pid);
  const started: Promise<RunningNode>[] = [];
  const running = (index: number): number | undefined => {
    const pid = pids.get(index);
    return pid !== undefined && isRunning(pid) ? pid : undefined;
  };
  const resume = (index: number): void => {
    const pid = running(index);
    if (pid !== undefined && paused.delete(pid)) process.kill(pid, "SIGCONT");
  };
  return {
    async start(index) {
      const place = places[index];
      if (place === undefined) throw new Error(`there is no process ${index}`);
      if (running(index) !== undefined) throw new Error(`process ${index} runs already`);
      const starting = startNode(place.dir, place.args);
      started.push(starting);
      const { ready } = await starting;
      pids.set(index, ready.pid);
      return ready;
    },
    async kill(index) {
      const pid = running(index);
      if (pid === undefined) return;
      process.kill(pid, "SIGKILL");
      paused.delete(pid);
      await until(
        `process ${pid} of node ${index} to be gone`,
        () => !isRunning(pid),
        goneWithinMs,
      );
    },
    pause(index) {
      const pid = running(index);
      if (pid === undefined) return;
      process.kill(pid, "SIGSTOP");
      paused.add(pid);
    },
    resume,
    isRunning: (index) => running(index) !== undefined,
    pids: () => [...pids.values()].filter(isRunning),
    async stop() {
      for (const index of places.keys()) resume(index);
      const settled = await Promise.allSettled(started);
      const nodes = settled.flatMap((node) => (node.status === "fulfilled" ? [node.value] : []));
      await Promise.all(nodes.map((node) => node.process.stop()));
    },
  };
}
