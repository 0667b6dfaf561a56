import type { PeerName } from "@cartorio/network";
import type { ValidatorSet } from "@cartorio/protocol";

/** Hex of a node key: how the network names a peer. */
export function peerName(nodeKey: Uint8Array): PeerName {
  return Buffer.from(nodeKey.buffer, nodeKey.byteOffset, nodeKey.byteLength).toString("hex");
}

/** Peer names of the validators, by index. */
export function validatorPeers(set: ValidatorSet): readonly PeerName[] {
  return set.validators.map((validator) => peerName(validator.nodeKey));
}
