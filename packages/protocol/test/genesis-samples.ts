import {
  chainIdOf,
  type DidCreate,
  defaultParameters,
  didOf,
  encodeDidCreate,
  encodeGenesis,
  type Genesis,
  type GenesisFile,
  type GenesisSignature,
  genesisDidSigningBytes,
  genesisSigningBytes,
} from "../src/index.ts";
import { bytes16, multikeyOf, network, rawKey, signAs, timeMs } from "./samples.ts";

export const memberNames = ["alpha", "beta", "gamma", "delta"];

export function memberCreate(name: string): DidCreate {
  return {
    nonce: bytes16(name),
    control: { kind: "keys", keys: [multikeyOf(name)], threshold: 1, nextKeyHashes: [] },
    document: {
      verificationMethods: [{ format: 1, multikey: multikeyOf(name), relationships: 15 }],
      services: [],
      alsoKnownAs: [],
    },
    recovery: undefined,
  };
}

export const memberDid = (name: string): string =>
  didOf(network, encodeDidCreate(memberCreate(name)));

export function sampleGenesis(names: readonly string[] = memberNames): Genesis {
  return {
    network,
    time: timeMs,
    parameters: defaultParameters,
    dids: names.map((name) => {
      const create = encodeDidCreate(memberCreate(name));
      return {
        create,
        keys: [multikeyOf(name)],
        signatures: [signAs(name, genesisDidSigningBytes(network, create))],
      };
    }),
    members: names.map((name) => ({ did: memberDid(name), name, weight: 1 })),
    validators: names.map((name) => ({
      member: memberDid(name),
      validatorKey: rawKey(`${name} validator`),
      nodeKey: rawKey(`${name} node`),
      addresses: ["/ip4/127.0.0.1/tcp/4100"],
      incarnation: new Uint8Array(0),
    })),
    observers: [rawKey("observer")],
  };
}

export function genesisSignatures(genesis: Genesis): GenesisSignature[] {
  const message = genesisSigningBytes(encodeGenesis(genesis));
  return memberNames
    .filter((name) => genesis.members.some((member) => member.did === memberDid(name)))
    .map((name) => ({
      did: memberDid(name),
      multikey: multikeyOf(name),
      signature: signAs(name, message),
    }));
}

export function genesisFile(genesis: Genesis = sampleGenesis()): GenesisFile {
  const bytes = encodeGenesis(genesis);
  return { genesis, bytes, chainId: chainIdOf(bytes), signatures: genesisSignatures(genesis) };
}
