// The barriers of the driver (docs/consensus.md 9): durable, then signed, then durable again, then sent.
import { createReplica, markVerified, type ReplicaEvent } from "@cartorio/consensus";
import {
  type ConsensusMessage,
  decodeConsensusMessage,
  defaultParameters,
  encodeProposal,
  type JournalRecord,
  proposalDigest,
  type ValidatorSet,
} from "@cartorio/protocol";
import type { VoteJournal } from "@cartorio/storage";
import { expect, it } from "vitest";
import { type ReplicaDriver, startReplicaDriver } from "../src/replica-driver.ts";

const key = (content: number): Uint8Array => new Uint8Array(32).fill(content);
const validators: ValidatorSet = {
  epoch: 0,
  activationHeight: 1,
  validators: [1, 2, 3, 4].map((index) => ({
    member: `did:cartorio:t:z${index}`,
    validatorKey: key(index),
    nodeKey: key(100 + index),
    addresses: [],
    incarnation: new Uint8Array(0),
  })),
};
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A driver of validator 1 whose disk and signer are slow, and what it did, in order. */
function driverWithLog(log: string[]): ReplicaDriver {
  const records: JournalRecord[] = [];
  const journal: VoteJournal = {
    records,
    append: async (added) => {
      for (let wait = 0; wait < 3; wait += 1) await turn();
      records.push(...added);
      log.push(`durable ${added.map((record) => record.kind).join()}`);
    },
    prune: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  const sign = async (): Promise<Uint8Array> => {
    log.push("sign");
    await turn();
    return new Uint8Array(64);
  };
  const nothing = (): void => undefined;
  return startReplicaDriver({
    restored: createReplica({
      ...{ chainId: key(9), self: 1, validators, parameters: defaultParameters },
      ...{ certificate: undefined, executed: [], journal: [] },
    }),
    journal,
    signing: { signer: { publicKey: key(2), sign }, chainId: key(9), epoch: 0, validator: 1 },
    beforeSigning: (votes) => {
      log.push(`guard ${votes}`);
      return Promise.resolve();
    },
    send: (_to, frame) => {
      const message = decodeConsensusMessage(frame);
      const kind = message.ok ? message.value.kind : "nothing that decodes";
      if (kind !== "status") log.push(`send ${kind}`);
    },
    handlers: {
      ...{ build: nothing, proposed: nothing, obtainBodies: nothing, obtainProposal: nothing },
      ...{ execute: nothing, certified: nothing, catchUp: nothing, note: nothing },
      ...{ starvation: nothing, evidence: nothing, epochEnd: nothing },
      halt: ({ code }) => log.push(`halt ${code}`),
    },
    mempoolWaiting: () => false,
    clock: { monotonicMs: () => 0, wallMs: () => 1_000_000 },
    onFatal: (error) => log.push(String(error)),
  });
}

async function after(log: readonly string[], entries: number): Promise<void> {
  while (log.length < entries) await turn();
  for (let more = 0; more < 20; more += 1) await turn();
}

it("votes and statements leave only after what they rest on is durable", async () => {
  const log: string[] = [];
  const driver = driverWithLog(log);
  for (let wait = 0; wait < 20; wait += 1) await turn();
  const envelopeHashes = [key(7)];
  const time = 1_000_000;
  const proposal = encodeProposal({ epoch: 0, height: 1, time, proposer: 0, envelopeHashes });
  const value = { view: 0, proposal, validator: 0, signature: new Uint8Array(64) };
  const message = markVerified<ConsensusMessage>({ kind: "prePrepare", value });
  const digest = proposalDigest(proposal);
  const events: ReplicaEvent[] = [
    { kind: "message", message, from: 0 },
    { kind: "bodies", proposalDigest: digest, envelopes: [key(8)] },
  ];
  for (const event of events) driver.post(event);
  await after(log, 4);
  expect(log.splice(0)).toEqual(["durable proposal", "guard 1", "sign", "send vote"]);
  const block = { height: 1, headerHash: key(5), proposalDigest: digest, time };
  driver.post({ kind: "executed", block });
  await after(log, 4);
  expect(log).toEqual(["guard 1", "sign", "durable message", "send checkpoint"]);
  await driver.stop();
});

it("a halt is told before anything of its turn is written, signed or sent", async () => {
  const log: string[] = [];
  const driver = driverWithLog(log);
  for (let wait = 0; wait < 20; wait += 1) await turn();
  const time = 1_000_000;
  const proposal = encodeProposal({ epoch: 0, height: 1, time, proposer: 0, envelopeHashes: [] });
  const value = { view: 0, proposal, validator: 0, signature: new Uint8Array(64) };
  const message = markVerified<ConsensusMessage>({ kind: "prePrepare", value });
  const digest = proposalDigest(proposal);
  driver.post({ kind: "message", message, from: 0 });
  driver.post({ kind: "bodies", proposalDigest: digest, envelopes: [] });
  for (const headerHash of [key(5), key(6)]) {
    const certificate = markVerified({ epoch: 0, height: 1, headerHash, signatures: [] });
    driver.post({ kind: "certificate", certificate });
  }
  await after(log, 3);
  expect(log.slice(0, 2)).toEqual(["halt SAFETY_VIOLATION", "durable proposal"]);
  await driver.stop();
});
