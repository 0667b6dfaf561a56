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
/** The part of a bundle that leads from the trust anchor to one certified header. */
export type ProvenHeaderParts = Pick<
  ProofBundle,
  "version" | "chainId" | "activations" | "header" | "certificate"
>;
export interface RangeRecord {
  readonly key: Uint8Array;
  readonly record: Uint8Array;
}
/** A subtree of the state tree with all of its records. */
export interface KeyRange {
  readonly prefixBits: number;
  /** The bits in the fewest bytes, unused bits zero. */
  readonly prefix: Uint8Array;
  /** From the root down: the hash of the half that the prefix does not take. */
  readonly siblings: readonly Uint8Array[];
  /** Ascending by key. */
  readonly records: readonly RangeRecord[];
}
export interface RangeBundle extends ProvenHeaderParts, KeyRange {}
export interface InclusionPath {
  readonly leafIndex: number;
  readonly treeSize: number;
  readonly path: readonly Uint8Array[];
}
