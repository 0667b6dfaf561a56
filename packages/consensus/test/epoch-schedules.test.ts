// Any order of deliveries, losses, partitions and restarts while the set changes and disks are lost: one
// validator comes and goes, one at a time loses its journal or everything and comes back by a set that
// names it. Everybody who executes a height executes the same, no correct replica stops, nobody signs two
// things in one place, and after the network heals a set of which all may vote goes on (docs/consensus.md 8, 9).
import { equalBytes } from "@cartorio/crypto";
import { type ConsensusMessage, maximumFaulty } from "@cartorio/protocol";
import fc from "fast-check";
import { expect, it } from "vitest";
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
import { describeMessage, kindOf } from "./lab-describe.ts";
import { answerEntry, loseData, reenter, startAsking } from "./lab-entry.ts";
import { labSetAt } from "./lab-executor.ts";
import { drop, isCut } from "./lab-network.ts";
import type { Lab, LabNode, SetChange } from "./lab-state.ts";

interface Run {
  readonly lab: Lab;
  /** Which disks were lost, and what had been said by then. */
  readonly disks: { readonly index: number; readonly said: number }[];
}

function begin(): Run {
  const lab = createLab({ n: 4, candidates: 1, parameters: { rotationBlocks: 5 } });
  lab.quiet = true;
  return { lab, disks: [] };
}

function tickAll(lab: Lab, ms: number): void {
  lab.nowMs += ms;
  for (const node of lab.nodes) feedLab(lab, node, tickEvent(lab));
}

function certifiedOf(node: LabNode): number {
  return node.certificate?.height ?? 0;
}

/** The set in which the next height is decided. */
function membersOf(lab: Lab): LabNode[] {
  const highest = Math.max(...lab.nodes.map(certifiedOf));
  return lab.nodes.slice(0, labSetAt(lab, highest + 1).validators.length);
}

function propose(lab: Lab, node: LabNode, change?: SetChange): void {
  node.nextChange = change;
  node.toPropose += 1;
  feedLab(lab, node, { kind: "mempool", waiting: true });
}

function act(run: Run, choice: number): void {
  const { lab } = run;
  const argument = Math.floor(choice / 200);
  const node = lab.nodes[argument % lab.nodes.length];
  if (node === undefined) return;
  const kind = choice % 200;
  if (kind < 8) tickAll(lab, 400);
  else if (kind < 14) propose(lab, node);
  else if (kind < 17) propose(lab, node, addOrRemove(lab));
  else if (kind < 19) cut(lab, argument);
  else if (kind < 22) restart(lab, node, argument);
  else if (kind < 23) lose(run, node, argument);
  else if (kind < 30) attend(lab, node);
  else for (let count = 0; count < 3; count += 1) deliverOne(lab, argument + 5 * count, kind > 192);
}

function addOrRemove(lab: Lab): SetChange {
  return { kind: membersOf(lab).length === 4 ? "add" : "remove" };
}

function cut(lab: Lab, argument: number): void {
  const isLeft = ({ index }: LabNode): boolean => ((argument >> index) & 1) === 1;
  const sides = [lab.nodes.filter(isLeft), lab.nodes.filter((node) => !isLeft(node))];
  lab.groups = argument % 3 === 0 ? [] : sides.map((side) => side.map(({ index }) => index));
  drop(lab, ({ from, to }) => isCut(lab, from, to));
}

/** A restart that asks, or a crash from which the node is started later. */
function restart(lab: Lab, node: LabNode, argument: number): void {
  const isRunning = node.replica !== undefined;
  crashLabNode(lab, node);
  if (isRunning && argument % 4 === 0) return;
  if (node.forgetful) startLabNode(lab, node);
  else startAsking(lab, node);
}

/** Who lost its data counts as faulty until it is back: one at a time. */
function lose({ lab, disks }: Run, node: LabNode, argument: number): void {
  const members = membersOf(lab);
  const isDown = ({ replica, forgetful, isFresh }: LabNode): boolean =>
    replica === undefined || forgetful || isFresh;
  if (members.filter(isDown).length >= maximumFaulty(members.length)) return;
  if (!members.includes(node)) return;
  const what = argument % 2 === 0 ? "disk" : "journal";
  if (what === "disk") disks.push({ index: node.index, said: lab.said.length });
  loseData(lab, node, { what, records: 0 });
  startAsking(lab, node);
}

/** What a shell does by itself: ask, fetch what is certified elsewhere, and come back when it is named. */
function attend(lab: Lab, node: LabNode): void {
  if (node.replica === undefined) return;
  const peers = lab.nodes.filter(({ index }) => !isCut(lab, index, node.index));
  const source = peers.reduce((best, peer) =>
    certifiedOf(peer) > certifiedOf(best) ? peer : best,
  );
  if (certifiedOf(source) > certifiedOf(node)) fetchBlocks(lab, node, source);
  if (node.entry !== undefined) answerEntry(lab, node, peers);
  else if (node.forgetful && isNamed(lab, node)) reenter(lab, node);
}

