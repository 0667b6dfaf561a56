// Load for a cluster: anchors signed beforehand, handed in by JSON-RPC batches to every gateway.
import { randomBytes } from "node:crypto";
import { base64UrlEncode, hexEncode } from "@cartorio/crypto";
import { type Ed25519KeyPair, signEd25519 } from "@cartorio/crypto/node";
import {
  anchorKind,
  encodeEnvelope,
  encodeTransactionBody,
  signerRole,
  transactionId,
  transactionSigningBytes,
} from "@cartorio/protocol";

export interface LoadAuthor {
  readonly did: string;
  readonly multikey: Uint8Array;
  readonly keys: Ed25519KeyPair;
}

export interface PreparedTransaction {
  readonly id: string;
  readonly envelope: string;
}

const validForMs = 9 * 60 * 1000;

/** One credential anchor by its issuer, signed: the ordinary transaction of a busy registry. */
export function prepareAnchor(chainId: Uint8Array, author: LoadAuthor): PreparedTransaction {
  const body = encodeTransactionBody({
    chainId,
    signers: [{ did: author.did, multikey: author.multikey, role: signerRole.author }],
    validUntil: Date.now() + validForMs,
    nonce: Uint8Array.from(randomBytes(16)),
    operations: [
      {
        kind: "credentialAnchor",
        value: {
          issuer: author.did,
          kind: anchorKind.single,
          hash: Uint8Array.from(randomBytes(32)),
          treeSize: 0,
          cosigners: [],
          accreditation: 0,
        },
      },
    ],
  });
  const signatures = [signEd25519(author.keys, transactionSigningBytes(body))];
  return {
    id: hexEncode(transactionId(body)),
    envelope: base64UrlEncode(encodeEnvelope({ body, signatures })),
  };
}

interface RpcAnswer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly data?: { readonly code?: string } };
}

/** One HTTP request for many calls of one method; answers in the order of the calls. */
export async function rpcBatch(
  url: string,
  method: string,
  params: readonly object[],
): Promise<readonly RpcAnswer[]> {
  const calls = params.map((value, id) => ({ jsonrpc: "2.0", id, method, params: value }));
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(calls),
  });
  if (!response.ok) throw new Error(`${method}: HTTP ${response.status}`);
  const answers = (await response.json()) as readonly RpcAnswer[];
  return [...answers].sort((a, b) => a.id - b.id);
}

const batchSize = 100;

/** Hands in everything to one gateway; what is refused for want of room is tried again. */
export async function submitAll(
  url: string,
  transactions: readonly PreparedTransaction[],
): Promise<void> {
  let left = [...transactions];
  while (left.length > 0) {
    const batch = left.slice(0, batchSize);
    const answers = await rpcBatch(
      url,
      "tx_submit",
      batch.map(({ envelope }) => ({ envelope })),
    );
    const refused = batch.filter((_, index) => {
      const code = answers[index]?.error?.data?.code;
      if (code !== undefined && !roomCodes.has(code)) throw new Error(`tx_submit: ${code}`);
      return code !== undefined;
    });
    left = [...refused, ...left.slice(batchSize)];
    if (refused.length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** TIMEOUT: perhaps it is in, and the same bytes twice are the same transaction. */
const roomCodes = new Set(["MEMPOOL_FULL", "SENDER_LIMIT", "QUEUE_FULL", "TIMEOUT"]);

export interface TransactionAnswer {
  readonly state: string;
  readonly height?: number;
  readonly receipt?: { readonly code: string | number };
}

/** States of many transactions, asked in batches. */
export async function transactionStates(
  url: string,
  ids: readonly string[],
): Promise<readonly TransactionAnswer[]> {
  const states: TransactionAnswer[] = [];
  for (let start = 0; start < ids.length; start += batchSize) {
    const params = ids.slice(start, start + batchSize).map((id) => ({ id }));
    for (const answer of await rpcBatch(url, "tx_get", params))
      states.push(answer.result as TransactionAnswer);
  }
  return states;
}
