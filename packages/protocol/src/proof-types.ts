// Shapes of application/cartorio-proof as plain values. Field meanings: proto/proof.proto.
import type { FinalityCertificate } from "./block-types.ts";

export interface OtherLeaf {
  readonly key: Uint8Array;
  readonly recordHash: Uint8Array;
}
export interface Multiproof {
  readonly shape: Uint8Array;
  readonly hashes: readonly Uint8Array[];
  readonly others: readonly OtherLeaf[];
}
export interface Activation {
  readonly header: Uint8Array;
  readonly certificate: FinalityCertificate | undefined;
  readonly validatorSet: Uint8Array;
}
export interface ProofBundle {
  readonly version: number;
  readonly chainId: Uint8Array;
  readonly activations: readonly Activation[];
  readonly header: Uint8Array;
  readonly certificate: FinalityCertificate;
  readonly multiproof: Multiproof;
  /** Full record bytes in the order of the keys asked for; empty = absent. */
  readonly records: readonly Uint8Array[];
}
export interface InclusionPath {
  readonly leafIndex: number;
  readonly treeSize: number;
  readonly path: readonly Uint8Array[];
}
