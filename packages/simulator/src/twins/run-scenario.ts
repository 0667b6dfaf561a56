import type { Replica } from "@cartorio/consensus";
import { sha256, utf8Encode } from "@cartorio/crypto";
import {
  type ConsensusMessage,
  decodeNewViewBody,
  decodeSuspectBody,
  decodeViewChangeBody,
  defaultParameters,
  type Parameters,
  type ValidatorSet,
} from "@cartorio/protocol";
import {
  createTwinProcess,
  feed,
  receive,
  retry,
  type Surroundings,
  type TwinProcess,
} from "./process.ts";
import { createSafetyChecker } from "./safety.ts";
import {
  connected,
  processCount,
  type Scenario,
  splitViews,
  validatorCount,
  validatorOf,
} from "./scenario.ts";

const tickMs = 150;
const timeoutMs = 300;
/** What is late comes when the view in which it was sent is left. */
const lateMs = 450;
/** Without a step to a new view or block for so long a split lets nobody leave its view. */
const stuckMs = 1050;
/**
 * Owed from the moment the network is whole: f+2 views, each of which may cost a timeout to leave and
 * one to enter, and a second for what is only sent again once a second.
 */
const owedMs: number = 3 * 2 * timeoutMs + 1000;
const wallStartMs = 1_700_000_000_000;

const parameters: Parameters = {
  ...defaultParameters,
  baseTimeoutMs: timeoutMs,
  maxTimeoutMs: timeoutMs,
  heartbeatIntervalMs: 3_600_000,
  rotationTimeMs: 3_600_000,
};
const chainId = sha256(utf8Encode("twins"));
const validators: ValidatorSet = {
  epoch: 0,
  activationHeight: 1,
  validators: Array.from({ length: validatorCount }, (_, index) => ({
    member: `did:cartorio:twins:z${index}`,
    validatorKey: new Uint8Array(32).fill(index + 1),
    nodeKey: new Uint8Array(32).fill(index + 101),
    addresses: [],
    incarnation: new Uint8Array(0),
  })),
};

export interface ScenarioResult {
  readonly check: string | undefined;
  readonly detail: string | undefined;
  /** Highest view and height that any process reached. */
  readonly view: number;
  readonly height: number;
  /** From the moment the network was whole until every correct process had a new certified block. */
  readonly recoveredMs: number;
  readonly deliveries: number;
}

interface Mail {
  readonly dueMs: number;
  readonly from: TwinProcess;
  readonly to: TwinProcess;
  readonly message: ConsensusMessage;
}

interface Run {
  readonly scenario: Scenario;
  readonly processes: TwinProcess[];
  /** In the order in which it was sent. */
  mail: Mail[];
  nowMs: number;
  /** Splits hold for everything, for all but the messages that lead to the next view, or not at all. */
  network: "split" | "leaving" | "whole";
  deliveries: number;
  failure: { readonly check: string; readonly detail: string } | undefined;
}

/** Runs one scenario to its end; equal scenarios give equal results. */
export function runScenario(scenario: Scenario, trace?: (line: string) => void): ScenarioResult {
  const run: Run = {
    scenario,
    processes: [],
    mail: [],
    nowMs: 0,
    network: "split",
    deliveries: 0,
    failure: undefined,
  };
  const checker = createSafetyChecker();
  const surroundings = createSurroundings(run, checker, trace);
  for (let index = 0; index < processCount; index += 1) {
    const validator = validatorOf(scenario, index);
    const hasTwin = validator === scenario.twinned;
    run.processes.push(createTwinProcess(surroundings, index, { validator, hasTwin }));
  }
  for (const process of run.processes) {
    feed(process, { kind: "mempool", waiting: true });
    tick(run, process);
  }
  deliver(run);
  runSplit(run, trace);
  const recoveredMs = runWhole(run, trace);
  const failure = checker.violation() ?? run.failure;
  return {
    check: failure?.check,
    detail: failure?.detail,
    view: Math.max(...run.processes.map((process) => process.replica.view)),
    height: Math.max(...run.processes.map((process) => process.blocks.length)),
    recoveredMs,
    deliveries: run.deliveries,
  };
}

function createSurroundings(
  run: Run,
  checker: ReturnType<typeof createSafetyChecker>,
  trace: ((line: string) => void) | undefined,
): Surroundings {
  return {
    chainId,
    validators,
    parameters,
    send: (from, to, message) => {
      const view = viewOf(message, from.replica);
      const open = run.network === "whole" || (run.network === "leaving" && leads(message));
      for (const process of run.processes) {
        if (process === from || (to !== "all" && !to.includes(process.validator))) continue;
        if (open || connected(run.scenario, [from.index, process.index], view))
          run.mail.push({
            dueMs: run.nowMs + delayOf(run, process, message),
            from,
            to: process,
            message,
          });
      }
    },
    heard: (by) =>
      run.processes.filter(
        (process) =>
          process !== by &&
          !process.stopped &&
          (run.network === "whole" ||
            connected(run.scenario, [by.index, process.index], by.replica.view)),
      ),
    signed: (message) => checker.signed(message),
    executed: (by, block) => {
      trace?.(`${run.nowMs} process ${by.index} executed ${block.height}`);
      checker.executed(by.index, block);
    },
    halted: (by, code) => {
      trace?.(`${run.nowMs} process ${by.index} stopped: ${code}`);
      if (by.validator !== run.scenario.twinned)
        run.failure ??= { check: "halt", detail: `process ${by.index} stopped: ${code}` };
    },
  };
}

