import { isAbsolute, join } from "node:path";
import { decodeMultikey, hexEncode, multikeyFromString } from "@cartorio/crypto";
import { CliError } from "./cli-error.ts";
import { parseConfig, renderMistakes } from "./config-file.ts";
import { type GatewayConfig, gatewayConfig } from "./config-gateway.ts";
import { nodeFolder } from "./node-folder.ts";
import {
  environmentName,
  flagName,
  isPeers,
  isTexts,
  ruleProblem,
  type SettingValue,
  settingOfText,
  settings,
} from "./settings.ts";
import { readTextIfPresent } from "./text-file.ts";

/** The settings of one process, each from the strongest source that names it. */
export interface NodeConfig {
  readonly name: string;
  readonly role: NodeRole;
  /** Absolute paths. */
  readonly dataDirectory: string;
  readonly genesis: string;
  readonly nodeKey: string;
  readonly validatorKey: string;
  /** Empty: not on this machine. */
  readonly memberKey: string;
  /** Empty: no key file is sealed. */
  readonly passphraseFile: string;
  /** Chain id in hexadecimal; empty accepts any. */
  readonly genesisHash: string;
  readonly listen: readonly string[];
  /** Addresses by the node key in hexadecimal. */
  readonly peerAddresses: Readonly<Record<string, readonly string[]>>;
  readonly rpc: { readonly host: string; readonly port: number };
  readonly gateway: GatewayConfig;
  readonly logLevel: string;
  /** Absolute path; `-` is standard output. */
  readonly logFile: string;
  readonly verifierWorkers: number;
  readonly mempool: {
    readonly maxBytes: number;
    readonly maxTransactions: number;
    readonly maxPerPayer: number;
  };
}

/** A candidate's key is in no set yet. */
export type NodeRole = "validator" | "observer" | "candidate";

export interface ConfigSources {
  /** The node's folder, absolute. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** By setting path, as written on the command line. */
  readonly flags: ReadonlyMap<string, string>;
}

/** Reads `config/node.toml` and puts environment and flags over it. Throws CliError CONFIG_INVALID. */
export async function loadConfig(sources: ConfigSources): Promise<NodeConfig> {
  const values = await readConfigValues(sources.directory);
  for (const [path, value] of overrides(sources)) values.set(path, value);
  return toConfig(sources.directory, values);
}

/** The values that a folder's node.toml sets. Throws CliError CONFIG_INVALID with every mistake. */
export async function readConfigValues(directory: string): Promise<Map<string, SettingValue>> {
  const path = nodeFolder(directory).config;
  const text = await readTextIfPresent(path);
  if (text === undefined) {
    throw new CliError(
      "CONFIG_INVALID",
      `there is no ${path}; make a node's folder with \`cartorio init --dir ${directory}\`, ` +
        "or name the right one with --dir",
    );
  }
  const parsed = parseConfig(text);
  if (!parsed.ok) throw new CliError("CONFIG_INVALID", renderMistakes(path, parsed.mistakes));
  return new Map(parsed.values);
}

function overrides({ environment, flags }: ConfigSources): Map<string, SettingValue> {
  const found = new Map<string, SettingValue>();
  for (const { path, rule } of settings) {
    const variable = environmentName(path);
    const flag = flags.get(path);
    const text = flag ?? environment[variable];
    if (text === undefined) continue;
    const value = settingOfText(rule, text);
    if (value === undefined) {
      const source = flag === undefined ? variable : flagName(path);
      const form = rule.kind === "peers" ? "KEY=ADDRESS,KEY=ADDRESS" : ruleProblem(rule, undefined);
      throw new CliError("CONFIG_INVALID", `${source} must be ${form}, found "${text}"`);
    }
    found.set(path, value);
  }
  return found;
}

function toConfig(directory: string, values: ReadonlyMap<string, SettingValue>): NodeConfig {
  const value = (path: string): SettingValue | undefined =>
    values.get(path) ?? settings.find((setting) => setting.path === path)?.fallback;
  const text = (path: string): string => String(value(path));
  const integer = (path: string): number => Number(value(path));
  const file = (path: string): string =>
    isAbsolute(text(path)) ? text(path) : join(directory, text(path));
  const listen = value("network.listen");
  const peers = value("network.peers");
  return {
    name: text("name"),
    role: roleOf(text("role")),
    dataDirectory: file("dataDirectory"),
    genesis: file("genesis"),
    nodeKey: file("keys.node"),
    validatorKey: file("keys.validator"),
    memberKey: text("keys.member") === "" ? "" : file("keys.member"),
    passphraseFile: text("keys.passphraseFile") === "" ? "" : file("keys.passphraseFile"),
    genesisHash: text("genesisHash"),
    listen: isTexts(listen) ? listen : [],
    peerAddresses: isPeers(peers) ? byNodeKey(peers) : {},
    rpc: { host: text("rpc.host"), port: integer("rpc.port") },
    gateway: gatewayConfig({ value, file }),
    logLevel: text("log.level"),
    logFile: text("log.file") === "-" ? "-" : file("log.file"),
    verifierWorkers: integer("verifier.workers"),
    mempool: {
      maxBytes: integer("mempool.maxBytes"),
      maxTransactions: integer("mempool.maxTransactions"),
      maxPerPayer: integer("mempool.maxPerPayer"),
    },
  };
}

function roleOf(text: string): NodeRole {
  return text === "observer" || text === "candidate" ? text : "validator";
}

function byNodeKey(
  peers: Readonly<Record<string, readonly string[]>>,
): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(peers).map(([text, addresses]) => {
      const multikey = multikeyFromString(text);
      const key = multikey === undefined ? undefined : decodeMultikey(multikey);
      if (key?.kind !== "ed25519") {
        throw new CliError(
          "CONFIG_INVALID",
          `network.peers: ${text} is not a node key; it is a text that starts with z6Mk, ` +
            "as `cartorio keys show` prints it",
        );
      }
      return [hexEncode(key.publicKey), addresses];
    }),
  );
}
