// Drives the pure replica: queue -> step -> effects -> queue. All events that wait are stepped
// together, then their records become durable in one group commit, then they are signed, and only
// then does anything leave the process (persist before send, docs/consensus.md 9).
import {
  type Effect,
  markVerified,
  type Replica,
  type ReplicaEvent,
  replicaStatus,
  step,
} from "@cartorio/consensus";
import {
  type ConsensusMessage,
  encodeConsensusMessage,
  type JournalRecord,
} from "@cartorio/protocol";
import type { VoteJournal } from "@cartorio/storage";
import { type SigningContext, signMessage } from "./vote-signer.ts";

type Of<K extends Effect["kind"]> = Extract<Effect, { kind: K }>;

/** What the driver hands on; each returns at once and answers later by posting an event. */
export interface DriverHandlers {
  readonly build: (effect: Of<"build">) => void;
  /** What was built is proposed, and not declined: its encoded Proposal. */
  readonly proposed: (proposal: Uint8Array) => void;
  readonly obtainBodies: (effect: Of<"obtainBodies">) => void;
  readonly obtainProposal: (effect: Of<"obtainProposal">) => void;
  readonly execute: (effect: Of<"execute">) => void;
  readonly certified: (effect: Of<"certified">) => void;
  readonly catchUp: (effect: Of<"catchUp">) => void;
  readonly epochEnd: (effect: Of<"epochEnd">) => void;
  readonly halt: (effect: Of<"halt">) => void;
  readonly starvation: (effect: Of<"starvation">) => void;
  readonly evidence: (effect: Of<"evidence">) => void;
  readonly note: (effect: Of<"note">) => void;
}

export interface DriverOptions {
  /** The replica and what it wants done first: its journal and the entry check let it (docs/consensus.md 9). */
  readonly restored: { readonly replica: Replica; readonly effects: readonly Effect[] };
  readonly journal: VoteJournal;
  /** Absent: a follower, which never signs. */
  readonly signing: SigningContext | undefined;
  /** Runs before votes are signed: raises the guard when its share of votes is used up. */
  readonly beforeSigning: (votes: number) => Promise<void>;
  readonly send: (to: "all" | readonly number[], frame: Uint8Array) => void;
  readonly handlers: DriverHandlers;
  readonly mempoolWaiting: () => boolean;
  readonly clock: { readonly monotonicMs: () => number; readonly wallMs: () => number };
  /** A broken invariant or a failing disk: the process must stop. */
  readonly onFatal: (error: unknown) => void;
}

export interface ReplicaDriver {
  readonly replica: Replica;
  readonly post: (event: ReplicaEvent) => void;
  /** The mempool changed: look at it in the next step. */
  readonly mempoolChanged: () => void;
  readonly view: () => number;
  /** Messages of peers are dropped while more events than this wait; own answers never are. */
  readonly overloaded: () => boolean;
  /** No event waits. */
  readonly idle: () => boolean;
  readonly stop: () => Promise<void>;
}

/** Timers of the rules are seconds; the first Status goes after 250 ms. */
const tickIntervalMs = 25;
const maxQueuedEvents = 8_192;

