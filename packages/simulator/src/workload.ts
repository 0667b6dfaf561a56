// Clients: each hands in one transaction, sends the same bytes to another validator until it has a
// receipt, and remembers what it was promised (docs/consensus.md 13).
import { byteKey, hexEncode } from "@cartorio/crypto";
import type { DecodedEnvelope } from "@cartorio/protocol";
import { CheckFailure } from "./checkers/check-failure.ts";
import { admit } from "./intake.ts";
import type { Identity } from "./network-genesis.ts";
import { createRandom, type Random } from "./random.ts";
import { correctVoters } from "./seat.ts";
import { arriveAt, type SimNode } from "./sim-node.ts";
import {
  anchorOf,
  author,
  type Draft,
  decodedEnvelope,
  revokeOf,
  sponsor,
  updateOf,
} from "./transactions.ts";
import type { World } from "./world.ts";

/** One transaction of an honest client. */
export interface Submitted {
  readonly decoded: DecodedEnvelope;
  readonly key: string;
  /** A validator took it; undefined: nobody yet. */
  acceptedMs: number | undefined;
  /** Its client gives up: it is invalid, or it saw the receipt. */
  done: boolean;
}

export interface Workload {
  readonly world: World;
  readonly random: Random;
  readonly submitted: Submitted[];
  /** Accepted by a correct validator, and without an outcome yet; by id. */
  readonly open: Map<string, Submitted>;
  /** How often each subject was updated, so that most updates name the right version. */
  readonly versions: Map<string, number>;
}

export function createWorkload(world: World): Workload {
  return {
    world,
    random: createRandom(world.plan.seed ^ 0x27d4eb2f),
    submitted: [],
    open: new Map(),
    versions: new Map(),
  };
}

/**
 * A network's first validators may vote only while the chain is younger than a window (docs/consensus.md
 * 9): load comes when they have started.
 */
const firstMs = 1_000;

export function scheduleWorkload(workload: Workload): void {
  const { queue, plan } = workload.world;
  const { transactions, untilMs } = plan.workload;
  for (let index = 0; index < transactions; index += 1) {
    const random = createRandom(plan.seed * 4096 + index);
    const atMs = firstMs + random.next() * (untilMs - firstMs);
    queue.after(atMs, () => submit(workload, index, random));
  }
}

function submit(workload: Workload, index: number, random: Random): void {
  const { sim, scheme } = workload.world;
  const draft = draftOf(workload, index, random);
  const decoded = decodedEnvelope({ sim, scheme }, draft);
  const key = byteKey(decoded.id);
  const submitted: Submitted = { decoded, key, acceptedMs: undefined, done: false };
  workload.submitted.push(submitted);
  attempt(workload, submitted);
}

const validForMs = 240_000;

/** Most are anchors; some conflict, expire soon, or fail for what the state says. */
function draftOf({ world, versions }: Workload, index: number, random: Random): Draft {
  const { sim, queue, wallStartMs } = world;
  const now = wallStartMs + Math.floor(queue.nowMs());
  const member = random.pick(sim.nodes).member;
  const subject = random.pick(sim.subjects);
  const nonce = `seed ${world.plan.seed} transaction ${index}`;
  const soon = random.chance(0.05);
  const validUntil = now + (soon ? random.between(500, 5000) : validForMs);
  const rest = { validUntil, nonce };
  const draw = random.next();
  if (draw < 0.12) return { ...rest, ...updateDraft(versions, { subject, member, nonce, random }) };
  if (draw < 0.17)
    return {
      ...rest,
      authors: [author(member)],
      operations: [anchorOf(member, "the same for all")],
    };
  if (draw < 0.2)
    return { ...rest, authors: [author(member)], operations: [revokeOf(member, nonce)] };
  // Nobody pays for it: no validator lets it in.
  if (draw < 0.22)
    return { ...rest, authors: [author(subject)], operations: [anchorOf(subject, nonce)] };
  const count = random.chance(0.1) ? random.between(2, 6) : 1;
  const operations = Array.from({ length: count }, (_, at) => anchorOf(member, `${nonce}/${at}`));
  return { ...rest, authors: [author(member)], operations };
}

interface UpdateParts {
  readonly subject: Identity;
  readonly member: Identity;
  readonly nonce: string;
  readonly random: Random;
}

function updateDraft(
  versions: Map<string, number>,
  { subject, member, nonce, random }: UpdateParts,
): Pick<Draft, "authors" | "operations"> {
  const known = versions.get(subject.did) ?? 0;
  const expected = random.chance(0.9) ? known : random.between(0, known + 1);
  versions.set(subject.did, known + 1);
  const operations = [updateOf(subject, expected, nonce.replaceAll(" ", "-"))];
  return { authors: [author(subject), sponsor(member)], operations };
}

function attempt(workload: Workload, submitted: Submitted): void {
  if (submitted.done) return;
  const { world, random } = workload;
  const node = world.nodes[random.between(0, world.plan.n - 1)];
  if (node !== undefined)
    arriveAt(node, random.next() * 5, () => handIn(workload, node, submitted));
  world.queue.after(world.plan.workload.retryMs, () => attempt(workload, submitted));
}

/** The validator takes it, refuses it, or has its receipt; a client believes a certified one only. */
function handIn(workload: Workload, node: SimNode, submitted: Submitted): void {
  const { process, disk } = node;
  const { decoded, key } = submitted;
  if (process === undefined || submitted.done) return;
  const executedAt = disk.chain.executed.get(key);
  if (executedAt !== undefined) {
    if (executedAt <= (disk.chain.certificate?.height ?? 0))
      acknowledge(workload, submitted, executedAt);
    return;
  }
  const envelope = workload.world.envelopeOf(decoded.bytes) ?? decoded;
  const answer = admit(process, envelope, true);
  if (answer.ok) {
    if (node.ridden !== undefined || submitted.acceptedMs !== undefined) return;
    submitted.acceptedMs = workload.world.queue.nowMs();
    workload.open.set(key, submitted);
    return;
  }
  // What no validator will ever take; a full mempool is asked again.
  const isFinal = answer.code !== "MEMPOOL_FULL" && answer.code !== "SENDER_LIMIT";
  if (isFinal && submitted.acceptedMs === undefined) submitted.done = true;
}

/** Certified means final: it must be in every chain. */
function acknowledge(workload: Workload, submitted: Submitted, height: number): void {
  submitted.done = true;
  const { checkers } = workload.world;
  if (checkers.header(height) === undefined)
    throw new CheckFailure("promise", `a receipt names height ${height}, which no chain has`);
}

/** What a validator took is in the chain, or can never be: its last moment has passed in block time. */
export function settlePromises(workload: Workload): void {
  const { world, open } = workload;
  const living = correctVoters(world);
  for (const [key, { decoded }] of open) {
    const isDone = living.every(({ process, disk }) => {
      if (disk.chain.executed.has(key)) return true;
      return process !== undefined && process.ledger.head.header.time > decoded.body.validUntil;
    });
    if (isDone) open.delete(key);
  }
}

export function describeOpen({ open }: Workload): string {
  return [...open.values()]
    .slice(0, 3)
    .map(({ decoded }) => hexEncode(decoded.id).slice(0, 8))
    .join(" ");
}
