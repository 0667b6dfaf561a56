// Simulations on the thread that votes: they change nothing, they wait for their turn, and few may wait.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { executeBlock, readRecords } from "@cartorio/ledger";
import {
  decodeEnvelope,
  decodeReceipt,
  decodeTransaction,
  type Envelope,
  encodeEnvelope,
  encodeGovernancePropose,
  encodeProposal,
  errorCodeOf,
  proposalDigest,
  stateKeys,
} from "@cartorio/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ChainState, openChainState } from "../src/chain-state.ts";
import { createSimulator, type Simulator, type SimulatorOptions } from "../src/simulator.ts";
import { anchor, seedOf, testNetwork, transaction } from "./support/genesis.ts";

const network = testNetwork(4);
const { chainId } = network.genesis;
const directory = mkdtempSync(join(tmpdir(), "cartorio-simulator-"));
let chain: ChainState;
let checked: (readonly number[])[] = [];
let verdict: "SIGNATURE_INVALID" | undefined;
const [member] = network.members;
if (member === undefined) throw new Error("the network has members");

function simulator(maxWaiting = 8, rests: Pick<SimulatorOptions, "monotonicMs" | "rest"> = noRest) {
  return createSimulator({
    ...{ chainId, ledger: chain.ledger, maxWaiting, ...rests },
    nowMs: () => Date.parse("2026-01-01T00:00:00Z"),
    verify: async (_, signers) => {
      checked.push(signers);
      return verdict;
    },
  });
}

const noRest = { monotonicMs: () => 0, rest: async () => {} };

const validUntil = (): number => Date.parse("2026-01-01T00:05:00Z");
const signed = (name: string): Uint8Array =>
  transaction(network, {
    by: member,
    operations: [anchor(member, name)],
    validUntil: Math.max(validUntil(), chain.ledger.head.header.time + 60_000),
  });

function partsOf(bytes: Uint8Array): Envelope {
  const decoded = decodeEnvelope(bytes);
  if (!decoded.ok) throw new Error(decoded.code);
  return decoded.value;
}

async function codeOf(bytes: Uint8Array, by: Simulator = simulator()): Promise<string> {
  const answer = await by.transaction(bytes);
  if (!answer.ok) return answer.code;
  const receipt = decodeReceipt(answer.value.receipt);
  return (receipt.ok ? errorCodeOf(receipt.value.code) : undefined) ?? "none";
}

beforeAll(async () => {
  chain = await openChainState(directory, network.genesis, { stateWindow: 4 });
});
afterAll(async () => {
  await chain.store.close();
  rmSync(directory, { recursive: true, force: true });
});

/** What the next block with a transaction would be. */
function nextHeader(bytes: Uint8Array): Uint8Array {
  const decoded = decodeTransaction(bytes, chainId);
  if (!decoded.ok) throw new Error(decoded.code);
  const { head, validators } = chain.ledger;
  const { epoch } = validators;
  const proposal = {
    epoch,
    height: head.height + 1,
    time: head.header.time + 1000,
    proposer: 0,
    envelopeHashes: [decoded.value.hash],
  };
  const digest = proposalDigest(encodeProposal(proposal));
  const envelopes = [decoded.value];
  const input = { epoch, height: proposal.height, proposal, proposalDigest: digest, envelopes };
  return executeBlock(chain.ledger, input).headerBytes;
}

describe("a simulation", () => {
  it("leaves no trace: the next block is the same with and without it", async () => {
    const envelope = signed("one");
    const { head, root } = chain.ledger;
    const before = nextHeader(envelope);
    expect(await codeOf(envelope)).toBe("APPLIED");
    expect(await codeOf(envelope)).toBe("APPLIED");
    expect([chain.ledger.head, chain.ledger.root]).toEqual([head, root]);
    const key = stateKeys.credentialAnchor(member.did, seedOf("credential one"));
    const at = { stateRootHeight: head.height };
    expect(readRecords(chain.ledger, [key], at)).toEqual([undefined]);
    expect(nextHeader(envelope)).toEqual(before);
  });

  it("checks the signatures that are there, and says which are missing", async () => {
    checked = [];
    const envelope = signed("two");
    const signatures = [new Uint8Array(64)];
    const unsigned = encodeEnvelope({ ...partsOf(envelope), signatures });
    const answer = await simulator().transaction(unsigned);
    expect(answer).toMatchObject({ ok: true, value: { missing: [0], settled: true } });
    expect(checked).toEqual([]);
    expect(await simulator().transaction(envelope)).toMatchObject({ value: { missing: [] } });
    expect(checked).toEqual([[0]]);
    verdict = "SIGNATURE_INVALID";
    expect(await codeOf(envelope)).toBe("SIGNATURE_INVALID");
    verdict = undefined;
  });

  it("of what is no transaction names the field", async () => {
    const answer = await simulator().transaction(Uint8Array.of(1));
    expect(answer).toEqual({ ok: false, code: "NOT_CANONICAL", data: { field: "Envelope" } });
    const proposal = await simulator().proposal({ proposal: Uint8Array.of(1) });
    expect(proposal).toMatchObject({ ok: false, code: "NOT_CANONICAL" });
  });

  it("of a proposal says what it would write", async () => {
    const action = {
      kind: "member",
      value: { expectedVersion: 0, did: member.did, name: "Renamed", weight: 1, replaces: "" },
    } as const;
    const value = {
      proposer: member.did,
      nonce: new Uint8Array(16),
      expires: validUntil(),
      action,
    };
    const answer = await simulator().proposal({ proposal: encodeGovernancePropose(value) });
    expect(answer).toMatchObject({ ok: true, value: { code: "APPLIED" } });
    if (answer.ok) expect(answer.value.members?.map(({ name }) => name)).toContain("Renamed");
    const none = await simulator().proposal({ hash: new Uint8Array(32) });
    expect(none).toEqual({ ok: false, code: "NOT_FOUND" });
  });

  it("is made one per turn, and few wait for theirs", async () => {
    const by = simulator(3);
    const hash = new Uint8Array(32);
    let turns = 0;
    let isDone = false;
    const turn = (): void => {
      turns += 1;
      if (!isDone) setImmediate(turn);
    };
    setImmediate(turn);
    const answers = await Promise.all(Array.from({ length: 5 }, () => by.proposal({ hash })));
    isDone = true;
    const codes = answers.map((answer) => (answer.ok ? "ok" : answer.code));
    expect(codes).toEqual([...new Array(3).fill("NOT_FOUND"), "QUEUE_FULL", "QUEUE_FULL"]);
    expect(turns).toBeGreaterThanOrEqual(3);
    expect(await by.proposal({ hash })).toMatchObject({ code: "NOT_FOUND" });
  });
});

it("takes at most a tenth of the thread, whoever asks: after each one it rests nine times as long", async () => {
  let nowMs = 0;
  const rested: number[] = [];
  const open: (() => void)[] = [];
  const by = simulator(8, {
    // What is between two looks at the clock took 20 ms.
    monotonicMs: () => (nowMs += 20),
    rest: (durationMs) => {
      rested.push(durationMs);
      return new Promise((resolve) => open.push(resolve));
    },
  });
  const first = codeOf(signed("first"), by);
  const done: string[] = [];
  const second = codeOf(signed("second"), by).then((code) => done.push(code));
  expect(await first).toBe("APPLIED");
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect([rested, done]).toEqual([[180], []]);
  open[0]?.();
  await second;
  expect(done).toEqual(["APPLIED"]);
});
