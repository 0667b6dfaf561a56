import type { Operation } from "@cartorio/protocol";
import { type HashLike, hashBytes } from "./answer.ts";

/** Why a status changes (proto/credential.proto): codes, never texts. */
export const revocationReason = {
  unspecified: 0,
  issuedInError: 1,
  superseded: 2,
  privilegeWithdrawn: 3,
  keyCompromised: 4,
  holderRequest: 5,
} as const;

export interface ResumeInput {
  readonly issuer: string;
  readonly commitment: HashLike;
  /** Number of status changes so far. Default 0. */
  readonly expectedSequence?: number;
  /** DID that acts, if not the issuer: a revoker, the successor, the accreditor. */
  readonly by?: string;
  /** If the accreditor acts: index of the issuer's accreditation. */
  readonly accreditation?: number;
}
export interface RevokeInput extends ResumeInput {
  readonly reason?: keyof typeof revocationReason;
}

/** Revokes a credential for ever, in a batch or not, or a whole batch by its root. */
export function credentialRevoke(input: RevokeInput): Operation {
  return { kind: "credentialRevoke", value: { ...changeOf(input), reason: reasonOf(input) } };
}

/** As {@link credentialRevoke}, until it is resumed. */
export function credentialSuspend(input: RevokeInput): Operation {
  return { kind: "credentialSuspend", value: { ...changeOf(input), reason: reasonOf(input) } };
}

/** Ends a suspension. */
export function credentialResume(input: ResumeInput): Operation {
  return { kind: "credentialResume", value: changeOf(input) };
}

function changeOf({
  issuer,
  expectedSequence = 0,
  by = "",
  accreditation = 0,
  ...input
}: ResumeInput) {
  const commitment = hashBytes(input.commitment);
  return { issuer, commitment, expectedSequence, by, accreditation };
}

function reasonOf({ reason = "unspecified" }: RevokeInput): number {
  return revocationReason[reason];
}

/** Puts a DID's name under an anchor that names it; `recordHash`: `anchorRecordHash` of its record. */
export function credentialCosign(input: {
  readonly issuer: string;
  readonly hash: HashLike;
  readonly cosigner: string;
  readonly recordHash: HashLike;
}): Operation {
  const { issuer, cosigner } = input;
  const hash = hashBytes(input.hash);
  const recordHash = hashBytes(input.recordHash);
  return { kind: "credentialCosign", value: { issuer, hash, cosigner, recordHash } };
}

/** Appends to the log of an anchor; `entry`: `logEntryCommitment` of what happened. */
export function credentialLog(input: {
  readonly issuer: string;
  readonly hash: HashLike;
  readonly entry: HashLike;
  /** Entries so far. */
  readonly expectedSequence: number;
  /** Its meaning is up to the parties. Default 0. */
  readonly code?: number;
  /** A DID that the anchor names, if not the issuer. */
  readonly by?: string;
}): Operation {
  const { issuer, expectedSequence, code = 0, by = "" } = input;
  const [hash, entry] = [hashBytes(input.hash), hashBytes(input.entry)];
  return { kind: "credentialLog", value: { issuer, hash, by, entry, code, expectedSequence } };
}

/** Replaces what an issuer declares about itself. */
export function issuerUpdate(input: {
  readonly issuer: string;
  /** Declarations so far. Default 0. */
  readonly expectedSequence?: number;
  /** DIDs that may revoke and suspend for it, at most 16. */
  readonly revokers?: readonly string[];
  /** DID that takes over. */
  readonly successor?: string;
  /**
   * Block time (milliseconds) from which its credentials count only when they are anchored. Once it has
   * come it cannot be changed.
   */
  readonly anchorRequiredSince?: number;
}): Operation {
  const { issuer, expectedSequence = 0, revokers = [], successor = "" } = input;
  const { anchorRequiredSince = 0 } = input;
  const value = { issuer, expectedSequence, revokers, successor, anchorRequiredSince };
  return { kind: "issuerUpdate", value };
}
