import { limits, maximumFaulty, quorum, type Vote } from "@cartorio/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quorumVotes } from "../src/state.ts";
import { labSignature } from "./lab-keys.ts";

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
