// What the operator is told: once per peer and kind in a while, and never more than he can read.
import type { NetworkNotice } from "./ports.ts";

const windowMs = 10_000;
/** Strangers choose their keys freely, so that the total is bounded too. */
const maxNoticesPerWindow = 64;

export interface NoticeBoard {
  post(notice: NetworkNotice): void;
}

/** @param nowMs monotonic clock. */
export function createNoticeBoard(
  deliver: (notice: NetworkNotice) => void,
  nowMs: () => number,
): NoticeBoard {
  const posted = new Set<string>();
  let windowStartMs = nowMs();
  return {
    post(notice) {
      const now = nowMs();
      if (now - windowStartMs >= windowMs) {
        posted.clear();
        windowStartMs = now;
      }
      const subject = subjectOf(notice);
      if (posted.has(subject) || posted.size >= maxNoticesPerWindow) return;
      posted.add(subject);
      deliver(notice);
    },
  };
}

function subjectOf(notice: NetworkNotice): string {
  switch (notice.kind) {
    case "refused":
      return `refused/${notice.peer}/${notice.code}`;
    case "queueFull":
      return `queueFull/${notice.peer}/${notice.channel}`;
    case "unreachable":
      return `unreachable/${notice.peer}`;
  }
}
