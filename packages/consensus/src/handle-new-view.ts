import { equalBytes, hexEncode } from "@cartorio/crypto";
import {
  decodeNewViewBody,
  decodeViewChangeBody,
  encodeConsensusMessage,
  type NewViewBody,
  type SignedBody,
  type ViewChangeBody,
} from "@cartorio/protocol";
import { adoptCertificate, newestCertificateRecords } from "./certified.ts";
import { accuse } from "./evidence.ts";
import { retryPrePrepares } from "./handle-pre-prepare.ts";
import { leaveIfSuspected } from "./handle-suspect.ts";
import { tryPrepared } from "./handle-vote.ts";
import { equalEntries, type NewViewContent, newViewContent } from "./new-view-rules.ts";
import { obtain, signPrepare } from "./proposals.ts";
import {
  emit,
  epochBase,
  maySign,
  mayVote,
  note,
  primaryOf,
  type Replica,
  slotAt,
} from "./state.ts";
import { endTenure } from "./tenure.ts";

/**
 * NewView (Castro-Liskov 4.4, docs/consensus.md 5). Its ViewChanges and their certificates were
 * verified at the edge; every backup recomputes O and compares. Only the first valid one of a view is
 * followed. It may name a view above the own one: Q members have left the views below it.
 */
export function handleNewView(replica: Replica, signed: SignedBody): void {
  const decoded = decodeNewViewBody(signed.body);
  if (!decoded.ok || !maySign(replica)) return;
  const body = decoded.value;
  if (body.view === replica.view && replica.active) compareNewViews(replica, signed);
  if (body.view < replica.view || (body.view === replica.view && replica.active)) return;
  const content = contentOf(replica, body);
  if (content === undefined || !equalEntries(content.entries, body.entries)) {
    note(replica, {
      kind: "refused",
      validator: signed.validator,
      reason: "NewView does not follow from its ViewChanges",
    });
    accuse(replica, {
      ...{ validator: signed.validator, offence: "falseNewView", view: body.view },
      ...{ height: replica.certified, messages: [{ kind: "newView", value: signed }] },
    });
    return;
  }
  // S first, so that the window holds all of O; then durable before the first vote of the view.
  if (content.certificate !== undefined) adoptCertificate(replica, content.certificate);
  const records = newestCertificateRecords(replica);
  if (signed.validator !== replica.self) {
    const message = encodeConsensusMessage({ kind: "newView", value: signed });
    records.push({ kind: "message", message });
  }
  if (records.length > 0) emit(replica, { kind: "persist", records });
  enterView(replica, { signed, view: body.view, content });
}

/** docs/consensus.md 5: only the first NewView of a view is followed; a second is evidence. */
function compareNewViews(replica: Replica, second: SignedBody): void {
  const first = replica.newView;
  if (first === undefined || equalBytes(first.body, second.body)) return;
  accuse(replica, {
    ...{ validator: second.validator, offence: "twoNewViews", view: replica.view },
    height: replica.certified,
    messages: [
      { kind: "newView", value: first },
      { kind: "newView", value: second },
    ],
  });
}

/** The base and O that the ViewChanges of a NewView lead to. */
export function contentOf(
  { validators }: Pick<Replica, "validators">,
  body: NewViewBody,
): NewViewContent | undefined {
  const bodies: ViewChangeBody[] = [];
  for (const { body: bytes } of body.viewChanges) {
    const viewChange = decodeViewChangeBody(bytes);
    if (!viewChange.ok) return undefined;
    bodies.push(viewChange.value);
  }
  return newViewContent(bodies, { epoch: validators.epoch, base: epochBase(validators) });
}

export interface Entry {
  readonly signed: SignedBody;
  readonly view: number;
  readonly content: NewViewContent;
}

function enterView(replica: Replica, entry: Entry): void {
  installView(replica, entry);
  note(replica, {
    kind: "viewEntered",
    view: replica.view,
    primary: primaryOf(replica.view, replica.n),
  });
  followEntries(replica, entry.content);
  retryPrePrepares(replica);
  for (const slot of [...replica.slots.values()].sort((a, b) => a.height - b.height))
    tryPrepared(replica, slot);
  leaveIfSuspected(replica);
}

/** The state of a view at its start; used by restore too. */
export function installView(replica: Replica, entry: Entry): void {
  const { content } = entry;
  endTenure(replica);
  replica.view = entry.view;
  replica.active = true;
  replica.newView = entry.signed;
  replica.newViewMaximum = content.base + content.entries.length;
  replica.certifiedAtEntry = replica.certified;
  const nextHeight = Math.max(replica.newViewMaximum, replica.certified) + 1;
  replica.proposing.nextHeight = nextHeight;
  replica.proposing.outstanding = undefined;
  replica.proposing.declined = false;
  replica.timers.progressMs = 0;
  replica.timers.newViewMs = 0;
  replica.timers.inViewMs = 0;
  for (const { height, proposalDigest } of content.entries) {
    if (height <= replica.certified) continue;
    const key = hexEncode(proposalDigest);
    const accepted = { view: entry.view, key, prePrepare: undefined, prepareSigned: false };
    slotAt(replica, height).accepted = accepted;
  }
}

/**
 * Votes for every height of O above S, also for those that are executed here already (docs/
 * consensus.md 5), and gets what is missing from the signers of the certificate. Nothing in O is
 * checked again for time, expiry, duplicates or policy.
 */
export function followEntries(replica: Replica, content: NewViewContent): void {
  if (!mayVote(replica)) return;
  content.entries.forEach(({ height, proposalDigest }, index) => {
    if (height <= replica.certified) return;
    const slot = slotAt(replica, height);
    const signers = content.sources[index]?.signatures ?? [];
    const from = signers.map((signature) => signature.validator);
    obtain(replica, slot, { digest: proposalDigest, from, isFixed: true });
    signPrepare(replica, slot);
  });
}
