// One connection with a peer: Hello on four one-way streams, then frames until anything closes.
import { encodeHello, type Hello, limits as protocolLimits } from "@cartorio/protocol";
import type { Connection, Stream } from "@libp2p/interface";
import { abortConnection, abortStream, closeGracefully } from "./connections.ts";
import { toError } from "./errors.ts";
import { encodeFrame } from "./frame-decoder.ts";
import { judgeHello } from "./hello.ts";
import { maxFrameBytes } from "./limits.ts";
import type { Channel, NetworkLimits } from "./ports.ts";
import { channelProtocols, channels } from "./protocols.ts";
import { createReceiver, type Receiver } from "./receiver.ts";
import { createSendQueue, type SendQueue, trySend } from "./send-queue.ts";

export type RefusalCode = "WRONG_CHAIN" | "PROTOCOL_VERSION" | "MALFORMED" | "FRAME_TOO_LARGE";

export interface LinkEvents {
  /** The first acceptable Hello of the peer; the link may still be waiting for `activate`. */
  onHello(link: Link): void;
  /** All four streams are accepted; frames follow. */
  onReady(link: Link): void;
  /** False closes the link. */
  onFrame(channel: Channel, frame: Uint8Array): boolean;
  onRefused(code: RefusalCode): void;
  /** Once, whoever closed. */
  onClosed(link: Link, reason: string): void;
}

export interface LinkOptions {
  readonly connection: Connection;
  readonly limits: NetworkLimits;
  readonly hello: () => Hello;
  readonly events: LinkEvents;
}

export interface Link {
  readonly connection: Connection;
  /** Newest Hello of the peer on this connection. */
  hello(): Hello | undefined;
  isActive(): boolean;
  isReady(): boolean;
  isClosed(): boolean;
  /** Until then the peer's Hello is read but not answered, and no stream is opened to it. */
  activate(): void;
  acceptStream(channel: Channel, stream: Stream): void;
  /** False: not ready, or the queue is full. */
  send(channel: Channel, frame: Uint8Array): boolean;
  flush(channel: Channel): void;
  queuedBytes(): number;
  /** True when bytes arrived since the last call. */
  wasHeard(): boolean;
  noteHeard(): void;
  /** Aborts once the link is closed. */
  readonly signal: AbortSignal;
  close(reason: string, manner: "gracefully" | "abruptly"): void;
}

interface InboundChannel {
  readonly stream: Stream;
  readonly receiver: Receiver;
  isGreeted: boolean;
  isAnswered: boolean;
}

interface LinkState extends LinkOptions {
  readonly inbound: Map<Channel, InboundChannel>;
  readonly outbound: Map<Channel, SendQueue>;
  readonly closing: AbortController;
  peerHello: Hello | undefined;
  isActive: boolean;
  isReady: boolean;
  heard: boolean;
  deadline: NodeJS.Timeout | undefined;
}

export function createLink(options: LinkOptions): Link {
  const state: LinkState = {
    ...options,
    inbound: new Map(),
    outbound: new Map(),
    closing: new AbortController(),
    peerHello: undefined,
    isActive: false,
    isReady: false,
    heard: false,
    deadline: undefined,
  };
  const { connection, limits } = options;
  const link: Link = {
    connection,
    signal: state.closing.signal,
    hello: () => state.peerHello,
    isActive: () => state.isActive,
    isReady: () => state.isReady && !state.closing.signal.aborted,
    isClosed: () => state.closing.signal.aborted,
    activate() {
      if (state.isActive || link.isClosed()) return;
      state.isActive = true;
      for (const channel of channels) {
        answerHello(state, channel);
        openChannel(state, link, channel).catch((error: unknown) => {
          link.close(`cannot open ${channel}: ${toError(error).message}`, "abruptly");
        });
      }
      becomeReady(state, link);
    },
    acceptStream: (channel, stream) => acceptChannel(state, link, { channel, stream }),
    send: (channel, frame) => link.isReady() && (state.outbound.get(channel)?.push(frame) ?? false),
    flush: (channel) => state.outbound.get(channel)?.flush(),
    queuedBytes() {
      let bytes = 0;
      for (const queue of state.outbound.values()) bytes += queue.queuedBytes();
      return bytes;
    },
    wasHeard() {
      const { heard } = state;
      state.heard = false;
      return heard;
    },
    noteHeard() {
      state.heard = true;
    },
    close(reason, manner) {
      if (link.isClosed()) return;
      clearTimeout(state.deadline);
      state.closing.abort(new Error(reason));
      if (manner === "gracefully") closeGracefully(connection);
      else abortConnection(connection, new Error(reason));
      state.events.onClosed(link, reason);
    },
  };
  state.deadline = setTimeout(() => {
    if (!state.isReady) link.close("the handshake timed out", "abruptly");
  }, limits.handshakeTimeoutMs);
  connection.addEventListener("close", (event) => {
    link.close(event.error?.message ?? "the peer closed the connection", "abruptly");
  });
  return link;
}

