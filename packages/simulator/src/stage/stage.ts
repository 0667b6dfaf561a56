// A stage: a few validators on the real `step`, whose network, disks and clocks do what a script says,
// and nothing else happens. For courses of events that seeds come to too rarely.
import { type ExecutedBlock, verifyMessage } from "@cartorio/consensus";
import { sha256, utf8Encode } from "@cartorio/crypto";
import {
  type ConsensusMessage,
  decodeConsensusMessage,
  defaultParameters,
  encodeConsensusMessage,
  envelopeHash,
  type Parameters,
  type ValidatorSet,
} from "@cartorio/protocol";
import { CheckFailure } from "../checkers/check-failure.ts";
import { type Checkers, createCheckers } from "../checkers/checkers.ts";
import { fakeVerify } from "../fake-signatures.ts";
import { stageKey } from "./sign-as.ts";
import {
  crashStageNode,
  createStageNode,
  feed,
  receive,
  retry,
  type StageNode,
  startStageNode,
} from "./stage-node.ts";

export interface Letter {
  readonly from: number;
  readonly to: number;
  readonly message: ConsensusMessage;
}

export interface Stage {
  readonly n: number;
  readonly chainId: Uint8Array;
  readonly validators: ValidatorSet;
  readonly parameters: Parameters;
  readonly nodes: readonly StageNode[];
  readonly checkers: Checkers;
  /** Validators without a process: the script speaks for them. */
  readonly liars: ReadonlySet<number>;
  nowMs: number;
  /** Transactions that wait everywhere. */
  supply: number;
  /** A set change is executed at this height. */
  readonly changeAt: number;
  /** Which letters arrive; by default all. */
  passes: (letter: Letter) => boolean;
  /** Everything that correct validators sent, once each. */
  readonly said: ConsensusMessage[];
  send(from: number, to: "all" | readonly number[], message: ConsensusMessage): void;
  /** Nodes that a node can ask for proposals and blocks. */
  heard(by: StageNode): readonly StageNode[];
  isValid(message: ConsensusMessage): boolean;
  executed(node: StageNode, block: ExecutedBlock): void;
  nextEnvelope(): Uint8Array;
}

export interface StageOptions {
  readonly n?: number;
  readonly liars?: readonly number[];
  readonly parameters?: Partial<Parameters>;
  readonly epoch?: number;
  readonly changeAt?: number;
}

export const wallStartMs = 1_700_000_000_000;
const tickMs = 50;
const chainId = sha256(utf8Encode("stage"));
/** Who may be this late is asked in its own scenario. */
const latestTime = Number.MAX_SAFE_INTEGER;
const mailOf = new WeakMap<Stage, Letter[]>();

export function stageValidators(n: number, epoch: number): ValidatorSet {
  return {
    epoch,
    activationHeight: 1,
    validators: Array.from({ length: n }, (_, index) => ({
      member: `did:cartorio:stage:z${index}`,
      validatorKey: stageKey(index).publicKey,
      nodeKey: stageKey(100 + index).publicKey,
      addresses: [],
      incarnation: new Uint8Array(0),
    })),
  };
}

export function createStage(options: StageOptions = {}): Stage {
  const { n = 4, liars = [], epoch = 0 } = options;
  const validators = stageValidators(n, epoch);
  const nodes = Array.from({ length: n }, (_, index) => createStageNode(index));
  const checkers = createCheckers(n, new Set(liars));
  const valid = new WeakMap<object, boolean>();
  const mail: Letter[] = [];
  let envelopes = 0;
  const stage: Stage = {
    n,
    chainId,
    validators,
    parameters: { ...defaultParameters, rotationTimeMs: 3_600_000, ...options.parameters },
    nodes,
    checkers,
    liars: new Set(liars),
    nowMs: 0,
    supply: 0,
    changeAt: options.changeAt ?? Number.MAX_SAFE_INTEGER,
    passes: () => true,
    said: [],
    send: (from, to, message) => {
      const isOwn = authorOf(message) === from && !stage.liars.has(from);
      if (isOwn) {
        checkers.signed(from, message);
        stage.said.push(message);
      }
      for (const node of nodes)
        if (node.index !== from && (to === "all" || to.includes(node.index)))
          mail.push({ from, to: node.index, message });
    },
    heard: (by) =>
      nodes.filter(
        (node) =>
          node !== by &&
          node.replica !== undefined &&
          stage.passes({ from: node.index, to: by.index, message: askForData }),
      ),
    isValid: (message) => {
      const known = valid.get(message);
      if (known !== undefined) return known;
      const context = { chainId, validators, verify: fakeVerify };
      const found = hasForm(message) && verifyMessage(message, context) !== undefined;
      valid.set(message, found);
      return found;
    },
    executed: (node, block) => {
      if (node.divergence === 0) checkers.executed(node.index, block, { receipts: [], latestTime });
    },
    nextEnvelope: () => {
      envelopes += 1;
      stage.supply -= 1;
      if (stage.supply === 0) tellSupply(stage);
      return envelopeHash(utf8Encode(`transaction ${envelopes}`));
    },
  };
  mailOf.set(stage, mail);
  for (const node of nodes) if (!stage.liars.has(node.index)) startStageNode(stage, node);
  return stage;
}

