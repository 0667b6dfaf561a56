// A strategy on a real process: the node runs as always, and the strategy stands between it and its
// network, as it does between a simulated node and its links.
import { verifyMessage } from "@cartorio/consensus";
import { ed25519KeyPairFromSeed, verifyEd25519 } from "@cartorio/crypto/node";
import type { NodeInspection, RunningNode, TestPorts } from "@cartorio/node";
import {
  type ConsensusMessage,
  decodeConsensusMessage,
  encodeConsensusMessage,
  encodeTransactionGossip,
} from "@cartorio/protocol";
import { realScheme } from "../keys.ts";
import { createRandom } from "../random.ts";
import { signMessage } from "../signing.ts";
import { strategyNamed, strategyTable } from "../strategies/table.ts";
import type { Adversary, Strategy } from "../strategy.ts";
import { answerAs } from "./byzantine-answers.ts";

type NetworkPort = NonNullable<TestPorts["network"]>;
type NetworkOptions = Parameters<NetworkPort>[0];
type Network = ReturnType<NetworkPort>;

export interface ByzantineOptions {
  /** A name of `realStrategies`. */
  readonly strategy: string;
  readonly chainId: Uint8Array;
  /** 32-byte Ed25519 seed of the validator key. */
  readonly validatorKeySeed: Uint8Array;
  /** Of what the strategy draws; two processes with one seed still differ by their timing. */
  readonly seed: number;
}

export interface ByzantineNode {
  readonly testPorts: TestPorts;
  /** From now on the strategy acts; until then the node is as any other. */
  readonly begin: (node: Pick<RunningNode, "inspect">) => void;
}

/** Strategies that need nothing but a running validator: no client, no fault of the disk, no set change. */
export function realStrategies(): readonly { readonly name: string; readonly line: string }[] {
  return strategyTable.filter(({ create }) => {
    const { client, disk, removed } = create();
    return client === undefined && disk === undefined && removed !== true;
  });
}

const tickMs = 50;

/** Undefined if there is no such strategy. */
export function createByzantineNode(options: ByzantineOptions): ByzantineNode | undefined {
  const strategy = strategyNamed(options.strategy)?.create();
  if (strategy === undefined) return undefined;
  const rider: Rider = {
    options,
    strategy,
    inspect: undefined,
    network: undefined,
    timers: new Set(),
  };
  const adversary = createAdversary(rider);
  const { build, proposalTime } = strategy;
  return {
    testPorts: {
      network: (networkOptions, create) => {
        const network = create(intercepted(rider, adversary, networkOptions));
        rider.network = network;
        return outgoing(rider, adversary, network);
      },
      ...(build === undefined ? {} : { arrange: (hashes) => build(adversary, hashes) }),
      ...(proposalTime === undefined
        ? {}
        : { wallMs: () => Math.floor(proposalTime(adversary, Date.now())) }),
    },
    begin: ({ inspect }) => {
      rider.inspect = inspect;
      const timer = setInterval(() => strategy.tick?.(adversary), tickMs);
      rider.timers.add(timer);
    },
  };
}

interface Rider {
  readonly options: ByzantineOptions;
  readonly strategy: Strategy;
  /** Undefined until the node runs: then the strategy has nothing to say yet. */
  inspect: NodeInspection | undefined;
  network: Network | undefined;
  readonly timers: Set<NodeJS.Timeout>;
}

