import { didDocumentRecord, didVersionRecord, stateKeys } from "@cartorio/protocol";
import { beforeAll, describe, expect, it } from "vitest";
import { defaultGatewayLimits } from "../src/limits.ts";
import { chooseMediaType } from "../src/media-types.ts";
import type { MethodContext } from "../src/method.ts";
import { readDidVersion } from "../src/read-did-version.ts";
import { createExampleNetwork, type ExampleNetwork } from "./support/example-network.ts";
import { type TestServer, testServer } from "./support/http.ts";
import { createDice } from "./support/malformed-requests.ts";
import { executeUnsigned } from "./support/memory-executor.ts";

let network: ExampleNetwork;
let server: TestServer;
let did: string;
let key: string;

beforeAll(async () => {
  network = await createExampleNetwork();
  server = testServer(network.node.api);
  did = network.values["did"] ?? "";
  const resolved = (await server.call("did_resolve", { did })) as Resolved;
  key = String(resolved.document["assertionMethod"]);
});

interface Resolved {
  readonly document: Record<string, unknown>;
  readonly metadata: Record<string, unknown>;
}

describe("did_dereference", () => {
  it("gives the document, a key, a service, and its URLs", async () => {
    const { document, metadata } = (await server.call("did_resolve", { did })) as Resolved;
    expect(await server.call("did_dereference", { didUrl: did })).toMatchObject({
      content: document,
      contentType: "application/did",
      contentMetadata: metadata,
    });
    const relation = { verificationRelationship: "authentication" };
    expect(await server.call("did_dereference", { didUrl: key, ...relation })).toMatchObject({
      content: { "@context": document["@context"], id: key, type: "Multikey" },
    });
    const didUrl = `${did}?service=catalogue&relativeRef=%2Fa%2Fb#c`;
    const accept = "text/uri-list";
    expect(await server.call("did_dereference", { didUrl, accept })).toMatchObject({
      content: ["https://uni.example/a/b#c"],
      contentType: accept,
    });
  });

  it("proves what it says, of the version that is asked for", async () => {
    const { metadata } = (await server.call("did_resolve", { did })) as Resolved;
    const didUrl = `${did}?versionId=${metadata["versionId"]}#catalogue`;
    expect(await server.call("did_dereference", { didUrl, proof: true })).toMatchObject({
      content: { id: `${did}#catalogue` },
      version: 1,
      proof: { bundle: expect.any(String) },
    });
  });

  it.each([
    ["did:cartorio:example", {}, "DID_MALFORMED", {}],
    ["DID?service=a&service=b", {}, "DID_MALFORMED", {}],
    ["DID?service=catalogue&relativeRef=//evil.example", {}, "DID_MALFORMED", {}],
    ["did:web:example.org", {}, "DID_MALFORMED", {}],
    ["DID#nothing", {}, "NOT_FOUND", { error: "NOT_FOUND" }],
    ["DID/path", {}, "NOT_FOUND", { error: "NOT_FOUND" }],
    ["DID?versionId=1", {}, "NOT_FOUND", { latestVersion: 1 }],
    ["DID?versionTime=1999-01-01T00:00:00Z", {}, "NOT_FOUND", { latestVersion: 1 }],
    ["DID?versionTime=now", {}, "INVALID_OPTIONS", { error: "INVALID_OPTIONS" }],
    ["DID?proof=true", {}, "INVALID_OPTIONS", { error: "FEATURE_NOT_SUPPORTED" }],
    [
      "DID",
      { accept: "text/uri-list" },
      "INVALID_OPTIONS",
      { error: "REPRESENTATION_NOT_SUPPORTED" },
    ],
    ["DID", { verificationRelationship: "authentication" }, "INVALID_OPTIONS", {}],
    [
      "DID#catalogue",
      { verificationRelationship: "authentication" },
      "INVALID_OPTIONS",
      { error: "INVALID_VERIFICATION_METHOD" },
    ],
  ])("refuses %s %o: %s", async (didUrl, options, code, data) => {
    const params = { didUrl: didUrl.replace("DID", did), ...options };
    const request = { jsonrpc: "2.0", id: 1, method: "did_dereference", params };
    expect(await server.post(request)).toMatchObject({
      body: { error: { data: { code, ...data } } },
    });
  });
});

