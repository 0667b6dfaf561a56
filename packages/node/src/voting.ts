// Starts the replica of a validator: binds its effects to mempool, bodies, executor and catch-up.

import { setTimeout as pause } from "node:timers/promises";
import { type Effect, inFlightProposals, journalKeeper } from "@cartorio/consensus";
import { createBlockBudget } from "@cartorio/ledger";
import {
  decodeProposal,
  decodeSyncResponse,
  encodeConsensusMessage,
  encodeSyncRequest,
  proposalDigest,
} from "@cartorio/protocol";
import { type BodyFetcher, createBodyFetcher } from "./body-fetcher.ts";
import { executedBlock } from "./chain-state.ts";
import type { RestoredReplica } from "./entry-check.ts";
import { decodeEnvelopes } from "./executor.ts";
import { haltNode } from "./halt-record.ts";
import { judgeSuspicion, startJudging } from "./judge-primary.ts";
import { hasAdmissible, release, reserve, selectTransactions } from "./mempool.ts";
import type { NodeParts } from "./node-parts.ts";
import { pin, pinnedProposal } from "./pinned-bodies.ts";
import { type DriverHandlers, type ReplicaDriver, startReplicaDriver } from "./replica-driver.ts";
import type { Session } from "./session.ts";
import type { Voter } from "./voter.ts";
import type { VotingRecord } from "./voting-record.ts";

/** Starts what may sign in this epoch; before anything else happens in this process. */
export function startVoting(
  parts: NodeParts,
  voter: Voter,
  voting: { readonly session: Session; readonly restored: RestoredReplica },
): ReplicaDriver {
  const { options } = parts;
  const { session, restored } = voting;
  const { validators, self } = session;
  if (self === undefined) throw new Error("INV-VOTER: who votes is in the set");
  const driver: ReplicaDriver = startReplicaDriver({
    restored,
    journal: voter.record.journal,
    signing: {
      signer: voter.signer,
      chainId: options.genesis.chainId,
      epoch: validators.epoch,
      validator: self,
    },
    beforeSigning: voter.record.beforeSigning,
    send: sender(parts, session),
    handlers: handlersOf({ parts, voter, session }, (event) => driver.post(event)),
    mempoolWaiting: admissibleWaits(parts),
    clock: { monotonicMs: () => performance.now(), wallMs: options.testPorts?.wallMs ?? Date.now },
    onFatal: options.onFatal,
  });
  session.driver = driver;
  session.standing = { kind: "voting" };
  startJudging(parts, session, driver);
  releaseAbandoned(parts);
  return driver;
}

/** Reading the mempool at every step would cost; what expires may be told a little late. */
const admissibleMs = 250;

/**
 * docs/consensus.md 4: the progress timer runs for admissible transactions. An expired one, which no
 * primary may propose, would make one view after the other fail.
 */
function admissibleWaits({ mempool }: NodeParts): () => boolean {
  let checkedMs = Number.NEGATIVE_INFINITY;
  let admissible = false;
  return () => {
    const nowMs = performance.now();
    if (mempool.free === 0) checkedMs = Number.NEGATIVE_INFINITY;
    else if (nowMs - checkedMs >= admissibleMs) {
      checkedMs = nowMs;
      admissible = hasAdmissible(mempool, Date.now());
    }
    return mempool.free > 0 && admissible;
  };
}

/** Bodies in the journal were checked before they were written: they are served and executed from here. */
export function restorePinned(parts: NodeParts, record: VotingRecord): void {
  for (const entry of record.journal.records) {
    if (entry.kind !== "proposal") continue;
    const proposal = decodeProposal(entry.proposal);
    const envelopes = decodeEnvelopes(entry.envelopes, parts.options.genesis.chainId);
    if (!proposal.ok || envelopes === undefined)
      throw new Error("INV-JOURNAL-BODIES: a journalled proposal does not decode");
    const bytes = entry.proposal;
    pin(parts.pinned, proposalDigest(bytes), { bytes, proposal: proposal.value, envelopes });
    // What may still be committed is not proposed a second time when its client hands it in again.
    const { height, envelopeHashes } = proposal.value;
    if (height > (parts.store.head()?.height ?? 0)) reserve(parts.mempool, height, envelopeHashes);
  }
}

