import { digest, replicaStatus, verifyMessage } from "@cartorio/consensus";
import { hexEncode, sha256, utf8Encode } from "@cartorio/crypto";
import {
  type ConsensusMessage,
  decodeProposal,
  envelopeHash,
  proposalDigest,
  type ValidatorSet,
} from "@cartorio/protocol";
import { CheckFailure, createCheckers } from "./checkers.ts";
import { createEventQueue } from "./event-queue.ts";
import { fakePublicKey, fakeVerify } from "./fake-signatures.ts";
import { createNetwork } from "./network.ts";
import { createPlan, type Fault, type Plan } from "./plan.ts";
import { createRandom } from "./random.ts";
import { runEffects } from "./sim-effects.ts";
import { addTransaction, crashNode, createSimNode, startNode } from "./sim-node.ts";
import type { World } from "./world.ts";

export interface RunResult {
  readonly seed: number;
  readonly ok: boolean;
  /** Name of the check that fired, and what it saw. */
  readonly check: string | undefined;
  readonly reason: string | undefined;
  readonly n: number;
  readonly faults: readonly string[];
  readonly height: number;
  readonly transactions: number;
  /** Highest view that any node reached. */
  readonly view: number;
  readonly simulatedMs: number;
  readonly trace: readonly string[];
}

const maxTraceLines = 4000;
const wallStartMs = 1_700_000_000_000;

/** Runs one seed to its end. Equal seeds give byte-identical results. */
export function runSeed(seed: number): RunResult {
  return runPlan(createPlan(seed));
}

export function runPlan(plan: Plan): RunResult {
  const world = createWorld(plan);
  const run: Run = { world, submitted: new Map(), open: new Map() };
  let failure: CheckFailure | undefined;
  try {
    schedule(run);
    drive(run);
  } catch (error) {
    if (error instanceof CheckFailure) failure = error;
    else if (error instanceof Error)
      failure = new CheckFailure("exception", error.stack ?? error.message);
    else throw error;
    world.trace(`FAILED ${failure.message}`);
  }
  for (const node of world.nodes)
    if (node.replica !== undefined) world.trace(`node ${node.index}\n${digest(node.replica)}`);
  return {
    seed: plan.seed,
    ok: failure === undefined,
    check: failure?.check,
    reason: failure?.message,
    n: plan.n,
    faults: plan.faults.map(({ atMs, fault }) => `${atMs} ms ${describeFault(fault)}`),
    height: world.checkers.chainLength(),
    transactions: run.submitted.size,
    view: Math.max(0, ...world.nodes.map((node) => node.replica?.view ?? 0)),
    simulatedMs: Math.round(world.queue.nowMs()),
    trace: world.lines,
  };
}

function createWorld(plan: Plan): World {
  const queue = createEventQueue();
  const random = createRandom(plan.seed ^ 0x5bd1e995);
  const nodes: World["nodes"] = [];
  const lines: string[] = [];
  const validators: ValidatorSet = {
    epoch: 0,
    activationHeight: 1,
    validators: Array.from({ length: plan.n }, (_, index) => ({
      member: `did:cartorio:sim:z${index}`,
      validatorKey: fakePublicKey(index),
      nodeKey: fakePublicKey(100 + index),
      addresses: [],
      incarnation: new Uint8Array(0),
    })),
  };
  const chainId = sha256(utf8Encode("simulator"));
  const verdicts = new WeakMap<object, boolean>();
  const executed = new Set<string>();
  const keys = new WeakMap<Uint8Array, readonly string[]>();
  const world: World = {
    plan,
    queue,
    random,
    network: createNetwork(queue, random, plan.quality),
    checkers: createCheckers(plan.n),
    chainId,
    validators,
    wallStartMs,
    nodes,
    runEffects,
    lines,
    archive: new Map(),
    digestOf: (proposal) => hexEncode(proposalDigest(proposal)),
    heightOf: (proposal) => {
      const decoded = decodeProposal(proposal);
      if (!decoded.ok) throw new CheckFailure("form", "a proposal does not decode");
      return decoded.value.height;
    },
    envelopeKeys: (proposal) => {
      const known = keys.get(proposal);
      if (known !== undefined) return known;
      const decoded = decodeProposal(proposal);
      const made = decoded.ok ? decoded.value.envelopeHashes.map(hexEncode) : [];
      keys.set(proposal, made);
      return made;
    },
    executedBy: (node, key) => executed.has(`${node} ${key}`),
    markExecuted: (node, key) => executed.add(`${node} ${key}`),
    isValid: (message: ConsensusMessage) => {
      const known = verdicts.get(message);
      if (known !== undefined) return known;
      const context = { chainId, validators, verify: fakeVerify };
      const valid = verifyMessage(message, context) !== undefined;
      verdicts.set(message, valid);
      return valid;
    },
    trace: (line) => {
      lines.push(`${queue.nowMs().toFixed(3)} ${line}`);
      if (lines.length > maxTraceLines) lines.splice(1, 1);
    },
  };
  plan.skewsMs.forEach((skewMs, index) => {
    nodes.push(createSimNode(world, index, skewMs));
  });
  return world;
}

interface Run {
  readonly world: World;
  readonly submitted: Map<string, Uint8Array>;
  /** Submitted and not yet executed by every node that runs to the end. */
  readonly open: Map<string, Uint8Array>;
}

