import { base64UrlEncode, hexEncode } from "@cartorio/crypto";
import { decodeEnvelope, transactionId } from "@cartorio/protocol";
import { type AnswerReader, type HashLike, hashText, readAnswer, textsOf } from "./answer.ts";
import type { Client } from "./client.ts";
import { CartorioError, isErrorCode } from "./errors.ts";

/** A receipt as a gateway gives it. */
export interface ReceiptAnswer {
  /** Name in the one error table; APPLIED if the transaction took effect. */
  readonly code: string;
  readonly operationIndex: number;
  readonly currentVersion: number;
  readonly cost: number;
  /** DIDs created. */
  readonly ids: readonly string[];
  /** Encoded Receipt. */
  readonly bytes: Uint8Array;
}

export interface TransactionAnswer {
  readonly id: string;
  readonly state: string;
  readonly height?: number;
  readonly receipt?: ReceiptAnswer;
}

export interface StatusAnswer {
  readonly network: string;
  readonly chainId: string;
  readonly version: string;
  readonly height: number;
  readonly headerHash: string;
  readonly stateRoot: string;
  readonly certifiedHeight: number;
  readonly certifiedTime: number;
  readonly certifiedStateRoot: string;
  readonly view: number;
  readonly primary: number;
  /** Index in the validator set; absent for an observer. */
  readonly validator?: number;
  readonly validators: number;
  readonly peersConnected: number;
  readonly mempoolTransactions: number;
  readonly ready: boolean;
  readonly reasons: readonly string[];
  readonly epoch: number;
  /** Hexadecimal: of the journal that the node votes with, or would; a candidate is added under it. */
  readonly incarnation?: string;
  /** Present while the node's validator must be re-entered by its member. */
  readonly amnesia?: {
    readonly code: string;
    readonly member: string;
    /** Hexadecimal. */
    readonly validatorKey: string;
    readonly incarnation: string;
    readonly epoch: number;
    readonly activationHeight?: number;
  };
  readonly pid: number;
}

const DEFAULT_WAIT_MS = 60_000;
const WAIT_SLICE_MS = 20_000;
const WAIT_MARGIN_MS = 5000;
const POLL_MS = 250;

/**
 * Hands in an envelope and checks that the gateway speaks about the same transaction. Sending the
 * same bytes again, to any gateway, is the same transaction: `known` then says so.
 */
export async function submitTransaction(
  client: Client,
  { envelope }: { readonly envelope: Uint8Array },
): Promise<{ readonly id: string; readonly known: boolean }> {
  const decoded = decodeEnvelope(envelope);
  if (!decoded.ok) throw new CartorioError(decoded.code);
  const answer = readAnswer(
    await client.transport.request("tx_submit", { envelope: base64UrlEncode(envelope) }),
  );
  const id = hexEncode(transactionId(decoded.value.body));
  if (answer.text("id") !== id) throw new CartorioError("ANSWER_INVALID", { member: "id" });
  return { id, known: answer.boolean("known") };
}

/** Throws NOT_FOUND if the gateway does not know the transaction. */
export async function getTransaction(
  client: Client,
  { id }: { readonly id: HashLike },
): Promise<TransactionAnswer> {
  return readTransaction(await client.transport.request("tx_get", { id: hashText(id) }));
}

export interface WaitOptions {
  readonly id: HashLike;
  /** Default `certified`: final for anyone. */
  readonly level?: "committed" | "certified";
  /** Default one minute. */
  readonly timeoutMs?: number;
}

/**
 * Waits for a receipt at the level. A failed transaction has a receipt too: see {@link
 * requireApplied}. Throws TIMEOUT, or EXPIRED once the transaction can no longer execute.
 */
