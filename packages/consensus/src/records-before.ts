import { type JournalRecord, limits } from "@cartorio/protocol";
import { newestCertificateRecords } from "./certified.ts";
import { firstVoteRecords } from "./heard.ts";
import type { Replica } from "./state.ts";

/** What goes into the journal with the next record at a height, before it. */
export function recordsBefore(replica: Replica, height: number): JournalRecord[] {
  return [...firstVoteRecords(replica), ...certificateRecords(replica, height)];
}

/**
 * The certificate of S as a journal record, if a vote at `height` is about to be made durable that
 * only this S admits and no durable record proves S yet. Without it a restart could come back with
 * a lower S, and its ViewChange would leave out prepared certificates near the top of the window
 * (docs/consensus.md 9: durable before the vote; 5: every certificate behind a sent Commit is listed).
 */
export function certificateRecords(replica: Replica, height: number): JournalRecord[] {
  if (height <= replica.certifiedDurable + limits.window) return [];
  return newestCertificateRecords(replica);
}
