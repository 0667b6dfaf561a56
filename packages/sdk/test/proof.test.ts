import { concatBytes, sha256, utf8Encode } from "@cartorio/crypto";
import {
  decodeHeader,
  decodeProofBundle,
  encodeHeader,
  encodeProofBundle,
  type ProofBundle,
  type ProofQuestion,
  stateKeys,
} from "@cartorio/protocol";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
  credentialAnchor,
  credentialRevoke,
  type DatedTrustAnchor,
  didDocument,
  didUpdate,
  fetchProof,
  type ProofCheck,
  readProvenDid,
  verifyCredentialAnchor,
  verifyCredentialStatus,
  verifyDid,
  verifyProof,
} from "../src/index.ts";
import { createHarness, type Harness, type TestIssuer } from "./support/harness.ts";

const hash = sha256(utf8Encode("commitment"));
const absent = sha256(utf8Encode("never anchored"));
const DAY_MS = 86_400_000;
let harness: Harness;
let university: TestIssuer;
let hospital: TestIssuer;
let questions: readonly ProofQuestion[];
let bundle: Uint8Array;
let now: number;

beforeAll(async () => {
  harness = createHarness();
  university = await harness.createIssuer("university");
  hospital = await harness.createIssuer("hospital");
  await harness.send(university, credentialAnchor({ issuer: university.did, hash }));
  await harness.send(university, credentialRevoke({ issuer: university.did, commitment: hash }));
  const { did: issuer } = university;
  questions = [
    { kind: "did", did: university.did },
    { kind: "credential", issuer, hash },
    { kind: "status", issuer, commitment: hash },
    { kind: "credential", issuer, hash: absent },
  ];
  bundle = (await fetchProof(harness.client, { questions })).bundle;
  now = harness.clock.now();
});

function check(changes: Partial<ProofCheck> = {}): ReturnType<typeof verifyProof> {
  return verifyProof({ bundle, anchor: harness.anchor, questions, now, ...changes });
}

function forge(change: (genuine: ProofBundle) => ProofBundle): Uint8Array {
  const decoded = decodeProofBundle(bundle);
  if (!decoded.ok) throw new Error(decoded.code);
  return encodeProofBundle(change(decoded.value));
}

function flipped(bytes: Uint8Array, index = 0): Uint8Array {
  return bytes.map((byte, position) => (position === index ? byte ^ 1 : byte));
}

async function bundleFor(question: ProofQuestion): Promise<Uint8Array> {
  return (await fetchProof(harness.newClient(), { questions: [question] })).bundle;
}

