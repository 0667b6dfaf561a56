import { hexEncode, sha256, utf8Encode } from "@cartorio/crypto";
import { schemaBodyRecord, schemaDialect, stateKeys } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import {
  didCreate,
  didDocument,
  fetchSchema,
  keyControl,
  localSigner,
  schemaDeprecate,
  schemaRegister,
  validateAgainstSchema,
} from "../src/index.ts";
import { createHarness, type Harness, type TestIssuer } from "./support/harness.ts";

const schema = {
  $schema: schemaDialect,
  type: "object",
  properties: { degree: { type: "string" } },
  required: ["degree"],
};

async function createOwner({ network, send }: Harness): Promise<TestIssuer> {
  const signer = localSigner("ed25519", sha256(utf8Encode("owner")));
  const { multikey } = signer;
  const { did, operation } = didCreate({
    network,
    control: keyControl({ keys: [multikey] }),
    document: didDocument({ methods: [{ multikey, relationships: ["capabilityInvocation"] }] }),
  });
  const owner = { did, signer };
  await send(owner, operation);
  return owner;
}

describe("a schema of the ledger", () => {
  it("is proven with its bytes, and judges a credential's subject", async () => {
    const harness = createHarness();
    const owner = await createOwner(harness);
    const first = schemaRegister({ owner: owner.did, schema });
    const second = schemaRegister({
      owner: owner.did,
      schema: { ...schema, title: "second" },
      supersedes: first.digest,
    });
    await harness.send(owner, first.operation);
    await harness.send(owner, second.operation);
    await harness.send(
      owner,
      schemaDeprecate({ owner: owner.did, digest: first.digest, expectedSequence: 1 }),
    );
    const proven = await fetchSchema(harness.client, { digest: first.digest });
    expect(proven).toMatchObject({
      record: { owner: owner.did, number: 1, supersededBy: second.digest, sequence: 2 },
      body: first.body,
      redaction: undefined,
    });
    expect(proven.record.deprecatedTime).toBeGreaterThan(0);
    const body = proven.body ?? new Uint8Array();
    expect(validateAgainstSchema(body, { degree: "Law" })).toEqual({ outcome: "valid" });
    expect(validateAgainstSchema(body, {})).toMatchObject({ outcome: "invalid" });
    const listed = await harness.client.transport.request("schema_list", { owner: owner.did });
    expect(listed).toMatchObject({ total: 2 });
  });

  it("is proven not to be there", async () => {
    const { client } = createHarness();
    const digest = sha256(utf8Encode("none"));
    await expect(fetchSchema(client, { digest })).rejects.toThrow("NOT_FOUND");
  });

  it("is shown as redacted where governance dropped it", async () => {
    const harness = createHarness();
    const owner = await createOwner(harness);
    const { digest, operation } = schemaRegister({ owner: owner.did, schema });
    await harness.send(owner, operation);
    const redaction = { hash: digest, time: 1, height: 1, proposal: 4, reason: 1 };
    const { chain } = harness.node;
    chain.put(
      stateKeys.schemaBody(digest),
      schemaBodyRecord.encode({ body: undefined, redaction }),
    );
    harness.node.sealBlock();
    const proven = await fetchSchema(harness.client, { digest });
    expect(proven).toMatchObject({ body: undefined, redaction: { proposal: 4 } });
    const shown = await harness.client.transport.request("schema_get", {
      digest: hexEncode(digest),
    });
    expect(shown).toMatchObject({ body: null, redaction: { proposal: 4, reason: 1 } });
  });
});
