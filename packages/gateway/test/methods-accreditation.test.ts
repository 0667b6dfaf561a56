import { base64UrlDecode, hexEncode } from "@cartorio/crypto";
import {
  type AccreditationQuestion,
  accreditedAction,
  decodeProofBundle,
  judgeAuthorisation,
  limits,
  questionKeys,
} from "@cartorio/protocol";
import { beforeEach, describe, expect, it } from "vitest";
import { issuerRecord, ministry, putAccreditation } from "./support/example-accreditations.ts";
import { createExampleNetwork, type ExampleNetwork } from "./support/example-network.ts";
import { type TestServer, testServer } from "./support/http.ts";
import { genesisTime } from "./support/memory-chain.ts";

let network: ExampleNetwork;
let server: TestServer;
let issuer: string;

beforeEach(async () => {
  network = await createExampleNetwork();
  server = testServer(network.node.api);
  issuer = network.values["did"] ?? "";
});

/** Further accreditations of the issuer, none of which holds. */
function addEnded(count: number): void {
  const { chain } = network.node;
  const ended = { ...issuerRecord, ended: 1, endedTime: genesisTime + 2 };
  for (let index = 2; index < 2 + count; index += 1) {
    putAccreditation(chain, { subject: issuer, index }, ended);
  }
  network.node.sealBlock();
}

describe("issuer_getAccreditations", () => {
  it("renders what a DID holds, and whether its chain is in force", async () => {
    addEnded(1);
    const answer = await server.call("issuer_getAccreditations", { did: issuer });
    expect(answer).toMatchObject({
      total: 2,
      accreditations: [
        {
          ...{ subject: issuer, index: 1, accreditor: ministry, parent: 1, actions: ["issue"] },
          scope: { schemas: "*", types: "*", jurisdictions: ["MO"] },
          ...{ ended: "no", endedBy: null, inForce: true },
        },
        { index: 2, ended: "withdrawn", inForce: false, why: "ACCREDITATION_ENDED" },
      ],
    });
  });

  it("gives pages", async () => {
    addEnded(20);
    const params = { did: issuer, from: 17, count: 3 };
    const answer = (await server.call("issuer_getAccreditations", params)) as {
      readonly total: number;
      readonly accreditations: readonly { readonly index: number }[];
    };
    expect(answer.total).toBe(21);
    expect(answer.accreditations.map(({ index }) => index)).toEqual([17, 18, 19]);
  });

  it("of a DID that nobody accredited is empty", async () => {
    const params = { did: "did:cartorio:example:nobody" };
    const { body } = await server.post({
      ...{ jsonrpc: "2.0", id: 1, method: "issuer_getGiven", params },
    });
    expect(JSON.stringify(body)).toContain("DID_MALFORMED");
    const answer = await server.call("issuer_getGiven", { did: issuer });
    expect(answer).toMatchObject({ total: 0, given: [] });
  });
});

describe("issuer_getGiven and issuer_getRoots", () => {
  it("lead to the accreditations themselves", async () => {
    expect(await server.call("issuer_getGiven", { did: ministry })).toMatchObject({
      total: 1,
      given: [{ subject: issuer, index: 1, inForce: true }],
    });
    expect(await server.call("issuer_getRoots", { domain: "education" })).toMatchObject({
      ...{ total: 1, active: 1, version: 1 },
      roots: [{ subject: ministry, index: 1, accreditor: null, domain: "education" }],
    });
    expect(await server.call("issuer_getRoots", { domain: "health" })).toMatchObject({
      ...{ total: 0, active: 0, version: 0, roots: [] },
    });
  });
});

describe("issuer_isAuthorised", () => {
  const ask = (more: Readonly<Record<string, unknown>>) =>
    server.call("issuer_isAuthorised", { entity: issuer, action: "issue", ...more });

  it("says yes with the chain", async () => {
    expect(await ask({ resource: { jurisdiction: "MO-1" } })).toMatchObject({
      ...{ authorised: true, index: 1, refusals: [], complete: true },
      chain: [{ subject: issuer }, { subject: ministry, accreditor: null }],
    });
  });

  it.each([
    [{ resource: { jurisdiction: "PT" } }, "SCOPE_NOT_COVERED"],
    [{ action: "accredit" }, "ACTION_NOT_ACCREDITED"],
    [{ at: genesisTime }, "ACCREDITATION_NOT_ACCEPTED"],
    [{ domains: ["health"] }, "ROOT_NOT_TRUSTED"],
    [{ roots: [] }, "ROOT_NOT_TRUSTED"],
  ])("says no to %j: %s", async (more, reason) => {
    expect(await ask(more)).toMatchObject({
      ...{ authorised: false, index: null, chain: [], refusals: [{ index: 1, reason }] },
      complete: true,
    });
  });

  it("says nothing about a time that no block has reached", async () => {
    const params = { entity: issuer, action: "issue", at: genesisTime + 1e9 };
    const { body } = await server.post({
      ...{ jsonrpc: "2.0", id: 1, method: "issuer_isAuthorised", params },
    });
    expect(JSON.stringify(body)).toContain("INVALID_OPTIONS");
  });

  it("does not call a no final before all accreditations were tried", async () => {
    addEnded(20);
    const more = { resource: { jurisdiction: "PT" } };
    expect(await ask(more)).toMatchObject({ authorised: false, complete: false });
    expect(await ask({ ...more, from: 17 })).toMatchObject({ authorised: false, complete: true });
  });

  it("can be computed anew from its proof, yes and no", async () => {
    addEnded(3);
    const question = { subject: issuer, action: accreditedAction.issue, at: genesisTime + 1 };
    const yes = await lookupOf(await ask({ at: question.at, proof: true }), { from: 1, count: 1 });
    expect(judgeAuthorisation(yes, question, { from: 1, count: 1 })).toMatchObject({
      ...{ authorised: true, index: 1 },
    });
    const all = { from: 1, count: limits.maxAccreditationPage };
    const asked = { resource: { jurisdiction: "PT" }, proof: true };
    const no = await lookupOf(await ask(asked), all);
    const resource = { jurisdiction: "PT" };
    expect(judgeAuthorisation(no, { ...question, resource }, all)).toMatchObject({
      ...{ authorised: false, count: 4 },
    });
  });
});

/** The records of an answer's proof by the keys that its reader derives. */
async function lookupOf(answer: unknown, page: { readonly from: number; readonly count: number }) {
  const { proof } = answer as { readonly proof: { readonly bundle: string } };
  const bundle = decodeProofBundle(base64UrlDecode(proof.bundle) ?? new Uint8Array());
  if (!bundle.ok) throw new Error(bundle.code);
  const { records } = bundle.value;
  const question: AccreditationQuestion = { kind: "accreditations", subject: issuer, ...page };
  const root = { kind: "accreditation", subject: ministry, index: 1 } as const;
  const keys = questionKeys([question, root]);
  const byKey = new Map(keys.map((key, index) => [hexEncode(key), records[index]]));
  return (key: Uint8Array) => {
    const record = byKey.get(hexEncode(key));
    return record?.length === 0 ? undefined : record;
  };
}
