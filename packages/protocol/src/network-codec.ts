import { cartorio } from "../generated/wire.js";
import {
  checkFinalityCertificate,
  finalityBounds,
  finalityFromWire,
  validatorIndex,
} from "./certificate-codec.ts";
import { each, exactly, hash, type Problem, sized, uint, uint32, within } from "./checks.ts";
import {
  copied,
  copiedAll,
  decodeObject,
  encodeObject,
  FORMAT,
  int,
  type ObjectCodec,
  type ReadonlyDeep,
} from "./codec.ts";
import type { Decoded } from "./errors.ts";
import type { FieldBounds } from "./field-bounds.ts";
import { limits } from "./limits.ts";
import type {
  Hello,
  OwnVotesAnswer,
  SyncRequest,
  SyncResponse,
  TransactionGossip,
} from "./network-types.ts";

type GossipWire = cartorio.TransactionGossip.$Properties;
type RequestWire = cartorio.SyncRequest.$Properties;
type OwnVotesWire = cartorio.OwnVotesAnswer.$Properties;
type ResponseWire = cartorio.SyncResponse.$Properties;

const maxRequestBytes = limits.maxSyncHashes * (limits.hashBytes + 2) + 64;

const helloCodec: ObjectCodec<cartorio.Hello.$Properties, Hello> = {
  name: "Hello",
  wire: cartorio.Hello,
  maxBytes: limits.maxHelloBytes,
  toWire: (value) => value,
  fromWire: (wire) => ({
    chainId: copied(wire.chainId),
    protocolVersion: int(wire.protocolVersion),
    certifiedHeight: int(wire.certifiedHeight),
    executedHeight: int(wire.executedHeight),
    instance: copied(wire.instance),
  }),
  check: (value) =>
    hash(value.chainId, "chainId") ??
    uint32(value.protocolVersion, "protocolVersion") ??
    uint(value.certifiedHeight, "certifiedHeight") ??
    uint(value.executedHeight, "executedHeight") ??
    exactly(value.instance, limits.instanceBytes, "instance"),
};

/** First frame of every stream. */
export function encodeHello(value: Hello): Uint8Array {
  return encodeObject(helloCodec, value);
}
export function decodeHello(bytes: Uint8Array): Decoded<Hello> {
  return decodeObject(helloCodec, bytes);
}

const gossipCodec: ObjectCodec<GossipWire, TransactionGossip> = {
  name: "TransactionGossip",
  wire: cartorio.TransactionGossip,
  maxBytes: limits.maxTransactionsFrameBytes,
  bounds: { 1: { field: "envelopes", max: limits.maxGossipEnvelopes } },
  toWire: (value) => value,
  fromWire: (wire) => ({ envelopes: copiedAll(wire.envelopes) }),
  check: (value) =>
    each(value.envelopes, {
      max: limits.maxGossipEnvelopes,
      field: "envelopes",
      item: (item) => sized(item, [1, limits.maxEnvelopeBytes], "envelopes"),
    }),
};

export function encodeTransactionGossip(value: TransactionGossip): Uint8Array {
  return encodeObject(gossipCodec, value);
}
/** The envelopes stay encoded. */
export function decodeTransactionGossip(bytes: Uint8Array): Decoded<TransactionGossip> {
  return decodeObject(gossipCodec, bytes);
}

function requestToWire(value: SyncRequest): ReadonlyDeep<RequestWire> {
  switch (value.kind) {
    case "blocks":
      return { id: value.id, blocks: { fromHeight: value.fromHeight, count: value.count } };
    case "envelopes":
      return { id: value.id, envelopes: { hashes: value.hashes } };
    case "proposals":
      return { id: value.id, proposals: { hashes: value.hashes } };
    case "ownVotes":
      return { id: value.id, ownVotes: { epoch: value.epoch, validator: value.validator } };
  }
}

/** The reader keeps the last member of the choice only, so re-encoding shows a second one. */
function requestFromWire(wire: RequestWire): SyncRequest | undefined {
  const { blocks, envelopes, proposals, ownVotes } = wire;
  const id = int(wire.id);
  if (blocks) {
    return { id, kind: "blocks", fromHeight: int(blocks.fromHeight), count: int(blocks.count) };
  }
  if (envelopes) return { id, kind: "envelopes", hashes: copiedAll(envelopes.hashes) };
  if (proposals) return { id, kind: "proposals", hashes: copiedAll(proposals.hashes) };
  if (ownVotes === undefined || ownVotes === null) return undefined;
  return { id, kind: "ownVotes", epoch: int(ownVotes.epoch), validator: int(ownVotes.validator) };
}

