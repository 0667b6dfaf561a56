// tx_addSignature behind the gateway: what is kept, whose room it takes, when it is handed in.
import {
  base64UrlEncode,
  encodeMultikey,
  equalBytes,
  p256PublicKey,
  p256Sign,
  sha256,
  utf8Encode,
} from "@cartorio/crypto";
import { CryptoError, CryptoErrorCode, verifySignatureNode } from "@cartorio/crypto/node";
import {
  decodeEnvelope,
  decodeTransaction,
  type ErrorCode,
  encodeEnvelope,
  encodeTransactionBody,
  limits,
  passkeyChallenge,
  signerRole,
  transactionSigningBytes,
} from "@cartorio/protocol";
import { beforeEach, describe, expect, it } from "vitest";
import {
  createPendingEnvelopes,
  type PendingEnvelopes,
  type PendingLimits,
  pendingEnvelope,
  waitingFor,
} from "../src/pending-envelopes.ts";
import {
  createSignatureIntake,
  type SignatureIntake,
  type SignatureIntakeOptions,
} from "../src/signature-intake.ts";
import { anchor, seedOf, type TestMember, testNetwork, transaction } from "./support/genesis.ts";
import { signedOnlyBy } from "./support/partial.ts";

const network = testNetwork(4);
const { chainId } = network.genesis;
const [alpha, beta, gamma, delta] = network.members;
if (!alpha || !beta || !gamma || !delta) throw new Error("the network has four members");

let names = 0;
let ordered: Uint8Array[] = [];
let submitted: Uint8Array[] = [];
let refusal: ErrorCode | undefined;
beforeEach(() => {
  [ordered, submitted, refusal] = [[], [], undefined];
});

/** A transaction of a member with cosigners, whole. */
function whole(by: TestMember, ...cosigners: TestMember[]): Uint8Array {
  names += 1;
  return transaction(network, { by, cosigners, operations: [anchor(by, `signed ${names}`)] });
}
function idOf(bytes: Uint8Array): Uint8Array {
  const decoded = decodeTransaction(bytes, chainId);
  if (!decoded.ok) throw new Error(decoded.code);
  return decoded.value.id;
}

interface Opened {
  readonly intake: SignatureIntake;
  readonly pending: PendingEnvelopes;
  /** The answer in short. */
  readonly add: (bytes: Uint8Array) => Promise<string>;
}

/** Alpha and beta are members. */
function open(change: Partial<SignatureIntakeOptions> = {}, pendingLimits?: PendingLimits): Opened {
  const pending = createPendingEnvelopes(pendingLimits);
  const intake = createSignatureIntake({
    ...{ chainId, pending, maxVerifying: 8, admission: () => undefined },
    verifier: {
      verifyBatch: async (items) =>
        items.map((item) => verifySignatureNode(item.multikey, item.message, item.signature)),
    },
    isKeyOfMember: ({ did }) => did === alpha?.did || did === beta?.did,
    isOrdered: (id) => ordered.some((known) => equalBytes(known, id)),
    submit: async (bytes) => {
      const decoded = decodeTransaction(bytes, chainId);
      if (refusal !== undefined || !decoded.ok) return { ok: false, code: refusal ?? "MALFORMED" };
      submitted.push(bytes);
      return { ok: true, decoded: decoded.value, known: false };
    },
    ...change,
  });
  const add = async (bytes: Uint8Array): Promise<string> => {
    const result = await intake.add(bytes);
    if (!result.ok) return result.code;
    return [result.value.state, ...result.value.missing].join(" ");
  };
  return { intake, pending, add };
}

