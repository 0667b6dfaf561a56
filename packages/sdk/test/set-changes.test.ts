// A light client across changes of the validator set (docs/consensus.md 8, docs/ledger.md 4 and 9).
import { base64UrlEncode, sha256, utf8Encode } from "@cartorio/crypto";
import {
  decodeProofBundle,
  decodeValidatorSet,
  defaultParameters,
  encodeProofBundle,
  type ProofBundle,
  parametersRecord,
  stateKeys,
} from "@cartorio/protocol";
import { beforeAll, describe, expect, it } from "vitest";
import {
  createClient,
  credentialAnchor,
  credentialRevoke,
  type DatedTrustAnchor,
  fetchProof,
  followValidators,
  getBlock,
  getBlocks,
  getDidHistory,
  getParameters,
  getValidatorSet,
  type Transport,
  verifyCredentialStatus,
  verifyProof,
} from "../src/index.ts";
import { createHarness, type Harness, type TestIssuer } from "./support/harness.ts";

const commitment = sha256(utf8Encode("commitment"));
const issuerQuestion = () => [{ kind: "did", did: university.did } as const];
let harness: Harness;
let university: TestIssuer;
/** Activation heights. */
const activations: number[] = [];

function changeSet(): void {
  const { node } = harness;
  node.chain.changeSet();
  activations.push(node.sealBlock().header.height + 1);
}

beforeAll(async () => {
  harness = createHarness();
  university = await harness.createIssuer("university");
  await harness.send(university, credentialAnchor({ issuer: university.did, hash: commitment }));
  changeSet();
  await harness.send(university, credentialRevoke({ issuer: university.did, commitment }));
  changeSet();
  harness.node.sealBlock();
  harness.node.sealBlock();
});

const now = () => harness.clock.now();
function anchorAt(height: number): DatedTrustAnchor {
  const block = harness.node.chain.blocks[height];
  if (block === undefined) throw new Error("no such height");
  const { headerHash, header } = block;
  return { chainId: harness.anchor.chainId, height, headerHash, date: header.time };
}

/** The gateway's bundle, as the client at the anchor gets it, changed on the way. */
async function altered(change: (bundle: ProofBundle) => ProofBundle, anchor = harness.anchor) {
  const { bundle } = await fetchProof(clientAt(anchor), { questions: issuerQuestion() });
  const decoded = decodeProofBundle(bundle);
  if (!decoded.ok) throw new Error(decoded.code);
  const forged = encodeProofBundle(change(decoded.value));
  return verifyProof({ bundle: forged, anchor, questions: issuerQuestion(), now: now() });
}
function clientAt(anchor: DatedTrustAnchor) {
  return createClient({ transport: harness.client.transport, clock: harness.clock, anchor });
}

describe("a client", () => {
  it("walks from genesis over two set changes to what the third set certifies", async () => {
    const { state, bundle } = await fetchProof(harness.newClient(), {
      questions: [{ kind: "status", issuer: university.did, commitment }],
    });
    expect(activations).toEqual([4, 6]);
    expect(state.height).toBe(7);
    const decoded = decodeProofBundle(bundle);
    const links = decoded.ok ? decoded.value.activations : [];
    const sets = links.map(({ validatorSet }) => decodeValidatorSet(validatorSet));
    expect(sets.map((set) => set.ok && set.value.epoch)).toEqual([0, 1, 2]);
    const { anchor } = harness;
    const input = { bundle, anchor, issuer: university.did, commitment, now: now() };
    expect(verifyCredentialStatus(input)).toMatchObject({ ok: true, value: { status: 3 } });
  });

  it("starts from any header, of whatever epoch", async () => {
    for (let height = 0; height <= harness.node.chain.latest().header.height; height += 1) {
      const { state } = await fetchProof(clientAt(anchorAt(height)), {
        questions: issuerQuestion(),
      });
      expect(state.height).toBe(7);
    }
  });

  it("reads the set of a height, with the epoch that a change has to name", async () => {
    const epochs = [];
    for (let height = 1; height <= 7; height += 1) {
      epochs.push((await getValidatorSet(harness.client, { height })).epoch);
    }
    expect(epochs).toEqual([0, 0, 0, 1, 1, 2, 2]);
    expect((await getValidatorSet(harness.client)).epoch).toBe(2);
    const transport: Transport = {
      request: async (method, params) => {
        const answer = await harness.client.transport.request(method, params);
        return { ...(answer as object), validatorSet: "AAAA" };
      },
    };
    const liar = createClient({ transport, clock: harness.clock });
    await expect(getValidatorSet(liar)).rejects.toMatchObject({ code: "ANSWER_INVALID" });
  });
});

type Changed = Record<string, unknown>[];

/** A client whose gateway changes the links of the chain on their way, and gives one at a time. */
function followerOf(change: (links: Changed) => Changed, anchor = harness.anchor) {
  const { transport } = harness.client;
  const altering: Transport = {
    async request(method, params) {
      const answer = (await transport.request(method, { ...params, count: 1 })) as {
        readonly changes: Changed;
      };
      return { ...answer, changes: change(answer.changes) };
    },
  };
  return createClient({ transport: altering, clock: harness.clock, anchor });
}

