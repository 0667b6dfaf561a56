// A recovery manifest at a node's start (docs/consensus.md 9): `recovery.bin` in the data directory, the
// members' decision about a network that lost a quorum of its journals.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { equalBytes, verifySignature } from "@cartorio/crypto";
import { checkRecoverySigners, type Ledger } from "@cartorio/ledger";
import {
  decodeProposal,
  decodeRecoveryBody,
  decodeRecoveryManifest,
  decodeValidatorSet,
  type Proposal,
  type RecoveryManifest,
  recoverySigningBytes,
  type ValidatorSet,
} from "@cartorio/protocol";
import type { ChainStore } from "@cartorio/storage";
import { decodeEnvelopes, type ExecutableBlock, type Executor } from "./executor.ts";
import { NodeError } from "./node-error.ts";

/** A manifest whose parts fit together; whether enough members signed it is asked at its base. */
export interface Recovery {
  readonly manifest: RecoveryManifest;
  /** S: the certified height that it builds on; 0 for the genesis. */
  readonly certified: number;
  /** Header hash of S; undefined at the genesis. */
  readonly headerHash: Uint8Array | undefined;
  /** Heights above S, ascending, to be executed in the lost epoch. */
  readonly blocks: readonly ExecutableBlock[];
  /** R: the last of them, else S. */
  readonly last: number;
  /** In force from R+1 on. */
  readonly validators: ValidatorSet;
}

export function recoveryFile(dataDirectory: string): string {
  return join(dataDirectory, "recovery.bin");
}

/**
 * The manifest in a data directory; undefined if there is none.
 *
 * @throws NodeError RECOVERY_INVALID if it cannot be read or does not fit together
 */
export function readRecovery(dataDirectory: string, chainId: Uint8Array): Recovery | undefined {
  const path = recoveryFile(dataDirectory);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new NodeError("RECOVERY_INVALID", `${path} cannot be read`, { cause: error });
  }
  return parseRecovery(bytes, chainId);
}

/** @throws NodeError RECOVERY_INVALID with what does not fit */
export function parseRecovery(bytes: Uint8Array, chainId: Uint8Array): Recovery {
  const manifest = decodeRecoveryManifest(bytes);
  const body = manifest.ok ? decodeRecoveryBody(manifest.value.body) : manifest;
  if (!manifest.ok || !body.ok) throw invalid("it is no manifest, or was damaged on its way");
  if (!equalBytes(body.value.chainId, chainId)) throw invalid("it is of another network");
  const { certificate, heights } = body.value;
  const certified = certificate?.height ?? 0;
  const blocks = heights.map(({ proposal, envelopes }, index) => {
    const decoded = decodeProposal(proposal);
    const bodies = decodeEnvelopes(envelopes, chainId);
    const isNext = decoded.ok && decoded.value.height === certified + 1 + index;
    if (!isNext || bodies === undefined || !areBound(decoded.value, bodies))
      throw invalid(`its height ${certified + 1 + index} is not in order`);
    const { epoch } = decoded.value;
    return { epoch, proposalBytes: proposal, proposal: decoded.value, envelopes: bodies };
  });
  const last = certified + blocks.length;
  const validators = decodeValidatorSet(body.value.validatorSet);
  if (!validators.ok || validators.value.activationHeight !== last + 1)
    throw invalid("its validator set does not begin above its last height");
  const headerHash = certificate?.headerHash;
  return {
    ...{ manifest: manifest.value, certified, headerHash, blocks, last },
    validators: validators.value,
  };
}

function areBound({ envelopeHashes }: Proposal, bodies: ExecutableBlock["envelopes"]): boolean {
  return (
    bodies.length === envelopeHashes.length &&
    bodies.every(({ hash }, index) => equalBytes(hash, envelopeHashes[index] ?? new Uint8Array(0)))
  );
}

function invalid(why: string): NodeError {
  return new NodeError("RECOVERY_INVALID", `the recovery manifest cannot be used: ${why}.`);
}

export interface RecoveryWork {
  readonly store: ChainStore;
  readonly ledger: Ledger;
  readonly executor: Executor;
}

/**
 * Takes the next step of a recovery. `behind`: the certified blocks below it are still missing and come by
 * catch-up. `done`: every height of the manifest is executed here, and its set is in force.
 *
 * @throws NodeError RECOVERY_INVALID if too few members signed it, or this node's chain contradicts it
 */
export async function continueRecovery(
  work: RecoveryWork,
  recovery: Recovery,
): Promise<"behind" | "done"> {
  const { store, ledger } = work;
  const head = store.head()?.height ?? 0;
  if (head > recovery.last) return "done";
  if (head < recovery.certified) return "behind";
  const base = store.header(recovery.certified)?.headerHash;
  const { headerHash } = recovery;
  if (headerHash !== undefined && (base === undefined || !equalBytes(base, headerHash)))
    throw invalid("this node has another block at the height that it builds on");
  checkSigners(ledger, recovery);
  for (const block of recovery.blocks) {
    const { height } = block.proposal;
    const own = height <= head ? store.block(height) : undefined;
    if (own !== undefined && !equalBytes(own.proposal, block.proposalBytes))
      throw invalid(`this node executed another block at height ${height}`);
    await work.executor.execute(block);
  }
  return "done";
}

function checkSigners(ledger: Ledger, { manifest }: Recovery): void {
  const message = recoverySigningBytes(manifest.body);
  const areValid = manifest.signatures.every(({ multikey, signature }) =>
    verifySignature(multikey, message, signature),
  );
  if (!areValid) throw invalid("a signature on it is false");
  if (checkRecoverySigners(ledger, manifest.signatures) !== undefined)
    throw invalid("members with more than two thirds of the weight must sign it");
}