describe("signatures of several parties", () => {
  it("make the very envelope that all of them would have signed at once, in any order", async () => {
    const { add, pending } = open();
    const bytes = whole(alpha, gamma, delta);
    expect(await add(signedOnlyBy(bytes, [0]))).toBe("waiting 1 2");
    expect(await add(signedOnlyBy(bytes, [2]))).toBe("waiting 1");
    expect(await add(signedOnlyBy(bytes, [2]))).toBe("waiting 1");
    expect(submitted).toEqual([]);
    expect(await add(signedOnlyBy(bytes, [1]))).toBe("submitted");
    expect(submitted).toEqual([bytes]);
    expect(pending.byId.size).toBe(0);
    expect(pending.shares.size).toBe(0);
  });

  it("may come together, also where one is there already, and a whole envelope goes at once", async () => {
    const { add } = open();
    const bytes = whole(alpha, gamma, delta);
    expect(await add(signedOnlyBy(bytes, [0, 2]))).toBe("waiting 1");
    expect(await add(signedOnlyBy(bytes, [1, 2]))).toBe("submitted");
    expect(await add(whole(beta, gamma))).toBe("submitted");
    expect(submitted).toHaveLength(2);
  });

  it("are checked before they are kept: one false one keeps the others out too", async () => {
    const { add, pending } = open();
    const bytes = whole(alpha, gamma, delta);
    const envelope = decodeEnvelope(bytes);
    if (!envelope.ok) throw new Error(envelope.code);
    const [first, second] = envelope.value.signatures;
    const zeros = new Uint8Array(64);
    if (!first || !second) throw new Error("three sign");
    const swapped = encodeEnvelope({ ...envelope.value, signatures: [first, zeros, second] });
    expect(await add(swapped)).toBe("SIGNATURE_INVALID");
    expect(pending.byId.size).toBe(0);
    expect(await add(signedOnlyBy(bytes, [0]))).toBe("waiting 1 2");
    const forged = encodeEnvelope({ ...envelope.value, signatures: [zeros, first, zeros] });
    expect(await add(forged)).toBe("SIGNATURE_INVALID");
    expect(await add(signedOnlyBy(bytes, [2]))).toBe("waiting 1");
  });

  it("open nothing but with one of a member, whoever the body names", async () => {
    const { add, pending } = open();
    const bytes = whole(alpha, gamma);
    expect(await add(signedOnlyBy(bytes, [1]))).toBe("UNAUTHORISED");
    expect(await add(signedOnlyBy(bytes, []))).toBe("SIGNATURE_COUNT");
    expect(pending.byId.size).toBe(0);
    expect(await open({ admission: () => "EXPIRED" }).add(bytes)).toBe("EXPIRED");
  });

  it("are a transaction that is ordered already where that is so", async () => {
    const { add } = open();
    const bytes = whole(alpha, gamma);
    expect(await add(signedOnlyBy(bytes, [0]))).toBe("waiting 1");
    ordered.push(idOf(bytes));
    expect(await add(signedOnlyBy(bytes, [0]))).toBe("submitted");
    const replayed = open({ admission: () => "DUPLICATE_TRANSACTION" });
    expect(await replayed.add(whole(alpha, gamma))).toBe("submitted");
  });

  it("that were asked for and came while it expired are not kept", async () => {
    const { promise, resolve } = Promise.withResolvers<boolean[]>();
    const bytes = whole(alpha, gamma, delta);
    let isSlow = false;
    const { add, intake, pending } = open({
      verifier: {
        verifyBatch: (items) => (isSlow ? promise : Promise.resolve(items.map(() => true))),
      },
    });
    await add(signedOnlyBy(bytes, [0]));
    isSlow = true;
    const late = add(signedOnlyBy(bytes, [1]));
    await intake.blockExecuted(Date.now() + limits.validityWindowMs, []);
    resolve([true]);
    expect(await late).toBe("EXPIRED");
    expect(pending.byId.size).toBe(0);
  });
});

it("what was not checked is not kept, even if the transaction was dropped and opened again meanwhile", async () => {
  const { promise, resolve } = Promise.withResolvers<boolean[]>();
  let isSlow = false;
  const { add, intake, pending } = open({
    verifier: {
      verifyBatch: (items) => (isSlow ? promise : Promise.resolve(items.map(() => true))),
    },
  });
  const bytes = whole(alpha, beta, gamma);
  const id = idOf(bytes);
  await add(signedOnlyBy(bytes, [0]));
  isSlow = true;
  // The first signature is here already, so only the third one is checked.
  const late = add(signedOnlyBy(bytes, [0, 2]));
  isSlow = false;
  await intake.blockExecuted(Date.now(), [id]);
  await add(signedOnlyBy(bytes, [1]));
  resolve([true]);
  expect(await late).toBe("waiting 0");
  expect(pendingEnvelope(pending, id)?.envelope.signatures[0]).toEqual(new Uint8Array(64));
});

it("a passkey's assertion stays with its signature (Web Authentication 7.2)", async () => {
  const { add } = open();
  const secret = seedOf("passkey");
  const signers = [
    { did: alpha.did, multikey: alpha.multikey, role: signerRole.author },
    {
      did: gamma.did,
      multikey: encodeMultikey("p256", p256PublicKey(secret)),
      role: signerRole.cosigner,
    },
  ];
  const body = encodeTransactionBody({
    ...{ chainId, signers, validUntil: Date.now() + 300_000, nonce: new Uint8Array(16) },
    operations: [anchor(alpha, "by passkey")],
  });
  const message = transactionSigningBytes(body);
  const challenge = base64UrlEncode(passkeyChallenge(message));
  const origin = "https://registry.example";
  const clientData = utf8Encode(
    `{"type":"webauthn.get","challenge":"${challenge}","origin":"${origin}"}`,
  );
  const authenticatorData = new Uint8Array(37);
  authenticatorData[32] = 1;
  const assertion = { signer: 1, authenticatorData, clientData };
  const covered = Uint8Array.from([...authenticatorData, ...sha256(clientData)]);
  const second = p256Sign(secret, covered);
  const [zeros, first] = [new Uint8Array(64), alpha.sign(message)];
  expect(await add(encodeEnvelope({ body, signatures: [first, zeros] }))).toBe("waiting 1");
  const bare = encodeEnvelope({ body, signatures: [zeros, second] });
  expect(await add(bare)).toBe("SIGNATURE_INVALID");
  const passkeys = [assertion];
  expect(await add(encodeEnvelope({ body, signatures: [zeros, second], passkeys }))).toBe(
    "submitted",
  );
  expect(submitted).toEqual([encodeEnvelope({ body, signatures: [first, second], passkeys })]);
});

