// Who may connect (docs/decisions/admission-by-set.md): observers of the genesis, peers that this
// node's own settings name, and validators of the epoch before, of this one and of the pending one.
import { validatorSetOfEpoch } from "@cartorio/ledger";
import type { PeerAddress, PeerName } from "@cartorio/network";
import { type ChainState, votingSet } from "./chain-state.ts";
import type { NodeOptions } from "./node-options.ts";
import { peerName } from "./peer-names.ts";

export interface AdmittedPeer extends PeerAddress {
  readonly name: PeerName;
}

export function admittedPeers({
  options,
  ledger,
  store,
}: ChainState & {
  readonly options: Pick<NodeOptions, "genesis" | "peerAddresses">;
}): readonly AdmittedPeer[] {
  const { epoch } = votingSet({ store, ledger });
  const { observers } = options.genesis.genesis;
  const peers = new Map<PeerName, AdmittedPeer>();
  const add = (nodeKey: Uint8Array, hints: readonly string[]): void => {
    const name = peerName(nodeKey);
    const addresses = options.peerAddresses[name] ?? hints;
    peers.set(name, { name, nodeKey, addresses });
  };
  for (const name of Object.keys(options.peerAddresses))
    add(Uint8Array.from(Buffer.from(name, "hex")), []);
  for (const nodeKey of observers) add(nodeKey, []);
  // The newest last: its addresses are the best hints.
  for (const at of [epoch - 1, epoch, epoch + 1])
    for (const { nodeKey, addresses } of validatorSetOfEpoch(ledger, at)?.validators ?? [])
      add(nodeKey, addresses);
  return [...peers.values()];
}
