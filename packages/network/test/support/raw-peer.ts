// A peer on bare libp2p: shakes hands as it should and then misbehaves as the test likes.
import { encodeHello, type Hello } from "@cartorio/protocol";
import type { Connection, Libp2p, Stream } from "@libp2p/interface";
import { multiaddr } from "@multiformats/multiaddr";
import { encodeFrame } from "../../src/frame-decoder.ts";
import { createHost, stopHost } from "../../src/host.ts";
import { defaultNetworkLimits } from "../../src/limits.ts";
import type { Channel } from "../../src/ports.ts";
import { channelProtocols, channels } from "../../src/protocols.ts";
import { helloOf, loopback, seedOf, type TestNode, until } from "./cluster.ts";

export interface RawPeer {
  readonly host: Libp2p;
  /** Streams the other side opened to us. */
  readonly inbound: Map<Channel, Stream>;
  /** What our own Hello takes on the wire, as that of every test node does. */
  readonly helloBytes: number;
  /** Bytes that came on each, the Hello included. */
  readonly heardBytes: Map<Channel, number>;
  dial(target: TestNode): Promise<Connection>;
  /** Opens both channels with a Hello each. */
  greet(connection: Connection): Promise<Map<Channel, Stream>>;
  stop(): Promise<void>;
}

export interface RawPeerOptions {
  readonly index: number;
  readonly hello?: Hello;
  /** This channel is never read behind the Hello. */
  readonly deafOn?: Channel;
}

export async function startRawPeer(options: RawPeerOptions): Promise<RawPeer> {
  const hello = encodeFrame(encodeHello(options.hello ?? helloOf()));
  const host = await createHost({
    nodeKeySeed: seedOf(options.index),
    listen: [loopback],
    limits: defaultNetworkLimits,
    isAdmitted: () => true,
    onInboundIdentity: () => {},
  });
  const inbound = new Map<Channel, Stream>();
  const heardBytes = new Map<Channel, number>();
  for (const channel of channels) {
    await host.handle(channelProtocols[channel], (stream) => {
      inbound.set(channel, stream);
      stream.addEventListener("message", (event) => {
        const heard = heardBytes.get(channel) ?? 0;
        heardBytes.set(channel, heard + event.data.byteLength);
        if (heard > 0) return;
        stream.send(hello);
        if (options.deafOn === channel) stream.pause();
      });
    });
  }
  await host.start();
  return {
    host,
    helloBytes: hello.byteLength,
    inbound,
    heardBytes,
    dial: async (target) => await host.dial(target.addresses.map((address) => multiaddr(address))),
    async greet(connection) {
      const streams = new Map<Channel, Stream>();
      for (const channel of channels) {
        const stream = await connection.newStream(channelProtocols[channel]);
        stream.send(hello);
        streams.set(channel, stream);
      }
      return streams;
    },
    stop: () => stopHost(host),
  };
}

/** A raw peer that the node takes for a good one. */
export async function joinRawPeer(
  target: TestNode,
  options: RawPeerOptions,
): Promise<{ peer: RawPeer; streams: Map<Channel, Stream>; connection: Connection }> {
  const peer = await startRawPeer(options);
  const connection = await peer.dial(target);
  const streams = await peer.greet(connection);
  await until("the raw peer is connected", () =>
    target.connections.some(({ sign }) => sign === "+"),
  );
  return { peer, streams, connection };
}
