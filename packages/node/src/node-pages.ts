// Lists that a node gives page by page: what waits for signatures, what it can prove of others.
import type { EvidencePage, NodeApi, PendingPage, PendingTransaction } from "@cartorio/gateway";
import { encodeEnvelope } from "@cartorio/protocol";
import type { EvidenceStore } from "./evidence-store.ts";
import {
  missingIn,
  type PendingEnvelope,
  type PendingEnvelopes,
  pendingEnvelope,
  waitingFor,
} from "./pending-envelopes.ts";

export function pendingPage(
  pending: PendingEnvelopes,
  asked: Parameters<NodeApi["pendingTransactions"]>[0],
): PendingPage {
  if ("id" in asked) {
    const found = pendingEnvelope(pending, asked.id);
    return { entries: found === undefined ? [] : [pendingAnswer(found)], more: false };
  }
  const waiting = waitingFor(pending, asked.did, asked.after);
  const entries = waiting.slice(0, asked.count).map(pendingAnswer);
  return { entries, more: waiting.length > asked.count };
}

function pendingAnswer({ id, envelope }: PendingEnvelope): PendingTransaction {
  return { id, envelope: encodeEnvelope(envelope), missing: missingIn(envelope) };
}

export async function evidencePage(
  evidence: EvidenceStore,
  { after, count }: { readonly after: string; readonly count: number },
): Promise<EvidencePage> {
  const behind = (await evidence.list()).filter(({ id }) => id > after);
  return { entries: behind.slice(0, count), more: behind.length > count };
}

export async function evidenceMessages(
  evidence: EvidenceStore,
  id: string,
): ReturnType<NodeApi["evidenceMessages"]> {
  const found = await evidence.read(id);
  if (found === undefined) return undefined;
  const messages = found.messages.map((text) => Uint8Array.from(Buffer.from(text, "base64url")));
  const messageBytes = messages.reduce((sum, { length }) => sum + length, 0);
  return { ...found, id, messageBytes, messages };
}
