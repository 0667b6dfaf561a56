import { readFileSync } from "node:fs";
import { byteKey } from "@cartorio/crypto";
import { encodeConsensusMessage } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { strategyTable } from "../src/strategies/table.ts";
import type { Delivery } from "../src/world.ts";
import {
  authorOf,
  contradictions,
  liar,
  proposals,
  runWith,
  suspects,
  viewChanges,
  type Wire,
} from "./wire.ts";

const isolateEvery = [2000, 5000, 8000].map((atMs) => ({
  atMs,
  fault: { kind: "isolate", node: 2, forMs: 1500 } as const,
}));

function fromLiar({ deliveries }: Wire): Delivery[] {
  return deliveries.filter(({ from }) => from === liar);
}

function refused({ result }: Wire, kind: string): number {
  return result.statistics.refused.get(kind) ?? 0;
}

function viewOf({ message }: Delivery): number {
  return message.kind === "vote" || message.kind === "prePrepare" ? message.value.view : 0;
}

/** Receivers of each own proposal, by view and height. */
function reached({ own }: Wire): number[] {
  const receivers = new Map<string, Set<number>>();
  for (const { prePrepare, proposal, to } of proposals(own)) {
    const key = `${prePrepare.view}/${proposal.height}`;
    receivers.set(key, (receivers.get(key) ?? new Set()).add(to));
  }
  return [...receivers.values()].map(({ size }) => size);
}

/** Heights that the liar proposed, by view. */
function heightsByView({ own }: Wire): number[][] {
  const heights = new Map<number, Set<number>>();
  for (const { prePrepare, proposal } of proposals(own))
    heights.set(prePrepare.view, (heights.get(prePrepare.view) ?? new Set()).add(proposal.height));
  return [...heights.values()].map((set) => [...set].sort((a, b) => a - b));
}

