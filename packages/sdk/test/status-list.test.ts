import { base64UrlEncode, sha256, utf8Encode } from "@cartorio/crypto";
import {
  didDocumentRecord,
  redactionReason,
  type StatusBitPlace,
  stateKeys,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import {
  CartorioError,
  type CartorioErrorCode,
  didDocument,
  didUpdate,
  fetchProof,
  fetchStatusBit,
  fetchStatusList,
  isApartFromIssuer,
  localSigner,
  type ProofAnswer,
  readProvenStatusBit,
  readProvenStatusList,
  signStatusList,
  statusBit,
  statusListCreate,
  statusListUpdate,
  verifyDid,
  verifyProof,
} from "../src/index.ts";
import { createHarness, type Harness, type TestIssuer } from "./support/harness.ts";

const list = 1;

interface Scene extends Harness {
  readonly issuer: TestIssuer;
  readonly publisher: TestIssuer;
  /** Sets and clears bits of the suspension list in a block of its own; its block time. */
  change(set: readonly number[], clear?: readonly number[]): Promise<number>;
  timeNow(): number;
}

/** A suspension list of the issuer. */
async function createScene(): Promise<Scene> {
  const harness = createHarness();
  const issuer = await harness.createIssuer("issuer");
  const publisher = await harness.createIssuer("publisher");
  const operation = statusListCreate({
    owner: issuer.did,
    expectedCount: 0,
    publisher: publisher.did,
    purpose: "suspension",
  });
  await harness.send(issuer, operation);
  let expectedSequence = 0;
  const timeNow = () => harness.node.chain.latest().header.time;
  async function change(set: readonly number[], clear: readonly number[] = []): Promise<number> {
    const owner = issuer.did;
    await harness.send(issuer, statusListUpdate({ owner, list, set, clear, expectedSequence }));
    expectedSequence += 1;
    return timeNow();
  }
  return { ...harness, issuer, publisher, change, timeNow };
}

/** The code that the promise fails with. */
async function codeOf(promise: Promise<unknown>): Promise<CartorioErrorCode | undefined> {
  try {
    await promise;
    return undefined;
  } catch (error) {
    if (error instanceof CartorioError) return error.code;
    throw error;
  }
}

describe("a status list", () => {
  it("is proven whole, now and at each time that it ever had", async () => {
    const { client, issuer, publisher, change, timeNow } = await createScene();
    const created = timeNow();
    const times = [await change([7, 5000]), await change([9], [7]), await change([131_071])];
    const owner = issuer.did;
    const now = await fetchStatusList(client, { owner, list });
    expect(now).toMatchObject({
      sequence: 3,
      until: undefined,
      publisher: publisher.did,
      purpose: "suspension",
    });
    const ask = async (time: number) => {
      const { bits, sequence } = await fetchStatusList(client, { owner, list, time });
      return { sequence, set: [7, 9, 5000, 131_071].filter((index) => statusBit(bits, index)) };
    };
    const [first = 0, second = 0, third = 0] = times;
    expect(await ask(created)).toEqual({ sequence: 0, set: [] });
    expect(await ask(first - 1)).toEqual({ sequence: 0, set: [] });
    expect(await ask(first)).toEqual({ sequence: 1, set: [7, 5000] });
    expect(await ask(second)).toEqual({ sequence: 2, set: [9, 5000] });
    expect(await ask(third)).toEqual({ sequence: 3, set: [9, 5000, 131_071] });
  });

  it("is no list before it was created, and says nothing about later", async () => {
    const { client, issuer, change, timeNow } = await createScene();
    const created = timeNow();
    await change([7]);
    const at = (time: number, which = list) => ({ owner: issuer.did, list: which, time });
    expect(await codeOf(fetchStatusList(client, at(created - 1)))).toBe("NOT_FOUND");
    expect(await codeOf(fetchStatusList(client, at(timeNow() + 1)))).toBe("INVALID_OPTIONS");
    expect(await codeOf(fetchStatusList(client, at(timeNow(), 2)))).toBe("NOT_FOUND");
    const bit = { index: 7, allowCorrelation: true } as const;
    expect(await codeOf(fetchStatusBit(client, { ...at(created - 1), ...bit }))).toBe("NOT_FOUND");
    const late = { ...at(timeNow() + 1), ...bit };
    expect(await codeOf(fetchStatusBit(client, late))).toBe("INVALID_OPTIONS");
  });

  it("is proven bit by bit as it is whole, in touched and untouched chunks", async () => {
    const { client, issuer, change, timeNow } = await createScene();
    const times = [
      timeNow(),
      await change([7, 5000]),
      await change([9], [7]),
      await change([5001]),
    ];
    const owner = issuer.did;
    for (const time of [...times, undefined]) {
      const at = time === undefined ? {} : { time };
      const { bits } = await fetchStatusList(client, { owner, list, ...at });
      for (const index of [7, 9, 5000, 5001, 100_000]) {
        const bit = await fetchStatusBit(client, {
          ...{ owner, list, index, ...at },
          allowCorrelation: true,
        });
        expect(bit.value, `${index} at ${time}`).toBe(statusBit(bits, index));
      }
    }
  }, 60_000);

  it("answers no index beyond its end", async () => {
    const { client, issuer } = await createScene();
    const parameters = { owner: issuer.did, list, index: 131_072, allowCorrelation: true } as const;
    expect(await codeOf(fetchStatusBit(client, parameters))).toBe("INVALID_OPTIONS");
  });

  it("asks for one bit only where the caller says that it may be told", async () => {
    const { client, issuer } = await createScene();
    const parameters = { owner: issuer.did, list, index: 1, allowCorrelation: false };
    // @ts-expect-error the type asks for true: this is a caller without types.
    expect(await codeOf(fetchStatusBit(client, parameters))).toBe("INVALID_OPTIONS");
  });
});

describe("a gateway that lies about a status list", () => {
  it.each<[string, Partial<StatusBitPlace>]>([
    ["the place before it was set", { sequence: 1, chunkSequence: 0, nextChunkSequence: 2 }],
    ["an older chunk at the right version", { chunkSequence: 0, nextChunkSequence: 0 }],
    ["an older chunk, and the latest as the next", { chunkSequence: 0, nextChunkSequence: 4 }],
    ["an older chunk, and itself as the next", { chunkSequence: 2, nextChunkSequence: 2 }],
    ["a chunk that does not exist", { chunkSequence: 3, nextChunkSequence: 0 }],
    ["a version that is later", { sequence: 4 }],
    ["a version that does not exist", { sequence: 9 }],
  ])("is caught: %s", async (_, lie) => {
    const { client, issuer, change } = await createScene();
    await change([5000]);
    await change([7]);
    const time = await change([5001]);
    await change([], [7]);
    const question = { kind: "statusBit", owner: issuer.did, list, index: 7 } as const;
    const truth = { sequence: 3, chunkSequence: 2, nextChunkSequence: 4 };
    const judge = async (at: StatusBitPlace) => {
      const { state } = await fetchProof(client, { questions: [{ ...question, at }] });
      return readProvenStatusBit(state, { ...question, time, at });
    };
    expect(await judge(truth)).toMatchObject({ ok: true, value: { value: true, sequence: 3 } });
    expect(await judge({ ...truth, ...lie })).toMatchObject({ ok: false, code: "PROOF_INVALID" });
  });

  it("cannot choose the version for a time that is no number", async () => {
    const { client, issuer, change } = await createScene();
    await change([7]);
    const question = { kind: "statusBit", owner: issuer.did, list, index: 7 } as const;
    const at = { sequence: 0, chunkSequence: 0, nextChunkSequence: 1 };
    const { state } = await fetchProof(client, { questions: [{ ...question, at }] });
    for (const time of [Number.NaN, -1, 0.5]) {
      expect(readProvenStatusBit(state, { ...question, time, at })).toMatchObject({
        ok: false,
        code: "INVALID_OPTIONS",
        field: "time",
      });
    }
  });

  it("is not asked about a part of an index, at which no bit is set", async () => {
    const { client, issuer, change } = await createScene();
    await change([7]);
    const question = { kind: "statusBit", owner: issuer.did, list, index: 7 } as const;
    const { state } = await fetchProof(client, { questions: [question] });
    for (const index of [7.5, Number.NaN, -1]) {
      expect(readProvenStatusBit(state, { ...question, index })).toMatchObject({
        ok: false,
        code: "INVALID_OPTIONS",
        field: "index",
      });
    }
  });

  it("is caught with other bits, and with the version before", async () => {
    const { client, issuer, change } = await createScene();
    await change([7]);
    await change([9]);
    const owner = issuer.did;
    const { bits } = await fetchStatusList(client, { owner, list });
    const judge = async (sequence: number, some: Uint8Array) => {
      const question = { owner, list, sequence };
      const { state } = await fetchProof(client, {
        questions: [{ kind: "statusList", ...question }],
      });
      return readProvenStatusList(state, { ...question, bits: some });
    };
    expect(await judge(2, bits)).toMatchObject({ ok: true });
    const other = bits.slice();
    other[0] = (other[0] ?? 0) & 0xbf & ~1;
    expect(await judge(2, other)).toMatchObject({ ok: false, field: "bits" });
    expect(await judge(2, bits.subarray(0, -256))).toMatchObject({ ok: false, field: "bits" });
    const older = other.slice();
    expect(await judge(1, older)).toMatchObject({ ok: false, field: "statusListVersion" });
  });

  it("cannot put an old list in the place of the one of now", async () => {
    const { node, client, issuer, change } = await createScene();
    const owner = issuer.did;
    await change([7]);
    const old = await fetchStatusList(client, { owner, list });
    await change([9]);
    const { request } = client.transport;
    const lying = {
      ...client,
      transport: {
        ...client.transport,
        request: async (...call: Parameters<typeof request>) => {
          const answer = await request.apply(client.transport, call);
          if (call[0] !== "status_getList") return answer;
          const { sequence, time } = old;
          return { ...Object(answer), sequence, bits: base64UrlEncode(old.bits), time };
        },
      },
    };
    expect(node.chain.latest().header.height).toBeGreaterThan(0);
    expect(await codeOf(fetchStatusList(lying, { owner, list }))).toBe("PROOF_INVALID");
  });

  it("cannot give a state of long ago as now where the caller bounds its age", async () => {
    const { client, clock, issuer, change } = await createScene();
    const held = await change([7]);
    const parameters = { owner: issuer.did, list, maximumProofAgeMs: 60_000 };
    const bit = { ...parameters, index: 7, allowCorrelation: true } as const;
    // The gateway goes on answering from the block of then.
    const at = (now: number) => ({ ...client, clock: { ...clock, now: () => now } });
    const [fresh, late] = [at(held + 60_000), at(held + 60_001)];
    expect(await fetchStatusList(fresh, parameters)).toMatchObject({ sequence: 1 });
    expect(await fetchStatusBit(fresh, bit)).toMatchObject({ value: true });
    expect(await codeOf(fetchStatusList(late, parameters))).toBe("PROOF_STALE");
    expect(await codeOf(fetchStatusBit(late, bit))).toBe("PROOF_STALE");
    expect(await codeOf(fetchStatusBit(late, { ...bit, time: held }))).toBe("PROOF_STALE");
  });

  it("cannot leave out the record of the list", async () => {
    const { node, anchor, issuer, clock } = await createScene();
    const other = [stateKeys.statusList(issuer.did, 2), stateKeys.statusListHead(issuer.did, 2)];
    const bundle: ProofAnswer["bundle"] = node.chain.proof(other);
    const question = { kind: "statusList", owner: issuer.did, list, sequence: 0 } as const;
    const state = verifyProof({ bundle, anchor, questions: [question], now: clock.now() });
    expect(state).toMatchObject({ ok: false });
  });
});

describe("the publisher of a list", () => {
  it("gets nothing encoded once its key speaks for the issuer; the state proof goes on", async () => {
    const { client, issuer, publisher, send } = await createScene();
    const ask = (encoding: string) =>
      client.transport.request("status_getList", { owner: issuer.did, list, encoding });
    expect(await ask("bitstring")).toMatchObject({ bits: expect.stringMatching(/^uH4sI/) });
    const document = didDocument({
      methods: [issuer, publisher].map(({ signer }) => ({
        multikey: signer.multikey,
        relationships: ["assertionMethod"] as const,
      })),
    });
    await send(issuer, didUpdate({ did: issuer.did, expectedVersion: 1, document }));
    expect(await codeOf(ask("bitstring"))).toBe("STATUS_PUBLISHER_INVALID");
    expect(await codeOf(ask("token"))).toBe("STATUS_PUBLISHER_INVALID");
    expect(await fetchStatusList(client, { owner: issuer.did, list })).toMatchObject({
      sequence: 0,
    });
  });

  it("gets nothing encoded while a document that would show its keys was dropped", async () => {
    for (const whose of ["issuer", "publisher"] as const) {
      const scene = await createScene();
      const { client, issuer, node } = scene;
      const key = stateKeys.didDocument(scene[whose].did, 1);
      const hash = sha256(node.chain.get(key) ?? new Uint8Array());
      const redaction = { hash, time: 1, height: 1, proposal: 1, reason: redactionReason.other };
      node.chain.put(key, didDocumentRecord.encode({ document: undefined, redaction }));
      node.sealBlock();
      const params = { owner: issuer.did, list, encoding: "bitstring" };
      const asked = client.transport.request("status_getList", params);
      expect(await codeOf(asked), whose).toBe("STATUS_PUBLISHER_INVALID");
    }
  });

  const multikeys = ["ed25519", "p256"] as const;
  it.each(multikeys)("is not one whose %s key speaks for the issuer", async (kind) => {
    const signer = localSigner(kind, sha256(utf8Encode("publisher key")));
    const other = localSigner(kind, sha256(utf8Encode("issuer key")));
    const { client, anchor, clock, issuer } = await createScene();
    const { bundle } = await fetchProof(client, { questions: [{ kind: "did", did: issuer.did }] });
    const proven = verifyDid({ bundle, anchor, now: clock.now(), did: issuer.did });
    const document = proven.ok ? (proven.value.document ?? {}) : {};
    expect(isApartFromIssuer(document, issuer.signer.multikey)).toBe(false);
    expect(isApartFromIssuer(document, signer.multikey)).toBe(true);
    const credential = { id: "https://a.example/1", type: ["VerifiableCredential"] };
    const input = {
      credential,
      verificationMethod: "did:example:a#b",
      created: "2026-01-01T00:00:00Z",
      issuerDocument: document,
    };
    expect(await signStatusList({ ...input, signer: other })).toMatchObject({
      ...credential,
      proof: { proofPurpose: "assertionMethod" },
    });
    expect(await codeOf(signStatusList({ ...input, signer: issuer.signer }))).toBe(
      "STATUS_PUBLISHER_INVALID",
    );
  });
});

it("an update names each index once, in ascending order", () => {
  const operation = statusListUpdate({ owner: "did:a", list, set: [9, 3], clear: [3, 1] });
  expect(operation).toMatchObject({
    value: {
      changes: [
        { index: 1, value: false },
        { index: 3, value: true },
        { index: 9, value: true },
      ],
    },
  });
});