function createAdversary(rider: Rider): Adversary {
  const { options } = rider;
  const pair = ed25519KeyPairFromSeed(options.validatorKeySeed);
  const key = { pair, publicKey: pair.publicKey, multikey: pair.publicKey };
  const replica = (): ReturnType<NodeInspection["replica"]> => rider.inspect?.replica();
  const own = (): number => replica()?.self ?? 0;
  return {
    get index() {
      return own();
    },
    get n() {
      return replica()?.n ?? 1;
    },
    random: createRandom(options.seed),
    nowMs: () => performance.now(),
    wallMs: () => Date.now(),
    after: (delayMs, action) => {
      const timer = setTimeout(() => {
        rider.timers.delete(timer);
        action();
      }, delayMs);
      rider.timers.add(timer);
    },
    replica,
    view: () => replica()?.view ?? 0,
    epoch: () => replica()?.validators.epoch ?? 0,
    sign: (message, epoch = replica()?.validators.epoch ?? 0) => {
      const signer = { scheme: realScheme, key, chainId: options.chainId, epoch, validator: own() };
      return signMessage(signer, message);
    },
    send: (to, message) => {
      const frame = encoded(message);
      if (frame !== undefined) transmit(rider, to, frame);
    },
    sendBytes: (to, bytes) => transmit(rider, to, bytes),
    accomplices: [],
    peers: () => peersOf(rider).flatMap((_, index) => (index === own() ? [] : [index])),
    isValid: (message) => {
      const validators = replica()?.validators;
      if (validators === undefined) return false;
      const context = { chainId: options.chainId, validators, verify: verifyEd25519 };
      return verifyMessage(message, context) !== undefined;
    },
    bodies: (proposal) => rider.inspect?.bodies(proposal),
    executed: (height) => rider.inspect?.executed(height),
    waiting: () => rider.inspect?.waiting() ?? [],
    gossip: (to, envelope) => {
      const names = peersOf(rider);
      const frame = encodeTransactionGossip({ envelopes: [envelope] });
      for (const index of to) rider.network?.send("transactions", names[index] ?? "", frame);
    },
  };
}

/** Names of the validators as the network knows them, by index. */
function peersOf(rider: Rider): readonly string[] {
  const validators = rider.inspect?.replica()?.validators.validators ?? [];
  return validators.map(({ nodeKey }) => Buffer.from(nodeKey).toString("hex"));
}

/** Undefined for what has no encoding: that cannot be sent. */
function encoded(message: ConsensusMessage): Uint8Array | undefined {
  try {
    return encodeConsensusMessage(message);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function transmit(rider: Rider, to: readonly number[], frame: Uint8Array): void {
  const names = peersOf(rider);
  for (const index of to) {
    const peer = names[index];
    if (peer !== undefined) rider.network?.send("consensus", peer, frame);
  }
}

/** What the honest part sends goes through the strategy. */
function outgoing(rider: Rider, adversary: Adversary, network: Network): Network {
  const { strategy } = rider;
  return {
    ...network,
    send: (channel, peer, frame) => {
      const index = peersOf(rider).indexOf(peer);
      const isRidden = channel === "consensus" && index !== -1;
      const message = isRidden ? decodeConsensusMessage(frame) : undefined;
      if (message?.ok !== true || strategy.outgoing === undefined)
        return network.send(channel, peer, frame);
      strategy.outgoing(adversary, [index], message.value);
      return true;
    },
    stop: () => {
      for (const timer of rider.timers) clearTimeout(timer);
      rider.timers.clear();
      return network.stop();
    },
  };
}

/** What comes from peers passes the strategy before the honest part sees it. */
function intercepted(rider: Rider, adversary: Adversary, options: NetworkOptions): NetworkOptions {
  const { handlers } = options;
  const { strategy } = rider;
  return {
    ...options,
    handlers: {
      ...handlers,
      onFrame: (channel, peer, frame) => {
        const index = peersOf(rider).indexOf(peer);
        const isRidden = channel === "consensus" && index !== -1;
        // A copy: the frame may be a view that is written again, and strategies remember.
        const message = isRidden ? decodeConsensusMessage(frame.slice()) : undefined;
        if (message?.ok === true && strategy.incoming?.(adversary, index, message.value) === false)
          return;
        handlers.onFrame(channel, peer, frame);
      },
      onRequest: (peer, frame, signal) =>
        answerAs(strategy, {
          adversary,
          from: peersOf(rider).indexOf(peer),
          frame,
          honest: () => handlers.onRequest(peer, frame, signal),
        }),
    },
  };
}
