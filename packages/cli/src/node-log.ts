import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { type Logger, pino } from "pino";
import { type AuditFile, openAuditFile } from "./audit-file.ts";
import { CliError } from "./cli-error.ts";
import type { NodeConfig } from "./config-resolve.ts";

/** A log, and how it goes on in a new file after the old one was moved away. */
export interface NodeLog {
  readonly logger: Logger;
  readonly reopen: () => void;
}

/**
 * The node's log: JSON lines, written at once, so that the last line before a crash is on disk.
 * Throws CliError CONFIG_INVALID if the file cannot be written.
 */
export function openLog({ name, logLevel, logFile }: NodeConfig): NodeLog {
  const options = { level: logLevel, base: { node: name } };
  if (logFile === "-") {
    const terminal = pino.destination({ dest: 1, sync: true });
    return { logger: pino(options, terminal), reopen: () => undefined };
  }
  const lines = openFile("log.file", logFile, () =>
    pino.destination({ dest: logFile, sync: true, append: true, mode: 0o644 }),
  );
  return { logger: pino(options, lines), reopen: () => lines.reopen() };
}

/**
 * Where audit entries go; undefined: to the log. Throws CliError CONFIG_INVALID if the file cannot be
 * written.
 */
export function openAudit(
  { gateway }: NodeConfig,
  { logger, onError }: { readonly logger: Logger; readonly onError: (error: Error) => void },
): AuditFile | undefined {
  const { auditFile: path } = gateway;
  if (path === "") return undefined;
  return openFile("rpc.auditFile", path, () =>
    openAuditFile({
      path,
      onError,
      overflow: (entry) => logger.error({ audit: entry }, "the audit file cannot keep up"),
    }),
  );
}

function openFile<T>(setting: string, path: string, open: () => T): T {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return open();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError("CONFIG_INVALID", `${setting} ${path} cannot be written: ${reason}`, {
      cause: error,
    });
  }
}
