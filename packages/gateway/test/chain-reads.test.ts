// Pages of blocks, validator sets, the chain of their changes, parameters in force.
import { base64UrlDecode, ed25519Verify, hexEncode } from "@cartorio/crypto";
import {
  decodeFinalityCertificate,
  decodeHeader,
  decodeValidatorSet,
  defaultParameters,
  didDocumentRecord,
  documentHash,
  encodeValidatorSet,
  headerHash,
  limits,
  parametersRecord,
  quorum,
  redactionReason,
  stateKeys,
  type ValidatorSet,
  validatorSetHash,
  validatorsHeadRecord,
  verifyFinalityCertificate,
} from "@cartorio/protocol";
import { beforeEach, describe, expect, it } from "vitest";
import type { NodeApi } from "../src/index.ts";
import { createExampleNetwork, type ExampleNetwork } from "./support/example-network.ts";
import { type TestServer, testServer } from "./support/http.ts";

let network: ExampleNetwork;
let server: TestServer;
beforeEach(async () => {
  network = await createExampleNetwork();
  server = testServer(network.node.api);
});

type Answer = Readonly<Record<string, unknown>>;

async function call(method: string, params: unknown, target = server): Promise<Answer> {
  return (await target.call(method, params)) as Answer;
}

const heightsOf = ({ blocks }: Answer): unknown =>
  (blocks as { readonly header: { readonly height: number } }[]).map(({ header }) => header.height);

describe("chain_getBlocks", () => {
  it("pages up to the newest one, each block once, as chain_getBlock has it", async () => {
    const first = await call("chain_getBlocks", { from: 0, count: 3 });
    expect(heightsOf(first)).toEqual([0, 1, 2]);
    expect(first).toMatchObject({ next: 3, certifiedHeight: 3 });
    const second = await call("chain_getBlocks", { from: first["next"], count: 3 });
    expect(heightsOf(second)).toEqual([3]);
    expect(second["next"]).toBeNull();
    const [block] = second["blocks"] as unknown[];
    expect(block).toEqual(await call("chain_getBlock", { height: 3 }));
  });

  it("begins at block 1, or at the newest one going down to the genesis", async () => {
    expect(heightsOf(await call("chain_getBlocks", {}))).toEqual([1, 2, 3]);
    const down = await call("chain_getBlocks", { newestFirst: true, count: 2 });
    expect(heightsOf(down)).toEqual([3, 2]);
    const rest = await call("chain_getBlocks", { newestFirst: true, from: down["next"] });
    expect(heightsOf(rest)).toEqual([1, 0]);
    expect(rest["next"]).toBeNull();
  });

  it("has none above the newest one, where a follower asks again", async () => {
    const none = { blocks: [], next: null, certifiedHeight: 3 };
    expect(await call("chain_getBlocks", { from: 4 })).toEqual(none);
    network.node.sealBlock();
    expect(heightsOf(await call("chain_getBlocks", { from: 4 }))).toEqual([4]);
    expect(heightsOf(await call("chain_getBlocks", { from: 9, newestFirst: true }))).toEqual([
      4, 3, 2, 1, 0,
    ]);
  });

  it("shows nothing that is committed only", async () => {
    const api: NodeApi = {
      ...network.node.api,
      status: async () => ({ ...(await network.node.api.status()), certifiedHeight: 2 }),
    };
    const page = await call("chain_getBlocks", { from: 1 }, testServer(api));
    expect(heightsOf(page)).toEqual([1, 2]);
    expect(page["next"]).toBeNull();
  });

  it("ends a page early where blocks are large, never before the first one", async () => {
    const large = new Uint8Array(600 * 1024);
    const api: NodeApi = {
      ...network.node.api,
      async block(at) {
        const block = await network.node.api.block(at);
        return block && { ...block, envelopes: [large, ...block.envelopes] };
      },
    };
    const target = testServer(api);
    const page = await call("chain_getBlocks", { from: 1 }, target);
    expect(heightsOf(page)).toEqual([1, 2]);
    expect(page["next"]).toBe(3);
  });

  it("keeps back what governance dropped, as chain_getBlock does", async () => {
    const { node, values } = network;
    const shown = await call("chain_getBlocks", { from: 1, count: 1, envelopes: true });
    expect(shown["blocks"]).toMatchObject([{ envelopes: [values["envelope"]] }]);
    const key = stateKeys.didDocument(values["did"] ?? "", 1);
    const hash = documentHash(node.chain.get(key) ?? new Uint8Array());
    const reason = redactionReason.personalData;
    const redaction = { hash, time: 1, height: 3, proposal: 1, reason };
    node.chain.put(key, didDocumentRecord.encode({ document: undefined, redaction }));
    node.sealBlock();
    const kept = await call("chain_getBlocks", { from: 1, count: 1, envelopes: true });
    expect(kept["blocks"]).toMatchObject([{ envelopes: [null] }]);
  });
});

