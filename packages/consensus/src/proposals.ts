import { hexEncode } from "@cartorio/crypto";
import { decodeProposal, emptyProposal, encodeConsensusMessage } from "@cartorio/protocol";
import { bounds } from "./bounds.ts";
import { accuse } from "./evidence.ts";
import { tryExecute } from "./execution.ts";
import { certificateRecords, recordsBefore } from "./records-before.ts";
import { emit, isPrimary, type KnownProposal, mayVote, type Replica, type Slot } from "./state.ts";
import type { ReplicaEvent } from "./types.ts";

/** The entry of a digest, made when it is first named. */
export function knownProposal(slot: Slot, epoch: number, digest: Uint8Array): KnownProposal {
  const key = hexEncode(digest);
  const found = slot.proposals.get(key);
  if (found !== undefined) return found;
  makeRoom(slot);
  const isEmpty = key === slot.emptyKey;
  const bytes = isEmpty ? emptyProposal(epoch, slot.height) : undefined;
  const decoded = bytes === undefined ? undefined : decodeProposal(bytes);
  const entry: KnownProposal = {
    digest,
    bytes,
    decoded: decoded?.ok === true ? decoded.value : undefined,
    requested: false,
    // The empty proposal is fixed bytes without bodies: everybody has it (docs/consensus.md 2).
    bodies: isEmpty ? "durable" : "missing",
    askedSigners: false,
  };
  slot.proposals.set(key, entry);
  return entry;
}

/** Drops the oldest entry that nothing rests on; what is dropped can be asked for again. */
function makeRoom(slot: Slot): void {
  if (slot.proposals.size < bounds.proposalsPerHeight) return;
  const prepared = slot.prepared && hexEncode(slot.prepared.proposalDigest);
  for (const key of slot.proposals.keys()) {
    if (key === slot.accepted?.key || key === prepared || key === slot.committed?.key) continue;
    slot.proposals.delete(key);
    return;
  }
}

/** A digest that signatures name, and who signed them. */
export interface Named {
  readonly digest: Uint8Array;
  readonly from: readonly number[];
  /** By the O of a NewView: not left to the primary that was asked first and may let this replica wait. */
  readonly isFixed?: boolean;
}

/**
 * Gets the bytes and bodies of a proposal that a certificate, a NewView or Q Commits prove, from
 * all signers in parallel (docs/consensus.md 5: at least f+1 correct ones have them durable).
 */
export function obtain(replica: Replica, slot: Slot, named: Named): KnownProposal {
  const { isFixed = false } = named;
  const entry = knownProposal(slot, replica.validators.epoch, named.digest);
  const from = named.from.filter((validator) => validator !== replica.self);
  const proposalDigest = entry.digest;
  if (entry.bytes === undefined) {
    if (!entry.requested) {
      entry.requested = true;
      emit(replica, { kind: "obtainProposal", proposalDigest, height: slot.height, from });
    }
    return entry;
  }
  const isLeftToPrimary = entry.bodies === "requested" && !entry.askedSigners;
  // What Q members prepared is not checked again for policy, also not after an own refusal.
  if (entry.bodies === "missing" || entry.bodies === "refused" || (isFixed && isLeftToPrimary)) {
    entry.bodies = "requested";
    entry.askedSigners = true;
    const proposal = entry.bytes;
    emit(replica, { kind: "obtainBodies", proposal, proposalDigest, from, fresh: false });
  }
  return entry;
}

function findByDigest(
  replica: Replica,
  digest: Uint8Array,
): { readonly slot: Slot; readonly entry: KnownProposal; readonly key: string } | undefined {
  const key = hexEncode(digest);
  for (const slot of replica.slots.values()) {
    const entry = slot.proposals.get(key);
    if (entry !== undefined) return { slot, entry, key };
  }
  return undefined;
}

/** Bytes that were asked for by digest; anything that does not fit its height is ignored. */
export function handleProposal(
  replica: Replica,
  event: Extract<ReplicaEvent, { readonly kind: "proposal" }>,
  digest: Uint8Array,
): void {
  const found = findByDigest(replica, digest);
  if (found === undefined || found.entry.bytes !== undefined) return;
  const decoded = decodeProposal(event.proposal);
  if (!decoded.ok || decoded.value.height !== found.slot.height) return;
  found.entry.bytes = event.proposal;
  found.entry.decoded = decoded.value;
  obtain(replica, found.slot, { digest, from: [] });
}

