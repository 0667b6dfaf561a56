import { decodeTransaction, type Envelope, encodeEnvelope, limits } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import {
  createPendingEnvelopes,
  encodedLength,
  keepSignatures,
  missingIn,
  pendingEnvelope,
  removePending,
} from "../src/pending-envelopes.ts";
import { anchor, testNetwork, transaction } from "./support/genesis.ts";

const network = testNetwork(4);
const [alpha, beta] = network.members;
if (!alpha || !beta) throw new Error("the network has members");

let names = 0;
/** A transaction of two; `change` puts other parts into its envelope. */
function decodedWith(change: Partial<Envelope> = {}) {
  names += 1;
  const operations = [anchor(alpha as NonNullable<typeof alpha>, `pending ${names}`)];
  const bytes = transaction(network, {
    ...{ by: alpha as NonNullable<typeof alpha>, operations },
    cosigners: [beta as NonNullable<typeof beta>],
  });
  const decoded = decodeTransaction(bytes, network.genesis.chainId);
  if (!decoded.ok) throw new Error(decoded.code);
  return { ...decoded.value, envelope: { ...decoded.value.envelope, ...change } };
}
const signed = (index: number): Uint8Array[] =>
  [0, 1].map((place) => new Uint8Array(64).fill(place === index ? 7 : 0));
const passkey = (signer: number, bytes: number) => ({
  ...{ signer, authenticatorData: new Uint8Array(37), clientData: new Uint8Array(bytes) },
});

describe("the length of an envelope", () => {
  it.each([
    [{}],
    [{ passkeys: [passkey(0, 1)] }],
    [{ passkeys: [passkey(0, 90), passkey(1, 91)] }],
    [{ passkeys: [passkey(1, 127), passkey(15, 2048)] }],
    [{ body: new Uint8Array(127) }],
    [{ body: new Uint8Array(128) }],
    [{ body: new Uint8Array(16_383) }],
    [{ body: new Uint8Array(16_384) }],
  ])("is that of its encoding: %#", (change) => {
    const { envelope } = decodedWith(change);
    expect(encodedLength(envelope)).toBe(encodeEnvelope(envelope).length);
  });
});

describe("signatures that make an envelope longer", () => {
  it("envelope-too-long-together: are refused where each part was short enough by itself", () => {
    const pending = createPendingEnvelopes();
    // With the second passkey a few bytes above the bound, by what the encoding adds to its parts.
    const body = new Uint8Array(limits.maxEnvelopeBytes - 2 * 66 - 4 - 2 * (37 + 2000 + 4));
    const first = decodedWith({ body, signatures: signed(0), passkeys: [passkey(0, 2000)] });
    expect(keepSignatures(pending, first, "alpha")).toBeUndefined();
    const passkeys = [passkey(1, 2000)];
    const second = { ...first, envelope: { body, signatures: signed(1), passkeys } };
    expect(keepSignatures(pending, second, "alpha")).toBe("TOO_LARGE");
    const kept = pendingEnvelope(pending, first.id);
    expect(kept && missingIn(kept.envelope)).toEqual([1]);
    expect(kept && encodeEnvelope(kept.envelope).length).toBe(kept?.byteLength);
  });

  it("stay within the share of the member that opened it", () => {
    const first = decodedWith({ signatures: signed(0) });
    const maxBytesPerMember = encodedLength(first.envelope) + 100;
    const pending = createPendingEnvelopes({ maxPerMember: 9, maxBytesPerMember });
    expect(keepSignatures(pending, first, "alpha")).toBeUndefined();
    const passkeys = [passkey(1, 2000)];
    const second = { ...first, envelope: { ...first.envelope, signatures: signed(1), passkeys } };
    expect(keepSignatures(pending, second, "beta")).toBe("SENDER_LIMIT");
    const third = { ...first, envelope: { ...first.envelope, signatures: signed(1) } };
    expect(keepSignatures(pending, third, "beta")).toBeUndefined();
    expect([...pending.shares.keys()]).toEqual(["alpha"]);
  });
});

it("what goes leaves its bytes to what comes", () => {
  const [first, second, third] = [decodedWith(), decodedWith(), decodedWith()];
  const maxBytesPerMember = 2 * encodedLength(first.envelope) + 10;
  const pending = createPendingEnvelopes({ maxPerMember: 9, maxBytesPerMember });
  expect(keepSignatures(pending, first, "alpha")).toBeUndefined();
  expect(keepSignatures(pending, second, "alpha")).toBeUndefined();
  expect(keepSignatures(pending, third, "alpha")).toBe("SENDER_LIMIT");
  removePending(pending, first.id);
  removePending(pending, first.id);
  expect(keepSignatures(pending, third, "alpha")).toBeUndefined();
});
