// Any order of deliveries, losses, repeats, partitions, crashes and restarts, with up to f validators whose
// keys also say other things: all correct replicas execute the same chain, nobody stops, and after
// the network heals everything that waits commits (docs/consensus.md 13). What needs a long, exact course of
// events is for the transcripts, Twins and the simulator, which has time, disks and real execution.
import { hexEncode } from "@cartorio/crypto";
import { limits, maximumFaulty, proposalDigest } from "@cartorio/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prePrepare, proposalBytes, suspect, viewChange, vote } from "./builders.ts";
import {
  crashLabNode,
  createLab,
  deliver,
  feedLab,
  fetchBlocks,
  hand,
  startLabNode,
  tickEvent,
} from "./lab.ts";
import { labWallMs } from "./lab-keys.ts";
import { drop, isCut, post } from "./lab-network.ts";
import type { Lab, LabNode } from "./lab-state.ts";

interface Run {
  readonly lab: Lab;
  /** Their keys are used by somebody else too. */
  readonly faulty: readonly LabNode[];
  readonly correct: readonly LabNode[];
  readonly down: Set<LabNode>;
}

function begin(n: number, faultyCount: number): Run {
  const lab = createLab({ n, parameters: { rotationBlocks: 3 } });
  lab.quiet = true;
  const faulty = lab.nodes.slice(0, faultyCount);
  return { lab, faulty, correct: lab.nodes.slice(faultyCount), down: new Set() };
}

function tickAll(lab: Lab, ms: number): void {
  lab.nowMs += ms;
  for (const node of lab.nodes) feedLab(lab, node, tickEvent(lab));
}

function act(run: Run, choice: number): void {
  const { lab, faulty } = run;
  const argument = Math.floor(choice / 100);
  const node = lab.nodes[argument % lab.nodes.length];
  if (node === undefined) return;
  const kind = choice % 100;
  if (kind < 3) tickAll(lab, 700);
  else if (kind < 6) propose(lab, node);
  else if (kind < 7) toggle(run, node);
  else if (kind < 8) partition(lab, argument);
  else if (kind < 13 && faulty.length > 0) lie(run, argument);
  else
    for (let count = 0; count < Math.ceil(lab.nodes.length / 4); count += 1)
      deliverOne(lab, { argument: argument + 7 * count, isLost: kind > 95, isKept: kind > 90 });
}

function propose(lab: Lab, node: LabNode): void {
  node.toPropose += 1;
  feedLab(lab, node, { kind: "mempool", waiting: true });
}

/** At most f are down at once; those whose keys are used elsewhere count too. */
function toggle({ lab, faulty, down }: Run, node: LabNode): void {
  if (down.delete(node)) startLabNode(lab, node);
  else if (down.size + faulty.length < maximumFaulty(lab.nodes.length)) {
    down.add(node);
    crashLabNode(lab, node);
  } else {
    crashLabNode(lab, node);
    startLabNode(lab, node);
  }
}

/** Cuts the cluster in two anywhere; every third time it is whole again. */
function partition(lab: Lab, argument: number): void {
  const indices = lab.nodes.map(({ index }) => index);
  const isLeft = (index: number): boolean => ((argument >> (index % 16)) & 1) === 1;
  const sides = [indices.filter(isLeft), indices.filter((index) => !isLeft(index))];
  lab.groups = argument % 3 === 0 ? [] : sides;
  drop(lab, ({ from, to }) => isCut(lab, from, to));
}

function deliverOne(
  lab: Lab,
  how: { readonly argument: number; readonly isLost: boolean; readonly isKept: boolean },
): void {
  const index = how.argument % Math.max(1, Math.min(lab.mail.length, 4 * lab.nodes.length));
  const mail = lab.mail[index];
  if (mail === undefined) {
    tickAll(lab, 50);
    return;
  }
  if (!how.isKept) lab.mail.splice(index, 1);
  if (!how.isLost) hand(lab, mail);
}