/** Stands for the question for a proposal or a block: a Status, which every filter lets pass or not by its ends. */
const askForData: ConsensusMessage = {
  kind: "status",
  value: {
    epoch: 0,
    view: 0,
    certifiedHeight: 0,
    viewChange: 0,
    viewChanges: 0,
    suspects: 0,
    newView: false,
    heights: [],
    executedHeight: 0,
  },
};

/** Does it survive the way over the network? */
function hasForm(message: ConsensusMessage): boolean {
  try {
    return decodeConsensusMessage(encodeConsensusMessage(message)).ok;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

export function authorOf(message: ConsensusMessage): number | undefined {
  if (message.kind === "status" || message.kind === "certificate") return undefined;
  return message.value.validator;
}

/** So many more transactions wait at every node. */
export function supply(stage: Stage, count: number): void {
  stage.supply += count;
  tellSupply(stage);
}

function tellSupply(stage: Stage): void {
  for (const node of stage.nodes) feed(stage, node, { kind: "mempool", waiting: stage.supply > 0 });
}

export function deliver(stage: Stage): void {
  const mail = mailOf.get(stage) ?? [];
  for (let letter = mail.shift(); letter !== undefined; letter = mail.shift()) {
    const node = stage.nodes[letter.to];
    if (node !== undefined && stage.passes(letter)) receive(stage, node, letter);
  }
}

/** Time passes in ticks; what is sent arrives at once. `until` ends it early. */
export function advance(stage: Stage, ms: number, until: () => boolean = () => false): void {
  const endMs = stage.nowMs + ms;
  deliver(stage);
  while (stage.nowMs < endMs && !until()) {
    stage.nowMs += tickMs;
    const wallMs = wallStartMs + stage.nowMs;
    for (const node of stage.nodes) {
      retry(stage, node);
      feed(stage, node, { kind: "tick", monotonicMs: stage.nowMs, wallMs });
    }
    deliver(stage);
  }
}

export function crash(stage: Stage, index: number): void {
  const node = stage.nodes[index];
  if (node !== undefined) crashStageNode(node);
}

export function start(stage: Stage, index: number): void {
  const node = stage.nodes[index];
  if (node !== undefined) startStageNode(stage, node);
}

type ValueOf<K extends ConsensusMessage["kind"]> = Extract<
  ConsensusMessage,
  { readonly kind: K }
>["value"];

/** Messages of one kind that correct validators sent. */
export function saidOf<K extends ConsensusMessage["kind"]>(stage: Stage, kind: K): ValueOf<K>[] {
  return stage.said.flatMap((message) =>
    message.kind === kind ? [message.value as ValueOf<K>] : [],
  );
}

export function require(condition: boolean, check: string, detail: string): void {
  if (!condition) throw new CheckFailure(check, detail);
}

/** docs/consensus.md 13: progress is owed (f+2) timeouts and ten seconds after everything is whole. */
export function requireProgress(stage: Stage): void {
  const living = stage.nodes.filter((node) => node.replica !== undefined);
  const target = 1 + Math.max(...living.map((node) => node.blocks.length));
  supply(stage, 1);
  const owedMs = 3 * stage.parameters.maxTimeoutMs + 10_000;
  const has = (): boolean => living.every((node) => node.blocks.length >= target);
  advance(stage, owedMs, has);
  const heights = living.map((node) => node.blocks.length).join(" ");
  require(has(), "liveness", `height ${target} owed, executed ${heights}`);
}
