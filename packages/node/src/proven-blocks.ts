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
  readonly validatorSetAt: (height: number) => ValidatorSet;
  readonly verify: VerifySignature;
}

/** The longest proven prefix; undefined when the peer sent something false. */
export function proveBlocks(
  items: readonly Uint8Array[],
  context: ProofContext,
): readonly ProvenBlock[] | undefined {
  const blocks: ProvenBlock[] = [];
  let parentHash = context.parentHash;
  let proven = 0;
  for (const item of items) {
    const block = decodeLinked(item, parentHash, context);
    if (block === undefined || block.header.height !== context.fromHeight + blocks.length)
      return undefined;
    blocks.push(block);
    parentHash = block.headerHash;
    if (block.certificate === undefined) continue;
    if (!certifies(block.certificate, block, context)) return undefined;
    proven = blocks.length;
  }
  return blocks.slice(0, proven);
}

function certifies(
  certificate: FinalityCertificate,
  block: ProvenBlock,
  context: ProofContext,
): boolean {
  const { height } = block.header;
  return (
    certificate.height === height &&
    equalBytes(certificate.headerHash, block.headerHash) &&
    verifyFinalityCertificate(
      certificate,
      context.validatorSetAt(height),
      context.chainId,
      context.verify,
    )
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
