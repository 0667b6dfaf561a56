// Defaults. Frame limits follow from the protocol; times are generous, since a replica that is busy
// for seconds must not be cut off by its peers.
import { limits as protocolLimits } from "@cartorio/protocol";
import type { NetworkLimits } from "./ports.ts";

export const defaultNetworkLimits: NetworkLimits = {
  maxConsensusFrameBytes: protocolLimits.maxConsensusFrameBytes,
  maxTransactionsFrameBytes: protocolLimits.maxTransactionsFrameBytes,
  maxSyncFrameBytes: protocolLimits.maxSyncFrameBytes,
  // Several largest frames, and a window of votes many times over.
  maxQueuedBytes: 16 * 1024 * 1024,
  maxConcurrentRequests: 8,
  requestTimeoutMs: 10_000,
  baseBackoffMs: 100,
  maxBackoffMs: 3_000,
  dialTimeoutMs: 3_000,
  handshakeTimeoutMs: 6_000,
  probeTimeoutMs: 1_000,
  livenessIntervalMs: 5_000,
  maxSilentIntervals: 4,
};

/** @throws RangeError naming the limit that is not a positive safe integer: a programming error. */
export function networkLimits(overrides: Partial<NetworkLimits> | undefined): NetworkLimits {
  const limits = { ...defaultNetworkLimits, ...overrides };
  for (const [name, value] of Object.entries(limits)) {
    if (!Number.isSafeInteger(value) || value <= 0) throw new RangeError(`limit ${name}: ${value}`);
  }
  return limits;
}

/** Bytes a stream may hold for writing: one largest answer, or a batch on top of a largest frame. */
export function maxWriteBufferBytes(limits: NetworkLimits): number {
  const largest = Math.max(
    limits.maxConsensusFrameBytes,
    limits.maxTransactionsFrameBytes,
    limits.maxSyncFrameBytes,
  );
  return largest + 1024 * 1024;
}

export function maxFrameBytes(
  limits: NetworkLimits,
  channel: "consensus" | "transactions",
): number {
  return channel === "consensus" ? limits.maxConsensusFrameBytes : limits.maxTransactionsFrameBytes;
}
