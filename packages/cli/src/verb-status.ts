import { join, resolve } from "node:path";
import type { StatusAnswer } from "@cartorio/sdk";
import type { Command } from "commander";
import picocolors from "picocolors";
import { reportError } from "./cli-error.ts";
import { loadConfig } from "./config-resolve.ts";
import { readDevnetFile } from "./devnet-folder.ts";
import type { Host } from "./host.ts";
import { fetchStatus } from "./node-client.ts";

interface StatusFlags {
  readonly url?: string;
  readonly dir?: string;
  readonly json?: boolean;
}

interface Target {
  readonly name: string;
  readonly url: string;
}

type Found =
  | (Target & { readonly status: StatusAnswer })
  | (Target & { readonly error: { readonly code: string; readonly message: string } });

const examples = `
Examples:
  $ cartorio status --url http://127.0.0.1:7301
  $ cartorio status --dir node
  $ cartorio status --dir .devnet          all nodes of a devnet

Where a node asks for a token, CARTORIO_TOKEN has one; NODE_EXTRA_CA_CERTS names own authorities.
Exit code 0 if every node asked is ready, else 1.`;

export function addStatus(program: Command, host: Host): void {
  program
    .command("status")
    .description("Show at one glance whether a node is healthy, and why not.")
    .option("--url <url>", "address of the node's JSON-RPC server (CARTORIO_URL)")
    .option("--dir <folder>", "folder of the node or of a devnet (CARTORIO_DIR; default: this one)")
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action(async (flags: StatusFlags) => {
      const targets = await findTargets(host, flags);
      const [only] = targets;
      // One node: its error is the command's error.
      const found =
        targets.length === 1 && only !== undefined
          ? [{ ...only, status: await fetchStatus(host, only.url) }]
          : await Promise.all(targets.map((target) => ask(host, target)));
      if (!found.every((item) => "status" in item && item.status.ready)) host.answerNo();
      if (flags.json === true) host.write(`${JSON.stringify(jsonOf(found))}\n`);
      else host.write(found.map((item) => render(host, item)).join(""));
    });
}

async function findTargets(host: Host, flags: StatusFlags): Promise<readonly Target[]> {
  const { environment, workingDirectory } = host;
  const url = flags.url ?? (flags.dir === undefined ? environment["CARTORIO_URL"] : undefined);
  if (url !== undefined) return [{ name: url, url }];
  const directory = resolve(workingDirectory, flags.dir ?? environment["CARTORIO_DIR"] ?? ".");
  const devnet = await readDevnetFile(directory);
  const folders =
    devnet === undefined
      ? [directory]
      : devnet.nodes
          .filter(({ role }) => role === "validator")
          .map(({ name }) => join(directory, name));
  return Promise.all(folders.map((folder) => targetOf(host, folder)));
}

async function targetOf(host: Host, directory: string): Promise<Target> {
  const { environment } = host;
  const { name, rpc, gateway } = await loadConfig({ directory, environment, flags: new Map() });
  const reachable = rpc.host === "0.0.0.0" ? "127.0.0.1" : rpc.host === "::" ? "[::1]" : rpc.host;
  const scheme = gateway.security.tls === undefined ? "http" : "https";
  return { name, url: `${scheme}://${reachable}:${rpc.port}` };
}

async function ask(host: Host, target: Target): Promise<Found> {
  try {
    return { ...target, status: await fetchStatus(host, target.url) };
  } catch (error) {
    const { code, message } = reportError(error);
    return { ...target, error: { code, message } };
  }
}

function jsonOf(found: readonly Found[]): unknown {
  const [only] = found;
  return found.length === 1 ? only : { nodes: found };
}

function render(host: Host, found: Found): string {
  const { bold, green, red, yellow } = picocolors.createColors(host.hasColours);
  const { name, url } = found;
  if ("error" in found) return `${bold(name)}  ${url}  ${red(found.error.message)}\n`;
  const { status } = found;
  const health = status.ready ? green("ready") : yellow(`not ready: ${status.reasons.join(", ")}`);
  const role = status.validator === undefined ? "observer" : `validator ${status.validator}`;
  const ageSeconds = Math.max(0, Math.round((Date.now() - status.certifiedTime) / 1000));
  return (
    `${bold(name)}  ${url}  ${health}\n` +
    `  ${role} of ${status.validators}, epoch ${status.epoch}, network ${status.network}, ` +
    `version ${status.version}, pid ${status.pid}\n` +
    `  height ${status.height}, certified ${status.certifiedHeight} (${ageSeconds} s ago), ` +
    `view ${status.view}, primary ${status.primary}\n` +
    `  peers ${status.peersConnected}, waiting transactions ${status.mempoolTransactions}\n`
  );
}