function sender(
  parts: NodeParts,
  { names, self }: Session,
): (to: "all" | readonly number[], frame: Uint8Array) => void {
  const others = names.filter((_, index) => index !== self);
  return (to, frame) => {
    const peers = to === "all" ? others : to.flatMap((index) => names[index] ?? []);
    for (const peer of peers) parts.network.send("consensus", peer, frame);
  };
}

type Post = ReplicaDriver["post"];
type Of<K extends Effect["kind"]> = Extract<Effect, { kind: K }>;

interface Voting {
  readonly parts: NodeParts;
  readonly voter: Voter;
  readonly session: Session;
}

function handlersOf({ parts, voter, session }: Voting, post: Post): DriverHandlers {
  const { logger, onFatal } = parts.options;
  const bodies = bodyFetcherOf(parts, session);
  const told = new Map<string, number>();
  const { work: underWay } = parts.running;
  const guarded = (work: Promise<void>): void => {
    const done = work.catch(onFatal).finally(() => underWay.delete(done));
    underWay.add(done);
  };
  return {
    build: (effect) => post(build(parts, session, effect)),
    proposed: (proposal) => reserveProposed(parts, proposal),
    obtainBodies: (effect) => guarded(obtainBodies(parts, { effect, bodies, post, session })),
    obtainProposal: (effect) =>
      guarded(
        bodies.proposal(effect.proposalDigest, effect.height, effect.from).then((proposal) => {
          if (proposal !== undefined) post({ kind: "proposal", proposal });
        }),
      ),
    execute: (effect) => guarded(execute(parts, effect, post)),
    certified: ({ certificate }) => guarded(certified({ parts, voter, session }, certificate)),
    catchUp: ({ height }) => parts.catchUp.want(height),
    // Once its certificate is stored the node looks for the set of the next epoch.
    epochEnd: ({ certificate }) => guarded(parts.executor.storeCertificate(certificate)),
    halt: (effect) => haltNode(parts, effect),
    starvation: ({ envelope }) => guarded(judgeSuspicion(parts, session, envelope)),
    evidence: (effect) => guarded(keepEvidence(parts, session, effect)),
    note: ({ note }) => {
      if (isWorthALine(told, note)) logger.info(note, "consensus");
      if (note.kind !== "viewEntered") return;
      releaseAbandoned(parts);
      session.judge?.viewEntered();
    },
  };
}

/** docs/consensus.md 10; told once, as the replica does. */
async function keepEvidence(
  { options, evidence }: NodeParts,
  { validators }: Session,
  found: Of<"evidence">,
): Promise<void> {
  const { validator, offence, height } = found;
  const { epoch } = validators;
  const kept = await evidence.keep(epoch, found);
  if (kept === "known") return;
  options.logger.warn({ epoch, validator, offence, height, kept }, "evidence against a validator");
}

/** What one peer may cause at will is told at 1, 2, 4, 8, ...: it must not fill the log. */
function isWorthALine(told: Map<string, number>, note: Of<"note">["note"]): boolean {
  if (note.kind !== "refused" && note.kind !== "clockSkew") return true;
  const key = `${note.kind} ${note.validator}`;
  const count = (told.get(key) ?? 0) + 1;
  told.set(key, count);
  return (count & (count - 1)) === 0;
}

/** What only a failed view proposed may be proposed again. */
function releaseAbandoned(parts: NodeParts): void {
  const { driver } = parts.running.session;
  if (driver === undefined) return;
  const inFlight = inFlightProposals(driver.replica).map(
    (digest) => pinnedProposal(parts.pinned, digest)?.proposal.height,
  );
  for (const height of [...parts.mempool.reserved.keys()])
    if (!inFlight.includes(height)) release(parts.mempool, height);
}

function build(
  parts: NodeParts,
  { parameters }: Session,
  { view, height, time }: Of<"build">,
): Parameters<Post>[0] {
  const budget = createBlockBudget(parameters, time);
  const { chosen, full } = selectTransactions(parts.mempool, (decoded) => {
    if (decoded.body.validUntil < time) return "skipped";
    const refusal = budget.tryAdd(decoded);
    if (refusal === undefined) return "added";
    return refusal === "TOO_LARGE" ? "full" : "skipped";
  });
  const envelopeHashes = parts.options.testPorts?.arrange?.(chosen) ?? chosen;
  return { kind: "built", view, height, envelopeHashes, full };
}

/**
 * Only what is proposed is reserved, before the next build is asked for. What the replica declines
 * stays free: else nothing would seem to wait, and nobody would build again.
 */
