// What one liar of four says (docs/consensus.md 2, 3, 5, 7, 8 and 10).
import {
  type ConsensusMessage,
  emptyProposal,
  encodeNewViewBody,
  encodeProposal,
  encodeViewChangeBody,
  type FinalityCertificate,
  proposalDigest,
} from "@cartorio/protocol";
import { proposal } from "./durability.ts";
import { signAs } from "./sign-as.ts";
import {
  advance,
  createStage,
  require,
  requireProgress,
  type Stage,
  saidOf,
  supply,
  wallStartMs,
} from "./stage.ts";

const forgedHeader = new Uint8Array(32).fill(0xee);

/** A certificate of a height that nobody executed, signed as `signers` says. */
function forgedCertificate(stage: Stage, signers: readonly number[]): ConsensusMessage {
  const height = 9;
  const own = signAs(stage, 3, { kind: "checkpoint", height, headerHash: forgedHeader });
  const signature = own.kind === "checkpoint" ? own.value.signature : new Uint8Array(64);
  const value: FinalityCertificate = {
    epoch: stage.validators.epoch,
    height,
    headerHash: forgedHeader,
    signatures: signers.map((validator) => ({ validator, signature })),
  };
  return { kind: "certificate", value };
}

function requireUnmoved(stage: Stage): void {
  const certified = Math.max(...stage.nodes.map((node) => node.replica?.certified ?? 0));
  require(certified === 0, "forged-certificate", `S moved to ${certified} by a forged certificate`);
}

function certificateOf(signers: readonly number[]): () => void {
  return () => {
    const stage = createStage({ liars: [3] });
    stage.send(3, "all", forgedCertificate(stage, signers));
    advance(stage, 500);
    requireUnmoved(stage);
    requireProgress(stage);
  };
}

/** One signer counted three times. */
export const duplicateSigner: () => void = certificateOf([3, 3, 3]);
/** Signatures of others that they did not make. */
export const unsignedCertificate: () => void = certificateOf([0, 1, 2]);
/** Too few. */
export const thinCertificate: () => void = certificateOf([3]);

/** A liar claims to be far ahead; claims move nothing. */
export function claims(): void {
  const stage = createStage({ liars: [3] });
  stage.send(3, "all", {
    kind: "status",
    value: {
      epoch: 0,
      view: 0,
      certifiedHeight: 1_000,
      viewChange: 0,
      viewChanges: 0,
      suspects: 0,
      newView: false,
      heights: [],
      executedHeight: 1_000,
    },
  });
  advance(stage, 500);
  const certified = Math.max(...stage.nodes.map((node) => node.replica?.certified ?? 0));
  require(certified === 0, "claimed-height", `S moved to ${certified} by a claim`);
  requireProgress(stage);
}

/** The block is dated a minute after every clock. */
export function futureBlock(): void {
  const stage = createStage({ liars: [0] });
  stage.send(0, "all", proposal(stage, 1, 60_000));
  advance(stage, 1_000);
  const votes = saidOf(stage, "vote").length;
  require(votes === 0, "block-time", `${votes} votes for a block of the future`);
  requireProgress(stage);
}

/** Two proposals for one height: both are seen, and are evidence. */
export function equivocation(): void {
  const stage = createStage({ liars: [0] });
  advance(stage, 50);
  stage.send(0, "all", proposal(stage, 1));
  stage.send(0, "all", proposal(stage, 2));
  advance(stage, 1_000);
  const told = stage.nodes.filter(({ evidence }) => evidence.includes("0 twoPrePrepares"));
  require(told.length > 0, "evidence", "nobody kept the two proposals of one view and height");
  requireProgress(stage);
}

/**
 * A block is committed at one validator; the liar is the next primary and leaves it out of O, with the
 * true ViewChanges of others.
 */
export function falseNewView(): void {
  const stage = createStage({ liars: [1] });
  // Only node 0 hears the Commits, so that only it executes.
  stage.passes = ({ to, message }) =>
    !(message.kind === "vote" && message.value.kind === 3 && to !== 0) &&
    message.kind !== "checkpoint";
  supply(stage, 1);
  advance(stage, 50);
  voteAsLiar(stage);
  advance(stage, 6_000, () => stage.nodes.every(({ replica }) => replica?.view !== 0));
  const viewChanges = stage.nodes.flatMap(
    ({ index }) => saidOf(stage, "viewChange").find(({ validator }) => validator === index) ?? [],
  );
  require(viewChanges.length >= 3, "liveness", "view 0 was to be left");
  const empty = proposalDigest(emptyProposal(0, 1));
  const body = encodeNewViewBody({
    chainId: stage.chainId,
    epoch: 0,
    view: 1,
    viewChanges,
    entries: [{ height: 1, proposalDigest: empty }],
  });
  stage.send(1, "all", signAs(stage, 1, { kind: "newView", body }));
  stage.passes = () => true;
  advance(stage, 200);
  for (const vote of [2, 3] as const) {
    const statement = { kind: "vote", vote, view: 1, height: 1, proposalDigest: empty } as const;
    stage.send(1, [2, 3], signAs(stage, 1, statement));
  }
  advance(stage, 1_000);
  const followed = saidOf(stage, "vote").filter(({ view }) => view === 1).length;
  require(followed === 0, "false-new-view", `${followed} votes for an O that does not follow`);
  requireProgress(stage);
}

