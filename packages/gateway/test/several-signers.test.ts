// tx_addSignature and tx_getPending.
import {
  base64UrlDecode,
  base64UrlEncode,
  ed25519PublicKey,
  ed25519Sign,
  encodeMultikey,
  multikeyToString,
  sha256,
  utf8Encode,
} from "@cartorio/crypto";
import {
  didDocumentRecord,
  documentHash,
  encodeEnvelope,
  encodeTransactionBody,
  type Operation,
  redactionReason,
  signerRole,
  stateKeys,
  transactionSigningBytes,
} from "@cartorio/protocol";
import { beforeEach, describe, expect, it } from "vitest";
import { createExampleNetwork, type ExampleNetwork } from "./support/example-network.ts";
import { type TestServer, testServer } from "./support/http.ts";

let network: ExampleNetwork;
let server: TestServer;
let did = "";
beforeEach(async () => {
  network = await createExampleNetwork();
  server = testServer(network.node.api);
  did = network.values["did"] ?? "";
});

const seeds = ["first", "second"].map((name) => sha256(utf8Encode(`signer ${name}`)));
const keys = seeds.map((seed) => encodeMultikey("ed25519", ed25519PublicKey(seed)));

const validatorKey = ed25519PublicKey(sha256(utf8Encode("validator")));

/** One body for two keys of the example's DID, signed by those that are named. */
function signedBy(signing: readonly number[], nonce = 0, more: readonly Operation[] = []): string {
  const [author = new Uint8Array(), cosigner = new Uint8Array()] = keys;
  const body = encodeTransactionBody({
    chainId: network.node.chain.chainId,
    signers: [
      { did, multikey: author, role: signerRole.author },
      { did, multikey: cosigner, role: signerRole.cosigner },
    ],
    validUntil: 1_900_000_000_000,
    nonce: new Uint8Array(16).fill(nonce),
    operations: [...more, { kind: "upgradeAnnounce", value: { validatorKey, protocolVersion: 1 } }],
  });
  const message = transactionSigningBytes(body);
  const signatures = seeds.map((seed, index) =>
    signing.includes(index) ? ed25519Sign(seed, message) : new Uint8Array(64),
  );
  return base64UrlEncode(encodeEnvelope({ body, signatures }));
}

type Added = Readonly<Record<string, unknown>>;
const add = async (envelope: string): Promise<Added> =>
  (await server.call("tx_addSignature", { envelope })) as Added;
async function refusal(method: string, params: object): Promise<unknown> {
  const { body } = await server.post({ jsonrpc: "2.0", id: 1, method, params });
  return (body as { readonly error: { readonly data: { readonly code: string } } }).error.data.code;
}

describe("tx_addSignature", () => {
  it("collects until nothing is missing, and submits by itself", async () => {
    const first = await add(signedBy([1]));
    expect(first).toMatchObject({ state: "waiting", missing: [0] });
    const id = first["id"];
    expect(await refusal("tx_get", { id })).toBe("NOT_FOUND");
    expect(await add(signedBy([0]))).toEqual({ id, state: "submitted", missing: [] });
    expect(await server.call("tx_get", { id })).toMatchObject({
      state: "pending",
      envelope: signedBy([0, 1]),
    });
    expect(await refusal("tx_getPending", { id })).toBe("NOT_FOUND");
  });

  it("refuses what is no envelope, or falsely signed", async () => {
    expect(await refusal("tx_addSignature", { envelope: "AAAA" })).toBe("NOT_CANONICAL");
    expect(await refusal("tx_addSignature", { envelope: "A" })).toBe("MALFORMED");
    const bytes = base64UrlDecode(signedBy([0])) ?? new Uint8Array();
    // Within the first signature, which lies before the second one and its two bytes of length.
    bytes[bytes.length - 70] = (bytes[bytes.length - 70] ?? 0) ^ 1;
    const envelope = base64UrlEncode(bytes);
    expect(await refusal("tx_addSignature", { envelope })).toBe("SIGNATURE_INVALID");
  });
});

describe("tx_getPending", () => {
  it("shows who signed and who did not, with the envelope to sign", async () => {
    const { id } = await add(signedBy([1]));
    const [first = new Uint8Array(), second = new Uint8Array()] = keys;
    const entry = {
      ...{ id, validUntil: 1_900_000_000_000, envelope: signedBy([1]) },
      signers: [
        { did, multikey: multikeyToString(first), role: "author", signed: false },
        { did, multikey: multikeyToString(second), role: "cosigner", signed: true },
      ],
    };
    const answer = { pending: [entry], next: null };
    expect(await server.call("tx_getPending", { did })).toEqual(answer);
    expect(await server.call("tx_getPending", { id })).toEqual(answer);
  });

  it("pages by the id of the last entry", async () => {
    const added = [await add(signedBy([0], 1)), await add(signedBy([0], 2))];
    const ids = added.map(({ id }) => id).sort();
    const page = (params: object) => server.call("tx_getPending", { did, count: 1, ...params });
    expect(await page({})).toMatchObject({ pending: [{ id: ids[0] }], next: ids[0] });
    expect(await page({ after: ids[0] })).toMatchObject({ pending: [{ id: ids[1] }], next: null });
  });

  it("asks for one of id and DID, and for a DID of this network", async () => {
    expect(await refusal("tx_getPending", {})).toBe("INVALID_OPTIONS");
    expect(await refusal("tx_getPending", { did, id: "00".repeat(32) })).toBe("INVALID_OPTIONS");
    expect(await refusal("tx_getPending", { id: "00".repeat(32) })).toBe("NOT_FOUND");
    const elsewhere = did.replace("example", "elsewhere");
    expect(await refusal("tx_getPending", { did: elsewhere })).toBe("DID_WRONG_NETWORK");
  });

  it("is not for callers that may only read: none of it is on the chain", async () => {
    const reading = testServer(network.node.api, {}, { anonymous: "read" });
    const call = { jsonrpc: "2.0", id: 1, method: "tx_getPending", params: { did } };
    expect(await reading.post(call)).toMatchObject({
      body: { error: { data: { code: "ACCESS_DENIED" } } },
    });
  });

  it("withholds an envelope with a document that governance dropped", async () => {
    const document = {
      verificationMethods: [],
      services: [{ fragment: "a", types: ["A"], endpoints: ["https://dropped.example"] }],
      alsoKnownAs: [],
    };
    const value = { did, expectedVersion: 1, document, removals: [] };
    const update: Operation = { kind: "didUpdate", value };
    await add(signedBy([0], 3, [update]));
    const before = await server.call("tx_getPending", { did });
    expect(before).toMatchObject({ pending: [{ envelope: signedBy([0], 3, [update]) }] });
    const hash = documentHash(didDocumentRecord.encode({ document, redaction: undefined }));
    const decided = { time: 1, height: 3, proposal: 1 };
    const redaction = { ...decided, hash, reason: redactionReason.personalData };
    network.node.chain.put(
      stateKeys.didDocument(did, 2),
      didDocumentRecord.encode({ document: undefined, redaction }),
    );
    network.node.sealBlock();
    const [entry] = ((await server.call("tx_getPending", { did })) as { pending: Added[] }).pending;
    expect(entry).toMatchObject({ withheld: true });
    expect(entry).not.toHaveProperty("envelope");
  });
});
