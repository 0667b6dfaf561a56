// What a network that lost a quorum of journals can still prove (docs/consensus.md 9). Run by the operator's
// tool over the data of all survivors, never by a replica.
import { equalBytes, hexEncode } from "@cartorio/crypto";
import {
  decodeProposal,
  emptyProposal,
  envelopeHash,
  type FinalityCertificate,
  type JournalRecord,
  maximumFaulty,
  type PreparedCertificate,
  proposalDigest,
  quorum,
  type RecoveredHeight,
  type ValidatorSet,
  type VerifySignature,
  type ViewChangeBody,
  verifyFinalityCertificate,
  verifyPreparedCertificate,
} from "@cartorio/protocol";
import { newViewContent } from "./new-view-rules.ts";
import { epochBase } from "./state.ts";

/** The data of one validator of the lost epoch, whose journal is intact as far as its guard can tell. */
export interface Survivor {
  readonly validator: number;
  /** Newest finality certificates that its block store and journal hold. */
  readonly certificates: readonly FinalityCertificate[];
  readonly journal: readonly JournalRecord[];
}

export interface RecoveryQuestion {
  readonly chainId: Uint8Array;
  readonly validators: ValidatorSet;
  readonly verify: VerifySignature;
  readonly survivors: readonly Survivor[];
  /** Certificates from elsewhere, which prove themselves: of nodes without a whole journal, and of observers. */
  readonly certificates?: readonly FinalityCertificate[];
}

export interface RecoveryPlan {
  /** S: highest certified height, and what proves it; undefined at the epoch's base. */
  readonly certified: number;
  readonly certificate: FinalityCertificate | undefined;
  /** Heights above S, ascending: what the prepared certificate of the highest view names, else empty. */
  readonly heights: readonly RecoveredHeight[];
  /** Heights whose proposal or envelopes no survivor has: the plan ends below the first of them. */
  readonly missing: readonly number[];
  /** Does every acknowledged block survive if no survivor hides anything? */
  readonly isComplete: boolean;
  /** Does it even if f of the validators lied? */
  readonly isProvable: boolean;
}

/**
 * The highest certificate, and per height above it the prepared certificate of the highest view: the rule
 * of a NewView over the survivors' journals (docs/consensus.md 5 and 9). An acknowledged block has Q
 * statements, each by a validator that saw Q Commits, and each Commit rests on a journaled certificate:
 * n-Q+1 survivors meet every such quorum, n-Q+f+1 meet it in a correct member.
 */
export function planRecovery(question: RecoveryQuestion): RecoveryPlan {
  const { validators, survivors } = question;
  const n = validators.validators.length;
  const distinct = new Set(survivors.map(({ validator }) => validator)).size;
  const lost = n - quorum(n) + 1;
  const { certificates = [] } = question;
  const bodies = [...survivors, { certificates, journal: [] }].map((data) =>
    bodyOf(question, data),
  );
  const { epoch } = validators;
  const content = newViewContent(bodies, { epoch, base: epochBase(validators) });
  const bodiesHeld = heldProposals(survivors);
  const heights: RecoveredHeight[] = [];
  const missing: number[] = [];
  for (const [index, { height, proposalDigest: digest }] of content.entries.entries()) {
    const isGap = content.sources[index] === undefined;
    const empty = { proposal: emptyProposal(epoch, height), envelopes: [] };
    const held = isGap ? empty : bodiesHeld.get(hexEncode(digest));
    if (held === undefined) missing.push(height);
    else if (missing.length === 0) heights.push(held);
  }
  return {
    certified: content.base,
    certificate: content.certificate,
    heights,
    missing,
    isComplete: missing.length === 0 && distinct >= lost,
    isProvable: missing.length === 0 && distinct >= lost + maximumFaulty(n),
  };
}

/** What the survivor would have said in a ViewChange, as far as it proves itself. */
function bodyOf(
  { chainId, validators, verify }: RecoveryQuestion,
  { certificates, journal }: Omit<Survivor, "validator">,
): ViewChangeBody {
  let certificate: FinalityCertificate | undefined;
  for (const candidate of certificates) {
    if (candidate.height <= (certificate?.height ?? epochBase(validators))) continue;
    if (verifyFinalityCertificate(candidate, validators, chainId, verify)) certificate = candidate;
  }
  const prepared: PreparedCertificate[] = [];
  for (const record of journal) {
    if (record.kind !== "prepared") continue;
    if (verifyPreparedCertificate(record.certificate, validators, chainId, verify))
      prepared.push(record.certificate);
  }
  const { epoch } = validators;
  return { chainId, epoch, view: 0, certificate, prepared };
}

/** A survivor that lies may have put others beside the proposal, or none. */
function holdsAll({ proposal, envelopes }: RecoveredHeight): boolean {
  const decoded = decodeProposal(proposal);
  if (!decoded.ok) return false;
  const { envelopeHashes } = decoded.value;
  return (
    envelopes.length === envelopeHashes.length &&
    envelopes.every((bytes, index) => {
      const named = envelopeHashes[index];
      return named !== undefined && equalBytes(envelopeHash(bytes), named);
    })
  );
}

function heldProposals(survivors: readonly Survivor[]): Map<string, RecoveredHeight> {
  const held = new Map<string, RecoveredHeight>();
  for (const { journal } of survivors) {
    for (const record of journal) {
      if (record.kind !== "proposal") continue;
      const { proposal, envelopes } = record;
      if (holdsAll(record)) held.set(hexEncode(proposalDigest(proposal)), { proposal, envelopes });
    }
  }
  return held;
}
