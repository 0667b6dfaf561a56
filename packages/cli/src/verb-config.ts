import { resolve } from "node:path";
import type { Command } from "commander";
import type { NodeConfig } from "./config-resolve.ts";
import type { Host } from "./host.ts";
import { nodeFolder } from "./node-folder.ts";

interface CheckFlags {
  readonly dir?: string;
  readonly json?: boolean;
}

export function addConfig(program: Command, host: Host): void {
  const config = program
    .command("config")
    .description("Look at a node's settings.")
    .addHelpText("after", "\nExample:\n  $ cartorio config check --dir node");
  config
    .command("check")
    .description("Check settings, genesis, keys and certificates of a folder without a start.")
    .option("--dir <folder>", "the node's folder (CARTORIO_DIR; default: the current one)")
    .option("--json", "print one JSON object")
    .addHelpText("after", "\nExample:\n  $ cartorio config check --dir node")
    .action(async (flags: CheckFlags) => {
      const { environment, workingDirectory } = host;
      const directory = resolve(workingDirectory, flags.dir ?? environment["CARTORIO_DIR"] ?? ".");
      const notes = await check(directory, environment);
      show(host, { directory, notes, json: flags.json === true });
    });
}

/** What is allowed and yet worth a look. Throws as a start would. */
async function check(directory: string, environment: Host["environment"]): Promise<string[]> {
  // Loaded here, because help must not wait for it.
  const { prepareNode } = await import("./prepare-node.ts");
  const { loadTls } = await import("@cartorio/gateway");
  const { config } = await prepareNode({ directory, environment, flags: new Map() });
  const { tls } = config.gateway.security;
  if (tls !== undefined) await loadTls(tls);
  return notesOn(config);
}

function notesOn({ rpc, gateway }: NodeConfig): string[] {
  const { security, admin } = gateway;
  const notes: string[] = [];
  const isLocal = (host: string): boolean =>
    host === "localhost" || host === "::1" || host.startsWith("127.");
  if (!isLocal(rpc.host) && security.tls === undefined) {
    notes.push(
      `rpc.host ${rpc.host} serves other machines without TLS: put a proxy with TLS in front, or set rpc.tlsCertificate`,
    );
  }
  if (!isLocal(rpc.host) && security.anonymous === "write") {
    notes.push(
      'rpc.anonymousScope "write" lets everybody hand in transactions; the ledger judges each',
    );
  }
  if (admin !== undefined && !isLocal(admin.host)) {
    notes.push(`admin.host ${admin.host} opens the admin listener to other machines`);
  }
  if (security.corsOrigins.includes("*"))
    notes.push('rpc.corsOrigins "*" lets every web page call');
  const now = Date.now();
  for (const { name, expiresAt } of security.tokens) {
    if (expiresAt !== undefined && expiresAt <= now) notes.push(`rpc.tokens: ${name} has expired`);
  }
  return notes;
}

interface Shown {
  readonly directory: string;
  readonly notes: readonly string[];
  readonly json: boolean;
}

function show(host: Host, { directory, notes, json }: Shown): void {
  const path = nodeFolder(directory).config;
  if (json) {
    host.write(`${JSON.stringify({ valid: true, config: path, notes })}\n`);
    return;
  }
  host.write(`${path}: no mistakes\n${notes.map((note) => `note: ${note}\n`).join("")}`);
}
