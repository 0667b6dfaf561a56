// A light client walks over set changes with what a node has stored (docs/consensus.md 8, ledger.md 4).
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ed25519KeyPairFromSeed, signEd25519, verifyEd25519 } from "@cartorio/crypto/node";
import { pendingActivation, validatorSetAt } from "@cartorio/ledger";
import {
  checkpointSigningBytes,
  type DecodedEnvelope,
  decodeProofBundle,
  decodeTransaction,
  encodeEnvelope,
  encodeProofBundle,
  encodeProposal,
  encodeTransactionBody,
  type FinalityCertificate,
  limits,
  type Operation,
  type ProofBundle,
  quorum,
  readySigningBytes,
  signerRole,
  stateKeys,
  transactionSigningBytes,
  verifyProofBundle,
} from "@cartorio/protocol";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ChainState, openChainState } from "../src/chain-state.ts";
import { createExecutor, type Executor } from "../src/executor.ts";
import { buildProof, type ProofSources } from "../src/proof-bundle.ts";
import { seedOf, testNetwork } from "./support/genesis.ts";

const network = testNetwork(4);
const { chainId } = network.genesis;
const directory = mkdtempSync(join(tmpdir(), "cartorio-proof-"));
const keysOf = (name: string): ReturnType<typeof ed25519KeyPairFromSeed> =>
  ed25519KeyPairFromSeed(seedOf(name));
const activationDelay = limits.window + 1;
const question = [stateKeys.validatorsHead(), stateKeys.member(0), stateKeys.member(99)];

let chain: ChainState;
let executor: Executor;
const activations: number[] = [];

function seedByKey(): ReadonlyMap<string, string> {
  const names = Array.from({ length: 8 }, (_, index) => `validator ${index}`);
  return new Map(names.map((name) => [String(keysOf(name).publicKey), name]));
}
const seeds = seedByKey();

/** The certificate of a height by the first Q validators of a set, its own unless another is given. */
function certificateOf(
  height: number,
  set = validatorSetAt(chain.ledger, height),
): FinalityCertificate {
  const header = chain.store.header(height);
  if (set === undefined || header === undefined) throw new Error("no such height");
  const statement = { epoch: set.epoch, height, headerHash: header.headerHash };
  const message = checkpointSigningBytes({ ...statement, chainId });
  const signatures = set.validators
    .slice(0, quorum(set.validators.length))
    .map((entry, validator) => {
      const keys = keysOf(seeds.get(String(entry.validatorKey)) ?? "nobody");
      return { validator, signature: signEd25519(keys, message) };
    });
  return { ...statement, signatures };
}

async function addBlock(envelopes: readonly DecodedEnvelope[] = []): Promise<void> {
  const { height, header } = chain.ledger.head;
  const { epoch } = chain.ledger.validators;
  const proposal = {
    epoch,
    height: height + 1,
    time: header.time + 1000,
    proposer: 0,
    envelopeHashes: envelopes.map(({ hash }) => hash),
  };
  const proposalBytes = encodeProposal(proposal);
  const outcome = await executor.execute({ epoch, proposal, proposalBytes, envelopes });
  expect(outcome.kind).toBe("executed");
  await executor.storeCertificate(certificateOf(height + 1));
}

