// Pages of lists: each entry once, in order, and where the next page begins.
import { utf8Encode } from "@cartorio/crypto";
import { didOf, limits, memberRecord, membersHeadRecord, stateKeys } from "@cartorio/protocol";
import { beforeEach, expect, it } from "vitest";
import { ministry } from "./support/example-accreditations.ts";
import { createExampleNetwork, type ExampleNetwork } from "./support/example-network.ts";
import { type TestServer, testServer } from "./support/http.ts";

let network: ExampleNetwork;
let server: TestServer;
beforeEach(async () => {
  network = await createExampleNetwork();
  server = testServer(network.node.api);
});

type Answer = Readonly<Record<string, unknown>>;

/** All entries of a list, page by page, and the answers. */
async function pages(method: string, items: string, params: object): Promise<unknown[]> {
  const found: unknown[] = [];
  let from: unknown = 1;
  while (from !== null) {
    const page = (await server.call(method, { ...params, from })) as Answer;
    found.push(...(page[items] as unknown[]));
    expect(page["next"] === null || page["next"] === found.length + 1).toBe(true);
    from = page["next"];
  }
  return found;
}

it.each<readonly [string, string, object]>([
  ["governance_getMembers", "members", {}],
  ["governance_listProposals", "proposals", {}],
  ["issuer_getAccreditations", "accreditations", { did: "did" }],
  ["issuer_getGiven", "given", { did: ministry }],
  ["issuer_getRoots", "roots", { domain: "education" }],
  ["schema_list", "schemas", { owner: "publisher" }],
  ["status_getLists", "lists", { owner: "did" }],
  ["exchange_list", "batches", { party: "publisher" }],
  ["did_getHistory", "versions", { did: "did" }],
  ["credential_getLog", "entries", { issuer: "did", hash: "commitment" }],
])("%s pages one by one as at once, and says the total", async (method, items, named) => {
  const params = Object.fromEntries(
    Object.entries(named).map(([name, value]) => [name, network.values[value] ?? value]),
  );
  const whole = (await server.call(method, params)) as Answer;
  const all = whole[items] as unknown[];
  expect(all.length).toBeGreaterThan(0);
  expect(whole["total"] ?? whole["latestVersion"]).toBe(all.length);
  expect(whole["next"]).toBeNull();
  expect(await pages(method, items, { ...params, count: 1 })).toEqual(all);
  const beyond = await server.call(method, { ...params, from: all.length + 1 });
  expect(beyond).toMatchObject({ [items]: [], next: null });
});

it("the members are all readable and provable when there are as many as there may be", async () => {
  const { chain } = network.node;
  const count = limits.maxMembers;
  const head = { count, totalWeight: count, version: 1, dominant: false };
  chain.put(stateKeys.membersHead(), membersHeadRecord.encode(head));
  for (let index = 0; index < count; index += 1) {
    const did = didOf("example", utf8Encode(`member ${index}`));
    const since = { version: 1, time: 1, height: 1 };
    const record = memberRecord.encode({ did, name: `Member ${index}`, weight: 1, ...since });
    chain.put(stateKeys.member(index), record);
  }
  network.node.sealBlock();
  const members = await pages("governance_getMembers", "members", { proof: true });
  expect(members.map((member) => (member as Answer)["index"])).toEqual(
    Array.from({ length: count }, (_, index) => index),
  );
});
