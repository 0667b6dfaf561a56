// Parameters and protocol versions switch at an activation height (docs/consensus.md 8): whole nodes.
import { afterEach, expect, it } from "vitest";
import { anchored, certified, statusOf, until, untilEpoch } from "./support/driving.ts";
import { announcements, parametersChange, testNetwork } from "./support/genesis.ts";
import { type LocalCluster, localCluster } from "./support/local-cluster.ts";

const network = testNetwork(4, { baseTimeoutMs: 500, maxTimeoutMs: 2000 });
const all = [0, 1, 2, 3];
let cluster: LocalCluster;
afterEach(() => cluster.close());

const parametersOf = (index: number) => {
  const replica = cluster.nodes[index]?.inspect.replica();
  return replica?.parameters;
};

it("new parameters hold from the epoch on, in every replica, also for one that was down", async () => {
  cluster = await localCluster(network);
  for (const index of all) await cluster.start(index);
  await anchored(cluster, network, 0);
  await cluster.stop(3);
  const parameters = { maxBlockTransactions: 7, heartbeatIntervalMs: 5000 };
  const wanted = { expectedVersion: 1, expectedEpoch: 0, parameters };
  await certified(cluster, 0, parametersChange(network, wanted));
  expect(parametersOf(0)).toMatchObject({ maxBlockTransactions: 1024 });
  await untilEpoch(cluster, [0, 1, 2], 1);
  await cluster.start(3);
  await untilEpoch(cluster, all, 1);
  // With one down the late one is needed, by the rules that the others follow.
  await cluster.stop(1);
  await anchored(cluster, network, 3);
  for (const index of [0, 2, 3]) expect(parametersOf(index)).toMatchObject(parameters);
  await cluster.start(1);
  await untilEpoch(cluster, all, 1);
  expect(parametersOf(1)).toMatchObject(parameters);
  expect(cluster.fatal).toEqual([]);
}, 120_000);

it("a node that does not run the version of an upgrade stops at its activation and says so", async () => {
  const old = 2;
  cluster = await localCluster(network, {
    testPorts: (index) => (index === old ? {} : { protocolVersion: 2 }),
  });
  for (const index of all) await cluster.start(index);
  const upgrade = { expectedVersion: 1, expectedEpoch: 0, parameters: { protocolVersion: 2 } };
  for (const envelope of announcements(network, [0, 1, 3], 2))
    await certified(cluster, 0, envelope);
  const height = await certified(cluster, 0, parametersChange(network, upgrade));
  await untilEpoch(cluster, [0, 1, 3], 1);
  await anchored(cluster, network, 1);
  await until("the old one stops", async () => (await statusOf(cluster, old)).halted !== undefined);
  const stopped = await statusOf(cluster, old);
  expect(stopped).toMatchObject({ halted: "UPGRADE_REQUIRED", height: height + 16 });
  expect(stopped.reasons[0]).toMatch(/^UPGRADE_REQUIRED/);
  expect(await statusOf(cluster, 0)).toMatchObject({ protocolVersion: 2 });
  expect(cluster.log).toContainEqual(
    expect.objectContaining({ code: "UPGRADE_REQUIRED", protocolVersion: 2, supported: 1 }),
  );
  // The same software comes no further, and serves what it has.
  await cluster.stop(old);
  await cluster.start(old);
  expect(await statusOf(cluster, old)).toMatchObject({
    halted: "UPGRADE_REQUIRED",
    height: height + 16,
  });
  expect(cluster.fatal).toEqual([]);
}, 120_000);
