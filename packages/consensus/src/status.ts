import {
  type ConsensusMessage,
  type HeightVotes,
  limits,
  type Status,
  suspectReason,
} from "@cartorio/protocol";
import { bounds } from "./bounds.ts";
import { isVoid } from "./handle-suspect.ts";
import { hearSign } from "./heard.ts";
import { emit, type Replica, type Slot } from "./state.ts";

/** Bits of `HeightVotes.flags`. */
export const heightFlags = {
  /** A proposal is accepted in `view`. */
  proposal: 1,
  /** It comes from the O of the accepted NewView. */
  newView: 2,
  /** Q Commits are held, perhaps of an older view. */
  committed: 4,
  /** Q equal Prepares of `view` are held: a bit per Prepare does not say on which digest it is. */
  prepared: 8,
} as const;

function bits(indices: Iterable<number>): number {
  let word = 0;
  for (const index of indices) word |= 1 << index;
  return word >>> 0;
}

function has(word: number, index: number): boolean {
  return ((word >>> index) & 1) === 1;
}

/** What this replica holds (docs/consensus.md 6): unsigned, a false one costs its sender only bandwidth. */
export function buildStatus(replica: Replica): Status {
  const { view, active } = replica;
  const own = replica.self === undefined ? undefined : replica.viewChanges.get(replica.self);
  const heights: HeightVotes[] = [];
  for (let offset = 1; offset <= limits.window; offset += 1) {
    const slot = replica.slots.get(replica.certified + offset);
    if (slot !== undefined) heights.push(heightVotes(replica, slot));
  }
  return {
    epoch: replica.validators.epoch,
    view,
    certifiedHeight: replica.certified,
    viewChange: own?.body.view ?? 0,
    viewChanges: active ? 0 : bits(sendersOf(replica.viewChanges, view)),
    suspects: bits(validSuspectsOf(replica)),
    newView: active && view > 0,
    heights,
    executedHeight: replica.executed,
  };
}

function sendersOf(
  held: ReadonlyMap<number, { readonly body: { readonly view: number } }>,
  view: number,
): number[] {
  return [...held].filter(([, item]) => item.body.view === view).map(([validator]) => validator);
}

/** A void Suspect would hide that the newer one of its sender is missing. */
function validSuspectsOf(replica: Replica): number[] {
  const held = [...replica.suspects].filter(([, { body }]) => !isVoid(replica, body));
  return sendersOf(new Map(held), replica.view);
}

function heightVotes(replica: Replica, slot: Slot): HeightVotes {
  const votes = slot.votes.get(replica.view);
  const accepted = slot.accepted?.view === replica.view ? slot.accepted : undefined;
  let flags = 0;
  if (accepted !== undefined) flags |= heightFlags.proposal;
  if (accepted !== undefined && accepted.prePrepare === undefined) flags |= heightFlags.newView;
  if (slot.committed !== undefined) flags |= heightFlags.committed;
  if (slot.prepared?.view === replica.view) flags |= heightFlags.prepared;
  return {
    height: slot.height,
    flags,
    prepares: bits(votes?.prepares.keys() ?? []),
    commits: bits(votes?.commits.keys() ?? []),
    checkpoints: bits(slot.checkpoints.keys()),
  };
}

/**
 * Answers a peer's Status with the signed messages it lacks, own and others' (votes prove themselves,
 * so relaying heals one-way cuts), the newest certificate and the NewView; bounded per peer and second.
 */
export function handleStatus(replica: Replica, status: Status, from: number | undefined): void {
  if (from === undefined || from === replica.self) return;
  if (status.epoch !== replica.validators.epoch) {
    answerOtherEpoch(replica, status, from);
    return;
  }
  hearSign(replica, from);
  let answered = replica.answered.get(from) ?? 0;
  if (answered >= bounds.answersPerSecond) return;
  const messages = [...viewMessages(replica, status), ...heightMessages(replica, status)];
  for (const message of messages.slice(0, bounds.messagesPerAnswer)) {
    if (answered >= bounds.answersPerSecond) break;
    answered += answerCost(message);
    emit(replica, { kind: "send", to: [from], message });
  }
  replica.answered.set(from, answered);
}

/**
 * Who is still in the epoch before gets the certificate that ends it (docs/consensus.md 8), and who is
 * further back what makes it ask for blocks, however busy this replica is. Who claims to be in a later one
 * may have blocks that prove the way there.
 */