export function startReplicaDriver(options: DriverOptions): ReplicaDriver {
  const { replica, effects: first } = options.restored;
  const { clock } = options;
  let queue: ReplicaEvent[] = [];
  let stopped = false;
  let waiting = false;
  let wake: () => void = () => {};

  const post = (event: ReplicaEvent): void => {
    queue.push(event);
    wake();
  };
  // One at a time: while the disk stalls they would pile up.
  const tick = (): void => {
    if (queue.some((event) => event.kind === "tick")) return;
    post({ kind: "tick", monotonicMs: clock.monotonicMs(), wallMs: clock.wallMs() });
  };

  const run = async (): Promise<void> => {
    tick();
    await perform(options, first, post);
    while (!stopped) {
      const events = withMempool();
      if (events.length === 0) {
        await new Promise<void>((resolve) => (wake = resolve));
        continue;
      }
      const effects = events.flatMap((event) => step(replica, event));
      if (!stopped) await perform(options, effects, post);
    }
  };

  // Queued messages go before a tick (docs/consensus.md 4): the queue is emptied whole.
  const withMempool = (): readonly ReplicaEvent[] => {
    const events = queue;
    queue = [];
    const now = options.mempoolWaiting();
    if (now !== waiting) events.push({ kind: "mempool", waiting: now });
    waiting = now;
    return events;
  };

  const timer = setInterval(tick, tickIntervalMs);
  const done = run().catch((error: unknown) => {
    if (!stopped) options.onFatal(error);
  });
  const stop = async (): Promise<void> => {
    stopped = true;
    clearInterval(timer);
    wake();
    await done;
  };
  return {
    replica,
    post,
    mempoolChanged: () => {
      if (options.mempoolWaiting() !== waiting) wake();
    },
    view: () => replicaStatus(replica).view,
    overloaded: () => queue.length > maxQueuedEvents,
    idle: () => queue.length === 0,
    stop,
  };
}

async function perform(
  options: DriverOptions,
  effects: readonly Effect[],
  post: (event: ReplicaEvent) => void,
): Promise<void> {
  // Before anything else: a restart must know of it, whatever becomes of the rest.
  for (const effect of effects) if (effect.kind === "halt") options.handlers.halt(effect);
  const records = effects.flatMap((effect) => (effect.kind === "persist" ? effect.records : []));
  if (records.length > 0) await options.journal.append(records);
  const signed = await signAll(options, effects);
  for (const effect of effects) {
    const own = signed.get(effect);
    if (own !== undefined) {
      post({ kind: "message", message: markVerified(own.message), from: undefined });
      // A PrePrepare leaves by `send`, once the record that holds it is durable.
      if (own.message.kind === "prePrepare") options.handlers.proposed(own.message.value.proposal);
      else options.send("all", own.frame);
    } else dispatch(options, effect);
  }
}

interface OwnMessage {
  readonly message: ConsensusMessage;
  readonly frame: Uint8Array;
}

async function signAll(
  options: DriverOptions,
  effects: readonly Effect[],
): Promise<ReadonlyMap<Effect, OwnMessage>> {
  const signed = new Map<Effect, OwnMessage>();
  const { signing } = options;
  const wanted = effects.filter((effect) => effect.kind === "sign");
  if (wanted.length === 0) return signed;
  if (signing === undefined) throw new Error("INV-FOLLOWER: a follower was asked to sign");
  await options.beforeSigning(wanted.length);
  const journal: JournalRecord[] = [];
  for (const effect of wanted) {
    const message = await signMessage(signing, effect.message);
    const frame = encodeConsensusMessage(message);
    signed.set(effect, { message, frame });
    if (effect.journal) journal.push({ kind: "message", message: frame });
  }
  if (journal.length > 0) await options.journal.append(journal);
  return signed;
}

function dispatch(options: DriverOptions, effect: Effect): void {
  const { handlers } = options;
  switch (effect.kind) {
    case "persist":
    case "sign":
    case "halt":
      return;
    case "send":
      options.send(effect.to, encodeConsensusMessage(effect.message));
      return;
    case "build":
      handlers.build(effect);
      return;
    case "obtainBodies":
      handlers.obtainBodies(effect);
      return;
    case "obtainProposal":
      handlers.obtainProposal(effect);
      return;
    case "execute":
      handlers.execute(effect);
      return;
    case "certified":
      handlers.certified(effect);
      return;
    case "catchUp":
      handlers.catchUp(effect);
      return;
    case "starvation":
      handlers.starvation(effect);
      return;
    case "evidence":
      handlers.evidence(effect);
      return;
    case "epochEnd":
      handlers.epochEnd(effect);
      return;
    case "note":
      handlers.note(effect);
      return;
  }
}
