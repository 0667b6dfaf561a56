// The devnet's observer, whose node key every node admits, as a validator to be.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { ed25519KeyPairFromSeed, readKeyFile, writeKeyFile } from "@cartorio/crypto/node";
import { localSigner } from "@cartorio/sdk";
import { type RunningNode, startNode } from "../../test/cluster/devnet-process.ts";
import type { Candidate } from "./story-types.ts";

const seedBytes = 32;
const folder = "observer-1";

export interface RunningCandidate {
  readonly candidate: Candidate;
  readonly running: RunningNode;
}

/** Gives it a validator key of its own and starts it; it votes once a set names that key. */
export async function startDevnetCandidate(directory: string): Promise<RunningCandidate> {
  const place = join(directory, folder);
  const keys = join(place, "keys");
  const seed = randomBytes(seedBytes);
  await writeKeyFile(join(keys, "validator.key"), ed25519KeyPairFromSeed(seed));
  const running = await startNode(place, ["--role", "candidate"]);
  const nodeKeys = await readKeyFile(join(keys, "node.key"));
  const candidate = {
    node: { name: folder, rpcUrl: running.ready.rpcUrl },
    validator: localSigner("ed25519", seed),
    nodeKey: localSigner("ed25519", nodeKeys.secretKey),
    // Every node of a devnet is told where the others are.
    addresses: [],
  };
  return { candidate, running };
}
