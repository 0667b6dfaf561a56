// One configured peer: dials it until it is connected, and keeps exactly one of several connections.
//
// Rules, the same on both sides, with "lower" by node key:
// 1. A ready link that answers a probe wins over every newcomer. A newcomer with another `instance`
//    is then a second process with the same key: DUPLICATE_IDENTITY.
// 2. Among links that are not ready, the dial of the lower side wins; of the same dialler the newest.
//    The lower side therefore leaves an inbound link unanswered while its own dial is under way.
// 3. Nobody dials while a link is there.
import { equalBytes } from "@cartorio/crypto";
import type { Hello } from "@cartorio/protocol";
import type { Connection, Stream } from "@libp2p/interface";
import { backoffMs } from "./backoff.ts";
import { answersPing, closeGracefully } from "./connections.ts";
import { toError } from "./errors.ts";
import { createLink, type Link, type LinkEvents } from "./link.ts";
import type { NoticeBoard } from "./notices.ts";
import type { Channel, NetworkHandlers, NetworkLimits, PeerName, PeerState } from "./ports.ts";

/** Dials that fail before the operator hears of it, and then so many between two notices. */
const attemptsBeforeNotice = 5;
const attemptsBetweenNotices = 20;

export interface PeerOptions {
  readonly name: PeerName;
  readonly ownName: PeerName;
  readonly addresses: readonly string[];
  readonly limits: NetworkLimits;
  readonly hello: () => Hello;
  readonly handlers: NetworkHandlers;
  readonly notices: NoticeBoard;
  /** Resolves after the connection was handed to `onConnection`. */
  readonly dial: (addresses: readonly string[], signal: AbortSignal) => Promise<Connection>;
  readonly random: () => number;
  readonly nowMs: () => number;
}

export interface Peer {
  readonly name: PeerName;
  start(): void;
  stop(): void;
  onConnection(connection: Connection): void;
  onStream(channel: Channel, stream: Stream, connection: Connection): void;
  setAddresses(addresses: readonly string[]): void;
  send(channel: Channel, frame: Uint8Array): boolean;
  flush(channel: Channel): void;
  /** The ready link, if there is one. */
  link(): Link | undefined;
  /** The link of the connection, if the peer has introduced itself there. */
  greetedLink(connection: Connection): Link | undefined;
  checkLiveness(): void;
  state(): PeerState;
}

interface PeerInternals extends PeerOptions {
  currentAddresses: readonly string[];
  readonly links: Set<Link>;
  current: Link | undefined;
  currentSinceMs: number;
  dialling: AbortController | undefined;
  timer: NodeJS.Timeout | undefined;
  attempts: number;
  silentIntervals: number;
  /** Frames since the start, over all channels. */
  dropped: number;
  /** The previous frame was dropped too, and the operator knows. */
  isDropping: boolean;
  isRunning: boolean;
}

export function createPeer(options: PeerOptions): Peer {
  const peer: PeerInternals = {
    ...options,
    currentAddresses: options.addresses,
    links: new Set(),
    current: undefined,
    currentSinceMs: 0,
    dialling: undefined,
    timer: undefined,
    attempts: 0,
    silentIntervals: 0,
    dropped: 0,
    isDropping: false,
    isRunning: false,
  };
  return {
    name: options.name,
    start() {
      peer.isRunning = true;
      settle(peer);
    },
    stop() {
      peer.isRunning = false;
      clearTimeout(peer.timer);
      peer.dialling?.abort(new Error("the network stops"));
      for (const link of [...peer.links]) link.close("the network stops", "gracefully");
    },
    onConnection: (connection) => onConnection(peer, connection),
    onStream: (channel, stream, connection) =>
      findLink(peer, connection)?.acceptStream(channel, stream),
    setAddresses(addresses) {
      peer.currentAddresses = addresses;
      clearTimeout(peer.timer);
      peer.timer = undefined;
      peer.attempts = 0;
      settle(peer);
    },
    send: (channel, frame) => send(peer, channel, frame),
    flush: (channel) => peer.current?.flush(channel),
    link: () => peer.current,
    greetedLink: (connection) => {
      const link = findLink(peer, connection);
      return link?.isActive() && link.hello() !== undefined ? link : undefined;
    },
    checkLiveness: () => checkLiveness(peer),
    state: () => ({
      peer: peer.name,
      connected: peer.current !== undefined,
      hello: peer.current?.hello(),
      queuedBytes: peer.current?.queuedBytes() ?? 0,
      addresses: peer.currentAddresses,
    }),
  };
}

function send(peer: PeerInternals, channel: Channel, frame: Uint8Array): boolean {
  const link = peer.current;
  if (link === undefined) return false;
  if (link.send(channel, frame)) {
    peer.isDropping = false;
    return true;
  }
  if (!link.isReady()) return false;
  peer.dropped += 1;
  if (!peer.isDropping) {
    peer.isDropping = true;
    peer.notices.post({ kind: "queueFull", peer: peer.name, channel, dropped: peer.dropped });
  }
  return false;
}

function findLink(peer: PeerInternals, connection: Connection): Link | undefined {
  for (const link of peer.links) if (link.connection.id === connection.id) return link;
  return undefined;
}

