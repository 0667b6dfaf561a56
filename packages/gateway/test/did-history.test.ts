// did_getVersion and did_getKeyRemoval.
import { ed25519PublicKey, encodeMultikey, hexEncode, multikeyToString } from "@cartorio/crypto";
import { stateKeys, versionHash } from "@cartorio/protocol";
import { beforeAll, expect, it } from "vitest";
import { createExampleNetwork, type ExampleNetwork } from "./support/example-network.ts";
import { type TestServer, testServer } from "./support/http.ts";
import { executeUnsigned } from "./support/memory-executor.ts";

let network: ExampleNetwork;
let server: TestServer;
let did: string;
const gone = encodeMultikey("ed25519", ed25519PublicKey(new Uint8Array(32).fill(1)));
const kept = encodeMultikey("ed25519", ed25519PublicKey(new Uint8Array(32).fill(2)));
const since = Date.UTC(2026, 0, 1);

beforeAll(async () => {
  network = await createExampleNetwork();
  server = testServer(network.node.api);
  did = network.values["did"] ?? "";
  const { chain } = network.node;
  const document = { verificationMethods: [], services: [], alsoKnownAs: [] };
  const removals = [{ multikey: gone, reason: 2, since }];
  const value = { did, expectedVersion: 1, document, removals };
  executeUnsigned(chain, { kind: "didUpdate", value }, did);
  network.node.sealBlock();
});

it("a version says when it began, what left, and which one was before", async () => {
  const first = network.node.chain.get(stateKeys.didVersion(did, 1)) ?? new Uint8Array();
  const answer = await server.call("did_getVersion", { did, version: 2 });
  expect(answer).toMatchObject({
    did,
    versionId: expect.stringMatching(/^2-zQm/),
    latestVersion: 2,
    record: {
      number: 2,
      previousHash: hexEncode(versionHash(first)),
      removals: [{ multikey: multikeyToString(gone), reason: "compromised", since }],
      status: "active",
      control: { kind: "keys", threshold: 1 },
    },
  });
  expect(await server.call("did_getVersion", { did, version: 1, proof: true })).toMatchObject({
    record: { number: 1, previousHash: null, removals: [] },
    proof: { bundle: expect.stringMatching(/^[A-Za-z0-9_-]+$/) },
  });
});

it("the history of a DID comes by page, each version once, as did_getVersion has it", async () => {
  const page = (params: object) => server.call("did_getHistory", { did, ...params });
  const first = await page({ count: 1 });
  expect(first).toMatchObject({ did, latestVersion: 2, versions: [{ number: 1 }], next: 2 });
  const second = await page({ from: 2, count: 1, proof: true });
  const { versionId, record } = (await server.call("did_getVersion", { did, version: 2 })) as {
    readonly versionId: string;
    readonly record: object;
  };
  expect(second).toMatchObject({ versions: [{ versionId, ...record }], next: null });
  expect(second).toMatchObject({ proof: { bundle: expect.stringMatching(/^[A-Za-z0-9_-]+$/) } });
  const whole = await page({});
  expect(whole).toMatchObject({ versions: [{ number: 1 }, { number: 2 }], next: null });
  expect(await page({ from: 3 })).toMatchObject({ latestVersion: 2, versions: [], next: null });
});

it("a removal says why and since when, and is null for a key that never left", async () => {
  const ask = (multikey: Uint8Array) =>
    server.call("did_getKeyRemoval", { did, multikey: multikeyToString(multikey), proof: true });
  expect(await ask(gone)).toMatchObject({
    did,
    removal: { reason: "compromised", since, version: 2 },
    proof: { bundle: expect.any(String) },
  });
  expect(await ask(kept)).toMatchObject({ removal: null, proof: { bundle: expect.any(String) } });
});

it.each([
  ["did_getVersion", { version: 3 }, "NOT_FOUND"],
  ["did_getVersion", { did: "did:cartorio:example:z", version: 1 }, "DID_MALFORMED"],
  ["did_getKeyRemoval", { multikey: "z6Mk" }, "KEY_INADMISSIBLE"],
] as const)("%s with %o: %s", async (method, parameters, code) => {
  await expect(server.call(method, { did, ...parameters })).rejects.toThrow(code);
});

it("a DID that does not exist has neither", async () => {
  const nobody = did.replace(/.{4}$/, "1111");
  for (const [method, more] of [
    ["did_getVersion", { version: 1 }],
    ["did_getHistory", {}],
    ["did_getKeyRemoval", { multikey: multikeyToString(gone) }],
  ] as const) {
    await expect(server.call(method, { did: nobody, ...more })).rejects.toThrow("DID_NOT_FOUND");
  }
});