describe("a genuine proof", () => {
  it("shows every record asked for, and absence", () => {
    const proven = check();
    if (!proven.ok) throw new Error(proven.code);
    const { record, height } = proven.value;
    expect(height).toBe(4);
    expect(record(stateKeys.credentialAnchor(university.did, hash))).toBeDefined();
    expect(record(stateKeys.credentialAnchor(university.did, absent))).toBeUndefined();
    expect(() => record(stateKeys.didHead(hospital.did))).toThrow("INV-SDK-UNASKED");
  });

  it("renders a DID as the gateway does, and proves that there is none", async () => {
    const { did } = university;
    const own = await bundleFor({ kind: "did", did });
    const input = { anchor: harness.anchor, now };
    const proven = verifyDid({ ...input, bundle: own, did });
    if (!proven.ok) throw new Error(proven.code);
    const resolved = await harness.client.transport.request("did_resolve", { did });
    expect(resolved).toMatchObject({
      document: proven.value.document,
      metadata: proven.value.metadata,
      version: 1,
    });
    const unknown = did.replace(/.{4}$/, "1111");
    const nothing = await bundleFor({ kind: "did", did: unknown });
    expect(verifyDid({ ...input, bundle: nothing, did: unknown })).toEqual({
      ok: false,
      code: "DID_NOT_FOUND",
    });
  });

  it("shows that a DID is of a legal entity, as the gateway does", async () => {
    const legal = createHarness();
    const { did } = await legal.createIssuer("company", true);
    const { did: plain } = await legal.createIssuer("department", false);
    for (const [name, expected] of [
      [did, { legalEntity: true }],
      [plain, undefined],
    ] as const) {
      const questions = [{ kind: "did", did: name }] as const;
      const { state } = await fetchProof(legal.newClient(), { questions });
      const proven = readProvenDid(state, name);
      expect(proven.ok && proven.value.metadata["cartorio"]).toEqual(expected);
      const resolved = await legal.client.transport.request("did_resolve", { did: name });
      expect(proven.ok && resolved).toMatchObject({ metadata: proven.ok && proven.value.metadata });
    }
  });

  it("shows anchor and status", async () => {
    const { did: issuer } = university;
    const input = { anchor: harness.anchor, now, issuer };
    const anchored = await bundleFor({ kind: "credential", issuer, hash });
    expect(verifyCredentialAnchor({ ...input, bundle: anchored, hash })).toMatchObject({
      ok: true,
      value: { issuerVersion: 1, height: 3 },
    });
    const status = await bundleFor({ kind: "status", issuer, commitment: hash });
    expect(verifyCredentialStatus({ ...input, bundle: status, commitment: hash })).toMatchObject({
      value: { status: 3, sequence: 1 },
    });
    const other = await bundleFor({ kind: "status", issuer, commitment: absent });
    expect(verifyCredentialStatus({ ...input, bundle: other, commitment: absent })).toMatchObject({
      value: { status: 1, sequence: 0 },
    });
    const missing = await bundleFor({ kind: "credential", issuer, hash: absent });
    expect(verifyCredentialAnchor({ ...input, bundle: missing, hash: absent })).toEqual({
      ok: false,
      code: "NOT_FOUND",
    });
  });
});

