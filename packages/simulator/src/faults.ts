import { limits } from "@cartorio/protocol";
import { copyDisk, createChainDisk, type DiskCopy, rollBackChain } from "./disk.ts";
import type { PlannedFault } from "./plan.ts";
import { describeFault, type Fault, type Target } from "./plan-faults.ts";
import { currentSeat, nodesOf, type Seat } from "./seat.ts";
import { crashNode, type SimNode } from "./sim-node.ts";
import { startNode } from "./start.ts";
import { countFault } from "./statistics.ts";
import type { World } from "./world.ts";

type Of<K extends Fault["kind"]> = Extract<Fault, { kind: K }>;

export function scheduleFaults(world: World): void {
  for (const planned of world.plan.faults) scheduleFault(world, planned);
}

function scheduleFault(world: World, { atMs, fault }: PlannedFault): void {
  const { queue } = world;
  if (isForgetting(fault)) scheduleForgetting(world, atMs, fault);
  else queue.after(atMs, () => applyFault(world, fault));
}

function isForgetting(fault: Fault): fault is Forgetting {
  return "ageMs" in fault;
}

function applyFault(world: World, fault: Exclude<Fault, Forgetting>): void {
  const { network, queue } = world;
  world.trace(describeFault(fault));
  if (fault.kind !== "healNetwork") countFault(world.statistics, fault.kind);
  switch (fault.kind) {
    case "crash":
      for (const node of targets(world, fault.nodes)) crashFor(node, fault.forMs);
      return;
    case "crashAtWrite":
      for (const node of targets(world, [fault.node]))
        node.crashAtWrite = { writes: fault.writes, how: fault.how, forMs: fault.forMs };
      return;
    case "pause":
      for (const node of targets(world, [fault.node]))
        node.pausedUntilMs = queue.nowMs() + fault.forMs;
      return;
    case "partition":
      cutGroups(world, fault.groups);
      queue.after(fault.forMs, () => network.heal());
      return;
    case "isolate":
      isolate(world, fault);
      return;
    case "oneWayCut":
      network.cut(fault.from, fault.to);
      return;
    case "twoWayCut":
      network.cut(fault.from, fault.to);
      network.cut(fault.to, fault.from);
      return;
    case "slowLink":
      network.slow(fault.from, fault.to, fault.byMs);
      return;
    case "healNetwork":
      network.heal();
      return;
    case "clockJump":
      clockJump(world, fault);
      return;
  }
}

function targets({ nodes }: World, wanted: readonly Target[]): SimNode[] {
  return wanted.flatMap(
    (target) => (target === "primary" ? primaryOf(nodes) : nodes[target]) ?? [],
  );
}

/** As the node with the highest view sees it. */
function primaryOf(nodes: readonly SimNode[]): SimNode | undefined {
  const seats = nodes.flatMap(({ process }) => (process && currentSeat(process)) ?? []);
  let newest = seats[0];
  for (const seat of seats) if (newest === undefined || isLater(seat, newest)) newest = seat;
  if (newest === undefined) return undefined;
  const members = nodesOf(newest.validators, newest.process.node.world);
  return members[newest.replica.view % members.length];
}

function isLater(seat: Seat, other: Seat): boolean {
  const epochs = seat.validators.epoch - other.validators.epoch;
  return epochs > 0 || (epochs === 0 && seat.replica.view > other.replica.view);
}

function cutGroups({ network }: World, groups: readonly (readonly number[])[]): void {
  for (const [side, group] of groups.entries())
    for (const from of group) for (const to of groups[1 - side] ?? []) network.cut(from, to);
}

function isolate(world: World, fault: Of<"isolate">): void {
  const { network, nodes, queue } = world;
  for (const node of targets(world, [fault.node]))
    for (const other of nodes) {
      network.cut(node.index, other.index);
      network.cut(other.index, node.index);
    }
  queue.after(fault.forMs, () => network.heal());
}

/** The clocks of those that may be any time off stay as they are. */
function clockJump({ nodes, plan }: World, { node: index, toMs }: Of<"clockJump">): void {
  const node = nodes[index];
  const isWild = Math.abs(plan.skewsMs[index] ?? 0) > 10_000;
  if (node !== undefined && !isWild) node.skewMs = toMs;
}

/** The last write was somewhere between nothing and all of it on the disk. */
export function crash(node: SimNode): void {
  const { unsynced } = node.disk;
  const { random } = node.world;
  const kept = random.pick([0, unsynced.length, random.between(0, unsynced.length)]);
  crashNode(node, kept);
}

function crashFor(node: SimNode, forMs: number): void {
  if (node.process === undefined) return;
  crash(node);
  startLater(node, forMs);
}

export function startLater(node: SimNode, forMs: number): void {
  const { world } = node;
  world.queue.after(forMs, () => {
    if (node.process !== undefined || node.dead) return;
    world.trace(`node ${node.index} starts`);
    startNode(node);
  });
}

/** The journal write has come at which the node was to crash. */
export function crashAtWrite(node: SimNode): void {
  const { crashAtWrite: planned, world, disk } = node;
  if (planned === undefined || node.process === undefined) return;
  const { length } = disk.unsynced;
  const kept =
    planned.how === "lost"
      ? 0
      : planned.how === "durable"
        ? length
        : world.random.between(0, length);
  world.trace(`node ${node.index} crashes at a journal write, ${kept} of ${length} records kept`);
  crashNode(node, kept);
  startLater(node, planned.forMs);
}

type Forgetting = Of<"wiped" | "journalRolledBack" | "directoryRestored">;

function scheduleForgetting(world: World, atMs: number, fault: Forgetting): void {
  const { queue, nodes } = world;
  const node = nodes[fault.node];
  if (node === undefined) return;
  queue.after(Math.max(0, atMs - fault.ageMs), () => {
    const copy = copyDisk(node.disk);
    queue.after(Math.min(fault.ageMs, atMs), () => forget(node, fault, copy));
  });
}

/** The node goes down and comes back with less than it had: it counts as one of the f from here on. */
function forget(node: SimNode, fault: Forgetting, copy: DiskCopy): void {
  const { world, disk } = node;
  world.trace(describeFault(fault));
  countFault(world.statistics, fault.kind);
  tellCheckers(node, fault);
  crash(node);
  node.forgetful = true;
  switch (fault.kind) {
    case "journalRolledBack":
      disk.journal = [...copy.journal];
      break;
    case "directoryRestored":
      disk.journal = [...copy.journal];
      disk.guard = copy.guard;
      rollBackChain(disk.chain, copy);
      world.checkers.rolledBack(node.index, disk.chain.blocks.length);
      break;
    case "wiped":
      disk.journal = [];
      disk.guard = undefined;
      disk.chain = createChainDisk(world.sim.block0.writes);
      world.checkers.rolledBack(node.index, 0);
      break;
  }
  startLater(node, fault.forMs);
}

/** Far enough that every quorum of peers can show what a wiped disk has voted. */
const heightsShown = 3 * limits.window;

/**
 * A wiped validator may not sign in its epoch any more. One whose journal came back older may find nobody
 * who was told what it said since; then it counts as one of the f, whatever it says.
 */
function tellCheckers(node: SimNode, { kind }: Forgetting): void {
  const { process, world } = node;
  const seat = process && currentSeat(process);
  if (seat?.self === undefined) return;
  const { epoch, activationHeight } = seat.validators;
  const isShown = seat.replica.certified >= activationHeight + heightsShown;
  if (kind === "wiped" && isShown) {
    node.mustReenter = true;
    world.checkers.forgot(epoch, seat.self);
  } else world.checkers.exempt(epoch, seat.self);
}
