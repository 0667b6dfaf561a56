import { randomBytes } from "node:crypto";
import { encodeMultikey, hexEncode, p256PublicKey } from "@cartorio/crypto";
import {
  decodeReceipt,
  encodeEnvelope,
  envelopeHash,
  transactionId,
  transactionSigningBytes,
} from "@cartorio/protocol";
import { requireApplied, waitFor } from "@cartorio/sdk";
import { p256 } from "@noble/curves/nist.js";
import { expect, inject, it } from "vitest";
import {
  anchorBy,
  bodyOf,
  certify,
  chainIdOf,
  clientOf,
  createIdentity,
  envelopeOf,
  executedIds,
  memberOf,
  refusal,
  submit,
  untilAllAgree,
} from "./chain.ts";

const ready = inject("devnet");
const urls = ready.nodes.map(({ rpcUrl }) => rpcUrl);
const rounds = 5;

/** A P-256 signer as ECDSA is defined: each signature with fresh randomness, so no two are equal. */
function randomisedSigner(secret: Uint8Array) {
  const options = { format: "compact", lowS: true, prehash: true, extraEntropy: true } as const;
  return {
    multikey: encodeMultikey("p256", p256PublicKey(secret)),
    sign: async (message: Uint8Array) => p256.sign(message, secret, options),
  };
}

function altered(signature: Uint8Array): Uint8Array {
  return signature.with(40, (signature[40] ?? 0) ^ 1);
}

it("one body under two valid signature sets and an invalid one is executed once, everywhere alike", async () => {
  const [url = ""] = urls;
  const client = clientOf(url);
  const chainId = chainIdOf(ready);
  const sponsor = await memberOf(ready, 0);
  const signer = randomisedSigner(p256.utils.randomSecretKey(Uint8Array.from(randomBytes(48))));
  const author = await createIdentity(client, ready, { sponsor, signer });

  const wanted: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { body } = bodyOf({ chainId, author, sponsor, operations: [anchorBy(author)] });
    const message = transactionSigningBytes(body);
    const paying = await sponsor.signer.sign(message);
    const one = await signer.sign(message);
    const two = await signer.sign(message);
    expect(hexEncode(one)).not.toBe(hexEncode(two));
    const [first, second, invalid] = [one, two, altered(one)].map((own) =>
      encodeEnvelope({ body, signatures: [own, paying] }),
    );
    if (first === undefined || second === undefined || invalid === undefined) throw new Error();
    const id = hexEncode(transactionId(body));
    expect(await refusal(url, invalid)).toBe("SIGNATURE_INVALID");

    const [a, b, c] = await Promise.all([
      submit(urls[round % 4] ?? "", first),
      submit(urls[(round + 1) % 4] ?? "", second),
      refusal(urls[(round + 2) % 4] ?? "", invalid),
    ]);
    expect([a.result?.["id"], b.result?.["id"]]).toEqual([id, id]);
    // Once the id is executed, the gateway says "known" without looking at any signature.
    expect(["SIGNATURE_INVALID", "accepted"]).toContain(c);

    const answers = await Promise.all(urls.map((each) => waitFor(clientOf(each), { id })));
    for (const answer of answers) requireApplied(answer);
    const receipts = new Set(
      answers.map(({ receipt }) => hexEncode(receipt?.bytes ?? new Uint8Array())),
    );
    expect(receipts.size).toBe(1);
    const receipt = decodeReceipt(answers[0]?.receipt?.bytes ?? new Uint8Array());
    const executed = receipt.ok ? hexEncode(receipt.value.envelopeHash) : "";
    expect([first, second].map((bytes) => hexEncode(envelopeHash(bytes)))).toContain(executed);
    wanted.push(id);
  }
  // One more, so that a second execution would have had its block.
  const after = await envelopeOf({ chainId, author, sponsor, operations: [anchorBy(author)] });
  const { height = 0 } = await certify(client, after);
  const ids = await executedIds(client, height);
  for (const id of wanted) expect(ids.filter((other) => other === id)).toHaveLength(1);
  await untilAllAgree(urls, height);
});
