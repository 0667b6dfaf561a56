// The one table of process settings: file, environment, flags, help and the commented template all
// come from it. Cluster settings are not here; they are in the genesis.

import { gatewaySettings } from "./settings-gateway.ts";

/** Multiaddrs by the Multikey text of a node key. */
export type Peers = Readonly<Record<string, readonly string[]>>;
export type SettingValue = string | number | readonly string[] | Peers;

/** What a value must look like. */
export type SettingRule =
  | { readonly kind: "text"; readonly mayBeEmpty: boolean }
  | { readonly kind: "choice"; readonly choices: readonly string[] }
  | { readonly kind: "integer"; readonly minimum: number; readonly maximum: number }
  | { readonly kind: "texts" }
  | { readonly kind: "peers" };

export interface Setting {
  /** Key in node.toml; `rpc.port` is `port` in the table `[rpc]`. */
  readonly path: string;
  readonly rule: SettingRule;
  readonly fallback: SettingValue;
  /** Sentences for the template and the help, with the reason of the default. */
  readonly about: string;
}

const maxPort = 65_535;
const maxThreads = 64;
const mebibyte = 1024 * 1024;

export const logLevels: readonly string[] = [
  "fatal",
  "error",
  "warn",
  "info",
  "debug",
  "trace",
  "silent",
];

/** Every setting with its default. */
export const settings: readonly Setting[] = [
  {
    path: "name",
    rule: { kind: "text", mayBeEmpty: false },
    fallback: "node",
    about: "Name of this node in its own log.",
  },
  {
    path: "role",
    rule: { kind: "choice", choices: ["validator", "observer", "candidate"] },
    fallback: "validator",
    about:
      "A validator of the genesis votes; an observer follows the chain and serves reads; a candidate " +
      "does so until a set change names its validator key, then it votes.",
  },
  {
    path: "dataDirectory",
    rule: { kind: "text", mayBeEmpty: false },
    fallback: "data",
    about: "State, vote journal and lock. Relative paths start from the node's folder.",
  },
  {
    path: "genesis",
    rule: { kind: "text", mayBeEmpty: false },
    fallback: "config/genesis.json",
    about: "The network's genesis file, the same on every node.",
  },
  {
    path: "genesisHash",
    rule: { kind: "text", mayBeEmpty: true },
    fallback: "",
    about: "Chain id that the genesis must have, in hexadecimal; empty accepts any valid file.",
  },
  {
    path: "keys.node",
    rule: { kind: "text", mayBeEmpty: false },
    fallback: "keys/node.key",
    about: "Key that the node shows to its peers.",
  },
  {
    path: "keys.validator",
    rule: { kind: "text", mayBeEmpty: false },
    fallback: "keys/validator.key",
    about: "Key that signs votes. Never in use by two processes at once.",
  },
  {
    path: "keys.member",
    rule: { kind: "text", mayBeEmpty: true },
    fallback: "",
    about:
      "Key of this validator's member, by which it re-enters by itself after it lost its vote journal, " +
      "and does nothing else; empty: the member runs `cartorio reenter`.",
  },
  {
    path: "keys.passphraseFile",
    rule: { kind: "text", mayBeEmpty: true },
    fallback: "",
    about:
      "File with the passphrase of the key files that are sealed, readable by its owner only: best on " +
      "a medium that is not backed up with them. All commands take it from the variable.",
  },
  {
    path: "network.listen",
    rule: { kind: "texts" },
    fallback: ["/ip4/0.0.0.0/tcp/7300"],
    about: "Multiaddrs on which peers reach this node.",
  },
  {
    path: "network.peers",
    rule: { kind: "peers" },
    fallback: {},
    about: "Where peers are, by node key, in place of the addresses of the genesis.",
  },
  {
    path: "rpc.host",
    rule: { kind: "text", mayBeEmpty: false },
    fallback: "127.0.0.1",
    about: "Address of the JSON-RPC server; 0.0.0.0 opens it to other machines.",
  },
  {
    path: "rpc.port",
    rule: { kind: "integer", minimum: 0, maximum: maxPort },
    fallback: 7301,
    about: "Port of the JSON-RPC server; 0 takes a free one.",
  },
  ...gatewaySettings,
  {
    path: "log.level",
    rule: { kind: "choice", choices: logLevels },
    fallback: "info",
    about: "Least severe log line that is written; info has one line per block.",
  },
  {
    path: "log.file",
    rule: { kind: "text", mayBeEmpty: false },
    fallback: "data/node.log",
    about: "File of the JSON log; - writes it to standard output.",
  },
  {
    path: "verifier.workers",
    rule: { kind: "integer", minimum: 0, maximum: maxThreads },
    fallback: 1,
    about: "Threads that check signatures, so that voting never waits for them; 0 = none.",
  },
  {
    path: "mempool.maxBytes",
    rule: { kind: "integer", minimum: mebibyte, maximum: 1024 * mebibyte },
    fallback: 32 * mebibyte,
    about: "Bytes of waiting transactions: several full blocks.",
  },
  {
    path: "mempool.maxTransactions",
    rule: { kind: "integer", minimum: 1, maximum: 1_000_000 },
    fallback: 20_000,
    about: "Number of waiting transactions.",
  },
  {
    path: "mempool.maxPerPayer",
    rule: { kind: "integer", minimum: 1, maximum: 1_000_000 },
    fallback: 10_000,
    about: "Number of waiting transactions of one payer: half, so that others have room.",
  },
];

