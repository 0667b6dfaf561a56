import { base64UrlDecode } from "@cartorio/crypto";
import {
  decodeBitstring,
  decodeTokenList,
  readProvenStatusList,
  statusBit,
  verifyAuthorisation,
  verifyProof,
} from "@cartorio/sdk";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { clientOf, genesisAnchorOf, nodeOf } from "./chain.ts";
import { createExampleChain } from "./example-chain.ts";

// What standards ask of a gateway beside JSON-RPC: what it says, the genesis proves.

const ready = inject("devnet");
const validator = nodeOf(ready, 0).rpcUrl;
const domain = "registry-http";
let owner = "";
let publisher = "";

beforeAll(async () => {
  const live = await createExampleChain(clientOf(validator), ready, domain);
  owner = live.did ?? "";
  publisher = live.publisher ?? "";
});

interface ListBody {
  readonly sequence: number;
  readonly since: number;
  readonly credential: { readonly credentialSubject: { readonly encodedList: string } };
  readonly claims: { readonly status_list: { readonly lst: string } };
  readonly proof: { readonly bundle: string };
}

function listUrl(query: string): string {
  return `${validator}/1.0/status-lists/${encodeURIComponent(owner)}/1${query}`;
}

async function listOf(query = ""): Promise<ListBody> {
  const response = await fetch(listUrl(query));
  expect(response.status).toBe(200);
  return (await response.json()) as ListBody;
}

const bytesOf = (text: string): Uint8Array => base64UrlDecode(text) ?? new Uint8Array();

describe("a status list of a running node", () => {
  it("has the bits that its proof shows to whoever has the genesis", async () => {
    const { credential, sequence, proof } = await listOf("?proof=true&anchorHeight=0");
    expect(credential).toMatchObject({ issuer: publisher });
    const bits = await decodeBitstring(credential.credentialSubject.encodedList);
    if (bits === undefined) throw new Error("no bits");
    const state = verifyProof({
      bundle: bytesOf(proof.bundle),
      anchor: await genesisAnchorOf(ready),
      now: Date.now(),
      questions: [{ kind: "statusList", owner, list: 1, sequence }],
    });
    if (!state.ok) throw new Error(state.code);
    const question = { owner, list: 1, sequence };
    const proven = readProvenStatusList(state.value, { ...question, bits });
    expect(proven).toMatchObject({ ok: true, value: { publisher, purpose: "revocation" } });
    expect([6, 7, 8].map((index) => statusBit(bits, index))).toEqual([false, true, false]);
    const other = bits.map((byte, index) => (index === 1 ? byte ^ 1 : byte));
    expect(readProvenStatusList(state.value, { ...question, bits: other })).toMatchObject({
      code: "PROOF_INVALID",
    });
  });

  it("has the same bits as a token", async () => {
    const { claims, credential } = { ...(await listOf()), ...(await listOf("?encoding=token")) };
    const bits = await decodeBitstring(credential.credentialSubject.encodedList);
    expect(await decodeTokenList(claims.status_list.lst)).toEqual(bits);
  });

  it("is what it was at a time, and no other time is answered with it", async () => {
    const { since, sequence } = await listOf();
    const at = (time: number): string => `?timestamp=${new Date(time).toISOString()}`;
    expect(await listOf(at(since))).toMatchObject({ since, sequence });
    expect((await fetch(listUrl("?timestamp=2020-01-01T00:00:00Z"))).status).toBe(404);
    expect((await fetch(listUrl(at(Date.now() + 3_600_000)))).status).toBe(400);
  });

  it("is not sent again to whoever has it", async () => {
    const etag = (await fetch(listUrl(""))).headers.get("etag") ?? "";
    const again = await fetch(listUrl(""), { headers: { "if-none-match": etag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });
});

interface TrustBody {
  readonly authorized: boolean;
  readonly time_evaluated: string;
  readonly state_proof: {
    readonly pages: readonly {
      readonly question: { readonly from: number; readonly count: number };
      readonly bundle: string;
    }[];
  };
}

describe("the trust registry of a running node", () => {
  it.each([
    ["MO", true],
    ["PT", false],
  ])(
    "judges the issuer for %s as everybody can from the genesis",
    async (jurisdiction, expected) => {
      const response = await fetch(`${validator}/authorization`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          entity_id: owner,
          authority_id: `domain:${domain}`,
          action: "issue",
          resource: `jurisdiction:${jurisdiction}`,
          context: { anchor_height: "0" },
        }),
      });
      expect(response.status).toBe(200);
      const answer = (await response.json()) as TrustBody;
      expect(answer.authorized).toBe(expected);
      const [page] = answer.state_proof.pages;
      const verified = verifyAuthorisation({
        bundle: bytesOf(page?.bundle ?? ""),
        anchor: await genesisAnchorOf(ready),
        now: Date.now(),
        ...{ entity: owner, action: "issue", resource: { jurisdiction } },
        at: Date.parse(answer.time_evaluated),
        trusted: { domains: [domain] },
        page: page?.question ?? {},
      });
      const verdict = expected ? "authorised" : "notAuthorised";
      expect(verified).toMatchObject({ ok: true, value: { verdict } });
    },
  );
});
