// What a start needs before it touches data or network: settings, genesis and keys that fit together.
import { equalBytes } from "@cartorio/crypto";
import type { Ed25519KeyPair } from "@cartorio/crypto/node";
import type { Genesis, VerifiedGenesis } from "@cartorio/protocol";
import { CliError } from "./cli-error.ts";
import { type ConfigSources, loadConfig, type NodeConfig } from "./config-resolve.ts";
import { loadGenesis } from "./genesis-file.ts";
import { loadKey, publicKeyText } from "./key-store.ts";

/** All that a folder says about its node. */
export interface PreparedNode {
  readonly config: NodeConfig;
  readonly genesis: VerifiedGenesis;
  readonly keys: NodeKeys;
}

/**
 * Reads and checks a node's folder. Throws CliError (CONFIG_INVALID, GENESIS_*, KEY_INVALID) or
 * CryptoError (KEY_FILE_*); nothing is written.
 */
export async function prepareNode(sources: ConfigSources): Promise<PreparedNode> {
  const config = await loadConfig(sources);
  const genesis = await loadGenesis(config.genesis, config.genesisHash);
  return { config, genesis, keys: await loadKeys(config, genesis.genesis) };
}

export interface NodeKeys {
  readonly node: Ed25519KeyPair;
  /** Undefined for an observer. */
  readonly validator: Ed25519KeyPair | undefined;
  /** Of the validator's member, if it is on this machine. */
  readonly member: Ed25519KeyPair | undefined;
}

/** Reads the keys and compares them with the genesis, so that a wrong folder is found at once. */
async function loadKeys(config: NodeConfig, genesis: Genesis): Promise<NodeKeys> {
  const load = (path: string): Promise<Ed25519KeyPair> => loadKey(path, config.passphraseFile);
  const node = await load(config.nodeKey);
  if (config.role === "observer") {
    checkObserver(genesis, { path: config.nodeKey, publicKey: node.publicKey });
    return { node, validator: undefined, member: undefined };
  }
  const validator = await load(config.validatorKey);
  const member = config.memberKey === "" ? undefined : await load(config.memberKey);
  // The ledger says when it is in the set; the genesis has nothing to compare.
  if (config.role === "candidate") return { node, validator, member };
  const place = genesis.validators.find(({ validatorKey }) =>
    equalBytes(validatorKey, validator.publicKey),
  );
  if (place === undefined) {
    throw new CliError(
      "KEY_INVALID",
      `the key of ${config.validatorKey} (${publicKeyText(validator.publicKey)}) is not a ` +
        `validator of network ${genesis.network}; take the right key file, or the genesis that ` +
        'names it, or set role = "observer", or role = "candidate" until a set change names it',
    );
  }
  if (!equalBytes(place.nodeKey, node.publicKey)) {
    throw new CliError(
      "KEY_INVALID",
      `the genesis gives this validator the node key ${publicKeyText(place.nodeKey)}, and ` +
        `${config.nodeKey} holds ${publicKeyText(node.publicKey)}`,
    );
  }
  return { node, validator, member };
}

function checkObserver(
  { observers, network }: Genesis,
  { path, publicKey }: { readonly path: string; readonly publicKey: Uint8Array },
): void {
  if (observers.some((observer) => equalBytes(observer, publicKey))) return;
  throw new CliError(
    "KEY_INVALID",
    `the key of ${path} (${publicKeyText(publicKey)}) is not an observer of network ${network}: ` +
      "its peers would refuse it",
  );
}
