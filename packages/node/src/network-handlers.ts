// What the node does with frames of its peers.
import { verifyEd25519 } from "@cartorio/crypto/node";
import { validatorSetOfEpoch } from "@cartorio/ledger";
import type { NetworkHandlers, PeerName } from "@cartorio/network";
import { decodeTransactionGossip, encodeConsensusMessage, limits } from "@cartorio/protocol";
import { answerSyncRequest, type OwnVotesRequest } from "./block-server.ts";
import { createConsensusIntake } from "./consensus-intake.ts";
import type { NodeParts } from "./node-parts.ts";
import { answerOwnVotes } from "./own-votes.ts";
import { createPeerTrust } from "./peer-trust.ts";

/** `parts` is a function because the network is itself one of the parts. */
export function createNetworkHandlers(parts: () => NodeParts): NetworkHandlers {
  const trust = createPeerTrust(() => performance.now());
  const falseFrame = (peer: PeerName, what: string): void => {
    const count = trust.falseFrame(peer);
    // Named at 1, 2, 4, 8, ...: a peer must not fill the log.
    if ((count & (count - 1)) === 0)
      parts().options.logger.warn({ peer, what, count }, "peer sent something false");
  };
  let intake: ReturnType<typeof createConsensusIntake> | undefined;
  const consensusFrame = (peer: PeerName, frame: Uint8Array): void => {
    const { options, running } = parts();
    intake ??= createConsensusIntake({
      ...{ chainId: options.genesis.chainId, verify: verifyEd25519, trust },
      session: () => running.session,
      onFalse: falseFrame,
      onBehind: (from, epoch) => leadOn(parts(), from, epoch),
    });
    intake(peer, frame);
  };
  return {
    onFrame: (channel, peer, frame) => {
      if (parts().running.stopped) return;
      if (channel === "consensus") consensusFrame(peer, frame);
      else transactionsFrame(parts(), { peer, frame }, falseFrame);
    },
    onRequest: (peer, frame) => {
      try {
        const ownVotes = (request: OwnVotesRequest): readonly Uint8Array[] =>
          answerOwnVotes(parts(), request);
        const answer = answerSyncRequest({ ...parts(), ownVotes }, frame);
        if (answer !== undefined) return Promise.resolve(answer);
      } catch (error) {
        // Nothing in a request makes reading fail: the disk does, or this node stops and has closed it.
        if (!parts().running.stopped) parts().options.onFatal(error);
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

/**
 * A validator of an older set that the new one goes without gets what ended its epoch
 * (docs/consensus.md 8); it asks a few times a second at most.
 */
function leadOn({ store, ledger, network }: NodeParts, peer: PeerName, epoch: number): void {
  const next = validatorSetOfEpoch(ledger, epoch + 1);
  const value = next && store.certificate(next.activationHeight - 1);
  if (value === undefined) return;
  network.send("consensus", peer, encodeConsensusMessage({ kind: "certificate", value }));
}

interface PeerFrame {
  readonly peer: PeerName;
  readonly frame: Uint8Array;
}
type OnFalse = (peer: PeerName, what: string) => void;

function transactionsFrame(parts: NodeParts, { peer, frame }: PeerFrame, onFalse: OnFalse): void {
  const decoded = decodeTransactionGossip(frame);
  if (!decoded.ok) {
    onFalse(peer, "transactions frame");
    return;
  }
  for (const envelope of decoded.value.envelopes)
    parts.intake.admit(envelope, false).then(
      (result) => {
        if (!result.ok && result.code === "SIGNATURE_INVALID") onFalse(peer, "transaction");
      },
      (error) => {
        if (!parts.running.stopped) parts.options.onFatal(error);
      },
    );
}