/** The environment variable of a setting: `rpc.port` is CARTORIO_RPC_PORT. */
export function environmentName(path: string): string {
  return `CARTORIO_${words(path).join("_").toUpperCase()}`;
}

/** The flag of a setting: `mempool.maxBytes` is --mempool-max-bytes. */
export function flagName(path: string): string {
  return `--${words(path).join("-")}`;
}

function words(path: string): string[] {
  return path.replace(/[A-Z]/g, (letter) => `.${letter.toLowerCase()}`).split(".");
}

/** Why a value breaks a rule, as the end of a sentence "... must be"; undefined if it fits. */
export function ruleProblem(rule: SettingRule, value: unknown): string | undefined {
  switch (rule.kind) {
    case "text":
      if (typeof value === "string" && (rule.mayBeEmpty || value !== "")) return undefined;
      return rule.mayBeEmpty ? "a text in quotes" : "a text in quotes, not empty";
    case "choice":
      if (typeof value === "string" && rule.choices.includes(value)) return undefined;
      return `one of ${rule.choices.map((choice) => `"${choice}"`).join(", ")}`;
    case "integer": {
      const { minimum, maximum } = rule;
      const isInteger = typeof value === "number" && Number.isSafeInteger(value);
      if (isInteger && value >= minimum && value <= maximum) return undefined;
      return `a whole number from ${minimum} to ${maximum}`;
    }
    case "texts":
      return isTexts(value) ? undefined : 'a list of texts, as in ["a", "b"]';
    case "peers":
      return isPeers(value)
        ? undefined
        : 'a table of node keys with lists of addresses, as in z6Mk... = ["/ip4/..."]';
  }
}

/** Whether a value is a list of texts. */
export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/** Whether a value is a table of address lists. */
export function isPeers(value: unknown): value is Peers {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(isTexts)
  );
}

/** The value that a text from an environment variable or a flag stands for; undefined if it breaks the rule. */
export function settingOfText(rule: SettingRule, text: string): SettingValue | undefined {
  const value = valueOfText(rule, text);
  return ruleProblem(rule, value) === undefined && isSettingValue(value) ? value : undefined;
}

/** Whether a value is of any kind that a setting may have. */
export function isSettingValue(value: unknown): value is SettingValue {
  return typeof value === "string" || typeof value === "number" || isTexts(value) || isPeers(value);
}

function valueOfText(rule: SettingRule, text: string): unknown {
  switch (rule.kind) {
    case "text":
    case "choice":
      return text;
    case "integer":
      return /^-?[0-9]+$/.test(text) ? Number(text) : text;
    case "texts":
      return listOf(text);
    case "peers":
      return peersOf(listOf(text));
  }
}

function listOf(text: string): string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** `KEY=ADDRESS` pairs, several for one key where it has several addresses. */
function peersOf(pairs: readonly string[]): unknown {
  const peers: Record<string, string[]> = {};
  for (const pair of pairs) {
    const at = pair.indexOf("=");
    if (at <= 0) return pairs;
    const key = pair.slice(0, at);
    peers[key] = [...(peers[key] ?? []), pair.slice(at + 1)];
  }
  return peers;
}
