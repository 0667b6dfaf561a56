// Node keys, their hex names and libp2p's peer ids are three spellings of one identity.
import { hexEncode } from "@cartorio/crypto";
import { publicKeyFromRaw } from "@libp2p/crypto/keys";
import type { PeerId } from "@libp2p/interface";
import { peerIdFromPublicKey } from "@libp2p/peer-id";
import type { PeerName } from "./ports.ts";

const nodeKeyBytes = 32;

/** @throws RangeError when the key has not exactly 32 bytes: a programming error. */
export function peerNameOf(nodeKey: Uint8Array): PeerName {
  if (nodeKey.byteLength !== nodeKeyBytes) {
    throw new RangeError(`a node key has ${nodeKeyBytes} bytes, not ${nodeKey.byteLength}`);
  }
  return hexEncode(nodeKey);
}

export function peerIdOf(nodeKey: Uint8Array): PeerId {
  return peerIdFromPublicKey(publicKeyFromRaw(nodeKey));
}

/** Undefined for keys of other kinds: those never name a peer. */
export function nameOfPeerId(peer: PeerId): PeerName | undefined {
  const raw = peer.publicKey?.raw;
  return peer.type === "Ed25519" && raw !== undefined ? hexEncode(raw) : undefined;
}
