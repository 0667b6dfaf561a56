import { limits, type Operation } from "@cartorio/protocol";
import {
  buildTransaction,
  CartorioError,
  type Client,
  requireApplied,
  type Signer,
  type SignerEntry,
  signTransaction,
  submitTransaction,
  type TransactionAnswer,
  waitFor,
} from "@cartorio/sdk";
import type { Chain, Sponsor, Story } from "./story-types.ts";

/** Half of what the ledger allows: the clocks need not agree well. */
const validForMs = limits.validityWindowMs / 2;
/** A transaction that a killed node took with it is handed in again after so long. */
const patienceMs = 5000;
const certifiedWithinMs = 60_000;
const retryPauseMs = 200;

/** Not the transaction's fault: another node, or the same one a moment later, will take it. */
const passing: ReadonlySet<string> = new Set([
  "TRANSPORT_FAILED",
  "TIMEOUT",
  "NOT_READY",
  "QUEUE_FULL",
  "SHUTTING_DOWN",
  "MEMPOOL_FULL",
]);

export interface Intention {
  readonly did: string;
  readonly signer: Signer;
  /** Pays; absent only where that is the point. */
  readonly sponsor?: Sponsor;
  readonly operations: readonly Operation[];
}

/** An envelope signed by the author and by its sponsor. */
export async function signIntention(chain: Chain, intention: Intention): Promise<Uint8Array> {
  const { did, signer, sponsor, operations } = intention;
  const author: SignerEntry = { did, multikey: signer.multikey, role: "author" };
  const signers: SignerEntry[] =
    sponsor === undefined
      ? [author]
      : [author, { did: sponsor.did, multikey: sponsor.signer.multikey, role: "sponsor" }];
  const body = buildTransaction({
    chainId: chain.chainId,
    signers,
    operations,
    validUntil: Date.now() + validForMs,
  });
  return signTransaction(body, sponsor === undefined ? [signer] : [signer, sponsor.signer]);
}

/** Hands in until there is a certified receipt; the same bytes are the same transaction anywhere. */
export async function certify(
  story: Story,
  envelope: Uint8Array,
  writer = 0,
): Promise<TransactionAnswer> {
  const client = pickWriter(story, writer);
  const endMs = performance.now() + certifiedWithinMs;
  for (;;) {
    try {
      const { id } = await submitTransaction(client, { envelope });
      const answer = await waitFor(client, { id, timeoutMs: patienceMs });
      story.progress.height = Math.max(story.progress.height, answer.height ?? 0);
      return answer;
    } catch (error) {
      const mayRetry = error instanceof CartorioError && passing.has(error.code);
      if (!mayRetry || performance.now() > endMs) throw error;
      await client.clock.delay(retryPauseMs);
    }
  }
}

/** Signs and hands in; throws unless the transaction took effect. */
export async function apply(story: Story, intention: Intention): Promise<TransactionAnswer> {
  const envelope = await signIntention(story.chain, intention);
  return requireApplied(await certify(story, envelope));
}

/** The code with which the cluster turns a transaction down, at the door or in its receipt. */
export async function refusalOf(story: Story, intention: Intention): Promise<string> {
  const envelope = await signIntention(story.chain, intention);
  try {
    const { receipt } = await certify(story, envelope);
    return receipt?.code ?? "no receipt";
  } catch (error) {
    if (error instanceof CartorioError) return error.code;
    throw error;
  }
}

export function pickWriter({ writers }: Story, index: number): Client {
  const writer = writers[index % writers.length];
  if (writer === undefined) throw new Error("the cluster has no nodes");
  return writer;
}
