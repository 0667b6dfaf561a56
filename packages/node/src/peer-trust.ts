// Who sends something false (docs/consensus.md 12).
import type { PeerName } from "@cartorio/network";

export interface PeerTrust {
  /** Counts one false frame; how many came from this peer in all. */
  readonly falseFrame: (peer: PeerName) => number;
  /** Sent too much that is false of late: the peer's frames are handled when nothing else waits. */
  readonly isDistrusted: (peer: PeerName) => boolean;
}

/** No correct peer sends one; a few are let pass for the sake of versions that differ. */
const falseFramesPerMinute = 8;
const minuteMs = 60_000;

interface FalseFrames {
  count: number;
  /** Times of the newest false frames, oldest first, at most `falseFramesPerMinute`. */
  newest: number[];
}

/** Peers are those of the genesis, so the memory is bounded. */
export function createPeerTrust(nowMs: () => number): PeerTrust {
  const records = new Map<PeerName, FalseFrames>();
  return {
    falseFrame: (peer) => {
      const record = records.get(peer) ?? { count: 0, newest: [] };
      record.count += 1;
      record.newest = [...record.newest, nowMs()].slice(-falseFramesPerMinute);
      records.set(peer, record);
      return record.count;
    },
    isDistrusted: (peer) => {
      const newest = records.get(peer)?.newest ?? [];
      const oldest = newest.length < falseFramesPerMinute ? undefined : newest[0];
      return oldest !== undefined && nowMs() - oldest < minuteMs;
    },
  };
}
