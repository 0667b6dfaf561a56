import { compareBytes, equalBytes, hexDecode, hexEncode } from "@cartorio/crypto";
import {
  inclusionPath,
  isJsonObject,
  limits,
  merkleRoot,
  verifyInclusion,
} from "@cartorio/protocol";
import { CartorioError } from "./errors.ts";
import { randomBytes } from "./random.ts";

/** Media type of a sidecar. */
export const anchorSidecarType = "application/cartorio-anchor+json";

/**
 * Where a credential lies in its batch. JSON, hashes as lower-case hexadecimal. It travels beside the
 * credential, never inside: the signature is older than the batch (docs/ledger.md 6).
 */
export interface AnchorSidecar {
  readonly root: string;
  readonly treeSize: number;
  readonly leafIndex: number;
  readonly path: readonly string[];
}

export interface CredentialBatch {
  /** 32 bytes, to be anchored with `treeSize`. */
  readonly root: Uint8Array;
  /** Leaves, padding included. */
  readonly treeSize: number;
  /** The sidecar of one of the commitments. Throws NOT_FOUND for any other hash. */
  sidecar(commitment: Uint8Array): AnchorSidecar;
}

export interface BatchOptions {
  /** Leaves to fill up to with random ones, which hide how many credentials there are. */
  readonly paddingTo?: number;
}

const HASH_BYTES = 32;

/**
 * A batch of commitments: RFC 9162 tree over them in byte order, padding among them. At least two
 * leaves, so a single commitment always gets company. Throws MALFORMED for a repeated or misshapen
 * commitment, TOO_LARGE beyond 2^20 leaves.
 */
export function buildBatch(
  commitments: readonly Uint8Array[],
  { paddingTo = 0 }: BatchOptions = {},
): CredentialBatch {
  if (commitments.length === 0 || commitments.some((item) => item.length !== HASH_BYTES)) {
    throw new CartorioError("MALFORMED", { field: "commitments" });
  }
  const treeSize = Math.max(commitments.length, paddingTo, limits.minBatchLeaves);
  if (treeSize > limits.maxBatchLeaves) throw new CartorioError("TOO_LARGE", { treeSize });
  const padding = Array.from({ length: treeSize - commitments.length }, () =>
    randomBytes(HASH_BYTES),
  );
  const leaves = [...commitments, ...padding].sort(compareBytes);
  const isRepeated = leaves.some((leaf, index) => {
    const before = leaves[index - 1];
    return before !== undefined && equalBytes(before, leaf);
  });
  if (isRepeated) throw new CartorioError("MALFORMED", { field: "commitments" });
  const positions = new Map(leaves.map((leaf, index) => [hexEncode(leaf), index]));
  const own = new Set(commitments.map(hexEncode));
  const root = merkleRoot(leaves);
  return {
    root,
    treeSize,
    sidecar(commitment) {
      const name = hexEncode(commitment);
      const leafIndex = own.has(name) ? positions.get(name) : undefined;
      if (leafIndex === undefined) throw new CartorioError("NOT_FOUND", { commitment: name });
      const path = inclusionPath(leaves, leafIndex).map(hexEncode);
      return { root: hexEncode(root), treeSize, leafIndex, path };
    },
  };
}

/** A sidecar as read from JSON, with its root in bytes; undefined if it has another form. */
export function readSidecar(
  value: unknown,
): { readonly sidecar: AnchorSidecar; readonly root: Uint8Array } | undefined {
  if (!isJsonObject(value)) return undefined;
  const { root, treeSize, leafIndex, path } = value;
  if (!Number.isSafeInteger(treeSize) || !Number.isSafeInteger(leafIndex)) return undefined;
  if (!Array.isArray(path) || path.length > limits.maxPathHashes) return undefined;
  const rootBytes = hashOf(root);
  if (rootBytes === undefined || path.some((item) => hashOf(item) === undefined)) return undefined;
  const sidecar = {
    root: String(root),
    treeSize: Number(treeSize),
    leafIndex: Number(leafIndex),
    path: path.map(String),
  };
  return { sidecar, root: rootBytes };
}

/** True if the sidecar leads from the commitment to its root. */
export function isInBatch(commitment: Uint8Array, sidecar: AnchorSidecar): boolean {
  const root = hashOf(sidecar.root);
  const path = sidecar.path.map(hashOf);
  if (root === undefined) return false;
  return verifyInclusion({
    leaf: commitment,
    index: sidecar.leafIndex,
    treeSize: sidecar.treeSize,
    path: path.filter((item) => item !== undefined),
    root,
  });
}

function hashOf(value: unknown): Uint8Array | undefined {
  const bytes = typeof value === "string" ? hexDecode(value) : undefined;
  return bytes?.length === HASH_BYTES ? bytes : undefined;
}
