import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient, fetchProof, httpTransport, readProvenDid } from "@cartorio/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  anchorBy,
  call,
  certify,
  chainIdOf,
  clientOf,
  createIdentity,
  envelopeOf,
  genesisAnchorOf,
  type Identity,
  memberOf,
  nodeOf,
  untilAllAgree,
} from "./chain.ts";
import { type RunningDevnet, startDevnet, until } from "./devnet-process.ts";
import { controlProcesses, type NodeProcesses } from "./node-processes.ts";

const root = mkdtempSync(join(tmpdir(), "cartorio-observer-"));
const observer = 4;
let devnet: RunningDevnet;
let sponsor: Identity;
let author: Identity;
let urls: readonly string[];
let processes: NodeProcesses;

beforeAll(async () => {
  devnet = await startDevnet(join(root, "devnet"), ["--observer"]);
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

/** Anchors one credential after the other through one gateway; resolves to the last height. */
async function anchorMany(url: string, count: number): Promise<number> {
  let height = 0;
  for (let done = 0; done < count; done += 1) {
    const envelope = await envelopeOf({
      ...{ chainId: chainIdOf(devnet.ready), author, sponsor, operations: [anchorBy(author)] },
    });
    const answer = await certify(clientOf(url), envelope);
    expect(answer.receipt?.code).toBe("APPLIED");
    height = answer.height ?? 0;
  }
  return height;
}

/** It is level with the others, and what it says of the author follows from the genesis. */
async function expectServing(height: number): Promise<void> {
  const url = urls[observer] ?? "";
  await untilAllAgree(urls, height);
  await until("the observer to be ready for a load balancer", async () => {
    return (await fetch(`${url}/readyz`)).status === 200;
  });
  const anchor = await genesisAnchorOf(devnet.ready);
  const client = createClient({ transport: httpTransport(url), anchor });
  const questions = [{ kind: "did", did: author.did }] as const;
  const { state } = await fetchProof(client, { questions, minHeight: height });
  expect(readProvenDid(state, author.did)).toMatchObject({ ok: true, value: { did: author.did } });
}

/** Without a journal and a guard there is nothing that a vote could be signed by (consensus.md 9). */
async function expectNoVote(): Promise<void> {
  const { result } = await call(urls[observer] ?? "", "chain_getStatus", {});
  expect(result).toMatchObject({ role: "observer" });
  const kept = (index: number): readonly boolean[] =>
    ["state", "journal", "guard"].map((name) =>
      existsSync(join(nodeOf(devnet.ready, index).dir, "data", name)),
    );
  expect(kept(0)).toEqual([true, true, true]);
  expect(kept(observer)).toEqual([true, false, false]);
}

describe("an observer that ends by SIGKILL", () => {
  it("catches up with what was certified while it was down, and passes on what is handed in", async () => {
    const load = anchorMany(urls[1] ?? "", 15);
    await anchorMany(urls[observer] ?? "", 3);
    await processes.kill(observer);
    await load;
    const height = await anchorMany(urls[2] ?? "", 3);
    await processes.start(observer);
    await expectServing(height);
    await expectServing(await anchorMany(urls[observer] ?? "", 2));
    await expectNoVote();
  });

  it("starts from nothing and executes the whole chain", async () => {
    await processes.kill(observer);
    rmSync(join(nodeOf(devnet.ready, observer).dir, "data"), { recursive: true });
    const height = await anchorMany(urls[0] ?? "", 3);
    await processes.start(observer);
    await expectServing(height);
    await expectNoVote();
  });
});