/**
 * The view that a message belongs to, which decides its split (Bano et al. 2020, section 4: partitions
 * are per round, and a message carries its round). What names no view belongs to its sender's.
 */
function viewOf(message: ConsensusMessage, sender: Replica): number {
  switch (message.kind) {
    case "prePrepare":
    case "vote":
      return message.value.view;
    case "suspect":
      return bodyView(decodeSuspectBody(message.value.body));
    case "viewChange":
      return bodyView(decodeViewChangeBody(message.value.body));
    case "newView":
      return bodyView(decodeNewViewBody(message.value.body));
    default:
      return sender.view;
  }
}

type DecodedBody =
  | { readonly ok: true; readonly value: { readonly view: number } }
  | { readonly ok: false };
function bodyView(decoded: DecodedBody): number {
  if (!decoded.ok) throw new Error("INV-SIM-FORM: a process sent a message that does not decode");
  return decoded.value.view;
}

/** Checkpoints are late always, so that a view change has more than the newest certificate to go by. */
function delayOf(run: Run, to: TwinProcess, message: ConsensusMessage): number {
  if (run.network === "whole") return 0;
  if (message.kind === "checkpoint") return lateMs;
  if (message.kind !== "vote") return 0;
  const late = run.scenario.late[message.value.view];
  if (late === undefined || late.except === to.index) return 0;
  return (message.value.kind === 3 ? late.commits : late.prepares) ? lateMs : 0;
}

function deliver(run: Run): void {
  const later: Mail[] = [];
  for (let at = 0; at < run.mail.length; at += 1) {
    const mail = run.mail[at];
    if (mail === undefined) break;
    if (mail.dueMs > run.nowMs) {
      later.push(mail);
      continue;
    }
    run.deliveries += 1;
    receive(mail.to, mail.from.validator, mail.message);
  }
  run.mail = later;
}

function tick(run: Run, process: TwinProcess): void {
  feed(process, { kind: "tick", monotonicMs: run.nowMs, wallMs: wallStartMs + run.nowMs });
}

function tickAll(run: Run): void {
  run.nowMs += tickMs;
  for (const process of run.processes) {
    retry(process);
    tick(run, process);
  }
  deliver(run);
}

/**
 * Until every process left the split views. Where a split lets nobody leave its view, as no set has
 * the members for it, what leads to the next view passes it once: the paper's pacemaker always moves
 * on, and otherwise the later splits of half of the scenarios would never be seen.
 */
function runSplit(run: Run, trace: ((line: string) => void) | undefined): void {
  let steps = stepsOf(run);
  let sinceMs = run.nowMs;
  const endMs = splitViews * stuckMs * 3;
  while (run.failure === undefined && run.nowMs < endMs) {
    if (run.processes.every(({ replica }) => replica.halted.size > 0 || replica.view >= splitViews))
      return;
    tickAll(run);
    const now = stepsOf(run);
    if (now !== steps) sinceMs = run.nowMs;
    steps = now;
    run.network = run.nowMs - sinceMs >= stuckMs ? "leaving" : "split";
    trace?.(`${run.nowMs} ${run.network}: views ${viewsOf(run)}`);
  }
}

function viewsOf(run: Run): string {
  return run.processes.map((process) => process.replica.view).join(" ");
}

/** Suspects and ViewChanges, and the Status that asks for them. */
function leads({ kind }: ConsensusMessage): boolean {
  return kind === "suspect" || kind === "viewChange" || kind === "status";
}

function stepsOf(run: Run): number {
  return run.processes.reduce((sum, { replica, blocks }) => sum + replica.view + blocks.length, 0);
}

/** Whole network: progress is owed, both beside the twin and after it fell silent, in either order. */
function runWhole(run: Run, trace: ((line: string) => void) | undefined): number {
  run.network = "whole";
  trace?.(`${run.nowMs} the network is whole`);
  if (run.scenario.silencedAtOnce) silenceTwin(run);
  const recoveredMs = progress(run, trace);
  if (run.scenario.silencedAtOnce || run.failure !== undefined) return recoveredMs;
  trace?.(`${run.nowMs} the twin is silent`);
  silenceTwin(run);
  return Math.max(recoveredMs, progress(run, trace));
}

function silenceTwin(run: Run): void {
  const twin = run.processes[processCount - 1];
  if (twin !== undefined) twin.stopped = true;
}

/** Every correct process owes a new certified block in time. Returns how long it took. */
function progress(run: Run, trace: ((line: string) => void) | undefined): number {
  const startMs = run.nowMs;
  const correct = run.processes.filter(({ validator }) => validator !== run.scenario.twinned);
  const target = 1 + Math.max(...run.processes.map((process) => process.blocks.length));
  while (run.failure === undefined) {
    if (correct.every(({ replica }) => Math.min(replica.executed, replica.certified) >= target))
      break;
    if (run.nowMs - startMs > owedMs) {
      const heights = correct.map(({ replica }) => `${replica.executed}/${replica.certified}`);
      const detail = `owed height ${target}, have ${heights.join(" ")}`;
      run.failure = { check: "liveness", detail };
      break;
    }
    tickAll(run);
    trace?.(`${run.nowMs} views ${viewsOf(run)}`);
  }
  return run.nowMs - startMs;
}
