import { equalBytes } from "@cartorio/crypto";
import { type Ed25519KeyPair, signEd25519 } from "@cartorio/crypto/node";
import {
  decodeDidCreate,
  defaultParameters,
  didOf,
  encodeGenesis,
  type Genesis,
  type GenesisSignature,
  genesisSigningBytes,
  limits,
  type Parameters,
} from "@cartorio/protocol";
import { CliError } from "./cli-error.ts";
import { multikeyOf } from "./key-store.ts";
import type { Member } from "./member.ts";
import { suggest } from "./suggest.ts";

export interface GenesisDescription {
  readonly network: string;
  /** Milliseconds since 1970: block time of height 0. */
  readonly timeMs: number;
  readonly parameters: Parameters;
  readonly members: readonly Member[];
  /** Node keys admitted beside those of the members' observers. */
  readonly observers: readonly Uint8Array[];
}

/** Each member of a new network has one vote; governance changes that later. */
const memberWeight = 1;

/**
 * The genesis of these members, in the order given: validators in that order, too. Throws CliError
 * GENESIS_INVALID with a reason that an assembler can act on.
 */
export function buildGenesis(description: GenesisDescription): Genesis {
  const { network, timeMs, parameters, members } = description;
  const stranger = members.find((member) => member.network !== network);
  if (stranger !== undefined) {
    throw new CliError(
      "GENESIS_INVALID",
      `${stranger.name} describes itself for network ${stranger.network}, not ${network}`,
    );
  }
  const validators = members.flatMap(({ did, node }) => {
    const { validatorKey, nodeKey, addresses } = node;
    const incarnation = new Uint8Array(0);
    return validatorKey === undefined
      ? []
      : [{ member: did, validatorKey, nodeKey, addresses, incarnation }];
  });
  checkValidatorCount(validators.length);
  const observing = members.flatMap(({ node }) =>
    node.validatorKey === undefined ? [node.nodeKey] : [],
  );
  return {
    network,
    time: timeMs,
    parameters,
    dids: members.map((member) => member.create),
    members: members.map(({ did, name }) => ({ did, name, weight: memberWeight })),
    validators,
    observers: [...observing, ...description.observers],
  };
}

/** Throws CliError GENESIS_INVALID unless that many validators can agree (docs/consensus.md 1). */
export function checkValidatorCount(count: number): void {
  const isPossible =
    count === 1 || (count >= limits.minValidators && count <= limits.maxValidators);
  if (isPossible) return;
  throw new CliError(
    "GENESIS_INVALID",
    `${count} validators cannot tolerate a fault: a network has ${limits.minValidators} to ` +
      `${limits.maxValidators} validators, or 1 for development`,
  );
}

/** The member of a genesis that a key controls. Throws CliError KEY_INVALID if it controls none. */
export function memberOfKey(genesis: Genesis, publicKey: Uint8Array): string {
  const multikey = multikeyOf(publicKey);
  const owner = genesis.dids.find(({ create }) => {
    const decoded = decodeDidCreate(create);
    const control = decoded.ok ? decoded.value.control : undefined;
    return control?.kind === "keys" && control.keys.some((item) => equalBytes(item, multikey));
  });
  const did = owner === undefined ? undefined : didOf(genesis.network, owner.create);
  if (did === undefined || !genesis.members.some((member) => member.did === did)) {
    throw new CliError(
      "KEY_INVALID",
      "the key controls no member of this genesis; sign with keys/member.key of the folder whose " +
        "member.json went into it",
    );
  }
  return did;
}

/** One member's signature over a genesis. Throws CliError KEY_INVALID if no member has the key. */
export function signGenesis(genesis: Genesis, key: Ed25519KeyPair): GenesisSignature {
  const did = memberOfKey(genesis, key.publicKey);
  const message = genesisSigningBytes(encodeGenesis(genesis));
  return { did, multikey: multikeyOf(key.publicKey), signature: signEd25519(key, message) };
}

/**
 * The default parameters with `NAME=VALUE` changes over them. Throws CliError USAGE on an unknown
 * name or a value that is no whole number; ranges are checked with the genesis.
 */
export function parametersWith(changes: readonly string[]): Parameters {
  const values = new Map<string, number>(Object.entries(defaultParameters));
  for (const change of changes) {
    const [name = "", value = ""] = change.split("=");
    if (!values.has(name)) {
      const near = suggest(name, [...values.keys()]);
      const hint = near === undefined ? [...values.keys()].join(", ") : `did you mean ${near}?`;
      throw new CliError("USAGE", `there is no parameter ${name}; ${hint}`);
    }
    if (!/^[0-9]+$/.test(value)) {
      throw new CliError("USAGE", `--parameter ${name}= needs a whole number, found "${value}"`);
    }
    values.set(name, Number(value));
  }
  return { ...defaultParameters, ...Object.fromEntries(values) };
}
