import { connect } from "node:net";
import { base64UrlEncode, concatBytes } from "@cartorio/crypto";
import { decodeEnvelope, encodeEnvelope, limits, type Operation } from "@cartorio/protocol";
import { didDeactivate, didDocument, didUpdate, signTransaction } from "@cartorio/sdk";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import {
  anchorBy,
  bodyOf,
  call,
  certify,
  chainIdOf,
  clientOf,
  createIdentity,
  envelopeOf,
  executedIds,
  type Identity,
  memberOf,
  newSigner,
  nodeOf,
  post,
  refusal,
  submit,
  untilAllAgree,
} from "./chain.ts";

const ready = inject("devnet");
const chainId = chainIdOf(ready);
const url = nodeOf(ready, 1).rpcUrl;
const client = clientOf(url);
let member: Identity;
let issuer: Identity;

beforeAll(async () => {
  member = await memberOf(ready, 1);
  issuer = await createIdentity(client, ready, { sponsor: member });
});
afterAll(async () => {
  // Whatever was thrown at it, the cluster lives on and agrees.
  const last = await certify(client, await sponsored([anchorBy(issuer)]));
  expect(last.receipt?.code).toBe("APPLIED");
  await untilAllAgree(
    ready.nodes.map(({ rpcUrl }) => rpcUrl),
    last.height,
  );
});

function sponsored(operations: readonly Operation[], author = issuer): Promise<Uint8Array> {
  return envelopeOf({ chainId, author, sponsor: member, operations });
}

/** A length-delimited protobuf field with a number that no message has. */
const unknownField = Uint8Array.from([0xfa, 0x3f, 0x01, 0x00]);

/**
 * What a gateway answers to the headers of a body of that length. The body is not sent: the gateway
 * refuses it before.
 */
function announce(to: string, bodyBytes: number): Promise<string> {
  const { hostname, port } = new URL(to);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let answer = "";
    socket.setEncoding("utf8");
    socket.on("data", (text: string) => {
      answer += text;
      if (answer.includes("}}")) socket.end();
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(answer));
    const headers = `Content-Type: application/json\r\nContent-Length: ${bodyBytes}`;
    socket.write(`POST / HTTP/1.1\r\nHost: ${hostname}\r\n${headers}\r\n\r\n`);
  });
}

describe("what is refused at the door", () => {
  it("a body over the limit", async () => {
    const answer = await announce(url, 8 << 20);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"code":"TOO_LARGE"');
  });

  it("an envelope over the limit", async () => {
    expect(await refusal(url, new Uint8Array(limits.maxEnvelopeBytes + 1))).toBe("TOO_LARGE");
  });

  it("another chain", async () => {
    const other = new Uint8Array(32).fill(7);
    const envelope = await envelopeOf({
      ...{ chainId: other, author: issuer, sponsor: member, operations: [anchorBy(issuer)] },
    });
    expect(await refusal(url, envelope)).toBe("WRONG_CHAIN");
  });

  // What is guarded by a version or by its own hash may wait for days, everything else for minutes.
  it.each([
    ["EXPIRED", -60_000, "guarded"],
    ["VALID_UNTIL_TOO_FAR", 2 * limits.validityWindowMs, "unguarded"],
    ["VALID_UNTIL_TOO_FAR", 2 * limits.longValidityWindowMs, "guarded"],
  ])("%s: valid until %d ms from now, %s", async (code, fromNowMs, kind) => {
    const validUntil = Date.now() + fromNowMs;
    const unguarded = didDeactivate({ did: issuer.did, expectedVersion: 0 });
    const operations = kind === "guarded" ? [anchorBy(issuer)] : [unguarded];
    const envelope = await envelopeOf({
      ...{ chainId, author: issuer, sponsor: member, operations, validUntil },
    });
    expect(await refusal(url, envelope)).toBe(code);
  });

  it("a signature of something else", async () => {
    const signed = await sponsored([anchorBy(issuer)]);
    const { body } = bodyOf({
      chainId,
      author: issuer,
      sponsor: member,
      operations: [anchorBy(issuer)],
    });
    const decoded = decodeEnvelope(signed);
    const signatures = decoded.ok ? decoded.value.signatures : [];
    expect(await refusal(url, encodeEnvelope({ body, signatures }))).toBe("SIGNATURE_INVALID");
    const one = encodeEnvelope({ body, signatures: signatures.slice(0, 1) });
    expect(await refusal(url, one)).toBe("SIGNATURE_COUNT");
  });

  it("nobody who pays", async () => {
    const operations = [anchorBy(issuer)];
    const authorAlone = await envelopeOf({ chainId, author: issuer, operations });
    expect(await refusal(url, authorAlone)).toBe("SPONSOR_NOT_MEMBER");
    const stranger = { did: issuer.did, signer: newSigner() };
    const foreign = await envelopeOf({ chainId, author: stranger, sponsor: issuer, operations });
    expect(await refusal(url, foreign)).toBe("SPONSOR_NOT_MEMBER");
  });

  it("neither sponsor nor author", async () => {
    const { body, signers } = bodyOf({
      ...{ chainId, author: issuer, operations: [anchorBy(issuer)], role: "controller" as const },
    });
    expect(await refusal(url, await signTransaction(body, signers))).toBe("NO_SPONSOR");
  });

  it("a sponsor's key that is not the member's", async () => {
    const impostor = { did: member.did, signer: newSigner() };
    const operations = [anchorBy(issuer)];
    const envelope = await envelopeOf({ chainId, author: issuer, sponsor: impostor, operations });
    expect(await refusal(url, envelope)).toBe("UNAUTHORISED");
  });

  it("bytes that are no envelope, or not its one canonical form", async () => {
    const envelope = await sponsored([anchorBy(issuer)]);
    const codes = [
      await refusal(url, Uint8Array.from([0xff, 0xff, 0xff])),
      await refusal(url, new Uint8Array()),
      await refusal(url, envelope.subarray(0, -1)),
      await refusal(url, concatBytes(envelope, unknownField)),
    ];
    expect(codes).toEqual(["NOT_CANONICAL", "MALFORMED", "NOT_CANONICAL", "NOT_CANONICAL"]);
  });

  it("an unknown field inside the signed body", async () => {
    const operations = [anchorBy(issuer)];
    const { body, signers } = bodyOf({ chainId, author: issuer, sponsor: member, operations });
    const signatures = signers.map(() => new Uint8Array(64).fill(1));
    const envelope = encodeEnvelope({ body: concatBytes(body, unknownField), signatures });
    expect(await refusal(url, envelope)).toBe("NOT_CANONICAL");
  });
});

