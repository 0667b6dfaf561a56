import { sha256, utf8Encode } from "@cartorio/crypto";
import { decodeEnvelope } from "@cartorio/protocol";
import { beforeAll, describe, expect, it } from "vitest";
import {
  addSignatures,
  buildTransaction,
  createClient,
  credentialAnchor,
  getPending,
  localSigner,
  requireApplied,
  signEnvelope,
  signTransaction,
  type Transport,
  unsignedEnvelope,
  waitFor,
} from "../src/index.ts";
import { createHarness, type Harness, type TestIssuer } from "./support/harness.ts";

let harness: Harness;
let issuer: TestIssuer;
let other: TestIssuer;
beforeAll(async () => {
  harness = createHarness();
  issuer = await harness.createIssuer("university");
  other = await harness.createIssuer("ministry");
});

/** An anchor of the university that the ministry co-signs. */
function bodyFor(hash: string): Uint8Array {
  return buildTransaction({
    chainId: harness.node.chain.chainId,
    signers: [
      { did: issuer.did, multikey: issuer.signer.multikey, role: "author" },
      { did: other.did, multikey: other.signer.multikey, role: "cosigner" },
    ],
    operations: [credentialAnchor({ issuer: issuer.did, hash })],
    validUntil: harness.clock.now() + 60_000,
  });
}

describe("signing one after the other", () => {
  it("ends in a receipt, and each party reads what it signs", async () => {
    const { client } = harness;
    const body = bodyFor("6a".repeat(32));
    const first = await signEnvelope(unsignedEnvelope(body), [issuer.signer]);
    const { id, state, missing } = await addSignatures(client, { envelope: first });
    expect([state, missing]).toEqual(["waiting", [1]]);
    const { pending, next } = await getPending(client, { did: other.did });
    expect([pending.length, next]).toEqual([1, null]);
    const [entry] = pending;
    if (entry === undefined) throw new Error("one waits");
    expect(entry).toMatchObject({ id, missing: [1] });
    expect(entry.body.operations.map(({ kind }) => kind)).toEqual(["credentialAnchor"]);
    expect(await getPending(client, { id })).toEqual({ pending: [entry], next: null });
    const envelope = await signEnvelope(entry.envelope, [other.signer]);
    expect(await addSignatures(client, { envelope })).toEqual({
      ...{ id, state: "submitted", missing: [] },
    });
    requireApplied(await waitFor(client, { id }));
  });

  it("gives the envelope that all of them sign at once", async () => {
    const body = bodyFor("6b".repeat(32));
    const [a, b] = [issuer.signer, other.signer];
    const parts = await signEnvelope(await signEnvelope(unsignedEnvelope(body), [b]), [a]);
    expect(parts).toEqual(await signTransaction(body, [a, b]));
  });

  it("refuses a signer that is not named, or signs something else", async () => {
    const envelope = unsignedEnvelope(bodyFor("6c".repeat(32)));
    const stranger = localSigner("ed25519", sha256(utf8Encode("stranger")));
    await expect(signEnvelope(envelope, [stranger])).rejects.toThrow("SIGNATURE_COUNT");
    const forging = { ...issuer.signer, sign: async () => new Uint8Array(64) };
    await expect(signEnvelope(envelope, [forging])).rejects.toThrow("SIGNATURE_INVALID");
    expect(() => unsignedEnvelope(Uint8Array.of(1))).toThrow();
    const decoded = decodeEnvelope(envelope);
    expect(decoded.ok && decoded.value.signatures).toEqual([0, 1].map(() => new Uint8Array(64)));
  });

  it("is not shown another transaction under the id that was asked for", async () => {
    const { client } = harness;
    const [mine, theirs] = [bodyFor("6d".repeat(32)), bodyFor("6e".repeat(32))];
    for (const body of [mine, theirs]) {
      const envelope = await signEnvelope(unsignedEnvelope(body), [issuer.signer]);
      await addSignatures(client, { envelope });
    }
    const transport: Transport = {
      async request(method, params) {
        const answer = (await client.transport.request(method, params)) as {
          readonly pending: readonly object[];
        };
        const [first, second] = answer.pending;
        return {
          ...answer,
          pending: [{ ...first, ...second, id: Reflect.get(first ?? {}, "id") }],
        };
      },
    };
    const lying = createClient({ transport, clock: harness.clock });
    await expect(getPending(lying, { did: other.did })).rejects.toThrow("ANSWER_INVALID");
  });
});
