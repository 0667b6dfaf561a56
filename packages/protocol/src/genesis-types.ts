// Shapes of the genesis as plain values. Field meanings: proto/genesis.proto.
import type { Validator, ValidatorSet } from "./block-types.ts";
import type { DidCreate } from "./did-types.ts";

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
/** A genesis file as read: `bytes` are the canonical encoding, `chainId` their SHA-256. */
export interface GenesisFile {
  readonly genesis: Genesis;
  readonly bytes: Uint8Array;
  readonly chainId: Uint8Array;
  readonly signatures: readonly GenesisSignature[];
}
/** A genesis that a network may start from. */
export interface VerifiedGenesis extends GenesisFile {
  /** The set of epoch 0. */
  readonly validatorSet: ValidatorSet;
  /** The decoded creates, in their order, with the DIDs that they name. */
  readonly creates: readonly { readonly did: string; readonly create: DidCreate }[];
}
