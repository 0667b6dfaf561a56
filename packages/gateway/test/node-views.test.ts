// mempool_getStatus, node_getConsensus, node_getEvidence.
import { beforeEach, describe, expect, it } from "vitest";
import type { NodeApi } from "../src/index.ts";
import { createExampleNetwork, type ExampleNetwork } from "./support/example-network.ts";
import { type TestServer, testServer } from "./support/http.ts";

let network: ExampleNetwork;
let server: TestServer;
beforeEach(async () => {
  network = await createExampleNetwork();
  server = testServer(network.node.api);
});

function withApi(change: Partial<NodeApi>): TestServer {
  return testServer({ ...network.node.api, ...change });
}

async function refusal(target: TestServer, method: string, params: object): Promise<unknown> {
  return (await target.post({ jsonrpc: "2.0", id: 1, method, params })).body;
}

describe("node_getConsensus", () => {
  it("names digests as hexadecimal and reasons by their names", async () => {
    const ones = "01".repeat(32);
    expect(await server.call("node_getConsensus", {})).toMatchObject({
      ...{ view: 5, primary: 1, quorum: 3, certifiedHeight: 3 },
      suspects: [{ validator: 3, reason: "starvation" }],
      heights: [
        {
          ...{ height: 4, phase: "proposed", proposal: ones },
          prepares: [
            { digest: ones, validators: [0, 1] },
            { digest: "02".repeat(32), validators: [3] },
          ],
          missing: { kind: "prepare", votes: 1, validators: [2, 3] },
        },
        { height: 5, phase: null, proposal: null, prepares: [{ digest: ones, validators: [0] }] },
      ],
    });
  });

  it("is NOT_READY on a node without a replica", async () => {
    const halted = withApi({ consensus: async () => undefined });
    expect(await refusal(halted, "node_getConsensus", {})).toMatchObject({
      error: { data: { code: "NOT_READY" } },
    });
  });
});

describe("node_getEvidence", () => {
  const entry = { epoch: 0, validator: 3, height: 7, messageBytes: 3 };

  it("pages by the id of the last entry, without messages", async () => {
    const first = await server.call("node_getEvidence", { count: 1 });
    expect(first).toMatchObject({
      evidence: [{ ...entry, id: "0-3-twoCommits", offence: "twoCommits" }],
      next: "0-3-twoCommits",
    });
    expect(first).not.toHaveProperty("evidence.0.messages");
    const second = await server.call("node_getEvidence", { count: 1, after: "0-3-twoCommits" });
    expect(second).toMatchObject({ evidence: [{ id: "0-3-twoPrepares" }], next: null });
  });

  it("gives the messages of one, and NOT_FOUND for one that is not there", async () => {
    expect(await server.call("node_getEvidence", { id: "0-3-twoCommits" })).toMatchObject({
      evidence: [{ ...entry, messages: ["AQI", "Aw"] }],
      next: null,
    });
    expect(await refusal(server, "node_getEvidence", { id: "0-2-twoCommits" })).toMatchObject({
      error: { data: { code: "NOT_FOUND" } },
    });
  });

  it("refuses messages that do not fit into an answer, and an id that is a path", async () => {
    const messages = [new Uint8Array(12 << 20)];
    const large = withApi({
      evidenceMessages: async (id) => ({
        ...{ ...entry, id, offence: "invalidBodies", time: 1, messages },
        messageBytes: 12 << 20,
      }),
    });
    expect(await refusal(large, "node_getEvidence", { id: "0-3-invalidBodies" })).toMatchObject({
      error: { data: { code: "TOO_LARGE" } },
    });
    expect(await refusal(server, "node_getEvidence", { id: "../genesis" })).toMatchObject({
      error: { code: -32602 },
    });
  });
});

it("mempool_getStatus counts what waits, beside its bounds", async () => {
  expect(await server.call("mempool_getStatus", {})).toEqual({
    ...{ transactions: 0, inFlight: 0, bytes: 0, payers: 0 },
    ...{ maxTransactions: 20_000, maxBytes: 32 << 20, maxPerPayer: 10_000 },
  });
});