/** Our direction: the Hello goes first, frames only after the peer's Hello came back. */
async function openChannel(state: LinkState, link: Link, channel: Channel): Promise<void> {
  const stream = await state.connection.newStream(channelProtocols[channel], {
    signal: AbortSignal.any([link.signal, AbortSignal.timeout(state.limits.handshakeTimeoutMs)]),
  });
  if (link.isClosed()) {
    abortStream(stream, new Error("the link is closed"));
    return;
  }
  closeLinkWith(link, stream, channel);
  createReceiver(stream, protocolLimits.maxHelloBytes, {
    onHeard: link.noteHeard,
    onRefused: (code) => refuse(state, link, code),
    onFrame(frame) {
      if (link.isClosed()) return;
      // One way: after its Hello the peer has nothing to say on our stream.
      if (state.outbound.has(channel)) {
        refuse(state, link, "MALFORMED");
        return;
      }
      if (!greet(state, link, frame)) return;
      state.outbound.set(channel, createSendQueue(stream, state.limits.maxQueuedBytes));
      becomeReady(state, link);
    },
  });
  sendHello(state, stream);
}

interface AcceptedStream {
  readonly channel: Channel;
  readonly stream: Stream;
}

/** The peer's direction. */
function acceptChannel(state: LinkState, link: Link, accepted: AcceptedStream): void {
  const { channel, stream } = accepted;
  if (link.isClosed() || state.inbound.has(channel)) {
    abortStream(stream, new Error("one stream per direction and channel"));
    return;
  }
  closeLinkWith(link, stream, channel);
  const receiver = createReceiver(stream, protocolLimits.maxHelloBytes, {
    onHeard: link.noteHeard,
    onRefused: (code) => refuse(state, link, code),
    onFrame(frame) {
      if (link.isClosed()) return;
      if (!inbound.isGreeted) {
        hearHello(frame);
        return;
      }
      if (!state.events.onFrame(channel, frame)) refuse(state, link, "MALFORMED");
    },
  });
  const inbound: InboundChannel = { stream, receiver, isGreeted: false, isAnswered: false };
  state.inbound.set(channel, inbound);

  const hearHello = (frame: Uint8Array): void => {
    // Frames wait until the link is ready, so that nobody hears from a peer before `onConnected`.
    receiver.hold();
    const isFirst = state.peerHello === undefined;
    if (!greet(state, link, frame)) return;
    inbound.isGreeted = true;
    if (isFirst) state.events.onHello(link);
    if (!state.isActive || link.isClosed()) return;
    answerHello(state, channel);
    becomeReady(state, link);
  };
}

function greet(state: LinkState, link: Link, frame: Uint8Array): boolean {
  const verdict = judgeHello(frame, state.hello());
  if (!verdict.ok) {
    // Ours goes back all the same: both operators should learn what differs.
    for (const inbound of state.inbound.values()) {
      if (!inbound.isAnswered) sendHello(state, inbound.stream);
    }
    refuse(state, link, verdict.code);
    return false;
  }
  state.peerHello = verdict.hello;
  return true;
}

function answerHello(state: LinkState, channel: Channel): void {
  const inbound = state.inbound.get(channel);
  if (inbound === undefined || !inbound.isGreeted || inbound.isAnswered) return;
  inbound.isAnswered = true;
  sendHello(state, inbound.stream);
}

function sendHello(state: LinkState, stream: Stream): void {
  trySend(stream, encodeFrame(encodeHello(state.hello())));
}

function becomeReady(state: LinkState, link: Link): void {
  if (state.isReady || link.isClosed()) return;
  for (const channel of channels) {
    if (!state.outbound.has(channel) || state.inbound.get(channel)?.isAnswered !== true) return;
  }
  state.isReady = true;
  clearTimeout(state.deadline);
  state.events.onReady(link);
  for (const channel of channels) {
    if (link.isClosed()) return;
    state.inbound.get(channel)?.receiver.release(maxFrameBytes(state.limits, channel));
  }
}

/** Closes gracefully, so that our Hello arrives and the other operator learns the reason too. */
function refuse(state: LinkState, link: Link, code: RefusalCode): void {
  if (link.isClosed()) return;
  state.events.onRefused(code);
  link.close(`refused: ${code}`, "gracefully");
}

function closeLinkWith(link: Link, stream: Stream, channel: Channel): void {
  const close = (): void => link.close(`the ${channel} stream was closed`, "abruptly");
  stream.addEventListener("close", close);
  stream.addEventListener("remoteCloseWrite", close);
}
