import { type ErrorCode, errorCodes } from "@cartorio/protocol";

/** A failure that the user can act on: a code of the one table and a message that says what is wrong. */
export class CliError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "CliError";
    this.code = code;
  }
}

/** An error in the three parts that are shown. */
export interface ErrorReport {
  readonly code: ErrorCode;
  readonly message: string;
  /** What to do. */
  readonly action: string;
}

const usageExitCode = 2;
const failureExitCode = 1;

/** Key files have codes of their own in `crypto`; the table knows two situations. */
const codesOfOthers: Readonly<Record<string, ErrorCode>> = {
  KEY_FILE_MISSING: "KEY_MISSING",
  KEY_FILE_PERMISSIONS: "KEY_INVALID",
  KEY_FILE_CORRUPT: "KEY_INVALID",
  KEY_FILE_SEALED: "KEY_INVALID",
  KEY_FILE_PASSPHRASE: "KEY_INVALID",
  KEY_FILE_IO: "KEY_INVALID",
  KEY_FILE_EXISTS: "FILE_EXISTS",
  LISTEN_FAILED: "CONFIG_INVALID",
  EADDRINUSE: "PORT_IN_USE",
  EACCES: "DATABASE_UNAVAILABLE",
  EPERM: "DATABASE_UNAVAILABLE",
  EROFS: "DATABASE_UNAVAILABLE",
  ENOSPC: "DISK_FULL",
};

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCodes, code);
}

function codeOf(error: unknown): ErrorCode {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") {
    return "INTERNAL";
  }
  const { code } = error;
  return isErrorCode(code) ? code : (codesOfOthers[code] ?? "INTERNAL");
}

/** Any thrown value as code, message and action, without a stack trace. */
export function reportError(error: unknown): ErrorReport {
  const code = codeOf(error);
  const text = error instanceof Error ? error.message : String(error);
  // Some packages begin their messages with the code, for logs.
  const message = text.replace(/^[A-Z][A-Z0-9_]{3,}: /, "");
  return { code, message, action: errorCodes[code].action };
}

/** 2 for a mistake on the command line, 1 for everything else. */
export function exitCodeOf(code: ErrorCode): number {
  return code === "USAGE" ? usageExitCode : failureExitCode;
}

/** `error CODE: message`, then what to do, indented. Ends with a line feed. */
export function renderError({ code, message, action }: ErrorReport): string {
  return `error ${code}: ${message}\n  ${action}\n`;
}

/** The code of the last line that {@link renderError} wrote into a text; undefined if none. */
export function findErrorCode(text: string): ErrorCode | undefined {
  const found = [...text.matchAll(/^error ([A-Z][A-Z0-9_]+): /gm)].at(-1)?.[1];
  return found !== undefined && isErrorCode(found) ? found : undefined;
}
