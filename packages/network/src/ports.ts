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

/**
 * Callbacks return quickly. An error thrown by `onFrame`, or false, closes the connection of that peer
 * with the notice MALFORMED; an error whose message starts with "INV-" is passed on and ends the
 * process, as everywhere.
 */
export interface NetworkHandlers {
  /** The frame may be a view of a larger buffer: copy what outlives the call. Never before onConnected. */
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
  /**
   * Multiaddrs actually listened on, without /p2p. Rejects with NetworkError PORT_IN_USE or
   * LISTEN_FAILED, or with the reason of the signal; after it resolved the signal has no meaning.
   */
  start(signal: AbortSignal): Promise<readonly string[]>;
  /**
   * False: not connected or queue full (the frame is dropped; consensus re-sends by Status). The frame
   * is read later in the same turn of the event loop: do not write to it afterwards.
   * @throws NetworkError FRAME_TOO_LARGE for a frame that is empty or over the limit of its channel.
   */
  send(channel: Channel, peer: PeerName, frame: Uint8Array): boolean;
  /**
   * One request and one answer on the sync protocol. Rejects with NetworkError TIMEOUT, NOT_CONNECTED,
   * FRAME_TOO_LARGE, QUEUE_FULL (too many under way), REQUEST_FAILED (the peer reset it, for instance
   * because its handler rejected), or with the reason of the signal.
   */
  request(peer: PeerName, frame: Uint8Array, signal: AbortSignal): Promise<Uint8Array>;
  peers(): readonly PeerState[];
  /**
   * Replaces the list of admitted peers: who is new is admitted and dialled at once, who is gone is cut
   * off and refused. A peer that stays keeps its connection, and its addresses unless it had none.
   */
  setPeers(peers: readonly PeerAddress[]): void;
  /** Replaces the addresses of a peer (devnet binds free ports) and dials at once. */
  setAddresses(peer: PeerName, addresses: readonly string[]): void;
  /** Resolves within 2 s. No handler is called any more, onDisconnected included. */
  stop(): Promise<void>;
}
