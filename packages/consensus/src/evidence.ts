import { type ConsensusMessage, encodeConsensusMessage, suspectReason } from "@cartorio/protocol";
import { bounds } from "./bounds.ts";
import { alreadySuspecting, hasOwnSuspect, suspect } from "./handle-suspect.ts";
import { emit, maySign, primaryOf, type Replica } from "./state.ts";
import type { Offence } from "./types.ts";

/** What a validator did, with the signed messages that prove it (docs/consensus.md 10). */
export interface Charge {
  readonly validator: number;
  readonly offence: Offence;
  readonly height: number;
  /** The view in which the offence counts against its primary; undefined: none. */
  readonly view: number | undefined;
  readonly messages: readonly ConsensusMessage[];
  /** Exact bytes of envelopes that belong to the proof. */
  readonly envelopes?: readonly Uint8Array[];
}

function keyOf({ validator, offence }: Pick<Charge, "validator" | "offence">): string {
  return `${validator} ${offence}`;
}

/** Does the offence still say something: is it new, or against a primary that is not suspected for one yet? */
export function isNewCharge(
  replica: Replica,
  charge: Pick<Charge, "validator" | "offence" | "view">,
): boolean {
  if (!replica.judgement.offences.has(keyOf(charge))) return true;
  const { view } = charge;
  return view !== undefined && isOfPrimary(replica, charge) && !isOffended(replica, view);
}

function isOffended({ judgement }: Replica, view: number): boolean {
  return judgement.offendedViews.has(view);
}

/** The present and the next view each have a mark: primaries of both could take turns. */
function markOffended({ judgement, view: current }: Replica, view: number): void {
  for (const known of judgement.offendedViews)
    if (known < current) judgement.offendedViews.delete(known);
  judgement.offendedViews.add(view);
}

/** A primary's own offence in the view that it leads now or next. */
function isOfPrimary(
  replica: Replica,
  { validator, view }: Pick<Charge, "validator" | "view">,
): boolean {
  if (view === undefined || validator !== primaryOf(view, replica.n)) return false;
  return view >= replica.view && view <= replica.view + bounds.futureViews;
}

/**
 * Tells the shell once per validator, epoch and offence, and suspects the primary for its own offence
 * in the view (docs/consensus.md 4 and 10). What it signed twice goes to all, as each of them may have
 * seen only one of the two; a NewView does not, for it is long and a timer runs for it anyway.
 */
export function accuse(replica: Replica, charge: Charge): void {
  const { validator, offence, height, messages, envelopes = [] } = charge;
  if (validator === replica.self || !isNewCharge(replica, charge)) return;
  const { judgement } = replica;
  if (!judgement.offences.has(keyOf(charge))) {
    judgement.offences.add(keyOf(charge));
    const proof = [...messages.map(encodeConsensusMessage), ...envelopes];
    emit(replica, { kind: "evidence", validator, offence, height, messages: proof });
  }
  if (charge.view === undefined || !isOfPrimary(replica, charge)) return;
  markOffended(replica, charge.view);
  for (const message of maySign(replica) ? messages : [])
    if (message.kind !== "newView") emit(replica, { kind: "send", to: "all", message });
  suspectOffender(replica);
}

/** The Suspect for evidence, as soon as no other own one stands in its way. */
export function suspectOffender(replica: Replica): void {
  if (!isOffended(replica, replica.view) || !maySign(replica)) return;
  if (hasOwnSuspect(replica) || alreadySuspecting(replica)) return;
  suspect(replica, suspectReason.evidence);
}