/** What each strategy must be seen to do; true: it did. */
const seen: Readonly<Record<string, (wire: Wire) => boolean>> = {
  silent: (wire) => fromLiar(wire).length === 0,
  "silent-to-some": (wire) => {
    const counts = [0, 1, 2, 3, 4].map((period) =>
      [1, 2, 3].map(
        (peer) =>
          fromLiar(wire).filter(
            ({ to, atMs }) => to === peer && Math.floor((atMs - 500) / 2000) === period,
          ).length,
      ),
    );
    return counts.some((row) => Math.max(...row) > 20 && Math.min(...row) * 5 < Math.max(...row));
  },
  equivocate: (wire) => contradictions(wire, "prePrepare").length > 0,
  "equivocate-votes": (wire) =>
    contradictions(wire, "vote").length > 0 && contradictions(wire, "checkpoint").length > 0,
  twin: (wire) =>
    contradictions(wire, "prePrepare").length + contradictions(wire, "viewChange").length > 0,
  replay: (wire) => {
    const copies = new Map<string, number>();
    for (const { message, to } of fromLiar(wire)) {
      const key = `${to} ${byteKey(encodeConsensusMessage(message))}`;
      copies.set(key, (copies.get(key) ?? 0) + 1);
    }
    return (
      Math.max(...copies.values()) > 3 &&
      fromLiar(wire).some(({ message, to }) => authorOf(message) === to)
    );
  },
  "huge-view": (wire) =>
    wire.own.some((delivery) => viewOf(delivery) > 900) &&
    viewChanges(wire.own).some(({ body }) => body.view > 2 ** 50),
  gaps: (wire) =>
    heightsByView(wire).some((heights) => heights.length === 15) &&
    wire.own.every(({ message }) => {
      const first = message.kind === "prePrepare" ? message : undefined;
      return first === undefined || authorOf(first) === liar;
    }),
  "partial-proposals": (wire) => reached(wire).length > 0 && Math.max(...reached(wire)) <= 2,
  "tiny-blocks": (wire) => {
    const sizes = (deliveries: readonly Delivery[]): number[] =>
      proposals(deliveries).map(({ proposal }) => proposal.envelopeHashes.length);
    return Math.max(...sizes(wire.own)) === 1 && Math.max(...sizes(wire.deliveries)) > 1;
  },
  repeats: (wire) => {
    const hashes = proposals(wire.own).flatMap(({ proposal }) =>
      proposal.envelopeHashes.map((hash) => [byteKey(hash), proposal.height] as const),
    );
    const heights = new Map<string, Set<number>>();
    for (const [hash, height] of hashes)
      heights.set(hash, (heights.get(hash) ?? new Set()).add(height));
    return [...heights.values()].some(({ size }) => size > 1);
  },
  slow: (wire) => {
    const lateMs = (deliveries: readonly Delivery[]): number[] =>
      proposals(deliveries).map(({ atMs, proposal }) => atMs - (proposal.time % 3_600_000));
    return Math.min(...lateMs(wire.own)) - Math.min(...lateMs(wire.deliveries)) > 400;
  },
  censor: (wire) => proposals(wire.own).length > 0,
  "future-dating": (wire) => {
    const aheadMs = (deliveries: readonly Delivery[]): number[] =>
      proposals(deliveries).map(({ atMs, proposal }) => (proposal.time % 3_600_000) - atMs);
    return Math.max(...aheadMs(wire.own)) > 9000;
  },
  "two-new-views": (wire) =>
    contradictions(wire, "newView").length > 0 && refused(wire, "newView") === 0,
  "omitted-certificates": (wire) => contradictions(wire, "viewChange").length > 0,
  "old-base": (wire) => {
    const bases = (author: number): Map<number, number> =>
      new Map(
        viewChanges(wire.deliveries)
          .filter(({ author: by, body }) => by === author && body.epoch === 0)
          .map(({ body }) => [body.view, body.certificate?.height ?? 0]),
      );
    const honest = bases(1);
    const shown = [...bases(liar)].filter(([view]) => honest.has(view));
    return shown.length > 1 && shown.every(([view, base]) => base < (honest.get(view) ?? 0) - 10);
  },
  "forged-certificates": (wire) =>
    refused(wire, "certificate") > 0 &&
    refused(wire, "viewChange") > 0 &&
    refused(wire, "newView") > 0,
  "withheld-statement": (wire) =>
    wire.own.some(({ message }) => message.kind === "vote") &&
    !fromLiar(wire).some(({ message }) => message.kind === "checkpoint"),
  "suspect-spam": (wire) =>
    suspects(wire.own).length > 100 &&
    new Set(suspects(wire.own).map(({ reason }) => reason)).size === 5,
  "withheld-bodies": (wire) => {
    const honest = new Set(
      proposals(wire.deliveries)
        .filter(({ from }) => from !== liar)
        .flatMap(({ proposal }) => proposal.envelopeHashes.map(byteKey)),
    );
    return proposals(wire.own).some(({ proposal }) =>
      proposal.envelopeHashes.some((hash) => !honest.has(byteKey(hash))),
    );
  },
  "removed-votes": (wire) => contradictions(wire, "vote").length > 0,
  "journal-rolled-back": ({ result }) => result.statistics.faults.get("journalRolledBack") === 1,
  "directory-restored": ({ result }) => result.statistics.faults.get("directoryRestored") === 1,
  wiped: ({ result }) => result.statistics.faults.get("wiped") === 1,
  "lying-sync": (wire) => refused(wire, "blocks") > 0,
  mutator: (wire) =>
    (["vote", "checkpoint", "viewChange"] as const).every(
      (kind) => contradictions(wire, kind).length > 0,
    ) && wire.result.statistics.refused.size > 0,
  mixed: (wire) => {
    const kinds = ["prePrepare", "vote", "checkpoint", "viewChange", "newView"] as const;
    const signs = kinds.map((kind) => contradictions(wire, kind).length > 0);
    signs.push(wire.result.statistics.refused.size > 0, suspects(wire.own).length > 40);
    return signs.filter(Boolean).length >= 2;
  },
  flood: (wire) =>
    fromLiar(wire).length > 2 * wire.deliveries.filter(({ from }) => from === 1).length,
  "many-envelopes": ({ result }) => result.byzantine.includes("many-envelopes"),
  "junk-signatures": ({ result }) => result.byzantine.includes("junk-signatures"),
  "client-to-one": ({ result }) => result.byzantine.includes("client-to-one"),
  oversubscribed: ({ result }) => result.byzantine.includes("oversubscribed"),
  "invalid-in-context": ({ result }) => result.byzantine.includes("invalid-in-context"),
};

const timeoutMs = 60_000;
/** Blocks that correct validators make in the twelve seconds at the very least. */
const fewestBlocks = 40;

describe("each strategy is seen on the wire, and the others stay safe and live", () => {
  it.each(strategyTable.map(({ name }) => name))(
    "%s",
    (name) => {
      const wire = runWith(name, name === "lying-sync" ? { faults: isolateEvery } : {});
      expect(wire.result.reason).toBeUndefined();
      expect(wire.result.commits).toBeGreaterThan(fewestBlocks);
      expect(seen[name]?.(wire)).toBe(true);
    },
    timeoutMs,
  );
});

it("the README lists every strategy with its line", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  for (const { name, line } of strategyTable) expect(readme).toContain(`| \`${name}\` | ${line} |`);
});
