import { verifyCertificate } from "@cartorio/consensus";
import { limits, maximumFaulty, quorum, type Vote } from "@cartorio/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quorumVotes } from "../src/state.ts";
import { fill, finality } from "./builders.ts";
import { labChainId, labSignature, labValidators, labVerify } from "./lab-keys.ts";

const sizes = [1, ...Array.from({ length: limits.maxValidators - 3 }, (_, index) => index + 4)];

describe("quorum arithmetic (docs/consensus.md 1)", () => {
  it.each(sizes)("n = %i: quorums intersect in a correct member, and f may be down", (n) => {
    const f = maximumFaulty(n);
    const q = quorum(n);
    expect(3 * f).toBeLessThan(n);
    expect(3 * (f + 1)).toBeGreaterThanOrEqual(n);
    expect(2 * q - n).toBeGreaterThanOrEqual(f + 1);
    expect(2 * (q - 1) - n).toBeLessThan(f + 1);
    expect(q).toBeLessThanOrEqual(n - f);
    // Bodies of a prepared certificate are durable at f+1 correct members.
    expect(q - f).toBeGreaterThanOrEqual(f + 1);
  });
});

/** A set's size and some of its members, or indices that are none. */
function members(size: (n: number) => { readonly min: number; readonly max: number }) {
  return fc.constantFrom(...sizes).chain((n) => {
    const { min, max } = size(n);
    const all = Array.from({ length: n }, (_, index) => index);
    return fc.tuple(
      fc.constant(n),
      fc.shuffledSubarray(all, { minLength: min, maxLength: max }),
      fc.shuffledSubarray(all, { minLength: min, maxLength: max }),
    );
  });
}

describe("sets of validators", () => {
  it("of Q members share f+1, so at least one that is correct", () => {
    const quorums = members((n) => ({ min: quorum(n), max: n }));
    fc.assert(
      fc.property(quorums, ([n, left, right]) => {
        const shared = left.filter((validator) => right.includes(validator));
        expect(shared.length).toBeGreaterThanOrEqual(maximumFaulty(n) + 1);
      }),
    );
  });

  it("without any f members still have Q, and no f+1 of them are all faulty", () => {
    const faulty = members((n) => ({ min: 0, max: maximumFaulty(n) }));
    fc.assert(
      fc.property(faulty, ([n, down]) => {
        expect(n - down.length).toBeGreaterThanOrEqual(quorum(n));
        expect(down.length).toBeLessThan(maximumFaulty(n) + 1);
      }),
    );
  });
});

/** What is out of order has no encoding, so that it cannot come from a peer. */
function isAccepted(n: number, signers: readonly number[]): boolean {
  const context = { chainId: labChainId, validators: labValidators(n), verify: labVerify };
  try {
    return verifyCertificate(finality(1, fill(1), signers), context) !== undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

describe("a certificate", () => {
  it("counts if and only if its signers are Q distinct members, ascending", () => {
    const signers = fc.constantFrom(...sizes).chain((n) => {
      const index = fc.nat({ max: n });
      const any = fc.array(index, { minLength: quorum(n) - 1, maxLength: n + 1 });
      const some = fc.subarray(
        Array.from({ length: n }, (_, at) => at),
        { minLength: Math.max(0, quorum(n) - 1) },
      );
      // One signer said twice fills no quorum.
      const twice = some.map((list) => [...list, ...list.slice(-1)]);
      return fc.tuple(fc.constant(n), fc.oneof(some, twice, any));
    });
    fc.assert(
      fc.property(signers, ([n, list]) => {
        const isMember = list.every((validator) => validator < n);
        const isAscending = list.every(
          (validator, at) => at === 0 || validator > (list[at - 1] ?? -1),
        );
        const valid = isMember && isAscending && new Set(list).size >= quorum(n);
        expect(isAccepted(n, list)).toBe(valid);
      }),
      { numRuns: 500 },
    );
  });
});

function vote(validator: number, content: number): Vote {
  const proposalDigest = new Uint8Array(32).fill(content);
  const signature = labSignature(validator);
  return { kind: 2, epoch: 0, view: 0, height: 1, proposalDigest, validator, signature };
}

describe("quorumVotes", () => {
  it("finds a digest if and only if Q distinct members voted for it, signers ascending", () => {
    const contents = fc.constantFrom(...sizes).chain((n) =>
      fc.record({
        n: fc.constant(n),
        votes: fc.uniqueArray(
          fc.record({ validator: fc.nat({ max: n - 1 }), content: fc.nat({ max: 2 }) }),
          { selector: (item) => item.validator, maxLength: n },
        ),
      }),
    );
    fc.assert(
      fc.property(contents, ({ n, votes }) => {
        const held = new Map(
          votes.map((item) => [item.validator, vote(item.validator, item.content)]),
        );
        const found = quorumVotes(held, quorum(n));
        const counts = [0, 1, 2].map((c) => votes.filter((item) => item.content === c).length);
        const winner = counts.findIndex((count) => count >= quorum(n));
        if (winner === -1) expect(found).toBeUndefined();
        else {
          expect(found?.map((item) => item.proposalDigest[0])).toEqual(
            Array.from({ length: counts[winner] ?? 0 }, () => winner),
          );
          const signers = found?.map((item) => item.validator) ?? [];
          expect(signers).toEqual([...signers].sort((a, b) => a - b));
        }
      }),
    );
  });
});