function onConnection(peer: PeerInternals, connection: Connection): void {
  if (!peer.isRunning) {
    closeGracefully(connection);
    return;
  }
  const others = [...peer.links];
  const { limits, hello } = peer;
  const link = createLink({ connection, limits, hello, events: linkEvents(peer) });
  peer.links.add(link);
  const isOurs = connection.direction === "outbound";
  if (peer.current !== undefined) {
    // Rule 1. An inbound newcomer stays silent until its Hello tells what it is.
    if (isOurs) link.close("already connected", "gracefully");
    return;
  }
  const oursWins = peer.ownName < peer.name;
  const hasOther = (direction: string): boolean =>
    others.some((other) => other.connection.direction === direction);
  if (isOurs ? !oursWins && hasOther("inbound") : oursWins && hasOther("outbound")) {
    link.close("the other dial wins", "gracefully");
    return;
  }
  if (!isOurs && oursWins && peer.dialling !== undefined) return;
  for (const other of others) other.close("a better connection came", "gracefully");
  if (!isOurs) peer.dialling?.abort(new Error("the peer dialled us"));
  link.activate();
}

function linkEvents(peer: PeerInternals): LinkEvents {
  return {
    onHello(link) {
      if (peer.current !== undefined && peer.current !== link) challenge(peer, link);
    },
    onReady(link) {
      peer.current = link;
      peer.currentSinceMs = peer.nowMs();
      peer.silentIntervals = 0;
      clearTimeout(peer.timer);
      peer.timer = undefined;
      peer.dialling?.abort(new Error("the peer is connected"));
      const hello = link.hello();
      if (hello !== undefined) peer.handlers.onConnected(peer.name, hello);
      for (const other of [...peer.links]) {
        if (other !== link && other.hello() !== undefined) challenge(peer, other);
      }
    },
    onFrame: (channel, frame) => deliver(peer, channel, frame),
    onRefused: (code) => peer.notices.post({ kind: "refused", peer: peer.name, code }),
    onClosed(link, reason) {
      peer.links.delete(link);
      if (link === peer.current) {
        peer.current = undefined;
        // A link that breaks at once counts as a failed attempt, or both sides would spin.
        const lastedMs = peer.nowMs() - peer.currentSinceMs;
        if (lastedMs >= peer.limits.maxBackoffMs) peer.attempts = 0;
        if (peer.isRunning) peer.handlers.onDisconnected(peer.name);
      } else {
        reportUnreachable(peer, reason);
      }
      settle(peer);
    },
  };
}

/** Rule 1: the newcomer stays only when the ready link is dead. */
function challenge(peer: PeerInternals, newcomer: Link): void {
  const { current } = peer;
  if (current === undefined) return;
  const decide = (isAlive: boolean): void => {
    if (newcomer.isClosed() || newcomer === peer.current) return;
    if (current !== peer.current) {
      challenge(peer, newcomer);
      return;
    }
    if (!isAlive) {
      // Its end makes `settle` choose the newcomer.
      current.close("no answer, and the peer connected again", "abruptly");
      return;
    }
    const known = current.hello();
    const claimed = newcomer.hello();
    if (known && claimed && !equalBytes(known.instance, claimed.instance)) {
      peer.notices.post({ kind: "refused", peer: peer.name, code: "DUPLICATE_IDENTITY" });
    }
    newcomer.close("already connected", "gracefully");
  };
  answersPing(current.connection, peer.limits.probeTimeoutMs).then(decide, () => decide(false));
}

/** After every change: use what is there, else dial. */
function settle(peer: PeerInternals): void {
  if (!peer.isRunning || peer.current !== undefined || peer.dialling !== undefined) return;
  const links = [...peer.links];
  if (links.some((link) => link.isActive())) return;
  const newest = links.at(-1);
  if (newest !== undefined) {
    newest.activate();
    return;
  }
  if (peer.timer !== undefined || peer.currentAddresses.length === 0) return;
  const delayMs = backoffMs(peer.attempts, peer.limits, peer.random());
  peer.timer = setTimeout(() => {
    peer.timer = undefined;
    dial(peer);
  }, delayMs);
}

function dial(peer: PeerInternals): void {
  if (!peer.isRunning || peer.links.size > 0) return;
  const abort = new AbortController();
  peer.dialling = abort;
  peer.attempts += 1;
  const signal = AbortSignal.any([abort.signal, AbortSignal.timeout(peer.limits.dialTimeoutMs)]);
  const finish = (reason: string | undefined): void => {
    peer.dialling = undefined;
    if (reason !== undefined && !abort.signal.aborted) reportUnreachable(peer, reason);
    settle(peer);
  };
  peer.dial(peer.currentAddresses, signal).then(
    () => finish(undefined),
    (error: unknown) => finish(toError(error).message),
  );
}

function reportUnreachable(peer: PeerInternals, reason: string): void {
  if (!peer.isRunning || peer.current !== undefined) return;
  const { attempts, name } = peer;
  if (attempts % attemptsBetweenNotices !== attemptsBeforeNotice) return;
  peer.notices.post({ kind: "unreachable", peer: name, attempts, reason });
}

function deliver(peer: PeerInternals, channel: Channel, frame: Uint8Array): boolean {
  try {
    const verdict: unknown = peer.handlers.onFrame(channel, peer.name, frame);
    return verdict !== false;
  } catch (error) {
    // A broken invariant stops the process; it is not the fault of the peer.
    if (toError(error).message.startsWith("INV-")) throw error;
    return false;
  }
}

function checkLiveness(peer: PeerInternals): void {
  const link = peer.current;
  if (link === undefined) return;
  if (link.wasHeard()) {
    peer.silentIntervals = 0;
    return;
  }
  peer.silentIntervals += 1;
  if (peer.silentIntervals >= peer.limits.maxSilentIntervals) {
    link.close("the peer is silent", "abruptly");
    return;
  }
  answersPing(link.connection, peer.limits.livenessIntervalMs).then(
    (isAlive) => isAlive && link.noteHeard(),
    () => {},
  );
}
