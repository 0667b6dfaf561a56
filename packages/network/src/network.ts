// The composition: who is admitted, which stream belongs to whom, and one flush per turn.
import { ed25519PublicKey } from "@cartorio/crypto";
import type { Connection, Libp2p, PeerId, Stream } from "@libp2p/interface";
import { multiaddr } from "@multiformats/multiaddr";
import { abortStream, closeGracefully, finishStream } from "./connections.ts";
import { NetworkError } from "./errors.ts";
import { createHost, startHost, stopHost } from "./host.ts";
import { nameOfPeerId, peerIdOf, peerNameOf } from "./identity.ts";
import { maxFrameBytes, networkLimits } from "./limits.ts";
import { createNoticeBoard, type NoticeBoard } from "./notices.ts";
import { createPeer, type Peer } from "./peer.ts";
import type { Network, NetworkLimits, NetworkOptions, PeerAddress, PeerName } from "./ports.ts";
import { channelProtocols, channels, pingProtocol, syncProtocol } from "./protocols.ts";
import { createRequester, type Requester, serveRequest } from "./requests.ts";

interface Entry {
  readonly peer: Peer;
  readonly requester: Requester;
}

interface Internals {
  readonly options: NetworkOptions;
  readonly limits: NetworkLimits;
  readonly notices: NoticeBoard;
  readonly ownName: PeerName;
  readonly entries: Map<PeerName, Entry>;
  host: Libp2p | undefined;
  phase: "new" | "starting" | "started" | "stopped";
  isFlushPlanned: boolean;
  livenessTimer: NodeJS.Timeout | undefined;
}

/**
 * The node's network. Serves one `start` and one `stop`; no handler is called after `stop` was.
 * @throws RangeError for a seed or key of wrong length and for limits that are not positive.
 */
export function createNetwork(options: NetworkOptions): Network {
  const limits = networkLimits(options.limits);
  const nowMs = (): number => performance.now();
  const network: Internals = {
    options,
    limits,
    notices: createNoticeBoard((notice) => {
      if (network.phase !== "stopped") options.handlers.onNotice(notice);
    }, nowMs),
    ownName: peerNameOf(ed25519PublicKey(options.nodeKeySeed)),
    entries: new Map(),
    host: undefined,
    phase: "new",
    isFlushPlanned: false,
    livenessTimer: undefined,
  };
  for (const { nodeKey, addresses } of options.peers) addPeer(network, nodeKey, addresses);
  return {
    start: (signal) => start(network, signal),
    send(channel, peer, frame) {
      if (frame.byteLength === 0 || frame.byteLength > maxFrameBytes(limits, channel)) {
        throw new NetworkError("FRAME_TOO_LARGE", `${channel}: ${frame.byteLength} bytes`);
      }
      const isQueued = network.entries.get(peer)?.peer.send(channel, frame) ?? false;
      if (isQueued && !network.isFlushPlanned) planFlush(network);
      return isQueued;
    },
    async request(peer, frame, signal) {
      const entry = network.entries.get(peer);
      if (entry === undefined) throw new NetworkError("NOT_CONNECTED", `no such peer: ${peer}`);
      return await entry.requester.request(entry.peer.link(), frame, signal);
    },
    peers: () => [...network.entries.values()].map(({ peer }) => peer.state()),
    setPeers: (peers) => setPeers(network, peers),
    setAddresses: (peer, addresses) => network.entries.get(peer)?.peer.setAddresses(addresses),
    stop: () => stop(network),
  };
}

function addPeer(network: Internals, nodeKey: Uint8Array, addresses: readonly string[]): void {
  const { options, limits, notices, ownName } = network;
  const name = peerNameOf(nodeKey);
  // A list for the whole cluster may be given to every node.
  if (name === ownName) return;
  const suffix = `/p2p/${peerIdOf(nodeKey)}`;
  const peer = createPeer({
    name,
    ownName,
    addresses,
    limits,
    notices,
    hello: options.hello,
    handlers: options.handlers,
    random: Math.random,
    nowMs: () => performance.now(),
    async dial(targets, signal) {
      if (network.host === undefined) throw new NetworkError("STOPPED", "the network is stopped");
      const all = targets.map((target) => multiaddr(target + suffix));
      return await network.host.dial(all, { signal, force: true });
    },
  });
  network.entries.set(name, { peer, requester: createRequester(limits) });
  if (network.phase === "started") peer.start();
}

