import { gunzipSync, inflateSync } from "node:zlib";
import {
  base64UrlDecode,
  ed25519PublicKey,
  encodeMultikey,
  sha256,
  utf8Encode,
} from "@cartorio/crypto";
import {
  decodeProofBundle,
  didDocumentRecord,
  limits,
  questionKeys,
  relationship,
  signerRole,
  stateKeys,
  statusListVersionRecord,
} from "@cartorio/protocol";
import { beforeEach, describe, expect, it } from "vitest";
import { createExampleNetwork, type ExampleNetwork } from "./support/example-network.ts";
import { type RpcAnswer, type TestServer, testServer } from "./support/http.ts";
import { executeByLedger } from "./support/ledger-execution.ts";

let network: ExampleNetwork;
let server: TestServer;
let owner: string;
let publisher: string;

beforeEach(async () => {
  network = await createExampleNetwork();
  server = testServer(network.node.api);
  owner = network.values["did"] ?? "";
  publisher = network.values["publisher"] ?? "";
});

const urlOf = (query = "", list = "1"): string => `/1.0/status-lists/${owner}/${list}${query}`;
const get = (query = "", accept?: string): Promise<RpcAnswer> => server.get(urlOf(query), accept);

/** Sets a bit in a block of its own; its time. */
function setBit(index: number, expectedSequence: number): number {
  const { chain } = network.node;
  const multikey = encodeMultikey(
    "ed25519",
    ed25519PublicKey(sha256(utf8Encode("example issuer"))),
  );
  const time = chain.latest().header.time + 1000;
  const value = { owner, by: "", list: 1, expectedSequence, changes: [{ index, value: true }] };
  const code = executeByLedger(
    chain,
    { kind: "statusListUpdate", value },
    {
      signers: [{ did: owner, multikey, role: signerRole.author }],
      payer: owner,
      at: { time, height: chain.blocks.length },
    },
  );
  expect(code).toBe("APPLIED");
  network.node.sealBlock(time);
  return time;
}

interface Credential {
  readonly credentialSubject: { readonly encodedList: string };
}

const credentialOf = ({ body }: RpcAnswer): Credential =>
  (body as { readonly credential: Credential }).credential;

/** Bits of an encodedList that are set. */
function setIn({ credentialSubject: { encodedList } }: Credential): number[] {
  expect(encodedList[0]).toBe("u");
  const bytes = gunzipSync(base64UrlDecode(encodedList.slice(1)) ?? new Uint8Array());
  expect(bytes.length * 8).toBe(limits.minStatusListBits);
  return Array.from({ length: bytes.length * 8 }, (_, index) => index).filter(
    (index) => ((bytes[index >> 3] ?? 0) & (0x80 >> (index % 8))) !== 0,
  );
}

