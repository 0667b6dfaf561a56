// What proofs cost: made from the pages of a ledger on disk, verified as a client does, signatures
// apart. Single thread.
import { type Ledger, proveRange, proveRecords } from "@cartorio/ledger";
import { encodeMultiproof, rootOfRange, stateKeys, verifyMultiproof } from "@cartorio/protocol";
import { network } from "./ledger-chain.ts";
import { didOfIndex } from "./ledger-load.ts";

const singleProofs = 2000;
const manyKeys = [16, 256] as const;
const roundsOfMany = 20;

export interface ProofRates {
  readonly proofsPerSecond: number;
  readonly verifiesPerSecond: number;
}

/** Rates of proofs of one key, every second one of absence; sizes and larger proofs go to `say`. */
export function measureProofs(
  ledger: Ledger,
  dids: number,
  say: (text: string) => void,
): ProofRates {
  const keys = keysAllOver(dids, singleProofs);
  const single = proveAndVerify(
    ledger,
    keys.map((key) => [key]),
  );
  say(described(1, single));
  for (const count of manyKeys) {
    const questions = Array.from({ length: roundsOfMany }, (_, round) =>
      keys.slice(round * (singleProofs / roundsOfMany - 1)).slice(0, count),
    ).filter((question) => question.length === count);
    say(described(count, proveAndVerify(ledger, questions)));
  }
  sayRange(ledger, keys, say);
  return {
    proofsPerSecond: Math.round(1000 / single.madeMs),
    verifiesPerSecond: Math.round(1000 / single.verifiedMs),
  };
}

/** Heads of DIDs that are there and, in turn, of DIDs that are not. */
function keysAllOver(dids: number, count: number): Uint8Array[] {
  const step = Math.max(1, Math.floor(dids / count));
  return Array.from({ length: count }, (_, index) =>
    stateKeys.didHead(didOfIndex(index % 2 === 0 ? (index * step) % dids : dids + index, network)),
  );
}

/** Of one proof: means. */
interface ProofCost {
  readonly madeMs: number;
  readonly verifiedMs: number;
  readonly multiproofBytes: number;
  readonly recordBytes: number;
}

function proveAndVerify(ledger: Ledger, questions: readonly (readonly Uint8Array[])[]): ProofCost {
  const { height, header } = ledger.head;
  let started = performance.now();
  const made = questions.map((keys) => ({ keys, ...proveRecords(ledger, keys, height) }));
  const madeMs = (performance.now() - started) / questions.length;
  started = performance.now();
  for (const { keys, records, multiproof: proof } of made)
    if (!verifyMultiproof({ root: header.stateRoot, keys, records, proof }))
      throw new Error("a proof does not verify");
  const verifiedMs = (performance.now() - started) / questions.length;
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / questions.length;
  return {
    madeMs,
    verifiedMs,
    multiproofBytes: mean(made.map(({ multiproof }) => encodeMultiproof(multiproof).length)),
    recordBytes: mean(
      made.map(({ records }) => records.reduce((sum, record) => sum + (record?.length ?? 0), 0)),
    ),
  };
}

function described(keys: number, cost: ProofCost): string {
  const microseconds = (ms: number): string => `${(1000 * ms).toFixed(0)} us`;
  return (
    `proof of ${keys} ${keys === 1 ? "key" : "keys"}: ${cost.multiproofBytes.toFixed(0)} bytes and ` +
    `${cost.recordBytes.toFixed(0)} of records, made in ${microseconds(cost.madeMs)}, ` +
    `verified in ${microseconds(cost.verifiedMs)}`
  );
}

/** The smallest range that a client would get around one key, asking nibble by nibble. */
function sayRange(ledger: Ledger, keys: readonly Uint8Array[], say: (text: string) => void): void {
  const [key] = keys;
  if (key === undefined) return;
  for (let bits = 0; bits <= 256; bits += 4) {
    const started = performance.now();
    const range = proveRange(ledger, { key, bits }, ledger.head.height);
    const madeMs = performance.now() - started;
    if (range === undefined) {
      say(`range below ${bits} bits: too large, known after ${madeMs.toFixed(1)} ms`);
      continue;
    }
    const verifying = performance.now();
    const root = rootOfRange(range);
    const verifiedMs = performance.now() - verifying;
    if (root === undefined) throw new Error("a range does not verify");
    const bytes = range.records.reduce((sum, { record }) => sum + 32 + record.length, 0);
    say(
      `range below ${range.prefixBits} bits: ${range.records.length} records, ${bytes} bytes, made ` +
        `in ${madeMs.toFixed(1)} ms, verified in ${verifiedMs.toFixed(1)} ms`,
    );
    return;
  }
}
