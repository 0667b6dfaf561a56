// Starts `cartorio` as real child processes, for tests and for scripts that play with a cluster.
// Every process is supervised: it ends with the one that started it.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { fileURLToPath } from "node:url";

// By path: where vitest runs its global setup, `import.meta.resolve` does not exist.
const mainPath = fileURLToPath(new URL("../../packages/cli/src/main.ts", import.meta.url));
/** What a start may take on a slow machine under load; the devnet promises 15 s on an idle one. */
const readyTimeoutMs = 60_000;

/** How a process ended. */
export interface ProcessEnd {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A running `cartorio`. */
export interface CartorioProcess {
  readonly pid: number;
  readonly child: ChildProcess;
  readonly ended: Promise<ProcessEnd>;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves when the text appears on standard error; rejects if the process ends before. */
  readonly says: (text: string) => Promise<void>;
  /** SIGINT, then the end. */
  readonly stop: () => Promise<ProcessEnd>;
}

export interface CartorioOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Arguments for Node itself, before the program. */
  readonly nodeArgs?: readonly string[];
  readonly cwd?: string;
}

/** Starts `cartorio ARGS` from source. */
export function spawnCartorio(
  args: readonly string[],
  options: CartorioOptions = {},
): CartorioProcess {
  const nodeArgs = ["--conditions=source", ...(options.nodeArgs ?? [])];
  const child = spawn(process.execPath, [...nodeArgs, mainPath, ...args], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...process.env, ...options.env },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  const texts = { stdout: "", stderr: "" };
  const listeners = new Set<() => void>();
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (chunk: string) => {
      texts[name] += chunk;
      for (const listener of listeners) listener();
    });
  }
  // Not "close": it stays away when this side has closed the IPC channel.
  const exited = new Promise<ProcessEnd>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (exitCode, signal) => resolve({ exitCode, signal }));
  });
  const outputEnded = [child.stdout, child.stderr].map((stream) => stream && finished(stream));
  const ended = Promise.all([exited, ...outputEnded]).then(([end]) => end);
  const says = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!texts.stderr.includes(text)) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
      ended.then(
        () => reject(new Error(`ended without saying "${text}":\n${texts.stderr}`)),
        reject,
      );
    });
  return {
    pid: child.pid ?? 0,
    child,
    ended,
    stdout: () => texts.stdout,
    stderr: () => texts.stderr,
    says,
    stop: () => {
      child.kill("SIGINT");
      return ended;
    },
  };
}

/** Runs `cartorio ARGS` to its end. */
export async function runCartorio(
  args: readonly string[],
  options: CartorioOptions = {},
): Promise<{ readonly exitCode: number | null; readonly stdout: string; readonly stderr: string }> {
  const running = spawnCartorio(args, options);
  const { exitCode } = await running.ended;
  return { exitCode, stdout: running.stdout(), stderr: running.stderr() };
}

/** One node in the line that `devnet --json` prints. */
export interface DevnetNodeReady {
  readonly name: string;
  readonly role: "validator" | "observer";
  readonly rpcUrl: string;
  readonly pid: number;
  readonly dir: string;
  /** DID; validators only. */
  readonly member?: string;
  readonly memberKey?: string;
  readonly validator?: number;
}

/** The line that `devnet --json` prints. */
export interface DevnetReady {
  readonly ready: true;
  readonly dir: string;
  readonly genesis: string;
  readonly network: string;
  readonly chainId: string;
  readonly rpcUrl: string;
  readonly nodes: readonly DevnetNodeReady[];
}

/** The line that `start --json` prints. */
export interface NodeReady {
  readonly ready: true;
  readonly name: string;
  readonly rpcUrl: string;
  readonly pid: number;
  readonly chainId: string;
}

export interface RunningDevnet {
  readonly process: CartorioProcess;
  readonly ready: DevnetReady;
}

export interface RunningNode {
  readonly process: CartorioProcess;
  readonly ready: NodeReady;
}

/** Starts `cartorio devnet --json --dir DIRECTORY ARGS` and waits until it is ready. */
export async function startDevnet(
  directory: string,
  args: readonly string[] = [],
): Promise<RunningDevnet> {
  const command = ["devnet", "--json", "--supervised", "--dir", directory, ...args];
  const running = spawnCartorio(command);
  return { process: running, ready: await untilReady<DevnetReady>(running) };
}

/** Starts `cartorio start --json --dir DIRECTORY ARGS`: brings a killed node of a devnet back. */
export async function startNode(
  directory: string,
  args: readonly string[] = [],
): Promise<RunningNode> {
  const command = ["start", "--json", "--supervised", "--dir", directory, ...args];
  const running = spawnCartorio(command);
  return { process: running, ready: await untilReady<NodeReady>(running) };
}

/** The ready line of a process; rejects with what it said if it ends or takes too long. */
async function untilReady<T extends { readonly ready: true }>(
  running: CartorioProcess,
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const timer = setTimeout(() => {
    running.child.kill("SIGINT");
    reject(new Error(`not ready after ${readyTimeoutMs} ms:\n${running.stderr()}`));
  }, readyTimeoutMs);
  const look = (): void => {
    const line = running
      .stdout()
      .split("\n")
      .find((text) => text.startsWith('{"ready":true'));
    if (line !== undefined) resolve(JSON.parse(line));
  };
  running.child.stdout?.on("data", look);
  running.ended.then(
    () => reject(new Error(`ended before it was ready:\n${running.stderr()}`)),
    reject,
  );
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    running.child.stdout?.off("data", look);
  }
}

/** A folder that is removed after the use of it. */
export async function withTemporaryFolder<T>(use: (directory: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), "cartorio-"));
  try {
    return await use(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Whether a process with that number exists. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Polls until a condition holds; rejects after the time, naming what was waited for. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  timeoutMs: number = readyTimeoutMs,
): Promise<void> {
  const deadlineMs = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() > deadlineMs) throw new Error(`waited ${timeoutMs} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
