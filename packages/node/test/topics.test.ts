// What subscribers are told of a real chain, topic by topic, and again after they were gone.
import { utf8Encode } from "@cartorio/crypto";
import {
  decodeDidCreate,
  limits,
  type Operation,
  redactionReason,
  statusPurpose,
} from "@cartorio/protocol";
import { afterEach, expect, it } from "vitest";
import { anchored, certified, nodeOf, until } from "./support/driving.ts";
import { anchor, seedOf, testNetwork, transaction } from "./support/genesis.ts";
import { type LocalCluster, localCluster } from "./support/local-cluster.ts";

const network = testNetwork(1);
const [member, publisher] = network.members;
/** Not of the genesis. */
const newcomer = testNetwork(7).members[6];
if (member === undefined || publisher === undefined || newcomer === undefined) {
  throw new Error("no members");
}
const by = member;
const { did } = member;
const create = decodeDidCreate(newcomer.create);
if (!create.ok) throw new Error(create.code);
const body = utf8Encode(
  '{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object"}',
);
const since = Date.now();

const list = { owner: did, expectedCount: 0, publisher: publisher.did };
const length = limits.minStatusListBits;
const period = { root: seedOf("exchange"), from: since - 2000, to: since - 1000 };
const dropped = { did: publisher.did, version: 1, schema: new Uint8Array() };
const reason = redactionReason.personalData;
/** Of each topic that has operations, but accreditations: those need a root that governance adds. */
const operations: readonly Operation[] = [
  anchor(member, "told"),
  { kind: "statusListCreate", value: { ...list, purpose: statusPurpose.revocation, length } },
  { kind: "schemaRegister", value: { owner: did, body, supersedes: new Uint8Array() } },
  { kind: "exchangeReceipts", value: { party: did, expectedSequence: 0, ...period } },
  {
    kind: "governancePropose",
    value: {
      ...{ proposer: did, nonce: seedOf("proposal").subarray(0, 16), expires: since + 3_600_000 },
      action: { kind: "redact", value: { ...dropped, reason } },
    },
  },
];

let cluster: LocalCluster;
const sockets: WebSocket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close();
  await cluster.close();
});

interface Told {
  readonly topic: string;
  readonly event: {
    readonly height: number;
    readonly changes?: readonly { readonly operation: string; readonly did: string }[];
  };
}

/** A connection that subscribes to topics, and what it is told. */
async function listen(topics: readonly string[], fromHeight: number): Promise<Told[]> {
  const socket = new WebSocket(nodeOf(cluster, 0).rpcUrl.replace("http", "ws"));
  sockets.push(socket);
  const told: Told[] = [];
  socket.addEventListener("message", ({ data }) => {
    const { method, params } = JSON.parse(String(data)) as { method?: string; params: Told };
    if (method === "chain_event") told.push(params);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", reject);
  });
  for (const [id, topic] of topics.entries()) {
    const params = { topic, fromHeight };
    socket.send(JSON.stringify({ jsonrpc: "2.0", id, method: "chain_subscribe", params }));
  }
  return told;
}

const names = (told: readonly Told[]): string[] =>
  told
    .flatMap(({ topic, event }) =>
      (event.changes ?? []).map((change) => `${topic} ${change.operation} ${change.did}`),
    )
    .sort();

it("subscribers are told of every topic, and who was gone hears of the same", async () => {
  cluster = await localCluster(network);
  await cluster.start(0);
  const topics = ["dids", "credentials", "schemas", "exchange", "governance"];
  const live = await listen(topics, 1);
  const makes = [{ kind: "didCreate", value: create.value } as const];
  await certified(
    cluster,
    0,
    transaction(network, { by: newcomer, sponsor: by, operations: makes }),
  );
  for (const operation of operations) {
    await certified(cluster, 0, transaction(network, { by, operations: [operation] }));
  }
  const expected = [
    `credentials credentialAnchor ${did}`,
    `credentials statusListCreate ${did}`,
    `dids didCreate ${newcomer.did}`,
    `exchange exchangeReceipts ${did}`,
    `governance governancePropose ${did}`,
    `schemas schemaRegister ${did}`,
  ];
  const areTold = (told: readonly Told[]) => () => names(told).length >= expected.length;
  await until("all topics", areTold(live), () => live);
  expect(names(live)).toEqual(expected);

  const [socket] = sockets;
  socket?.close();
  await cluster.stop(0);
  await cluster.start(0);
  const head = await anchored(cluster, network, 0);
  const again = await listen([...topics, "blocks"], 1);
  const isThere = (): boolean =>
    again.some(({ topic, event }) => topic === "blocks" && event.height >= head);
  await until("the newest block", isThere, () => again);
  await until(
    "all topics again",
    () => names(again).length > expected.length,
    () => again,
  );
  expect(names(again)).toEqual([expected[0], ...expected]);
  const heights = again.flatMap(({ topic, event }) => (topic === "blocks" ? [event.height] : []));
  expect(heights).toEqual(heights.map((_, index) => index + 1));
  expect(cluster.fatal).toEqual([]);
}, 90_000);
