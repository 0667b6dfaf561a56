// What only the admin listener lists, from a real chain: DIDs of its genesis and of its blocks.
import { createGateway, createToken, type Gateway, parseTokenLine } from "@cartorio/gateway";
import { decodeDidCreate } from "@cartorio/protocol";
import pino from "pino";
import { afterEach, expect, it } from "vitest";
import { anchored, certified, nodeOf } from "./support/driving.ts";
import { testNetwork, transaction } from "./support/genesis.ts";
import { type LocalCluster, localCluster } from "./support/local-cluster.ts";

const network = testNetwork(1);
/** Not of the genesis. */
const newcomer = testNetwork(7).members[6];
let cluster: LocalCluster;
let gateway: Gateway | undefined;
afterEach(async () => {
  await gateway?.stop();
  await cluster.close();
});

const made = createToken({ name: "operator", scope: "admin", expiresAt: undefined });
const parsed = parseTokenLine(made.line);
if (!parsed.ok) throw new Error(parsed.must);
const { token } = parsed;

async function ask(url: string, method: string, params: object): Promise<unknown> {
  const headers = { "content-type": "application/json", authorization: `Bearer ${made.token}` };
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
  const answer = (await (await fetch(url, { method: "POST", headers, body })).json()) as {
    readonly result?: unknown;
    readonly error?: { readonly code: number };
  };
  return answer.result ?? answer.error?.code;
}

it("the admin listener lists every DID and every anchor, the public one knows neither method", async () => {
  cluster = await localCluster(network);
  await cluster.start(0);
  const [member] = network.members;
  const create = newcomer && decodeDidCreate(newcomer.create);
  if (member === undefined || newcomer === undefined || !create?.ok) throw new Error("no members");
  await anchored(cluster, network, 0);
  const operations = [{ kind: "didCreate", value: create.value } as const];
  const envelope = transaction(network, { by: newcomer, sponsor: member, operations });
  const height = await certified(cluster, 0, envelope);

  const listen = { host: "127.0.0.1", port: 0 };
  const security = { tokens: [token] };
  const { api } = nodeOf(cluster, 0);
  const logger = pino({ level: "silent" });
  gateway = createGateway({ api, listen, admin: listen, security, logger });
  const { url, adminUrl = "" } = await gateway.start();
  expect(await ask(adminUrl, "admin_listDids", {})).toMatchObject({
    dids: [
      ...network.members.map(({ did }) => ({ did, height: 0, transactionId: null })),
      { did: newcomer.did, height },
    ],
    next: null,
  });
  const anchors = { operations: ["credentialAnchor"] };
  expect(await ask(adminUrl, "admin_listOperations", anchors)).toMatchObject({
    operations: [{ operation: "credentialAnchor", did: member.did, height: height - 1 }],
  });
  const unknownMethod = -32601;
  expect(await ask(url, "admin_listDids", {})).toBe(unknownMethod);
  expect(await ask(url, "admin_listOperations", anchors)).toBe(unknownMethod);
  expect(cluster.fatal).toEqual([]);
}, 60_000);
