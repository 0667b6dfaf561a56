// docs/ledger.md 5: who is accredited is judged from proofs, online and offline.
import { sha256, utf8Encode } from "@cartorio/crypto";
import {
  type AccreditationRecord,
  accreditationRecord,
  accreditedAction,
  decodeProofBundle,
  encodeProofBundle,
  type ProofBundle,
  stateKeys,
} from "@cartorio/protocol";
import { beforeEach, describe, expect, it } from "vitest";
import {
  issuerRecord,
  ministry,
  putAccreditation,
  putAccreditations,
} from "../../gateway/test/support/example-accreditations.ts";
import {
  accreditationEnd,
  accreditationOffer,
  accreditationSuspend,
  authorisationQuestion,
  fetchProof,
  isAuthorised,
  verifyAuthorisation,
} from "../src/index.ts";
import { createHarness, type Harness, type TestIssuer } from "./support/harness.ts";

let harness: Harness;
let university: TestIssuer;
let hospital: TestIssuer;

beforeEach(async () => {
  harness = createHarness();
  university = await harness.createIssuer("university");
  putAccreditations(harness.node.chain, university.did);
  hospital = await harness.createIssuer("hospital");
});

/** Further accreditations of the university; all but the last are ended. */
async function add(count: number, last: Partial<AccreditationRecord> = {}): Promise<void> {
  const ended = { ...issuerRecord, ended: 1, endedTime: issuerRecord.acceptedTime + 1 };
  for (let index = 2; index < count + 2; index += 1) {
    const record = index === count + 1 ? { ...issuerRecord, ...last } : ended;
    putAccreditation(harness.node.chain, { subject: university.did, index }, record);
  }
  await harness.createIssuer(`a block with ${count} more`);
}

const ask = (more: Partial<Parameters<typeof isAuthorised>[1]> = {}) =>
  isAuthorised(harness.client, { entity: university.did, action: "issue", ...more });

describe("isAuthorised", () => {
  it("finds the accreditation and its chain", async () => {
    const answer = await ask({ resource: { jurisdiction: "MO" } });
    expect(answer).toMatchObject({ verdict: "authorised", index: 1, refusals: [] });
    expect(answer.chain.map(({ subject }) => subject)).toEqual([university.did, ministry]);
  });

  it("says why not", async () => {
    expect(await ask({ resource: { jurisdiction: "PT" } })).toMatchObject({
      verdict: "notAuthorised",
      refusals: [{ index: 1, reason: "SCOPE_NOT_COVERED" }],
    });
    expect(await ask({ entity: hospital.did })).toMatchObject({
      verdict: "notAuthorised",
      refusals: [],
    });
    expect(await ask({ action: "accredit" })).toMatchObject({ verdict: "notAuthorised" });
    expect(await ask({ at: issuerRecord.acceptedTime - 1 })).toMatchObject({
      refusals: [{ index: 1, reason: "ACCREDITATION_NOT_ACCEPTED" }],
    });
  });

  it("counts the roots only that its caller trusts", async () => {
    expect(await ask({ trusted: { domains: ["education"] } })).toMatchObject({
      verdict: "authorised",
    });
    for (const trusted of [{ domains: ["health"] }, { roots: [university.did] }, { roots: [] }]) {
      expect(await ask({ trusted })).toMatchObject({
        verdict: "notAuthorised",
        refusals: [{ reason: "ROOT_NOT_TRUSTED" }],
      });
    }
  });

  it("reads on where there are more than fit into one proof", async () => {
    await add(20, { actions: accreditedAction.verify });
    expect(await ask({ action: "verify" })).toMatchObject({ verdict: "authorised", index: 21 });
    const no = await ask({ action: "audit" });
    expect(no).toMatchObject({ verdict: "notAuthorised" });
    expect(no.refusals.map(({ index }) => index)).toEqual(
      Array.from({ length: 21 }, (_, index) => index + 1),
    );
    expect(await ask({ action: "audit", maximumPages: 1 })).toMatchObject({ verdict: "unknown" });
  });

  it("says no, not unknown, of a DID with exactly one full page", async () => {
    await add(15);
    const answer = await ask({ action: "audit" });
    expect(answer).toMatchObject({ verdict: "notAuthorised" });
    expect(answer.refusals.length).toBe(16);
  });

  it("a head or an accreditation of a newer format is unknown, not a no", async () => {
    const newer = Uint8Array.of(8, 2, 16, 1);
    const { chain } = harness.node;
    chain.put(stateKeys.accreditation(university.did, 1), newer);
    await harness.createIssuer("a block");
    expect(await ask()).toMatchObject({
      verdict: "unknown",
      refusals: [{ index: 1, reason: "UPGRADE_SDK" }],
    });
    chain.put(stateKeys.accreditationsHead(university.did), newer);
    await harness.createIssuer("another block");
    expect(await ask()).toMatchObject({ verdict: "unknown", refusals: [] });
  });

  it("does not speak about a time after the proof", async () => {
    await expect(ask({ at: harness.clock.now() + 1e9 })).rejects.toMatchObject({
      code: "INVALID_OPTIONS",
    });
    await expect(ask({ at: Number.NaN })).rejects.toMatchObject({ code: "INVALID_OPTIONS" });
  });
});