function isNamed(lab: Lab, node: LabNode): boolean {
  const named = labSetAt(lab, certifiedOf(node) + 1).validators[node.index]?.incarnation;
  return named !== undefined && equalBytes(named, node.guard.incarnation);
}

function deliverOne(lab: Lab, argument: number, isLost: boolean): void {
  const index = argument % Math.max(1, Math.min(lab.mail.length, 16));
  const [mail] = lab.mail.splice(index, 1);
  if (mail === undefined) tickAll(lab, 50);
  else if (!isLost) hand(lab, mail);
}

function expectAgreement(lab: Lab): void {
  const longest = lab.nodes.reduce((best, node) =>
    node.blocks.length > best.blocks.length ? node : best,
  );
  for (const { blocks, replica } of lab.nodes) {
    expect(blocks.map(({ headerHash }) => headerHash)).toEqual(
      longest.blocks.slice(0, blocks.length).map(({ headerHash }) => headerHash),
    );
    expect([...(replica?.halted ?? [])]).toEqual([]);
  }
}

/**
 * One content per author, kind, epoch, view and height, across restarts and the loss of a journal. The loss of
 * the whole disk in the first W heights of an epoch is the exception: what then reached nobody who answers is
 * gone (entry.ts), and the one that said it is the one of f.
 */
function expectOneWord({ lab, disks }: Run): void {
  const said = new Map<string, string>();
  const known = new Set<string>();
  for (const [at, message] of lab.said.entries()) {
    const place = placeOf(lab, message);
    const content = describeMessage(lab, message);
    if (place === undefined || known.has(`${place} ${content}`)) continue;
    known.add(`${place} ${content}`);
    const author = authorOf(message);
    const life = disks.filter((loss) => loss.index === author && loss.said <= at).length;
    expect(said.get(`${life} ${place}`) ?? content).toBe(content);
    said.set(`${life} ${place}`, content);
  }
}

function authorOf(message: ConsensusMessage): number | undefined {
  return "validator" in message.value ? message.value.validator : undefined;
}

function placeOf(lab: Lab, message: ConsensusMessage): string | undefined {
  const author = authorOf(message);
  if (author === undefined || message.kind === "status" || message.kind === "certificate")
    return undefined;
  // A Suspect may name a higher S later on.
  if (message.kind === "suspect") return undefined;
  const words = describeMessage(lab, message).split(" ");
  const until = { prePrepare: "P", vote: "P", viewChange: "S", newView: "from" };
  if (message.kind === "checkpoint") return `${author} ${words.join(" ")}`;
  const end = words.findIndex((word, at) => at > 0 && word.startsWith(until[message.kind]));
  return `${author} ${kindOf(message)} ${words.slice(0, end).join(" ")}`;
}

/** The network heals, every node runs and does what a shell does by itself. */
function expectProgress(lab: Lab): void {
  lab.mail.length = 0;
  lab.groups = [];
  for (const node of lab.nodes) if (node.replica === undefined) restart(lab, node, 1);
  const before = Math.max(...lab.nodes.map(({ blocks }) => blocks.length));
  for (let passed = 0; passed < 240_000; passed += 100) {
    tickAll(lab, 100);
    deliver(lab, () => true);
    for (const node of lab.nodes) attend(lab, node);
    const members = membersOf(lab);
    const forgetful = members.find((node) => node.forgetful);
    if (passed % 2_000 === 0)
      for (const node of members)
        propose(
          lab,
          node,
          forgetful === undefined ? undefined : { kind: "reenter", index: forgetful.index },
        );
    const isBack = members.every(
      (node) => !node.forgetful && node.entry === undefined && certifiedOf(node) > before,
    );
    if (isBack) return;
  }
  expect(
    lab.nodes.map((node) => [certifiedOf(node), node.forgetful, node.entry !== undefined]),
  ).toEqual("above what was, and let in");
}

it("one chain and one word each, whatever the sets and the disks do", () => {
  const choices = fc.array(fc.noBias(fc.nat({ max: 10_000_000 })), {
    minLength: 1_500,
    maxLength: 1_500,
  });
  let epochs = 0;
  let losses = 0;
  fc.assert(
    fc.property(choices, (script) => {
      const run = begin();
      const { lab } = run;
      for (const choice of script) act(run, choice);
      expectAgreement(lab);
      losses += lab.nodes.filter((node) => node.guard.incarnation[15] !== node.index).length;
      expectProgress(lab);
      expectAgreement(lab);
      expectOneWord(run);
      epochs = Math.max(epochs, lab.sets.length - 1);
    }),
    { numRuns: 8, seed: 8, endOnFailure: true },
  );
  expect(epochs).toBeGreaterThan(1);
  expect(losses).toBeGreaterThan(1);
}, 60_000);
