import { equalBytes, hexEncode } from "@cartorio/crypto";
import {
  type ConsensusMessage,
  decodeNewViewBody,
  decodeProposal,
  decodeSuspectBody,
  decodeViewChangeBody,
  type FinalityCertificate,
  limits,
  type PrePrepare,
  proposalDigest,
  type SignedBody,
  type Vote,
  voteKind,
} from "@cartorio/protocol";
import { bounds } from "./bounds.ts";
import { messageEpoch } from "./epoch.ts";
import { isNewCharge } from "./evidence.ts";
import { isNewer } from "./handle-suspect.ts";
import { isUnheard } from "./heard.ts";
import { maySign, type Replica } from "./state.ts";

/**
 * Is a message worth checking its signatures? False only if the replica would ignore it whatever they
 * are, so that what comes again, or too late, costs no verification (docs/consensus.md 12). Reads the
 * replica, changes nothing. Events that wait in the shell's queue may move S and the view before the
 * message's turn: what one more window or view would make acceptable is wanted. A Status always is,
 * and so is whatever is evidence against its author, until that was told (10): no more of it is verified.
 */
export function isWanted(replica: Replica, message: ConsensusMessage): boolean {
  // Of other epochs only a Status is answered: with what leads its sender on (docs/consensus.md 8).
  const epoch = message.kind === "status" ? replica.validators.epoch : messageEpoch(message);
  // What does not decode is named as false where it is verified.
  if (epoch !== replica.validators.epoch) return epoch === undefined;
  switch (message.kind) {
    case "prePrepare":
      return wantsPrePrepare(replica, message.value);
    case "vote":
      return wantsVote(replica, message.value);
    case "checkpoint": {
      const { height, validator, headerHash } = message.value;
      if (!isNear(replica, height)) return false;
      const known = replica.slots.get(height)?.checkpoints.get(validator);
      if (known === undefined) return true;
      if (equalBytes(known.headerHash, headerHash)) return false;
      return isNewCharge(replica, { validator, offence: "twoCheckpoints", view: undefined });
    }
    case "suspect":
      return wantsSuspect(replica, message.value);
    case "viewChange":
      return wantsViewChange(replica, message.value);
    case "newView":
      return wantsNewView(replica, message.value);
    case "status":
      return true;
    case "certificate":
      return wantsCertificate(replica, message.value);
  }
}

/** Above S, and not above the window that the next certificates may open. */
function isNear(replica: Replica, height: number): boolean {
  return height > replica.certified && height <= replica.certified + 2 * limits.window;
}

function isNearView(replica: Replica, view: number): boolean {
  return view <= replica.view + bounds.futureViews + 1;
}

function wantsPrePrepare(replica: Replica, { proposal, view, validator }: PrePrepare): boolean {
  // An own one that a peer relays frees the height that it was built for.
  if (validator === replica.self) return true;
  const decoded = decodeProposal(proposal);
  // What does not decode is named as false where it is verified.
  if (!decoded.ok) return true;
  const { height } = decoded.value;
  if (replica.self === undefined || !isNear(replica, height)) return false;
  if (view < replica.view || !isNearView(replica, view)) return false;
  const accepted = replica.slots.get(height)?.accepted;
  const second = { validator, offence: "twoPrePrepares", view } as const;
  if (accepted?.view === view)
    return accepted.key !== hexEncode(proposalDigest(proposal)) && isNewCharge(replica, second);
  // Between ViewChange and NewView the first of a view and height is held back.
  const held = replica.waitingPrePrepares.get(`${view}/${height}`);
  if (held === undefined || (view === replica.view && replica.active)) return true;
  return !equalBytes(held.proposal, proposal) && isNewCharge(replica, second);
}

function wantsVote(replica: Replica, vote: Vote): boolean {
  // Its author must not come back without its journal and find peers that never heard of it (9).
  if (vote.height <= replica.certified && isUnheard(replica, vote)) return true;
  const { view, height, validator } = vote;
  if (replica.self === undefined || !isNear(replica, height)) return false;
  if (!isNearView(replica, view)) return false;
  const views = replica.slots.get(height)?.votes;
  if (views === undefined) return true;
  const votes = views.get(view);
  // Older than all that are kept.
  if (votes === undefined)
    return views.size < bounds.voteViewsPerHeight || view > Math.min(...views.keys());
  const isPrepare = vote.kind === voteKind.prepare;
  const known = (isPrepare ? votes.prepares : votes.commits).get(validator);
  if (known === undefined) return true;
  if (equalBytes(known.proposalDigest, vote.proposalDigest)) return false;
  const offence = isPrepare ? "twoPrepares" : "twoCommits";
  return isNewCharge(replica, { validator, offence, view });
}

function wantsSuspect(replica: Replica, { body, validator }: SignedBody): boolean {
  const known = replica.suspects.get(validator)?.body;
  if (replica.self === undefined) return false;
  const decoded = known && decodeSuspectBody(body);
  return known === undefined || !decoded?.ok || isNewer(decoded.value, known);
}

function wantsViewChange(replica: Replica, { body, validator }: SignedBody): boolean {
  const known = replica.viewChanges.get(validator);
  if (replica.self === undefined) return false;
  if (known === undefined) return true;
  const decoded = decodeViewChangeBody(body);
  if (!decoded.ok || decoded.value.view > known.body.view) return true;
  if (decoded.value.view < known.body.view || equalBytes(known.signed.body, body)) return false;
  return isNewCharge(replica, { validator, offence: "twoViewChanges", view: undefined });
}

function wantsNewView(replica: Replica, { body, validator }: SignedBody): boolean {
  if (!maySign(replica)) return false;
  const decoded = decodeNewViewBody(body);
  if (!decoded.ok) return true;
  const { view } = decoded.value;
  if (view > replica.view || (view === replica.view && !replica.active)) return true;
  const followed = view === replica.view ? replica.newView : undefined;
  if (followed === undefined || equalBytes(followed.body, body)) return false;
  return isNewCharge(replica, { validator, offence: "twoNewViews", view });
}

/** At or below S only what contradicts a header that is known here says something. */
function wantsCertificate(replica: Replica, certificate: FinalityCertificate): boolean {
  const { height, headerHash } = certificate;
  if (height > replica.certified) return true;
  const known = [replica.certifiedHeaders.get(height), replica.headers.get(height)];
  return known.some((header) => header !== undefined && !equalBytes(header, headerHash));
}