/** Validator `gone` goes, validator `come` comes, by all members; then the chain goes on to its epoch. */
async function swap(gone: number, come: number): Promise<void> {
  const [first] = network.members;
  if (first === undefined) throw new Error("the network has members");
  const { height, header } = chain.ledger.head;
  const keys = {
    validatorKey: keysOf(`validator ${come}`).publicKey,
    nodeKey: keysOf(`node ${come}`).publicKey,
  };
  const incarnation = seedOf(`journal ${come}`).subarray(0, 16);
  const statement = { chainId, member: first.did, ...keys, readyHeight: height, incarnation };
  const message = readySigningBytes(statement);
  const add = {
    ...{ member: first.did, ...keys, addresses: [], readyHeight: height, incarnation },
    validatorSignature: signEd25519(keysOf(`validator ${come}`), message),
    nodeSignature: signEd25519(keysOf(`node ${come}`), message),
  };
  const { epoch } = chain.ledger.validators;
  const operation: Operation = {
    kind: "validatorChange",
    value: {
      expectedEpoch: epoch,
      remove: [keysOf(`validator ${gone}`).publicKey],
      add: [add],
    },
  };
  const body = encodeTransactionBody({
    chainId,
    signers: network.members.map(({ did, multikey }, index) => ({
      did,
      multikey,
      role: index === 0 ? signerRole.author : signerRole.cosigner,
    })),
    validUntil: header.time + 60_000,
    nonce: seedOf(`swap ${gone}`).subarray(0, 16),
    operations: [operation],
  });
  const signatures = network.members.map(({ sign }) => sign(transactionSigningBytes(body)));
  const envelope = decodeTransaction(encodeEnvelope({ body, signatures }), chainId);
  if (!envelope.ok) throw new Error(envelope.code);
  await addBlock([envelope.value]);
  const activation = pendingActivation(chain.ledger);
  expect(activation).toBe(height + 1 + activationDelay);
  activations.push(activation ?? 0);
}

function proofAt(
  height: number,
  anchorHeight: number,
  sources: ProofSources = { ...chain, chainId },
) {
  const header = chain.store.header(height);
  const certificate = chain.store.certificate(height);
  if (header === undefined || certificate === undefined) throw new Error("no such height");
  const query = { keys: question, anchorHeight, header: header.header, certificate };
  return buildProof(sources, query);
}

function verdict(bundle: ProofBundle, anchorHeight: number) {
  const headerHash = chain.store.header(anchorHeight)?.headerHash ?? new Uint8Array();
  const anchor = { chainId, height: anchorHeight, headerHash };
  const decoded = decodeProofBundle(encodeProofBundle(bundle));
  if (!decoded.ok) throw new Error(decoded.code);
  return verifyProofBundle({
    bundle: decoded.value,
    anchor,
    keys: question,
    verify: verifyEd25519,
  });
}

function bundleOf(height: number, anchorHeight: number): ProofBundle {
  const proof = proofAt(height, anchorHeight);
  if (!proof.ok) throw new Error(proof.code);
  const bundle = decodeProofBundle(proof.bundle);
  if (!bundle.ok) throw new Error(bundle.code);
  return bundle.value;
}

async function open(): Promise<void> {
  chain = await openChainState(directory, network.genesis);
  const { ledger, store } = chain;
  const ignore = (): void => undefined;
  executor = createExecutor({
    supports: () => true,
    ledger,
    store,
    now: () => 0,
    onExecuted: ignore,
    onFailed: ({ error }) => {
      throw error;
    },
    onCertified: ignore,
  });
}

beforeAll(async () => {
  await open();
  await addBlock();
  for (const [gone, come] of [
    [3, 4],
    [0, 5],
  ] as const) {
    await swap(gone, come);
    // A node may stop at any height of a change and goes on from its disk alone.
    await chain.store.close();
    await open();
    while (chain.ledger.validators.epoch < activations.length) await addBlock();
    await chain.store.close();
    await open();
    await addBlock();
    await addBlock();
  }
});
afterAll(async () => {
  await chain.store.close();
  rmSync(directory, { recursive: true, force: true });
});