export async function waitFor(client: Client, options: WaitOptions): Promise<TransactionAnswer> {
  const { level = "certified", timeoutMs = DEFAULT_WAIT_MS } = options;
  const id = hashText(options.id);
  const deadline = client.clock.now() + timeoutMs;
  for (;;) {
    const remaining = deadline - client.clock.now();
    const slice = Math.max(0, Math.min(remaining, WAIT_SLICE_MS));
    const answer = await client.transport.request(
      "tx_wait",
      { id, level, timeoutMs: slice },
      { timeoutMs: slice + WAIT_MARGIN_MS },
    );
    const transaction = readTransaction(answer);
    if (transaction.id !== id) throw new CartorioError("ANSWER_INVALID", { member: "id" });
    if (hasReached(transaction.state, level)) return transaction;
    if (transaction.state === "expired") throw new CartorioError("EXPIRED", { id });
    if (client.clock.now() >= deadline) throw new CartorioError("TIMEOUT", { id });
    // A gateway that has not heard of the transaction answers at once.
    await client.clock.delay(POLL_MS);
  }
}

/** The transaction if it took effect; throws its receipt's code otherwise. */
export function requireApplied(transaction: TransactionAnswer): TransactionAnswer {
  const { receipt, id } = transaction;
  if (receipt === undefined) throw new CartorioError("ANSWER_INVALID", { member: "receipt" });
  const { code, operationIndex, currentVersion } = receipt;
  if (code === "APPLIED") return transaction;
  const named = isErrorCode(code) ? code : "UPGRADE_SDK";
  throw new CartorioError(named, { id, operationIndex, currentVersion });
}

/** What the gateway says about the chain and its node. Its word: never take a trust anchor from it. */
export async function getStatus(client: Client): Promise<StatusAnswer> {
  const answer = readAnswer(await client.transport.request("chain_getStatus", {}));
  return {
    network: answer.text("network"),
    chainId: hashText(answer.text("chainId")),
    version: answer.text("version"),
    height: answer.number("height"),
    headerHash: answer.text("headerHash"),
    stateRoot: answer.text("stateRoot"),
    certifiedHeight: answer.number("certifiedHeight"),
    certifiedTime: answer.number("certifiedTime"),
    certifiedStateRoot: answer.text("certifiedStateRoot"),
    view: answer.number("view"),
    primary: answer.number("primary"),
    ...(answer.has("validator") ? { validator: answer.number("validator") } : {}),
    validators: answer.number("validators"),
    peersConnected: answer.number("peersConnected"),
    mempoolTransactions: answer.number("mempoolTransactions"),
    ready: answer.boolean("ready"),
    reasons: textsOf(answer.list("reasons")),
    epoch: answer.number("epoch"),
    ...(answer.has("incarnation") ? { incarnation: answer.text("incarnation") } : {}),
    ...(answer.has("amnesia") ? { amnesia: readAmnesia(answer.reader("amnesia")) } : {}),
    pid: answer.number("pid"),
  };
}

function readAmnesia(answer: AnswerReader): NonNullable<StatusAnswer["amnesia"]> {
  return {
    code: answer.text("code"),
    member: answer.text("member"),
    validatorKey: hashText(answer.text("validatorKey")),
    incarnation: answer.text("incarnation"),
    epoch: answer.number("epoch"),
    ...(answer.has("activationHeight")
      ? { activationHeight: answer.number("activationHeight") }
      : {}),
  };
}

function hasReached(state: string, level: "committed" | "certified"): boolean {
  return state === "certified" || (level === "committed" && state === "committed");
}

function readTransaction(value: unknown): TransactionAnswer {
  const answer = readAnswer(value);
  return {
    id: answer.text("id"),
    state: answer.text("state"),
    ...(answer.has("height") ? { height: answer.number("height") } : {}),
    ...(answer.has("receipt") ? { receipt: readReceipt(answer.reader("receipt")) } : {}),
  };
}

export function readReceipt(answer: AnswerReader): ReceiptAnswer {
  return {
    code: answer.text("code"),
    operationIndex: answer.number("operationIndex"),
    currentVersion: answer.number("currentVersion"),
    cost: answer.number("cost"),
    ids: textsOf(answer.list("ids")),
    bytes: answer.bytes("bytes"),
  };
}
