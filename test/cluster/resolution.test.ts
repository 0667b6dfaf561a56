import { base64UrlDecode, multikeyToString } from "@cartorio/crypto";
import type { Operation } from "@cartorio/protocol";
import {
  didCreate,
  didDeactivate,
  didDocument,
  didUpdate,
  getStatus,
  keyControl,
  requireApplied,
  resolveDid,
  verifyDid,
} from "@cartorio/sdk";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { checkRow } from "../../packages/gateway/test/support/resolution-check.ts";
import { optionRows } from "../../packages/gateway/test/support/resolution-option-rows.ts";
import {
  mediaTypeRows,
  type ResolutionDids,
  type ResolutionRow,
} from "../../packages/gateway/test/support/resolution-rows.ts";
import { statusRows } from "../../packages/gateway/test/support/resolution-status-rows.ts";
import {
  anchorBy,
  certify,
  chainIdOf,
  clientOf,
  createIdentity,
  envelopeOf,
  genesisAnchorOf,
  type Identity,
  memberOf,
  newSigner,
  nodeOf,
} from "./chain.ts";

const ready = inject("devnet");
const url = nodeOf(ready, 2).rpcUrl;
const client = clientOf(url);
let sponsor: Identity;
let dids: ResolutionDids;

beforeAll(async () => {
  sponsor = await memberOf(ready, 2);
  dids = await createDids();
});

async function apply(author: Identity, operation: Operation): Promise<void> {
  const chainId = chainIdOf(ready);
  const envelope = await envelopeOf({ chainId, author, sponsor, operations: [operation] });
  requireApplied(await certify(client, envelope));
}

/** A DID of two versions whose block times are in different seconds, and one that is deactivated. */
async function createDids(): Promise<ResolutionDids> {
  const signer = newSigner();
  const { multikey } = signer;
  const document = didDocument({
    methods: [{ multikey, relationships: ["authentication", "assertionMethod"] }],
    services: [
      { fragment: "catalogue", types: ["LinkedDomains"], endpoints: ["https://uni.example"] },
    ],
  });
  const control = keyControl({ keys: [multikey] });
  const { did, operation } = didCreate({ network: ready.network, control, document });
  const active = { did, signer };
  await apply(active, operation);
  const created = (await getStatus(client)).certifiedTime;
  const gone = await createIdentity(client, ready, { sponsor });
  const goneBefore = await resolveDid(client, { did: gone.did });
  await apply(gone, didDeactivate({ did: gone.did, expectedVersion: 1 }));
  const before = await resolveDid(client, { did });
  // Blocks come with transactions: these let the time of the chain go on.
  while ((await getStatus(client)).certifiedTime < created + 2000) {
    await apply(active, anchorBy(active));
  }
  await apply(active, didUpdate({ did, expectedVersion: 1, document }));
  const after = await resolveDid(client, { did });
  return {
    active: did,
    key: multikeyToString(multikey),
    versionIds: [String(before.metadata["versionId"]), String(after.metadata["versionId"])],
    times: [String(after.metadata["created"]), String(after.metadata["updated"])],
    gone: gone.did,
    goneVersionId: String(goneBefore.metadata["versionId"]),
    unknown: did.replace(/.{4}$/, "1111"),
    foreign: did.replace(`:${ready.network}:`, ":elsewhere:"),
  };
}

async function check(row: ResolutionRow): Promise<void> {
  await checkRow(row, dids, async ({ path, headers, body }) => {
    const posted = body && { method: "POST", body: JSON.stringify(body) };
    const typed = body === undefined ? headers : { ...headers, "content-type": "application/json" };
    const response = await fetch(`${url}${path}`, {
      ...posted,
      headers: typed,
      redirect: "manual",
    });
    return {
      status: response.status,
      contentType: response.headers.get("content-type") ?? "",
      raw: await response.text(),
      headers: Object.fromEntries(response.headers),
    };
  });
}

const rows = [...mediaTypeRows, ...statusRows, ...optionRows];

describe("the resolver of a running node", () => {
  it.each(rows.map((row) => [row.name, row] as const))("%s", (_, row) => check(row));

  it("gives a document that its proof shows to whoever has the genesis", async () => {
    const { height } = await resolveDid(client, { did: dids.active });
    const options = `?proof=true&anchorHeight=0&minHeight=${height}`;
    const response = await fetch(`${url}/1.0/identifiers/${dids.active}${options}`);
    const { didDocument: served, didDocumentMetadata } = (await response.json()) as Result;
    const [proof] = didDocumentMetadata.proof;
    expect(proof?.type).toBe("CartorioStateProof");
    const bundle = base64UrlDecode(proof?.bundle ?? "") ?? new Uint8Array();
    const anchor = await genesisAnchorOf(ready);
    const proven = verifyDid({ bundle, anchor, now: Date.now(), did: dids.active });
    expect(proven).toMatchObject({ ok: true, value: { document: served, version: 2 } });
  });

  it("names DIDs that resolve", async () => {
    const named = await fetch(`${url}/1.0/testIdentifiers`);
    const { cartorio } = (await named.json()) as { readonly cartorio: readonly string[] };
    expect(cartorio).toHaveLength(3);
    for (const did of cartorio) {
      expect((await fetch(`${url}/1.0/identifiers/${did}`)).status).toBe(200);
    }
  });

  it("sends nothing again to whoever has it", async () => {
    const path = `${url}/1.0/identifiers/${dids.active}`;
    const etag = (await fetch(path)).headers.get("etag") ?? "";
    const again = await fetch(path, { headers: { "if-none-match": etag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const head = await fetch(path, { method: "HEAD" });
    expect([head.status, head.headers.get("etag"), await head.text()]).toEqual([200, etag, ""]);
  });
});

interface Result {
  readonly didDocument: Record<string, unknown>;
  readonly didDocumentMetadata: {
    readonly proof: readonly { readonly type: string; readonly bundle: string }[];
  };
}
