// Makes a devnet's members, keys, genesis and settings, and moves its ports when others took them.
import { join } from "node:path";
import { hexEncode } from "@cartorio/crypto";
import type { Ed25519KeyPair } from "@cartorio/crypto/node";
import { chainIdOf, encodeGenesis, genesisToJson, type Parameters } from "@cartorio/protocol";
import { readConfigValues } from "./config-resolve.ts";
import { renderConfig } from "./config-template.ts";
import {
  clearDevnetFolder,
  type DevnetFile,
  type DevnetNode,
  devnetGenesisPath,
  memberKeyPath,
  writeDevnetFile,
} from "./devnet-folder.ts";
import { buildGenesis, signGenesis } from "./genesis-build.ts";
import { createKeyFile, publicKeyText } from "./key-store.ts";
import { describeMember, type Member } from "./member.ts";
import { nodeFolder } from "./node-folder.ts";
import { findFreePort, isPortFree } from "./ports.ts";
import type { SettingValue } from "./settings.ts";
import { replaceText, writeNewText } from "./text-file.ts";

export const devnetNetwork = "devnet";
const observerName = "observer-1";

export interface DevnetDescription {
  readonly directory: string;
  readonly validators: number;
  readonly parameters: Parameters;
}

interface NewValidator {
  readonly member: Member;
  readonly key: Ed25519KeyPair;
  readonly node: DevnetNode;
}

/**
 * Makes a devnet in a folder that holds none. devnet.json is written last, so that an interrupted
 * creation is recognised and begun again.
 */
export async function createDevnet(description: DevnetDescription): Promise<DevnetFile> {
  const { directory, validators, parameters } = description;
  await clearDevnetFolder(directory);
  const taken = new Set<number>();
  const made: NewValidator[] = [];
  for (let number = 1; number <= validators; number += 1) {
    made.push(await makeValidator(directory, number, taken));
  }
  const observer = await makeObserver(directory, taken);
  const genesis = buildGenesis({
    network: devnetNetwork,
    timeMs: Date.now(),
    parameters,
    members: made.map(({ member }) => member),
    observers: [observer.key.publicKey],
  });
  const signatures = made.map(({ key }) => signGenesis(genesis, key));
  const text = genesisToJson(genesis, signatures);
  const nodes = [...made.map(({ node }) => node), observer.node];
  await writeNewText(devnetGenesisPath(directory), text);
  for (const { name } of nodes) {
    await writeNewText(nodeFolder(join(directory, name)).genesis, text);
  }
  const chainId = hexEncode(chainIdOf(encodeGenesis(genesis)));
  const file = { network: devnetNetwork, chainId, nodes };
  for (const node of nodes) await writeConfig(directory, node, file);
  await writeDevnetFile(directory, file);
  return file;
}

async function makeValidator(
  directory: string,
  number: number,
  taken: Set<number>,
): Promise<NewValidator> {
  const name = `node-${number}`;
  const folder = nodeFolder(join(directory, name));
  const nodeKey = await createKeyFile(folder.nodeKey);
  const validatorKey = await createKeyFile(folder.validatorKey);
  const key = await createKeyFile(memberKeyPath(directory, number));
  const ports = await takePorts(taken);
  const member = describeMember({
    network: devnetNetwork,
    name: `Devnet member ${number}`,
    key,
    node: {
      nodeKey: nodeKey.publicKey,
      validatorKey: validatorKey.publicKey,
      addresses: [addressOf(ports.peerPort)],
    },
  });
  const node = {
    name,
    role: "validator",
    member: member.did,
    nodeKey: publicKeyText(nodeKey.publicKey),
    ...ports,
  } as const;
  return { member, key, node };
}

async function makeObserver(
  directory: string,
  taken: Set<number>,
): Promise<{ readonly key: Ed25519KeyPair; readonly node: DevnetNode }> {
  const key = await createKeyFile(nodeFolder(join(directory, observerName)).nodeKey);
  const ports = await takePorts(taken);
  const nodeKey = publicKeyText(key.publicKey);
  const node = { name: observerName, role: "observer", member: "", nodeKey, ...ports } as const;
  return { key, node };
}

