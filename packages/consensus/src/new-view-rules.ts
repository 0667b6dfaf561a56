import { equalBytes } from "@cartorio/crypto";
import {
  emptyProposal,
  type FinalityCertificate,
  type NewViewEntry,
  type PreparedCertificate,
  proposalDigest,
  type ViewChangeBody,
} from "@cartorio/protocol";

/** What Q ViewChanges decide for the new view. */
export interface NewViewContent {
  /** Highest certified S among them. */
  readonly base: number;
  /** Its certificate; undefined if the base is the start of the epoch. */
  readonly certificate: FinalityCertificate | undefined;
  /** O: heights (base, max], ascending. */
  readonly entries: readonly NewViewEntry[];
  /** For each entry the certificate it was taken from; undefined: the empty proposal. */
  readonly sources: readonly (PreparedCertificate | undefined)[];
}

/**
 * Base and O of a NewView (Castro-Liskov 4.4, docs/consensus.md 5). The base is the highest S that a
 * certificate proves, never an uncertified checkpoint, so it exists for every set of ViewChanges
 * (indy-plenum#1506 is the case where a rule over claimed checkpoints finds none). Per height above it
 * the certificate of the highest view wins, and a gap becomes the empty proposal.
 */
export function newViewContent(
  bodies: readonly ViewChangeBody[],
  epoch: { readonly epoch: number; readonly base: number },
): NewViewContent {
  let base = epoch.base;
  let certificate: FinalityCertificate | undefined;
  for (const body of bodies) {
    if (body.certificate === undefined || body.certificate.height <= base) continue;
    base = body.certificate.height;
    certificate = body.certificate;
  }
  const highest = new Map<number, PreparedCertificate>();
  let maximum = base;
  for (const prepared of bodies.flatMap((body) => body.prepared)) {
    const { height, view } = prepared;
    if (height <= base) continue;
    const known = highest.get(height);
    if (known === undefined || view > known.view) highest.set(height, prepared);
    maximum = Math.max(maximum, height);
  }
  const entries: NewViewEntry[] = [];
  const sources: (PreparedCertificate | undefined)[] = [];
  for (let height = base + 1; height <= maximum; height += 1) {
    const source = highest.get(height);
    const digest = source?.proposalDigest ?? proposalDigest(emptyProposal(epoch.epoch, height));
    entries.push({ height, proposalDigest: digest });
    sources.push(source);
  }
  return { base, certificate, entries, sources };
}

/** Does the O of a NewView equal the one computed from its ViewChanges? */
export function equalEntries(
  left: readonly NewViewEntry[],
  right: readonly NewViewEntry[],
): boolean {
  if (left.length !== right.length) return false;
  return left.every((entry, index) => {
    const other = right[index];
    return (
      other !== undefined &&
      entry.height === other.height &&
      equalBytes(entry.proposalDigest, other.proposalDigest)
    );
  });
}
