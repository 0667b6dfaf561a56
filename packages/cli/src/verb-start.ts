import { resolve } from "node:path";
import { type Command, Option } from "commander";
import type { Host } from "./host.ts";
import { environmentName, flagName, settings } from "./settings.ts";
import type { ReadyNode } from "./start-node.ts";

interface StartFlags {
  readonly dir?: string;
  readonly json?: boolean;
  readonly supervised?: boolean;
}

const examples = `
Examples:
  $ cartorio start --dir node
  $ cartorio start --dir node --rpc-host 0.0.0.0 --rpc-port 8080
  $ CARTORIO_DIR=node CARTORIO_LOG_FILE=- cartorio start --json

Ctrl-C or SIGTERM stops it within five seconds.`;

export function addStart(program: Command, host: Host): void {
  const start = program
    .command("start")
    .description("Start the node of a folder and run until it is told to stop.")
    .option("--dir <folder>", "the node's folder (CARTORIO_DIR; default: the current one)")
    .option("--json", "print one JSON object when the node is ready")
    .addOption(new Option("--supervised", "talk to the starter by IPC, end with it").hideHelp())
    .addHelpText("after", examples);
  for (const { path, about } of settings) {
    start.option(`${flagName(path)} <value>`, `${about} (${environmentName(path)})`);
  }
  start.action(async (flags: StartFlags) => {
    // Loaded here, because help and version must not wait for the network library.
    const { startNode } = await import("./start-node.ts");
    const { environment, workingDirectory } = host;
    const chosen = flags.dir ?? environment["CARTORIO_DIR"] ?? ".";
    const directory = resolve(workingDirectory, chosen);
    await startNode({
      directory,
      environment,
      flags: settingFlags(start),
      isSupervised: flags.supervised === true,
      onProgress: (text) => host.writeError(`${text}\n`),
      onReady: (ready) => showReady(host, { ready, directory, json: flags.json === true }),
    });
  });
}

/** The settings given as flags, by setting path. */
function settingFlags(command: Command): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const option of command.options) {
    const setting = settings.find(({ path }) => flagName(path) === option.long);
    const value: unknown = command.getOptionValue(option.attributeName());
    if (setting !== undefined && typeof value === "string") found.set(setting.path, value);
  }
  return found;
}

interface Shown {
  readonly ready: ReadyNode;
  readonly directory: string;
  readonly json: boolean;
}

function showReady(host: Host, { ready, directory, json }: Shown): void {
  const { config, rpcUrl, chainId, network, addresses } = ready;
  const { name, role, logFile } = config;
  if (json) {
    const { pid } = process;
    const value = { ready: true, name, role, dir: directory, rpcUrl, pid, chainId, addresses };
    host.write(`${JSON.stringify(value)}\n`);
    return;
  }
  const text =
    `${name}, ${role} of network ${network}, chain ${chainId}\n` +
    `  JSON-RPC  ${rpcUrl}\n` +
    `  peers     ${addresses.join(" ")}\n` +
    `  log       ${logFile === "-" ? "standard output" : logFile}\n` +
    "Ctrl-C stops it.\n";
  // A log on standard output stays clean JSON.
  if (logFile === "-") host.writeError(text);
  else host.write(text);
}
