// Networks on 127.0.0.1 for tests: what each one saw, and waiting for a condition with a deadline.
import { ed25519PublicKey } from "@cartorio/crypto";
import type { Hello } from "@cartorio/protocol";
import {
  type Channel,
  createNetwork,
  type Network,
  type NetworkHandlers,
  type NetworkLimits,
  type NetworkNotice,
  type PeerAddress,
  type PeerName,
  peerNameOf,
} from "../../src/index.ts";

export const loopback = "/ip4/127.0.0.1/tcp/0";
export const never: AbortSignal = new AbortController().signal;

const deadlineMs = 20_000;
/** For `describe`: a slow machine is no failure, so that the deadlines below end a broken test first. */
export const patient = { timeout: 60_000 };

/** The deadline only ends a broken test; no expectation depends on how long anything takes. */
export async function until(what: string, condition: () => boolean): Promise<void> {
  const end = performance.now() + deadlineMs;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export function seedOf(index: number): Uint8Array {
  return new Uint8Array(32).fill(index + 1);
}

export function nodeKeyOf(index: number): Uint8Array {
  return ed25519PublicKey(seedOf(index));
}

export function nameOf(index: number): PeerName {
  return peerNameOf(nodeKeyOf(index));
}

export function helloOf(changes: Partial<Hello> = {}): Hello {
  return {
    chainId: new Uint8Array(32).fill(7),
    protocolVersion: 1,
    certifiedHeight: 3,
    executedHeight: 2,
    instance: new Uint8Array(16).fill(9),
    ...changes,
  };
}

export interface Received {
  readonly channel: Channel;
  readonly peer: PeerName;
  readonly frame: Uint8Array;
}

export interface TestNode {
  readonly index: number;
  readonly name: PeerName;
  readonly network: Network;
  readonly received: Received[];
  readonly notices: NetworkNotice[];
  /** "+" and "-" per peer, in order. */
  readonly connections: { readonly sign: "+" | "-"; readonly peer: PeerName }[];
  addresses: readonly string[];
}

export interface TestNodeOptions {
  readonly index: number;
  readonly peers: readonly PeerAddress[];
  readonly hello?: () => Hello;
  readonly limits?: Partial<NetworkLimits>;
  readonly handlers?: Partial<NetworkHandlers>;
  readonly listen?: readonly string[];
}

export function createTestNode(options: TestNodeOptions): TestNode {
  const { index } = options;
  const received: Received[] = [];
  const notices: NetworkNotice[] = [];
  const connections: TestNode["connections"] = [];
  const network = createNetwork({
    nodeKeySeed: seedOf(index),
    listen: options.listen ?? [loopback],
    peers: options.peers,
    hello: options.hello ?? (() => helloOf({ instance: new Uint8Array(16).fill(index) })),
    limits: options.limits ?? {},
    handlers: {
      onFrame: (channel, peer, frame) => {
        received.push({ channel, peer, frame });
      },
      onRequest: async (_peer, frame) => frame,
      onConnected: (peer) => {
        connections.push({ sign: "+", peer });
      },
      onDisconnected: (peer) => {
        connections.push({ sign: "-", peer });
      },
      onNotice: (notice) => {
        notices.push(notice);
      },
      ...options.handlers,
    },
  });
  return { index, name: nameOf(index), network, received, notices, connections, addresses: [] };
}

/** Stops everything that a test started, also when the test fails. */
export function createTestBed(): TestBed {
  const nodes: TestNode[] = [];
  return {
    async start(options) {
      const node = createTestNode(options);
      nodes.push(node);
      node.addresses = await node.network.start(never);
      return node;
    },
    async stop() {
      await Promise.all(nodes.splice(0).map((node) => node.network.stop()));
    },
  };
}

export interface TestBed {
  start(options: TestNodeOptions): Promise<TestNode>;
  stop(): Promise<void>;
}

/** Everybody knows everybody's key; addresses are given by the test. */
export function peerKeys(indexes: readonly number[]): PeerAddress[] {
  return indexes.map((index) => ({ nodeKey: nodeKeyOf(index), addresses: [] }));
}

export function isConnected(node: TestNode, peer: TestNode): boolean {
  return node.network.peers().some((state) => state.peer === peer.name && state.connected);
}

export async function connect(dialler: TestNode, listener: TestNode): Promise<void> {
  dialler.network.setAddresses(listener.name, listener.addresses);
  await until(
    `${dialler.index} and ${listener.index} are connected`,
    () => isConnected(dialler, listener) && isConnected(listener, dialler),
  );
}