describe("verifyAuthorisation", () => {
  const entity = () => university.did;
  const page = { from: 1, count: 1 };

  async function bundleOf(of: { readonly from?: number; readonly count?: number }) {
    const questions = [authorisationQuestion(entity(), of)];
    return (await fetchProof(harness.client, { questions })).bundle;
  }
  function verify(
    bundle: Uint8Array,
    more: Partial<Parameters<typeof verifyAuthorisation>[0]> = {},
  ) {
    const { anchor, clock } = harness;
    const asked = { entity: entity(), action: "issue", ...more } as const;
    return verifyAuthorisation({ bundle, anchor, now: clock.now(), ...asked });
  }

  it("judges a proof that somebody handed over", async () => {
    const bundle = await bundleOf({});
    expect(verify(bundle)).toMatchObject({ ok: true, value: { verdict: "authorised", index: 1 } });
    expect(verify(bundle, { resource: { jurisdiction: "PT" } })).toMatchObject({
      ok: true,
      value: { verdict: "notAuthorised" },
    });
  });

  it("calls a no of some of the accreditations unknown", async () => {
    await add(1, { actions: accreditedAction.verify });
    const bundle = await bundleOf(page);
    expect(verify(bundle, { page })).toMatchObject({ ok: true, value: { verdict: "authorised" } });
    expect(verify(bundle, { page, action: "verify" })).toMatchObject({
      ok: true,
      value: { verdict: "unknown" },
    });
  });

  it("refuses a proof of another page, another DID, or with a record changed or left out", async () => {
    await add(1);
    const bundle = await bundleOf(page);
    expect(verify(bundle)).toMatchObject({ ok: false, code: "PROOF_INVALID" });
    expect(verify(bundle, { page, entity: hospital.did })).toMatchObject({
      ok: false,
      code: "PROOF_INVALID",
    });
    const wider = accreditationRecord.encode({ ...issuerRecord, actions: 31 });
    const forged = forge(bundle, (genuine) => {
      const records = [...genuine.records];
      records[1] = wider;
      return { ...genuine, records };
    });
    expect(verify(forged, { page, action: "audit" })).toMatchObject({
      ok: false,
      code: "PROOF_INVALID",
    });
    const hidden = forge(bundle, (genuine) => {
      const records = genuine.records.map((record, index) =>
        index === 0 ? new Uint8Array() : record,
      );
      return { ...genuine, records };
    });
    expect(verify(hidden, { page })).toMatchObject({ ok: false, code: "PROOF_INVALID" });
  });

  it("does not call an accreditation of a newer format a no", async () => {
    const bundle = await bundleOf(page);
    const newer = forge(bundle, (genuine) => {
      const records = [...genuine.records];
      records[1] = Uint8Array.of(8, 2);
      return { ...genuine, records };
    });
    expect(verify(newer, { page })).toMatchObject({ ok: false, code: "UPGRADE_SDK" });
  });
});

function forge(bundle: Uint8Array, change: (genuine: ProofBundle) => ProofBundle): Uint8Array {
  const decoded = decodeProofBundle(bundle);
  if (!decoded.ok) throw new Error(decoded.code);
  return encodeProofBundle(change(decoded.value));
}

describe("the builders", () => {
  it("say `*` by a flag and nothing by empty lists", () => {
    const contextHash = sha256(utf8Encode("context"));
    const types = [{ contextHash, type: "Degree" }, { vct: "https://a.example/degree" }];
    const operation = accreditationOffer({
      ...{ accreditor: ministry, subject: "did:x", expectedGiven: 2 },
      ...{ actions: ["issue", "audit"], scope: { types, jurisdictions: "*" } },
    });
    expect(operation.value).toEqual({
      ...{ accreditor: ministry, accreditation: 1, subject: "did:x", expectedGiven: 2 },
      ...{ actions: 17, depth: 0, validFrom: 0, validUntil: 0 },
      scope: {
        ...{ allSchemas: false, schemas: [], allTypes: false },
        types: [
          { contextHash, type: "Degree", vct: "" },
          { contextHash: new Uint8Array(0), type: "", vct: "https://a.example/degree" },
        ],
        ...{ allJurisdictions: true, jurisdictions: [] },
      },
    });
  });

  it("end for cause exactly with a time since when nothing counts", () => {
    const change = { by: ministry, subject: "did:x", index: 1, expectedSequence: 1 };
    expect(accreditationEnd(change).value).toEqual({
      ...{ ...change, ended: 1, untrustedSince: 0, reason: 0 },
    });
    const reason = "keyCompromised" as const;
    expect(accreditationEnd({ ...change, reason, untrustedSince: 0 }).value).toEqual({
      ...{ ...change, ended: 2, untrustedSince: 0, reason: 4 },
    });
    expect(accreditationSuspend({ ...change, reason }).value).toEqual({ ...change, reason: 4 });
  });
});