it("carries a link per set change between the anchor and the certified height, and verifies", () => {
  const [first = 0, second = 0] = activations;
  const { height: head } = chain.ledger.head;
  expect([first, second, head]).toEqual([19, 38, 39]);
  const epochOf = (height: number): number => (height >= second ? 2 : height >= first ? 1 : 0);
  for (const anchorHeight of [0, 1, first - 2, first - 1, first, second - 2, second - 1, second]) {
    for (let height = Math.max(anchorHeight, 1); height <= head; height += 1) {
      const bundle = bundleOf(height, anchorHeight);
      const crossed = epochOf(height) - epochOf(anchorHeight + 1);
      expect(bundle.activations.length).toBe(1 + Math.max(crossed, 0));
      expect(verdict(bundle, anchorHeight)).toMatchObject({
        ok: true,
        value: { header: { height } },
      });
    }
  }
});

it("is refused without a link, with links swapped, or with one that the old set did not certify", () => {
  const [first = 0] = activations;
  const bundle = bundleOf(chain.ledger.head.height, 0);
  const [anchor, one, two] = bundle.activations;
  if (anchor === undefined || one === undefined || two === undefined) throw new Error("no links");
  const lists = [[anchor], [anchor, one], [anchor, two], [anchor, two, one], [one, two], []];
  for (const list of lists) {
    expect(verdict({ ...bundle, activations: list }, 0).ok).toBe(false);
  }
  const byNewSet = certificateOf(first - 1, validatorSetAt(chain.ledger, first));
  for (const certificate of [byNewSet, certificateOf(first - 2), undefined]) {
    const forged = [anchor, { ...one, certificate }, two];
    expect(verdict({ ...bundle, activations: forged }, 0).ok).toBe(false);
  }
  const oldSet = { ...two, validatorSet: one.validatorSet };
  expect(verdict({ ...bundle, activations: [anchor, one, oldSet] }, 0).ok).toBe(false);
});

it("of a new height does not verify under a certificate of the old set, once the change is shown", () => {
  const [first = 0] = activations;
  const bundle = bundleOf(first, 0);
  const oldSet = validatorSetAt(chain.ledger, first - 1);
  const certificate = certificateOf(first, oldSet);
  expect(verdict({ ...bundle, certificate }, 0)).toMatchObject({
    ok: false,
    code: "PROOF_INVALID",
  });
});

it("is NOT_FOUND for an anchor that does not exist, NOT_READY without the certificate of A-1", () => {
  const [first = 0] = activations;
  const { store } = chain;
  const { height } = chain.ledger.head;
  expect(proofAt(height, height + 1)).toEqual({ ok: false, code: "NOT_FOUND" });
  const lacking: ProofSources["store"] = {
    header: (at) => store.header(at),
    certificate: (at) => (at === first - 1 ? undefined : store.certificate(at)),
  };
  const sources = { ...chain, chainId, store: lacking };
  expect(proofAt(height, 0, sources)).toEqual({ ok: false, code: "NOT_READY" });
  expect(proofAt(height, first - 1, sources).ok).toBe(true);
});

it("is TOO_LARGE from an anchor that more changes lie behind than one bundle may carry", () => {
  const { ledger, store } = chain;
  const { height } = ledger.head;
  const spacing = 20;
  const setOf = (epoch: number) => ({
    ...ledger.validators,
    epoch,
    activationHeight: epoch * spacing + 1,
  });
  const epochs = limits.maxActivations + 1;
  const newest = { set: setOf(epochs), hash: new Uint8Array(32) };
  const longLedger = {
    ...ledger,
    head: { ...ledger.head, height: epochs * spacing + 1 },
    sets: { next: newest, newest },
    oldSets: { get: setOf, set: () => undefined, size: () => 0 },
  };
  const certificate = { ...certificateOf(height), height: epochs * spacing + 1 };
  const anyHeader = store.header(height);
  const sources: ProofSources = {
    chainId,
    ledger: longLedger,
    store: { header: () => anyHeader, certificate: () => certificate },
  };
  const header = anyHeader?.header ?? new Uint8Array();
  const from = (anchorHeight: number) =>
    buildProof(sources, { keys: [], anchorHeight, header, certificate });
  expect(from(0)).toEqual({ ok: false, code: "TOO_LARGE" });
});
