import { existsSync } from "node:fs";
import { readdir, rename } from "node:fs/promises";
import { join, resolve } from "node:path";
import { readHaltRecord } from "@cartorio/node";
import { acquireDirectory } from "@cartorio/storage";
import type { Command } from "commander";
import { CliError } from "./cli-error.ts";
import { loadConfig } from "./config-resolve.ts";
import type { Host } from "./host.ts";

interface ResetFlags {
  readonly dir?: string;
  readonly json?: boolean;
}

const about = `
For a stopped node whose state is wrong (STATE_DIVERGED) or damaged (DATABASE_CORRUPT). The state is moved
aside, never deleted, and the next start fetches it from the peers. Journal and guard stay as they are: a
validator votes again, for heights that it has not signed.

Example:
  $ cartorio reset-state --dir node`;

export function addResetState(program: Command, host: Host): void {
  program
    .command("reset-state")
    .description("Move a stopped node's state aside, so that it is built anew from its peers.")
    .option("--dir <folder>", "folder of the node (CARTORIO_DIR; default: this one)")
    .option("--json", "print one JSON object")
    .addHelpText("after", about)
    .action(async (flags: ResetFlags) => {
      const { environment, workingDirectory } = host;
      const given = flags.dir ?? environment["CARTORIO_DIR"] ?? ".";
      const directory = resolve(workingDirectory, given);
      const { dataDirectory } = await loadConfig({ directory, environment, flags: new Map() });
      const moved = await resetState(dataDirectory);
      if (flags.json === true) host.write(`${JSON.stringify({ moved })}\n`);
      else host.write(moved.map((path) => `moved aside: ${path}\n`).join(""));
    });
}

/** Other named states mean more than a wrong state: their record stays until its cause is settled. */
async function resetState(dataDirectory: string): Promise<readonly string[]> {
  if (!existsSync(join(dataDirectory, "state")))
    throw new CliError(
      "DATABASE_MISSING",
      `there is no state in ${dataDirectory}: just start the node`,
    );
  const lock = await acquireDirectory(dataDirectory);
  try {
    const halted = readHaltRecord(dataDirectory);
    if (halted !== undefined && halted.code !== "STATE_DIVERGED")
      throw new CliError(
        halted.code,
        `this node was stopped by ${halted.code} at height ${halted.height}: another state would not cure it`,
      );
    const number = await freeNumber(dataDirectory);
    const names = halted === undefined ? ["state"] : ["state", "halted.json"];
    const moved: string[] = [];
    for (const name of names) {
      const aside = join(dataDirectory, `${name}.aside-${number}`);
      // The record goes last: until then the node stays read-only.
      await rename(join(dataDirectory, name), aside);
      moved.push(aside);
    }
    return moved;
  } finally {
    await lock.release();
  }
}

async function freeNumber(directory: string): Promise<number> {
  const numbers = (await readdir(directory)).flatMap((name) => {
    const number = /^(?:state|halted\.json)\.aside-(\d+)$/.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
  return Math.max(0, ...numbers) + 1;
}
