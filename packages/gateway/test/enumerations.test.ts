// Lists of everything, which only the admin listener has.
import { hexEncode, sha256, utf8Encode } from "@cartorio/crypto";
import { didOf, type Operation, operationKinds } from "@cartorio/protocol";
import { beforeEach, describe, expect, it } from "vitest";
import { createToken, parseTokenLine } from "../src/access.ts";
import type { NodeApi } from "../src/index.ts";
import { methodTable } from "../src/method-table.ts";
import { enumerationMethods } from "../src/methods-enumeration.ts";
import { operationEvent, topics } from "../src/operation-events.ts";
import { createExampleNetwork, type ExampleNetwork } from "./support/example-network.ts";
import { type TestServer, testServer } from "./support/http.ts";
import { genesisDid } from "./support/memory-node.ts";

let network: ExampleNetwork;
beforeEach(async () => {
  network = await createExampleNetwork();
});

const made = createToken({ name: "operator", scope: "admin", expiresAt: undefined });
const parsed = parseTokenLine(made.line);
if (!parsed.ok) throw new Error(parsed.must);
const security = { tokens: [parsed.token] };

function adminServer(api: NodeApi = network.node.api): TestServer {
  return testServer(api, {}, security, { methods: [...methodTable, ...enumerationMethods] });
}

type Answer = Readonly<Record<string, unknown>>;

async function call(method: string, params: object, server = adminServer()): Promise<Answer> {
  const headers = { authorization: `Bearer ${made.token}` };
  const { body } = await server.post({ jsonrpc: "2.0", id: 1, method, params }, headers);
  const { result, error } = body as { readonly result?: Answer; readonly error?: unknown };
  if (result === undefined) throw new Error(JSON.stringify(error));
  return result;
}

it("are discovered where they are served", async () => {
  const { methods } = await call("rpc.discover", {});
  expect(methods).toMatchObject(
    [...methodTable, ...enumerationMethods].map(({ name }) => ({ name })),
  );
});

describe("admin_listDids", () => {
  it("has those of the genesis and every one that was created since", async () => {
    const { did, transactionId } = network.values;
    expect(await call("admin_listDids", {})).toEqual({
      dids: [
        { did: genesisDid, height: 0, transactionId: null },
        { did, height: 1, transactionId },
      ],
      next: null,
      certifiedHeight: 3,
    });
  });

  it("pages by height: each DID once, and goes on where it ended", async () => {
    const found: unknown[] = [];
    let from: unknown = 0;
    while (from !== null) {
      const page = await call("admin_listDids", { from, count: 1 });
      found.push(...(page["dids"] as { readonly did: string }[]).map(({ did }) => did));
      from = page["next"];
    }
    expect(found).toEqual([genesisDid, network.values["did"]]);
    const later = await call("admin_listDids", { from: 4 });
    expect(later).toEqual({ dids: [], next: null, certifiedHeight: 3 });
  });

  it("ends a page where it has read enough, whatever it found", async () => {
    const large = new Uint8Array(3 * 1024 * 1024);
    const { api } = network.node;
    const server = adminServer({
      ...api,
      async block(at) {
        const block = await api.block(at);
        return block && { ...block, envelopes: [...block.envelopes, large] };
      },
    });
    const page = await call("admin_listDids", { from: 2 }, server);
    expect(page).toEqual({ dids: [], next: null, certifiedHeight: 3 });
    network.node.sealBlock();
    const cut = await call("admin_listDids", { from: 2 }, server);
    expect(cut).toMatchObject({ dids: [], next: 4, certifiedHeight: 4 });
  });
});

describe("admin_listOperations", () => {
  it("has what was applied, of all kinds or of some, about all DIDs or one", async () => {
    const { did, commitment } = network.values;
    const anchors = await call("admin_listOperations", { operations: ["credentialAnchor"] });
    expect(anchors).toMatchObject({
      operations: [{ height: 2, operation: "credentialAnchor", did, hash: commitment }],
      next: null,
    });
    const all = await call("admin_listOperations", { did });
    const kinds = (all["operations"] as { readonly operation: string }[]).map(
      ({ operation }) => operation,
    );
    expect(kinds).toEqual([
      ...["didCreate", "credentialAnchor", "credentialRevoke", "credentialCosign"],
      ...["credentialLog", "credentialLog", "issuerUpdate"],
    ]);
    const nobody = didOf("example", utf8Encode("nobody"));
    expect((await call("admin_listOperations", { did: nobody }))["operations"]).toEqual([]);
  });

  it("pages at the ends of blocks", async () => {
    const first = await call("admin_listOperations", { from: 1, count: 1 });
    expect(first).toMatchObject({ operations: [{ operation: "didCreate" }], next: 2 });
    const rest = await call("admin_listOperations", { from: 3, count: 1 });
    expect(rest["operations"]).toHaveLength(5);
    expect(rest["next"]).toBeNull();
  });
});

describe("what is told of an operation", () => {
  const owner = didOf("example", utf8Encode("owner"));
  const hash = sha256(utf8Encode("hash"));
  const body = utf8Encode('{"type":"object"}');
  it.each<readonly [Operation, object]>([
    [
      { kind: "schemaRegister", value: { owner, body, supersedes: new Uint8Array() } },
      { topic: "schemas", did: owner, hash: hexEncode(sha256(body)) },
    ],
    [
      {
        kind: "statusListCreate",
        value: { owner, expectedCount: 2, publisher: owner, purpose: 1, length: 131_072 },
      },
      { topic: "credentials", did: owner, list: 3 },
    ],
    [
      {
        kind: "exchangeReceipts",
        value: { party: owner, expectedSequence: 0, root: hash, from: 1, to: 2 },
      },
      { topic: "exchange", did: owner, hash: hexEncode(hash) },
    ],
    [
      { kind: "accreditationAccept", value: { subject: owner, index: 4, expectedSequence: 1 } },
      { topic: "accreditations", did: owner, index: 4 },
    ],
    [
      { kind: "governanceVote", value: { voter: owner, proposal: hash, approve: true } },
      { topic: "governance", did: owner, hash: hexEncode(hash) },
    ],
  ])("%o", (operation, told) => {
    const { kind } = operation;
    expect(operationEvent(operation, "example")).toEqual({ operation: kind, ...told });
    expect(operationKinds).toContain(kind);
    expect(topics).toContain(operationEvent(operation, "example").topic);
  });
});
