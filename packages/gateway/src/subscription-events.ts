// What happened in a block, as subscribers are told it.
import { hexEncode } from "@cartorio/crypto";
import {
  type DecodedEnvelope,
  decodeReceipt,
  decodeTransaction,
  didOf,
  encodeDidCreate,
  errorNumber,
  type Operation,
  signerRole,
} from "@cartorio/protocol";
import type { BlockAnswer, NodeStatus } from "./node-api.ts";
import { type JsonObject, renderHeader, renderReceipt } from "./render.ts";

/** All but `consensus` are told per height, in order; `consensus` when it changes. */
export const topics = [
  "blocks",
  "receipts",
  "dids",
  "credentials",
  "governance",
  "consensus",
] as const;
export type Topic = (typeof topics)[number];

export interface SubscriptionRequest {
  readonly topic: Topic;
  /** Of a transaction, for receipts. */
  readonly id?: string;
  /** Who signed as author, for receipts. */
  readonly author?: string;
  /** Whom an operation is about, for DIDs and credentials. */
  readonly did?: string;
}

interface TransactionEvent {
  readonly id: string;
  readonly receipt: Uint8Array;
  readonly authors: ReadonlySet<string>;
  /** Empty unless it was applied. */
  readonly operations: readonly OperationEvent[];
}

interface OperationEvent {
  readonly topic: Topic | undefined;
  readonly operation: string;
  readonly did: string;
}

/** A block, taken apart once for all subscribers. */
export interface BlockEvents {
  readonly height: number;
  readonly header: Uint8Array;
  readonly transactions: readonly TransactionEvent[];
}

export interface NetworkIdentity {
  readonly network: string;
  readonly chainId: Uint8Array;
}

const applied = errorNumber("APPLIED");

/** Throws INV-GATEWAY-RECEIPT where the node's bytes do not decode. */
export function blockEvents(block: BlockAnswer, identity: NetworkIdentity): BlockEvents {
  const transactions = block.receipts.map((receipt, index): TransactionEvent => {
    const decoded = decodeReceipt(receipt);
    if (!decoded.ok) throw new Error("INV-GATEWAY-RECEIPT: the node gave a receipt without form");
    const { transactionId, code } = decoded.value;
    const envelope = block.envelopes[index];
    // A body that governance dropped leaves the receipt.
    const given = envelope && decodeTransaction(envelope, identity.chainId);
    const transaction = given?.ok === true ? given.value : undefined;
    const isApplied = code === applied && transaction !== undefined;
    return {
      id: hexEncode(transactionId),
      receipt,
      authors: authorsOf(transaction),
      operations: isApplied ? operationsOf(transaction, identity.network) : [],
    };
  });
  return { height: block.height, header: block.header, transactions };
}

function authorsOf(transaction: DecodedEnvelope | undefined): ReadonlySet<string> {
  const signers = transaction?.body.signers ?? [];
  return new Set(signers.filter(({ role }) => role === signerRole.author).map(({ did }) => did));
}

function operationsOf(transaction: DecodedEnvelope, network: string): readonly OperationEvent[] {
  return transaction.body.operations.map((operation) => ({
    topic: topicOf(operation.kind),
    operation: operation.kind,
    did: subjectOf(operation, network),
  }));
}

/** By the words that operation kinds begin with. */
function topicOf(kind: Operation["kind"]): Topic | undefined {
  if (kind.startsWith("did")) return "dids";
  if (kind.startsWith("credential") || kind === "issuerUpdate") return "credentials";
  const isGovernance = kind.startsWith("governance") || kind.startsWith("validator");
  return isGovernance || kind === "upgradeAnnounce" ? "governance" : undefined;
}

/** The DID that an operation changes or acts for; empty where it names none. */
function subjectOf(operation: Operation, network: string): string {
  if (operation.kind === "didCreate") return didOf(network, encodeDidCreate(operation.value));
  const { value } = operation;
  for (const name of ["did", "issuer", "subject", "owner"]) {
    const did: unknown = Reflect.get(value, name);
    if (typeof did === "string") return did;
  }
  return "";
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

function changesOf(block: BlockEvents, { topic, did }: SubscriptionRequest): JsonObject[] {
  return block.transactions.flatMap(({ id, operations }) =>
    operations
      .filter((change) => change.topic === topic && (did === undefined || change.did === did))
      .map((change) => ({ transactionId: id, operation: change.operation, did: change.did })),
  );
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