/** The liar takes part in view 0 like anybody else. */
function voteAsLiar(stage: Stage): void {
  for (const { view, height, proposalDigest: digest, kind } of saidOf(stage, "vote")) {
    if (kind !== 2 || view !== 0) continue;
    for (const vote of [2, 3] as const) {
      const statement = { kind: "vote", vote, view, height, proposalDigest: digest } as const;
      stage.send(1, "all", signAs(stage, 1, statement));
    }
    return;
  }
}

/**
 * Only validator 0 is prepared when view 0 is left. The liar, primary of view 1, makes one NewView with
 * its ViewChange and one without it: the second one says something else of the same view.
 */
export function secondNewView(): void {
  const stage = createStage({ liars: [1] });
  stage.passes = ({ to, message }) => !(message.kind === "vote" && to !== 0);
  supply(stage, 1);
  advance(stage, 50);
  voteAsLiar(stage);
  advance(stage, 6_000, () => stage.nodes.every(({ replica }) => replica?.view !== 0));
  stage.passes = ({ message }) => !(message.kind === "vote" && message.value.kind === 3);
  const empty: ConsensusMessage = viewChangeOfLiar(stage);
  const all = [...viewChangesOf(stage), empty].flatMap((message) =>
    message.kind === "viewChange" ? [message.value] : [],
  );
  all.sort((a, b) => a.validator - b.validator);
  for (const left of [0, 1]) {
    const viewChanges = all.filter(({ validator }) => validator !== left);
    const prepared = saidOf(stage, "vote").find(({ kind }) => kind === 2);
    const digest = left === 1 ? prepared?.proposalDigest : undefined;
    const entries = digest === undefined ? [] : [{ height: 1, proposalDigest: digest }];
    const { chainId } = stage;
    const body = encodeNewViewBody({ chainId, epoch: 0, view: 1, viewChanges, entries });
    stage.send(1, "all", signAs(stage, 1, { kind: "newView", body }));
    advance(stage, 200);
    stage.send(1, "all", liarsProposal(stage, 1, { view: 1, height: 1, content: 9 }));
    advance(stage, 200);
  }
  stage.passes = () => true;
  requireProgress(stage);
}

function viewChangesOf(stage: Stage): ConsensusMessage[] {
  return stage.nodes.flatMap(({ index }) => {
    const value = saidOf(stage, "viewChange").find(({ validator }) => validator === index);
    return value === undefined ? [] : [{ kind: "viewChange", value } as const];
  });
}

function viewChangeOfLiar(stage: Stage): ConsensusMessage {
  const body = encodeViewChangeBody({
    chainId: stage.chainId,
    epoch: 0,
    view: 1,
    certificate: undefined,
    prepared: [],
  });
  return signAs(stage, 1, { kind: "viewChange", body });
}

interface Proposed {
  readonly view: number;
  readonly height: number;
  readonly content: number;
}

function liarsProposal(stage: Stage, liar: number, proposed: Proposed): ConsensusMessage {
  const { view, height, content } = proposed;
  const bytes = encodeProposal({
    epoch: 0,
    height,
    time: wallStartMs + stage.nowMs,
    proposer: liar,
    envelopeHashes: [new Uint8Array(32).fill(content)],
  });
  return signAs(stage, liar, { kind: "prePrepare", view, height, proposal: bytes });
}

/**
 * The liar leads views 0 and 4. In view 4 it proposes, then shows a proposal of view 0 for the same height,
 * and then another one of view 4.
 */