/** Makes the next block the last one of its epoch, and one more under the new set. */
function changeSet(): void {
  network.node.chain.changeSet();
  network.node.sealBlock();
  network.node.sealBlock();
}

describe("chain_getValidators", () => {
  it("gives the set of the next height, or of an older one after a change", async () => {
    const before = await call("chain_getValidators", {});
    expect(before).toMatchObject({ forHeight: 4, epoch: 0, activationHeight: 1, quorum: 3 });
    expect(before["validators"]).toHaveLength(4);
    changeSet();
    const after = await call("chain_getValidators", {});
    expect(after).toMatchObject({ forHeight: 6, epoch: 1, activationHeight: 5, height: 5 });
    expect(after["hash"]).not.toBe(before["hash"]);
    for (const [height, epoch] of [
      [0, 0],
      [4, 0],
      [5, 1],
    ]) {
      expect(await call("chain_getValidators", { height })).toMatchObject({ epoch });
    }
  });

  it("is the set that the header before names, with the proof of its record", async () => {
    changeSet();
    const answer = await call("chain_getValidators", { height: 5, proof: true });
    const { header } = (await call("chain_getHeader", { height: 4 })) as { header: Answer };
    expect(header["nextValidatorSetHash"]).toBe(answer["hash"]);
    expect(answer["proof"]).toMatchObject({ height: 5 });
  });

  it("does not guess what a change to come may reach, nor what an older state did not know", async () => {
    const known = 3 + limits.window + 1;
    expect(await call("chain_getValidators", { height: known })).toMatchObject({ epoch: 0 });
    const beyond = call("chain_getValidators", { height: known + 1 });
    await expect(beyond).rejects.toThrow("NOT_READY");
    const past = call("chain_getValidators", { height: known, atHeight: 2 });
    await expect(past).rejects.toThrow("NOT_READY");
    changeSet();
    const earlier = call("chain_getValidators", { height: 5, atHeight: 3 });
    await expect(earlier).rejects.toThrow("NOT_FOUND");
  });
});

it("chain_getValidators does not give a set that a recovery replaced before it began", async () => {
  const { chain } = network.node;
  const waiting = { ...decodedOf(decodeValidatorSet(chain.validatorSet(1))), epoch: 1 };
  const replaced = encodeValidatorSet({ ...waiting, activationHeight: 20 });
  chain.put(stateKeys.validatorSet(1), replaced);
  network.node.sealBlock();
  changeSet();
  expect(await call("chain_getValidators", { height: 6 })).toMatchObject({ epoch: 1 });
  const before = call("chain_getValidators", { height: 6, atHeight: 4 });
  await expect(before).rejects.toThrow("NOT_FOUND");
});

interface Link {
  readonly epoch: number;
  readonly header: string;
  readonly certificate: string;
  readonly validatorSet: string;
}

const bytes = (text: unknown): Uint8Array => base64UrlDecode(String(text)) ?? new Uint8Array();

function decodedOf<T>(
  decoded: { readonly ok: true; readonly value: T } | { readonly ok: false },
): T {
  if (!decoded.ok) throw new Error("does not decode");
  return decoded.value;
}

/** What a light client does with a link: the set that it may trust next. */
function walk(trusted: ValidatorSet, link: Link): ValidatorSet {
  const certificate = decodedOf(decodeFinalityCertificate(bytes(link.certificate)));
  const { chainId } = network.node.chain;
  const isSigned = verifyFinalityCertificate(certificate, trusted, chainId, ed25519Verify);
  expect(isSigned).toBe(true);
  const header = bytes(link.header);
  expect(hexEncode(certificate.headerHash)).toBe(hexEncode(headerHash(header)));
  return named(header, bytes(link.validatorSet));
}

function named(header: Uint8Array, set: Uint8Array): ValidatorSet {
  const { nextValidatorSetHash } = decodedOf(decodeHeader(header));
  expect(hexEncode(validatorSetHash(set))).toBe(hexEncode(nextValidatorSetHash));
  return decodedOf(decodeValidatorSet(set));
}

