import { describe, expect, it } from "vitest";
import {
  type FinalityCertificate,
  quorum,
  type ValidatorSet,
  type ValidatorSignature,
  verifyFinalityCertificate,
  verifyPreparedCertificate,
} from "../src/index.ts";
import { ed25519Verify } from "./ed25519.ts";
import * as samples from "./samples.ts";

const { chainId, finalityCertificate, preparedCertificate, validatorSet } = samples;

const verifyFinality = (certificate: FinalityCertificate, set: ValidatorSet = validatorSet) =>
  verifyFinalityCertificate(certificate, set, chainId, ed25519Verify);
const withSignatures = (signatures: readonly (ValidatorSignature | undefined)[]) => ({
  ...finalityCertificate,
  signatures: signatures.filter((entry) => entry !== undefined),
});
const flip = (bytes: Uint8Array, bit: number): Uint8Array => {
  const copy = bytes.slice();
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
};

describe("verifyFinalityCertificate", () => {
  const [first, second, third] = finalityCertificate.signatures;

  it("accepts a quorum and more", () => {
    expect(verifyFinality(finalityCertificate)).toBe(true);
    expect(verifyFinality(samples.certify(samples.header, { count: 4 }))).toBe(true);
  });

  it("refuses fewer than a quorum", () => {
    expect(verifyFinality(withSignatures([first, second]))).toBe(false);
    expect(verifyFinality(withSignatures([]))).toBe(false);
  });

  it("refuses a signer that counts twice, or signers out of order", () => {
    expect(verifyFinality(withSignatures([first, second, second]))).toBe(false);
    expect(verifyFinality(withSignatures([second, first, third]))).toBe(false);
  });

  it("refuses a foreign signer, beside a quorum too", () => {
    const all = samples.certify(samples.header, { count: 5 });
    expect(verifyFinality(all)).toBe(false);
    expect(verifyFinality(withSignatures([first, second, all.signatures[4]]))).toBe(false);
  });

  it("refuses signers of another epoch and another set", () => {
    expect(verifyFinality(finalityCertificate, { ...validatorSet, epoch: 1 })).toBe(false);
    expect(verifyFinality({ ...finalityCertificate, epoch: 1 })).toBe(false);
    const foreign = { ...samples.nextSet, epoch: 0, activationHeight: 1 };
    expect(verifyFinality(finalityCertificate, foreign)).toBe(false);
  });

  it("refuses heights before the set's activation", () => {
    expect(verifyFinality(finalityCertificate, { ...validatorSet, activationHeight: 7 })).toBe(
      true,
    );
    expect(verifyFinality(finalityCertificate, { ...validatorSet, activationHeight: 8 })).toBe(
      false,
    );
  });

  it("refuses another chain", () => {
    const other = samples.bytes32("other");
    expect(verifyFinalityCertificate(finalityCertificate, validatorSet, other, ed25519Verify)).toBe(
      false,
    );
  });

  it("refuses one flipped bit anywhere", () => {
    for (let bit = 0; bit < 256; bit += 17) {
      const headerHash = flip(finalityCertificate.headerHash, bit);
      expect(verifyFinality({ ...finalityCertificate, headerHash })).toBe(false);
    }
    for (let bit = 0; bit < 512; bit += 37) {
      const signatures = finalityCertificate.signatures.map((entry, index) =>
        index === bit % 3 ? { ...entry, signature: flip(entry.signature, bit) } : entry,
      );
      expect(verifyFinality({ ...finalityCertificate, signatures })).toBe(false);
    }
    expect(verifyFinality({ ...finalityCertificate, height: 8 })).toBe(false);
  });

  it("refuses one bad signature beside a quorum of good ones", () => {
    const { signatures } = samples.certify(samples.header, { count: 4 });
    const spoiled = signatures.map((entry) =>
      entry.validator === 3 ? { ...entry, signature: flip(entry.signature, 5) } : entry,
    );
    expect(verifyFinality({ ...finalityCertificate, signatures: spoiled })).toBe(false);
  });

  it("is total on values of no form, and asks the verifier about full lengths only", () => {
    const short = [{ validator: 0, signature: new Uint8Array(63) }, second, third];
    expect(verifyFinality(withSignatures(short))).toBe(false);
    expect(verifyFinality({ ...finalityCertificate, headerHash: new Uint8Array(31) })).toBe(false);
    expect(verifyFinality(finalityCertificate, { ...validatorSet, validators: [] })).toBe(false);
  });

  it("needs exactly the quorum of every cluster size", () => {
    for (const n of [1, 4, 5, 6, 7, 8, 31]) {
      const member = validatorSet.validators[0];
      if (member === undefined) expect.unreachable();
      const set = { ...validatorSet, validators: new Array(n).fill(member) };
      const accepts = (count: number): boolean =>
        verifyFinalityCertificate(
          {
            ...finalityCertificate,
            signatures: Array.from({ length: count }, (_, validator) => ({
              validator,
              signature: new Uint8Array(64),
            })),
          },
          set,
          chainId,
          () => true,
        );
      const counts = Array.from({ length: n + 2 }, (_, count) => count).filter(accepts);
      expect(counts[0]).toBe(quorum(n));
      expect(counts.at(-1)).toBe(n);
    }
  });
});

describe("verifyPreparedCertificate", () => {
  const verify = (change: Partial<typeof preparedCertificate>, set = validatorSet): boolean =>
    verifyPreparedCertificate({ ...preparedCertificate, ...change }, set, chainId, ed25519Verify);

  it("accepts Q Prepares on one statement", () => {
    expect(verify({})).toBe(true);
  });

  it("refuses another view, height, epoch or digest than was signed", () => {
    expect(verify({ view: 4 })).toBe(false);
    expect(verify({ height: 8 })).toBe(false);
    expect(verify({ epoch: 1 })).toBe(false);
    expect(verify({ epoch: 1 }, { ...validatorSet, epoch: 1 })).toBe(false);
    expect(verify({ proposalDigest: flip(preparedCertificate.proposalDigest, 3) })).toBe(false);
  });

  it("refuses too few, repeated and foreign signers, and heights before the set", () => {
    const [first, second] = preparedCertificate.signatures;
    if (first === undefined || second === undefined) expect.unreachable();
    expect(verify({ signatures: [first, second] })).toBe(false);
    expect(verify({ signatures: [first, second, second] })).toBe(false);
    expect(verify({ signatures: [first, second, { ...second, validator: 9 }] })).toBe(false);
    expect(verify({ signatures: [first, second, { ...second, validator: 31 }] })).toBe(false);
    expect(verify({}, { ...validatorSet, activationHeight: 8 })).toBe(false);
  });
});
