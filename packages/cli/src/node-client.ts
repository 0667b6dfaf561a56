import { createClient, getStatus, httpTransport, type StatusAnswer } from "@cartorio/sdk";
import { CliError } from "./cli-error.ts";

const requestTimeoutMs = 5000;

/** Asks a node for its status, once. Throws CliError UNREACHABLE. */
export async function fetchStatus(url: string): Promise<StatusAnswer> {
  const transport = httpTransport(url, { attempts: 1, timeoutMs: requestTimeoutMs });
  try {
    return await getStatus(createClient({ transport }));
  } catch (error) {
    const isSilent = codeOf(error) === "TRANSPORT_FAILED";
    const message = isSilent
      ? `no node answers at ${url} (${reasonOf(error)})`
      : `what answers at ${url} is not a Cartorio node (${codeOf(error)})`;
    throw new CliError("UNREACHABLE", message, { cause: error });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}

/** The code of the system's error below those of `fetch` and the client, such as ECONNREFUSED. */
function reasonOf(error: unknown): string {
  let deepest = error;
  while (deepest instanceof Error && deepest.cause instanceof Error) deepest = deepest.cause;
  if (!(deepest instanceof Error) || deepest === error) return "not JSON-RPC";
  return "code" in deepest && typeof deepest.code === "string" ? deepest.code : deepest.message;
}
