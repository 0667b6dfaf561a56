import { validSuspects } from "./handle-suspect.ts";
import { viewChangesOfView } from "./handle-view-change.ts";
import { primaryOf, type Replica, type Slot } from "./state.ts";

export type HeightPhase = "proposed" | "prepared" | "committed" | "executed";

/** One height above S for people: who voted, and how many are missing for the next step. */
export interface HeightStatus {
  readonly height: number;
  /** Undefined: votes are held, but no proposal is accepted. */
  readonly phase: HeightPhase | undefined;
  /** Validators whose Prepare and Commit of the current view, and whose statements, are held. */
  readonly prepares: readonly number[];
  readonly commits: readonly number[];
  readonly checkpoints: readonly number[];
  /** What the next step waits for. */
  readonly missing: {
    readonly kind: "proposal" | "bodies" | "prepare" | "commit" | "execution" | "checkpoint";
    readonly votes: number;
  };
}

/** For node_ status, health and the one log line of a stuck node. */
export interface ReplicaStatus {
  readonly epoch: number;
  readonly view: number;
  readonly primary: number;
  /** False: between ViewChange and NewView. */
  readonly active: boolean;
  readonly quorum: number;
  readonly certifiedHeight: number;
  readonly committedHeight: number;
  readonly executedHeight: number;
  readonly halted: readonly string[];
  /** Validators that suspect the view, and those whose ViewChange for it is held. */
  readonly suspects: number;
  readonly viewChanges: readonly number[];
  readonly timeoutMs: number;
  readonly heights: readonly HeightStatus[];
}

export function replicaStatus(replica: Replica): ReplicaStatus {
  const { view, n, quorum, active } = replica;
  return {
    epoch: replica.validators.epoch,
    view,
    primary: primaryOf(view, n),
    active,
    quorum,
    certifiedHeight: replica.certified,
    committedHeight: replica.committedThrough,
    executedHeight: replica.executed,
    halted: [...replica.halted],
    suspects: validSuspects(replica, view).length,
    viewChanges: viewChangesOfView(replica).map((held) => held.signed.validator),
    timeoutMs: replica.timers.timeoutMs,
    heights: [...replica.slots.values()]
      .filter((slot) => slot.height > replica.certified)
      .sort((a, b) => a.height - b.height)
      .map((slot) => heightStatus(replica, slot)),
  };
}

function heightStatus(replica: Replica, slot: Slot): HeightStatus {
  const votes = slot.votes.get(replica.view);
  const prepares = sorted(votes?.prepares);
  const commits = sorted(votes?.commits);
  const checkpoints = sorted(slot.checkpoints);
  const lacking = (held: readonly number[]): number => Math.max(0, replica.quorum - held.length);
  const shown = { height: slot.height, prepares, commits, checkpoints };
  if (slot.height <= replica.executed)
    return {
      ...shown,
      phase: "executed",
      missing: { kind: "checkpoint", votes: lacking(checkpoints) },
    };
  if (slot.committed !== undefined) {
    const durable = slot.proposals.get(slot.committed.key)?.bodies === "durable";
    return {
      ...shown,
      phase: "committed",
      missing: { kind: durable ? "execution" : "bodies", votes: 0 },
    };
  }
  if (slot.prepared?.view === replica.view)
    return { ...shown, phase: "prepared", missing: { kind: "commit", votes: lacking(commits) } };
  const { accepted } = slot;
  if (accepted?.view !== replica.view)
    return { ...shown, phase: undefined, missing: { kind: "proposal", votes: 0 } };
  const durable = slot.proposals.get(accepted.key)?.bodies === "durable";
  const missing = durable
    ? ({ kind: "prepare", votes: lacking(prepares) } as const)
    : ({ kind: "bodies", votes: 0 } as const);
  return { ...shown, phase: "proposed", missing };
}

function sorted(entries: ReadonlyMap<number, unknown> | undefined): number[] {
  return [...(entries?.keys() ?? [])].sort((a, b) => a - b);
}
