import { hexEncode, verifySignature } from "@cartorio/crypto";
import {
  type DecodedEnvelope,
  decodeTransaction,
  encodeEnvelope,
  signatureItems,
} from "@cartorio/protocol";
import type { ApiResult, NodeApi, PendingPage, SignaturesAdded } from "../../src/index.ts";

/** By transaction id: what lacks signatures. */
export type MemoryPending = Map<string, DecodedEnvelope>;

interface MemoryIntake {
  readonly chainId: Uint8Array;
  readonly isOrdered: (id: Uint8Array) => boolean;
  readonly submit: NodeApi["submit"];
}

function missingIn({ envelope }: DecodedEnvelope): number[] {
  return envelope.signatures.flatMap((signature, index) =>
    signature.some((byte) => byte !== 0) ? [] : [index],
  );
}

/** Without bounds, expiry and passkeys; anybody may open one. */
export async function addToMemory(
  pending: MemoryPending,
  bytes: Uint8Array,
  { chainId, isOrdered, submit }: MemoryIntake,
): Promise<ApiResult<SignaturesAdded>> {
  const decoded = decodeTransaction(bytes, chainId);
  if (!decoded.ok) return { ok: false, code: decoded.code };
  const { id } = decoded.value;
  if (isOrdered(id)) return { ok: true, value: { id, state: "submitted", missing: [] } };
  const missing = missingIn(decoded.value);
  const items = signatureItems(decoded.value).filter((_, index) => !missing.includes(index));
  if (!items.every((item) => verifySignature(item.multikey, item.message, item.signature)))
    return { ok: false, code: "SIGNATURE_INVALID" };
  const known = pending.get(hexEncode(id)) ?? decoded.value;
  const signatures = known.envelope.signatures.map((signature, index) =>
    signature.some((byte) => byte !== 0)
      ? signature
      : (decoded.value.envelope.signatures[index] ?? signature),
  );
  const merged = { ...known, envelope: { body: known.envelope.body, signatures } };
  const left = missingIn(merged);
  pending.set(hexEncode(id), merged);
  if (left.length > 0) return { ok: true, value: { id, state: "waiting", missing: left } };
  pending.delete(hexEncode(id));
  const result = await submit(encodeEnvelope(merged.envelope));
  return result.ok ? { ok: true, value: { id, state: "submitted", missing: [] } } : result;
}

export function pendingInMemory(
  pending: MemoryPending,
  asked: Parameters<NodeApi["pendingTransactions"]>[0],
): PendingPage {
  const entries = [...pending].flatMap(([, decoded]) => {
    const missing = missingIn(decoded);
    const { id, body, envelope } = decoded;
    const isAsked =
      "id" in asked
        ? hexEncode(asked.id) === hexEncode(id)
        : missing.some((index) => body.signers[index]?.did === asked.did) &&
          hexEncode(id) > hexEncode(asked.after ?? new Uint8Array());
    return isAsked ? [{ id, envelope: encodeEnvelope(envelope), missing }] : [];
  });
  entries.sort((a, b) => (hexEncode(a.id) < hexEncode(b.id) ? -1 : 1));
  const count = "id" in asked ? 1 : asked.count;
  return { entries: entries.slice(0, count), more: entries.length > count };
}