function answerOtherEpoch(replica: Replica, status: Status, from: number): void {
  const { previous, timers, certified } = replica;
  if (status.epoch > replica.validators.epoch) {
    if (timers.sinceCatchUpMs < bounds.catchUpIntervalMs) return;
    timers.sinceCatchUpMs = 0;
    emit(replica, {
      kind: "catchUp",
      height: Math.min(status.certifiedHeight, certified + limits.window),
    });
    return;
  }
  const answered = replica.answered.get(from) ?? 0;
  if (answered >= bounds.answersPerSecond) return;
  replica.answered.set(from, answered + 1);
  const message: ConsensusMessage =
    previous?.epoch === status.epoch
      ? { kind: "certificate", value: previous }
      : { kind: "status", value: buildStatus(replica) };
  emit(replica, { kind: "send", to: [from], message });
}

/** A Status is small and a NewView may be a megabyte: what is long counts as several messages. */
function answerCost(message: ConsensusMessage): number {
  switch (message.kind) {
    case "prePrepare":
      return 1 + Math.floor(message.value.proposal.length / bounds.answerBytes);
    case "suspect":
    case "viewChange":
    case "newView":
      return 1 + Math.floor(message.value.body.length / bounds.answerBytes);
    default:
      return 1;
  }
}

function viewMessages(replica: Replica, status: Status): ConsensusMessage[] {
  const messages: ConsensusMessage[] = [];
  const { certificate, newView, view } = replica;
  if (certificate !== undefined && status.certifiedHeight < replica.certified)
    messages.push({ kind: "certificate", value: certificate });
  const waits = (candidate: number): boolean =>
    candidate > status.view || (candidate === status.view && !status.newView);
  if (newView !== undefined && waits(view)) messages.push({ kind: "newView", value: newView });
  for (const [validator, { body, signed }] of replica.viewChanges) {
    if (!waits(body.view) || body.view < status.viewChange) continue;
    if (replica.active && body.view <= view) continue;
    if (body.view === status.viewChange && has(status.viewChanges, validator)) continue;
    messages.push({ kind: "viewChange", value: signed });
  }
  for (const [validator, { body, signed }] of replica.suspects) {
    if (body.view !== status.view || has(status.suspects, validator)) continue;
    const isVoidThere = body.certifiedHeight < status.certifiedHeight;
    if (body.reason === suspectReason.noProgress && isVoidThere) continue;
    messages.push({ kind: "suspect", value: signed });
  }
  return messages;
}

/** Heights in both windows; below the own S the certificate says everything. */
function heightMessages(replica: Replica, status: Status): ConsensusMessage[] {
  const known = new Map(status.heights.map((entry) => [entry.height, entry]));
  const messages: ConsensusMessage[] = [];
  const lowest = Math.max(replica.certified, status.certifiedHeight) + 1;
  const highest = Math.min(replica.certified, status.certifiedHeight) + limits.window;
  for (let height = lowest; height <= highest; height += 1) {
    const slot = replica.slots.get(height);
    if (slot === undefined) continue;
    const entry = known.get(height) ?? { flags: 0, prepares: 0, commits: 0, checkpoints: 0 };
    messages.push(...slotMessages({ slot, entry, view: status.view }));
  }
  return messages;
}

interface Lacking {
  readonly slot: Slot;
  readonly entry: Omit<HeightVotes, "height">;
  /** View of the peer. */
  readonly view: number;
}

function slotMessages(lacking: Lacking): ConsensusMessage[] {
  const { slot, entry, view } = lacking;
  const messages: ConsensusMessage[] = [];
  const votes = slot.votes.get(view);
  const { accepted, committed } = slot;
  const prePrepare = accepted?.view === view ? accepted.prePrepare : undefined;
  // An own PrePrepare is sent only once it is durable (docs/consensus.md 9).
  const durable = accepted && slot.proposals.get(accepted.key)?.bodies === "durable";
  if (prePrepare !== undefined && durable && (entry.flags & heightFlags.proposal) === 0)
    messages.push({ kind: "prePrepare", value: prePrepare });
  if (votes !== undefined && (entry.flags & heightFlags.prepared) === 0) {
    for (const value of votes.prepares.values())
      if (!has(entry.prepares, value.validator)) messages.push({ kind: "vote", value });
  }
  if ((entry.flags & heightFlags.committed) === 0) {
    for (const value of committed?.commits ?? votes?.commits.values() ?? [])
      if (value.view !== view || !has(entry.commits, value.validator))
        messages.push({ kind: "vote", value });
  }
  for (const value of slot.checkpoints.values())
    if (!has(entry.checkpoints, value.validator)) messages.push({ kind: "checkpoint", value });
  return messages;
}
