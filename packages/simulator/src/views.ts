// Counts view changes and tells planned ones from others: a rotation is planned (docs/consensus.md 4).
import type { ReplicaNote } from "@cartorio/consensus";
import { suspectReason } from "@cartorio/protocol";
import type { Seat } from "./seat.ts";
import type { Statistics } from "./statistics.ts";

export interface Views {
  /** `epoch/view` that somebody left for another reason than rotation. */
  readonly unplanned: Set<string>;
  /** `epoch/view` of views that a correct replica moved to. */
  readonly moved: Set<string>;
}

export function createViews(): Views {
  return { unplanned: new Set(), moved: new Set() };
}

/** Byzantine replicas say what they want. */
export function noteView(views: Views, seat: Seat, note: ReplicaNote): void {
  const { node } = seat.process;
  const { statistics } = node.world;
  if (node.ridden !== undefined) return;
  const { epoch } = seat.validators;
  if (note.kind === "suspected" && note.reason !== suspectReason.rotation)
    views.unplanned.add(`${epoch}/${note.view}`);
  if (note.kind === "viewChangeStarted") count(views, statistics, { epoch, view: note.view });
}

function count(
  views: Views,
  statistics: Statistics,
  { epoch, view }: { readonly epoch: number; readonly view: number },
): void {
  const name = `${epoch}/${view}`;
  if (views.moved.has(name)) return;
  views.moved.add(name);
  statistics.viewChanges += 1;
  if (views.unplanned.has(`${epoch}/${view - 1}`)) statistics.unplannedViewChanges += 1;
}
