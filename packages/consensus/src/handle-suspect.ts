import {
  decodeSuspectBody,
  encodeSuspectBody,
  type SignedBody,
  type SuspectBody,
  type SuspectReason,
  suspectReason,
} from "@cartorio/protocol";
import { emit, note, type Replica } from "./state.ts";
import { startViewChange } from "./view-change.ts";

/**
 * Suspect (docs/consensus.md 4): a replica that suspects its view keeps voting in it, and only f+1
 * Suspects, of which one is correct, make anybody leave. The newest of each validator is kept.
 */
export function handleSuspect(replica: Replica, signed: SignedBody): void {
  const decoded = decodeSuspectBody(signed.body);
  if (!decoded.ok || replica.self === undefined) return;
  const body = decoded.value;
  const known = replica.suspects.get(signed.validator)?.body;
  if (known !== undefined && !isNewer(body, known)) return;
  replica.suspects.set(signed.validator, { body, signed });
  handOn(replica, signed.validator, body);
  leaveIfSuspected(replica);
}

/** The transaction that others find starved, once per validator and view: a Suspect costs nothing to sign. */
function handOn(replica: Replica, validator: number, body: SuspectBody): void {
  const { handedOn } = replica.judgement;
  if (body.reason !== suspectReason.starvation || body.view !== replica.view) return;
  if (validator === replica.self || handedOn.get(validator) === body.view) return;
  handedOn.set(validator, body.view);
  emit(replica, { kind: "starvation", validator, envelope: body.envelope });
}

/** Only a newer Suspect of its sender is kept. */
export function isNewer(body: SuspectBody, known: SuspectBody): boolean {
  if (body.view !== known.view) return body.view > known.view;
  return body.certifiedHeight > known.certifiedHeight;
}

/** A no-progress Suspect is void once the own S passes the one it names (docs/consensus.md 4). */
export function isVoid(replica: Replica, body: SuspectBody): boolean {
  return body.reason === suspectReason.noProgress && body.certifiedHeight < replica.certified;
}

/** The Suspects of a view that count. */
export function validSuspects(replica: Replica, view: number): SuspectBody[] {
  return [...replica.suspects.values()]
    .map((held) => held.body)
    .filter((body) => body.view === view && !isVoid(replica, body));
}

export function leaveIfSuspected(replica: Replica): void {
  const suspects = validSuspects(replica, replica.view);
  if (suspects.length <= replica.faulty) return;
  startViewChange(replica, { view: replica.view + 1, failed: !isRotation(replica) });
}

/** Are there Suspects of the current view, all for rotation? Then a move to the next one is planned. */
export function isRotation(replica: Replica): boolean {
  const suspects = validSuspects(replica, replica.view);
  const planned = suspects.filter((body) => body.reason === suspectReason.rotation);
  return planned.length > 0 && planned.length === suspects.length;
}

/** Does an own Suspect of the current view still count? */
export function hasOwnSuspect(replica: Replica): boolean {
  if (replica.self === undefined) return false;
  const own = replica.suspects.get(replica.self)?.body;
  return own !== undefined && own.view === replica.view && !isVoid(replica, own);
}

/** Signs a Suspect of the current view; durable before it is sent (docs/consensus.md 9). */
export function suspect(
  replica: Replica,
  reason: SuspectReason,
  envelope: Uint8Array = new Uint8Array(0),
): void {
  const { view, certified, chainId } = replica;
  const body = encodeSuspectBody({
    chainId,
    epoch: replica.validators.epoch,
    view,
    certifiedHeight: certified,
    reason,
    envelope,
  });
  replica.suspecting = { view, certifiedHeight: certified };
  note(replica, { kind: "suspected", view, reason });
  emit(replica, { kind: "sign", journal: true, message: { kind: "suspect", body } });
}

/** A Suspect of this view and S is with the signer or was fed back: a second one would say nothing new. */
export function alreadySuspecting(replica: Replica): boolean {
  const { suspecting } = replica;
  return (
    suspecting !== undefined &&
    suspecting.view === replica.view &&
    suspecting.certifiedHeight === replica.certified
  );
}
