// What tests of whole nodes do with a cluster: hand in, wait, look who signed.
import { decodeFinalityCertificate, decodeReceipt } from "@cartorio/protocol";
import { expect } from "vitest";
import type { RunningNode } from "../../src/index.ts";
import { anchor, type TestNetwork, transaction } from "./genesis.ts";
import type { LocalCluster } from "./local-cluster.ts";

/** The deadline only ends a broken test; no expectation depends on how long anything takes. */
const deadlineMs = 60_000;

export async function until(
  what: string,
  isDone: () => boolean | Promise<boolean>,
  describe?: () => unknown,
): Promise<void> {
  const end = performance.now() + deadlineMs;
  while (!(await isDone())) {
    if (performance.now() > end)
      throw new Error(`never happened: ${what} ${JSON.stringify(await describe?.())}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export function nodeOf(cluster: LocalCluster, index: number): RunningNode {
  const node = cluster.nodes[index];
  if (node === undefined) throw new Error(`node ${index} is down`);
  return node;
}

export type Status = Awaited<ReturnType<RunningNode["api"]["status"]>>;

export function statusOf(cluster: LocalCluster, index: number): Promise<Status> {
  return nodeOf(cluster, index).api.status();
}

/** Waits until the envelope is certified at a node; the height. */
export async function certified(
  cluster: LocalCluster,
  index: number,
  envelope: Uint8Array,
): Promise<number> {
  const { api } = nodeOf(cluster, index);
  const submitted = await api.submit(envelope);
  if (!submitted.ok) throw new Error(submitted.code);
  const wait = { level: "certified", timeoutMs: deadlineMs } as const;
  const state = await api.waitForTransaction(submitted.value.id, wait);
  expect(state.state).toBe("certified");
  expect(decodeReceipt(state.receipt ?? new Uint8Array())).toMatchObject({
    ok: true,
    value: { code: 0 },
  });
  return state.height ?? 0;
}

let anchors = 0;

/** Something new in the chain; its height. */
export function anchored(
  cluster: LocalCluster,
  network: TestNetwork,
  index: number,
): Promise<number> {
  return certified(cluster, index, anchorEnvelope(network));
}

export function anchorEnvelope(network: TestNetwork): Uint8Array {
  const [by] = network.members;
  if (by === undefined) throw new Error("the network has members");
  anchors += 1;
  return transaction(network, { by, operations: [anchor(by, `driven ${anchors}`)] });
}

/** Hands in one transaction after the other at a node that stays up, until it is stopped. */
export function keepBusy(
  cluster: LocalCluster,
  network: TestNetwork,
  index: number,
): () => Promise<void> {
  let isStopped = false;
  const run = async (): Promise<void> => {
    while (!isStopped) await anchored(cluster, network, index);
  };
  const running = run();
  // Told to whoever stops it.
  running.catch(() => undefined);
  return () => {
    isStopped = true;
    return running;
  };
}

export async function untilEpoch(
  cluster: LocalCluster,
  indexes: readonly number[],
  epoch: number,
): Promise<void> {
  const all = (): Promise<Status[]> =>
    Promise.all(indexes.map((index) => statusOf(cluster, index)));
  await until(
    `epoch ${epoch} at ${indexes.join()}`,
    async () => (await all()).every((status) => status.epoch === epoch && status.ready),
    async () => (await all()).map(({ height, epoch: at, reasons }) => ({ height, at, reasons })),
  );
}

/** Waits until every node that runs has passed its entry check: no certificate says so of the last one. */
export async function untilAllVote({ nodes }: LocalCluster): Promise<void> {
  const running = nodes.flatMap((node) => (node === undefined ? [] : [node.api]));
  await until(
    "all vote",
    async () => (await Promise.all(running.map((api) => api.consensus()))).every(Boolean),
    async () => (await Promise.all(running.map((api) => api.status()))).map((at) => at.reasons),
  );
}

/** Validators whose statements are in the certificates of these heights, by epoch, at a node. */
export async function signersOf(
  cluster: LocalCluster,
  index: number,
  heights: { readonly from: number; readonly through: number },
): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
  const signers = new Map<number, Set<number>>();
  for (let height = heights.from; height <= heights.through; height += 1) {
    const bytes = await nodeOf(cluster, index).api.certificate(height);
    const certificate = bytes && decodeFinalityCertificate(bytes);
    if (!certificate?.ok) continue;
    const { epoch, signatures } = certificate.value;
    const seen = signers.get(epoch) ?? new Set();
    for (const { validator } of signatures) seen.add(validator);
    signers.set(epoch, seen);
  }
  return signers;
}
