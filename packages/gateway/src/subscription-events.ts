// What happened in a block, as subscribers are told it.
import { hexEncode } from "@cartorio/crypto";
import {
  type DecodedEnvelope,
  decodeHeader,
  decodeReceipt,
  decodeTransaction,
  errorNumber,
  signerRole,
} from "@cartorio/protocol";
import type { BlockAnswer, NodeStatus } from "./node-api.ts";
import { type OperationEvent, operationEvent, type Topic } from "./operation-events.ts";
import { type JsonObject, renderHeader, renderReceipt } from "./render.ts";

export interface SubscriptionRequest {
  readonly topic: Topic;
  /** Of a transaction, for receipts. */
  readonly id?: string;
  /** Who signed as author, for receipts. */
  readonly author?: string;
  /** Whom an operation is about. */
  readonly did?: string;
  /** What it is about: a commitment, batch root, digest or proposal. */
  readonly hash?: string;
}

export interface TransactionEvent {
  readonly id: string;
  readonly receipt: Uint8Array;
  readonly authors: ReadonlySet<string>;
  /** DIDs that it created. */
  readonly created: readonly string[];
  /** Empty unless it was applied. */
  readonly operations: readonly OperationEvent[];
}

/** A block, taken apart once for all subscribers. */
export interface BlockEvents {
  readonly height: number;
  readonly time: number;
  readonly header: Uint8Array;
  readonly transactions: readonly TransactionEvent[];
}

export interface NetworkIdentity {
  readonly network: string;
  readonly chainId: Uint8Array;
}

const applied = errorNumber("APPLIED");

/** Throws INV-GATEWAY-RECEIPT, INV-GATEWAY-HEADER where the node's bytes do not decode. */
export function blockEvents(block: BlockAnswer, identity: NetworkIdentity): BlockEvents {
  const transactions = block.receipts.map((receipt, index): TransactionEvent => {
    const decoded = decodeReceipt(receipt);
    if (!decoded.ok) throw new Error("INV-GATEWAY-RECEIPT: the node gave a receipt without form");
    const { transactionId, code, ids } = decoded.value;
    const envelope = block.envelopes[index];
    // A body that governance dropped leaves the receipt.
    const given = envelope && decodeTransaction(envelope, identity.chainId);
    const transaction = given?.ok === true ? given.value : undefined;
    const isApplied = code === applied && transaction !== undefined;
    return {
      id: hexEncode(transactionId),
      receipt,
      authors: authorsOf(transaction),
      created: ids,
      operations: isApplied
        ? transaction.body.operations.map((operation) =>
            operationEvent(operation, identity.network),
          )
        : [],
    };
  });
  const header = decodeHeader(block.header);
  if (!header.ok) throw new Error("INV-GATEWAY-HEADER: the node gave a header without form");
  const { height, time } = header.value;
  return { height, time, header: block.header, transactions };
}

function authorsOf(transaction: DecodedEnvelope | undefined): ReadonlySet<string> {
  const signers = transaction?.body.signers ?? [];
  return new Set(signers.filter(({ role }) => role === signerRole.author).map(({ did }) => did));
}

/** What a subscriber is told of a block; undefined: nothing of it concerns it. */
export function eventOf(block: BlockEvents, request: SubscriptionRequest): JsonObject | undefined {
  const { height } = block;
  switch (request.topic) {
    case "blocks":
      return {
        height,
        header: renderHeader(block.header),
        transactions: block.transactions.length,
      };
    case "receipts": {
      const receipts = block.transactions
        .filter((transaction) => concerns(transaction, request))
        .map(({ receipt }) => renderReceipt(receipt));
      return receipts.length === 0 ? undefined : { height, receipts };
    }
    case "consensus":
      return undefined;
    default: {
      const changes = changesOf(block, request);
      return changes.length === 0 ? undefined : { height, changes };
    }
  }
}

function concerns(transaction: TransactionEvent, { id, author }: SubscriptionRequest): boolean {
  if (id !== undefined && transaction.id !== id) return false;
  return author === undefined || transaction.authors.has(author);
}

function changesOf(block: BlockEvents, request: SubscriptionRequest): JsonObject[] {
  return block.transactions.flatMap(({ id, operations }) =>
    operations
      .filter((change) => isAbout(change, request))
      .map(({ topic: _, ...change }) => ({ transactionId: id, ...change })),
  );
}

function isAbout(change: OperationEvent, { topic, did, hash }: SubscriptionRequest): boolean {
  if (change.topic !== topic) return false;
  if (did !== undefined && change.did !== did) return false;
  return hash === undefined || change.hash === hash;
}

/** The state of consensus as far as it is told. */
export function consensusEvent(status: NodeStatus): JsonObject {
  const { certifiedHeight, epoch, view, primary, ready, reasons, peersConnected } = status;
  return {
    height: certifiedHeight,
    epoch,
    view,
    primary,
    ready,
    reasons: [...reasons],
    peersConnected,
  };
}

/** What has to differ for a new event: a height alone does not. */
export function consensusKey(status: NodeStatus): string {
  const { epoch, view, primary, ready, reasons, peersConnected } = status;
  return JSON.stringify([epoch, view, primary, ready, reasons, peersConnected]);
}