function checkRequest(value: SyncRequest): Problem {
  const problem = uint(value.id, "id");
  if (problem !== undefined) return problem;
  if (value.kind === "blocks") {
    return (
      uint(value.fromHeight, "fromHeight") ??
      within(value.count, [1, limits.maxSyncBlocks], "count")
    );
  }
  if (value.kind === "ownVotes")
    return uint(value.epoch, "epoch") ?? validatorIndex(value.validator, "validator");
  return each(value.hashes, {
    max: limits.maxSyncHashes,
    field: "hashes",
    item: (item) => hash(item, "hashes"),
  });
}

const hashesBounds: FieldBounds = { 1: { field: "hashes", max: limits.maxSyncHashes } };

const requestCodec: ObjectCodec<RequestWire, SyncRequest> = {
  name: "SyncRequest",
  wire: cartorio.SyncRequest,
  maxBytes: maxRequestBytes,
  bounds: {
    3: { field: "hashes", max: 1, inside: hashesBounds },
    4: { field: "hashes", max: 1, inside: hashesBounds },
  },
  toWire: requestToWire,
  fromWire: requestFromWire,
  check: checkRequest,
};

export function encodeSyncRequest(value: SyncRequest): Uint8Array {
  return encodeObject(requestCodec, value);
}
export function decodeSyncRequest(bytes: Uint8Array): Decoded<SyncRequest> {
  return decodeObject(requestCodec, bytes);
}

const ownVotesCodec: ObjectCodec<OwnVotesWire, OwnVotesAnswer> = {
  name: "OwnVotesAnswer",
  wire: cartorio.OwnVotesAnswer,
  maxBytes: limits.maxBlockFrameBytes,
  bounds: {
    3: { field: "certificate", max: 1, inside: finalityBounds },
    4: { field: "messages", max: limits.maxOwnVotes },
  },
  format: (wire) => int(wire.format),
  toWire: ({ certificate, ...value }) => ({
    ...value,
    ...(certificate && { certificate }),
    format: FORMAT,
  }),
  fromWire: (wire) => ({
    epoch: int(wire.epoch),
    amnesia: wire.amnesia === true,
    fresh: wire.fresh === true,
    certificate: wire.certificate ? finalityFromWire(wire.certificate) : undefined,
    messages: copiedAll(wire.messages),
  }),
  check: (value) =>
    uint(value.epoch, "epoch") ??
    (typeof value.amnesia === "boolean" ? undefined : "amnesia") ??
    (typeof value.fresh === "boolean" ? undefined : "fresh") ??
    (value.certificate && checkFinalityCertificate(value.certificate)) ??
    each(value.messages, {
      max: limits.maxOwnVotes,
      field: "messages",
      item: (item) => sized(item, [1, limits.maxConsensusFrameBytes], "messages"),
    }),
};

/** What a peer can show of the asker's own key (docs/consensus.md 9). */
export function encodeOwnVotesAnswer(value: OwnVotesAnswer): Uint8Array {
  return encodeObject(ownVotesCodec, value);
}
export function decodeOwnVotesAnswer(bytes: Uint8Array): Decoded<OwnVotesAnswer> {
  return decodeObject(ownVotesCodec, bytes);
}

const responseCodec: ObjectCodec<ResponseWire, SyncResponse> = {
  name: "SyncResponse",
  wire: cartorio.SyncResponse,
  maxBytes: limits.maxSyncFrameBytes,
  bounds: { 2: { field: "items", max: limits.maxSyncHashes } },
  toWire: (value) => value,
  fromWire: (wire) => ({
    id: int(wire.id),
    items: copiedAll(wire.items),
    certifiedHeight: int(wire.certifiedHeight),
  }),
  check: (value) =>
    uint(value.id, "id") ??
    each(value.items, {
      max: limits.maxSyncHashes,
      field: "items",
      item: (item) => sized(item, [1, limits.maxBlockFrameBytes], "items"),
    }) ??
    uint(value.certifiedHeight, "certifiedHeight"),
};

export function encodeSyncResponse(value: SyncResponse): Uint8Array {
  return encodeObject(responseCodec, value);
}
/** The items stay encoded: blocks, envelopes or proposals, as the request asked. */
export function decodeSyncResponse(bytes: Uint8Array): Decoded<SyncResponse> {
  return decodeObject(responseCodec, bytes);
}
