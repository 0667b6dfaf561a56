import { base64UrlDecode, hexEncode } from "@cartorio/crypto";
import {
  type AccreditationRecord,
  accreditedAction,
  decodeProofBundle,
  judgeAuthorisation,
  questionKeys,
} from "@cartorio/protocol";
import { beforeEach, describe, expect, it } from "vitest";
import {
  exampleRoot,
  issuerRecord,
  ministry,
  putAccreditation,
} from "./support/example-accreditations.ts";
import { createExampleNetwork, type ExampleNetwork } from "./support/example-network.ts";
import { type RpcAnswer, type TestServer, testServer } from "./support/http.ts";
import { genesisTime } from "./support/memory-chain.ts";

let network: ExampleNetwork;
let server: TestServer;
let issuer: string;
/** A DID of the network that nobody accredited. */
let stranger: string;

beforeEach(async () => {
  network = await createExampleNetwork();
  server = testServer(network.node.api);
  issuer = network.values["did"] ?? "";
  stranger = network.values["publisher"] ?? "";
});

function ask(path: string, more: Readonly<Record<string, unknown>> = {}): Promise<RpcAnswer> {
  return server.post(
    {
      entity_id: issuer,
      authority_id: ministry,
      action: "issue",
      resource: "jurisdiction:MO",
      ...more,
    },
    {},
    path,
  );
}

/** Another accreditation of the issuer, as of a block of its own. */
function add(index: number, more: Partial<AccreditationRecord>): void {
  const place = { subject: issuer, index };
  putAccreditation(network.node.chain, place, { ...issuerRecord, ...more });
  network.node.sealBlock();
}

const iso = (time: number): string => new Date(time).toISOString();

describe("POST /authorization", () => {
  it("answers in the members of TRQP 2.0", async () => {
    const { time } = network.node.chain.latest().header;
    const { status, contentType, body, headers } = await ask("/authorization");
    expect({ status, contentType }).toEqual({
      ...{ status: 200, contentType: expect.stringMatching(/^application\/json/) },
    });
    expect(headers["cache-control"]).toBe("no-store");
    expect(body).toEqual({
      ...{ entity_id: issuer, authority_id: ministry },
      ...{ action: "issue", resource: "jurisdiction:MO", authorized: true },
      time_evaluated: iso(time),
      message: "authorized by accreditation 1 of the entity",
      state_proof: {
        ...{ height: 3, time: iso(time), accreditation: 1 },
        pages: [
          {
            question: { kind: "accreditations", subject: issuer, from: 1, count: 1 },
            bundle: expect.any(String),
          },
        ],
      },
    });
  });

  it.each([
    ["a place outside of its scope", { resource: "jurisdiction:PT" }, "SCOPE_NOT_COVERED"],
    ["another action", { action: "audit" }, "ACTION_NOT_ACCREDITED"],
    ["before it accepted", { context: { time: iso(genesisTime) } }, "ACCREDITATION_NOT_ACCEPTED"],
    ["another domain", { authority_id: "domain:health" }, "ROOT_NOT_TRUSTED"],
  ])("says no to %s", async (_, more, reason) => {
    expect(await ask("/authorization", more)).toMatchObject({
      status: 200,
      body: { authorized: false, message: expect.stringContaining(`1: ${reason}`) },
    });
  });

  it("says yes for the domain of the root", async () => {
    const body = { authorized: true, authority_id: "domain:education" };
    expect(await ask("/authorization", { authority_id: "domain:education" })).toMatchObject({
      body,
    });
  });

  it("takes nobody's word but that of who stands above the entity", async () => {
    for (const authority_id of [stranger, issuer]) {
      expect(await ask("/authorization", { authority_id })).toMatchObject({
        status: 200,
        body: { authorized: false, message: expect.stringContaining("not of this authority") },
      });
    }
  });

  it("of whom nobody accredited says so", async () => {
    expect(await ask("/authorization", { entity_id: stranger })).toMatchObject({
      status: 200,
      body: { authorized: false, message: "nobody accredited the entity" },
    });
  });

  it("repeats the time that was asked for, and answers for it", async () => {
    add(2, { ended: 1, endedTime: genesisTime + 2 });
    const time = iso(genesisTime + 1);
    expect(await ask("/authorization", { context: { time, purpose: "check" } })).toMatchObject({
      body: {
        ...{ authorized: true, time_requested: time, time_evaluated: time },
        context: { time, purpose: "check" },
      },
    });
    expect((await ask("/authorization", { context: { time: "" } })).body).not.toHaveProperty(
      "time_requested",
    );
  });

  it.each([
    ["jurisdiction:MO vct:https://uni.example/degree", true],
    [`schema:${"ab".repeat(32)}`, true],
    [`type:${"cd".repeat(32)}#Degree jurisdiction:MO-1`, true],
    [`type:${"cd".repeat(32)}#Degree jurisdiction:PT`, false],
  ])("reads the resource %s", async (resource, authorized) => {
    expect(await ask("/authorization", { resource })).toMatchObject({
      status: 200,
      body: { authorized },
    });
  });

  it("finds a later accreditation by this authority", async () => {
    for (let index = 2; index <= 17; index += 1)
      add(index, { ended: 1, endedTime: genesisTime + 2 });
    add(18, { actions: accreditedAction.audit });
    expect(await ask("/authorization", { action: "audit" })).toMatchObject({
      body: { authorized: true, state_proof: { accreditation: 18 } },
    });
    const { body } = await ask("/authorization", { action: "verify" });
    expect(body).toMatchObject({
      authorized: false,
      state_proof: { pages: [{ question: { from: 1 } }, { question: { from: 17 } }] },
    });
  });

  it("does not say no before all were tried", async () => {
    for (let index = 2; index <= 65; index += 1)
      add(index, { ended: 1, endedTime: genesisTime + 2 });
    const answer = await ask("/authorization", { action: "audit" });
    expect(answer).toMatchObject({ status: 413, body: { code: "TOO_LARGE" } });
  });

  it("can be judged anew from its proof", async () => {
    const question = { subject: issuer, action: accreditedAction.issue, at: genesisTime + 1 };
    const { body } = await ask("/authorization");
    const { state_proof: proof } = body as {
      readonly state_proof: { readonly pages: readonly { readonly bundle: string }[] };
    };
    const bytes = base64UrlDecode(proof.pages[0]?.bundle ?? "") ?? new Uint8Array();
    const bundle = decodeProofBundle(bytes);
    if (!bundle.ok) throw new Error(bundle.code);
    const page = { from: 1, count: 1 };
    const keys = questionKeys([
      { kind: "accreditations", subject: issuer, ...page },
      { kind: "accreditation", subject: ministry, index: 1 },
    ]);
    const records = new Map(keys.map((key, at) => [hexEncode(key), bundle.value.records[at]]));
    const lookup = (key: Uint8Array) => {
      const record = records.get(hexEncode(key));
      return record?.length === 0 ? undefined : record;
    };
    expect(judgeAuthorisation(lookup, question, page)).toMatchObject({ authorised: true });
  });
});

