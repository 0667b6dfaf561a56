import { sha256, utf8Encode } from "@cartorio/crypto";
import { type GenesisBlock, genesisBlock } from "@cartorio/ledger";
import {
  chainIdOf,
  type DidCreate,
  didOf,
  encodeDidCreate,
  encodeGenesis,
  type Genesis,
  genesisValidatorSet,
  type Parameters,
  relationship,
  type ValidatorSet,
} from "@cartorio/protocol";
import { type Key, keyOf } from "./keys.ts";

export const networkName = "simulator";
/** Wall clocks start here, plus a second, so that block time always moves past genesis. */
export const genesisTimeMs = 1_700_000_000_000;

/** A DID of the genesis: one key that controls it and signs everything. */
export interface Identity {
  readonly did: string;
  readonly create: DidCreate;
  readonly key: Key;
}

/** Keys of a process that is a validator or may become one; its name is its place in `nodes`. */
export interface NodeKeys {
  readonly member: Identity;
  readonly validator: Key;
  /** The validator key that follows when the first one is rotated (docs/consensus.md 8). */
  readonly spare: Key;
  readonly node: Key;
}

export interface SimNetwork {
  readonly chainId: Uint8Array;
  readonly block0: GenesisBlock;
  readonly validators: ValidatorSet;
  readonly parameters: Parameters;
  readonly nodes: readonly NodeKeys[];
  /** Sponsored DIDs that the workload updates. */
  readonly subjects: readonly Identity[];
}

const subjectCount = 16;

const { authentication, assertionMethod, capabilityInvocation } = relationship;
const identities = new Map<string, Identity>();

function identity(name: string): Identity {
  const known = identities.get(name);
  if (known !== undefined) return known;
  const key = keyOf(name);
  const relationships = authentication | assertionMethod | capabilityInvocation;
  const create: DidCreate = {
    nonce: sha256(utf8Encode(`nonce ${name}`)).subarray(0, 16),
    control: { kind: "keys", keys: [key.multikey], threshold: 1, nextKeyHashes: [] },
    document: {
      verificationMethods: [{ format: 1, multikey: key.multikey, relationships }],
      services: [],
      alsoKnownAs: [],
    },
    recovery: undefined,
  };
  const made = { did: didOf(networkName, encodeDidCreate(create)), create, key };
  identities.set(name, made);
  return made;
}

export interface NetworkSize {
  readonly validators: number;
  /** Members without a validator at first: they may be added by a set change. */
  readonly candidates: number;
}

/** The genesis of a run. Nobody checks its signatures here: `verifyGenesis` has its own tests. */
export function createSimNetwork(size: NetworkSize, parameters: Parameters): SimNetwork {
  const nodes = Array.from({ length: size.validators + size.candidates }, (_, index) => ({
    member: identity(`member ${index}`),
    validator: keyOf(`validator ${index}`),
    spare: keyOf(`validator ${index} rotated`),
    node: keyOf(`node ${index}`),
  }));
  const subjects = Array.from({ length: subjectCount }, (_, index) => identity(`subject ${index}`));
  const dids = [...nodes.map(({ member }) => member), ...subjects];
  const genesis: Genesis = {
    network: networkName,
    time: genesisTimeMs,
    parameters,
    dids: dids.map(({ create, key }) => ({
      create: encodeDidCreate(create),
      keys: [key.multikey],
      signatures: [new Uint8Array(64)],
    })),
    members: nodes.map(({ member }, index) => ({
      did: member.did,
      name: `Member ${index}`,
      weight: 1,
    })),
    validators: nodes.slice(0, size.validators).map(({ member, validator, node }) => ({
      member: member.did,
      validatorKey: validator.publicKey,
      nodeKey: node.publicKey,
      addresses: [],
      incarnation: new Uint8Array(0),
    })),
    observers: [],
  };
  const bytes = encodeGenesis(genesis);
  const validators = genesisValidatorSet(genesis);
  const block0 = genesisBlock(genesis, bytes);
  return { chainId: chainIdOf(bytes), block0, validators, parameters, nodes, subjects };
}
