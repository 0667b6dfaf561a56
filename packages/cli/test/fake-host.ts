import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { type Host, runCli } from "../src/index.ts";

export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of its own for each test file's cases. */
export function temporaryFolder(): string {
  const directory = mkdtempSync(join(tmpdir(), "cartorio-cli-"));
  afterAll(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** Runs a command line in this process, with paths relative to a folder. */
export async function run(
  workingDirectory: string,
  args: readonly string[],
  environment: Host["environment"] = {},
): Promise<CommandResult> {
  let stdout = "";
  let stderr = "";
  const exitCode = await runCli(args, {
    environment,
    workingDirectory,
    hasColours: false,
    write: (text) => {
      stdout += text;
    },
    writeError: (text) => {
      stderr += text;
    },
    answerNo: () => undefined,
  });
  return { exitCode, stdout, stderr };
}

/** The JSON object on the last line of standard output. */
export function lastJson({ stdout }: CommandResult): Record<string, unknown> {
  return JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "");
}