async function takePorts(
  taken: Set<number>,
): Promise<{ readonly peerPort: number; readonly rpcPort: number }> {
  const peerPort = await takePort(taken);
  return { peerPort, rpcPort: await takePort(taken) };
}

async function takePort(taken: Set<number>): Promise<number> {
  const port = await findFreePort(taken);
  taken.add(port);
  return port;
}

function addressOf(port: number): string {
  return `/ip4/127.0.0.1/tcp/${port}`;
}

/** Multiaddr at which one node reaches another. */
export type AddressBetween = (from: DevnetNode, to: DevnetNode) => string;

const directly: AddressBetween = (_, { peerPort }) => addressOf(peerPort);

/** What a devnet decides about one node's settings; everything else in its node.toml is the user's. */
function ownSettings(
  node: DevnetNode,
  { nodes }: DevnetFile,
  addressBetween: AddressBetween,
): Map<string, SettingValue> {
  const others = nodes.filter(({ name }) => name !== node.name);
  const peers = others.map((other) => [other.nodeKey, [addressBetween(node, other)]] as const);
  return new Map<string, SettingValue>([
    ["name", node.name],
    ["role", node.role],
    ["network.listen", [addressOf(node.peerPort)]],
    ["network.peers", Object.fromEntries(peers)],
    ["rpc.host", "127.0.0.1"],
    ["rpc.port", node.rpcPort],
    ...memberKeySetting(node),
  ]);
}

/** A devnet's validators re-enter by themselves. */
function memberKeySetting({ name, role }: DevnetNode): [string, SettingValue][] {
  const number = /^node-(\d+)$/.exec(name)?.[1];
  if (role !== "validator" || number === undefined) return [];
  return [["keys.member", join("..", memberKeyPath("", Number(number)))]];
}

async function writeConfig(directory: string, node: DevnetNode, file: DevnetFile): Promise<void> {
  const folder = nodeFolder(join(directory, node.name));
  await replaceText(folder.config, renderConfig(ownSettings(node, file, directly)));
}

/**
 * Gives new ports to nodes whose ports another program has taken, and tells all nodes. Settings
 * that the user changed in a node.toml stay.
 */
export async function moveTakenPorts(directory: string, file: DevnetFile): Promise<DevnetFile> {
  const taken = new Set(file.nodes.flatMap(({ peerPort, rpcPort }) => [peerPort, rpcPort]));
  const keepOrMove = async (port: number): Promise<number> =>
    (await isPortFree(port)) ? port : takePort(taken);
  const nodes: DevnetNode[] = [];
  for (const node of file.nodes) {
    const peerPort = await keepOrMove(node.peerPort);
    nodes.push({ ...node, peerPort, rpcPort: await keepOrMove(node.rpcPort) });
  }
  const hasMoved = nodes.some(
    ({ peerPort, rpcPort }, index) =>
      peerPort !== file.nodes[index]?.peerPort || rpcPort !== file.nodes[index]?.rpcPort,
  );
  if (!hasMoved) return file;
  const moved = { ...file, nodes };
  // The plan first: if the power fails in between, the next start writes all settings again.
  await writeDevnetFile(directory, moved);
  await writeSettings(directory, moved);
  return moved;
}

/** Brings every node.toml in line with devnet.json, and with proxies between the nodes if there are any. */
export async function writeSettings(
  directory: string,
  file: DevnetFile,
  addressBetween: AddressBetween = directly,
): Promise<void> {
  for (const node of file.nodes) {
    const folder = join(directory, node.name);
    const values = await readConfigValues(folder);
    const own = ownSettings(node, file, addressBetween);
    const isSame = [...own].every(
      ([path, value]) => JSON.stringify(values.get(path)) === JSON.stringify(value),
    );
    if (isSame) continue;
    await replaceText(nodeFolder(folder).config, renderConfig(new Map([...values, ...own])));
  }
}
