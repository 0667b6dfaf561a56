// What is said is durable before (docs/consensus.md 3.4, 5 and 9). The checkers for statements,
// certificates and bodies watch; nothing more is asked here than that the courses come about.
import { type ConsensusMessage, encodeProposal } from "@cartorio/protocol";
import { signAs } from "./sign-as.ts";
import {
  advance,
  authorOf,
  crash,
  createStage,
  type Letter,
  require,
  requireProgress,
  type Stage,
  saidOf,
  start,
  supply,
  wallStartMs,
} from "./stage.ts";

const isPrepare = (message: ConsensusMessage): boolean =>
  message.kind === "vote" && message.value.kind === 2;
const isCommit = (message: ConsensusMessage): boolean =>
  message.kind === "vote" && message.value.kind === 3;

function viewOfVote(message: ConsensusMessage): number {
  return message.kind === "vote" ? message.value.view : 0;
}

const isVote = (message: ConsensusMessage): boolean => message.kind === "vote";

/** Everybody is prepared, each Commit is sent and none arrives; then all start again and leave the view. */
export function restartPrepared(): void {
  const stage = createStage();
  stage.passes = ({ message }) => !isCommit(message);
  supply(stage, 1);
  advance(stage, 1_000);
  restartAndLeave(stage);
}

/** Nobody hears a vote after the restart, so that only the journal knows what was prepared. */
function restartAndLeave(stage: Stage): void {
  restartAll(stage, 0);
  stage.passes = ({ message }) => !isVote(message);
  advance(stage, 10_000);
  stage.passes = () => true;
  requireProgress(stage);
}

function restartAll(stage: Stage, pauseMs: number): void {
  for (const { index } of stage.nodes) crash(stage, index);
  advance(stage, pauseMs);
  for (const { index } of stage.nodes) start(stage, index);
}

/** The same, but a minute passes in between: what is prepared is older than the drift. */
export function longOutage(): void {
  const stage = createStage();
  stage.passes = ({ message }) => !isCommit(message);
  supply(stage, 1);
  advance(stage, 1_000);
  restartAll(stage, 60_000);
  // Without its primary the view is left, and the old proposal is in the O of the next one.
  crash(stage, 0);
  stage.passes = ({ message }) => !isCommit(message) || viewOfVote(message) > 0;
  requireProgress(stage);
}

/** The disks hang at the write of the prepared certificate; what was sent before it counts. */
export function hangingCommit(): void {
  const stage = createStage();
  stage.passes = ({ message }) => {
    if (isPrepare(message)) for (const node of stage.nodes) node.diskHangs = true;
    return true;
  };
  supply(stage, 1);
  advance(stage, 1_000);
  restartAndLeave(stage);
}

/** The disks hang at the write of a liar's proposal; after the restart it proposes another one. */
export function hangingPrepare(): void {
  const stage = createStage({ liars: [0] });
  for (const node of stage.nodes) node.diskHangs = true;
  stage.send(0, "all", proposal(stage, 1));
  advance(stage, 500);
  for (const index of [1, 2, 3]) {
    crash(stage, index);
    start(stage, index);
  }
  advance(stage, 50);
  stage.send(0, "all", proposal(stage, 2));
  advance(stage, 1_000);
}

export function proposal(stage: Stage, content: number, timeMs = 0): ConsensusMessage {
  const bytes = encodeProposal({
    epoch: stage.validators.epoch,
    height: 1,
    time: wallStartMs + stage.nowMs + timeMs,
    proposer: 0,
    envelopeHashes: [new Uint8Array(32).fill(content)],
  });
  return signAs(stage, 0, { kind: "prePrepare", view: 0, height: 1, proposal: bytes });
}

/** Bodies of what is prepared must be somewhere when the primary is gone. */
export function bodiesKept(): void {
  const stage = createStage();
  supply(stage, 1);
  advance(stage, 1_000);
}

/** All leave view 0, start again, and then hear what completes a vote in it. */
export function restartLeaving(): void {
  const stage = createStage();
  const late: Letter[] = [];
  stage.passes = (letter) => {
    if (!isPrepare(letter.message) && letter.message.kind !== "newView") return true;
    if (isPrepare(letter.message)) late.push(letter);
    return false;
  };
  supply(stage, 1);
  advance(stage, 4_000);
  for (const { index } of stage.nodes) crash(stage, index);
  stage.passes = () => true;
  for (const { from, to, message } of late) stage.send(from, [to], message);
  for (const { index } of stage.nodes) start(stage, index);
  advance(stage, 200);
  requireProgress(stage);
}

/** The Prepares of a view arrive when it was left. */
export function latePrepares(): void {
  const stage = createStage();
  const late: Letter[] = [];
  stage.passes = (letter) => {
    if (letter.message.kind === "newView") return false;
    if (!isPrepare(letter.message)) return true;
    late.push(letter);
    return false;
  };
  supply(stage, 1);
  advance(stage, 3_000);
  stage.passes = ({ message }) => message.kind !== "newView";
  for (const { from, to, message } of late) stage.send(from, [to], message);
  advance(stage, 500);
  stage.passes = () => true;
  requireProgress(stage);
}

/** One machine comes to another result; it starts again with the result of the others. */
export function diverged(): void {
  const stage = createStage();
  const [, , , last] = stage.nodes;
  if (last === undefined) return;
  last.divergence = 1;
  // Its statement leaves, and no certificate tells it that it is alone.
  stage.passes = ({ to, message }) =>
    !(to === 3 && (message.kind === "checkpoint" || message.kind === "certificate"));
  supply(stage, 1);
  advance(stage, 500);
  crash(stage, 3);
  last.divergence = 0;
  const [first] = stage.nodes;
  last.blocks = [...(first?.blocks ?? [])];
  last.certificate = undefined;
  start(stage, 3);
  advance(stage, 1_000);
  require(last.halts.includes("STATE_DIVERGED"), "halt", "a second result was not noticed");
  const before = saidBy(stage, 3);
  stage.passes = () => true;
  supply(stage, 2);
  advance(stage, 2_000);
  const after = saidBy(stage, 3);
  require(after === before, "halted", `${after - before} messages of a validator that stopped`);
}

/** The NewView of view 1 arrives when view 2 is over as well. */
export function oldNewView(): void {
  const stage = createStage();
  stage.passes = ({ message }) =>
    !isCommit(message) && !(message.kind === "newView" && message.value.validator === 1);
  supply(stage, 1);
  advance(stage, 16_000);
  const late = saidOf(stage, "newView").find(({ validator }) => validator === 1);
  require(late !== undefined, "liveness", "view 1 was to begin at its primary");
  stage.passes = () => true;
  if (late !== undefined) stage.send(1, [0, 2, 3], { kind: "newView", value: late });
  advance(stage, 500);
  requireProgress(stage);
}

function saidBy(stage: Stage, author: number): number {
  return stage.said.filter((message) => authorOf(message) === author).length;
}

/** One is down for more than a window, and then needs blocks, not votes. */
export function longAbsence(): void {
  const stage = createStage();
  crash(stage, 3);
  supply(stage, 40);
  advance(stage, 10_000);
  start(stage, 3);
  requireProgress(stage);
}
