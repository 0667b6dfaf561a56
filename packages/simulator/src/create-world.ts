import { digest, verifyMessage } from "@cartorio/consensus";
import { equalBytes } from "@cartorio/crypto";
import {
  type ConsensusMessage,
  type DecodedEnvelope,
  decodeTransaction,
  type ValidatorSet,
} from "@cartorio/protocol";
import { ride } from "./adversary.ts";
import { CheckFailure } from "./checkers/check-failure.ts";
import { createCheckers } from "./checkers/checkers.ts";
import { createDisk } from "./disk.ts";
import { createEventQueue } from "./event-queue.ts";
import { crashAtWrite } from "./faults.ts";
import { admit } from "./intake.ts";
import { fakeScheme, realScheme } from "./keys.ts";
import { createNetwork } from "./network.ts";
import { createSimNetwork, genesisTimeMs } from "./network-genesis.ts";
import type { Plan } from "./plan.ts";
import { createRandom } from "./random.ts";
import { currentSeat, indexIn, nodesOf, type Seat } from "./seat.ts";
import type { SimNode } from "./sim-node.ts";
import { takeSeat } from "./start.ts";
import { createStatistics } from "./statistics.ts";
import { strategyNamed } from "./strategies/table.ts";
import { createViews, noteView } from "./views.ts";
import type { World } from "./world.ts";

export interface CreatedWorld {
  readonly world: World;
  readonly lines: string[];
}

const maxTraceLines = 4_000;
/** Block time is after genesis also by the slowest clock of a correct validator. */
const startAfterGenesisMs = 3_600_000;

/** What is told of a run beside its result. */
export interface Telling {
  /** The trace holds every message. */
  readonly everything?: boolean;
  /** Sees every consensus message as it arrives, valid or not. */
  readonly watch?: World["watch"];
}

export function createWorld(plan: Plan, telling: Telling = {}): CreatedWorld {
  const everything = telling.everything ?? false;
  const queue = createEventQueue();
  const lines: string[] = [];
  const nodes: SimNode[] = [];
  const views = createViews();
  const sets = new Map<number, ValidatorSet>();
  const size = { validators: plan.n, candidates: plan.candidates };
  const sim = createSimNetwork(size, plan.parameters);
  const scheme = plan.realSignatures ? realScheme : fakeScheme;
  const byzantine = new Set(plan.byzantine.map(({ node }) => node));
  const wallStartMs = genesisTimeMs + startAfterGenesisMs;
  const keepAll = everything ? Number.POSITIVE_INFINITY : maxTraceLines;
  const trace = (line: string): void => {
    lines.push(`${queue.nowMs().toFixed(3)} ${line}`);
    if (lines.length > keepAll) lines.splice(1, keepAll / 4);
  };
  const world: World = {
    plan,
    queue,
    random: createRandom(plan.seed ^ 0x5bd1e995),
    network: createNetwork(queue, createRandom(plan.seed ^ 0x3c6ef372), plan.quality),
    sim,
    scheme,
    checkers: createCheckers(plan.n, byzantine),
    statistics: createStatistics(),
    commitTimes: [],
    wallStartMs,
    nodes,
    envelopeOf: envelopeReader(sim.chainId, plan.encoded),
    isValid: messageJudge((message, epoch) => {
      const validators = sets.get(epoch);
      if (validators === undefined) return false;
      const context = { chainId: sim.chainId, validators, verify: scheme.verify };
      return verifyMessage(message, context) !== undefined;
    }),
    blockExecuted: (node, stored) => {
      const { height, time } = stored.block;
      if (height > world.commitTimes.length)
        world.commitTimes.push({ atMs: queue.nowMs(), transactions: stored.envelopes.length });
      if (height === world.checkers.chainLength())
        trace(
          `node ${node.index} executed ${height}, ${stored.envelopes.length} transactions, time ${time - wallStartMs}`,
        );
    },
    settleEpoch: takeSeat,
    epochOpened: (set) => openEpoch(world, sets, set),
    noteView: (seat, note) => noteView(views, seat, note),
    starved: (process, bytes) => {
      const decoded = world.envelopeOf(bytes);
      if (decoded === undefined || !admit(process, decoded, false).ok) return;
      currentSeat(process)?.watch?.suspected(decoded);
    },
    accused: (seat, validator, offence) => accuse(world, seat, { validator, offence }),
    crashing: crashAtWrite,
    trace,
    watch: telling.watch,
    traceMore: everything ? (line) => trace(line()) : undefined,
  };
  for (const [index, keys] of sim.nodes.entries()) nodes.push(createNode(world, index, keys));
  for (const { node: index, strategy } of plan.byzantine) {
    const node = nodes[index];
    const entry = strategyNamed(strategy);
    // Its own chance: what it draws must not shift that of everything else.
    const random = createRandom(plan.seed * 64 + index);
    if (node !== undefined && entry !== undefined) node.ridden = ride(node, entry.create(), random);
  }
  return { world, lines };
}

