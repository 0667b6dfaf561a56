import { hexDecode, hexEncode, utf8Encode } from "@cartorio/crypto";
import {
  anchorRecordHash,
  decodeProofBundle,
  didOf,
  limits,
  type ProofQuestion,
  stateKeys,
} from "@cartorio/protocol";
import { beforeAll, describe, expect, it } from "vitest";
import { createExampleNetwork, type ExampleNetwork } from "./support/example-network.ts";
import { type TestServer, testServer } from "./support/http.ts";

let network: ExampleNetwork;
let server: TestServer;
let issuer: string;
let commitment: string;

const witness = didOf("example", utf8Encode("witness"));
const stranger = didOf("example", utf8Encode("stranger"));
const unknownHash = "00".repeat(32);

beforeAll(async () => {
  network = await createExampleNetwork();
  server = testServer(network.node.api);
  issuer = network.values["did"] ?? "";
  commitment = network.values["commitment"] ?? "";
});

const hash = (): Uint8Array => hexDecode(commitment) ?? new Uint8Array();

describe("credential_get", () => {
  it("says who co-signed, how long the log is, and who revoked as what", async () => {
    const record = network.node.chain.get(stateKeys.credentialAnchor(issuer, hash()));
    const recordHash = hexEncode(anchorRecordHash(record ?? new Uint8Array()));
    expect(await server.call("credential_get", { issuer, hash: commitment })).toMatchObject({
      anchor: { kind: "single", cosigners: [witness], accreditation: 0 },
      anchorRecordHash: recordHash,
      cosigned: [{ cosigner: witness, height: 3, recordHash }],
      logEntries: 2,
      status: { status: "revoked", intervals: [{ by: issuer, role: "issuer", to: 0 }] },
    });
  });

  it("of what was never anchored has nothing, and is active", async () => {
    expect(await server.call("credential_get", { issuer, hash: unknownHash })).toMatchObject({
      anchor: null,
      anchorRecordHash: null,
      cosigned: [],
      logEntries: 0,
      status: { status: "active", sequence: 0, intervals: [] },
    });
  });

  it("proves the co-signatures with the anchor", async () => {
    const params = { issuer, hash: commitment, proof: true };
    const answer = (await server.call("credential_get", params)) as {
      readonly proof: { readonly bundle: string };
    };
    const bundle = decodeProofBundle(Buffer.from(answer.proof.bundle, "base64url"));
    const cosign = network.node.chain.get(stateKeys.credentialCosign(issuer, hash(), witness));
    expect(bundle.ok && bundle.value.records).toContainEqual(cosign);
  });
});

describe("credential_getLog", () => {
  const read = (more: Readonly<Record<string, unknown>> = {}): Promise<unknown> =>
    server.call("credential_getLog", { issuer, hash: commitment, ...more });

  it("gives all entries in order, and their number", async () => {
    expect(await read()).toMatchObject({
      total: 2,
      entries: [
        { number: 1, by: issuer, code: 1, height: 3 },
        { number: 2, by: witness, code: 1, height: 3 },
      ],
    });
  });

  it("gives pages that together are the log", async () => {
    expect(await read({ from: 1, count: 1 })).toMatchObject({
      total: 2,
      entries: [{ number: 1 }],
    });
    expect(await read({ from: 2, count: 1 })).toMatchObject({
      total: 2,
      entries: [{ number: 2 }],
    });
    expect(await read({ from: 3 })).toMatchObject({ total: 2, entries: [] });
    const last = limits.maxLogEntries + 1;
    expect(await read({ from: last })).toMatchObject({ total: 2, entries: [] });
  });

  it("of another hash or issuer is empty", async () => {
    expect(await read({ hash: unknownHash })).toMatchObject({ total: 0, entries: [] });
    expect(await read({ issuer: stranger })).toMatchObject({ total: 0, entries: [] });
  });

  it.each([
    ["entry 0", { from: 0 }],
    ["from beyond any log", { from: limits.maxLogEntries + 2 }],
    ["no entries", { count: 0 }],
    ["more than a page", { count: 65 }],
  ])("refuses %s", async (_title, more) => {
    await expect(read(more)).rejects.toThrow("INVALID_PARAMS");
  });

  it("proves what it says", async () => {
    const answer = (await read({ proof: true })) as { readonly proof: { readonly bundle: string } };
    const bundle = decodeProofBundle(Buffer.from(answer.proof.bundle, "base64url"));
    const second = network.node.chain.get(stateKeys.credentialLog(issuer, hash(), 2));
    expect(bundle.ok && bundle.value.records).toContainEqual(second);
  });
});

describe("issuer_getProfile", () => {
  it("says what the issuer declared", async () => {
    expect(await server.call("issuer_getProfile", { did: issuer })).toMatchObject({
      profile: { sequence: 1, revokers: [witness], successor: null, height: 3 },
    });
  });

  it("of a DID that does not exist is an error", async () => {
    await expect(server.call("issuer_getProfile", { did: stranger })).rejects.toThrow(
      "DID_NOT_FOUND",
    );
  });
});

describe("proof_get", () => {
  it.each<[string, () => ProofQuestion, () => readonly Uint8Array[]]>([
    [
      "an issuer",
      () => ({ kind: "issuer", did: issuer }),
      () => [
        stateKeys.didHead(issuer),
        stateKeys.issuerProfile(issuer),
        stateKeys.didVersion(issuer, 1),
        stateKeys.didDocument(issuer, 1),
      ],
    ],
    [
      "an accreditation that is not there",
      () => ({ kind: "accreditation", subject: issuer, index: 9 }),
      () => [stateKeys.accreditation(issuer, 9)],
    ],
  ])("answers about %s", async (_title, question, keys) => {
    const answer = await server.call("proof_get", { questions: [question()] });
    expect(answer).toMatchObject({ keys: keys().map(hexEncode) });
  });

  it("answers about entries of a log, never beyond what a log can hold", async () => {
    const question = { kind: "credentialLog", issuer, hash: commitment, from: 250, count: 256 };
    const { keys } = (await server.call("proof_get", { questions: [question] })) as {
      readonly keys: readonly string[];
    };
    expect(keys).toHaveLength(1 + limits.maxLogEntries - 249);
  });
});
