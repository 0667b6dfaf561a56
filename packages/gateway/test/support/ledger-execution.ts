import { byteKey } from "@cartorio/crypto";
import { defaultParameters, type ErrorCode, type Operation, type Signer } from "@cartorio/protocol";
import { createGenerationCache } from "../../../ledger/src/generation-cache.ts";
import { executeOperation } from "../../../ledger/src/handlers/table.ts";
import { type BlockState, startBlock, startTransaction } from "../../../ledger/src/state.ts";
import type { TreeReader } from "../../../ledger/src/tree-reader.ts";
import type { MemoryChain } from "./memory-chain.ts";

/** Never read: the block holds every record of the chain as if it had written it. */
const noTree = {} as TreeReader;

/** Executes an operation by the ledger's own handler on the state of a memory chain. */
export function executeByLedger(
  chain: MemoryChain,
  operation: Operation,
  by: { readonly signers: readonly Signer[]; readonly payer: string; readonly at: At },
): ErrorCode {
  const state = startTransaction(blockOn(chain, by.at));
  const { signers, payer } = by;
  const outcome = executeOperation(operation, {
    state,
    chainId: chain.chainId,
    signers,
    payer,
    createdDids: [],
  });
  if (!outcome.ok) return outcome.code;
  for (const { key, bytes } of state.writes.values()) {
    if (bytes !== undefined) chain.put(key, bytes);
  }
  return "APPLIED";
}

/** A block on the state of a memory chain, which nobody keeps. */
export function blockOn(chain: MemoryChain, at: At): BlockState {
  const base = {
    network: chain.network,
    parameters: defaultParameters,
    members: new Map(),
    policies: new Map(),
    tree: noTree,
    root: undefined,
    dids: createGenerationCache<string, never>(1),
  };
  const block = startBlock(base, at);
  for (const { key, record } of chain.entries()) {
    block.writes.set(byteKey(key), { key, bytes: record });
  }
  return block;
}

interface At {
  readonly time: number;
  readonly height: number;
}