describe("the room for them", () => {
  it("is one member's own: however much others have, it has its share", async () => {
    const { add } = open({}, { maxPerMember: 2, maxBytesPerMember: 1 << 20 });
    for (const expected of ["waiting 1", "waiting 1", "SENDER_LIMIT"])
      expect(await add(signedOnlyBy(whole(alpha, gamma), [0]))).toBe(expected);
    // A member that only co-signs answers for it as well.
    expect(await add(signedOnlyBy(whole(beta, gamma), [0]))).toBe("waiting 1");
    expect(await add(signedOnlyBy(whole(gamma, beta), [1]))).toBe("waiting 0");
    expect(await add(signedOnlyBy(whole(gamma, beta), [1]))).toBe("SENDER_LIMIT");
  });

  it("has a bound in bytes", async () => {
    const bytes = signedOnlyBy(whole(alpha, gamma), [0]);
    const { add } = open({}, { maxPerMember: 9, maxBytesPerMember: bytes.length + 10 });
    expect(await add(bytes)).toBe("waiting 1");
    expect(await add(signedOnlyBy(whole(alpha, gamma), [0]))).toBe("SENDER_LIMIT");
  });

  it("is free again once it was executed elsewhere, or its time has passed", async () => {
    const { add, intake, pending } = open({}, { maxPerMember: 1, maxBytesPerMember: 1 << 20 });
    const bytes = whole(alpha, gamma);
    await add(signedOnlyBy(bytes, [0]));
    await intake.blockExecuted(Date.now(), []);
    expect(pendingEnvelope(pending, idOf(bytes))).toBeDefined();
    await intake.blockExecuted(Date.now(), [idOf(bytes)]);
    const next = whole(alpha, gamma);
    expect(await add(signedOnlyBy(next, [0]))).toBe("waiting 1");
    await intake.blockExecuted(Date.now() + limits.validityWindowMs, []);
    expect(await add(signedOnlyBy(whole(alpha, gamma), [0]))).toBe("waiting 1");
  });

  it("is refused while too many are checked, or the pool is full", async () => {
    const { promise } = Promise.withResolvers<boolean[]>();
    const { add } = open({ maxVerifying: 1, verifier: { verifyBatch: () => promise } });
    void add(whole(alpha, gamma));
    expect(await add(whole(alpha, gamma))).toBe("QUEUE_FULL");
    const full = new CryptoError(CryptoErrorCode.QUEUE_FULL, "full");
    const busy = open({ verifier: { verifyBatch: () => Promise.reject(full) } });
    expect(await busy.add(whole(alpha, gamma))).toBe("QUEUE_FULL");
  });
});

describe("a whole envelope", () => {
  it("that the mempool has no room for is handed in again with the next block", async () => {
    const { add, intake, pending } = open();
    const bytes = whole(alpha, gamma);
    refusal = "MEMPOOL_FULL";
    expect(await add(bytes)).toBe("complete");
    await intake.blockExecuted(Date.now(), []);
    expect(submitted).toEqual([]);
    refusal = undefined;
    await intake.blockExecuted(Date.now(), []);
    expect(submitted).toEqual([bytes]);
    expect(pending.byId.size).toBe(0);
  });

  it("takes its turn: sixteen that have no room for long do not keep the others from being handed in", async () => {
    const { add, intake } = open();
    refusal = "LONG_LIVED_CAP";
    const stuck = Array.from({ length: 16 }, () => whole(alpha, gamma));
    for (const bytes of stuck) expect(await add(bytes)).toBe("complete");
    const last = whole(beta, gamma);
    expect(await add(last)).toBe("complete");
    await intake.blockExecuted(Date.now(), []);
    refusal = undefined;
    await intake.blockExecuted(Date.now(), []);
    expect(submitted.some((bytes) => equalBytes(bytes, last))).toBe(true);
  });

  it("that is refused for good is dropped, with the reason", async () => {
    const { add, pending } = open();
    refusal = "POLICY_REFUSED";
    expect(await add(whole(alpha, gamma))).toBe("POLICY_REFUSED");
    expect(pending.byId.size).toBe(0);
  });
});

it("what waits for a DID is in the order of the ids, and goes on behind one", async () => {
  const { add, pending } = open();
  const envelopes = [1, 2, 3].map(() => whole(alpha, gamma, delta));
  for (const bytes of envelopes) await add(signedOnlyBy(bytes, [0]));
  const ids = envelopes.map(idOf).sort((a, b) => Buffer.compare(a, b));
  const found = (did: string, after?: Uint8Array): Uint8Array[] =>
    waitingFor(pending, did, after).map(({ id }) => id);
  expect(found(gamma.did)).toEqual(ids);
  expect(found(gamma.did, ids[0])).toEqual(ids.slice(1));
  expect(found(alpha.did)).toEqual([]);
  expect(found(beta.did)).toEqual([]);
});
