// Shapes of the recovery manifest as plain values. Field meanings: proto/recovery.proto.
import type { FinalityCertificate } from "./block-types.ts";
import type { GenesisSignature } from "./genesis-types.ts";

export interface RecoveredHeight {
  readonly proposal: Uint8Array;
  readonly envelopes: readonly Uint8Array[];
}
export interface RecoveryBody {
  readonly chainId: Uint8Array;
  readonly certificate: FinalityCertificate | undefined;
  readonly heights: readonly RecoveredHeight[];
  readonly validatorSet: Uint8Array;
}
export interface RecoveryManifest {
  /** Exact bytes of a RecoveryBody. */
  readonly body: Uint8Array;
  readonly signatures: readonly GenesisSignature[];
}
