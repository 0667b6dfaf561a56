import { join } from "node:path";

/** Where things are inside one node's folder (docs/operations.md). */
export interface NodeFolder {
  readonly directory: string;
  readonly config: string;
  readonly genesis: string;
  readonly member: string;
  readonly nodeKey: string;
  readonly validatorKey: string;
  readonly memberKey: string;
  /** What the process writes outside its log: crashes of the runtime. */
  readonly console: string;
}

/** The layout of a folder; nothing is read or made. */
export function nodeFolder(directory: string): NodeFolder {
  return {
    directory,
    config: join(directory, "config/node.toml"),
    genesis: join(directory, "config/genesis.json"),
    member: join(directory, "member.json"),
    nodeKey: join(directory, "keys/node.key"),
    validatorKey: join(directory, "keys/validator.key"),
    memberKey: join(directory, "keys/member.key"),
    console: join(directory, "data/console.log"),
  };
}
