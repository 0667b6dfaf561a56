import { equalBytes } from "@cartorio/crypto";
import { decodeViewChangeBody, encodeNewViewBody, type SignedBody } from "@cartorio/protocol";
import { accuse } from "./evidence.ts";
import { isRotation } from "./handle-suspect.ts";
import { newViewContent } from "./new-view-rules.ts";
import { emit, epochBase, type HeldViewChange, isPrimary, maySign, type Replica } from "./state.ts";
import { startViewChange } from "./view-change.ts";

/** ViewChange (Castro-Liskov 4.4): the newest of each validator is kept; the first of a view counts. */
export function handleViewChange(replica: Replica, signed: SignedBody): void {
  const decoded = decodeViewChangeBody(signed.body);
  if (!decoded.ok || replica.self === undefined) return;
  const body = decoded.value;
  const known = replica.viewChanges.get(signed.validator);
  if (known?.body.view === body.view && !equalBytes(known.signed.body, signed.body))
    accuse(replica, {
      ...{ validator: signed.validator, offence: "twoViewChanges", view: undefined },
      height: replica.certified,
      messages: [
        { kind: "viewChange", value: known.signed },
        { kind: "viewChange", value: signed },
      ],
    });
  if (known !== undefined && body.view <= known.body.view) return;
  replica.viewChanges.set(signed.validator, { body, signed });
  joinSmallest(replica);
  tryNewView(replica);
}

/**
 * f+1 ViewChanges above the own view: join the smallest of them (Castro-Liskov 4.5.2, docs/
 * consensus.md 4). One message from one replica, whatever view it names, moves nobody.
 */
function joinSmallest(replica: Replica): void {
  const above = [...replica.viewChanges.values()]
    .map((held) => held.body.view)
    .filter((view) => view > replica.view);
  if (above.length <= replica.faulty) return;
  const view = Math.min(...above);
  // The others may have left for a rotation before this replica heard f+1 of its Suspects.
  const planned = replica.active && view === replica.view + 1 && isRotation(replica);
  startViewChange(replica, { view, failed: !planned });
}

/** The ViewChanges held for the current view, senders ascending. */
export function viewChangesOfView(replica: Replica): HeldViewChange[] {
  return [...replica.viewChanges.values()]
    .filter((held) => held.body.view === replica.view)
    .sort((a, b) => a.signed.validator - b.signed.validator);
}

/**
 * The new primary sends NewView as soon as it holds Q ViewChanges, with or without the bodies of O
 * (docs/consensus.md 5). It names exactly Q, and is durable before it is sent, so that a restarted
 * primary never makes a second one.
 */
export function tryNewView(replica: Replica): void {
  if (replica.active || replica.newViewRequested === replica.view) return;
  if (!isPrimary(replica) || !maySign(replica)) return;
  const held = viewChangesOfView(replica).slice(0, replica.quorum);
  if (held.length < replica.quorum) return;
  replica.newViewRequested = replica.view;
  const { epoch } = replica.validators;
  const content = newViewContent(
    held.map((item) => item.body),
    { epoch, base: epochBase(replica.validators) },
  );
  const body = encodeNewViewBody({
    chainId: replica.chainId,
    epoch,
    view: replica.view,
    viewChanges: held.map((item) => item.signed),
    entries: content.entries,
  });
  emit(replica, { kind: "sign", journal: true, message: { kind: "newView", body } });
}
