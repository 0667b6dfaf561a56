import type { Operation, signerRole } from "@cartorio/protocol";
import { requireApplied, submitTransaction, type TransactionAnswer, waitFor } from "./actions.ts";
import { type HashLike, hashBytes } from "./answer.ts";
import type { Client } from "./client.ts";
import type { Signer } from "./signer.ts";
import { buildTransaction, signTransaction } from "./transaction.ts";

export interface SendInput {
  /** SHA-256 of the genesis bytes. Default that of the client's trust anchor. */
  readonly chainId?: HashLike;
  /** Who signs, for whom and as what. */
  readonly signers: readonly {
    readonly did: string;
    readonly role: keyof typeof signerRole;
    readonly signer: Signer;
  }[];
  readonly operations: readonly Operation[];
  /** Milliseconds since 1970. Default five minutes ahead of the client's clock. */
  readonly validUntil?: number;
  /** Default `certified`. */
  readonly level?: "committed" | "certified";
  readonly timeoutMs?: number;
}

const DEFAULT_VALIDITY_MS = 5 * 60 * 1000;

/**
 * Builds, signs, submits and waits: the usual way to write. Throws the receipt's code if the
 * transaction failed, and never signs a second time: after TIMEOUT or TRANSPORT_FAILED it is unknown
 * whether the transaction took effect, and `waitFor` with the same id will tell.
 */
export async function sendTransaction(
  client: Client,
  input: SendInput,
): Promise<TransactionAnswer> {
  const { signers, operations, level = "certified", timeoutMs } = input;
  const chainId = input.chainId ?? client.anchor?.chainId ?? "";
  const body = buildTransaction({
    chainId: hashBytes(chainId),
    signers: signers.map(({ did, role, signer }) => ({ did, role, multikey: signer.multikey })),
    operations,
    validUntil: input.validUntil ?? client.clock.now() + DEFAULT_VALIDITY_MS,
  });
  const own = signers.map(({ signer }) => signer);
  const { id } = await submitTransaction(client, { envelope: await signTransaction(body, own) });
  const options = timeoutMs === undefined ? { id, level } : { id, level, timeoutMs };
  return requireApplied(await waitFor(client, options));
}
