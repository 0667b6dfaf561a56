import { didDocumentRecord, stateKeys } from "@cartorio/protocol";
import { beforeAll, describe, expect, it } from "vitest";
import { createExampleNetwork, type ExampleNetwork } from "./support/example-network.ts";
import { type TestServer, testServer } from "./support/http.ts";
import { executeUnsigned } from "./support/memory-executor.ts";

let network: ExampleNetwork;
let server: TestServer;
let did: string;

beforeAll(async () => {
  network = await createExampleNetwork();
  server = testServer(network.node.api);
  did = network.values["did"] ?? "";
});

function resolve(identifier: string, accept?: string): ReturnType<TestServer["get"]> {
  return server.get(`/1.0/identifiers/${identifier}`, accept);
}

/** A block time as metadata shows it. */
const secondOf = (timeMs: number): string => `${new Date(timeMs).toISOString().slice(0, 19)}Z`;

describe("GET /1.0/identifiers/{did}", () => {
  it("gives the full result by default", async () => {
    const answer = await resolve(did);
    expect(answer).toMatchObject({
      status: 200,
      contentType: expect.stringMatching(/^application\/did-resolution/),
      body: {
        didResolutionMetadata: { contentType: "application/did" },
        didDocument: {
          id: did,
          assertionMethod: [expect.stringContaining(`${did}#z6Mk`)],
          service: [{ id: `${did}#catalogue`, serviceEndpoint: "https://uni.example" }],
        },
        didDocumentMetadata: {
          created: "2026-01-01T00:00:01Z",
          versionId: expect.stringMatching(/^1-zQm/),
        },
      },
    });
  });

  it.each(["application/did", "application/did+json", "application/did+ld+json"])(
    "gives the bare document as %s",
    async (accept) => {
      const answer = await resolve(encodeURIComponent(did), accept);
      expect(answer).toMatchObject({ status: 200, body: { id: did } });
      expect(answer.contentType.split(";")[0]).toBe(accept);
    },
  );

  it.each([
    ["application/did-resolution;q=0.5, application/did+json", "application/did+json"],
    ["text/html, application/*;q=0.8", "application/did-resolution"],
    ["*/*", "application/did-resolution"],
    ["*/*, application/did-resolution;q=0", "application/did"],
  ])("chooses by Accept: %s", async (accept, type) => {
    expect((await resolve(did, accept)).contentType.split(";")[0]).toBe(type);
  });

  it.each([["text/html"], ["application/json"], ["application/did;q=0"]])(
    "answers 406 to %s",
    async (accept) => {
      expect(await resolve(did, accept)).toMatchObject({
        status: 406,
        body: {
          didResolutionMetadata: {
            error: { type: "https://www.w3.org/ns/did#REPRESENTATION_NOT_SUPPORTED", status: 406 },
          },
        },
      });
    },
  );

  it.each([
    ["no DID", "hello", 400, "INVALID_DID"],
    ["a DID in another spelling", "did:cartorio:example:zQm", 400, "INVALID_DID"],
    ["another method", "did:web:example.org", 501, "METHOD_NOT_SUPPORTED"],
  ])("refuses %s", async (_, identifier, status, code) => {
    const type = `https://www.w3.org/ns/did#${code}`;
    expect(await resolve(identifier)).toMatchObject({
      status,
      body: {
        didResolutionMetadata: { error: { type } },
        didDocument: null,
        didDocumentMetadata: {},
      },
    });
    const bare = await resolve(identifier, "application/did");
    expect(bare).toMatchObject({ status, body: { type, status } });
    expect(bare.contentType).toMatch(/^application\/problem\+json/);
  });

  it("does not find an unknown DID, nor one of another network", async () => {
    const type = "https://www.w3.org/ns/did#NOT_FOUND";
    for (const identifier of [did.replace(/.{4}$/, "1111"), did.replace(":example:", ":other:")]) {
      expect(await resolve(identifier, "application/did")).toMatchObject({
        status: 404,
        body: { type },
      });
    }
  });

  it("answers 410 and no document for a deactivated DID, and its past by version", async () => {
    const own = await createExampleNetwork();
    const gone = own.values["did"] ?? "";
    const { chain } = own.node;
    executeUnsigned(
      chain,
      { kind: "didDeactivate", value: { did: gone, expectedVersion: 1, acknowledge: 0 } },
      gone,
    );
    const sealed = own.node.sealBlock();
    const ownServer = testServer(own.node.api);
    expect(await ownServer.get(`/1.0/identifiers/${gone}`)).toMatchObject({
      status: 410,
      body: {
        didDocument: null,
        didDocumentMetadata: { deactivated: true, updated: secondOf(sealed.header.time) },
      },
    });
    const bare = await ownServer.get(`/1.0/identifiers/${gone}`, "application/did");
    expect(bare).toMatchObject({ status: 410, body: { status: 410 } });
    expect(await ownServer.call("did_resolve", { did: gone })).toMatchObject({
      document: null,
      deactivated: true,
    });
    expect(await ownServer.call("did_resolve", { did: gone, version: 1 })).toMatchObject({
      document: { id: gone },
      deactivated: true,
      metadata: { nextVersionId: expect.stringMatching(/^2-zQm/) },
    });
  });

  it("shows a pending recovery in the metadata, and the commitment in did_resolve", async () => {
    const own = await createExampleNetwork();
    const name = own.values["did"] ?? "";
    const { chain } = own.node;
    const control = { kind: "keys", keys: [], threshold: 1, nextKeyHashes: [] } as const;
    executeUnsigned(
      chain,
      {
        kind: "didRecoveryPropose",
        value: { did: name, expectedSequence: 0, control, recovery: undefined, removals: [] },
      },
      name,
    );
    const { time } = own.node.sealBlock().header;
    const ownServer = testServer(own.node.api);
    const pendingRecovery = {
      sequence: 1,
      proposed: secondOf(time),
      finaliseFrom: secondOf(time + 24 * 60 * 60 * 1000),
      final: false,
    };
    const cartorio = { pendingRecovery };
    expect(await ownServer.get(`/1.0/identifiers/${name}`)).toMatchObject({
      status: 200,
      body: { didDocument: { id: name }, didDocumentMetadata: { cartorio } },
    });
    expect(await ownServer.call("did_resolve", { did: name })).toMatchObject({
      metadata: { cartorio },
      recovery: null,
      recoverySequence: 1,
    });
  });

  it("renders `controller` from the control state of the version, not of now", async () => {
    const own = await createExampleNetwork();
    const name = own.values["did"] ?? "";
    const controllers = [name.replace(/.$/, "1")];
    const control = { kind: "controllers", controllers, threshold: 1 } as const;
    const value = { did: name, expectedVersion: 1, control, removals: [] };
    executeUnsigned(own.node.chain, { kind: "didSetControllers", value }, name);
    own.node.sealBlock();
    const ownServer = testServer(own.node.api);
    expect(await ownServer.call("did_resolve", { did: name })).toMatchObject({
      document: { controller: controllers[0] },
      control: { kind: "controllers" },
    });
    const { document } = (await ownServer.call("did_resolve", { did: name, version: 1 })) as {
      document: Record<string, unknown>;
    };
    expect(document).not.toHaveProperty("controller");
  });

  it("answers null and who decided it where governance redacted the document", async () => {
    const own = await createExampleNetwork();
    const name = own.values["did"] ?? "";
    const redaction = {
      hash: new Uint8Array(32),
      time: Date.UTC(2026, 0, 1),
      height: 3,
      proposal: 5,
      reason: 1,
    };
    const record = didDocumentRecord.encode({ document: undefined, redaction });
    own.node.chain.put(stateKeys.didDocument(name, 1), record);
    own.node.sealBlock();
    const ownServer = testServer(own.node.api);
    const redacted = { redacted: "2026-01-01T00:00:00Z", proposal: 5, reason: 1 };
    expect(await ownServer.call("did_resolve", { did: name })).toMatchObject({
      document: null,
      deactivated: false,
      metadata: { cartorio: { redacted } },
    });
    expect(await ownServer.get(`/1.0/identifiers/${name}`)).toMatchObject({
      status: 200,
      body: { didDocument: null, didDocumentMetadata: { cartorio: { redacted } } },
    });
    const bare = await ownServer.get(`/1.0/identifiers/${name}`, "application/did");
    expect(bare).toMatchObject({
      status: 410,
      body: { detail: expect.stringMatching("redacted") },
    });
  });
});
