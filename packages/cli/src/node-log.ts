import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Audit } from "@cartorio/gateway";
import { type DestinationStream, type Logger, pino } from "pino";
import { CliError } from "./cli-error.ts";
import type { NodeConfig } from "./config-resolve.ts";

/**
 * The node's log: JSON lines, written at once, so that the last line before a crash is on disk.
 * Throws CliError CONFIG_INVALID if the file cannot be written.
 */
export function openLog({ name, logLevel, logFile }: NodeConfig): Logger {
  const options = { level: logLevel, base: { node: name } };
  if (logFile === "-") return pino(options, pino.destination({ dest: 1, sync: true }));
  return pino(options, openLines("log.file", logFile, 0o644));
}

/**
 * Where audit entries go; undefined: to the log. Throws CliError CONFIG_INVALID if the file cannot be
 * written.
 */
export function openAudit({ gateway }: NodeConfig): Audit | undefined {
  const { auditFile } = gateway;
  if (auditFile === "") return undefined;
  const lines = openLines("rpc.auditFile", auditFile, 0o600);
  return (entry) => void lines.write(`${JSON.stringify(entry)}\n`);
}

function openLines(setting: string, path: string, mode: number): DestinationStream {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return pino.destination({ dest: path, sync: true, append: true, mode });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError("CONFIG_INVALID", `${setting} ${path} cannot be written: ${reason}`, {
      cause: error,
    });
  }
}
