import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getStatus, getTransaction } from "@cartorio/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  anchorBy,
  certify,
  chainIdOf,
  clientOf,
  createIdentity,
  envelopeOf,
  executedIds,
  type Identity,
  memberOf,
  untilAllAgree,
} from "./chain.ts";
import { type RunningDevnet, startDevnet, until } from "./devnet-process.ts";
import { controlProcesses, type NodeProcesses } from "./node-processes.ts";

const root = mkdtempSync(join(tmpdir(), "cartorio-crash-"));
const validators = [0, 1, 2, 3] as const;
let devnet: RunningDevnet;
let sponsor: Identity;
let author: Identity;
let urls: readonly string[];
let processes: NodeProcesses;

beforeAll(async () => {
  devnet = await startDevnet(join(root, "devnet"), ["--parameter", "baseTimeoutMs=1000"]);
  const { ready } = devnet;
  urls = ready.nodes.map(({ rpcUrl }) => rpcUrl);
  processes = controlProcesses(ready.nodes);
  sponsor = await memberOf(ready, 0);
  author = await createIdentity(clientOf(urls), ready, { sponsor });
});
afterAll(async () => {
  await Promise.all([devnet.process.stop(), processes.stop()]);
  rmSync(root, { recursive: true, force: true });
});

async function restart(index: number): Promise<void> {
  expect((await processes.start(index)).rpcUrl).toBe(urls[index]);
}

interface Load {
  /** Ids whose receipt a gateway called certified, and what it said. */
  readonly certified: Map<string, { readonly height: number | undefined; readonly url: string }>;
  readonly stop: () => Promise<void>;
}

/** Clients that each anchor one credential after the other, by another gateway each. */
function startLoad(clients: number): Load {
  const certified: Load["certified"] = new Map();
  let stopped = false;
  const work = async (number: number): Promise<void> => {
    const rotated = urls.map((_, index) => urls[(index + number) % urls.length] ?? "");
    const client = clientOf(rotated);
    while (!stopped) {
      const chainId = chainIdOf(devnet.ready);
      const envelope = await envelopeOf({
        ...{ chainId, author, sponsor, operations: [anchorBy(author)] },
      });
      // A node that died with the only copy: the same bytes go in again elsewhere.
      const { id, height, receipt } = await certify(client, envelope, 3_000);
      expect(receipt?.code).toBe("APPLIED");
      certified.set(id, { height, url: rotated[0] ?? "" });
    }
  };
  const done = Promise.all(Array.from({ length: clients }, (_, number) => work(number)));
  return {
    certified,
    stop: async () => {
      stopped = true;
      await done;
    },
  };
}

/** Nothing acknowledged is lost, nothing is executed twice, everybody agrees. */
async function expectIntact({ certified }: Load): Promise<void> {
  const height = await untilAllAgree(urls);
  expect(certified.size).toBeGreaterThan(0);
  // Equal header hashes at that height are equal blocks and receipts below it: one chain is read.
  const executed = await executedIds(clientOf(urls), height);
  expect(new Set(executed).size).toBe(executed.length);
  const known = new Set(executed);
  expect([...certified.keys()].filter((id) => !known.has(id))).toEqual([]);
  const [newest] = [...certified.keys()].slice(-1);
  for (const url of urls) {
    const answer = await getTransaction(clientOf(url), { id: newest ?? "" });
    expect(answer).toMatchObject({ state: "certified", height: certified.get(answer.id)?.height });
  }
}

async function untilMore(load: Load, count: number): Promise<void> {
  const target = load.certified.size + count;
  await until(`${count} more certified transactions`, () => load.certified.size >= target);
}

describe("validators that end by SIGKILL", () => {
  it("lose nothing that was certified and execute nothing twice: others, the primary, under load", async () => {
    const load = startLoad(6);
    await untilMore(load, 10);
    const { primary } = await getStatus(clientOf(urls));
    const victims = [(primary + 1) % 4, primary];
    for (const victim of victims) {
      await processes.kill(victim);
      await untilMore(load, 10);
      await restart(victim);
      await untilMore(load, 10);
    }
    const { primary: later } = await getStatus(clientOf(urls));
    await processes.kill(later);
    await untilMore(load, 10);
    await restart(later);
    await load.stop();
    await expectIntact(load);
  });

  it("go on with the same chain after all four were killed at once under load", async () => {
    const load = startLoad(6);
    await untilMore(load, 10);
    const before = await getStatus(clientOf(urls));
    await Promise.all(validators.map(processes.kill));
    await Promise.all(validators.map(restart));
    await untilMore(load, 10);
    await load.stop();
    await expectIntact(load);
    const after = await getStatus(clientOf(urls));
    expect(after.chainId).toBe(before.chainId);
    expect(after.certifiedHeight).toBeGreaterThan(before.certifiedHeight);
  });
});
