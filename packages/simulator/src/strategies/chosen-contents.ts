import { equalBytes, hexEncode } from "@cartorio/crypto";
import { decodeEnvelope, decodeTransactionBody, envelopeHash } from "@cartorio/protocol";
import type { Strategy } from "../strategy.ts";

/** One transaction per block, whatever waits. */
export function createTinyBlocks(): Strategy {
  return { name: "tiny-blocks", build: (_a, hashes) => hashes.slice(0, 1) };
}

/** Each block holds the transactions of the one before again: they must take effect once. */
export function createRepeats(): Strategy {
  let last: readonly Uint8Array[] = [];
  return {
    name: "repeats",
    build: (a, hashes) => {
      const most = a.replica()?.parameters.maxBlockTransactions ?? 0;
      const again = last.filter((hash) => !hashes.some(same(hash)));
      last = hashes;
      return [...hashes, ...again].slice(0, most);
    },
  };
}

/** Who sent it: the DID of the first signer. What is no transaction counts by its first hash bits. */
export function senderOf(envelope: Uint8Array): string {
  const decoded = decodeEnvelope(envelope);
  const body = decoded.ok ? decodeTransactionBody(decoded.value.body) : undefined;
  const did = body?.ok === true ? body.value.signers[0]?.did : undefined;
  return did ?? `${(envelopeHash(envelope)[0] ?? 0) % 4}`;
}

const paddedEveryMs = 200;

/** Leaves out one sender's transactions and fills the blocks with others, so that none has room. */
export function createCensor(): Strategy {
  let victim: string | undefined;
  let paddedMs = Number.NEGATIVE_INFINITY;
  return {
    name: "censor",
    build: (a, hashes) => {
      const waiting = a.waiting().map((envelope) => ({
        hash: envelopeHash(envelope),
        sender: senderOf(envelope),
      }));
      victim ??= waiting.map(({ sender }) => sender).sort()[0];
      const censored = new Set(
        waiting.filter(({ sender }) => sender === victim).map(({ hash }) => hexEncode(hash)),
      );
      const taken = hashes.filter((hash) => !censored.has(hexEncode(hash)));
      if (taken.length === hashes.length) return taken;
      // While only the victim waits: others again, as a duplicate is a no-op that fills a block.
      if (taken.length === 0 && a.nowMs() - paddedMs < paddedEveryMs) return [];
      paddedMs = a.nowMs();
      const most = a.replica()?.parameters.maxBlockTransactions ?? hashes.length;
      const padding = waiting
        .filter(({ sender, hash }) => sender !== victim && !taken.some(same(hash)))
        .map(({ hash }) => hash);
      return [...taken, ...padding].slice(0, most);
    },
  };
}

function same(hash: Uint8Array): (other: Uint8Array) => boolean {
  return (other) => equalBytes(hash, other);
}

/** Dates its proposals as late as the drift allows, now and then later. */
export function createFutureDating(): Strategy {
  return {
    name: "future-dating",
    proposalTime: (a, wallMs) => {
      const drift = a.replica()?.parameters.maxClockDriftMs ?? 0;
      return wallMs + Math.floor(drift * (a.random.chance(0.8) ? 0.95 : 1.1));
    },
  };
}
