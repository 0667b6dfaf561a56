import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { type Logger, pino } from "pino";
import { CliError } from "./cli-error.ts";
import type { NodeConfig } from "./config-resolve.ts";

/**
 * The node's log: JSON lines, written at once, so that the last line before a crash is on disk.
 * Throws CliError CONFIG_INVALID if the file cannot be written.
 */
export function openLog({ name, logLevel, logFile }: NodeConfig): Logger {
  const options = { level: logLevel, base: { node: name } };
  if (logFile === "-") return pino(options, pino.destination({ dest: 1, sync: true }));
  try {
    mkdirSync(dirname(logFile), { recursive: true });
    return pino(options, pino.destination({ dest: logFile, sync: true, append: true }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError("CONFIG_INVALID", `log.file ${logFile} cannot be written: ${reason}`, {
      cause: error,
    });
  }
}
