// Reads of past heights while blocks are written (docs/ledger.md 3).
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ed25519KeyPairFromSeed, signEd25519, verifyEd25519 } from "@cartorio/crypto/node";
import { validatorSetAt } from "@cartorio/ledger";
import {
  anchorKind,
  checkpointSigningBytes,
  type DecodedEnvelope,
  decodeProofBundle,
  decodeRangeBundle,
  decodeTransaction,
  encodeEnvelope,
  encodeProposal,
  encodeTransactionBody,
  quorum,
  signerRole,
  stateKeys,
  verifyProofBundle,
  verifyRangeBundle,
} from "@cartorio/protocol";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ChainState, openChainState } from "../src/chain-state.ts";
import { createExecutor, type Executor } from "../src/executor.ts";
import { proveState, proveStateRange, readState, type StateSources } from "../src/state-reads.ts";
import { seedOf, testNetwork } from "./support/genesis.ts";

const network = testNetwork(4);
const { chainId } = network.genesis;
const stateWindow = 4;
const lastHeight = 14;
const directory = mkdtempSync(join(tmpdir(), "cartorio-past-"));
const keysOf = (name: string): ReturnType<typeof ed25519KeyPairFromSeed> =>
  ed25519KeyPairFromSeed(seedOf(name));

let chain: ChainState;
let executor: Executor;
let sources: StateSources;

/** What the block of a height anchors. */
const hashAt = (height: number): Uint8Array => seedOf(`credential ${height}`);
const issuer = (): string => network.members[0]?.did ?? "";
const keyAt = (height: number): Uint8Array => stateKeys.credentialAnchor(issuer(), hashAt(height));

function anchorOf(height: number): DecodedEnvelope {
  const [member] = network.members;
  if (member === undefined) throw new Error("the network has members");
  const body = encodeTransactionBody({
    chainId,
    signers: [{ did: member.did, multikey: member.multikey, role: signerRole.author }],
    validUntil: chain.ledger.head.header.time + 60_000,
    nonce: hashAt(height).subarray(0, 16),
    operations: [
      {
        kind: "credentialAnchor",
        value: {
          issuer: member.did,
          kind: anchorKind.single,
          hash: hashAt(height),
          treeSize: 0,
          cosigners: [],
          accreditation: 0,
        },
      },
    ],
  });
  const decoded = decodeTransaction(
    encodeEnvelope({ body, signatures: [new Uint8Array(64)] }),
    chainId,
  );
  if (!decoded.ok) throw new Error(decoded.code);
  return decoded.value;
}

/** Starts the next block; resolves once it is durable and certified. */
async function nextBlock(): Promise<void> {
  const { height: parent, header } = chain.ledger.head;
  const height = parent + 1;
  const { epoch } = chain.ledger.validators;
  const envelopes = [anchorOf(height)];
  const envelopeHashes = envelopes.map(({ hash }) => hash);
  const proposal = { epoch, height, time: header.time + 1000, proposer: 0, envelopeHashes };
  const proposalBytes = encodeProposal(proposal);
  const outcome = await executor.execute({ epoch, proposal, proposalBytes, envelopes });
  expect(outcome.kind).toBe("executed");
  await certify(height);
}

async function certify(height: number): Promise<void> {
  const set = validatorSetAt(chain.ledger, height);
  const stored = chain.store.header(height);
  if (set === undefined || stored === undefined) throw new Error("no such height");
  const statement = { epoch: set.epoch, height, headerHash: stored.headerHash };
  const message = checkpointSigningBytes({ ...statement, chainId });
  const signatures = set.validators.slice(0, quorum(set.validators.length)).map((_, validator) => ({
    validator,
    signature: signEd25519(keysOf(`validator ${validator}`), message),
  }));
  await executor.storeCertificate({ ...statement, signatures });
}

beforeAll(async () => {
  chain = await openChainState(directory, network.genesis, { stateWindow });
  sources = { ...chain, chainId };
  const ignore = (): void => undefined;
  executor = createExecutor({
    supports: () => true,
    ...chain,
    now: () => 0,
    onExecuted: ignore,
    onFailed: ({ error }) => {
      throw error;
    },
    onCertified: ignore,
  });
});
afterAll(async () => {
  await chain.store.close();
  rmSync(directory, { recursive: true, force: true });
});

