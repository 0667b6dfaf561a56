import {
  type ConsensusMessage,
  decodeViewChangeBody,
  emptyProposal,
  encodeNewViewBody,
  encodeViewChangeBody,
  type NewViewEntry,
  type PreparedCertificate,
  proposalDigest,
  type SignedBody,
  type ViewChangeBody,
} from "@cartorio/protocol";
import type { Adversary, Strategy } from "../strategy.ts";
import { halves, isOwn } from "./own-messages.ts";

interface Held {
  readonly body: ViewChangeBody;
  readonly signed: SignedBody;
}

const waitMs = 300;

/** As primary it makes two NewViews out of two different sets of Q ViewChanges; both are valid. */
export function createTwoNewViews(): Strategy {
  let doneView = -1;
  return {
    name: "two-new-views",
    outgoing: (a, to, message) => {
      if (message.kind !== "newView" || !isOwn(a, message)) {
        a.send(to, message);
        return;
      }
      const view = a.view();
      if (doneView === view) return;
      doneView = view;
      // A while, so that more ViewChanges come in than Q.
      a.after(waitMs, () => sendBoth(a, { view, first: message }));
    },
  };
}

function sendBoth(
  a: Adversary,
  views: { readonly view: number; readonly first: ConsensusMessage },
): void {
  const [some, others] = halves(a);
  const second = secondNewView(a, views.view);
  a.send(some, views.first);
  a.send(others, second ?? views.first);
  // Those who get both must follow the first that came.
  a.after(waitMs, () => {
    a.send(others, views.first);
    if (second !== undefined) a.send(some, second);
  });
}

/** Of the highest senders instead of the lowest, and with an own ViewChange that admits nothing. */
function secondNewView(a: Adversary, view: number): ConsensusMessage | undefined {
  const replica = a.replica();
  if (replica === undefined) return undefined;
  const held: Held[] = [...replica.viewChanges.values()].filter((item) => item.body.view === view);
  const own = held.find((item) => item.signed.validator === a.index);
  const others = held
    .filter((item) => item !== own)
    .sort((left, right) => right.signed.validator - left.signed.validator);
  const chosen = [...others.slice(0, replica.quorum - 1)];
  const bare = own === undefined ? undefined : withoutAll(a, own);
  const last = bare ?? others[replica.quorum - 1];
  if (last === undefined || chosen.length < replica.quorum - 1) return undefined;
  chosen.push(last);
  chosen.sort((left, right) => left.signed.validator - right.signed.validator);
  const { chainId } = replica;
  const epoch = a.epoch();
  const base = replica.validators.activationHeight - 1;
  const entries = entriesOf(
    chosen.map((item) => item.body),
    { epoch, base },
  );
  const viewChanges = chosen.map((item) => item.signed);
  const body = encodeNewViewBody({ chainId, epoch, view, viewChanges, entries });
  return a.sign({ kind: "newView", body });
}

/** A valid ViewChange of somebody who has seen nothing. */
function withoutAll(a: Adversary, own: Held): Held | undefined {
  const body = { ...own.body, certificate: undefined, prepared: [] };
  const message = a.sign({ kind: "viewChange", body: encodeViewChangeBody(body) });
  if (message.kind !== "viewChange") return undefined;
  const decoded = decodeViewChangeBody(message.value.body);
  return decoded.ok ? { body: decoded.value, signed: message.value } : undefined;
}

/** O as docs/consensus.md 5 has it: the adversary knows the rules. */
export function entriesOf(
  bodies: readonly ViewChangeBody[],
  epoch: { readonly epoch: number; readonly base: number },
): NewViewEntry[] {
  const base = Math.max(epoch.base, ...bodies.map((body) => body.certificate?.height ?? 0));
  const best = new Map<number, PreparedCertificate>();
  for (const item of bodies.flatMap((body) => body.prepared))
    if (item.height > base && item.view > (best.get(item.height)?.view ?? -1))
      best.set(item.height, item);
  const maximum = Math.max(base, ...best.keys());
  return Array.from({ length: maximum - base }, (_, offset) => {
    const height = base + 1 + offset;
    const empty = proposalDigest(emptyProposal(epoch.epoch, height));
    return { height, proposalDigest: best.get(height)?.proposalDigest ?? empty };
  });
}
