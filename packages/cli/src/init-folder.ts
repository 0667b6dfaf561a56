import { readdir } from "node:fs/promises";
import { CliError } from "./cli-error.ts";
import { renderConfig } from "./config-template.ts";
import { createKeyFile } from "./key-store.ts";
import { describeMember, type Member, renderMember } from "./member.ts";
import { nodeFolder } from "./node-folder.ts";
import type { SettingValue } from "./settings.ts";
import { writeNewText } from "./text-file.ts";

export interface InitOptions {
  readonly directory: string;
  readonly network: string;
  readonly name: string;
  readonly role: "validator" | "observer";
  /** Multiaddrs at which peers find this node; they go into the genesis as hints. */
  readonly addresses: readonly string[];
  /** Settings that differ from their defaults; the file of a passphrase, absolute, seals the keys. */
  readonly values: ReadonlyMap<string, SettingValue>;
}

/**
 * Makes one node's folder: keys, settings, and the description of its member. Throws CliError
 * FILE_EXISTS if the folder holds a node or anything else; nothing is ever overwritten.
 */
export async function initFolder(options: InitOptions): Promise<Member> {
  const { directory, network, name, role, addresses } = options;
  const folder = nodeFolder(directory);
  const names = await readdir(directory).catch(() => []);
  if (names.length > 0) {
    throw new CliError("FILE_EXISTS", `${directory} is not empty; a node gets a folder of its own`);
  }
  const passphraseFile = String(options.values.get("keys.passphraseFile") ?? "");
  const create = (path: string) => createKeyFile(path, passphraseFile);
  const memberKey = await create(folder.memberKey);
  const nodeKey = await create(folder.nodeKey);
  const validatorKey = role === "validator" ? await create(folder.validatorKey) : undefined;
  const node = {
    nodeKey: nodeKey.publicKey,
    validatorKey: validatorKey?.publicKey,
    addresses,
  };
  const member = describeMember({ network, name, key: memberKey, node });
  await writeNewText(folder.member, renderMember(member));
  const values = new Map(options.values).set("name", nodeName(name)).set("role", role);
  await writeNewText(folder.config, renderConfig(values));
  return member;
}

/** A short name for log lines from the name of an institution. */
function nodeName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return plain === "" ? "node" : plain;
}
