import { hexDecode } from "@cartorio/crypto";
import {
  createClient,
  httpTransport,
  localSigner,
  type StatusAnswer,
  sendTransaction,
  validatorReenter,
} from "@cartorio/sdk";
import type { Command } from "commander";
import { CliError } from "./cli-error.ts";
import type { Host } from "./host.ts";
import { loadKeyFor } from "./key-store.ts";
import { fetchStatus, tokenOption } from "./node-client.ts";

interface ReenterFlags {
  readonly url?: string;
  readonly key: string;
  readonly json?: boolean;
}

const examples = `
The node itself says what has to be signed, and hands it in. Its status shows when it votes again.

Example:
  $ cartorio reenter --url http://127.0.0.1:7301 --key member.key

A validator with its member's key in the setting keys.member does this by itself.`;

/** A re-entry costs an epoch: it is executed within moments, or not at all. */
const waitMs = 60_000;

export function addReenter(program: Command, host: Host): void {
  program
    .command("reenter")
    .description(
      "Let a validator that lost its vote journal vote again, by its member's signature.",
    )
    .option("--url <url>", "JSON-RPC address of the validator's node (CARTORIO_URL)")
    .requiredOption("--key <file>", "key file of the validator's member")
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action(async (flags: ReenterFlags) => {
      const url = flags.url ?? host.environment["CARTORIO_URL"];
      if (url === undefined) throw new CliError("USAGE", "name the validator's node with --url");
      const key = await loadKeyFor(host, flags.key);
      const status = await fetchStatus(host, url);
      const height = await reenter({ url, ...tokenOption(host) }, status, key.secretKey);
      if (flags.json === true) host.write(`${JSON.stringify({ url, height })}\n`);
      else
        host.write(
          `re-entry executed at height ${height}; the validator votes again within a few blocks\n`,
        );
    });
}

async function reenter(
  { url, ...token }: { readonly url: string; readonly token?: string },
  status: StatusAnswer,
  seed: Uint8Array,
): Promise<number> {
  const { amnesia, chainId } = status;
  if (amnesia === undefined)
    throw new CliError(
      "NOT_READY",
      `the node at ${url} does not have to re-enter (${status.reasons.join(", ") || "it is ready"})`,
    );
  if (amnesia.activationHeight !== undefined)
    throw new CliError(
      "SET_CHANGE_PENDING",
      `the node at ${url} re-enters at height ${amnesia.activationHeight} already`,
    );
  const validatorKey = hexDecode(amnesia.validatorKey);
  const incarnation = hexDecode(amnesia.incarnation);
  if (validatorKey === undefined || incarnation === undefined)
    throw new CliError("UNREACHABLE", `the node at ${url} answers in a form that is not its own`);
  const client = createClient({ transport: httpTransport(url, token) });
  const done = await sendTransaction(client, {
    chainId,
    signers: [{ did: amnesia.member, role: "author", signer: localSigner("ed25519", seed) }],
    operations: [validatorReenter({ validatorKey, incarnation, expectedEpoch: amnesia.epoch })],
    timeoutMs: waitMs,
  });
  return done.height ?? 0;
}
