import { equalBytes } from "@cartorio/crypto";
import type { SuspectReason } from "@cartorio/protocol";
import { isVoid } from "./handle-suspect.ts";
import { type HeightStatus, type ReplicaStatus, replicaStatus } from "./replica-status.ts";
import type { Replica, Slot } from "./state.ts";

/** Validators, ascending, that signed for one proposal digest or, in statements, for one header hash. */
export interface SignedFor {
  /** 32 bytes. */
  readonly digest: Uint8Array;
  readonly validators: readonly number[];
}

/** One height above S with every vote of the current view that is held. */
export interface HeightView {
  readonly height: number;
  readonly phase: HeightStatus["phase"];
  /** Digest of the proposal that is committed or, before that, followed in the current view. */
  readonly proposal: Uint8Array | undefined;
  readonly prepares: readonly SignedFor[];
  /** Of an older view too, where that is the one that committed. */
  readonly commits: readonly SignedFor[];
  readonly statements: readonly SignedFor[];
  /** What the next step waits for, and how many equal votes it lacks. */
  readonly missing: {
    readonly kind: HeightStatus["missing"]["kind"];
    readonly votes: number;
    /** Validators that did not vote for what has most votes; empty where no vote is waited for. */
    readonly validators: readonly number[];
  };
}

/** Who said what in the view of a replica (docs/consensus.md 3 to 5), for people; it changes nothing. */
export interface ConsensusView extends Omit<ReplicaStatus, "suspects" | "heights"> {
  /** n and f of the epoch. */
  readonly validators: number;
  readonly faulty: number;
  /** Suspects of the view that count: more than `faulty` of them end it. */
  readonly suspects: readonly { readonly validator: number; readonly reason: SuspectReason }[];
  /** ViewChanges that the NewView of the view still lacks; 0 in an active view. */
  readonly viewChangesMissing: number;
  readonly heights: readonly HeightView[];
}

export function consensusView(replica: Replica): ConsensusView {
  const { suspects: _, heights, ...status } = replicaStatus(replica);
  const { active, viewChanges } = status;
  return {
    ...status,
    validators: replica.n,
    faulty: replica.faulty,
    suspects: suspectsOf(replica),
    viewChangesMissing: active ? 0 : Math.max(0, replica.quorum - viewChanges.length),
    heights: heights.flatMap((height) => {
      const slot = replica.slots.get(height.height);
      return slot === undefined ? [] : [heightView(replica, slot, height)];
    }),
  };
}

function suspectsOf(replica: Replica): ConsensusView["suspects"] {
  return [...replica.suspects.values()]
    .filter(({ body }) => body.view === replica.view && !isVoid(replica, body))
    .map(({ body, signed }) => ({ validator: signed.validator, reason: body.reason }))
    .sort((a, b) => a.validator - b.validator);
}

function heightView(replica: Replica, slot: Slot, status: HeightStatus): HeightView {
  const { committed, accepted } = slot;
  const votes = slot.votes.get(replica.view);
  const digestOf = (vote: { readonly proposalDigest: Uint8Array }): Uint8Array =>
    vote.proposalDigest;
  const prepares = grouped([...(votes?.prepares.values() ?? [])], digestOf);
  const commits = grouped(committed?.commits ?? [...(votes?.commits.values() ?? [])], digestOf);
  const statements = grouped([...slot.checkpoints.values()], ({ headerHash }) => headerHash);
  const followed =
    accepted?.view === replica.view ? slot.proposals.get(accepted.key)?.digest : undefined;
  const { kind } = status.missing;
  const waitedFor: Partial<Record<typeof kind, readonly SignedFor[]>> = {
    prepare: prepares,
    commit: commits,
    checkpoint: statements,
  };
  return {
    height: slot.height,
    phase: status.phase,
    proposal: committed?.digest ?? followed,
    ...{ prepares, commits, statements },
    missing: { kind, ...lacking(replica, waitedFor[kind]) },
  };
}

/** Only equal votes make a quorum: those that are missing from the largest group. */
function lacking(
  { n, quorum }: Replica,
  groups: readonly SignedFor[] | undefined,
): { readonly votes: number; readonly validators: readonly number[] } {
  if (groups === undefined) return { votes: 0, validators: [] };
  const most = groups[0]?.validators ?? [];
  const others = Array.from({ length: n }, (_, index) => index).filter(
    (index) => !most.includes(index),
  );
  return { votes: Math.max(0, quorum - most.length), validators: others };
}

/** The largest group first. */
function grouped<T extends { readonly validator: number }>(
  signed: readonly T[],
  digestOf: (item: T) => Uint8Array,
): readonly SignedFor[] {
  const groups: { readonly digest: Uint8Array; readonly validators: number[] }[] = [];
  for (const item of [...signed].sort((a, b) => a.validator - b.validator)) {
    const digest = digestOf(item);
    const known = groups.find((group) => equalBytes(group.digest, digest));
    if (known === undefined) groups.push({ digest, validators: [item.validator] });
    else known.validators.push(item.validator);
  }
  return groups.sort((a, b) => b.validators.length - a.validators.length);
}
