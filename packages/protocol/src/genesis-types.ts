// Shapes of the genesis as plain values. Field meanings: proto/genesis.proto.
import type { Validator } from "./block-types.ts";

export interface Parameters {
  readonly protocolVersion: number;
  readonly maxBlockBytes: number;
  readonly maxBlockCost: number;
  readonly maxBlockTransactions: number;
  readonly sponsorSharePercent: number;
  readonly longLivedPerSponsorDay: number;
  readonly baseTimeoutMs: number;
  readonly maxTimeoutMs: number;
  readonly maxClockDriftMs: number;
  readonly heartbeatIntervalMs: number;
  readonly rotationBlocks: number;
  readonly rotationTimeMs: number;
}
export interface GenesisDid {
  readonly create: Uint8Array;
  readonly keys: readonly Uint8Array[];
  readonly signatures: readonly Uint8Array[];
}
export interface GenesisMember {
  readonly did: string;
  readonly name: string;
  readonly weight: number;
}
export interface Genesis {
  readonly network: string;
  readonly time: number;
  readonly parameters: Parameters;
  readonly dids: readonly GenesisDid[];
  readonly members: readonly GenesisMember[];
  readonly validators: readonly Validator[];
  readonly observers: readonly Uint8Array[];
}
export interface GenesisSignature {
  readonly did: string;
  readonly multikey: Uint8Array;
  readonly signature: Uint8Array;
}