describe("GET /1.0/status-lists/{owner}/{list}", () => {
  it("gives what the publisher signs, and where it is from", async () => {
    const answer = await get();
    const since = network.node.chain.latest().header.time;
    expect(answer).toMatchObject({
      status: 200,
      contentType: "application/json",
      headers: { "cache-control": "max-age=30", vary: expect.stringContaining("accept") },
      body: {
        ...{ owner, list: 1, publisher, purpose: "revocation", sequence: 1, latestSequence: 1 },
        ...{ since, height: 3, time: since },
        credential: {
          "@context": ["https://www.w3.org/ns/credentials/v2"],
          type: ["VerifiableCredential", "BitstringStatusListCredential"],
          issuer: publisher,
          validFrom: new Date(since).toISOString(),
          credentialSubject: {
            ...{ type: "BitstringStatusList", statusPurpose: "revocation", ttl: 30_000 },
          },
        },
      },
    });
    expect(setIn(credentialOf(answer))).toEqual([7]);
  });

  it("gives the bare credential as application/vc", async () => {
    const bare = await get("", "application/vc");
    expect(bare).toMatchObject({ status: 200, contentType: "application/vc" });
    expect(bare.body).toEqual(credentialOf(await get()));
  });

  it("gives the claims of a Status List Token, whose index 0 is the least significant bit", async () => {
    const { body } = await get("?encoding=token");
    const { claims } = body as { readonly claims: { readonly status_list: { lst: string } } };
    expect(claims).toMatchObject({ iss: publisher, ttl: 30, status_list: { bits: 1 } });
    const bytes = inflateSync(base64UrlDecode(claims.status_list.lst) ?? new Uint8Array());
    expect([...bytes.subarray(0, 2)]).toEqual([1 << 7, 0]);
    expect(body).not.toHaveProperty("credential");
  });

  it("gives the list as it was at a time, by either name", async () => {
    const first = network.node.chain.latest().header.time;
    const second = setBit(9, 1);
    expect(setIn(credentialOf(await get()))).toEqual([7, 9]);
    for (const query of [
      `?timestamp=${new Date(second - 1).toISOString()}`,
      `?time=${first / 1000}`,
    ]) {
      const then = await get(query);
      expect(then.body).toMatchObject({ sequence: 1, latestSequence: 2, since: first });
      expect(setIn(credentialOf(then))).toEqual([7]);
    }
    const now = await get(`?timestamp=${new Date(second).toISOString()}`);
    expect(setIn(credentialOf(now))).toEqual([7, 9]);
  });

  it("has a tag that changes with the bits and not with the height", async () => {
    for (const accept of ["application/json", "application/vc"]) {
      const before = await get("", accept);
      const etag = String(before.headers["etag"]);
      network.node.sealBlock();
      const headers = { accept, "if-none-match": etag };
      expect(await server.get(urlOf(), headers)).toMatchObject({ status: 304, raw: "" });
      setBit(accept === "application/vc" ? 11 : 10, accept === "application/vc" ? 2 : 1);
      const after = await server.get(urlOf(), headers);
      expect(after.status).toBe(200);
      expect(after.headers["etag"]).not.toBe(etag);
    }
  });

  it("attaches the state proof of the version", async () => {
    const answer = await get("?proof=true");
    const { proof } = answer.body as { readonly proof: { readonly bundle: string } };
    const bundle = decodeProofBundle(base64UrlDecode(proof.bundle) ?? new Uint8Array());
    if (!bundle.ok) throw new Error(bundle.code);
    const keys = questionKeys([{ kind: "statusList", owner, list: 1, sequence: 1 }]);
    const place = Buffer.from(stateKeys.statusListVersion(owner, 1, 1)).toString("hex");
    const at = keys.findIndex((key) => Buffer.from(key).toString("hex") === place);
    expect(
      statusListVersionRecord.decode(bundle.value.records[at] ?? new Uint8Array()),
    ).toMatchObject({
      ok: true,
      value: { time: network.node.chain.latest().header.time },
    });
    expect(answer.headers).not.toHaveProperty("etag");
  });

  it.each([
    ["before it was created", "?timestamp=2026-01-01T00:00:00Z", 404, "NOT_FOUND"],
    ["after the certified time", "?timestamp=2099-01-01T00:00:00Z", 400, "INVALID_OPTIONS"],
    ["after the certified time in seconds", "?time=4070908800", 400, "INVALID_OPTIONS"],
    ["of a height that is not there yet", "?minHeight=99", 503, "NOT_READY"],
  ])("never answers with the latest for a list %s", async (_, query, status, code) => {
    const answer = await get(query);
    expect(answer).toMatchObject({ status, body: { status, code } });
    expect(answer.contentType).toMatch(/^application\/problem\+json/);
    expect(answer.headers["cache-control"]).toBe("no-store");
  });

  it.each([
    ["a parameter that is not known", "?timeStamp=2026-01-01T00:00:00Z"],
    ["both names of a time", "?time=1767225603&timestamp=2026-01-01T00:00:03Z"],
    ["a parameter twice", "?time=1767225603&time=1767225603"],
    ["a day that there is not", "?timestamp=2025-02-30T00:00:00Z"],
    ["a time without its zone", "?timestamp=2026-01-01T00:00:00"],
    ["a time of another zone", "?timestamp=2026-01-01T00:00:00%2B08:00"],
    ["milliseconds as seconds", "?time=1767225603000"],
    ["an encoding that there is not", "?encoding=constructor"],
    ["a flag that is none", "?proof=yes"],
    ["a member of every object", "?constructor=1"],
  ])("refuses %s", async (_, query) => {
    expect(await get(query)).toMatchObject({ status: 400, body: { status: 400 } });
  });

  it("refuses what does not go together", async () => {
    expect((await get("?encoding=token", "application/vc")).status).toBe(400);
    expect((await get("?proof=true", "application/vc")).status).toBe(400);
  });

  it.each(["application/statuslist+jwt", "application/statuslist+cwt", "application/vc+jwt"])(
    "signs nothing as %s: it has no key of the publisher",
    async (accept) => {
      expect(await get("", accept)).toMatchObject({
        status: 406,
        body: { detail: expect.stringContaining("publisher") },
      });
    },
  );

  it.each([["0"], ["01"], ["2"], ["x"], ["1e0"], ["99999999999999999999"]])(
    "has no list %s",
    async (list) => {
      expect(await server.get(urlOf("", list))).toMatchObject({ status: 404 });
    },
  );

  it("has no list of a malformed DID or another network", async () => {
    const malformed = await server.get("/1.0/status-lists/did:web:example.org/1");
    expect(malformed).toMatchObject({ status: 400, body: { code: "DID_MALFORMED" } });
    const other = urlOf().replace(":example:", ":other:");
    expect(await server.get(other)).toMatchObject({
      status: 404,
      body: { code: "DID_WRONG_NETWORK" },
    });
  });

  it("encodes nothing once a key of the publisher speaks for the issuer", async () => {
    const { chain } = network.node;
    const read = (did: string) => {
      const key = stateKeys.didDocument(did, 1);
      const [record] = chain.entries().filter((entry) => Buffer.compare(entry.key, key) === 0);
      const decoded = didDocumentRecord.decode(record?.record ?? new Uint8Array());
      if (!decoded.ok || decoded.value.document === undefined) throw new Error();
      return { key, document: decoded.value.document };
    };
    const [issuing, publishing] = [read(owner), read(publisher)];
    const [method] = publishing.document.verificationMethods;
    if (method === undefined) throw new Error("the publisher has no key");
    const own = issuing.document.verificationMethods;
    const verificationMethods = [
      ...own,
      { ...method, relationships: relationship.assertionMethod },
    ];
    const document = { ...issuing.document, verificationMethods };
    chain.put(issuing.key, didDocumentRecord.encode({ document }));
    network.node.sealBlock();
    expect(await get()).toMatchObject({ status: 409, body: { code: "STATUS_PUBLISHER_INVALID" } });
  });

  it("needs the scope to read", async () => {
    const closed = testServer(network.node.api, {}, { anonymous: undefined });
    expect(await closed.get(urlOf())).toMatchObject({ status: 401 });
  });

  it("does not log which list is asked for", async () => {
    await get();
    expect(server.logged()).not.toContain(owner);
  });
});
