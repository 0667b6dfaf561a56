// A chain that was grown to some number of DIDs, and how far: on disk, so that it is grown by a process
// of its own, and once only.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { limits } from "@cartorio/protocol";
import { type BenchChain, network, openBenchChain, sponsor } from "./ledger-chain.ts";
import { createOperation, type SignedOperation } from "./ledger-load.ts";

/** In large blocks, but so small that they fit in the memory of a node. */
const growthDids = 2_500;
const createsPerTransaction = limits.maxSigners - 1;
const progressFile = "grown.json";

/** What was done on a chain: DIDs below `updated` have a second version. */
export interface Growth {
  dids: number;
  updated: number;
  anchored: number;
}

export interface Grown extends Growth {
  readonly chain: BenchChain;
}

export type Say = (text: string) => void;

/** How many DIDs a directory holds; 0 if it holds no chain. */
export function didsIn(directory: string): number {
  const file = join(directory, progressFile);
  return existsSync(file) ? readGrowth(file).dids : 0;
}

function readGrowth(file: string): Growth & { readonly height: number } {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** Opens the chain of a directory, or a new one. */
export async function openGrown(directory: string, stateWindow: number): Promise<Grown> {
  const chain = await openBenchChain(join(directory, "chain"), stateWindow);
  const file = join(directory, progressFile);
  if (!existsSync(file)) return { chain, dids: 0, updated: 0, anchored: 0 };
  const { height, ...growth } = readGrowth(file);
  if (height !== chain.ledger.head.height)
    throw new Error(`${directory} was left in the middle of a block: delete it`);
  return { chain, ...growth };
}

/** Closes the chain and notes how far it is. */
export async function closeGrown(directory: string, grown: Grown): Promise<void> {
  const { chain, dids, updated, anchored } = grown;
  await chain.store.close();
  const { height } = chain.ledger.head;
  const text = JSON.stringify({ height, dids, updated, anchored });
  writeFileSync(join(directory, progressFile), text);
}

/** Grows the chain of a directory to `dids` DIDs. */
export async function grow(
  directory: string,
  { dids, stateWindow }: { readonly dids: number; readonly stateWindow: number },
  say: Say,
): Promise<void> {
  const grown = await openGrown(directory, stateWindow);
  const { chain } = grown;
  while (grown.dids < dids) {
    const count = Math.min(growthDids, dids - grown.dids);
    const operations = Array.from({ length: count }, (_, index) =>
      createOperation(grown.dids + index, network),
    );
    const envelopes = chain.sign(transactionsOf(operations, createsPerTransaction));
    const started = performance.now();
    await chain.commit(chain.admit(envelopes));
    grown.dids += count;
    const durationMs = performance.now() - started;
    say(`${grown.dids} of ${dids} DIDs, the last ${count} in ${durationMs.toFixed(0)} ms`);
  }
  await closeGrown(directory, grown);
}

/** Operations packed into transactions, paid by the sponsor. */
export function transactionsOf(
  signed: readonly SignedOperation[],
  perTransaction: number,
): Parameters<BenchChain["sign"]>[0] {
  const count = Math.ceil(signed.length / perTransaction);
  return Array.from({ length: count }, (_, index) => {
    const part = signed.slice(index * perTransaction, (index + 1) * perTransaction);
    return {
      signers: [...part.map(({ signer }) => signer), sponsor],
      operations: part.map(({ operation }) => operation),
    };
  });
}
