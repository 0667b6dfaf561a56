import {
  emptyProposal,
  encodeBlock,
  encodeHeader,
  type FinalityCertificate,
  headerHash,
  proposalDigest,
  type ValidatorSet,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { type ProofContext, proveBlocks } from "../src/proven-blocks.ts";

const key = (content: number): Uint8Array => new Uint8Array(32).fill(content);
const validators: ValidatorSet = {
  epoch: 0,
  activationHeight: 1,
  validators: [1, 2, 3, 4].map((index) => ({
    member: `did:cartorio:t:z${index}`,
    validatorKey: key(index),
    nodeKey: key(100 + index),
    addresses: [],
    incarnation: new Uint8Array(0),
  })),
};
const context: ProofContext = {
  chainId: key(9),
  parentHash: key(0),
  parentEpoch: 0,
  fromHeight: 1,
  validatorSetAt: () => validators,
  verify: (publicKey, _message, signature) => signature[0] === publicKey[0],
};

function certificateOf(height: number, hash: Uint8Array, signers = [0, 1, 2]): FinalityCertificate {
  const signatures = signers.map((validator) => ({
    validator,
    signature: new Uint8Array(64).fill(validator + 1),
  }));
  return { epoch: 0, height, headerHash: hash, signatures };
}

interface Link {
  readonly hash: Uint8Array;
  readonly item: (certificate?: FinalityCertificate, proposal?: Uint8Array) => Uint8Array;
}

function link(height: number, parentHash: Uint8Array, epoch = 0): Link {
  const proposal = emptyProposal(epoch, height);
  const roots = { transactionsRoot: key(1), receiptsRoot: key(1), stateRoot: key(1) };
  const header = encodeHeader({
    ...{ parentHash, epoch, height, time: height, proposalDigest: proposalDigest(proposal) },
    ...{ ...roots, nextValidatorSetHash: key(1), protocolVersion: 1 },
  });
  return {
    hash: headerHash(header),
    item: (certificate, other = proposal) =>
      encodeBlock({ header, proposal: other, envelopes: [], receipts: [], certificate }),
  };
}

const first = link(1, key(0));
const second = link(2, first.hash);
const third = link(3, second.hash);
const proof = certificateOf(2, second.hash);
const heights = (items: readonly Uint8Array[], change: Partial<ProofContext> = {}) =>
  proveBlocks(items, { ...context, ...change })?.map((block) => block.header.height);

describe("blocks of a peer", () => {
  it("are proven by their own or a later certificate, and no further", () => {
    expect(heights([first.item(), second.item(proof), third.item()])).toEqual([1, 2]);
    expect(heights([first.item()])).toEqual([]);
  });

  it.each([
    ["a certificate with too few signers", second.item(certificateOf(2, second.hash, [0, 1]))],
    ["a certificate of another header", second.item(certificateOf(2, third.hash))],
    ["a certificate of another height", second.item(certificateOf(3, second.hash))],
    ["a block that does not follow", link(2, key(7)).item()],
    ["a gap", third.item()],
    ["a proposal that is not the header's", second.item(proof, emptyProposal(0, 5))],
    ["bytes that do not decode", key(1)],
  ])("are refused with %s", (_name, item) => {
    expect(heights([first.item(certificateOf(1, first.hash)), item])).toBeUndefined();
  });

  it("are refused when a signature is false", () => {
    expect(heights([first.item(), second.item(proof)], { verify: () => false })).toBeUndefined();
  });
});

describe("blocks across the border of two epochs", () => {
  const next: ValidatorSet = { ...validators, epoch: 1, activationHeight: 3 };
  const newer = link(3, second.hash, 1);
  const certify = (epoch: number, height: number, hash: Uint8Array): FinalityCertificate => ({
    ...certificateOf(height, hash),
    epoch,
  });
  const known = (height: number): ValidatorSet => (height < 3 ? validators : next);
  const over = newer.item(certify(1, 3, newer.hash));

  it("are proven each by the set of its height, if the last one of the old has its own proof", () => {
    const items = [first.item(), second.item(proof), over];
    expect(heights(items, { validatorSetAt: known })).toEqual([1, 2, 3]);
    // A later certificate proves the bytes, but leaves a hole in the light client's chain.
    const holed = [first.item(), second.item(), over];
    expect(heights(holed, { validatorSetAt: known })).toEqual([]);
  });

  it("end at the border while the next set is not known", () => {
    const items = [first.item(), second.item(proof), over];
    const soFar = (height: number): ValidatorSet | undefined =>
      height === 1 ? validators : undefined;
    expect(heights(items, { validatorSetAt: soFar })).toEqual([1, 2]);
    // A set goes on to verify as long as the headers name no other epoch.
    expect(heights([first.item(), second.item(proof)], { validatorSetAt: soFar })).toEqual([1, 2]);
  });

  it("go on from the last height of the old set", () => {
    const at = { parentHash: second.hash, fromHeight: 3, validatorSetAt: known };
    expect(heights([over], at)).toEqual([3]);
    const old = link(3, second.hash, 0);
    expect(heights([old.item(certify(0, 3, old.hash))], at)).toEqual([]);
    expect(heights([newer.item(certify(0, 3, newer.hash))], at)).toBeUndefined();
  });
});