export function staleProposal(): void {
  const stage = createStage({ liars: [0] });
  stage.passes = ({ message }) => message.kind !== "newView" && message.kind !== "prePrepare";
  supply(stage, 1);
  const inView = (view: number): boolean =>
    stage.nodes.every(({ replica }) => replica === undefined || replica.view === view);
  advance(stage, 60_000, () => inView(4));
  require(inView(4), "liveness", "view 4 was to be reached");
  const viewChanges = [1, 2, 3].flatMap(
    (index) => saidOf(stage, "viewChange").findLast(({ validator }) => validator === index) ?? [],
  );
  const { chainId } = stage;
  const body = encodeNewViewBody({ chainId, epoch: 0, view: 4, viewChanges, entries: [] });
  stage.passes = ({ message }) => message.kind !== "vote";
  stage.send(0, "all", signAs(stage, 0, { kind: "newView", body }));
  for (const [view, content] of [
    [4, 1],
    [0, 2],
    [4, 3],
  ] as const) {
    stage.send(0, "all", liarsProposal(stage, 0, { view, height: 1, content }));
    advance(stage, 50);
  }
  stage.passes = () => true;
  requireProgress(stage);
}

/** A statement of one epoch is shown as one of the next. */
export function otherEpoch(): void {
  const before = createStage({ liars: [0, 1, 2, 3], epoch: 0 });
  const now = createStage({ liars: [3], epoch: 1 });
  const digest = new Uint8Array(32).fill(7);
  const statements: ConsensusMessage[] = [];
  for (const validator of [0, 1, 2]) {
    const header = { kind: "checkpoint", height: 1, headerHash: digest } as const;
    const vote = { kind: "vote", vote: 3, view: 0, height: 1, proposalDigest: digest } as const;
    for (const message of [header, vote]) {
      const signed = signAs(before, validator, message);
      if (signed.kind === "checkpoint")
        statements.push({ kind: "checkpoint", value: { ...signed.value, epoch: 1 } });
      if (signed.kind === "vote")
        statements.push({ kind: "vote", value: { ...signed.value, epoch: 1 } });
    }
  }
  const accepted = statements.filter((message) => now.isValid(message)).length;
  require(accepted === 0, "epoch-bound", `${accepted} signatures of epoch 0 are valid in epoch 1`);
}

/** A set change is pending: nothing at or above its height is voted on in the old epoch. */
export function beyondActivation(): void {
  const stage = createStage({ liars: [0], changeAt: 1 });
  const activation = 18;
  let highest = 0;
  for (let height = 1; height <= activation + 3; height += 1) {
    stage.send(0, "all", plainProposal(stage, height));
    advance(stage, 50);
    for (const vote of saidOf(stage, "vote")) highest = Math.max(highest, vote.height);
    echo(stage, height);
    advance(stage, 50);
  }
  require(highest <
    activation, "closed-epoch", `a vote of epoch 0 for height ${highest}, which the next epoch decides`);
  require(stage.nodes.every(
    (node) => node.replica === undefined || node.epochEnded,
  ), "closed-epoch", "the epoch did not end with the height before its activation");
}

function plainProposal(stage: Stage, height: number): ConsensusMessage {
  const bytes = encodeProposal({
    epoch: 0,
    height,
    time: 1_700_000_000_000 + stage.nowMs,
    proposer: 0,
    envelopeHashes: [],
  });
  return signAs(stage, 0, { kind: "prePrepare", view: 0, height, proposal: bytes });
}

/** The liar votes with the others, so that blocks come. */
function echo(stage: Stage, height: number): void {
  const known = saidOf(stage, "vote").find((vote) => vote.height === height && vote.kind === 2);
  if (known === undefined) return;
  const { view, proposalDigest: digest } = known;
  for (const vote of [2, 3] as const) {
    const statement = { kind: "vote", vote, view, height, proposalDigest: digest } as const;
    stage.send(0, "all", signAs(stage, 0, statement));
  }
}

/**
 * The primary and whoever else lies show one half of the others one block and the other half another, and
 * vote for both. The halves do not hear each other.
 */
export function splitBrain(n: number): () => void {
  return () => {
    const faulty = Math.floor((n - 1) / 3);
    const liars = Array.from({ length: faulty }, (_, index) => index);
    const stage = createStage({ n, liars });
    const half = (index: number): number => (index < faulty ? -1 : (index - faulty) % 2);
    stage.passes = ({ from, to }) => half(from) === half(to) || half(from) === -1;
    for (const side of [0, 1]) {
      const group = stage.nodes.map(({ index }) => index).filter((index) => half(index) === side);
      const block = proposal(stage, side + 1);
      stage.send(0, group, block);
      if (block.kind !== "prePrepare") continue;
      const digest = proposalDigest(block.value.proposal);
      for (const liar of liars)
        for (const vote of [2, 3] as const) {
          const statement = { view: 0, height: 1, proposalDigest: digest } as const;
          stage.send(liar, group, signAs(stage, liar, { kind: "vote", vote, ...statement }));
        }
    }
    advance(stage, 1_000);
    stage.passes = () => true;
    requireProgress(stage);
  };
}
