// The one question that the command asks a node.
import { CliError } from "./cli-error.ts";

/** What `chain_getStatus` answers, as far as it is shown. */
export interface StatusAnswer {
  readonly network: string;
  readonly chainId: string;
  readonly version: string;
  readonly role: string;
  readonly validator?: number;
  readonly validators: number;
  readonly height: number;
  readonly certifiedHeight: number;
  readonly certifiedTime: number;
  readonly view: number;
  readonly primary: number;
  readonly peersConnected: number;
  readonly mempoolTransactions: number;
  readonly ready: boolean;
  readonly reasons: readonly string[];
  readonly pid: number;
}

const requestTimeoutMs = 5000;

/** Asks a node for its status. Throws CliError UNREACHABLE. */
export async function fetchStatus(url: string): Promise<StatusAnswer> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "chain_getStatus", params: {} });
  let answer: unknown;
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      signal: AbortSignal.timeout(requestTimeoutMs),
    });
    answer = await response.json();
  } catch (error) {
    throw new CliError("UNREACHABLE", `no node answers at ${url} (${reasonOf(error)})`, {
      cause: error,
    });
  }
  const result = isRecord(answer) ? answer["result"] : undefined;
  if (!isStatus(result)) {
    throw new CliError("UNREACHABLE", `what answers at ${url} is not a Cartorio node`);
  }
  return result;
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof Error && "code" in cause) return String(cause.code);
  return cause instanceof Error ? cause.message : String(cause);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

const numbers = [
  "validators",
  "height",
  "certifiedHeight",
  "certifiedTime",
  "view",
  "primary",
  "peersConnected",
  "mempoolTransactions",
  "pid",
] as const;

function isStatus(value: unknown): value is StatusAnswer {
  if (!isRecord(value)) return false;
  const { network, chainId, version, role, ready, reasons } = value;
  return (
    [network, chainId, version, role].every((item) => typeof item === "string") &&
    numbers.every((name) => typeof value[name] === "number") &&
    typeof ready === "boolean" &&
    Array.isArray(reasons)
  );
}
