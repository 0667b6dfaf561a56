import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

/** The repository's root folder, absolute. */
export const root: string = join(import.meta.dirname, "../..");

const stdioOf = {
  capture: ["ignore", "pipe", "pipe"],
  inherit: ["inherit", "inherit", "inherit"],
  result: ["ignore", "pipe", "inherit"],
} as const;

/** How a command ended, with everything it wrote. */
export interface CommandResult {
  /** Exit code; 1 when a signal ended it or it could not be started. */
  readonly exitCode: number;
  /** Standard output and standard error in the order they came; empty when they were inherited. */
  readonly output: string;
  readonly durationMs: number;
}

/**
 * Runs a command in the repository's root with the tools of `node_modules/.bin` first on the PATH.
 *
 * @param command - the program and its arguments
 * @param output - `capture` collects what it writes; `inherit` shows it as it comes; `result` collects
 *   standard output and shows standard error, where progress goes
 */
export function runCommand(
  command: readonly [string, ...string[]],
  output: keyof typeof stdioOf,
): Promise<CommandResult> {
  const [program, ...args] = command;
  const startedAtMs = performance.now();
  const path = `${join(root, "node_modules/.bin")}${delimiter}${process.env["PATH"] ?? ""}`;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, PATH: path },
      stdio: [...stdioOf[output]],
    });
    const chunks: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk));
    const finish = (exitCode: number, extra: string): void =>
      resolve({
        exitCode,
        output: Buffer.concat(chunks).toString("utf8") + extra,
        durationMs: performance.now() - startedAtMs,
      });
    child.on("error", (error) => finish(1, `cannot start ${program}: ${error.message}\n`));
    child.on("close", (code) => finish(code ?? 1, ""));
  });
}

/** The command line that runs one of the repository's own scripts on this Node. */
export function nodeScript(name: string, ...args: string[]): readonly [string, ...string[]] {
  return [process.execPath, "--conditions=source", join(root, "scripts", `${name}.ts`), ...args];
}