describe("a client that follows the validator sets", () => {
  it("comes page by page to the one in force, from whatever header it trusts", async () => {
    const newest = await getValidatorSet(harness.client);
    for (const [height, changes] of [
      [0, 2],
      [3, 1],
      [5, 0],
      [7, 0],
    ] as const) {
      const follower = followerOf((links) => links, anchorAt(height));
      const followed = await followValidators(follower);
      expect(followed).toMatchObject({ changes, set: newest, height: Math.max(5, height) });
    }
  });

  it("is not led by a set or a header that the set before did not certify", async () => {
    const other = harness.node.chain.blocks[2];
    const forgeries: readonly (readonly [string, unknown, string])[] = [
      ["validatorSet", base64UrlEncode(harness.node.chain.validatorSet(1)), "PROOF_INVALID"],
      ["header", base64UrlEncode(other?.headerBytes ?? new Uint8Array()), "PROOF_INVALID"],
      ["certificate", null, "PROOF_STALE"],
      ["certificate", "AAAA", "ANSWER_INVALID"],
    ];
    for (const [member, value, code] of forgeries) {
      const liar = followerOf((links) => links.map((link) => ({ ...link, [member]: value })));
      await expect(followValidators(liar), member).rejects.toMatchObject({ code });
    }
    const twice = followerOf((links) => [...links, ...links]);
    await expect(followValidators(twice)).rejects.toMatchObject({ code: "PROOF_INVALID" });
    const idle = followerOf(() => []);
    await expect(followValidators(idle)).rejects.toMatchObject({ code: "ANSWER_INVALID" });
    const old = { ...harness.anchor, date: now() - 31 * 86_400_000 };
    const late = followerOf((links) => links, old);
    await expect(followValidators(late)).rejects.toMatchObject({ code: "PROOF_STALE" });
  });
});

describe("a client that reads the chain", () => {
  it("reads the parameters that hold for a height", async () => {
    const { node, client } = createHarness();
    const since = { version: 1, activationHeight: 1, time: 1, height: 0 };
    const record = parametersRecord.encode({ parameters: defaultParameters, ...since });
    node.chain.put(stateKeys.parameters(), record);
    node.chain.put(stateKeys.parametersVersion(1), record);
    node.sealBlock();
    expect(await getParameters(client, { height: 1 })).toEqual({
      ...{ parameters: defaultParameters, version: 1, activationHeight: 1 },
      ...{ forHeight: 1, height: node.chain.latest().header.height },
    });
  });

  it("pages through blocks and versions", async () => {
    const { client } = harness;
    const first = await getBlocks(client, { from: 0, count: 5 });
    const second = await getBlocks(client, { from: first.next ?? 0, count: 5 });
    const heights = [...first.blocks, ...second.blocks].map(({ height }) => height);
    expect(heights).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(second).toMatchObject({ next: undefined, certifiedHeight: 7 });
    expect(await getBlock(client, { height: 7 })).toEqual(second.blocks.at(-1));
    const { did } = university;
    const history = await getDidHistory(client, { did, atHeight: 7 });
    expect(history).toMatchObject({ latestVersion: 1, versions: [{ number: 1 }], next: undefined });
  });
});

describe("a gateway cannot", () => {
  const refused = { ok: false, code: "PROOF_INVALID" };

  it("leave out a change, or show changes in another order", async () => {
    const order = async (...indexes: readonly number[]) =>
      altered((bundle) => ({
        ...bundle,
        activations: indexes.flatMap((index) => bundle.activations[index] ?? []),
      }));
    expect((await order(0, 1, 2)).ok).toBe(true);
    for (const indexes of [
      [0],
      [0, 1],
      [0, 2],
      [1, 2],
      [0, 2, 1],
      [0, 1, 2, 2],
      [0, 1, 1, 2],
      [],
    ]) {
      expect(await order(...indexes)).toMatchObject(refused);
    }
  });

  it("name another set than the certified header does", async () => {
    const swapped = await altered((bundle) => ({
      ...bundle,
      activations: bundle.activations.map((link, index) =>
        index === 1 ? { ...link, validatorSet: harness.node.chain.validatorSet(7) } : link,
      ),
    }));
    expect(swapped).toMatchObject(refused);
  });

  it("pass off a header that the set before did not certify", async () => {
    const { blocks } = harness.node.chain;
    for (const certificate of [undefined, blocks[2]?.certificate, blocks[4]?.certificate]) {
      const forged = await altered((bundle) => ({
        ...bundle,
        activations: bundle.activations.map((link, index) =>
          index === 1 ? { ...link, certificate } : link,
        ),
      }));
      expect(forged).toMatchObject(refused);
    }
  });

  it("take the client back: not below its anchor, not below what it has seen", async () => {
    const client = harness.newClient();
    await fetchProof(client, { questions: issuerQuestion() });
    const { chain } = harness.node;
    const transport: Transport = {
      request: async (method, params) => {
        const answer = await harness.client.transport.request(method, params);
        const { keys } = answer as { keys: string[] };
        const old = chain.proof(
          keys.map((key) => Uint8Array.from(Buffer.from(key, "hex"))),
          { height: 5 },
        );
        return { ...(answer as object), bundle: Buffer.from(old).toString("base64url") };
      },
    };
    const newest = client.newest();
    if (newest === undefined) throw new Error("nothing seen");
    const { clock, anchor } = harness;
    const back = createClient({ transport, clock, anchor, newest });
    await expect(fetchProof(back, { questions: issuerQuestion() })).rejects.toMatchObject({
      code: "PROOF_STALE",
    });
    const fresh = createClient({ transport, clock, anchor });
    const { state } = await fetchProof(fresh, { questions: issuerQuestion() });
    expect(state.height).toBe(5);
  });
});