/** Nobody who is correct leaves proof of a broken rule. */
function accuse(
  { nodes, trace }: World,
  seat: Seat,
  { validator, offence }: { readonly validator: number; readonly offence: string },
): void {
  const { epoch } = seat.validators;
  trace(
    `node ${seat.process.node.index} has evidence: ${offence} by ${validator} of epoch ${epoch}`,
  );
  const accused = nodes.find((node) => indexIn(seat.validators, node) === validator);
  if (accused === undefined || accused.ridden !== undefined || accused.forgetful) return;
  throw new CheckFailure("false-evidence", `${offence} by the correct node ${accused.index}`);
}

function createNode(world: World, index: number, keys: SimNode["keys"]): SimNode {
  return {
    index,
    world,
    keys,
    disk: createDisk(world.sim.block0.writes),
    skewMs: world.plan.skewsMs[index] ?? 0,
    process: undefined,
    dead: false,
    pausedUntilMs: 0,
    crashAtWrite: undefined,
    ridden: undefined,
    busyUntilMs: 0,
    forgetful: false,
    mustReenter: false,
  };
}

/** The checkers learn who votes in an epoch, and who in it has not re-entered yet. */
function openEpoch(world: World, sets: Map<number, ValidatorSet>, set: ValidatorSet): void {
  const { epoch, activationHeight, validators } = set;
  if (sets.has(epoch)) return;
  sets.set(epoch, set);
  const nodes = nodesOf(set, world);
  const byzantine = new Set(
    [...nodes.keys()].filter((index) => nodes[index]?.ridden !== undefined),
  );
  world.checkers.openEpoch({ epoch, n: nodes.length, byzantine, activationHeight });
  for (const [index, node] of nodes.entries()) {
    if (node?.mustReenter !== true) continue;
    // A wiped disk that nobody started or asked about meanwhile: of this epoch it has lost nothing.
    if ((node.disk.guard?.mustReenter ?? 0) === 0) continue;
    const named = validators[index]?.incarnation ?? new Uint8Array(0);
    if (equalBytes(named, node.disk.guard?.incarnation ?? new Uint8Array(1))) continue;
    world.checkers.forgot(epoch, index);
  }
}

/** Each byte array is decoded once and shared; in seeds that encode, once per receiver. */
function envelopeReader(
  chainId: Uint8Array,
  encoded: boolean,
): (bytes: Uint8Array) => DecodedEnvelope | undefined {
  const known = new WeakMap<Uint8Array, DecodedEnvelope | null>();
  const decode = (bytes: Uint8Array): DecodedEnvelope | undefined => {
    const decoded = decodeTransaction(bytes, chainId);
    return decoded.ok ? decoded.value : undefined;
  };
  if (encoded) return decode;
  return (bytes) => {
    const found = known.get(bytes);
    if (found !== undefined) return found ?? undefined;
    const made = decode(bytes);
    known.set(bytes, made ?? null);
    // Others hand on the bytes inside the decoded envelope.
    if (made !== undefined) known.set(made.bytes, made);
    return made;
  };
}

function messageJudge(
  judge: (message: ConsensusMessage, epoch: number) => boolean,
): (message: ConsensusMessage, epoch: number) => boolean {
  const verdicts = new WeakMap<ConsensusMessage, boolean>();
  return (message, epoch) => {
    const known = verdicts.get(message);
    if (known !== undefined) return known;
    const valid = judge(message, epoch);
    verdicts.set(message, valid);
    return valid;
  };
}

export function finalDigest({ nodes }: World): string[] {
  return nodes.flatMap(({ process, index }) => {
    const seat = process && currentSeat(process);
    return seat === undefined ? [] : [`node ${index}\n${digest(seat.replica)}`];
  });
}
