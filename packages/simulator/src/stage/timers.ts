// Who leaves a view, and when (docs/consensus.md 4 and 6).
import {
  type ConsensusMessage,
  decodeProposal,
  decodeSuspectBody,
  decodeViewChangeBody,
  encodeSuspectBody,
  encodeViewChangeBody,
  suspectReason,
} from "@cartorio/protocol";
import { signAs } from "./sign-as.ts";
import {
  advance,
  crash,
  createStage,
  type Letter,
  require,
  requireProgress,
  type Stage,
  saidOf,
  start,
  supply,
} from "./stage.ts";
import { feed } from "./stage-node.ts";

const isCertifying = ({ kind }: ConsensusMessage): boolean =>
  kind === "checkpoint" || kind === "certificate";

/** Statements do not arrive: eight heights commit and nobody blames the primary. */
export function closedWindow(): void {
  const stage = createStage();
  stage.passes = ({ message }) => !isCertifying(message);
  supply(stage, 100);
  advance(stage, 15_000);
  const heights = saidOf(stage, "prePrepare").map(({ proposal }) => heightOf(proposal));
  const highest = Math.max(0, ...heights);
  require(highest <= 8, "window", `height ${highest} proposed while nothing is certified`);
  const reasons = saidOf(stage, "suspect").length;
  require(reasons === 0, "unplanned-view-change", `${reasons} Suspects while the window is closed`);
  stage.passes = () => true;
  requireProgress(stage);
}

function heightOf(proposal: Uint8Array): number {
  const decoded = decodeProposal(proposal);
  return decoded.ok ? decoded.value.height : 0;
}

function requireNoViewChange(stage: Stage): void {
  const left = saidOf(stage, "viewChange").length;
  require(left === 0, "unplanned-view-change", `${left} ViewChanges for one voice`);
}

/** A transaction waits at one validator only, whose timer runs out. */
export function loneTimeout(): void {
  const stage = createStage();
  const [, , , last] = stage.nodes;
  if (last !== undefined) feed(stage, last, { kind: "mempool", waiting: true });
  advance(stage, 8_000);
  require(saidOf(stage, "suspect").length > 0, "liveness", "a timer that runs does not run out");
  requireNoViewChange(stage);
  requireProgress(stage);
}

/** A liar leaves for a far view, alone. */
export function loneViewChange(): void {
  const stage = createStage({ liars: [3] });
  const body = encodeViewChangeBody({
    chainId: stage.chainId,
    epoch: 0,
    view: 50,
    certificate: undefined,
    prepared: [],
  });
  stage.send(3, "all", signAs(stage, 3, { kind: "viewChange", body }));
  advance(stage, 3_000);
  requireNoViewChange(stage);
  requireProgress(stage);
}

/** A Suspect for a height that is passed says nothing any more. */
export function oldSuspect(): void {
  const stage = createStage({ liars: [3] });
  const suspect = (certifiedHeight: number): ConsensusMessage => {
    const { chainId } = stage;
    const envelope = new Uint8Array(0);
    const reason = suspectReason.noProgress;
    const body = encodeSuspectBody({
      chainId,
      epoch: 0,
      view: 0,
      certifiedHeight,
      reason,
      envelope,
    });
    return signAs(stage, 3, { kind: "suspect", body });
  };
  stage.send(3, "all", suspect(0));
  supply(stage, 1);
  advance(stage, 1_000);
  // One of the others waits for a transaction that only it has.
  const [, last] = stage.nodes;
  if (last !== undefined) feed(stage, last, { kind: "mempool", waiting: true });
  advance(stage, 6_000);
  requireNoViewChange(stage);
  requireProgress(stage);
}

/** Two and two: both sides leave view 0 and then wait, as no view can begin. */
export function halves(): void {
  const stage = createStage();
  stage.passes = ({ from, to }) => from < 2 === to < 2;
  supply(stage, 1);
  advance(stage, 60_000);
  const views = saidOf(stage, "viewChange").map(({ body }) => viewOf(body));
  const highest = Math.max(0, ...views);
  require(highest <= 1, "view-run", `view ${highest} named without a quorum in the view before`);
  stage.passes = () => true;
  requireProgress(stage);
}