describe("chain_getValidatorChain", () => {
  it("has no change where there was none", async () => {
    const answer = await call("chain_getValidatorChain", {});
    expect(answer).toMatchObject({ anchor: { height: 0 }, changes: [], next: null, height: 3 });
  });

  it("leads a light client from the genesis to the newest set, page by page", async () => {
    for (let change = 0; change < 3; change += 1) changeSet();
    let page = await call("chain_getValidatorChain", { count: 1 });
    const { header, validatorSet } = page["anchor"] as Link;
    let trusted = named(bytes(header), bytes(validatorSet));
    const epochs: number[] = [];
    for (;;) {
      for (const link of page["changes"] as Link[]) {
        trusted = walk(trusted, link);
        epochs.push(trusted.epoch);
      }
      if (page["next"] === null) break;
      page = await call("chain_getValidatorChain", { from: page["next"], count: 1 });
    }
    expect(epochs).toEqual([1, 2, 3]);
    const newest = await call("chain_getValidators", {});
    expect(newest).toMatchObject({ epoch: 3, quorum: quorum(trusted.validators.length) });
    const whole = await call("chain_getValidatorChain", { from: 5 });
    expect((whole["changes"] as Link[]).map(({ epoch }) => epoch)).toEqual([2, 3]);
    expect(whole["next"]).toBeNull();
  });

  it("does not tell a set that waits for its activation", async () => {
    const { chain } = network.node;
    chain.changeSet();
    const head = await call("chain_getValidatorChain", {});
    expect(head).toMatchObject({ changes: [], next: null });
    network.node.sealBlock();
    const known = await call("chain_getValidatorChain", { atHeight: 3 });
    expect(known).toMatchObject({ changes: [], next: null, height: 3 });
    expect((await call("chain_getValidatorChain", {}))["changes"]).toHaveLength(1);
    const later = { ...decodedOf(decodeValidatorSet(chain.validatorSet(5))), epoch: 2 };
    const set = encodeValidatorSet({ ...later, activationHeight: 22 });
    chain.put(stateKeys.validatorSet(2), set);
    chain.put(stateKeys.validatorsHead(), validatorsHeadRecord.encode({ epoch: 2 }));
    network.node.sealBlock();
    const waiting = await call("chain_getValidatorChain", {});
    expect(waiting["changes"]).toMatchObject([{ epoch: 1 }]);
    expect(waiting["next"]).toBeNull();
    const one = await call("chain_getValidatorChain", { count: 1 });
    expect(one["next"]).toBeNull();
  });

  it("says where nobody can walk across, and knows no header above the certified ones", async () => {
    changeSet();
    const api: NodeApi = { ...network.node.api, certificate: async () => undefined };
    const broken = await call("chain_getValidatorChain", {}, testServer(api));
    expect(broken["changes"]).toMatchObject([{ epoch: 1, certificate: null }]);
    await expect(call("chain_getValidatorChain", { from: 99 })).rejects.toThrow("NOT_READY");
  });
});

describe("chain_getParameters", () => {
  function putVersion(version: number, activationHeight: number): void {
    const parameters = { ...defaultParameters, rotationBlocks: version };
    const record = parametersRecord.encode({
      ...{ parameters, version, activationHeight, time: 1, height: activationHeight - 1 },
    });
    network.node.chain.put(stateKeys.parameters(), record);
    network.node.chain.put(stateKeys.parametersVersion(version), record);
  }

  it("gives the version that holds at a height, and the one that follows", async () => {
    expect(await call("chain_getParameters", {})).toMatchObject({
      ...{ forHeight: 4, version: 1, activationHeight: 1, nextVersion: null },
      parameters: defaultParameters,
    });
    for (const [version, height] of [
      [2, 5],
      [3, 8],
      [4, 20],
    ] as const) {
      putVersion(version, height);
    }
    for (let more = 0; more < 6; more += 1) network.node.sealBlock();
    for (const [height, version] of [
      [1, 1],
      [4, 1],
      [5, 2],
      [7, 2],
      [8, 3],
      [19, 3],
      [20, 4],
    ] as const) {
      expect(await call("chain_getParameters", { height })).toMatchObject({ version });
    }
    const now = await call("chain_getParameters", { proof: true });
    expect(now).toMatchObject({
      ...{ forHeight: 10, version: 3, height: 9, proof: { height: 9 } },
      parameters: { rotationBlocks: 3 },
      nextVersion: { version: 4, activationHeight: 20 },
    });
    const newest = await call("governance_getParameters", {});
    expect(newest).toMatchObject({ version: 4, activationHeight: 20 });
  });

  it("does not guess what a change to come may reach", async () => {
    const known = 3 + limits.window + 1;
    expect(await call("chain_getParameters", { height: known })).toMatchObject({ version: 1 });
    const beyond = call("chain_getParameters", { height: known + 1 });
    await expect(beyond).rejects.toThrow("NOT_READY");
  });
});
