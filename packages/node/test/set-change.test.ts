// Validators come and go (docs/consensus.md 8): whole nodes, real network, real disks.
import { base64UrlDecode, ed25519Verify } from "@cartorio/crypto";
import {
  type Activation,
  decodeFinalityCertificate,
  followValidatorSets,
  headerHash,
} from "@cartorio/protocol";
import { afterEach, describe, expect, it } from "vitest";
import {
  anchored,
  certified,
  keepBusy,
  nodeOf,
  signersOf,
  statusOf,
  until,
  untilEpoch,
} from "./support/driving.ts";
import { candidate, setChange, testNetwork } from "./support/genesis.ts";
import { type LocalCluster, localCluster } from "./support/local-cluster.ts";

const network = testNetwork(4, { baseTimeoutMs: 500, maxTimeoutMs: 2000 }, 1);
const founders = [0, 1, 2, 3];
const newcomer = 4;
let cluster: LocalCluster;
afterEach(() => cluster.close());

async function begin(indexes: readonly number[]): Promise<void> {
  cluster = await localCluster(network, { voters: 5, hasMemberKeys: true });
  for (const index of indexes) await cluster.start(index);
  await anchored(cluster, network, 0);
}

/** What the newcomer can say of itself. */
async function readiness() {
  const { certifiedHeight, incarnation } = await statusOf(cluster, newcomer);
  return { height: certifiedHeight, incarnation: incarnation ?? new Uint8Array() };
}

async function addNewcomer(expectedEpoch: number): Promise<number> {
  const add = [candidate(network, newcomer, await readiness())];
  return certified(cluster, 0, setChange(network, { expectedEpoch, add }));
}

function removal(expectedEpoch: number, index: number): Promise<number> {
  return certified(cluster, 1, setChange(network, { expectedEpoch, remove: [index] }));
}

interface Link {
  readonly header: string;
  readonly certificate?: string;
  readonly validatorSet: string;
}

interface ChainPage {
  readonly anchor: Link;
  readonly changes: readonly Link[];
  readonly next: number | null;
}

async function ask<T>(method: string, params: object): Promise<T> {
  const response = await fetch(nodeOf(cluster, 0).rpcUrl, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
  });
  const { result, error } = (await response.json()) as { result?: T; error?: unknown };
  if (result === undefined) throw new Error(JSON.stringify(error));
  return result;
}

const bytesOf = (text: string): Uint8Array => base64UrlDecode(text) ?? new Uint8Array();

function activationOf({ header, certificate, validatorSet }: Link): Activation {
  const decoded =
    certificate === undefined ? undefined : decodeFinalityCertificate(bytesOf(certificate));
  if (decoded?.ok === false) throw new Error(decoded.code);
  return {
    header: bytesOf(header),
    certificate: decoded?.value,
    validatorSet: bytesOf(validatorSet),
  };
}

/** A light client takes the chain of sets page by page, and trusts what the set before certified. */
async function expectChain(...epochs: readonly number[]): Promise<void> {
  const header = await nodeOf(cluster, 0).api.header(0);
  if (header === undefined) throw new Error("no genesis block");
  let anchor = { chainId: network.genesis.chainId, height: 0, headerHash: headerHash(header) };
  for (const epoch of epochs) {
    const params = { from: anchor.height, count: 1 };
    const page = await ask<ChainPage>("chain_getValidatorChain", params);
    const activations = [page.anchor, ...page.changes].map(activationOf);
    const followed = followValidatorSets({ activations, anchor, verify: ed25519Verify });
    if (!followed.ok) throw new Error(followed.code);
    const { set, header: last } = followed.value;
    expect(set.epoch).toBe(epoch);
    expect(page.next).toBe(epoch === epochs.at(-1) ? null : last.height);
    const at = { height: set.activationHeight, proof: true };
    expect(await ask("chain_getValidators", at)).toMatchObject({
      epoch,
      validatorSet: page.changes[0]?.validatorSet,
      proof: { bundle: expect.any(String) },
    });
    anchor = {
      ...anchor,
      height: last.height,
      headerHash: headerHash(activations[1]?.header ?? header),
    };
  }
  const parameters = { version: 1, parameters: network.genesis.genesis.parameters };
  expect(await ask("chain_getParameters", { proof: true })).toMatchObject(parameters);
  const blocks = { blocks: [{ header: { height: 1 } }, { header: { height: 0 } }], next: null };
  expect(await ask("chain_getBlocks", { from: 1, newestFirst: true })).toMatchObject(blocks);
}

