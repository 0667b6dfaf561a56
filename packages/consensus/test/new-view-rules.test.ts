import {
  emptyProposal,
  type FinalityCertificate,
  type PreparedCertificate,
  proposalDigest,
  type ViewChangeBody,
} from "@cartorio/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equalEntries, newViewContent } from "../src/new-view-rules.ts";
import { labChainId } from "./lab-keys.ts";

const epoch = { epoch: 0, base: 0 };

function certificate(height: number): FinalityCertificate {
  return { epoch: 0, height, headerHash: new Uint8Array(32).fill(height), signatures: [] };
}
function prepared(height: number, view: number, content: number): PreparedCertificate {
  const digest = new Uint8Array(32).fill(content);
  return { epoch: 0, view, height, proposalDigest: digest, signatures: [] };
}
function viewChange(certified: number, list: readonly PreparedCertificate[]): ViewChangeBody {
  const held = certified === 0 ? undefined : certificate(certified);
  return { chainId: labChainId, epoch: 0, view: 5, certificate: held, prepared: list };
}
const empty = (height: number): Uint8Array => proposalDigest(emptyProposal(0, height));
const contents = (entries: readonly { readonly proposalDigest: Uint8Array }[]): unknown[] =>
  entries.map((entry) => entry.proposalDigest[0]);

/** The rule, said height by height: no maps, no early exits. */
function naiveContent(bodies: readonly ViewChangeBody[]) {
  const base = Math.max(0, ...bodies.map((body) => body.certificate?.height ?? 0));
  const all = bodies.flatMap((body) => body.prepared);
  const maximum = Math.max(base, ...all.map((item) => item.height));
  const heights = Array.from({ length: maximum - base }, (_, index) => base + 1 + index);
  const chosen = heights.map((height) =>
    all
      .filter((item) => item.height === height)
      .reduce<PreparedCertificate | undefined>(
        (best, item) => (best === undefined || item.view > best.view ? item : best),
        undefined,
      ),
  );
  const entries = heights.map((height, at) => ({
    height,
    proposalDigest: chosen[at]?.proposalDigest ?? empty(height),
  }));
  return { base, entries, views: chosen.map((item) => item?.view) };
}

describe("base and O of a NewView (Castro-Liskov 4.4, docs/consensus.md 5)", () => {
  it("takes what is proven as base where indy-plenum#1506 found none", () => {
    // {10,20}, {0,10} and {0}: of the three only the first has a certificate, for 10.
    const above = [11, 12, 20].map((height) => prepared(height, 0, height));
    const content = newViewContent(
      [viewChange(10, above), viewChange(0, [prepared(10, 0, 10)]), viewChange(0, [])],
      epoch,
    );
    expect(content.base).toBe(10);
    expect(content.certificate?.height).toBe(10);
    expect(content.entries.map(({ height }) => height)).toEqual([
      11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
    ]);
  });

  it("takes the highest certified height as base", () => {
    const content = newViewContent(
      [viewChange(20, []), viewChange(10, []), viewChange(0, [])],
      epoch,
    );
    expect(content.base).toBe(20);
    expect(content.certificate?.height).toBe(20);
    expect(content.entries).toEqual([]);
  });

  it("ignores certificates at or below the base and takes the highest view above it", () => {
    const content = newViewContent(
      [
        viewChange(2, [prepared(3, 1, 7), prepared(4, 3, 8)]),
        viewChange(1, [prepared(2, 4, 1), prepared(3, 2, 9)]),
        viewChange(0, [prepared(4, 2, 6)]),
      ],
      epoch,
    );
    expect(content.base).toBe(2);
    expect(content.entries.map((entry) => entry.height)).toEqual([3, 4]);
    expect(contents(content.entries)).toEqual([9, 8]);
    expect(content.sources.map((source) => source?.view)).toEqual([2, 3]);
  });

  it("does not depend on the order of the ViewChanges", () => {
    const bodies = [
      viewChange(1, [prepared(3, 1, 7)]),
      viewChange(2, [prepared(5, 0, 4)]),
      viewChange(0, [prepared(3, 2, 9)]),
    ];
    const forward = newViewContent(bodies, epoch);
    const backward = newViewContent([...bodies].reverse(), epoch);
    expect(backward.base).toBe(forward.base);
    expect(equalEntries(forward.entries, backward.entries)).toBe(true);
  });

  it("fills gaps with the empty proposal of the height", () => {
    const content = newViewContent([viewChange(0, [prepared(3, 0, 7)])], epoch);
    expect(content.entries[0]?.proposalDigest).toEqual(empty(1));
    expect(content.entries[1]?.proposalDigest).toEqual(empty(2));
    expect(content.entries[2]?.proposalDigest[0]).toBe(7);
    expect(content.sources.map((source) => source === undefined)).toEqual([true, true, false]);
  });

  it("equals a naive model for any ViewChanges", () => {
    // One proposal per view and height can be prepared, so the digest follows from both.
    const certificates = fc
      .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 16 }), fc.nat({ max: 4 })), {
        selector: ([offset]) => offset,
        maxLength: 16,
      })
      .map((list) => list.sort(([a], [b]) => a - b));
    const senders = fc.array(fc.tuple(fc.nat({ max: 12 }), certificates), {
      minLength: 1,
      maxLength: 21,
    });
    fc.assert(
      fc.property(senders, (list) => {
        const bodies = list.map(([certified, offsets]) =>
          viewChange(
            certified,
            offsets.map(([offset, view]) => {
              const height = certified + offset;
              return prepared(height, view, 1 + view * 30 + height);
            }),
          ),
        );
        const content = newViewContent(bodies, epoch);
        const model = naiveContent(bodies);
        expect(content.base).toBe(model.base);
        expect(content.certificate?.height ?? 0).toBe(model.base);
        expect(content.entries).toEqual(model.entries);
        expect(content.sources.map((source) => source?.view)).toEqual(model.views);
      }),
    );
  });

  it("tells different O apart", () => {
    const one = [{ height: 1, proposalDigest: empty(1) }];
    expect(equalEntries(one, [])).toBe(false);
    expect(equalEntries(one, [{ height: 2, proposalDigest: empty(1) }])).toBe(false);
    expect(equalEntries(one, [{ height: 1, proposalDigest: empty(2) }])).toBe(false);
    expect(equalEntries(one, [{ height: 1, proposalDigest: empty(1) }])).toBe(true);
  });
});
