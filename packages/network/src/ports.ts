// The port of the node towards its peers.
import type { Hello } from "@cartorio/protocol";

/** One libp2p protocol and one bounded queue per peer each: a flood on one never delays another. */
export type Channel = "consensus" | "transactions";

/** A peer is named by the hex of its 32-byte Ed25519 node key everywhere above this package. */
export type PeerName = string;

export interface PeerAddress {
  readonly nodeKey: Uint8Array;
  /** Multiaddrs without /p2p; may be empty for a peer that only dials us. */
  readonly addresses: readonly string[];
}

export interface NetworkOptions {
  /** 32-byte Ed25519 seed of the node key. */
  readonly nodeKeySeed: Uint8Array;
  /** Multiaddrs to listen on, such as /ip4/127.0.0.1/tcp/0. */
  readonly listen: readonly string[];
  readonly peers: readonly PeerAddress[];
  /** First frame of every stream, both ways; called for each stream. */
  readonly hello: () => Hello;
  readonly handlers: NetworkHandlers;
  readonly limits?: Partial<NetworkLimits>;
}

export interface NetworkLimits {
  readonly maxConsensusFrameBytes: number;
  readonly maxTransactionsFrameBytes: number;
  readonly maxSyncFrameBytes: number;
  /** Per peer and channel; a full queue drops the frame and counts it. */
  readonly maxQueuedBytes: number;
  readonly maxConcurrentRequests: number;
  readonly requestTimeoutMs: number;
  readonly baseBackoffMs: number;
  readonly maxBackoffMs: number;
  readonly dialTimeoutMs: number;
  /** From a new connection to accepted Hellos on all four streams; longer than a dial. */
  readonly handshakeTimeoutMs: number;
  /** A second connection of a connected peer waits so long for a sign of life on the first. */
  readonly probeTimeoutMs: number;
  /** A peer that was silent for one interval is probed; after so many it is cut off. */
  readonly livenessIntervalMs: number;
  readonly maxSilentIntervals: number;
}

/** Callbacks return quickly; a thrown error or a false return closes the stream of that peer. */
export interface NetworkHandlers {
  readonly onFrame: (channel: Channel, peer: PeerName, frame: Uint8Array) => void;
  /** Answers a sync request; the signal aborts when the peer leaves. */
  readonly onRequest: (
    peer: PeerName,
    frame: Uint8Array,
    signal: AbortSignal,
  ) => Promise<Uint8Array>;
  /** Both ways are open and the Hello of the peer was accepted. */
  readonly onConnected: (peer: PeerName, hello: Hello) => void;
  readonly onDisconnected: (peer: PeerName) => void;
  /** Something that the operator should know: wrong network, duplicate identity, refused stranger. */
  readonly onNotice: (notice: NetworkNotice) => void;
}

export type NetworkNotice =
  | {
      readonly kind: "refused";
      readonly peer: PeerName;
      readonly code:
        | "WRONG_CHAIN"
        | "PROTOCOL_VERSION"
        | "MALFORMED"
        | "FRAME_TOO_LARGE"
        | "NOT_ADMITTED"
        | "DUPLICATE_IDENTITY";
    }
  | {
      readonly kind: "queueFull";
      readonly peer: PeerName;
      readonly channel: Channel;
      readonly dropped: number;
    }
  | {
      readonly kind: "unreachable";
      readonly peer: PeerName;
      readonly attempts: number;
      readonly reason: string;
    };

export interface PeerState {
  readonly peer: PeerName;
  readonly connected: boolean;
  readonly hello: Hello | undefined;
  readonly queuedBytes: number;
  readonly addresses: readonly string[];
}

export interface Network {
  /** Multiaddrs actually listened on. Rejects with PORT_IN_USE. */
  start(signal: AbortSignal): Promise<readonly string[]>;
  /** False: not connected or queue full (the frame is dropped; consensus re-sends by Status). */
  send(channel: Channel, peer: PeerName, frame: Uint8Array): boolean;
  /** One request and one answer on the sync protocol; rejects with NetworkError codes TIMEOUT, NOT_CONNECTED, FRAME_TOO_LARGE, QUEUE_FULL. */
  request(peer: PeerName, frame: Uint8Array, signal: AbortSignal): Promise<Uint8Array>;
  peers(): readonly PeerState[];
  /** Add an address learnt later (devnet binds free ports). */
  setAddresses(peer: PeerName, addresses: readonly string[]): void;
  stop(): Promise<void>;
}
