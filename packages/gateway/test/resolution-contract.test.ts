import { beforeAll, describe, expect, it } from "vitest";
import { createExampleNetwork } from "./support/example-network.ts";
import { type TestServer, testServer } from "./support/http.ts";
import { executeUnsigned } from "./support/memory-executor.ts";
import { checkRow } from "./support/resolution-check.ts";
import { optionRows } from "./support/resolution-option-rows.ts";
import {
  mediaTypeRows,
  type ResolutionDids,
  type ResolutionRow,
} from "./support/resolution-rows.ts";
import { statusRows } from "./support/resolution-status-rows.ts";

let server: TestServer;
let dids: ResolutionDids;

beforeAll(async () => {
  ({ server, dids } = await createResolutionNetwork());
});

/** A network with a DID of two versions, ten seconds apart, and one that is deactivated. */
async function createResolutionNetwork(): Promise<{ server: TestServer; dids: ResolutionDids }> {
  const own = await createExampleNetwork();
  const { node } = own;
  const active = own.values["did"] ?? "";
  const answers = testServer(node.api);
  const gone = own.values["publisher"] ?? "";
  const before = await metadataOf(answers, active);
  const goneBefore = await metadataOf(answers, gone);
  executeUnsigned(
    node.chain,
    {
      kind: "didSetRecovery",
      value: { did: active, expectedVersion: 1, recovery: undefined, nextKeyHashes: [] },
    },
    active,
  );
  executeUnsigned(
    node.chain,
    { kind: "didDeactivate", value: { did: gone, expectedVersion: 1, acknowledge: 0 } },
    gone,
  );
  node.sealBlock(node.chain.latest().header.time + 10_000);
  const after = await metadataOf(answers, active);
  return {
    server: answers,
    dids: {
      active,
      key: await keyOf(answers, active),
      versionIds: [String(before["versionId"]), String(after["versionId"])],
      times: [String(before["created"]), String(after["updated"])],
      gone,
      goneVersionId: String(goneBefore["versionId"]),
      unknown: active.replace(/.{4}$/, "1111"),
      foreign: active.replace(":example:", ":other:"),
    },
  };
}

interface Result {
  readonly didDocument: Record<string, unknown>;
  readonly didDocumentMetadata: Record<string, unknown>;
}

async function resultOf(answers: TestServer, did: string): Promise<Result> {
  return (await answers.get(`/1.0/identifiers/${did}`)).body as Result;
}

async function metadataOf(answers: TestServer, did: string): Promise<Record<string, unknown>> {
  return (await resultOf(answers, did)).didDocumentMetadata;
}

async function keyOf(answers: TestServer, did: string): Promise<string> {
  const { didDocument } = await resultOf(answers, did);
  return String(didDocument["assertionMethod"]).split("#")[1] ?? "";
}

function check(row: ResolutionRow): Promise<void> {
  return checkRow(row, dids, ({ path, body, headers }) =>
    body === undefined ? server.get(path, headers) : server.post(body, headers, path),
  );
}

describe("each media type", () => {
  it.each(mediaTypeRows.map((row) => [row.name, row] as const))("%s", (_, row) => check(row));
});

describe("each status", () => {
  it.each(statusRows.map((row) => [row.name, row] as const))("%s", (_, row) => check(row));
});

describe("each option, parameter and part", () => {
  it.each(optionRows.map((row) => [row.name, row] as const))("%s", (_, row) => check(row));
});

