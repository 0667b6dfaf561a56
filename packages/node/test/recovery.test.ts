// A network that lost a quorum of its journals goes on by its members' decision (docs/consensus.md 9).
import { rm, writeFile } from "node:fs/promises";
import { ed25519KeyPairFromSeed } from "@cartorio/crypto/node";
import { encodeRecoveryManifest, recoverySigningBytes } from "@cartorio/protocol";
import { afterEach, beforeEach, expect, it } from "vitest";
import { recoveryFile, type Survey, surveyNodes } from "../src/index.ts";
import {
  anchorEnvelope,
  anchored,
  nodeOf,
  statusOf,
  until,
  untilAllVote,
  untilEpoch,
} from "./support/driving.ts";
import { seedOf, testNetwork } from "./support/genesis.ts";
import { type LocalCluster, localCluster } from "./support/local-cluster.ts";

const network = testNetwork(4, { baseTimeoutMs: 500, maxTimeoutMs: 2000 });
const all = [0, 1, 2, 3];
const wiped = [2, 3];
let cluster: LocalCluster;

beforeEach(async () => {
  cluster = await localCluster(network, { hasMemberKeys: true });
  for (const index of all) await cluster.start(index);
}, 60_000);
afterEach(() => cluster.close());

const stopAll = () => Promise.all(all.map((index) => cluster.stop(index)));
const dataOf = (index: number) => ({
  dataDirectory: cluster.directory(index),
  validatorKey: ed25519KeyPairFromSeed(seedOf(`validator ${index}`)).publicKey,
});

/** Puts the manifest into every node, signed by the first members. */
async function install({ body }: Survey, signers: number): Promise<void> {
  const bytes = recoverySigningBytes(body);
  const signatures = network.members
    .slice(0, signers)
    .map(({ did, multikey, sign }) => ({ did, multikey, signature: sign(bytes) }));
  const manifest = encodeRecoveryManifest({ body, signatures });
  for (const index of all) await writeFile(recoveryFile(cluster.directory(index)), manifest);
}

it("two of four wiped: nobody votes, it is named, and no acknowledged block is lost by the recovery", async () => {
  const acknowledged: number[] = [];
  for (const index of all) acknowledged.push(await anchored(cluster, network, index));
  for (const index of wiped) acknowledged.push(await anchoredWithout(index));
  await until("node 0 has them all", async () => {
    const { certifiedHeight } = await statusOf(cluster, 0);
    return certifiedHeight >= Math.max(...acknowledged);
  });
  const hashes = await headersAt(0, acknowledged);
  await stopAll();
  for (const index of wiped) await rm(cluster.directory(index), { recursive: true });
  for (const index of all) await cluster.start(index);
  await until("the loss is named", async () => {
    const { reasons } = await statusOf(cluster, 2);
    return reasons.some((reason) => reason.includes("JOURNAL_QUORUM_LOST"));
  });
  const before = await statusOf(cluster, 0);
  expect(before.ready).toBe(false);
  const waiting = anchorEnvelope(network);
  expect((await nodeOf(cluster, 0).api.submit(waiting)).ok).toBe(true);
  expect((await statusOf(cluster, 0)).certifiedHeight).toBe(before.certifiedHeight);
  await stopAll();

  const survey = await surveyNodes(all.map(dataOf), network.genesis);
  expect(survey.plan).toMatchObject({ isComplete: true, isProvable: false, missing: [] });
  expect(survey.nodes.map(({ journalProblem }) => journalProblem === undefined)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  await install(survey, 2);
  await expect(cluster.start(0)).rejects.toMatchObject({ code: "RECOVERY_INVALID" });
  await install(survey, 3);
  for (const index of all) await cluster.start(index);
  await untilEpoch(cluster, all, 1);
  for (const index of all) await anchored(cluster, network, index);
  for (const index of all) {
    await until("it has all of the old blocks", async () => {
      const { height } = await statusOf(cluster, index);
      return height >= Math.max(...acknowledged);
    });
    expect(await headersAt(index, acknowledged)).toEqual(hashes);
  }
  // The file stays where it is; a start later changes nothing.
  await cluster.stop(3);
  await cluster.start(3);
  await cluster.stop(1);
  for (const index of [0, 2, 3]) await anchored(cluster, network, index);
  expect(cluster.fatal).toEqual([]);
}, 120_000);

/**
 * The votes of all others are needed, so that the others hold them. A validator whose votes nobody heard
 * may come back without its data as if it were new, since it can contradict nothing.
 */
async function anchoredWithout(index: number): Promise<number> {
  await untilAllVote(cluster);
  await cluster.stop(index);
  const height = await anchored(cluster, network, 0);
  await cluster.start(index);
  return height;
}

async function headersAt(index: number, heights: readonly number[]): Promise<string[]> {
  const { api } = nodeOf(cluster, index);
  const blocks = await Promise.all(heights.map((height) => api.block({ height })));
  return blocks.map((block) => Buffer.from(block?.headerHash ?? []).toString("hex"));
}
