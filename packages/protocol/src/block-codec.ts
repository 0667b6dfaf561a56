import { cartorio } from "../generated/wire.js";
import type { Block, Header, Proposal, Receipt } from "./block-types.ts";
import {
  checkFinalityCertificate,
  finalityBounds,
  finalityFromWire,
  validatorIndex,
} from "./certificate-codec.ts";
import { didText, each, hash, type Problem, sized, time, uint, uint32 } from "./checks.ts";
import {
  copied,
  copiedAll,
  decodeObject,
  encodeObject,
  int,
  type ObjectCodec,
  strings,
} from "./codec.ts";
import { areDistinct } from "./distinct.ts";
import type { Decoded } from "./errors.ts";
import { limits } from "./limits.ts";

type ProposalWire = cartorio.Proposal.$Properties;
type HeaderWire = cartorio.Header.$Properties;
type ReceiptWire = cartorio.Receipt.$Properties;
type BlockWire = cartorio.Block.$Properties;

const proposalCodec: ObjectCodec<ProposalWire, Proposal> = {
  name: "Proposal",
  wire: cartorio.Proposal,
  maxBytes: limits.maxProposalBytes,
  bounds: { 5: { field: "envelopeHashes", max: limits.maxBlockTransactions } },
  toWire: (value) => value,
  fromWire: (wire) => ({
    epoch: int(wire.epoch),
    height: int(wire.height),
    time: int(wire.time),
    proposer: int(wire.proposer),
    envelopeHashes: copiedAll(wire.envelopeHashes),
  }),
  check: checkProposal,
};

function checkProposal(value: Proposal): Problem {
  const problem =
    uint(value.epoch, "epoch") ??
    uint(value.height, "height") ??
    time(value.time, "time") ??
    validatorIndex(value.proposer, "proposer") ??
    each(value.envelopeHashes, {
      max: limits.maxBlockTransactions,
      field: "envelopeHashes",
      item: (item) => hash(item, "envelopeHashes"),
    });
  if (problem !== undefined) return problem;
  return areDistinct(value.envelopeHashes) ? undefined : "envelopeHashes";
}

/** Canonical bytes of a proposal (docs/consensus.md 2). Throws RangeError on a broken field. */
export function encodeProposal(value: Proposal): Uint8Array {
  return encodeObject(proposalCodec, value);
}
/** Form only: hashes are 32 bytes and distinct. Codes as {@link decodeObject}. */
export function decodeProposal(bytes: Uint8Array): Decoded<Proposal> {
  return decodeObject(proposalCodec, bytes);
}

const headerCodec: ObjectCodec<HeaderWire, Header> = {
  name: "Header",
  wire: cartorio.Header,
  maxBytes: limits.maxHeaderBytes,
  toWire: (value) => value,
  fromWire: (wire) => ({
    parentHash: copied(wire.parentHash),
    epoch: int(wire.epoch),
    height: int(wire.height),
    time: int(wire.time),
    proposalDigest: copied(wire.proposalDigest),
    transactionsRoot: copied(wire.transactionsRoot),
    receiptsRoot: copied(wire.receiptsRoot),
    stateRoot: copied(wire.stateRoot),
    nextValidatorSetHash: copied(wire.nextValidatorSetHash),
    protocolVersion: int(wire.protocolVersion),
  }),
  check: (value) =>
    hash(value.parentHash, "parentHash") ??
    uint(value.epoch, "epoch") ??
    uint(value.height, "height") ??
    uint(value.time, "time") ??
    hash(value.proposalDigest, "proposalDigest") ??
    hash(value.transactionsRoot, "transactionsRoot") ??
    hash(value.receiptsRoot, "receiptsRoot") ??
    hash(value.stateRoot, "stateRoot") ??
    hash(value.nextValidatorSetHash, "nextValidatorSetHash") ??
    uint32(value.protocolVersion, "protocolVersion"),
};

/** Canonical bytes of a header (docs/consensus.md 2). Throws RangeError on a broken field. */
export function encodeHeader(value: Header): Uint8Array {
  return encodeObject(headerCodec, value);
}
export function decodeHeader(bytes: Uint8Array): Decoded<Header> {
  return decodeObject(headerCodec, bytes);
}

const receiptCodec: ObjectCodec<ReceiptWire, Receipt> = {
  name: "Receipt",
  wire: cartorio.Receipt,
  maxBytes: limits.maxReceiptBytes,
  bounds: { 7: { field: "ids", max: limits.maxOperations } },
  toWire: (value) => value,
  fromWire: (wire) => ({
    transactionId: copied(wire.transactionId),
    envelopeHash: copied(wire.envelopeHash),
    code: int(wire.code),
    operationIndex: int(wire.operationIndex),
    cost: int(wire.cost),
    currentVersion: int(wire.currentVersion),
    ids: strings(wire.ids),
  }),
  check: (value) =>
    hash(value.transactionId, "transactionId") ??
    hash(value.envelopeHash, "envelopeHash") ??
    uint32(value.code, "code") ??
    uint32(value.operationIndex, "operationIndex") ??
    uint(value.cost, "cost") ??
    uint(value.currentVersion, "currentVersion") ??
    each(value.ids, {
      max: limits.maxOperations,
      field: "ids",
      item: (id) => didText(id, "ids"),
    }),
};

/** Canonical bytes of a receipt: a leaf of the header's receipts root. */
export function encodeReceipt(value: Receipt): Uint8Array {
  return encodeObject(receiptCodec, value);
}
export function decodeReceipt(bytes: Uint8Array): Decoded<Receipt> {
  return decodeObject(receiptCodec, bytes);
}

const blockCodec: ObjectCodec<BlockWire, Block> = {
  name: "Block",
  wire: cartorio.Block,
  maxBytes: limits.maxBlockFrameBytes,
  bounds: {
    3: { field: "envelopes", max: limits.maxBlockTransactions },
    4: { field: "receipts", max: limits.maxBlockTransactions },
    5: { field: "certificate", max: 1, inside: finalityBounds },
  },
  toWire: (value) => ({ ...value, certificate: value.certificate ?? null }),
  fromWire: (wire) => ({
    header: copied(wire.header),
    proposal: copied(wire.proposal),
    envelopes: copiedAll(wire.envelopes),
    receipts: copiedAll(wire.receipts),
    certificate: wire.certificate ? finalityFromWire(wire.certificate) : undefined,
  }),
  check: (value) =>
    sized(value.header, [1, limits.maxHeaderBytes], "header") ??
    sized(value.proposal, [1, limits.maxProposalBytes], "proposal") ??
    each(value.envelopes, {
      max: limits.maxBlockTransactions,
      field: "envelopes",
      item: (item) => sized(item, [1, limits.maxEnvelopeBytes], "envelopes"),
    }) ??
    each(value.receipts, {
      max: limits.maxBlockTransactions,
      field: "receipts",
      item: (item) => sized(item, [1, limits.maxReceiptBytes], "receipts"),
    }) ??
    (value.certificate === undefined ? undefined : checkFinalityCertificate(value.certificate)),
};

/** Canonical bytes of a block as stored and sent. Throws RangeError on a broken field. */
export function encodeBlock(value: Block): Uint8Array {
  return encodeObject(blockCodec, value);
}
/** Form of the block only; header, proposal, envelopes and receipts have their own decoders. */
export function decodeBlock(bytes: Uint8Array): Decoded<Block> {
  return decodeObject(blockCodec, bytes);
}