function reserveProposed(parts: NodeParts, proposal: Uint8Array): void {
  const decoded = decodeProposal(proposal);
  if (!decoded.ok) throw new Error("INV-PROPOSAL-BYTES: an own proposal does not decode");
  reserve(parts.mempool, decoded.value.height, decoded.value.envelopeHashes);
}

interface ObtainBodies {
  readonly effect: Of<"obtainBodies">;
  readonly bodies: BodyFetcher;
  readonly post: Post;
  readonly session: Session;
}

async function obtainBodies(
  parts: NodeParts,
  { effect, bodies, post, session }: ObtainBodies,
): Promise<void> {
  const digest = effect.proposalDigest;
  const acceptedMs = performance.now();
  const answer = await bodies.bodies(effect);
  if (answer.kind === "dropped") return;
  if (answer.kind === "refused")
    return post({ kind: "bodiesRefused", proposalDigest: digest, envelopes: answer.envelopes });
  const pinned = pinnedProposal(parts.pinned, digest);
  // Late bodies of a height that is over would stay reserved.
  if (pinned !== undefined && pinned.proposal.height > (parts.store.head()?.height ?? 0))
    reserve(parts.mempool, pinned.proposal.height, pinned.proposal.envelopeHashes);
  if (pinned !== undefined && effect.fresh) {
    const { envelopes, proposal } = pinned;
    session.judge?.proposed({ envelopes, time: proposal.time }, acceptedMs);
  }
  post({ kind: "bodies", proposalDigest: digest, envelopes: answer.envelopes });
}

async function execute(parts: NodeParts, effect: Of<"execute">, post: Post): Promise<void> {
  const digest = proposalDigest(effect.proposal);
  const proposal = decodeProposal(effect.proposal);
  if (!proposal.ok) throw new Error("INV-PROPOSAL-BYTES: a committed proposal does not decode");
  const empty = proposal.value.envelopeHashes.length === 0;
  const envelopes = empty ? [] : pinnedProposal(parts.pinned, digest)?.envelopes;
  if (envelopes === undefined) {
    // Certified and unpinned meanwhile: catch-up has executed it or will.
    if (effect.height <= (parts.store.latestCertificate()?.height ?? 0)) return;
    throw new Error("INV-BODIES: a committed proposal has no bodies here");
  }
  const outcome = await parts.executor.execute({
    epoch: proposal.value.epoch,
    proposalBytes: effect.proposal,
    proposal: proposal.value,
    envelopes,
  });
  // `executed` is posted by the executor's own callback; a height that catch-up did first is told here.
  if (outcome.kind === "known")
    post({ kind: "executed", block: executedBlock(parts, effect.height) });
}

/** Pruning reads every record: often enough that the journal stays a few windows long. */
const heightsPerPruning = 8;

async function certified(
  { parts, voter, session }: Voting,
  certificate: Of<"certified">["certificate"],
): Promise<void> {
  await parts.executor.storeCertificate(certificate);
  // The journal may belong to a later session by now, or have been moved aside.
  if (certificate.height % heightsPerPruning !== 0 || session.ending.signal.aborted) return;
  const { record } = voter;
  // The journal must prove by itself what it may forget: it outlives a repair of the state.
  const message = encodeConsensusMessage({ kind: "certificate", value: certificate });
  await record.journal.append([{ kind: "message", message }]);
  await record.journal.prune(journalKeeper(record.journal.records, certificate.height));
}

function bodyFetcherOf(
  parts: NodeParts,
  { parameters, names, self, ending }: Session,
): BodyFetcher {
  let id = 0;
  return createBodyFetcher({
    parameters,
    mempool: parts.mempool,
    pinned: parts.pinned,
    intake: parts.intake,
    peers: [...names.keys()].filter((index) => index !== self),
    pause: (ms) => pause(ms),
    stopped: () => parts.running.stopped || ending.signal.aborted,
    certifiedHeight: () => parts.store.latestCertificate()?.height ?? 0,
    ask: async (validator, kind, hashes) => {
      const peer = names[validator];
      if (peer === undefined) return [];
      id += 1;
      const frame = encodeSyncRequest({ id, kind, hashes });
      const signal = AbortSignal.timeout(5_000);
      const bytes = await parts.network.request(peer, frame, signal).catch(() => undefined);
      const response = bytes === undefined ? undefined : decodeSyncResponse(bytes);
      return response?.ok ? response.value.items : [];
    },
  });
}
