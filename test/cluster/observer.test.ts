import { readFile } from "node:fs/promises";
import { verifySignatureNode } from "@cartorio/crypto/node";
import { genesisBlock } from "@cartorio/ledger";
import { genesisFromJson, verifyGenesis } from "@cartorio/protocol";
import {
  type Client,
  createClient,
  fetchProof,
  getStatus,
  httpTransport,
  readProvenDid,
  resolveDid,
} from "@cartorio/sdk";
import { describe, expect, inject, it } from "vitest";
import {
  anchorBy,
  certify,
  chainIdOf,
  clientOf,
  createIdentity,
  envelopeOf,
  memberOf,
  refusal,
  submit,
  untilAllAgree,
} from "./chain.ts";
import { until } from "./devnet-process.ts";

const ready = inject("devnet");
const urls = ready.nodes.map(({ rpcUrl }) => rpcUrl);
const observer = ready.nodes.find(({ role }) => role === "observer")?.rpcUrl ?? "";

/** A client that believes nothing that does not follow from the genesis file. */
async function verifierOf(url: string): Promise<Client> {
  const file = genesisFromJson(await readFile(ready.genesis, "utf8"));
  const verified = file.ok ? verifyGenesis(file.value, verifySignatureNode) : file;
  if (!verified.ok) throw new Error(verified.code);
  const { genesis, bytes, chainId } = verified.value;
  const { headerHash } = genesisBlock(genesis, bytes);
  const anchor = { chainId, height: 0, headerHash, date: Date.now() };
  return createClient({ transport: httpTransport(url), anchor });
}

describe("an observer", () => {
  it("passes on what is handed in to it, follows, and proves what it says", async () => {
    const sponsor = await memberOf(ready, 2);
    const client = await verifierOf(observer);
    expect(await getStatus(client)).toMatchObject({ ready: true, chainId: ready.chainId });
    const { did } = await createIdentity(client, ready, { sponsor });

    const { height, document } = await resolveDid(client, { did });
    expect(document?.["id"]).toBe(did);
    const { state } = await fetchProof(client, {
      questions: [{ kind: "did", did }],
      minHeight: height,
    });
    expect(readProvenDid(state, did)).toMatchObject({
      ok: true,
      value: { did, version: 1, document: { id: did } },
    });
    const other = did.replace(/.$/, (last) => (last === "1" ? "2" : "1"));
    const absent = await fetchProof(client, { questions: [{ kind: "did", did: other }] });
    expect(readProvenDid(absent.state, other)).toEqual({ ok: false, code: "DID_NOT_FOUND" });
    await untilAllAgree(urls, height);
  });

  it("gives the answers that a validator gives: to good, to bad, and to known bytes", async () => {
    const [validator = ""] = urls;
    const sponsor = await memberOf(ready, 2);
    const author = await createIdentity(clientOf(observer), ready, { sponsor });
    const chainId = chainIdOf(ready);
    const operations = [anchorBy(author)];
    const bad = [
      await envelopeOf({ chainId: new Uint8Array(32), author, sponsor, operations }),
      await envelopeOf({ chainId, author, sponsor, operations, validUntil: Date.now() - 60_000 }),
      await envelopeOf({ chainId, author, operations }),
      new Uint8Array(70_000),
    ];
    for (const envelope of bad) {
      const code = await refusal(validator, envelope);
      expect(code).not.toBe("accepted");
      expect(await refusal(observer, envelope)).toBe(code);
    }
    const good = await envelopeOf({ chainId, author, sponsor, operations });
    const done = await certify(clientOf(validator), good);
    expect(done.receipt?.code).toBe("APPLIED");
    await until("the observer to follow", async () => {
      const { certifiedHeight } = await getStatus(clientOf(observer));
      return certifiedHeight >= (done.height ?? 0);
    });
    expect((await submit(observer, good)).result).toEqual({ id: done.id, known: true });
    expect(await certify(clientOf(observer), good)).toEqual(done);
  });
});
