import { hexEncode } from "@cartorio/crypto";
import { beforeAll, describe, expect, it } from "vitest";
import {
  callMethod,
  createClient,
  credentialAnchor,
  credentialRevoke,
  getBlock,
  getCertificate,
  getCredential,
  getPeers,
  getStatus,
  getTransaction,
  requireApplied,
  resolveDid,
  sendTransaction,
  submitTransaction,
  type Transport,
  waitFor,
} from "../src/index.ts";
import { createHarness, type Harness, type TestIssuer } from "./support/harness.ts";

let harness: Harness;
let issuer: TestIssuer;
const hash = "5a".repeat(32);

beforeAll(async () => {
  harness = createHarness();
  issuer = await harness.createIssuer("university");
});

/** A client whose gateway gives these answers, the last one for ever. */
function clientOf(...answers: readonly unknown[]) {
  let calls = 0;
  const transport: Transport = {
    async request() {
      const answer = answers[Math.min(calls, answers.length - 1)];
      calls += 1;
      return answer;
    },
  };
  return createClient({ transport, clock: harness.clock });
}

describe("actions against a gateway", () => {
  it("calls any method of the table by its name, with the types of the table", async () => {
    const { did } = issuer;
    const answer = await callMethod(harness.client, "did_resolve", { did });
    const version: number | undefined = answer.version;
    expect(version).toBe((await resolveDid(harness.client, { did })).version);
    // @ts-expect-error: the table has no such parameter
    const wrong = callMethod(harness.client, "did_resolve", { did, surplus: 1 });
    await expect(wrong).rejects.toMatchObject({ code: "INVALID_PARAMS" });
    // @ts-expect-error: nor such a method
    await expect(callMethod(harness.client, "did_steal", {})).rejects.toThrow("METHOD_NOT_FOUND");
  });

  it("submits, waits, reads the receipt", async () => {
    const id = await harness.send(issuer, credentialAnchor({ issuer: issuer.did, hash }));
    const transaction = requireApplied(await waitFor(harness.client, { id }));
    expect(transaction).toMatchObject({ id, state: "certified", receipt: { code: "APPLIED" } });
    expect(await getTransaction(harness.client, { id })).toEqual(transaction);
  });

  it("names why a transaction failed", async () => {
    const again = credentialAnchor({ issuer: issuer.did, hash });
    const id = await harness.send(issuer, again);
    const transaction = await waitFor(harness.client, { id });
    expect(() => requireApplied(transaction)).toThrow("CREDENTIAL_ALREADY_ANCHORED");
  });

  it("sends in one step, and throws the receipt's code", async () => {
    const { did, signer } = issuer;
    const input = {
      signers: [{ did, role: "author", signer }],
      operations: [credentialAnchor({ issuer: did, hash: "6b".repeat(32) })],
    } as const;
    expect(await sendTransaction(harness.client, input)).toMatchObject({ state: "certified" });
    await expect(sendTransaction(harness.client, input)).rejects.toMatchObject({
      name: "CartorioError",
      code: "CREDENTIAL_ALREADY_ANCHORED",
      data: { operationIndex: 0 },
    });
    const foreign = { ...input, chainId: "00".repeat(32) };
    await expect(sendTransaction(harness.client, foreign)).rejects.toMatchObject({
      code: "WRONG_CHAIN",
    });
    const withoutAnchor = { ...harness.client, anchor: undefined };
    await expect(sendTransaction(withoutAnchor, input)).rejects.toMatchObject({
      code: "MALFORMED",
    });
  });

  it("reads DID, credential, block, certificate, peers and status", async () => {
    const { client } = harness;
    expect(await resolveDid(client, { did: issuer.did })).toMatchObject({
      document: { id: issuer.did },
      version: 1,
      latestVersion: 1,
      deactivated: false,
      control: { kind: "keys", threshold: 1 },
    });
    const question = { issuer: issuer.did, hash };
    expect(await getCredential(client, question)).toMatchObject({
      anchor: { kind: "single" },
      status: "active",
      sequence: 0,
    });
    await harness.send(issuer, credentialRevoke({ issuer: issuer.did, commitment: hash }));
    expect(await getCredential(client, question)).toMatchObject({ status: "revoked", sequence: 1 });
    const block = await getBlock(client, { height: 1 });
    expect(block).toMatchObject({ height: 1, certified: true, receipts: [{ ids: [issuer.did] }] });
    expect(await getBlock(client, { headerHash: block.headerHash })).toEqual(block);
    expect((await getCertificate(client, { height: 1 })).certificate).toMatchObject({ height: 1 });
    expect(await getPeers(client)).toHaveLength(4);
    const { height, headerHash, chainId } = await getStatus(client);
    expect(await getBlock(client)).toMatchObject({ height, headerHash });
    expect(chainId).toBe(hexEncode(harness.anchor.chainId));
  });

  it("throws the gateway's codes", async () => {
    const { client } = harness;
    await expect(getTransaction(client, { id: hash })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(resolveDid(client, { did: "did:x:y" })).rejects.toMatchObject({
      code: "DID_MALFORMED",
    });
    await expect(submitTransaction(client, { envelope: new Uint8Array(3) })).rejects.toMatchObject({
      code: "NOT_CANONICAL",
    });
  });
});

describe("waiting", () => {
  const pending = { id: hash, state: "pending" };
  const certified = { id: hash, state: "certified" };

  it("asks again until the level is reached", async () => {
    const client = clientOf(pending, { id: hash, state: "committed" }, certified);
    expect(await waitFor(client, { id: hash })).toEqual(certified);
    expect(
      await waitFor(clientOf({ id: hash, state: "committed" }), { id: hash, level: "committed" }),
    ).toMatchObject({ state: "committed" });
  });

  it("ends at its timeout, and at once when the transaction can no longer execute", async () => {
    await expect(waitFor(clientOf(pending), { id: hash, timeoutMs: 2000 })).rejects.toMatchObject({
      code: "TIMEOUT",
    });
    const expired = clientOf({ id: hash, state: "expired" });
    await expect(waitFor(expired, { id: hash })).rejects.toMatchObject({ code: "EXPIRED" });
  });
});

describe("a gateway that answers nonsense", () => {
  it.each<[string, unknown]>([
    ["nothing", null],
    ["a list", []],
    ["no state", { id: hash }],
    ["another transaction", { id: "00".repeat(32), state: "certified" }],
    ["a height that is no number", { id: hash, state: "certified", height: -1 }],
  ])("is refused: %s", async (_, answer) => {
    await expect(waitFor(clientOf(answer), { id: hash })).rejects.toMatchObject({
      code: "ANSWER_INVALID",
    });
  });

  it("cannot pass another id off as that of the envelope", async () => {
    const block = harness.node.chain.blocks[1];
    const envelope = block?.envelopes[0] ?? new Uint8Array();
    const client = clientOf({ id: "00".repeat(32), known: false });
    await expect(submitTransaction(client, { envelope })).rejects.toMatchObject({
      code: "ANSWER_INVALID",
    });
  });
});