/**
 * All envelopes of a proposal are here and valid: make them durable, then vote (docs/consensus.md
 * 3.4 and 9: durable before Prepare are the proposal AND its envelopes).
 */
export function handleBodies(
  replica: Replica,
  event: Extract<ReplicaEvent, { readonly kind: "bodies" }>,
): void {
  const found = findByDigest(replica, event.proposalDigest);
  if (found === undefined || found.entry.bodies === "durable") return;
  const { slot, entry, key } = found;
  if (entry.bytes === undefined) return;
  entry.bodies = "durable";
  const accepted = slot.accepted?.key === key ? slot.accepted : undefined;
  const prePrepare = accepted?.prePrepare;
  const records = recordsBefore(replica, slot.height);
  records.push({
    kind: "proposal",
    view: accepted?.view ?? replica.view,
    proposal: entry.bytes,
    envelopes: event.envelopes,
    prePrepare:
      prePrepare === undefined
        ? new Uint8Array(0)
        : encodeConsensusMessage({ kind: "prePrepare", value: prePrepare }),
  });
  emit(replica, { kind: "persist", records });
  if (prePrepare !== undefined && accepted?.view === replica.view && ownsView(replica)) {
    // Castro-Liskov 4.2: the primary multicasts the pre-prepare; here only once it is durable.
    emit(replica, { kind: "send", to: "all", message: { kind: "prePrepare", value: prePrepare } });
  }
  signPrepare(replica, slot);
  tryExecute(replica);
}

function ownsView(replica: Replica): boolean {
  return isPrimary(replica) && mayVote(replica);
}

/**
 * Refused for reasons that every replica decides alike: no Prepare, and the progress timer runs on.
 * What a quorum prepared or a NewView fixed is asked for again without the policy checks.
 */
export function handleBodiesRefused(
  replica: Replica,
  event: Extract<ReplicaEvent, { readonly kind: "bodiesRefused" }>,
): void {
  const found = findByDigest(replica, event.proposalDigest);
  if (found === undefined || found.entry.bodies !== "requested") return;
  found.entry.bodies = "refused";
  const { slot, key } = found;
  const prepared = slot.prepared && hexEncode(slot.prepared.proposalDigest);
  const fixed = slot.accepted?.key === key && slot.accepted.prePrepare === undefined;
  if (fixed || key === prepared || key === slot.committed?.key) {
    obtain(replica, slot, { digest: event.proposalDigest, from: [] });
    return;
  }
  const validator = found.entry.decoded?.proposer ?? 0;
  const reason = "an envelope of the proposal is invalid";
  emit(replica, { kind: "note", note: { kind: "refused", validator, reason } });
  const prePrepare = slot.accepted?.key === key ? slot.accepted.prePrepare : undefined;
  const { envelopes = [] } = event;
  if (prePrepare === undefined || envelopes.length === 0) return;
  accuse(replica, {
    ...{ validator: prePrepare.validator, offence: "invalidBodies", view: prePrepare.view },
    ...{ height: slot.height, messages: [{ kind: "prePrepare", value: prePrepare }] },
    envelopes,
  });
}

/**
 * Prepare for the accepted proposal of the current view (Castro-Liskov 4.2). The primary signs one
 * too (docs/consensus.md 2), and heights that are already executed are voted on again (5).
 */
export function signPrepare(replica: Replica, slot: Slot): void {
  const accepted = slot.accepted;
  if (accepted === undefined || accepted.view !== replica.view || accepted.prepareSigned) return;
  if (!mayVote(replica)) return;
  const entry = slot.proposals.get(accepted.key);
  if (entry?.bodies !== "durable") return;
  accepted.prepareSigned = true;
  // Where nothing had to be written for it: an own NewView, for one, is journaled without the certificate.
  const records = certificateRecords(replica, slot.height);
  if (records.length > 0) emit(replica, { kind: "persist", records });
  const { view } = accepted;
  const proposalDigest = entry.digest;
  emit(replica, {
    kind: "sign",
    journal: false,
    message: { kind: "vote", vote: 2, view, height: slot.height, proposalDigest },
  });
}
