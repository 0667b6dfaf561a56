import { resolve } from "node:path";
import { isNetworkName } from "@cartorio/protocol";
import { type Command, Option } from "commander";
import { CliError } from "./cli-error.ts";
import type { Host } from "./host.ts";
import { initFolder } from "./init-folder.ts";
import { publicKeyText } from "./key-store.ts";
import type { Member } from "./member.ts";
import { flagName, ruleProblem, type SettingValue, settingOfText, settings } from "./settings.ts";

interface InitFlags {
  readonly dir: string;
  readonly network: string;
  readonly name: string;
  readonly role: "validator" | "observer";
  readonly address: readonly string[];
  readonly networkListen?: string;
  readonly rpcHost?: string;
  readonly rpcPort?: string;
  readonly keysPassphraseFile?: string;
  readonly json?: boolean;
}

const examples = `
Example:
  $ cartorio init --dir node --network notary --name "University of Aveiro" \\
      --address /dns4/cartorio.example.pt/tcp/7300

Hand member.json to whoever assembles the genesis. keys/ never leaves this machine.`;

export function addInit(program: Command, host: Host): void {
  program
    .command("init")
    .description("Make the folder of one node: settings, keys, and the description of its member.")
    .requiredOption("--dir <folder>", "folder to make; must be empty or not exist")
    .requiredOption("--network <name>", "name of the network: a to z, 0 to 9 and -, up to 32")
    .requiredOption("--name <name>", "name of the institution, never of a person")
    .addOption(
      new Option("--role <role>", "what the node does")
        .choices(["validator", "observer"])
        .default("validator"),
    )
    .option("--address <multiaddr...>", "where peers find this node", [])
    .option("--network-listen <multiaddrs>", "where it listens (default: /ip4/0.0.0.0/tcp/7300)")
    .option("--rpc-host <host>", "address of its JSON-RPC server (default: 127.0.0.1)")
    .option("--rpc-port <port>", "port of its JSON-RPC server (default: 7301)")
    .option("--keys-passphrase-file <file>", "seal the keys with the passphrase in a file")
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action(async (flags: InitFlags) => {
      if (!isNetworkName(flags.network)) {
        throw new CliError("USAGE", `"${flags.network}" is no network name (a to z, 0 to 9, -)`);
      }
      const directory = resolve(host.workingDirectory, flags.dir);
      const { network, name, role, address } = flags;
      const values = readValues(flags, host);
      const options = { directory, network, name, role, addresses: address, values };
      showMember(host, { flags, directory, member: await initFolder(options) });
    });
}

function readValues(flags: InitFlags, host: Host): Map<string, SettingValue> {
  const { keysPassphraseFile: file } = flags;
  const passphraseFile = file === undefined ? undefined : resolve(host.workingDirectory, file);
  const given = {
    "network.listen": flags.networkListen,
    "rpc.host": flags.rpcHost,
    "rpc.port": flags.rpcPort,
    "keys.passphraseFile": passphraseFile,
  };
  const values = new Map<string, SettingValue>();
  for (const { path, rule } of settings) {
    const text = Object.entries(given).find(([name]) => name === path)?.[1];
    if (text === undefined) continue;
    const value = settingOfText(rule, text);
    if (value === undefined) {
      const problem = ruleProblem(rule, undefined);
      throw new CliError("USAGE", `${flagName(path)} must be ${problem}, found "${text}"`);
    }
    values.set(path, value);
  }
  return values;
}

interface InitResult {
  readonly flags: InitFlags;
  readonly directory: string;
  readonly member: Member;
}

function showMember(host: Host, { flags, directory, member }: InitResult): void {
  const { did, node } = member;
  const nodeKey = publicKeyText(node.nodeKey);
  const validatorKey =
    node.validatorKey === undefined ? undefined : publicKeyText(node.validatorKey);
  if (flags.json === true) {
    const result = {
      directory,
      did,
      nodeKey,
      ...(validatorKey === undefined ? {} : { validatorKey }),
    };
    host.write(`${JSON.stringify(result)}\n`);
    return;
  }
  const validatorLine = validatorKey === undefined ? "" : `  validator key  ${validatorKey}\n`;
  host.write(
    `made ${directory}\n  member         ${did}\n  node key       ${nodeKey}\n${validatorLine}` +
      "Next: hand member.json to whoever assembles the genesis, then sign it with " +
      "`cartorio genesis sign`.\n",
  );
}