describe("what is kept", () => {
  const path = (): string => `/1.0/identifiers/${dids.active}`;

  it("is not sent again to whoever has it", async () => {
    const { headers, raw } = await server.get(path());
    const etag = String(headers["etag"]);
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const again = await server.get(path(), { "if-none-match": known });
      expect(again).toMatchObject({ status: 304, raw: "", headers: { etag } });
    }
    const other = await server.get(path(), { "if-none-match": '"other"' });
    expect(other).toMatchObject({ status: 200, raw });
  });

  it("differs by representation, version and status", async () => {
    const questions = [
      [path(), "application/did"],
      [path(), "application/did+json"],
      [path(), "application/did-resolution"],
      [`${path()}?versionId=${dids.versionIds[0]}`, "application/did-resolution"],
      [`/1.0/identifiers/${dids.gone}`, "application/did-resolution"],
      [
        `/1.0/identifiers/${dids.gone}?versionId=${dids.goneVersionId}`,
        "application/did-resolution",
      ],
    ] as const;
    const answers = await Promise.all(questions.map(([url, accept]) => server.get(url, accept)));
    expect(new Set(answers.map(({ headers }) => headers["etag"])).size).toBe(questions.length);
  });

  it("is nothing where the client says noCache, or the DID is gone", async () => {
    const fresh = await server.get(`${path()}?noCache=true`);
    expect(fresh).toMatchObject({ status: 200, headers: { "cache-control": "no-store" } });
    const gone = `/1.0/identifiers/${dids.gone}`;
    const etag = String((await server.get(gone)).headers["etag"]);
    expect(await server.get(gone, { "if-none-match": etag })).toMatchObject({ status: 410 });
  });
});

describe("what comes in a body", () => {
  const url = (): string => `/1.0/identifiers/${dids.active}`;

  it.each([
    ["no JSON", "{"],
    ["no object", "[]"],
    ["a member twice", '{"noCache":true,"noCache":false}'],
  ])("%s is INVALID_OPTIONS", async (_, body) => {
    expect(await server.post(body, {}, url())).toMatchObject({
      status: 400,
      body: {
        didResolutionMetadata: { error: { type: "https://www.w3.org/ns/did#INVALID_OPTIONS" } },
      },
    });
  });

  it("is refused in the terms of HTTP if it is not JSON at all", async () => {
    const answer = await server.post("a=b", { "content-type": "text/plain" }, url());
    expect(answer).toMatchObject({ status: 415, body: { type: "about:blank", status: 415 } });
    const encoded = await server.post("{}", { "content-encoding": "gzip" }, url());
    expect(encoded).toMatchObject({ status: 415, body: { type: "about:blank" } });
  });

  it("is refused if it is long", async () => {
    const answer = await server.post({ accept: "x".repeat(20_000) }, {}, url());
    expect(answer).toMatchObject({ status: 413, body: { type: "about:blank", status: 413 } });
  });

  it("says an option once more than the URL does: refused", async () => {
    const { 0: versionId } = dids.versionIds;
    const twice = await server.post({ versionId }, {}, `${url()}?versionId=${versionId}`);
    expect(twice).toMatchObject({
      status: 400,
      body: {
        didResolutionMetadata: { error: { type: "https://www.w3.org/ns/did#INVALID_DID_URL" } },
      },
    });
  });
});

describe("what the Universal Resolver asks", () => {
  it("names method, network, DIDs that resolve, and traits", async () => {
    expect((await server.get("/1.0/methods")).body).toEqual(["cartorio"]);
    expect((await server.get("/1.0/properties")).body).toEqual({
      cartorio: {
        network: "example",
        prefix: "did:cartorio:example:",
        version: "0.1.0",
        protocolVersion: 1,
      },
    });
    expect((await server.get("/1.0/traits")).body).toMatchObject({
      cartorio: { updatable: true, deactivatable: true, enumerable: false, historyAvailable: true },
    });
  });

  it("gives DIDs of members to try, each once and no more than three", async () => {
    const { node } = await createExampleNetwork();
    const [peer] = await node.api.peers();
    if (peer === undefined) throw new Error("no peer");
    const members = [dids.active, dids.active, "unnamed", dids.gone, dids.unknown, dids.foreign];
    const peers = async () => members.map((member) => ({ ...peer, member }));
    const { body } = await testServer({ ...node.api, peers }).get("/1.0/testIdentifiers");
    expect(body).toEqual({ cartorio: [dids.active, dids.gone, dids.unknown] });
  });
});
