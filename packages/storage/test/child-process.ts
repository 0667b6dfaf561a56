import { type ChildProcessByStdio, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("./storage-child.ts", import.meta.url));

export interface Child {
  readonly process: ChildProcessByStdio<null, Readable, null>;
  /** Lines of standard output as they come; ends with the process. */
  readonly lines: AsyncIterableIterator<string>;
  /** Resolves when the process is gone. */
  readonly exited: Promise<void>;
}

/** Starts storage-child.ts; `limitBytes` bounds the size of every file that it writes. */
export function startChild(mode: string, directory: string, limitBytes?: number): Child {
  const node = [process.execPath, "--conditions=source", script, mode, directory];
  // `ulimit -f` counts 512-byte blocks in a POSIX shell.
  const [command = "", ...rest] =
    limitBytes === undefined
      ? node
      : ["sh", "-c", `ulimit -f ${Math.floor(limitBytes / 512)} && exec "$@"`, "sh", ...node];
  const child = spawn(command, rest, { stdio: ["ignore", "pipe", "inherit"] });
  const exited = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { process: child, lines, exited };
}
