// What the node does with frames of its peers.
import { verifyMessage } from "@cartorio/consensus";
import { verifyEd25519 } from "@cartorio/crypto/node";
import type { NetworkHandlers, PeerName } from "@cartorio/network";
import { decodeConsensusMessage, decodeTransactionGossip, limits } from "@cartorio/protocol";
import { answerSyncRequest } from "./block-server.ts";
import type { NodeParts } from "./node-parts.ts";
import { validatorPeers } from "./peer-names.ts";

/** `parts` is a function because the network is itself one of the parts. */
export function createNetworkHandlers(parts: () => NodeParts): NetworkHandlers {
  const refused = new Map<PeerName, number>();
  const falseFrame = (peer: PeerName, what: string): void => {
    const count = (refused.get(peer) ?? 0) + 1;
    refused.set(peer, count);
    // Named at 1, 2, 4, 8, ...: a peer must not fill the log.
    if ((count & (count - 1)) === 0)
      parts().options.logger.warn({ peer, what, count }, "peer sent something false");
  };
  return {
    onFrame: (channel, peer, frame) => {
      if (parts().running.stopped) return;
      if (channel === "consensus") consensusFrame(parts(), { peer, frame }, falseFrame);
      else transactionsFrame(parts(), { peer, frame }, falseFrame);
    },
    onRequest: (peer, frame) => {
      try {
        const answer = answerSyncRequest(parts(), frame);
        if (answer !== undefined) return Promise.resolve(answer);
      } catch (error) {
        // Nothing in a request makes reading fail: the disk does.
        parts().options.onFatal(error);
        return Promise.reject(error);
      }
      falseFrame(peer, "sync request");
      return Promise.reject(new Error("malformed sync request"));
    },
    onConnected: (peer, hello) => {
      parts().options.logger.info({ peer, certifiedHeight: hello.certifiedHeight }, "connected");
      // A claim is worth one answer; what the answer proves leads further.
      const head = parts().store.head()?.height ?? 0;
      parts().catchUp.want(Math.min(hello.certifiedHeight, head + limits.maxSyncBlocks));
      parts().gossip.connected(peer);
    },
    onDisconnected: (peer) => parts().options.logger.info({ peer }, "disconnected"),
    onNotice: (notice) => parts().options.logger.warn({ notice }, "network"),
  };
}

interface PeerFrame {
  readonly peer: PeerName;
  readonly frame: Uint8Array;
}
type OnFalse = (peer: PeerName, what: string) => void;

function consensusFrame(parts: NodeParts, { peer, frame }: PeerFrame, onFalse: OnFalse): void {
  const { driver } = parts.running;
  if (driver === undefined || driver.overloaded()) return; // Status brings again what was dropped
  const from = validatorPeers(parts.validators).indexOf(peer);
  const decoded = decodeConsensusMessage(frame);
  if (!decoded.ok || from === -1) {
    onFalse(peer, "consensus frame");
    return;
  }
  const message = verifyMessage(decoded.value, {
    chainId: parts.options.genesis.chainId,
    validators: parts.validators,
    verify: verifyEd25519,
  });
  if (message === undefined) {
    onFalse(peer, `${decoded.value.kind} with a false signature`);
    return;
  }
  driver.post({ kind: "message", message, from });
}

function transactionsFrame(parts: NodeParts, { peer, frame }: PeerFrame, onFalse: OnFalse): void {
  const decoded = decodeTransactionGossip(frame);
  if (!decoded.ok) {
    onFalse(peer, "transactions frame");
    return;
  }
  for (const envelope of decoded.value.envelopes)
    parts.intake.admit(envelope, false).then((result) => {
      if (!result.ok && result.code === "SIGNATURE_INVALID") onFalse(peer, "transaction");
    }, parts.options.onFatal);
}
