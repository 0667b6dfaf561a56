import { encodeViewChangeBody, limits, type PreparedCertificate } from "@cartorio/protocol";
import { bounds } from "./bounds.ts";
import { emit, maySign, note, type Replica } from "./state.ts";
import { endTenure } from "./tenure.ts";

/** Where a replica goes, and whether the view it leaves has failed (timeout grows) or was rotated. */
export interface Departure {
  readonly view: number;
  readonly failed: boolean;
}

/**
 * Moves to a higher view: ViewChange with the certificate of S and P (Castro-Liskov 4.4, docs/
 * consensus.md 5). From here on no Prepare or Commit is signed in any lower view; the message is
 * durable before it is sent, so this holds across restarts too.
 */
export function startViewChange(replica: Replica, departure: Departure): void {
  if (!maySign(replica)) return;
  if (departure.view <= replica.view) return;
  endTenure(replica);
  if (departure.failed) growTimeout(replica);
  replica.view = departure.view;
  replica.active = false;
  replica.newView = undefined;
  replica.proposing.outstanding = undefined;
  replica.timers.newViewMs = 0;
  replica.timers.progressMs = 0;
  replica.timers.sinceResendMs = 0;
  const body = encodeViewChangeBody({
    chainId: replica.chainId,
    epoch: replica.validators.epoch,
    view: replica.view,
    certificate: replica.certificate,
    prepared: preparedCertificates(replica),
  });
  note(replica, { kind: "viewChangeStarted", view: replica.view });
  emit(replica, { kind: "sign", journal: true, message: { kind: "viewChange", body } });
}

/** P: for each height in (S, S+W] the own prepared certificate of the highest view, ascending. */
function preparedCertificates(replica: Replica): PreparedCertificate[] {
  const prepared: PreparedCertificate[] = [];
  for (let offset = 1; offset <= limits.window; offset += 1) {
    const certificate = replica.slots.get(replica.certified + offset)?.prepared;
    if (certificate !== undefined) prepared.push(certificate);
  }
  return prepared;
}

/** docs/consensus.md 4: x1.5 per failed view up to the cap. */
function growTimeout(replica: Replica): void {
  const grown = Math.floor(replica.timers.timeoutMs * bounds.timeoutGrowth);
  replica.timers.timeoutMs = Math.min(replica.parameters.maxTimeoutMs, grown);
}