function setPeers(network: Internals, peers: readonly PeerAddress[]): void {
  const wanted = new Set(peers.map(({ nodeKey }) => peerNameOf(nodeKey)));
  for (const [name, { peer }] of network.entries) {
    if (wanted.has(name)) continue;
    const wasConnected = peer.link() !== undefined;
    network.entries.delete(name);
    peer.stop();
    // A peer that is stopped tells nothing any more.
    if (wasConnected && !isStopped(network)) network.options.handlers.onDisconnected(name);
  }
  for (const { nodeKey, addresses } of peers) {
    const known = network.entries.get(peerNameOf(nodeKey))?.peer;
    if (known === undefined) addPeer(network, nodeKey, addresses);
    else if (known.state().addresses.length === 0 && addresses.length > 0)
      known.setAddresses(addresses);
  }
}

async function start(network: Internals, signal: AbortSignal): Promise<readonly string[]> {
  signal.throwIfAborted();
  if (network.phase !== "new") throw new NetworkError("STOPPED", "a network starts only once");
  network.phase = "starting";
  const { options, limits } = network;
  const host = await createHost({
    nodeKeySeed: options.nodeKeySeed,
    listen: options.listen,
    limits,
    isAdmitted: (peer) => admit(network, peer),
    onInboundIdentity(peer) {
      if (nameOfPeerId(peer) !== network.ownName) return;
      const notice = {
        kind: "refused",
        peer: network.ownName,
        code: "DUPLICATE_IDENTITY",
      } as const;
      network.notices.post(notice);
    },
  });
  network.host = host;
  await register(network, host);
  await startHost(host, options.listen);
  if (signal.aborted || isStopped(network)) {
    await stop(network);
    await stopHost(host);
    signal.throwIfAborted();
    throw new NetworkError("STOPPED", "stopped while starting");
  }
  network.phase = "started";
  network.livenessTimer = setInterval(() => {
    for (const { peer } of network.entries.values()) peer.checkLiveness();
  }, limits.livenessIntervalMs);
  for (const { peer } of network.entries.values()) peer.start();
  return host.getMultiaddrs().map((address) => address.toString().replace(/\/p2p\/[^/]+$/, ""));
}

function isStopped(network: Internals): boolean {
  return network.phase === "stopped";
}

async function stop(network: Internals): Promise<void> {
  if (isStopped(network)) return;
  network.phase = "stopped";
  clearInterval(network.livenessTimer);
  for (const { peer } of network.entries.values()) peer.stop();
  if (network.host !== undefined) await stopHost(network.host);
}

/** Asked for every dial and every inbound connection whose key noise has proven. */
function admit(network: Internals, peer: PeerId): boolean {
  const name = nameOfPeerId(peer);
  if (name !== undefined && network.entries.has(name)) return true;
  const notice = { kind: "refused", peer: name ?? peer.toString(), code: "NOT_ADMITTED" } as const;
  network.notices.post(notice);
  return false;
}

function entryOf(network: Internals, connection: Connection): Entry | undefined {
  const name = nameOfPeerId(connection.remotePeer);
  return name === undefined ? undefined : network.entries.get(name);
}

async function register(network: Internals, host: Libp2p): Promise<void> {
  const { limits, options } = network;
  host.addEventListener("connection:open", ({ detail: connection }) => {
    const entry = entryOf(network, connection);
    if (entry === undefined) closeGracefully(connection);
    else entry.peer.onConnection(connection);
  });
  const handle = async (
    protocol: string,
    maxInboundStreams: number,
    serve: (entry: Entry, stream: Stream, connection: Connection) => void,
  ): Promise<void> => {
    await host.handle(
      protocol,
      (stream, connection) => {
        // The gate again, at the protocol: one mistake in libp2p must not admit a stranger.
        const entry = entryOf(network, connection);
        if (entry === undefined) abortStream(stream, new Error("not admitted"));
        else serve(entry, stream, connection);
      },
      { maxInboundStreams, maxOutboundStreams: maxInboundStreams },
    );
  };
  for (const channel of channels) {
    await handle(channelProtocols[channel], 1, ({ peer }, stream, connection) => {
      peer.onStream(channel, stream, connection);
    });
  }
  await handle(pingProtocol, 4, (_entry, stream) => finishStream(stream, limits.probeTimeoutMs));
  await handle(syncProtocol, limits.maxConcurrentRequests, ({ peer }, stream, connection) => {
    const link = peer.greetedLink(connection);
    if (link === undefined) {
      abortStream(stream, new Error("no Hello yet"));
      return;
    }
    const answer = (frame: Uint8Array, signal: AbortSignal): Promise<Uint8Array> =>
      options.handlers.onRequest(peer.name, frame, signal);
    // Failures reset the stream inside; only a broken invariant comes out, and ends the process.
    void serveRequest({ stream, link, limits, answer });
  });
}

/** Frames of one turn of the event loop leave together: libp2p's cost is per send. */
function planFlush(network: Internals): void {
  network.isFlushPlanned = true;
  setImmediate(() => {
    network.isFlushPlanned = false;
    for (const channel of channels) {
      for (const { peer } of network.entries.values()) peer.flush(channel);
    }
  });
}