/** Every height from 1 on answers with its own state, or says which is the oldest that does. */
function readEveryHeight(): void {
  const certified = chain.store.latestCertificate()?.height ?? 0;
  const oldest = chain.store.oldestStateHeight();
  for (let atHeight = 1; atHeight <= certified; atHeight += 1) {
    const keys = [keyAt(atHeight), keyAt(atHeight + 1)];
    const read = readState(sources, keys, { atHeight });
    const proof = proveState(sources, keys, { atHeight });
    if (atHeight < oldest) {
      const refused = { ok: false, code: "STATE_PRUNED", data: { oldestHeight: oldest } };
      expect([read, proof]).toEqual([refused, refused]);
      continue;
    }
    if (!read.ok || !proof.ok) throw new Error("a height of the window cannot be read");
    expect(read.value.height).toBe(atHeight);
    expect(read.value.records.map((record) => record !== undefined)).toEqual([true, false]);
    const bundle = decodeProofBundle(proof.value.bundle);
    if (!bundle.ok) throw new Error(bundle.code);
    const headerHash = chain.store.header(0)?.headerHash ?? new Uint8Array();
    const anchor = { chainId, height: 0, headerHash };
    const proven = verifyProofBundle({ bundle: bundle.value, anchor, keys, verify: verifyEd25519 });
    expect(proven).toMatchObject({ ok: true, value: { header: { height: atHeight } } });
    expect(proven.ok && proven.value.records).toEqual(read.value.records);
  }
}

it("past heights answer while blocks are written, until they are pruned", async () => {
  let reads = 0;
  for (let height = 1; height <= lastHeight; height += 1) {
    let isWritten = false;
    const written = nextBlock().then(() => {
      isWritten = true;
    });
    while (!isWritten) {
      readEveryHeight();
      reads += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await written;
  }
  readEveryHeight();
  expect(reads).toBeGreaterThan(lastHeight);
  expect(chain.store.oldestStateHeight()).toBe(lastHeight - stateWindow);
}, 60_000);

it("a height that is not certified yet is NOT_READY, one without certificate cannot be proven", () => {
  const { store } = chain;
  const notReady = { ok: false, code: "NOT_READY", data: { certifiedHeight: lastHeight } };
  expect(readState(sources, [], { atHeight: lastHeight + 1 })).toEqual(notReady);
  expect(proveState(sources, [], { minHeight: lastHeight + 1 })).toEqual(notReady);
  const atHeight = lastHeight - 1;
  const caughtUp: StateSources["store"] = {
    latestCertificate: () => store.latestCertificate(),
    certificate: (height) => (height === atHeight ? undefined : store.certificate(height)),
    header: (height) => store.header(height),
    oldestStateHeight: () => store.oldestStateHeight(),
  };
  const lacking = { ...sources, store: caughtUp };
  expect(readState(lacking, [], { atHeight }).ok).toBe(true);
  expect(proveState(lacking, [], { atHeight })).toEqual({
    ok: false,
    code: "NOT_FOUND",
    data: { withoutCertificate: atHeight },
  });
});

it("a range holds all records of its height, and verifies", () => {
  const key = keyAt(lastHeight);
  const wanted = { atHeight: lastHeight - 1 };
  const range = proveStateRange(sources, { key, bits: 12 }, wanted);
  if (!range.ok) throw new Error(range.code);
  const decoded = decodeRangeBundle(range.value.bundle);
  if (!decoded.ok) throw new Error(decoded.code);
  const headerHash = chain.store.header(0)?.headerHash ?? new Uint8Array();
  const anchor = { chainId, height: 0, headerHash };
  const proven = verifyRangeBundle({ bundle: decoded.value, anchor, verify: verifyEd25519 });
  if (!proven.ok) throw new Error(proven.code);
  expect(proven.value).toMatchObject({ prefixBits: 0, header: { height: lastHeight - 1 } });
  expect(proven.value.lookup(key)).toBeUndefined();
  const keys = [keyAt(lastHeight - 1), stateKeys.membersHead()];
  const read = readState(sources, keys, wanted);
  expect(keys.map(proven.value.lookup)).toEqual(read.ok && read.value.records);
  const pruned = proveStateRange(sources, { key, bits: 12 }, { atHeight: 1 });
  expect(pruned).toMatchObject({ ok: false, code: "STATE_PRUNED" });
});
