import { sha256, utf8Encode } from "@cartorio/crypto";
import { decodeRangeBundle, encodeRangeBundle, limits, stateKeys } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { fetchPastProof, fetchProof, fetchRange, resolveDid, verifyRange } from "../src/index.ts";
import { createHarness, type Harness } from "./support/harness.ts";

const recordKey = (index: number): Uint8Array => sha256(utf8Encode(`key ${index}`));

/** A network whose state has so many records that a range is a part of it. */
async function network(records: number): Promise<{ harness: Harness; did: string }> {
  const harness = createHarness();
  for (let index = 0; index < records; index += 1)
    harness.node.chain.put(recordKey(index), utf8Encode(`record ${index}`));
  const { did } = await harness.createIssuer("university");
  return { harness, did };
}

describe("looking up without telling what for", () => {
  it("finds a record, and the absence of another, in a range of at least 256", async () => {
    const { harness, did } = await network(5000);
    const asked: string[] = [];
    const { transport } = harness.client;
    const watching: typeof transport = {
      ...transport,
      request: (method, parameters) => {
        asked.push(
          `${method} ${String(Object.entries(parameters ?? {}).find(([name]) => name === "keyPrefix")?.[1])}`,
        );
        return transport.request(method, parameters);
      },
    };
    const key = stateKeys.didHead(did);
    const { bundle, range } = await fetchRange({ ...harness.client, transport: watching }, { key });
    expect(asked).toHaveLength(2);
    expect(asked[0]).toBe("proof_getRange ");
    expect(asked[1]).toMatch(/^proof_getRange [0-9a-f]$/u);
    expect(range.records.length).toBeGreaterThanOrEqual(limits.minRangeRecords);
    const { state } = await fetchProof(harness.newClient(), { questions: [{ kind: "did", did }] });
    expect(range.record(key)).toEqual(state.record(key));
    const absent = key.slice();
    absent[31] = (absent[31] ?? 0) ^ 1;
    expect([range.covers(absent), range.record(absent)]).toEqual([true, undefined]);
    const elsewhere = key.slice();
    elsewhere[0] = (elsewhere[0] ?? 0) ^ 0x80;
    expect(range.covers(elsewhere)).toBe(false);
    expect(() => range.record(elsewhere)).toThrow("INV-PROOF-RANGE");
    // Offline, later, from the bytes alone.
    const now = harness.clock.now();
    const { anchor } = harness;
    expect(verifyRange({ bundle, anchor, now }).ok).toBe(true);
    const stale = verifyRange({ bundle, anchor, now: now + 600_000, maximumProofAgeMs: 300_000 });
    expect(stale).toMatchObject({ ok: false, code: "PROOF_STALE" });
    const old = verifyRange({ bundle, anchor, now: now + 40 * 86_400_000 });
    expect(old).toMatchObject({ ok: false, code: "PROOF_STALE", field: "anchor" });
  }, 60_000);

  it("gives all records of a small network", async () => {
    const { harness, did } = await network(3);
    const { range } = await fetchRange(harness.client, { key: stateKeys.didHead(did) });
    expect(range.prefixBits).toBe(0);
    expect(range.record(recordKey(2))).toEqual(utf8Encode("record 2"));
    expect(range.record(recordKey(3))).toBeUndefined();
  });

  it("refuses a range with one record left out, added or changed, and any other header", async () => {
    const { harness } = await network(3);
    const { bundle } = await fetchRange(harness.client, { key: recordKey(1) });
    const decoded = decodeRangeBundle(bundle);
    if (!decoded.ok) expect.unreachable();
    const { value } = decoded;
    const { anchor } = harness;
    const now = harness.clock.now();
    const verdict = (change: Partial<typeof value>) =>
      verifyRange({ bundle: encodeRangeBundle({ ...value, ...change }), anchor, now });
    expect(verdict({}).ok).toBe(true);
    const [first, ...rest] = value.records;
    if (first === undefined) expect.unreachable();
    const invalid = { ok: false, code: "PROOF_INVALID", field: "range" };
    expect(verdict({ records: rest })).toMatchObject(invalid);
    expect(verdict({ records: [...rest, first] })).toMatchObject(invalid);
    expect(verdict({ records: [{ ...first, record: Uint8Array.of(1) }, ...rest] })).toMatchObject(
      invalid,
    );
    const added = { key: new Uint8Array(32), record: Uint8Array.of(1) };
    expect(verdict({ records: [added, ...value.records] })).toMatchObject(invalid);
    expect(verdict({ prefixBits: 1, prefix: Uint8Array.of(0) })).toMatchObject(invalid);
    const genesis = harness.node.chain.blocks[0];
    if (genesis === undefined) expect.unreachable();
    expect(verdict({ header: genesis.headerBytes }).ok).toBe(false);
    expect(verdict({ chainId: sha256(utf8Encode("another")) })).toMatchObject({
      code: "WRONG_CHAIN",
    });
    const newer = { key: first.key, record: Uint8Array.of(8, 2) };
    expect(verdict({ records: [newer, ...rest] })).toMatchObject({ code: "UPGRADE_SDK" });
    expect(verifyRange({ bundle: new Uint8Array(3), anchor, now }).ok).toBe(false);
  });

  it("refuses a gateway's answer about another part of the state", async () => {
    const { harness } = await network(1200);
    const { transport } = harness.client;
    const asked = recordKey(1);
    const other = asked.slice();
    other[0] = (other[0] ?? 0) ^ 0x80;
    const lying: typeof transport = {
      ...transport,
      request: (method, parameters) =>
        transport.request(method, { ...parameters, keyPrefix: Buffer.from(other).toString("hex") }),
    };
    const range = fetchRange({ ...harness.client, transport: lying }, { key: asked });
    await expect(range).rejects.toMatchObject({
      code: "PROOF_INVALID",
      data: { field: "range" },
    });
  });
});

describe("the state of a past height", () => {
  it("is proven by its own header, and does not make the client go back", async () => {
    const harness = createHarness();
    const { did } = await harness.createIssuer("university");
    const { height: created } = harness.node.chain.latest().header;
    await harness.createIssuer("hospital");
    const questions = [{ kind: "did", did }] as const;
    await fetchProof(harness.client, { questions });
    const newest = harness.client.newest();
    const key = stateKeys.didHead(did);
    const before = await fetchPastProof(harness.client, { questions, atHeight: created - 1 });
    expect(before.state.record(key)).toBeUndefined();
    const after = await fetchPastProof(harness.client, { questions, atHeight: created });
    expect([after.state.height, after.state.record(key) !== undefined]).toEqual([created, true]);
    expect(harness.client.newest()).toEqual(newest);
    expect(await resolveDid(harness.client, { did, atHeight: created })).toMatchObject({
      height: created,
    });
    harness.node.prune(created);
    const pruned = fetchPastProof(harness.client, { questions, atHeight: created - 1 });
    await expect(pruned).rejects.toMatchObject({
      code: "STATE_PRUNED",
      data: { oldestHeight: created },
    });
  });

  it("is refused if the gateway proves another height", async () => {
    const harness = createHarness();
    const { did } = await harness.createIssuer("university");
    const { transport } = harness.client;
    const lying: typeof transport = {
      ...transport,
      request: (method, parameters) => transport.request(method, { ...parameters, atHeight: 0 }),
    };
    const past = fetchPastProof(
      { ...harness.client, transport: lying },
      { questions: [{ kind: "did", did }], atHeight: 1 },
    );
    await expect(past).rejects.toMatchObject({ code: "PROOF_INVALID" });
  });
});
