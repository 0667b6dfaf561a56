import { base58btcEncode, concatBytes, utf8Encode } from "@cartorio/crypto";
import { describe, expect, it } from "vitest";
import {
  decodeProposal,
  didOf,
  emptyProposal,
  encodeConsensusMessage,
  encodeNewViewBody,
  encodeProposal,
  encodeViewChangeBody,
  errorCodeOf,
  errorCodes,
  errorNumber,
  limits,
  maximumFaulty,
  multihashText,
  type PreparedCertificate,
  parseDid,
  quorum,
  stateKeys,
  tags,
} from "../src/index.ts";
import { bytes32, chainId } from "./samples.ts";

const names = Object.keys(errorCodes) as (keyof typeof errorCodes)[];

describe("tags", () => {
  it("are visible ASCII and none is a prefix of another", () => {
    const all = Object.values(tags);
    expect(new Set(all).size).toBe(all.length);
    for (const tag of all) {
      expect(tag).toMatch(/^cartorio\/[a-z-]+\/[0-9]+$/);
      expect(all.filter((other) => other !== tag && other.startsWith(tag))).toEqual([]);
    }
  });
});

describe("error codes", () => {
  it("have distinct numbers in their ranges and both texts", () => {
    expect(new Set(names.map(errorNumber)).size).toBe(names.length);
    expect(errorNumber("APPLIED")).toBe(0);
    for (const code of names) {
      const { number, summary, action } = errorCodes[code];
      expect(errorCodeOf(number)).toBe(code);
      expect(number < 3000 && number >= 0).toBe(true);
      expect(summary).toMatch(/^\w.*\.$/);
      expect(action).toMatch(/^[A-Z].*\.$/);
    }
    expect(errorCodeOf(999_999)).toBeUndefined();
  });
});

describe("quorums (docs/consensus.md 1)", () => {
  it.each(Array.from({ length: limits.maxValidators }, (_, index) => index + 1))(
    "n = %i: two quorums share f+1, and Q live members exist when f are down",
    (n) => {
      const f = maximumFaulty(n);
      const q = quorum(n);
      expect(3 * f + 1).toBeLessThanOrEqual(n);
      expect(3 * (f + 1) + 1).toBeGreaterThan(n);
      expect(2 * q - n).toBeGreaterThanOrEqual(f + 1);
      expect(2 * (q - 1) - n).toBeLessThan(f + 1);
      expect(q).toBeLessThanOrEqual(n - f);
    },
  );

  it("has the values of the table", () => {
    expect([1, 4, 5, 6, 7, 8, 9, 10, 31].map(quorum)).toEqual([1, 3, 4, 4, 5, 6, 6, 7, 21]);
  });
});

describe("DIDs", () => {
  const did = didOf("test-net", Uint8Array.of(1, 2, 3));

  it("have one spelling that parses", () => {
    expect(did).toMatch(/^did:cartorio:test-net:zQm[1-9A-HJ-NP-Za-km-z]{44}$/);
    expect(parseDid(did)).toEqual({ network: "test-net", id: did.slice(22) });
    expect(didOf("n".repeat(32), Uint8Array.of(1)).length).toBe(limits.maxDidCharacters);
  });

  it("depend on network and content", () => {
    expect(didOf("other", Uint8Array.of(1, 2, 3)).slice(-47)).not.toBe(did.slice(-47));
    expect(didOf("test-net", Uint8Array.of(1, 2, 4))).not.toBe(did);
  });

  it("are refused in every other form", () => {
    const { id } = parseDid(did) ?? { id: "" };
    const wrong = [
      "",
      "did:cartorio:test-net",
      `${did} `,
      `${did}#key`,
      did.toUpperCase(),
      `did:cartorio:Test:${id}`,
      `did:cartorio::${id}`,
      `did:cartorio:${"n".repeat(33)}:${id}`,
      `did:other:test-net:${id}`,
      `did:cartorio:test-net:${id.slice(1)}`,
      `did:cartorio:test-net:${id}1`,
      `did:cartorio:test-net:${id.replace("Q", "0")}`,
      "x".repeat(100_000),
    ];
    for (const text of wrong) expect(parseDid(text), text.slice(0, 80)).toBeUndefined();
  });

  it("accept exactly the texts of SHA-256 multihashes", () => {
    const textOf =
      (...prefix: number[]) =>
      (fill: number) =>
        `did:cartorio:n:z${base58btcEncode(
          concatBytes(Uint8Array.from(prefix), new Uint8Array(32).fill(fill)),
        )}`;
    const good = textOf(0x12, 0x20);
    expect(parseDid(good(0))).toBeDefined();
    expect(parseDid(good(0xff))).toBeDefined();
    expect(good(0).slice(15)).toBe(multihashText(new Uint8Array(32)));
    for (const [code, length] of [
      [0x12, 0x1f],
      [0x12, 0x21],
      [0x11, 0x20],
      [0x13, 0x20],
    ] as const) {
      expect(parseDid(textOf(code, length)(0xff))).toBeUndefined();
      expect(parseDid(textOf(code, length)(0))).toBeUndefined();
    }
  });
});

