// The way of single signatures to a whole envelope, and of that into the mempool (docs/operations.md).
import { CryptoError, type VerifierPool } from "@cartorio/crypto/node";
import {
  type DecodedEnvelope,
  decodeTransaction,
  type ErrorCode,
  encodeEnvelope,
  type Signer,
  signatureItems,
} from "@cartorio/protocol";
import {
  completeEnvelopes,
  expirePending,
  keepSignatures,
  missingIn,
  moveToEnd,
  type PendingEnvelopes,
  pendingEnvelope,
  pendingRoom,
  removePending,
  signedBy,
} from "./pending-envelopes.ts";
import type { IntakeResult } from "./transaction-intake.ts";

export interface SignatureIntakeOptions {
  readonly chainId: Uint8Array;
  readonly pending: PendingEnvelopes;
  readonly verifier: Pick<VerifierPool, "verifyBatch">;
  /** As for the mempool: what could not execute is not signed either. */
  readonly admission: (decoded: DecodedEnvelope) => ErrorCode | undefined;
  readonly isKeyOfMember: (signer: Signer) => boolean;
  /** Whether the transaction is in the mempool or executed. */
  readonly isOrdered: (id: Uint8Array) => boolean;
  /** The usual way of a whole envelope into the mempool. */
  readonly submit: (envelope: Uint8Array) => Promise<IntakeResult>;
  /** Calls whose signatures may be checked at once; QUEUE_FULL beyond it. */
  readonly maxVerifying: number;
}

export interface SignaturesAdded {
  readonly id: Uint8Array;
  /** waiting: for signatures; complete: for room in the mempool; submitted: in it, or executed. */
  readonly state: "waiting" | "complete" | "submitted";
  /** Indices of the signers whose signature is missing. */
  readonly missing: readonly number[];
}

export type AddResult =
  | { readonly ok: true; readonly value: SignaturesAdded }
  | { readonly ok: false; readonly code: ErrorCode };

export interface SignatureIntake {
  /** An envelope with zeros in place of the signatures that it lacks. */
  readonly add: (bytes: Uint8Array) => Promise<AddResult>;
  /** Checks the signatures of some signers. Codes: SIGNATURE_INVALID, QUEUE_FULL. */
  readonly verify: (
    decoded: DecodedEnvelope,
    signers: readonly number[],
  ) => Promise<ErrorCode | undefined>;
  /** Drops what was executed or expired; hands in again what had no room. */
  readonly blockExecuted: (timeMs: number, ids: readonly Uint8Array[]) => Promise<void>;
}

/** Refusals that pass by themselves; whatever else refuses a whole envelope refuses it for good. */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  ...(["MEMPOOL_FULL", "SENDER_LIMIT", "QUEUE_FULL", "NOT_READY", "LONG_LIVED_CAP"] as const),
]);

/** Whole envelopes that are handed in again after one block. */
const maxRetries = 16;

export function createSignatureIntake(options: SignatureIntakeOptions): SignatureIntake {
  const { pending } = options;
  let verifying = 0;

  const verify: SignatureIntake["verify"] = async (decoded, indices) => {
    if (verifying >= options.maxVerifying) return "QUEUE_FULL";
    verifying += 1;
    try {
      const items = signatureItems(decoded).filter((_, index) => indices.includes(index));
      const verdicts = await options.verifier.verifyBatch(items);
      return verdicts.every((valid) => valid) ? undefined : "SIGNATURE_INVALID";
    } catch (error) {
      // The pool is overloaded or restarts: not the sender's fault.
      if (error instanceof CryptoError) return "QUEUE_FULL";
      throw error;
    } finally {
      verifying -= 1;
    }
  };

  const add = async (bytes: Uint8Array): Promise<AddResult> => {
    const decoding = decodeTransaction(bytes, options.chainId);
    if (!decoding.ok) return decoding;
    const decoded = decoding.value;
    const { id } = decoded;
    if (options.isOrdered(id)) return submitted(id);
    const known = pendingEnvelope(pending, id);
    const opening = known === undefined ? opener(options, decoded) : { member: known.member };
    if ("code" in opening)
      return opening.code === "DUPLICATE_TRANSACTION"
        ? submitted(id)
        : { ok: false, code: opening.code };
    const fresh = signedBy(decoded.envelope).filter(
      (index) => known === undefined || missingIn(known.envelope).includes(index),
    );
    const refusal = fresh.length === 0 ? undefined : await verify(decoded, fresh);
    if (refusal !== undefined) return { ok: false, code: refusal };
    // It may have been completed, or dropped, while the signatures were checked.
    if (options.isOrdered(id)) return submitted(id);
    if (known !== undefined && pendingEnvelope(pending, id) === undefined)
      return { ok: false, code: "EXPIRED" };
    const full = keepSignatures(pending, onlySigned(decoded, fresh), opening.member);
    return full === undefined ? settle(id) : { ok: false, code: full };
  };

  /** Hands in what is complete. */
  const settle = async (id: Uint8Array): Promise<AddResult> => {
    const entry = pendingEnvelope(pending, id);
    if (entry === undefined) return submitted(id);
    const missing = missingIn(entry.envelope);
    if (missing.length > 0) return { ok: true, value: { id, state: "waiting", missing } };
    const result = await options.submit(encodeEnvelope(entry.envelope));
    if (!result.ok && passing.has(result.code))
      return { ok: true, value: { id, state: "complete", missing } };
    removePending(pending, id);
    return result.ok ? submitted(id) : result;
  };

  const blockExecuted = async (timeMs: number, ids: readonly Uint8Array[]): Promise<void> => {
    for (const id of ids) removePending(pending, id);
    expirePending(pending, timeMs);
    for (const { id } of completeEnvelopes(pending).slice(0, maxRetries)) {
      moveToEnd(pending, id);
      await settle(id);
    }
  };

  return { add, verify, blockExecuted };
}

function submitted(id: Uint8Array): AddResult {
  return { ok: true, value: { id, state: "submitted", missing: [] } };
}

/**
 * Whose share a new transaction takes: that of a member who signed it. Anybody may name a member as
 * signer, so that nothing is kept without one's signature. Codes: SIGNATURE_COUNT (there is none at all),
 * UNAUTHORISED (none is of a member), SENDER_LIMIT, those of admission.
 */
function opener(
  { pending, admission, isKeyOfMember }: SignatureIntakeOptions,
  decoded: DecodedEnvelope,
): { readonly member: string } | { readonly code: ErrorCode } {
  const refusal = admission(decoded);
  if (refusal !== undefined) return { code: refusal };
  const signed = signedBy(decoded.envelope);
  if (signed.length === 0) return { code: "SIGNATURE_COUNT" };
  const signers = decoded.body.signers.filter((_, index) => signed.includes(index));
  const member = signers.find(isKeyOfMember)?.did;
  if (member === undefined) return { code: "UNAUTHORISED" };
  const full = pendingRoom(pending, member, decoded.bytes.length);
  return full === undefined ? { member } : { code: full };
}

/** What was not checked is not kept. */
function onlySigned(decoded: DecodedEnvelope, indices: readonly number[]): DecodedEnvelope {
  const { body, signatures, passkeys = [] } = decoded.envelope;
  const kept = signatures.map((signature, index) =>
    indices.includes(index) ? signature : new Uint8Array(signature.length),
  );
  const assertions = passkeys.filter(({ signer }) => indices.includes(signer));
  return { ...decoded, envelope: { body, signatures: kept, passkeys: assertions } };
}