function schedule(run: Run): void {
  const { world } = run;
  const { plan, queue } = world;
  world.trace(
    `seed ${plan.seed}: n ${plan.n}, ${plan.transactions} transactions, ${JSON.stringify(plan.quality)}, dead [${plan.dead.join()}]`,
  );
  for (const node of world.nodes) queue.after(world.random.between(0, 100), () => startNode(node));
  for (const { atMs, fault } of plan.faults) queue.after(atMs, () => applyFault(world, fault));
  for (const index of plan.dead) {
    const node = world.nodes[index];
    const atMs = world.random.between(0, plan.healMs);
    if (node !== undefined) queue.after(atMs, () => kill(world, node.index));
  }
  queue.after(plan.healMs, () => heal(world));
  for (let index = 0; index < plan.transactions; index += 1) {
    const atMs = world.random.between(100, plan.healMs);
    queue.after(atMs, () => submit(run, index));
  }
}

function kill(world: World, index: number): void {
  const node = world.nodes[index];
  if (node === undefined) return;
  world.trace(`node ${index} dies`);
  crashNode(node);
}

function describeFault(fault: Fault): string {
  switch (fault.kind) {
    case "crash":
      return `crash ${fault.nodes.join(",")} for ${fault.forMs} ms`;
    case "partition":
      return `partition ${fault.groups.map((group) => group.join(",")).join(" | ")}`;
    case "oneWay":
      return `cut ${fault.from} -> ${fault.to}`;
    case "healNetwork":
      return "network whole";
  }
}

function applyFault(world: World, fault: Fault): void {
  world.trace(describeFault(fault));
  switch (fault.kind) {
    case "crash":
      for (const index of fault.nodes) crashFor(world, index, fault.forMs);
      return;
    case "partition":
      for (const [side, group] of fault.groups.entries())
        for (const from of group)
          for (const to of fault.groups[1 - side] ?? []) world.network.cut(from, to);
      return;
    case "oneWay":
      world.network.cut(fault.from, fault.to);
      return;
    case "healNetwork":
      world.network.heal();
      return;
  }
}

function crashFor(world: World, index: number, forMs: number): void {
  const node = world.nodes[index];
  if (node === undefined || !node.alive) return;
  crashNode(node);
  const { life } = node;
  world.queue.after(forMs, () => {
    if (node.alive || node.life !== life || isDead(world, index)) return;
    world.trace(`node ${index} starts`);
    startNode(node);
  });
}

/** Crashed for good, now or later: it is never started again once it died. */
function isDead(world: World, index: number): boolean {
  return world.plan.dead.includes(index);
}

/** Whole network and every node that is not dead: from here on progress is owed. */
function heal(world: World): void {
  world.trace("heal");
  world.network.heal();
  world.network.quality = { ...world.plan.quality, loss: 0, reordering: 0 };
  for (const node of world.nodes) {
    if (isDead(world, node.index)) crashNode(node);
    else if (!node.alive) startNode(node);
  }
}

const retryMs = 1500;

/** A client: sends to a random node, and again to another one until the transaction is executed. */
function submit(run: Run, index: number): void {
  const envelope = utf8Encode(`transaction ${index} of seed ${run.world.plan.seed}`);
  const key = hexEncode(envelopeHash(envelope));
  run.submitted.set(key, envelope);
  run.open.set(key, envelope);
  attempt(run, key, envelope);
}

function attempt(run: Run, key: string, envelope: Uint8Array): void {
  if (!run.open.has(key)) return;
  const { world } = run;
  const node = world.random.pick(world.nodes);
  if (node.alive && addTransaction(node, key, envelope)) {
    for (const peer of world.nodes)
      if (peer !== node)
        world.network.send(node.index, peer.index, () => {
          if (peer.alive) addTransaction(peer, key, envelope);
        });
  }
  world.queue.after(retryMs, () => attempt(run, key, envelope));
}

/** docs/consensus.md 13: every transaction commits within (f+2) timeouts and 10 s after the heal. */
function drive(run: Run): void {
  const { world } = run;
  const { plan, queue } = world;
  let faulty = 0;
  while (3 * (faulty + 1) + 1 <= plan.n) faulty += 1;
  const owedMs = plan.healMs + (faulty + 2) * plan.parameters.maxTimeoutMs + 10_000;
  let checkedMs = 0;
  while (queue.runNext()) {
    const now = queue.nowMs();
    if (now <= plan.healMs || now - checkedMs < 100) continue;
    checkedMs = now;
    if (settled(run)) {
      world.trace(`all ${run.submitted.size} transactions executed everywhere`);
      return;
    }
    if (now > owedMs)
      throw new CheckFailure(
        "liveness",
        `${run.open.size} transactions open ${describeLag(world)}`,
      );
  }
}

function settled(run: Run): boolean {
  const living = run.world.nodes.filter((node) => node.alive);
  for (const key of run.open.keys())
    if (living.every((node) => run.world.executedBy(node.index, key))) run.open.delete(key);
  const heights = new Set(
    living.map((node) => node.replica && replicaStatus(node.replica).certifiedHeight),
  );
  const executed = new Set(living.map((node) => node.disk.blocks.length));
  return run.open.size === 0 && executed.size === 1 && heights.size === 1;
}

function describeLag(world: World): string {
  return world.nodes
    .map((node) => `${node.index}:${node.alive ? node.disk.blocks.length : "dead"}`)
    .join(" ");
}
