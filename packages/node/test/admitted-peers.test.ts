// Who may connect, over set changes (docs/decisions/admission-by-set.md).
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ed25519KeyPairFromSeed, signEd25519 } from "@cartorio/crypto/node";
import { validatorSetAt } from "@cartorio/ledger";
import { checkpointSigningBytes, encodeProposal } from "@cartorio/protocol";
import { afterAll, beforeAll, expect, it } from "vitest";
import { admittedPeers } from "../src/admitted-peers.ts";
import { type ChainState, openChainState } from "../src/chain-state.ts";
import { createExecutor, decodeEnvelopes, type Executor } from "../src/executor.ts";
import { peerName } from "../src/peer-names.ts";
import { candidate, seedOf, setChange, testNetwork } from "./support/genesis.ts";

const network = testNetwork(4, {}, 1);
const { chainId } = network.genesis;
const directory = mkdtempSync(join(tmpdir(), "cartorio-admission-"));
const keysOf = (name: string): ReturnType<typeof ed25519KeyPairFromSeed> =>
  ed25519KeyPairFromSeed(seedOf(name));
const nameOf = (index: number): string => peerName(keysOf(`node ${index}`).publicKey);
const incarnation = new Uint8Array(16).fill(7);

let chain: ChainState;
let executor: Executor;

beforeAll(async () => {
  chain = await openChainState(join(directory, "state"), network.genesis);
  const ignore = (): void => undefined;
  executor = createExecutor({
    supports: () => true,
    ...{ ledger: chain.ledger, store: chain.store, now: () => 0 },
    ...{ onExecuted: ignore, onCertified: ignore },
    onFailed: ({ error }) => {
      throw error;
    },
  });
});
afterAll(async () => {
  await chain.store.close();
  rmSync(directory, { recursive: true, force: true });
});

/** One certified block; its validators are those of the indices. */
async function addBlock(validators: readonly number[], envelope?: Uint8Array): Promise<void> {
  const { epoch } = chain.ledger.validators;
  const height = chain.ledger.head.height + 1;
  const envelopes = decodeEnvelopes(envelope === undefined ? [] : [envelope], chainId) ?? [];
  const envelopeHashes = envelopes.map(({ hash }) => hash);
  const proposal = { epoch, height, time: Date.now() + height, proposer: 0, envelopeHashes };
  const proposalBytes = encodeProposal(proposal);
  const block = { epoch, proposal, proposalBytes, envelopes };
  const outcome = await executor.execute(block);
  if (outcome.kind !== "executed") throw new Error(outcome.kind);
  const { headerHash } = outcome.executed.result;
  const message = checkpointSigningBytes({ chainId, epoch, height, headerHash });
  const signatures = validators.map((index, validator) => ({
    validator,
    signature: signEd25519(keysOf(`validator ${index}`), message),
  }));
  await executor.storeCertificate({ epoch, height, headerHash, signatures });
}

/** To the first height that the next set verifies. */
async function reachNextEpoch(validators: readonly number[]): Promise<void> {
  const { epoch } = chain.ledger.validators;
  while (chain.ledger.validators.epoch === epoch) await addBlock(validators);
}

function admitted(peerAddresses: Readonly<Record<string, readonly string[]>> = {}): number[] {
  const options = { genesis: network.genesis, peerAddresses };
  const names = admittedPeers({ ...chain, options }).map(({ name }) => name);
  return Array.from({ length: 10 }, (_, index) => index).filter((index) =>
    names.includes(nameOf(index)),
  );
}

it("are admitted from the change that names them, and for one epoch after the one that ends it", async () => {
  const swap = (come: number, gone: number, expectedEpoch: number): Uint8Array => {
    const height = chain.ledger.head.height;
    const add = [candidate(network, come, { height, incarnation })];
    return setChange(network, { expectedEpoch, add, remove: [gone] });
  };
  // 4 is an observer of the genesis.
  expect(admitted()).toEqual([0, 1, 2, 3, 4]);
  expect(admitted({ [nameOf(9)]: ["/ip4/10.0.0.9/tcp/1"] })).toEqual([0, 1, 2, 3, 4, 9]);
  await addBlock([0, 1, 2, 3], swap(5, 3, 0));
  expect(admitted()).toEqual([0, 1, 2, 3, 4, 5]);
  await reachNextEpoch([0, 1, 2, 3]);
  expect(validatorSetAt(chain.ledger, chain.ledger.head.height + 1)?.epoch).toBe(1);
  expect(admitted()).toEqual([0, 1, 2, 3, 4, 5]);
  await addBlock([0, 1, 2, 5], swap(6, 2, 1));
  expect(admitted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  await reachNextEpoch([0, 1, 2, 5]);
  // 3 went two epochs ago, 2 only now.
  expect(admitted()).toEqual([0, 1, 2, 4, 5, 6]);
});
