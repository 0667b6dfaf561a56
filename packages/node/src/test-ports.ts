// What a tester may put in place of a part of the node, and see of it. Nothing here is set by
// `cartorio start`: only the simulator's entry point for real processes and tests use it.
import type { ExecutedBlock, Replica } from "@cartorio/consensus";
import type { createNetwork, Network, NetworkOptions } from "@cartorio/network";
import { proposalDigest } from "@cartorio/protocol";
import { executedBlock } from "./chain-state.ts";
import { waitingTransactions } from "./mempool.ts";
import type { NodeParts } from "./node-parts.ts";
import { pinnedProposal } from "./pinned-bodies.ts";

export interface TestPorts {
  /** The network of the node, made of the real one; `create` makes that. */
  readonly network?: (options: NetworkOptions, create: typeof createNetwork) => Network;
  /** Instead of the system's wall clock, for the timers of consensus and the times of proposals. */
  readonly wallMs?: () => number;
  /** Instead of the newest protocol version that this software runs. */
  readonly protocolVersion?: number;
  /** Envelope hashes to propose, out of those that were selected. */
  readonly arrange?: (hashes: readonly Uint8Array[]) => readonly Uint8Array[];
}

/** A look into a running node; what it returns is not to be changed. */
export interface NodeInspection {
  readonly replica: () => Replica | undefined;
  /** Envelopes that wait in the mempool. */
  readonly waiting: () => readonly Uint8Array[];
  /** Envelopes of a proposal in flight, if all of them are here. */
  readonly bodies: (proposal: Uint8Array) => readonly Uint8Array[] | undefined;
  readonly executed: (height: number) => ExecutedBlock | undefined;
}

export function inspectionOf({
  running,
  mempool,
  pinned,
  store,
  ledger,
}: NodeParts): NodeInspection {
  return {
    replica: () => running.session.driver?.replica,
    waiting: () => [...waitingTransactions(mempool)].map(({ bytes }) => bytes),
    bodies: (proposal) =>
      pinnedProposal(pinned, proposalDigest(proposal))?.envelopes.map(({ bytes }) => bytes),
    executed: (height) =>
      height > (store.head()?.height ?? 0) || height < 1
        ? undefined
        : executedBlock({ store, ledger }, height),
  };
}