describe("POST /recognition", () => {
  it("says whether an authority may pass an action on", async () => {
    expect(await ask("/recognition")).toMatchObject({
      status: 200,
      body: { recognized: false, message: expect.stringContaining("1: ACTION_NOT_ACCREDITED") },
    });
    add(2, { actions: accreditedAction.issue | accreditedAction.accredit, depth: 1 });
    const { body } = await ask("/recognition");
    expect(body).toMatchObject({ recognized: true, state_proof: { accreditation: 2 } });
    expect(body).not.toHaveProperty("authorized");
  });

  it("recognises the root of a domain by the domain", async () => {
    const root = { entity_id: ministry, authority_id: "domain:education" };
    expect(await ask("/recognition", root)).toMatchObject({ body: { recognized: true } });
    const other = { ...root, authority_id: "domain:health" };
    expect(await ask("/recognition", other)).toMatchObject({ body: { recognized: false } });
  });

  it("does not recognise whose accreditations would be in force for nobody (depth 0)", async () => {
    add(2, { actions: exampleRoot.actions, depth: 0 });
    expect(await ask("/recognition")).toMatchObject({
      body: { recognized: false, message: expect.stringContaining("2: ACCREDITATION_DEPTH") },
    });
  });
});

describe.each(["/authorization", "/recognition"])("POST %s", (path) => {
  it.each([
    ["entity_id of another method", 404, { entity_id: "did:web:example.org" }],
    ["entity_id of another network", 404, { entity_id: "did:cartorio:other:zQm" }],
    ["authority_id that is no DID", 404, { authority_id: "ministry" }],
    ["authority_id of no domain", 404, { authority_id: "domain:Education" }],
    ["action that there is not", 404, { action: "constructor" }],
    ["resource without a kind", 404, { resource: "Degree" }],
    ["resource with a kind twice", 404, { resource: "jurisdiction:MO jurisdiction:PT" }],
    ["resource with two types", 404, { resource: `vct:a type:${"cd".repeat(32)}#b` }],
    ["resource with a short hash", 404, { resource: "schema:ab" }],
    ["resource of nothing", 400, { resource: "" }],
    ["member that is missing", 400, { action: undefined }],
    ["member that is not known", 400, { authority: ministry }],
    ["context that is none", 400, { context: ["time"] }],
    ["time of another zone", 400, { context: { time: "2026-01-01T00:00:00+08:00" } }],
    ["anchor that is no height", 400, { context: { anchor_height: "-1" } }],
    ["anchor that there is not", 404, { context: { anchor_height: "99" } }],
    ["time that is no text", 400, { context: { time: 1 } }],
    ["time that no block has reached", 400, { context: { time: "2099-01-01T00:00:00Z" } }],
  ])("refuses %s with a problem", async (_, status, more) => {
    const answer = await ask(path, more);
    expect(answer).toMatchObject({ status, body: { status } });
    expect(answer.contentType).toMatch(/^application\/problem\+json/);
  });

  it.each([
    ["no JSON", "{", 400],
    ["an array", "[]", 400],
    ["a key twice", '{"action":"issue","action":"audit"}', 400],
    ["nothing", "", 400],
  ])("refuses %s", async (_, body, status) => {
    const answer = await server.post(body, {}, path);
    expect(answer).toMatchObject({ status, body: { status } });
  });

  it("answers in problems, not in JSON-RPC, also where HTTP refuses", async () => {
    const answer = await server.post("x", { "content-type": "text/plain" }, path);
    expect(answer).toMatchObject({ status: 415, body: { status: 415 } });
  });

  it("needs the scope to read, and logs nobody that is asked about", async () => {
    const closed = testServer(network.node.api, {}, { anonymous: undefined });
    expect(await closed.post({}, {}, path)).toMatchObject({ status: 401 });
    await ask(path);
    expect(server.logged()).not.toContain(issuer);
  });
});
