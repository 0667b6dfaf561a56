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

function link(height: number, parentHash: Uint8Array): Link {
  const proposal = emptyProposal(0, height);
  const roots = { transactionsRoot: key(1), receiptsRoot: key(1), stateRoot: key(1) };
  const header = encodeHeader({
    ...{ parentHash, epoch: 0, height, time: height, proposalDigest: proposalDigest(proposal) },
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
