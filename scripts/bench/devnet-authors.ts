// Who signs the load: the members of a devnet.
import { encodeMultikey } from "@cartorio/crypto";
import { readKeyFile } from "@cartorio/crypto/node";
import type { DevnetReady } from "../../test/cluster/devnet-process.ts";
import type { LoadAuthor } from "./load.ts";

export async function readAuthors(devnet: DevnetReady): Promise<readonly LoadAuthor[]> {
  const authors = devnet.nodes.flatMap(({ member, memberKey }) =>
    member === undefined || memberKey === undefined ? [] : [{ did: member, path: memberKey }],
  );
  return Promise.all(
    authors.map(async ({ did, path }) => {
      const keys = await readKeyFile(path);
      return { did, keys, multikey: encodeMultikey("ed25519", keys.publicKey) };
    }),
  );
}

/** Items in turn. */
export function pick<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}
