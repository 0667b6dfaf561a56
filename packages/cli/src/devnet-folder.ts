// What a devnet's folder holds, and the file that remembers it: devnet.json.
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { CliError } from "./cli-error.ts";
import { readTextIfPresent, replaceText } from "./text-file.ts";

const FORMAT = "cartorio-devnet/1";
const indent = 2;
/** Names that a devnet makes, and the lock; a folder with anything else is somebody's. */
const ownNames =
  /^(devnet\.json(\.new)?|genesis\.json|keys|node-\d+|observer-\d+|process\.lock.*)$/;

/** One process of a devnet. */
export interface DevnetNode {
  readonly name: string;
  readonly role: "validator" | "observer";
  /** DID of the member it belongs to; empty for an observer. */
  readonly member: string;
  /** Multikey text. */
  readonly nodeKey: string;
  readonly peerPort: number;
  readonly rpcPort: number;
}

/** What devnet.json says. */
export interface DevnetFile {
  readonly network: string;
  readonly chainId: string;
  readonly nodes: readonly DevnetNode[];
}

export function devnetFilePath(directory: string): string {
  return join(directory, "devnet.json");
}
export function devnetGenesisPath(directory: string): string {
  return join(directory, "genesis.json");
}
/** Key file of the member of the validator with that number, from 1. */
export function memberKeyPath(directory: string, number: number): string {
  return join(directory, `keys/member-${number}.key`);
}

/** Throws CliError FILE_EXISTS if the folder holds anything that no devnet made. */
export async function checkDevnetFolder(directory: string): Promise<void> {
  const names = await readdir(directory).catch(() => []);
  const foreign = names.filter((name) => !ownNames.test(name));
  if (foreign.length === 0) return;
  throw new CliError(
    "FILE_EXISTS",
    `${directory} is not a devnet's folder (it holds ${foreign.slice(0, 3).join(", ")}); ` +
      "choose another with --dir",
  );
}

/** Removes all that a devnet made; the lock stays. */
export async function clearDevnetFolder(directory: string): Promise<void> {
  await checkDevnetFolder(directory);
  // devnet.json goes first: without it the folder counts as half made and is made anew.
  await rm(devnetFilePath(directory), { force: true });
  for (const name of await readdir(directory)) {
    if (name.startsWith("process.lock")) continue;
    await rm(join(directory, name), { recursive: true, force: true });
  }
}

export async function writeDevnetFile(directory: string, file: DevnetFile): Promise<void> {
  const text = `${JSON.stringify({ format: FORMAT, ...file }, undefined, indent)}\n`;
  await replaceText(devnetFilePath(directory), text);
}

/** The devnet of a folder; undefined if there is none. Throws CliError CONFIG_INVALID if it is damaged. */
export async function readDevnetFile(directory: string): Promise<DevnetFile | undefined> {
  const path = devnetFilePath(directory);
  const text = await readTextIfPresent(path);
  if (text === undefined) return undefined;
  const file = parseDevnetFile(text);
  if (file === undefined) {
    throw new CliError("CONFIG_INVALID", `${path} is damaged; start over with --reset`);
  }
  return file;
}

function parseDevnetFile(text: string): DevnetFile | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || value["format"] !== FORMAT) return undefined;
  const { network, chainId, nodes } = value;
  if (typeof network !== "string" || typeof chainId !== "string") return undefined;
  if (!Array.isArray(nodes) || nodes.length === 0) return undefined;
  return nodes.every(isDevnetNode) ? { network, chainId, nodes } : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isDevnetNode(value: unknown): value is DevnetNode {
  if (!isRecord(value)) return false;
  const { name, role, member, nodeKey, peerPort, rpcPort } = value;
  return (
    [name, member, nodeKey].every((item) => typeof item === "string") &&
    (role === "validator" || role === "observer") &&
    Number.isSafeInteger(peerPort) &&
    Number.isSafeInteger(rpcPort)
  );
}
