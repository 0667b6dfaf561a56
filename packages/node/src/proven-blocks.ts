// Checks blocks from an untrusted peer: a certificate proves its own block, and through the parent
// hashes every block before it (docs/consensus.md 11).
import { equalBytes } from "@cartorio/crypto";
import {
  type DecodedEnvelope,
  decodeBlock,
  decodeHeader,
  decodeProposal,
  type FinalityCertificate,
  type Header,
  headerHash,
  type Proposal,
  proposalDigest,
  type ValidatorSet,
  type VerifySignature,
  verifyFinalityCertificate,
} from "@cartorio/protocol";
import { decodeEnvelopes } from "./executor.ts";

export interface ProvenBlock {
  readonly header: Header;
  readonly headerHash: Uint8Array;
  readonly proposalBytes: Uint8Array;
  readonly proposal: Proposal;
  readonly envelopes: readonly DecodedEnvelope[];
  readonly certificate: FinalityCertificate | undefined;
}

export interface ProofContext {
  readonly chainId: Uint8Array;
  readonly parentHash: Uint8Array;
  readonly fromHeight: number;
  /** Epoch of the block at `fromHeight - 1`. */
  readonly parentEpoch: number;
  /** Undefined: known only once what comes before is executed. */
  readonly validatorSetAt: (height: number) => ValidatorSet | undefined;
  readonly verify: VerifySignature;
}

/**
 * The longest proven prefix; undefined when the peer sent something false. Headers name their epoch: a
 * set goes on to verify as long as they do not change it. The prefix ends before the first block of a
 * set that is not known yet, and no block of an epoch follows unless the last one of the epoch before
 * has a certificate of its own: the light client's chain has no holes (docs/consensus.md 8).
 */
export function proveBlocks(
  items: readonly Uint8Array[],
  context: ProofContext,
): readonly ProvenBlock[] | undefined {
  const blocks: ProvenBlock[] = [];
  let parentHash = context.parentHash;
  let { parentEpoch } = context;
  let set: ValidatorSet | undefined;
  let proven = 0;
  for (const item of items) {
    const block = decodeLinked(item, parentHash, context);
    if (block === undefined || block.header.height !== context.fromHeight + blocks.length)
      return undefined;
    const { epoch, height } = block.header;
    if (epoch !== parentEpoch && proven !== blocks.length) break;
    set = context.validatorSetAt(height) ?? set;
    if (set?.epoch !== epoch) break;
    parentEpoch = epoch;
    blocks.push(block);
    parentHash = block.headerHash;
    if (block.certificate === undefined) continue;
    if (!certifies(block, set, context)) return undefined;
    proven = blocks.length;
  }
  return blocks.slice(0, proven);
}

function certifies(
  { certificate, header, headerHash: hash }: ProvenBlock,
  set: ValidatorSet,
  context: ProofContext,
): boolean {
  return (
    certificate !== undefined &&
    certificate.height === header.height &&
    equalBytes(certificate.headerHash, hash) &&
    verifyFinalityCertificate(certificate, set, context.chainId, context.verify)
  );
}

function decodeLinked(
  item: Uint8Array,
  parentHash: Uint8Array,
  context: ProofContext,
): ProvenBlock | undefined {
  const block = decodeBlock(item);
  if (!block.ok) return undefined;
  const header = decodeHeader(block.value.header);
  const proposal = decodeProposal(block.value.proposal);
  const envelopes = decodeEnvelopes(block.value.envelopes, context.chainId);
  if (!header.ok || !proposal.ok || envelopes === undefined) return undefined;
  if (!equalBytes(header.value.parentHash, parentHash)) return undefined;
  if (!equalBytes(header.value.proposalDigest, proposalDigest(block.value.proposal)))
    return undefined;
  const hashes = proposal.value.envelopeHashes;
  if (hashes.length !== envelopes.length) return undefined;
  for (const [index, envelope] of envelopes.entries()) {
    const hash = hashes[index];
    if (hash === undefined || !equalBytes(hash, envelope.hash)) return undefined;
  }
  return {
    header: header.value,
    headerHash: headerHash(block.value.header),
    proposalBytes: block.value.proposal,
    proposal: proposal.value,
    envelopes,
    certificate: block.value.certificate,
  };
}
