import { createClient, getStatus, httpTransport, type StatusAnswer } from "@cartorio/sdk";
import { CliError } from "./cli-error.ts";
import type { Host } from "./host.ts";

const requestTimeoutMs = 5000;

/** The token that commands show to nodes: of CARTORIO_TOKEN, as a flag would be seen in a process list. */
export function tokenOption({ environment }: Pick<Host, "environment">): {
  readonly token?: string;
} {
  const token = environment["CARTORIO_TOKEN"];
  return token === undefined ? {} : { token };
}

/** Asks a node for its status, once. Throws CliError UNREACHABLE or ACCESS_DENIED. */
export async function fetchStatus(
  host: Pick<Host, "environment">,
  url: string,
): Promise<StatusAnswer> {
  const once = { attempts: 1, timeoutMs: requestTimeoutMs };
  const transport = httpTransport(url, { ...once, ...tokenOption(host) });
  try {
    return await getStatus(createClient({ transport }));
  } catch (error) {
    if (codeOf(error) === "ACCESS_DENIED") {
      const message = `the node at ${url} asks for a token: set CARTORIO_TOKEN to one of scope read`;
      throw new CliError("ACCESS_DENIED", message, { cause: error });
    }
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
