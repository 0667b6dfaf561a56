// What a stranger can take from the genesis file alone.
import { readFile } from "node:fs/promises";
import { encodeMultikey, equalBytes, verifySignature } from "@cartorio/crypto";
import { readKeyFile, signEd25519 } from "@cartorio/crypto/node";
import { genesisBlock } from "@cartorio/ledger";
import { genesisFromJson, type VerifiedGenesis, verifyGenesis } from "@cartorio/protocol";
import { type Client, createClient, httpTransport } from "@cartorio/sdk";
import type { Chain, Cluster, Sponsor } from "./story-types.ts";

/** A node that is a block behind says NOT_READY; so many attempts give it six seconds. */
const attempts = 6;

/** Reads a genesis and checks every rule and signature of it. */
export async function readGenesis(path: string): Promise<VerifiedGenesis> {
  const file = genesisFromJson(await readFile(path, "utf8"));
  const verified = file.ok ? verifyGenesis(file.value, verifySignature) : file;
  if (verified.ok) return verified.value;
  throw new Error(`${path}: ${verified.code} ${verified.field ?? ""}`);
}

/** The trust anchor is height 0, computed here: no node is asked. */
export function chainOf({ genesis, bytes, chainId }: VerifiedGenesis): Chain {
  const { headerHash } = genesisBlock(genesis, bytes);
  return {
    network: genesis.network,
    chainId,
    anchor: { chainId, height: 0, headerHash, date: Date.now() },
    validators: genesis.validators.length,
    maxClockDriftMs: genesis.parameters.maxClockDriftMs,
  };
}

/** The members whose key files are at hand. Throws if a key is not that of a member. */
export async function readSponsors(
  genesis: VerifiedGenesis,
  keyPaths: readonly string[],
): Promise<readonly Sponsor[]> {
  return Promise.all(keyPaths.map((path) => readSponsor(genesis, path)));
}

async function readSponsor(
  { genesis, creates }: VerifiedGenesis,
  keyPath: string,
): Promise<Sponsor> {
  const keys = await readKeyFile(keyPath);
  const multikey = encodeMultikey("ed25519", keys.publicKey);
  const create = creates.find(({ create: { control } }) =>
    control.kind === "keys" ? control.keys.some((key) => equalBytes(key, multikey)) : false,
  );
  const member = genesis.members.find(({ did }) => did === create?.did);
  if (member === undefined) throw new Error(`${keyPath} is not the key of a member`);
  const sign = async (message: Uint8Array) => signEd25519(keys, message);
  return { did: member.did, name: member.name, signer: { multikey, sign } };
}

/** A client for each node, which falls back on the nodes after it. */
export function createWriters({ nodes }: Cluster): readonly Client[] {
  const urls = nodes.map(({ rpcUrl }) => rpcUrl);
  return urls.map((_, index) => {
    const rotated = [...urls.slice(index), ...urls.slice(0, index)];
    return createClient({ transport: httpTransport(rotated) });
  });
}

/** A client of one node only, which believes nothing that does not follow from the anchor. */
export function createVerifier({ anchor }: Chain, rpcUrl: string): Client {
  return createClient({ transport: httpTransport(rpcUrl, { attempts }), anchor });
}
