// One node of a devnet as a child process.
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { ErrorCode } from "@cartorio/protocol";
import { CliError, findErrorCode, reportError } from "./cli-error.ts";
import type { DevnetNode } from "./devnet-folder.ts";
import { nodeFolder } from "./node-folder.ts";
import { readNodeMessage, stopMessage } from "./supervisor-link.ts";

export interface DevnetChild {
  readonly node: DevnetNode;
  /** The node's folder. */
  readonly directory: string;
  readonly pid: number;
  readonly rpcUrl: string;
  /** Resolves when the process is gone, with how it ended. */
  readonly ended: Promise<string>;
  /** Resolves when the node says that it is ready; rejects with CliError if it ends before. */
  readonly ready: Promise<void>;
  readonly stop: () => void;
  readonly kill: () => void;
}

const pollMs = 100;
const requestTimeoutMs = 2000;
const tailLines = 12;

export interface ChildStart {
  readonly devnetDirectory: string;
  readonly node: DevnetNode;
  /** Of a Byzantine validator. */
  readonly strategy: string | undefined;
  /** Called with the progress of a start that takes long. */
  readonly onProgress: (text: string) => void;
}

/** Starts the node of `devnetDirectory`/name. It ends by itself if this process does, however that ends. */
export function startChild(start: ChildStart): DevnetChild {
  const { devnetDirectory, node, strategy, onProgress } = start;
  const directory = join(devnetDirectory, node.name);
  const child = spawnNode(directory, strategy);
  let hasStarted = false;
  child.on("message", (value) => {
    if (readNodeMessage(value)?.kind === "started") hasStarted = true;
  });
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(`could not start: ${error.message}`));
    child.once("exit", (code, signal) =>
      resolve(signal === null ? `ended with exit code ${code}` : `ended by ${signal}`),
    );
  });
  const rpcUrl = `http://127.0.0.1:${node.rpcPort}`;
  return {
    node,
    directory,
    pid: child.pid ?? 0,
    rpcUrl,
    ended,
    ready: untilReady(child, { directory, rpcUrl, name: node.name, ended, onProgress }),
    stop: () => {
      // A process that is still loading does not read messages, and has nothing open to close.
      if (hasStarted && child.connected) child.send(stopMessage, () => undefined);
      else child.kill("SIGTERM");
    },
    kill: () => void child.kill("SIGKILL"),
  };
}

function spawnNode(directory: string, strategy: string | undefined): ChildProcess {
  const { console: consolePath } = nodeFolder(directory);
  mkdirSync(dirname(consolePath), { recursive: true });
  // A file and not a pipe: the node can say its last words after this process has died.
  const output = openSync(consolePath, "w");
  try {
    const program =
      strategy === undefined
        ? [fileURLToPath(import.meta.resolve("@cartorio/cli/main")), "start"]
        : [byzantineMain(), "--strategy", strategy];
    const args = [...process.execArgv, ...program, "--dir", directory, "--supervised"];
    return spawn(process.execPath, args, {
      stdio: ["ignore", output, output, "ipc"],
      env: withoutSettings(process.env),
    });
  } finally {
    closeSync(output);
  }
}

function byzantineMain(): string {
  return fileURLToPath(import.meta.resolve("@cartorio/cli/byzantine-main"));
}

/** CARTORIO_ variables are meant for one node; each of these has its own file. */
function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !name.startsWith("CARTORIO_")),
  );
}

interface Starting {
  readonly directory: string;
  readonly name: string;
  readonly rpcUrl: string;
  readonly ended: Promise<string>;
  readonly onProgress: (text: string) => void;
}

async function untilReady(child: ChildProcess, starting: Starting): Promise<void> {
  let hasEnded = false;
  let failure: { readonly code: ErrorCode; readonly message: string } | undefined;
  const started = new Promise<"started">((resolve) => {
    child.on("message", (value) => {
      const message = readNodeMessage(value);
      if (message?.kind === "started") resolve("started");
      if (message?.kind === "progress") starting.onProgress(message.text);
      if (message?.kind === "failed")
        failure = reportError(Object.assign(new Error(message.message), { code: message.code }));
    });
  });
  const ended = starting.ended.then((how) => {
    hasEnded = true;
    return how;
  });
  let result: string = await Promise.race([started, ended]);
  while (result === "started") {
    if (await isReady(starting.rpcUrl)) return;
    result = await Promise.race([pause(pollMs, "started"), ended]);
  }
  if (!hasEnded) return;
  const tail = await tailOf(starting.directory);
  const code = failure?.code ?? findErrorCode(tail) ?? "INTERNAL";
  const reason = failure?.message ?? `it ${result} before it was ready`;
  throw new CliError(code, `${starting.name} did not start: ${reason}\n${tail}`);
}

async function isReady(rpcUrl: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(requestTimeoutMs);
    const response = await fetch(`${rpcUrl}/readyz`, { signal });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}

/** The last lines of what a node wrote, with the file that they come from. */
export async function tailOf(directory: string): Promise<string> {
  const paths = [nodeFolder(directory).console, join(directory, "data/node.log")];
  const tails = await Promise.all(
    paths.map(async (path) => {
      const text = await readFile(path, "utf8").catch(() => "");
      const lines = text.trimEnd().split("\n").slice(-tailLines);
      return text === ""
        ? ""
        : `  the end of ${path}:\n${lines.map((line) => `    ${line}\n`).join("")}`;
    }),
  );
  return tails.join("").trimEnd();
}
