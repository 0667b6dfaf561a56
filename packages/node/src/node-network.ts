// The network of a node: who it admits at the start, and what it says of itself.
import { randomBytes } from "node:crypto";
import { ed25519PublicKey } from "@cartorio/crypto";
import { createNetwork, type Network, type NetworkOptions } from "@cartorio/network";
import type { Hello } from "@cartorio/protocol";
import { admittedPeers } from "./admitted-peers.ts";
import type { ChainState } from "./chain-state.ts";
import { createNetworkHandlers } from "./network-handlers.ts";
import { NodeError } from "./node-error.ts";
import type { NodeOptions } from "./node-options.ts";
import type { NodeParts } from "./node-parts.ts";
import { peerName } from "./peer-names.ts";

export function createNodeNetwork(
  options: NodeOptions,
  { store, ledger }: ChainState,
  parts: () => NodeParts,
): Network {
  const { genesis, chainId } = options.genesis;
  const instance = Uint8Array.from(randomBytes(16));
  const own = peerName(ed25519PublicKey(options.nodeKeySeed));
  const known = admittedPeers({ options, ledger, store });
  // A validator key may be on its way into the set: peers admit its node once they executed the change.
  if (options.voteSigner === undefined && !known.some(({ name }) => name === own))
    throw new NodeError(
      "CONFIG_INVALID",
      "neither the genesis nor the newest validator set lists this node's key: no peer would admit " +
        "it. Check keys/node.key, or ask the members to add it.",
    );
  const networkOptions: NetworkOptions = {
    nodeKeySeed: options.nodeKeySeed,
    listen: options.listen,
    peers: known.filter(({ name }) => name !== own),
    hello: (): Hello => ({
      chainId,
      // How nodes talk: an upgrade at some height must not keep those away that still are below it.
      protocolVersion: genesis.parameters.protocolVersion,
      certifiedHeight: store.latestCertificate()?.height ?? 0,
      executedHeight: store.head()?.height ?? 0,
      instance,
    }),
    handlers: createNetworkHandlers(parts),
  };
  const { network } = options.testPorts ?? {};
  return network?.(networkOptions, createNetwork) ?? createNetwork(networkOptions);
}