describe("which version a time means", () => {
  it("is the newest that began in that second or before, of many", async () => {
    const own = await createExampleNetwork();
    const { chain, api } = own.node;
    const name = own.values["did"] ?? "";
    const count = 300;
    for (let version = 1; version < count; version += 1) {
      const value = { did: name, expectedVersion: version, recovery: undefined, nextKeyHashes: [] };
      executeUnsigned(chain, { kind: "didSetRecovery", value }, name);
      if (version < 40 || version % 30 === 0)
        own.node.sealBlock(chain.latest().header.time + 2000 + version);
    }
    own.node.sealBlock(chain.latest().header.time + 10_000);
    const context: MethodContext = {
      api,
      limits: defaultGatewayLimits,
      methods: [],
      network: async () => "example",
    };
    const began: number[] = [];
    for (let version = 1; version <= count; version += 1) {
      const one = await api.records([stateKeys.didVersion(name, version)]);
      const record = one.ok ? one.value.records[0] : undefined;
      const decoded = record && didVersionRecord.decode(record);
      if (!decoded?.ok) throw new Error(`version ${version} is missing`);
      began.push(Math.floor(decoded.value.time / 1000));
    }
    const [first = 0] = began;
    for (const second of new Set([...began, ...began.map((time) => time + 1)])) {
      const found = await readDidVersion(context, name, { versionTime: second });
      const expected = began.filter((time) => time <= second).length;
      expect(found).toMatchObject({ ok: true, value: { version: expected } });
    }
    const before = await readDidVersion(context, name, { versionTime: first - 1 });
    expect(before).toMatchObject({ ok: false, code: "NOT_FOUND" });
  });

  it("shows by id what governance redacted, without the document", async () => {
    const own = await createExampleNetwork();
    const name = own.values["did"] ?? "";
    const redaction = { hash: new Uint8Array(32), time: 0, height: 3, proposal: 5, reason: 1 };
    const record = didDocumentRecord.encode({ document: undefined, redaction });
    own.node.chain.put(stateKeys.didDocument(name, 1), record);
    own.node.sealBlock();
    const answers = testServer(own.node.api);
    const { metadata } = (await answers.call("did_resolve", { did: name })) as Resolved;
    const path = `/1.0/identifiers/${name}?versionId=${metadata["versionId"]}`;
    const cartorio = { redacted: { proposal: 5 } };
    expect(await answers.get(path)).toMatchObject({
      status: 200,
      body: { didDocument: null, didDocumentMetadata: { cartorio } },
    });
    const part = await answers.get(`/1.0/identifiers/${encodeURIComponent(`${name}#catalogue`)}`);
    expect(part).toMatchObject({
      status: 200,
      body: { content: null, contentMetadata: { cartorio } },
    });
  });
});

describe("what a resolver is asked beside a DID", () => {
  const path = (options: string): string => `/1.0/identifiers/${did}?${options}`;

  it("of heights: answers from a newer one, not from one that is not there", async () => {
    expect(await server.get(path("minHeight=3"))).toMatchObject({ status: 200 });
    expect(await server.get(path("minHeight=4"))).toMatchObject({
      status: 500,
      body: { didResolutionMetadata: { error: { detail: "NOT_READY" } } },
    });
    expect(await server.get(path("proof=true&anchorHeight=9"))).toMatchObject({
      status: 400,
      body: { didResolutionMetadata: { error: { detail: expect.stringMatching("anchorHeight") } } },
    });
  });

  it("pays for a proof, however it is written", async () => {
    const security = { rate: { costPerSecond: 1, burst: 11 } };
    const elsewhere = { remoteAddress: "192.0.2.1" };
    for (const options of ["proof=true", "p%72oof=true"]) {
      const poor = testServer(network.node.api, {}, security, elsewhere);
      expect(await poor.get(path(options))).toMatchObject({ status: 200 });
      expect(await poor.get(path(""))).toMatchObject({ status: 429 });
    }
  });

  it("is asked no more at once than the limit, JSON-RPC included", async () => {
    const never = (): Promise<never> => new Promise<never>(() => undefined);
    const hanging = { ...network.node.api, records: never };
    const busy = testServer(hanging, { requestTimeoutMs: 20, maxConcurrentRequests: 1 });
    const first = busy.get(path(""));
    expect(await busy.get(path(""))).toMatchObject({ status: 503, body: { status: 503 } });
    const rpc = { jsonrpc: "2.0", id: 1, method: "node_getPeers" };
    expect(await busy.post(rpc)).toMatchObject({ status: 503 });
    expect(await first).toMatchObject({ status: 500 });
    expect(await busy.post(rpc)).toMatchObject({ status: 200 });
  });

  it("never breaks, whatever stands for a DID", async () => {
    const dice = createDice(1);
    const parts = [
      did,
      "did:",
      "cartorio:",
      "?",
      "&",
      "#",
      "/",
      "=",
      "%3F",
      "%23",
      "%2F",
      "%25",
      ";",
    ];
    const words = [...parts, "service=catalogue", "relativeRef=", "versionTime=", "\\", "%00", "é"];
    const known = [200, 303, 400, 404, 406, 410, 414, 500, 501];
    for (let count = 0; count < 2000; count += 1) {
      const length = 1 + dice.below(8);
      const text = Array.from({ length }, () => dice.pick(words)).join("");
      const accept = dice.pick(["*/*", "application/did", "text/uri-list", ";,q=", '"', "a/b;c"]);
      const answer = await server.get(`/1.0/identifiers/${text}`, accept);
      expect(known, `${text} ${accept}`).toContain(answer.status);
      if (answer.status === 500) expect(answer.raw, text).not.toContain("INTERNAL_ERROR");
    }
    expect(server.logged()).not.toContain("resolution failed");
  });
});

describe("chooseMediaType", () => {
  const types = ["application/did", 'application/ld+json;profile="a"', "text/uri-list"];

  it.each([
    [undefined, types[0]],
    ["", types[0]],
    ["*/*", types[0]],
    ["TEXT/*", "text/uri-list"],
    ["application/ld+json", types[1]],
    ["application/ld+json; profile=a", types[1]],
    ['application/ld+json;profile="A,b"', undefined],
    ['application/ld+json;profile="b", text/uri-list;q=0.1', "text/uri-list"],
    ["application/did;q=0, */*;q=0.5", types[1]],
    ["application/did;q=0.1, application/*;q=0.9", types[1]],
    ["application/did;charset=utf-8", types[0]],
    ["application/did;level=1", undefined],
    ["application/did;q=2", undefined],
    ["application/did;q=0.001, text/uri-list;q=0.002", "text/uri-list"],
    ["text/html", undefined],
    [",", undefined],
  ])("%s", (accept, expected) => {
    expect(chooseMediaType(accept, types)).toBe(expected);
  });
});
