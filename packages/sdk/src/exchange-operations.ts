import { hexDecode, hexEncode } from "@cartorio/crypto";
import { exchangeReceiptCommitment, type Operation } from "@cartorio/protocol";
import { type AnchorSidecar, buildBatch, isInBatch } from "./batch.ts";
import { randomBytes } from "./random.ts";

/** What a party keeps to show one receipt of a batch to an auditor. */
export interface ReceiptSidecar {
  /** 32 bytes as lower-case hexadecimal; whoever loses it can show nothing, and nobody can guess. */
  readonly salt: string;
  readonly batch: AnchorSidecar;
}

export interface ReceiptBatch {
  readonly operation: Operation;
  /** In the order of the receipts. */
  readonly sidecars: readonly ReceiptSidecar[];
}

const SALT_BYTES = 32;
/** Leaves of a batch unless the caller says otherwise: how many receipts there were does not show. */
export const defaultReceiptLeaves = 256;

/**
 * A batch of exchange receipts, each under a salt of its own, filled up with random leaves; of no receipts
 * too, so that nobody sees when there were none. Send one for each period, [from, to) in milliseconds, the
 * next one beginning where the last one ended.
 */
export function exchangeReceipts(input: {
  readonly party: string;
  /** Batches of the party so far. */
  readonly expectedSequence: number;
  /** The signed receipts, byte by byte. */
  readonly receipts: readonly Uint8Array[];
  readonly from: number;
  readonly to: number;
  readonly paddingTo?: number;
}): ReceiptBatch {
  const { party, expectedSequence, receipts, from, to, paddingTo = defaultReceiptLeaves } = input;
  const salted = receipts.map((receipt) => {
    const salt = randomBytes(SALT_BYTES);
    return { salt, commitment: exchangeReceiptCommitment(salt, receipt) };
  });
  const leaves = salted.map(({ commitment }) => commitment);
  const batch = buildBatch(leaves.length === 0 ? [randomBytes(SALT_BYTES)] : leaves, { paddingTo });
  const { root } = batch;
  const sidecars = salted.map(({ salt, commitment }) => ({
    salt: hexEncode(salt),
    batch: batch.sidecar(commitment),
  }));
  const value = { party, expectedSequence, root, from, to };
  return { operation: { kind: "exchangeReceipts", value }, sidecars };
}

/** True if the receipt is in the batch of this root (32 bytes), as its sidecar says. */
export function isInReceiptBatch(
  receipt: Uint8Array,
  { salt, batch }: ReceiptSidecar,
  root: Uint8Array,
): boolean {
  const bytes = hexDecode(salt);
  if (bytes?.length !== SALT_BYTES || batch.root !== hexEncode(root)) return false;
  return isInBatch(exchangeReceiptCommitment(bytes, receipt), batch);
}
