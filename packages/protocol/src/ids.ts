import { sha256, taggedHash } from "@cartorio/crypto";
import { encodeProposal } from "./block-codec.ts";
import { tags } from "./tags.ts";

// Hashes of exact bytes as received, with the tag of their kind (docs/consensus.md 2,
// docs/ledger.md 1). All are 32 bytes.

/** Names an envelope, signatures included, in proposals. */
export function envelopeHash(envelopeBytes: Uint8Array): Uint8Array {
  return taggedHash(tags.envelope, envelopeBytes);
}

/** Names a transaction, whoever's signatures it carries. */
export function transactionId(bodyBytes: Uint8Array): Uint8Array {
  return taggedHash(tags.transactionId, bodyBytes);
}

export function proposalDigest(proposalBytes: Uint8Array): Uint8Array {
  return taggedHash(tags.proposal, proposalBytes);
}

export function headerHash(headerBytes: Uint8Array): Uint8Array {
  return taggedHash(tags.header, headerBytes);
}

export function validatorSetHash(setBytes: Uint8Array): Uint8Array {
  return taggedHash(tags.validatorSet, setBytes);
}

/** Plain SHA-256 of the genesis bytes, so that any tool can check it. */
export function chainIdOf(genesisBytes: Uint8Array): Uint8Array {
  return sha256(genesisBytes);
}

/** What a DID's control state commits to before a key is shown: pre-rotation. */
export function nextKeyHash(multikey: Uint8Array): Uint8Array {
  return taggedHash(tags.nextKey, multikey);
}

/** What a recovery commitment says of a key before it is shown. */
export function recoveryKeyHash(multikey: Uint8Array): Uint8Array {
  return taggedHash(tags.recoveryKey, multikey);
}

/** Hash of an encoded DidDocumentRecord, as its DidVersion carries it. */
export function documentHash(recordBytes: Uint8Array): Uint8Array {
  return taggedHash(tags.document, recordBytes);
}

/** Hash of an encoded DidVersion, as the next version carries it. */
export function versionHash(recordBytes: Uint8Array): Uint8Array {
  return taggedHash(tags.version, recordBytes);
}

/** The fixed bytes that a new view orders where nothing was prepared: time 0, proposer 0, no hashes. */
export function emptyProposal(epoch: number, height: number): Uint8Array {
  return encodeProposal({ epoch, height, time: 0, proposer: 0, envelopeHashes: [] });
}
