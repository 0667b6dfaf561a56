import { base64UrlEncode, hexEncode, multikeyToString } from "@cartorio/crypto";
import {
  type Control,
  decodeHeader,
  decodeReceipt,
  errorCodeOf,
  headerHash,
  type Recovery,
} from "@cartorio/protocol";
import type { TransactionState } from "./node-api.ts";

/** JSON members of an answer. */
export type JsonObject = Record<string, unknown>;

/** A receipt with its code by name. Throws INV-GATEWAY-RECEIPT if the node's bytes do not decode. */
export function renderReceipt(bytes: Uint8Array): JsonObject {
  const decoded = decodeReceipt(bytes);
  if (!decoded.ok) throw new Error("INV-GATEWAY-RECEIPT: the node gave a receipt without form");
  const { code, transactionId, envelopeHash, ids, ...numbers } = decoded.value;
  return {
    code: errorCodeOf(code) ?? "UPGRADE_SDK",
    number: code,
    ...numbers,
    ids: [...ids],
    transactionId: hexEncode(transactionId),
    envelopeHash: hexEncode(envelopeHash),
    bytes: base64UrlEncode(bytes),
  };
}

/** A header with its hash. Throws INV-GATEWAY-HEADER if the node's bytes do not decode. */
export function renderHeader(bytes: Uint8Array): JsonObject {
  const decoded = decodeHeader(bytes);
  if (!decoded.ok) throw new Error("INV-GATEWAY-HEADER: the node gave a header without form");
  const header = decoded.value;
  return {
    height: header.height,
    epoch: header.epoch,
    time: header.time,
    headerHash: hexEncode(headerHash(bytes)),
    parentHash: hexEncode(header.parentHash),
    proposalDigest: hexEncode(header.proposalDigest),
    transactionsRoot: hexEncode(header.transactionsRoot),
    receiptsRoot: hexEncode(header.receiptsRoot),
    stateRoot: hexEncode(header.stateRoot),
    nextValidatorSetHash: hexEncode(header.nextValidatorSetHash),
    protocolVersion: header.protocolVersion,
    bytes: base64UrlEncode(bytes),
  };
}

export function renderTransaction(state: TransactionState): JsonObject {
  return {
    id: hexEncode(state.id),
    state: state.state,
    ...(state.height === undefined ? {} : { height: state.height }),
    ...(state.index === undefined ? {} : { index: state.index }),
    ...(state.receipt === undefined ? {} : { receipt: renderReceipt(state.receipt) }),
    ...(state.envelope === undefined ? {} : { envelope: base64UrlEncode(state.envelope) }),
  };
}

export function renderControl(control: Control): JsonObject {
  if (control.kind === "controllers") {
    const { kind, controllers, threshold } = control;
    return { kind, controllers: [...controllers], threshold };
  }
  return {
    kind: "keys",
    keys: control.keys.map(multikeyToString),
    threshold: control.threshold,
    nextKeyHashes: control.nextKeyHashes.map(hexEncode),
  };
}

export function renderRecovery({ keyHashes, threshold, delayMs }: Recovery): JsonObject {
  return { keyHashes: keyHashes.map(hexEncode), threshold, delayMs };
}