/** What a stolen key can say: anything, to anybody. */
function lie({ lab, faulty, correct }: Run, argument: number): void {
  const from = faulty[argument % faulty.length]?.index ?? 0;
  const known = [...lab.proposals.values()];
  const views = correct.map(({ replica }) => replica?.view ?? 0);
  const certified = Math.max(...lab.nodes.map(({ certificate }) => certificate?.height ?? 0));
  const view = Math.max(...views) + (argument % 3 === 0 ? 1 : 0);
  const height = certified + 1 + (argument % 3);
  const proposal =
    known[argument % Math.max(1, known.length)] ??
    proposalBytes(height, { proposer: from, time: labWallMs + lab.nowMs });
  const digest = proposalDigest(proposal);
  const own = proposalBytes(height, { proposer: from, time: labWallMs + lab.nowMs + argument });
  lab.proposals.set(hexEncode(proposalDigest(own)), own);
  const lies = [
    prePrepare(own, { view: primaryView(view, from, lab.nodes.length), validator: from }),
    vote(from, { kind: 2, view, height, digest }),
    vote(from, { kind: 3, view, height, digest }),
    suspect(from, { view, certified }),
    viewChange(from, { view: view + 1 }),
  ];
  const message = lies[argument % lies.length];
  const to = lab.nodes.filter(({ index }) => ((argument >> 4) + index) % 2 === 0);
  if (message !== undefined) post(lab, { from, to: to.map(({ index }) => index), message });
}

/** The view at or below it that this validator leads: others would refuse the proposal at once. */
function primaryView(view: number, index: number, n: number): number {
  const back = (view - index + n) % n;
  return Math.max(index, view - back);
}

/** Heights that two correct replicas executed have one header. */
function expectAgreement({ correct }: Run): void {
  for (const node of correct)
    for (const other of correct) {
      const shared = Math.min(node.blocks.length, other.blocks.length);
      const headers = (blocks: LabNode["blocks"]) =>
        blocks.slice(0, shared).map(({ headerHash }) => headerHash);
      expect(headers(node.blocks)).toEqual(headers(other.blocks));
    }
  for (const { replica } of correct) expect([...(replica?.halted ?? [])]).toEqual([]);
}

/** What was on its way is lost, then the network heals and all correct run: a transaction that waits everywhere commits. */
function expectProgress(run: Run): void {
  const { lab, correct, faulty } = run;
  for (const node of run.down) startLabNode(lab, node);
  for (const node of faulty) crashLabNode(lab, node);
  lab.mail.length = 0;
  lab.groups = [];
  const before = Math.max(...correct.map(({ blocks }) => blocks.length));
  for (const node of correct) propose(lab, node);
  for (let passed = 0; passed < 120_000; passed += 100) {
    tickAll(lab, 100);
    deliver(lab, () => true);
    for (const node of correct) catchUp(lab, node, correct);
    if (correct.every(({ certificate }) => (certificate?.height ?? 0) > before)) return;
  }
  expect(correct.map(({ certificate }) => certificate?.height)).toEqual("above what was");
}

function catchUp(lab: Lab, node: LabNode, peers: readonly LabNode[]): void {
  const certified = node.replica?.certified ?? 0;
  const source = peers.find(({ certificate }) => (certificate?.height ?? 0) >= certified);
  if (node.blocks.length < certified && source !== undefined) fetchBlocks(lab, node, source);
}

describe("any schedule", () => {
  const sizes: [number, number, number][] = [
    [4, 20, 700],
    [5, 15, 700],
    [6, 15, 700],
    [8, 8, 700],
    [9, 8, 700],
    [limits.maxValidators, 1, 800],
  ];
  it.each(sizes)(
    "of %i validators, %i runs",
    (n, numRuns, length) => {
      const choices = fc.array(fc.noBias(fc.nat({ max: 1_000_000 })), {
        minLength: length,
        maxLength: length,
      });
      // The only run is one with a first primary that falls silent.
      const faultyCount = fc.integer({ min: numRuns === 1 ? 1 : 0, max: maximumFaulty(n) });
      let highest = 0;
      let views = 0;
      fc.assert(
        fc.property(choices, faultyCount, (script, count) => {
          const run = begin(n, count);
          for (const choice of script) act(run, choice);
          expectAgreement(run);
          expectProgress(run);
          views = Math.max(views, ...run.correct.map(({ replica }) => replica?.view ?? 0));
          expectAgreement(run);
          highest = Math.max(highest, ...run.correct.map(({ blocks }) => blocks.length));
        }),
        { numRuns, seed: n, endOnFailure: true },
      );
      expect(highest).toBeGreaterThan(0);
      expect(views).toBeGreaterThan(0);
    },
    60_000,
  );
});
