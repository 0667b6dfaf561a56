// libp2p with our settings. Each differs from the default for a reason that was measured.
import { noise } from "@chainsafe/libp2p-noise";
import { generateKeyPairFromSeed } from "@libp2p/crypto/keys";
import type { Libp2p, PeerId } from "@libp2p/interface";
import { tcp } from "@libp2p/tcp";
import { yamux } from "@libp2p/yamux";
import { createLibp2p } from "libp2p";
import { wrapEncrypter } from "./encrypter.ts";
import { NetworkError, toError } from "./errors.ts";
import { maxWriteBufferBytes } from "./limits.ts";
import type { NetworkLimits } from "./ports.ts";

/**
 * A stream that is held back must not overflow its read buffer (4 MiB), which would abort it: the
 * window is the most a peer can have under way. At 100 ms of delay it still carries 10 MB/s.
 */
const streamWindowBytes = 1024 * 1024;
const streamReadBufferBytes = 4 * 1024 * 1024;
/** Channels, pings and streams that are still closing, beside the requests. */
const spareStreams = 8;

export interface HostOptions {
  readonly nodeKeySeed: Uint8Array;
  readonly listen: readonly string[];
  readonly limits: NetworkLimits;
  readonly isAdmitted: (peer: PeerId) => boolean;
  /** Every inbound identity proven by noise, before admission. */
  readonly onInboundIdentity: (peer: PeerId) => void;
}

export async function createHost(options: HostOptions): Promise<Libp2p> {
  const { limits, isAdmitted } = options;
  return createLibp2p({
    start: false,
    privateKey: await generateKeyPairFromSeed("Ed25519", options.nodeKeySeed),
    addresses: { listen: [...options.listen] },
    transports: [tcp()],
    connectionEncrypters: [
      (components) => wrapEncrypter(noise()(components), options.onInboundIdentity),
    ],
    streamMuxers: [
      yamux({
        maxInboundStreams: 2 * limits.maxConcurrentRequests + spareStreams,
        maxOutboundStreams: 2 * limits.maxConcurrentRequests + spareStreams,
        streamOptions: {
          maxStreamWindowSize: streamWindowBytes,
          maxReadBufferLength: streamReadBufferBytes,
          maxWriteBufferLength: maxWriteBufferBytes(limits),
        },
      }),
    ],
    connectionGater: {
      denyDialPeer: (peer) => !isAdmitted(peer),
      denyInboundEncryptedConnection: (peer) => !isAdmitted(peer),
    },
    // The default of 5 per second and host refuses clusters on one machine.
    connectionManager: {
      inboundConnectionThreshold: 256,
      maxIncomingPendingConnections: 64,
      dialTimeout: limits.dialTimeoutMs,
      addressDialTimeout: limits.dialTimeoutMs,
      inboundUpgradeTimeout: limits.handshakeTimeoutMs,
      reconnectRetries: 0,
    },
    // It opens a stream per connection and interval whether or not the peer is talking, and cuts off
    // a validator that is busy; liveness is checked in peer.ts instead.
    connectionMonitor: { enabled: false },
  });
}

/**
 * @throws NetworkError PORT_IN_USE or LISTEN_FAILED; nothing is left open then.
 */
export async function startHost(host: Libp2p, listen: readonly string[]): Promise<void> {
  try {
    await host.start();
  } catch (error) {
    await stopHost(host);
    // libp2p keeps no cause, only the text of every failed address.
    const { message } = toError(error);
    const where = listen.join(", ");
    if (message.includes("EADDRINUSE")) {
      throw new NetworkError("PORT_IN_USE", `already in use: ${where}`, { cause: error });
    }
    throw new NetworkError("LISTEN_FAILED", `cannot listen on ${where}`, { cause: error });
  }
}

const stopTimeoutMs = 1_800;

/** Resolves within 2 s: what is not closed by then is left to the end of the process. */
export async function stopHost(host: Libp2p): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, stopTimeoutMs);
  await Promise.race([
    Promise.resolve(host.stop()).catch(() => {
      for (const connection of host.getConnections()) connection.abort(new Error("stopped"));
    }),
    promise,
  ]);
  clearTimeout(timer);
}