describe("a forged proof", () => {
  it.each<[string, (genuine: ProofBundle) => ProofBundle]>([
    [
      "the anchor's header",
      ({ activations: [first], ...rest }) => ({
        ...rest,
        activations: first ? [{ ...first, header: flipped(first.header, 5) }] : [],
      }),
    ],
    [
      "the validator set",
      ({ activations: [first], ...rest }) => ({
        ...rest,
        activations: first ? [{ ...first, validatorSet: flipped(first.validatorSet, 70) }] : [],
      }),
    ],
    ["no activation", (genuine) => ({ ...genuine, activations: [] })],
    [
      "a repeated activation",
      ({ activations, ...rest }) => ({
        ...rest,
        activations: [...activations, ...activations],
      }),
    ],
    ["the certificate's epoch", (genuine) => changeCertificate(genuine, { epoch: 1 })],
    ["the certificate's height", (genuine) => changeCertificate(genuine, { height: 3 })],
    ["the certificate's header", (genuine) => changeCertificate(genuine, { headerHash: hash })],
    [
      "a signature",
      (genuine) =>
        changeSignatures(genuine, (all) =>
          all.map((item, index) =>
            index === 2 ? { ...item, signature: flipped(item.signature) } : item,
          ),
        ),
    ],
    ["a signature too few", (genuine) => changeSignatures(genuine, (all) => all.slice(1))],
    [
      "a signature under another index",
      (genuine) =>
        changeSignatures(genuine, (all) =>
          all.map((item, index) => (index === 2 ? { ...item, validator: 3 } : item)),
        ),
    ],
    [
      "a tree hash",
      ({ multiproof, ...rest }) => ({
        ...rest,
        multiproof: {
          ...multiproof,
          hashes:
            multiproof.hashes.length > 0 ? multiproof.hashes.map((item) => flipped(item)) : [hash],
        },
      }),
    ],
    [
      "another leaf",
      ({ multiproof, ...rest }) => ({
        ...rest,
        multiproof: {
          ...multiproof,
          others: [...multiproof.others, { key: hash, recordHash: hash }],
        },
      }),
    ],
    [
      "the shape",
      ({ multiproof, ...rest }) => ({
        ...rest,
        multiproof: { ...multiproof, shape: concatBytes(multiproof.shape, Uint8Array.of(0)) },
      }),
    ],
    [
      "a changed record",
      ({ records, ...rest }) => ({
        ...rest,
        records: records.map((record, index) => (index === 1 ? flipped(record, 3) : record)),
      }),
    ],
    [
      "a record that is kept back",
      ({ records, ...rest }) => ({
        ...rest,
        records: records.map((record, index) => (index === 2 ? new Uint8Array() : record)),
      }),
    ],
    [
      "a record where none is",
      ({ records, ...rest }) => ({
        ...rest,
        records: records.map((record, index) => (index === 3 ? (records[1] ?? record) : record)),
      }),
    ],
    ["a record too few", ({ records, ...rest }) => ({ ...rest, records: records.slice(0, -1) })],
    ["a record too many", ({ records, ...rest }) => ({ ...rest, records: [...records, hash] })],
    ["no records", (genuine) => ({ ...genuine, records: [] })],
  ])("is refused: %s", (_, change) => {
    expect(check({ bundle: forge(change) })).toMatchObject({ ok: false, code: "PROOF_INVALID" });
  });

  it.each(["time", "height", "stateRoot", "parentHash", "nextValidatorSetHash"] as const)(
    "is refused: another %s in the header",
    (field) => {
      const forged = forge((genuine) => {
        const header = decodeHeader(genuine.header);
        if (!header.ok) throw new Error(header.code);
        const value = header.value[field];
        const changed = typeof value === "number" ? value + 1 : flipped(value);
        return { ...genuine, header: encodeHeader({ ...header.value, [field]: changed }) };
      });
      expect(check({ bundle: forged })).toMatchObject({ ok: false, code: "PROOF_INVALID" });
    },
  );

  it("is refused: another chain", () => {
    const forged = forge((genuine) => ({ ...genuine, chainId: flipped(genuine.chainId) }));
    expect(check({ bundle: forged })).toEqual({ ok: false, code: "WRONG_CHAIN" });
  });

  it("is refused whichever bit is turned, and any bytes are judged without a throw", () => {
    const bits = fc.nat({ max: bundle.length * 8 - 1 });
    fc.assert(
      fc.property(bits, (bit) => {
        const position = Math.floor(bit / 8);
        const forged = bundle.map((byte, index) =>
          index === position ? byte ^ (1 << (bit % 8)) : byte,
        );
        expect(check({ bundle: forged }).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(check({ bundle: bytes }).ok).toBe(false);
      }),
    );
  }, 60_000);

  it("does not answer another question", async () => {
    const { did: issuer } = university;
    const anchored = await bundleFor({ kind: "credential", issuer, hash });
    const { anchor } = harness;
    const input = { bundle: anchored, anchor, now };
    expect(verifyCredentialAnchor({ ...input, issuer: hospital.did, hash }).ok).toBe(false);
    expect(verifyCredentialAnchor({ ...input, issuer, hash: absent }).ok).toBe(false);
    expect(verifyCredentialStatus({ ...input, issuer, commitment: hash }).ok).toBe(false);
  });

  it("cannot hide a newer version of a DID behind an older head", async () => {
    const own = createHarness("past");
    const issuer = await own.createIssuer("rotating");
    const { did } = issuer;
    const past = own.node.chain.blocks.length - 1;
    const document = didDocument({ methods: [] });
    await own.send(issuer, didUpdate({ did, expectedVersion: 1, document }));
    const keys = [
      stateKeys.didHead(did),
      stateKeys.didVersion(did, 1),
      stateKeys.didDocument(did, 1),
    ];
    const oldBundle = decodeProofBundle(own.node.chain.proof(keys, { height: past }));
    const newBundle = decodeProofBundle(own.node.chain.proof(keys));
    if (!oldBundle.ok || !newBundle.ok) throw new Error("no bundle");
    const input = { anchor: own.anchor, now: own.clock.now(), did };
    const old = encodeProofBundle(oldBundle.value);
    expect(verifyDid({ ...input, bundle: old })).toMatchObject({ value: { version: 1 } });
    const mixed = encodeProofBundle({ ...newBundle.value, records: oldBundle.value.records });
    expect(verifyDid({ ...input, bundle: mixed }).ok).toBe(false);
  });
});

describe("anchors and age", () => {
  it.each<[string, (anchor: DatedTrustAnchor) => DatedTrustAnchor, string]>([
    [
      "another header",
      (anchor) => ({ ...anchor, headerHash: flipped(anchor.headerHash) }),
      "PROOF_INVALID",
    ],
    ["another height", (anchor) => ({ ...anchor, height: 1 }), "PROOF_INVALID"],
    ["a height above the proof", (anchor) => ({ ...anchor, height: 99 }), "PROOF_STALE"],
    ["another chain", (anchor) => ({ ...anchor, chainId: flipped(anchor.chainId) }), "WRONG_CHAIN"],
    ["an anchor of long ago", (anchor) => ({ ...anchor, date: now - 31 * DAY_MS }), "PROOF_STALE"],
  ])("refuses from %s", (_, change, code) => {
    expect(check({ anchor: change(harness.anchor) })).toMatchObject({ ok: false, code });
  });

  it("refuses a proof over its age, and one from the future", () => {
    const maximumProofAgeMs = 300_000;
    expect(check({ maximumProofAgeMs, now: now + 299_000 }).ok).toBe(true);
    expect(check({ maximumProofAgeMs, now: now + 300_001 })).toEqual({
      ok: false,
      code: "PROOF_STALE",
    });
    expect(check({ now: now - 120_000 })).toEqual({ ok: false, code: "CLOCK_SKEW" });
  });

  it("never goes back, and takes no twin of the newest header", () => {
    const proven = check();
    if (!proven.ok) throw new Error(proven.code);
    const { height, headerHash } = proven.value;
    expect(check({ newest: { height, headerHash } }).ok).toBe(true);
    expect(check({ newest: { height: height + 1, headerHash: hash } })).toMatchObject({
      code: "PROOF_STALE",
    });
    expect(check({ newest: { height, headerHash: hash } })).toMatchObject({
      code: "SAFETY_VIOLATION",
    });
  });

  it("keeps the newest height in the client and asks for no less", async () => {
    const client = harness.newClient();
    await fetchProof(client, { questions });
    expect(client.newest()).toMatchObject({ height: 4 });
    client.saw({ height: 50, headerHash: hash });
    await expect(fetchProof(client, { questions })).rejects.toMatchObject({ code: "NOT_READY" });
    client.saw({ height: 2, headerHash: hash });
    expect(client.newest()).toMatchObject({ height: 50 });
  });

  it("refuses a gateway that serves the past although asked for the present", async () => {
    const client = harness.newClient();
    await fetchProof(client, { questions });
    const keys = [stateKeys.didHead(hospital.did)];
    const old = harness.node.chain.proof(keys, { height: 2 });
    const lying = {
      ...client,
      transport: { request: async () => ({ bundle: Buffer.from(old).toString("base64url") }) },
    };
    await expect(fetchProof(lying, { questions: [{ kind: "keys", keys }] })).rejects.toMatchObject({
      code: "PROOF_STALE",
    });
  });

  it("wants an anchor", async () => {
    const client = { ...harness.client, anchor: undefined };
    await expect(fetchProof(client, { questions })).rejects.toMatchObject({
      code: "CONFIG_INVALID",
    });
  });
});

function changeCertificate(
  genuine: ProofBundle,
  changes: Partial<ProofBundle["certificate"]>,
): ProofBundle {
  return { ...genuine, certificate: { ...genuine.certificate, ...changes } };
}

function changeSignatures(
  genuine: ProofBundle,
  change: (
    signatures: ProofBundle["certificate"]["signatures"],
  ) => ProofBundle["certificate"]["signatures"],
): ProofBundle {
  return changeCertificate(genuine, { signatures: change(genuine.certificate.signatures) });
}
