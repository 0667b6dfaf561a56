// An exception in execution is never a receipt (docs/consensus.md 10).
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLedger } from "@cartorio/ledger";
import { decodeHeader, encodeProposal, type Proposal } from "@cartorio/protocol";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ChainState, openChainState } from "../src/chain-state.ts";
import {
  executionFailed,
  executionFailureFile,
  type FailingNode,
  failedHeight,
} from "../src/execution-failure.ts";
import {
  createExecutor,
  decodeEnvelopes,
  type ExecutableBlock,
  type Executor,
} from "../src/executor.ts";
import { readHaltRecord } from "../src/halt-record.ts";
import { NodeError } from "../src/node-error.ts";
import { anchor, testNetwork, transaction } from "./support/genesis.ts";

const network = testNetwork(4);
const { chainId } = network.genesis;
let directory: string;
let chain: ChainState;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "cartorio-execution-"));
  chain = await openChainState(join(directory, "state"), network.genesis);
});
afterEach(async () => {
  await chain.store.close();
  rmSync(directory, { recursive: true, force: true });
});

/** Three transactions of three members, as block 1. */
function block(): ExecutableBlock {
  const bytes = network.members
    .slice(0, 3)
    .map((by, index) => transaction(network, { by, operations: [anchor(by, `${index}`)] }));
  const envelopes = decodeEnvelopes(bytes, chainId) ?? [];
  const envelopeHashes = envelopes.map(({ hash }) => hash);
  const proposal: Proposal = { epoch: 0, height: 1, time: Date.now(), proposer: 0, envelopeHashes };
  return { epoch: 0, proposal, proposalBytes: encodeProposal(proposal), envelopes };
}

/** A ledger whose DID of member 1 nobody can read, as if a rule of the ledger had a mistake. */
function failingLedger(): ChainState["ledger"] {
  const { store } = chain;
  const stored = store.header(0);
  const header = stored && decodeHeader(stored.header);
  if (stored === undefined || !header?.ok) throw new Error("the genesis block is there");
  const opened = openLedger({
    reader: store.state,
    network: network.genesis.genesis.network,
    chainId,
    head: { height: 0, headerHash: stored.headerHash, header: header.value },
    replay: store.replay(),
  });
  if (!opened.ok) throw new Error(opened.code);
  const ledger = opened.value;
  const victim = network.members[1]?.did;
  const { dids } = ledger;
  return Object.defineProperty(ledger, "dids", {
    value: {
      ...dids,
      get: (did: string) => {
        if (did === victim) throw new TypeError("a mistake in a handler");
        return dids.get(did);
      },
    },
  });
}

interface Bench {
  readonly executor: Executor;
  readonly fatal: unknown[];
  readonly running: FailingNode["running"];
}

function bench(ledger: ChainState["ledger"]): Bench {
  const fatal: unknown[] = [];
  const nothing = (): void => undefined;
  const running: FailingNode["running"] = { haltedBy: undefined, session: { driver: undefined } };
  const options: FailingNode["options"] = {
    dataDirectory: directory,
    version: "test",
    onFatal: (error) => fatal.push(error),
    logger: { fatal: nothing },
  };
  const catchUp = { stop: () => Promise.resolve() };
  const executor = createExecutor({
    supports: () => true,
    ...{ ledger, store: chain.store, now: () => 0 },
    onExecuted: nothing,
    onCertified: nothing,
    onFailed: (failure) => executionFailed({ options, running, catchUp }, failure),
  });
  return { executor, fatal, running };
}

describe("a block whose execution throws", () => {
  it("changes nothing, names its transaction, and no block is executed after it", async () => {
    const failing = block();
    const { executor, fatal, running } = bench(failingLedger());
    expect(await executor.execute(failing)).toEqual({ kind: "failed" });
    expect(await executor.execute(failing)).toEqual({ kind: "failed" });
    expect(chain.store.head()?.height).toBe(0);
    const record = JSON.parse(readFileSync(executionFailureFile(directory), "utf8"));
    const culprit = failing.envelopes[1];
    expect(record).toMatchObject({
      height: 1,
      transactionId: Buffer.from(culprit?.id ?? []).toString("hex"),
      error: expect.stringContaining("a mistake in a handler"),
      version: "test",
    });
    // The process ends: a restart tries once more.
    expect(fatal).toEqual([expect.any(NodeError)]);
    expect(fatal[0]).toMatchObject({ code: "EXECUTION_FAILED" });
    expect([running.haltedBy, readHaltRecord(directory)]).toEqual([undefined, undefined]);
  });

  it("a second time leaves the node up and read-only", async () => {
    const failing = block();
    await bench(failingLedger()).executor.execute(failing);
    expect(failedHeight(directory)).toBe(1);
    const second = bench(failingLedger());
    expect(await second.executor.execute(failing)).toEqual({ kind: "failed" });
    expect(second.fatal).toEqual([]);
    expect(second.running.haltedBy).toBe("EXECUTION_FAILED");
    expect(readHaltRecord(directory)).toMatchObject({ code: "EXECUTION_FAILED", height: 1 });
  });

  it("is executed by a restart that has no such mistake", async () => {
    const failing = block();
    await bench(failingLedger()).executor.execute(failing);
    const { executor, fatal } = bench(chain.ledger);
    expect(await executor.execute(failing)).toMatchObject({ kind: "executed" });
    expect(fatal).toEqual([]);
  });
});
