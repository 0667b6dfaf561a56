import { equalBytes } from "@cartorio/crypto";
import {
  type ConsensusMessage,
  decodeConsensusMessage,
  decodeNewViewBody,
  decodeProposal,
  decodeViewChangeBody,
  envelopeHash,
  type Parameters,
  type PrePrepare,
  type VerifySignature,
  voteKind,
} from "@cartorio/protocol";
import { contentOf } from "./handle-new-view.ts";
import { prePrepareProblem } from "./handle-pre-prepare.ts";
import { equalEntries } from "./new-view-rules.ts";
import type { Effect } from "./types.ts";
import { type MessageContext, verifyMessage } from "./verify.ts";

export type Evidence = Pick<
  Extract<Effect, { readonly kind: "evidence" }>,
  "validator" | "offence" | "messages"
>;
type EvidenceContext = MessageContext & {
  readonly parameters: Parameters;
  readonly verify: VerifySignature;
};

/**
 * Do the bytes prove what is said of the validator (docs/consensus.md 10)? Pure, for anybody who has the
 * set of the epoch. Of `invalidBodies` it says that the validator proposed these very envelopes; whether
 * they break a rule the ledger says.
 */
export function verifyEvidence(evidence: Evidence, context: EvidenceContext): boolean {
  const { offence, validator } = evidence;
  const isSingle =
    offence === "falseNewView" || offence === "invalidProposal" || offence === "invalidBodies";
  const messages: ConsensusMessage[] = [];
  for (const bytes of evidence.messages.slice(0, isSingle ? 1 : 2)) {
    const message = signedBy(validator, bytes, context);
    if (message === undefined) return false;
    messages.push(message);
  }
  const [first, second] = messages;
  if (first === undefined) return false;
  if (!isSingle)
    return (
      evidence.messages.length === 2 && second !== undefined && isTwice(offence, first, second)
    );
  if (offence === "falseNewView") return isFalseNewView(first, context);
  if (first.kind !== "prePrepare") return false;
  if (offence === "invalidProposal") return breaksRule(first.value, context);
  return namesAll(first.value, evidence.messages.slice(1));
}

function signedBy(
  validator: number,
  bytes: Uint8Array,
  context: EvidenceContext,
): ConsensusMessage | undefined {
  const decoded = decodeConsensusMessage(bytes);
  if (!decoded.ok || decoded.value.kind === "status" || decoded.value.kind === "certificate")
    return undefined;
  if (decoded.value.value.validator !== validator) return undefined;
  return verifyMessage(decoded.value, context);
}

/** Two different messages where a validator may sign one. */
function isTwice(
  offence: Evidence["offence"],
  first: ConsensusMessage,
  second: ConsensusMessage,
): boolean {
  const left = placeOf(first);
  const right = placeOf(second);
  if (left === undefined || right === undefined || left.offence !== offence) return false;
  return (
    right.offence === offence &&
    left.view === right.view &&
    left.height === right.height &&
    !equalBytes(left.content, right.content)
  );
}

interface Place {
  readonly offence: Evidence["offence"];
  readonly view: number;
  readonly height: number;
  readonly content: Uint8Array;
}

/** Where a message stands, and what may stand there once. */
function placeOf(message: ConsensusMessage): Place | undefined {
  switch (message.kind) {
    case "prePrepare": {
      const { view, proposal: content } = message.value;
      const decoded = decodeProposal(content);
      if (!decoded.ok) return undefined;
      return { offence: "twoPrePrepares", view, height: decoded.value.height, content };
    }
    case "vote": {
      const { kind, view, height, proposalDigest: content } = message.value;
      const offence = kind === voteKind.prepare ? "twoPrepares" : "twoCommits";
      return { offence, view, height, content };
    }
    case "checkpoint": {
      const { height, headerHash: content } = message.value;
      return { offence: "twoCheckpoints", view: 0, height, content };
    }
    case "viewChange": {
      const body = decodeViewChangeBody(message.value.body);
      if (!body.ok) return undefined;
      const { view } = body.value;
      return { offence: "twoViewChanges", view, height: 0, content: message.value.body };
    }
    case "newView": {
      const body = decodeNewViewBody(message.value.body);
      if (!body.ok) return undefined;
      const { view } = body.value;
      return { offence: "twoNewViews", view, height: 0, content: message.value.body };
    }
    default:
      return undefined;
  }
}

function isFalseNewView(message: ConsensusMessage, context: EvidenceContext): boolean {
  if (message.kind !== "newView") return false;
  const body = decodeNewViewBody(message.value.body);
  if (!body.ok) return false;
  const content = contentOf(context, body.value);
  return content === undefined || !equalEntries(content.entries, body.value.entries);
}

function breaksRule(message: PrePrepare, context: EvidenceContext): boolean {
  const decoded = decodeProposal(message.proposal);
  return decoded.ok && prePrepareProblem(context, message, decoded.value) !== undefined;
}

function namesAll({ proposal }: PrePrepare, envelopes: readonly Uint8Array[]): boolean {
  const decoded = decodeProposal(proposal);
  if (!decoded.ok || envelopes.length === 0) return false;
  const { envelopeHashes } = decoded.value;
  return envelopes.every((bytes) => {
    const hash = envelopeHash(bytes);
    return envelopeHashes.some((named) => equalBytes(named, hash));
  });
}
