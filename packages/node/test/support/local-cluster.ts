// Whole nodes in this process: real libp2p, real LevelDB, real HTTP, in a temporary folder.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ed25519KeyPairFromSeed } from "@cartorio/crypto/node";
import pino from "pino";
import {
  createNode,
  localVoteSigner,
  type NodeOptions,
  type RunningNode,
} from "../../src/index.ts";
import type { TestPorts } from "../../src/test-ports.ts";
import { seedOf, type TestNetwork } from "./genesis.ts";

export interface LocalCluster {
  readonly nodes: (RunningNode | undefined)[];
  readonly start: (index: number) => Promise<RunningNode>;
  readonly stop: (index: number) => Promise<void>;
  readonly directory: (index: number) => string;
  readonly fatal: unknown[];
  /** Lines of all nodes' logs. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
  readonly close: () => Promise<void>;
}

export interface LocalClusterOptions {
  /** Nodes with a validator key, in the set or not; by default those of the genesis. */
  readonly voters?: number;
  /** Validators have their member's key beside them, and re-enter by themselves. */
  readonly hasMemberKeys?: boolean;
  readonly testPorts?: (index: number) => TestPorts;
}

export async function localCluster(
  network: TestNetwork,
  {
    voters = network.genesis.genesis.validators.length,
    hasMemberKeys = false,
    testPorts = () => ({}),
  }: LocalClusterOptions = {},
): Promise<LocalCluster> {
  const root = await mkdtemp(join(tmpdir(), "cartorio-node-"));
  const nodes: (RunningNode | undefined)[] = [];
  const fatal: unknown[] = [];
  const log: Record<string, unknown>[] = [];
  const nodeKey = (index: number): Uint8Array =>
    ed25519KeyPairFromSeed(seedOf(`node ${index}`)).publicKey;
  const directory = (index: number): string => join(root, `${index}`);

  const start = async (index: number): Promise<RunningNode> => {
    const known = nodes.flatMap((node, other) =>
      node === undefined
        ? []
        : [[Buffer.from(nodeKey(other)).toString("hex"), node.addresses] as const],
    );
    const options: NodeOptions = {
      dataDirectory: directory(index),
      genesis: network.genesis,
      nodeKeySeed: seedOf(`node ${index}`),
      ...(index < voters ? { voteSigner: localVoteSigner(seedOf(`validator ${index}`)) } : {}),
      ...(hasMemberKeys
        ? { memberSigner: localVoteSigner(seedOf(`member ${index % network.members.length}`)) }
        : {}),
      listen: ["/ip4/127.0.0.1/tcp/0"],
      peerAddresses: Object.fromEntries(known),
      rpc: { host: "127.0.0.1", port: 0 },
      logger: pino({ name: `node-${index}` }, { write: (line) => void log.push(JSON.parse(line)) }),
      verifierWorkers: 0,
      version: "test",
      testPorts: testPorts(index),
      onFatal: (error) => fatal.push(error),
    };
    const node = await createNode(options);
    nodes[index] = node;
    for (const other of nodes) other?.setPeerAddresses(nodeKey(index), node.addresses);
    return node;
  };
  const stop = async (index: number): Promise<void> => {
    const node = nodes[index];
    nodes[index] = undefined;
    await node?.stop();
  };
  const close = async (): Promise<void> => {
    await Promise.all(nodes.map((_, index) => stop(index)));
    await rm(root, { recursive: true, force: true });
  };
  return { nodes, start, stop, directory, fatal, log, close };
}
