// Frames of the network protocols as plain values. Field meanings: proto/network.proto.

import type { FinalityCertificate } from "./block-types.ts";

export interface Hello {
  readonly chainId: Uint8Array;
  readonly protocolVersion: number;
  readonly certifiedHeight: number;
  readonly executedHeight: number;
  readonly instance: Uint8Array;
}
export interface TransactionGossip {
  readonly envelopes: readonly Uint8Array[];
}
export type SyncRequest =
  | {
      readonly id: number;
      readonly kind: "blocks";
      readonly fromHeight: number;
      readonly count: number;
    }
  | {
      readonly id: number;
      readonly kind: "envelopes" | "proposals";
      readonly hashes: readonly Uint8Array[];
    }
  | {
      readonly id: number;
      readonly kind: "ownVotes";
      readonly epoch: number;
      readonly validator: number;
    };
export interface OwnVotesAnswer {
  readonly epoch: number;
  readonly amnesia: boolean;
  readonly fresh: boolean;
  readonly certificate: FinalityCertificate | undefined;
  /** Encoded ConsensusMessages. */
  readonly messages: readonly Uint8Array[];
}
export interface SyncResponse {
  readonly id: number;
  readonly items: readonly Uint8Array[];
  readonly certifiedHeight: number;
}