describe("a set of validators", () => {
  it("grows by one that followed as an observer, and shrinks again, under load", async () => {
    await begin([...founders, newcomer]);
    expect(await statusOf(cluster, newcomer)).toMatchObject({ role: "observer" });
    const idle = keepBusy(cluster, network, 1);
    await addNewcomer(0);
    await untilEpoch(cluster, [...founders, newcomer], 1);
    // n = 5, Q = 4: with a founder down the newcomer is needed.
    await cluster.stop(3);
    await anchored(cluster, network, newcomer);
    await cluster.start(3);
    await untilEpoch(cluster, [3], 1);
    const grown = await statusOf(cluster, 0);
    expect(grown).toMatchObject({ validators: 5 });
    expect(
      (await signersOf(cluster, 0, { from: 1, through: grown.certifiedHeight })).get(1)?.has(4),
    ).toBe(true);

    await removal(1, newcomer);
    await untilEpoch(cluster, founders, 2);
    await until("it says that it is removed", async () =>
      Boolean((await statusOf(cluster, newcomer)).removed),
    );
    await idle();
    const height = await anchored(cluster, network, 2);
    await until("it follows", async () => (await statusOf(cluster, newcomer)).height >= height);
    expect((await statusOf(cluster, newcomer)).reasons[0]).toMatch(/^REMOVED/);
    const { certifiedHeight } = await statusOf(cluster, 0);
    const signers = await signersOf(cluster, 0, { from: 1, through: certifiedHeight });
    expect([...(signers.get(2) ?? [])].every((validator) => validator < 4)).toBe(true);
    await expectChain(1, 2);
    // Still so after a restart.
    await cluster.stop(newcomer);
    await cluster.start(newcomer);
    expect(await statusOf(cluster, newcomer)).toMatchObject({ role: "observer", removed: true });
    expect(cluster.fatal).toEqual([]);
  }, 180_000);

  it("goes on when the primary of its last heights is the one that goes", async () => {
    await begin([...founders, newcomer]);
    await addNewcomer(0);
    await untilEpoch(cluster, [...founders, newcomer], 1);
    const { primary } = await statusOf(cluster, 1);
    const staying = [...founders, newcomer].filter((index) => index !== primary);
    const [first = 1] = staying;
    await certified(cluster, first, setChange(network, { expectedEpoch: 1, remove: [primary] }));
    await untilEpoch(cluster, staying, 2);
    for (const index of staying) await anchored(cluster, network, index);
    await until("the primary says that it is removed", async () =>
      Boolean((await statusOf(cluster, primary)).removed),
    );
    expect(cluster.fatal).toEqual([]);
  }, 120_000);

  it("leads a validator over the border that was down for all of it", async () => {
    await begin([...founders, newcomer]);
    await cluster.stop(2);
    await addNewcomer(0);
    await untilEpoch(cluster, [0, 1, 3, newcomer], 1);
    await removal(1, 3);
    await untilEpoch(cluster, [0, 1, newcomer], 2);
    await cluster.start(2);
    await untilEpoch(cluster, [0, 1, 2, newcomer], 2);
    // n = 4, Q = 3: without another one it is needed.
    await cluster.stop(1);
    await anchored(cluster, network, 2);
    const { height } = await statusOf(cluster, 2);
    for (const at of [1, height]) {
      const set = await nodeOf(cluster, 2).api.validatorSet(at);
      expect(set).toEqual(await nodeOf(cluster, 0).api.validatorSet(at));
    }
    expect(cluster.fatal).toEqual([]);
  }, 120_000);

  it("lets a newcomer in that comes late, with the journal that was named for it", async () => {
    await begin([...founders, newcomer]);
    const add = [candidate(network, newcomer, await readiness())];
    await cluster.stop(newcomer);
    const height = await certified(cluster, 0, setChange(network, { expectedEpoch: 0, add }));
    await until("the epoch is more than a window old", async () => {
      return (await anchored(cluster, network, 0)) > height + 36;
    });
    await cluster.start(newcomer);
    await untilEpoch(cluster, [...founders, newcomer], 1);
    await cluster.stop(1);
    await anchored(cluster, network, newcomer);
    expect(cluster.log.filter(({ msg }) => String(msg).includes("may lack votes"))).toEqual([]);
    expect(cluster.fatal).toEqual([]);
  }, 120_000);

  it("survives that all stop at any stage of it", async () => {
    await begin([...founders, newcomer]);
    const everybody = [...founders, newcomer];
    // Executed, at the last height of the old set, at the first of the new one, and after.
    for (const [epoch, stage] of [1, 16, 17, 18].entries()) {
      const isIn = (await statusOf(cluster, 0)).validators === 5;
      const change = isIn
        ? { expectedEpoch: epoch, remove: [newcomer] }
        : { expectedEpoch: epoch, add: [candidate(network, newcomer, await readiness())] };
      const height = await certified(cluster, 0, setChange(network, change));
      // Nothing but empty blocks comes by itself: the stages after the activation need some work.
      await until(`stage ${stage}`, async () => {
        if (stage > 16) await anchored(cluster, network, 0);
        return (await statusOf(cluster, 1)).height >= height + stage;
      });
      await Promise.all(everybody.map((index) => cluster.stop(index)));
      for (const index of everybody) await cluster.start(index);
      const voting = isIn ? founders : everybody;
      await untilEpoch(cluster, voting, epoch + 1);
      const newest = await anchored(cluster, network, 3);
      for (const index of everybody)
        await until(
          `${index} follows`,
          async () => (await statusOf(cluster, index)).height >= newest,
        );
    }
    const hashes = await Promise.all(
      everybody.map(
        async (index) => (await nodeOf(cluster, index).api.block({ height: 50 }))?.headerHash,
      ),
    );
    expect(new Set(hashes.map((hash) => Buffer.from(hash ?? []).toString("hex"))).size).toBe(1);
    expect(cluster.fatal).toEqual([]);
  }, 240_000);
});