describe("requests that are no requests", () => {
  it.each([
    ["PARSE_ERROR", "{"],
    ["INVALID_REQUEST", '{"id":1}'],
    ["INVALID_REQUEST", "[]"],
    ["METHOD_NOT_FOUND", '{"jsonrpc":"2.0","id":1,"method":"tx_destroy","params":{}}'],
    ["METHOD_NOT_FOUND", '{"jsonrpc":"2.0","id":1,"method":"constructor","params":{}}'],
    ["INVALID_PARAMS", '{"jsonrpc":"2.0","id":1,"method":"tx_submit","params":{}}'],
    ["INVALID_PARAMS", '{"jsonrpc":"2.0","id":1,"method":"tx_get","params":{"id":"00"}}'],
    ["INVALID_PARAMS", '{"jsonrpc":"2.0","id":1,"method":"did_resolve","params":{"did":7}}'],
  ])("%s: %s", async (code, body) => {
    expect((await post(url, body)).error?.data.code).toBe(code);
  });

  it("bytes that are not base64url, or more than the signed ones", async () => {
    const broken = await call(url, "tx_submit", { envelope: "!!" });
    expect(broken.error?.data.code).toBe("INVALID_PARAMS");
    const envelope = base64UrlEncode(await sponsored([anchorBy(issuer)]));
    const extra = await call(url, "tx_submit", { envelope, priority: 1 });
    expect(extra.error?.data.code).toBe("INVALID_PARAMS");
  });

  it("what nobody has", async () => {
    const unknown = await call(url, "tx_get", { id: "00".repeat(32) });
    expect(unknown.error?.data.code).toBe("NOT_FOUND");
    const did = await call(url, "did_resolve", { did: "did:cartorio:elsewhere:zQmX" });
    expect(["DID_MALFORMED", "DID_WRONG_NETWORK"]).toContain(did.error?.data.code);
  });
});

describe("what the ledger refuses by a receipt", () => {
  it("a key that is not in the issuer's document", async () => {
    const impostor = { did: issuer.did, signer: newSigner() };
    const envelope = await sponsored([anchorBy(issuer)], impostor);
    expect((await certify(client, envelope)).receipt?.code).toBe("UNAUTHORISED");
  });

  it("a version that is no longer the newest, naming the one that is", async () => {
    const methods = [
      { multikey: issuer.signer.multikey, relationships: ["assertionMethod" as const] },
    ];
    const alsoKnownAs = ["https://example.org/registry"];
    const document = didDocument({ methods, alsoKnownAs });
    const update = didUpdate({ did: issuer.did, expectedVersion: 1, document });
    expect((await certify(client, await sponsored([update]))).receipt?.code).toBe("APPLIED");
    const late = didDeactivate({ did: issuer.did, expectedVersion: 1 });
    const { receipt } = await certify(client, await sponsored([late]));
    expect(receipt).toMatchObject({ code: "VERSION_MISMATCH", currentVersion: 2 });
  });
});

describe("the same bytes again", () => {
  it("are known, and executed once", async () => {
    const envelope = await sponsored([anchorBy(issuer)]);
    const first = await submit(url, envelope);
    const at = await certify(client, envelope);
    const urls = ready.nodes.map(({ rpcUrl }) => rpcUrl);
    await untilAllAgree(urls, at.height);
    for (const rpcUrl of urls) {
      const again = await submit(rpcUrl, envelope);
      expect(again.result).toEqual({ id: first.result?.["id"], known: true });
    }
    const after = await certify(client, await sponsored([anchorBy(issuer)]));
    const ids = await executedIds(client, after.height ?? 0);
    expect(ids.filter((id) => id === at.id)).toHaveLength(1);
  });
});