function viewOf(body: Uint8Array): number {
  const decoded = decodeViewChangeBody(body);
  return decoded.ok ? decoded.value.view : 0;
}

const isOfPrimary = ({ message }: Letter): boolean =>
  message.kind === "newView" || message.kind === "prePrepare";

/** No NewView arrives for five minutes, so that each view fails and the timeouts grow to their cap. */
export function failingViews(): void {
  const stage = createStage();
  stage.passes = (letter) => !isOfPrimary(letter);
  supply(stage, 1);
  advance(stage, 300_000);
  const view = Math.max(...stage.nodes.map(({ replica }) => replica?.view ?? 0));
  const hasLeft = (): boolean => stage.nodes.every(({ replica }) => (replica?.view ?? 0) > view);
  advance(stage, 300_000, hasLeft);
  // The next primary dies as its view is to begin: one timeout is to be waited for.
  crash(stage, (view + 1) % stage.n);
  stage.passes = () => true;
  requireProgress(stage);
}

/** Every message is lost the first time: only what is said again arrives. */
export function firstCopyLost(): void {
  const stage = createStage();
  stage.passes = loseFirst();
  requireProgress(stage);
  requireProgress(stage);
}

function loseFirst(): (letter: Letter) => boolean {
  const seen = new Set<string>();
  return ({ from, to, message }) => {
    if (message.kind === "status" || message.kind === "certificate") return true;
    const { signature } = message.value;
    const key = `${from} ${to} ${message.kind} ${Buffer.from(signature).toString("hex")}`;
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  };
}

/**
 * Three go on without the fourth through views that fail, then one of them dies: the fourth must follow
 * the two that are far above it.
 */
export function joinTwo(): void {
  const stage = createStage();
  const isFourth = ({ from, to }: Letter): boolean => from === 3 || to === 3;
  stage.passes = (letter) => !isFourth(letter) && !isOfPrimary(letter);
  supply(stage, 1);
  // Until the three are in a view whose primary is the one that dies.
  const inView = (index: number): number => stage.nodes[index]?.replica?.view ?? 0;
  advance(stage, 90_000, () => [0, 1, 2].every((index) => inView(index) === 6));
  crash(stage, 2);
  // Suspects of the views in between are gone with the processes: each keeps only its newest.
  for (const index of [0, 1]) {
    crash(stage, index);
    start(stage, index);
  }
  stage.passes = () => true;
  requireProgress(stage);
}

/** A cannot be heard by B directly, and one validator is down: what A signs reaches B through another. */
export function relay(): void {
  const stage = createStage();
  crash(stage, 3);
  stage.passes = ({ from, to }) => !(from === 0 && to === 1);
  requireProgress(stage);
  requireProgress(stage);
}

/** Nobody sends anything for a minute: blocks come all the same, so that time and proofs move on. */
export function heartbeat(): void {
  const stage = createStage();
  advance(stage, 60_000);
  const heights = stage.nodes.map((node) => node.blocks.length);
  require(Math.min(...heights) >= 4, "heartbeat", `in a minute ${heights.join(" ")} blocks`);
  const suspects = saidOf(stage, "suspect").length;
  require(suspects === 0, "unplanned-view-change", `${suspects} Suspects in an idle cluster`);
}

/** A primary that has served its time is followed by another one, and says why. */
export function rotation(): void {
  const stage = createStage({ parameters: { rotationTimeMs: 5_000 } });
  advance(stage, 12_000, () => stage.nodes.every((node) => (node.replica?.view ?? 0) >= 1));
  const views = stage.nodes.map((node) => node.replica?.view ?? 0);
  require(Math.min(...views) >= 1, "rotation", `after its time the views are ${views.join(" ")}`);
  const reasons = saidOf(stage, "suspect").map(({ body }) => reasonOf(body));
  require(reasons.every(
    (reason) => reason === suspectReason.rotation,
  ), "rotation", "a rotation was taken for a failure");
}

function reasonOf(body: Uint8Array): number {
  const decoded = decodeSuspectBody(body);
  return decoded.ok ? decoded.value.reason : 0;
}
