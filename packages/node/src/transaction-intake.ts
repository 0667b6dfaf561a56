// The way of a transaction into the mempool: form and limits, admission, room, then its signatures,
// once, in batches on worker threads (docs/ledger.md 1). Gossip leaves from here.
import { byteKey } from "@cartorio/crypto";
import { CryptoError, type SignatureItem, type VerifierPool } from "@cartorio/crypto/node";
import {
  type DecodedEnvelope,
  decodeTransaction,
  type ErrorCode,
  signatureItems,
} from "@cartorio/protocol";
import { addToMempool, type Mempool, mempoolEnvelope, mempoolRoom } from "./mempool.ts";

export interface IntakeOptions {
  readonly chainId: Uint8Array;
  readonly mempool: Mempool;
  readonly verifier: VerifierPool;
  /** Cheap refusals that need the newest state: sponsor, window, replay. */
  readonly admission: (decoded: DecodedEnvelope) => ErrorCode | undefined;
  /** Height of the state that `admission` judges by. */
  readonly stateHeight: () => number;
  /** A new transaction of our own clients is ready for the other validators. */
  readonly onAccepted: (decoded: DecodedEnvelope, own: boolean) => void;
  /** Envelopes that may wait for their signature check; beyond it gossip is dropped. Clients get QUEUE_FULL at half of it. */
  readonly maxVerifying: number;
}

export type IntakeResult =
  | { readonly ok: true; readonly decoded: DecodedEnvelope; readonly known: boolean }
  | { readonly ok: false; readonly code: ErrorCode };

interface Waiting {
  readonly decoded: DecodedEnvelope;
  readonly resolve: (valid: boolean) => void;
  readonly reject: (error: unknown) => void;
}

export interface Intake {
  /** From a client or a peer. Resolves when the envelope is in the mempool or refused. */
  readonly admit: (bytes: Uint8Array, own: boolean) => Promise<IntakeResult>;
  /** Form, limits and signatures only: for envelopes that a proposal names. Rejects when the pool could not check. */
  readonly verifyEnvelope: (bytes: Uint8Array) => Promise<DecodedEnvelope | undefined>;
  /** The check of an envelope that is under way. */
  readonly underWay: (hash: Uint8Array) => Promise<DecodedEnvelope | undefined> | undefined;
}

export function createIntake(options: IntakeOptions): Intake {
  const { chainId, mempool } = options;
  const verifying = new Map<string, Promise<DecodedEnvelope | undefined>>();
  const batch = createSignatureBatch(options.verifier);

  const verifyDecoded = (decoded: DecodedEnvelope): Promise<DecodedEnvelope | undefined> => {
    const key = byteKey(decoded.hash);
    const running = verifying.get(key);
    if (running !== undefined) return running;
    const check = batch(decoded)
      .then((valid) => (valid ? decoded : undefined))
      .finally(() => verifying.delete(key));
    verifying.set(key, check);
    return check;
  };

  const admit = async (bytes: Uint8Array, own: boolean): Promise<IntakeResult> => {
    const decoding = decodeTransaction(bytes, chainId);
    if (!decoding.ok) return decoding;
    const decoded = decoding.value;
    const known = mempoolEnvelope(mempool, decoded.hash);
    if (known !== undefined) return { ok: true, decoded: known, known: true };
    const judgedAt = options.stateHeight();
    const refusal = options.admission(decoded) ?? mempoolRoom(mempool, decoded);
    if (refusal === "DUPLICATE_TRANSACTION") return { ok: true, decoded, known: true };
    if (refusal !== undefined) return { ok: false, code: refusal };
    // Clients leave half of the queue to the gossip of other validators: a flood of theirs must not make
    // this node miss what others were promised, or it would look like one that censors (docs/consensus.md 4).
    const most = own ? options.maxVerifying / 2 : options.maxVerifying;
    if (verifying.size >= most) return { ok: false, code: "QUEUE_FULL" };
    try {
      if ((await verifyDecoded(decoded)) === undefined)
        return { ok: false, code: "SIGNATURE_INVALID" };
    } catch (error) {
      // The pool is overloaded or restarts: not the sender's fault.
      if (error instanceof CryptoError) return { ok: false, code: "QUEUE_FULL" };
      throw error;
    }
    // The state may have moved while the signatures were checked.
    const moved = options.stateHeight() !== judgedAt;
    const late = (moved ? options.admission(decoded) : undefined) ?? addToMempool(mempool, decoded);
    if (late === "DUPLICATE_TRANSACTION") return { ok: true, decoded, known: true };
    if (late !== undefined) return { ok: false, code: late };
    options.onAccepted(decoded, own);
    return { ok: true, decoded, known: false };
  };

  const verifyEnvelope = async (bytes: Uint8Array): Promise<DecodedEnvelope | undefined> => {
    const decoding = decodeTransaction(bytes, chainId);
    return decoding.ok ? verifyDecoded(decoding.value) : undefined;
  };

  return { admit, verifyEnvelope, underWay: (hash) => verifying.get(byteKey(hash)) };
}

/** Gathers what arrives within one turn of the event loop into one call of the verifier pool. */
function createSignatureBatch(
  verifier: VerifierPool,
): (decoded: DecodedEnvelope) => Promise<boolean> {
  let waiting: Waiting[] = [];

  const flush = async (): Promise<void> => {
    const group = waiting;
    waiting = [];
    const items: SignatureItem[] = [];
    for (const { decoded } of group) items.push(...signatureItems(decoded));
    try {
      const verdicts = await verifier.verifyBatch(items);
      let next = 0;
      for (const { decoded, resolve } of group) {
        const end = next + decoded.envelope.signatures.length;
        resolve(verdicts.slice(next, end).every((valid) => valid));
        next = end;
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  };

  return (decoded) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(() => void flush());
      waiting.push({ decoded, resolve, reject });
    });
}