describe("state keys", () => {
  it("differ by type and by every part", () => {
    const keys = [
      stateKeys.didHead("a"),
      stateKeys.didHead("b"),
      stateKeys.didVersion("a", 1),
      stateKeys.didVersion("a", 2),
      stateKeys.didVersion("a", 2 ** 32 + 1),
      stateKeys.didDocument("a", 1),
      stateKeys.keyRemoval("a", bytes32("x")),
      stateKeys.keyRemoval("a", bytes32("y")),
      stateKeys.credentialAnchor("a", bytes32("x")),
      stateKeys.credentialStatus("a", bytes32("x")),
      stateKeys.credentialStatus("a", bytes32("y")),
      stateKeys.replayBucket(1),
      stateKeys.longLived("a", 1),
      stateKeys.membersHead(),
      stateKeys.member(0),
      stateKeys.memberByDid("a"),
      stateKeys.parameters(),
      stateKeys.validatorSet(0),
      stateKeys.validatorsHead(),
      stateKeys.validatorReentry(bytes32("x")),
      stateKeys.validatorReentry(bytes32("y")),
    ];
    expect(new Set(keys.map(String)).size).toBe(keys.length);
    expect(keys.every((key) => key.length === 32)).toBe(true);
    expect(() => stateKeys.member(-1)).toThrow(RangeError);
    expect(() => stateKeys.member(0.5)).toThrow(RangeError);
  });

  it("do not confuse neighbouring parts", () => {
    expect(stateKeys.credentialAnchor("ab", utf8Encode("c"))).not.toEqual(
      stateKeys.credentialAnchor("a", utf8Encode("bc")),
    );
  });
});

describe("limits at the maximum", () => {
  const large = Number.MAX_SAFE_INTEGER;
  const signatures = Array.from({ length: limits.maxValidators }, (_, validator) => ({
    validator,
    signature: new Uint8Array(64).fill(255),
  }));
  const prepared = (height: number): PreparedCertificate => ({
    epoch: large,
    view: large,
    height,
    proposalDigest: bytes32("digest"),
    signatures,
  });
  const heights = Array.from({ length: limits.window }, (_, index) => large - 20 + index);

  it("fits the largest NewView and the largest PrePrepare into one frame", () => {
    const body = encodeViewChangeBody({
      chainId,
      epoch: large,
      view: large,
      certificate: { epoch: large, height: large, headerHash: bytes32("header"), signatures },
      prepared: heights.map(prepared),
    });
    const newView = encodeNewViewBody({
      chainId,
      epoch: large,
      view: large,
      viewChanges: signatures
        .slice(0, quorum(limits.maxValidators))
        .map((entry) => ({ body, ...entry })),
      entries: heights.map((height) => ({ height, proposalDigest: bytes32("digest") })),
    });
    const signature = new Uint8Array(64);
    const frame = encodeConsensusMessage({
      kind: "newView",
      value: { body: newView, validator: 30, signature },
    });
    expect(frame.length).toBeLessThanOrEqual(limits.maxConsensusFrameBytes);
    expect(frame.length).toBeGreaterThan(limits.maxConsensusFrameBytes * 0.95);
    const proposal = encodeProposal({
      epoch: large,
      height: large,
      time: limits.maxTimeMs,
      proposer: 30,
      envelopeHashes: Array.from({ length: limits.maxBlockTransactions }, (_, index) =>
        bytes32(String(index)),
      ),
    });
    const value = { view: large, proposal, validator: 30, signature };
    expect(encodeConsensusMessage({ kind: "prePrepare", value }).length).toBeLessThanOrEqual(
      limits.maxConsensusFrameBytes,
    );
  });

  it("has fixed bytes for the empty proposal of a height", () => {
    expect([...emptyProposal(0, 7)]).toEqual([0x10, 7]);
    expect(decodeProposal(emptyProposal(3, 9))).toEqual({
      ok: true,
      value: { epoch: 3, height: 9, time: 0, proposer: 0, envelopeHashes: [] },
    });
  });
});
