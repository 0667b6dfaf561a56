// Parties that sign one after the other at the gateway of a real validator.
import {
  addSignatures,
  type Client,
  getPending,
  requireApplied,
  signEnvelope,
  unsignedEnvelope,
  waitFor,
} from "@cartorio/sdk";
import { describe, expect, inject, it } from "vitest";
import {
  anchorBy,
  bodyOf,
  chainIdOf,
  clientOf,
  createIdentity,
  memberOf,
  nodeOf,
} from "./chain.ts";

const ready = inject("devnet");
const chainId = chainIdOf(ready);
const gateway = (index: number): Client => clientOf(nodeOf(ready, index).rpcUrl);

/** An anchor of an institution that a member pays for, which nobody has signed. */
async function unsigned(payer: number): Promise<{
  readonly envelope: Uint8Array;
  readonly institution: Awaited<ReturnType<typeof createIdentity>>;
  readonly sponsor: Awaited<ReturnType<typeof memberOf>>;
}> {
  const sponsor = await memberOf(ready, payer);
  const institution = await createIdentity(gateway(0), ready, { sponsor });
  const operations = [anchorBy(institution)];
  const { body } = bodyOf({ chainId, author: institution, sponsor, operations });
  return { envelope: unsignedEnvelope(body), institution, sponsor };
}

describe("an envelope that waits for signatures", () => {
  it("is opened by the sponsor, read and signed by the institution, and then ordered by itself", async () => {
    const { envelope, institution, sponsor } = await unsigned(0);
    const client = gateway(1);
    const alone = await signEnvelope(envelope, [institution.signer]);
    await expect(addSignatures(client, { envelope: alone })).rejects.toThrow("UNAUTHORISED");
    const sponsored = await signEnvelope(envelope, [sponsor.signer]);
    const { id, missing } = await addSignatures(client, { envelope: sponsored });
    expect(missing).toEqual([0]);
    const { pending } = await getPending(client, { did: institution.did });
    expect(pending.map((entry) => entry.id)).toEqual([id]);
    // It waits at this node alone.
    expect((await getPending(gateway(2), { did: institution.did })).pending).toEqual([]);
    const [entry] = pending;
    if (entry === undefined) throw new Error("one waits");
    const whole = await signEnvelope(entry.envelope, [institution.signer]);
    expect(await addSignatures(client, { envelope: whole })).toMatchObject({ state: "submitted" });
    requireApplied(await waitFor(gateway(3), { id }));
    // What came late is told that it is there already.
    expect(await addSignatures(gateway(3), { envelope: alone })).toMatchObject({
      state: "submitted",
    });
    await expect(getPending(client, { id })).rejects.toThrow("NOT_FOUND");
  });

  it("can be carried to another gateway, and is executed once", async () => {
    const { envelope, institution, sponsor } = await unsigned(1);
    const first = await addSignatures(gateway(1), {
      envelope: await signEnvelope(envelope, [sponsor.signer]),
    });
    const [entry] = (await getPending(gateway(1), { id: first.id })).pending;
    if (entry === undefined) throw new Error("one waits");
    const whole = await signEnvelope(entry.envelope, [institution.signer]);
    await addSignatures(gateway(3), { envelope: whole });
    requireApplied(await waitFor(gateway(1), { id: first.id }));
    // Executed here as well, so that its room is free.
    await expect(getPending(gateway(1), { id: first.id })).rejects.toThrow("NOT_FOUND");
  });
});
