import { equalBytes } from "@cartorio/crypto";
import { decodeHeader } from "./block-codec.ts";
import type { FinalityCertificate, Header, ValidatorSet } from "./block-types.ts";
import { type VerifySignature, verifyFinalityCertificate } from "./certificate.ts";
import { accept, isNewerFormat, refuse } from "./codec.ts";
import type { Decoded } from "./errors.ts";
import { headerHash, validatorSetHash } from "./ids.ts";
import { limits } from "./limits.ts";
import type { Activation, ProvenHeaderParts } from "./proof-types.ts";
import { decodeValidatorSet } from "./validator-set-codec.ts";

/** What the integrator trusts, given by hand or kept from an earlier proof (docs/ledger.md 9). */
export interface TrustAnchor {
  readonly chainId: Uint8Array;
  readonly height: number;
  readonly headerHash: Uint8Array;
}

export interface HeaderQuestion {
  readonly bundle: ProvenHeaderParts;
  readonly anchor: TrustAnchor;
  readonly verify: VerifySignature;
}

export interface ProvenHeader {
  readonly header: Header;
  readonly headerHash: Uint8Array;
}

/** A header with its hash, and the set that verifies the heights after it. */
export interface Trusted {
  readonly header: Header;
  readonly set: ValidatorSet;
}

/**
 * Follows a bundle of either kind from the trust anchor to its header (docs/ledger.md 4): the anchor's
 * header and next set by hash, each set change by a certificate of the set before, the bundle's header
 * by a certificate of the last set. Codes: WRONG_CHAIN, PROOF_STALE (header below the anchor),
 * PROOF_INVALID with the part that fails.
 */
export function followHeader(question: HeaderQuestion): Decoded<ProvenHeader> {
  const { bundle, anchor } = question;
  if (!equalBytes(bundle.chainId, anchor.chainId)) return refuse("WRONG_CHAIN");
  const decoded = decodeHeader(bundle.header);
  if (!decoded.ok) return refuse("PROOF_INVALID", "header");
  const header = decoded.value;
  if (header.height < anchor.height) return refuse("PROOF_STALE");
  const { activations } = bundle;
  const trusted = followActivations({ ...question, activations });
  if (trusted === undefined) return refuse("PROOF_INVALID", "activations");
  const hash = headerHash(bundle.header);
  if (!isCertified({ header, hash, trusted, question })) {
    return refuse("PROOF_INVALID", "certificate");
  }
  return accept({ header, headerHash: hash });
}

/**
 * A refusal becomes UPGRADE_SDK if it may be because a validator set or record has a newer format: what
 * this code cannot read is not invalid (docs/ledger.md 9).
 */
export function orUpgrade<T>(
  result: Decoded<T>,
  { activations }: ProvenHeaderParts,
  records: readonly Uint8Array[],
): Decoded<T> {
  if (result.ok || result.code !== "PROOF_INVALID") return result;
  const isNewer =
    records.some(isNewerFormat) || activations.some((link) => isNewerFormat(link.validatorSet));
  return isNewer ? refuse("UPGRADE_SDK") : result;
}

/** From the trust anchor on: its header first, without a certificate, then the changes. */
export interface SetsQuestion extends Omit<HeaderQuestion, "bundle"> {
  readonly activations: readonly Activation[];
}

/**
 * The last header of a chain of set changes and the set that it names, each change certified by the set
 * before (docs/consensus.md 8). Codes: PROOF_INVALID, UPGRADE_SDK.
 */
export function followValidatorSets(question: SetsQuestion): Decoded<Trusted> {
  const trusted = followActivations(question);
  if (trusted !== undefined) return accept(trusted);
  const isNewer = question.activations.some((link) => isNewerFormat(link.validatorSet));
  return isNewer ? refuse("UPGRADE_SDK") : refuse("PROOF_INVALID", "activations");
}

/** The last set of the chain of activations, or undefined if a link does not hold. */
function followActivations({ activations, anchor, verify }: SetsQuestion): Trusted | undefined {
  const [first, ...changes] = activations;
  if (first === undefined || changes.length >= limits.maxActivations) return undefined;
  let trusted = trustAnchorHeader(first, anchor);
  for (const change of changes) {
    if (trusted === undefined) return undefined;
    trusted = trustChange(change, { trusted, chainId: anchor.chainId, verify });
  }
  return trusted;
}

function trustAnchorHeader(activation: Activation, anchor: TrustAnchor): Trusted | undefined {
  if (activation.certificate !== undefined) return undefined;
  if (!equalBytes(headerHash(activation.header), anchor.headerHash)) return undefined;
  const link = readLink(activation);
  if (link === undefined || link.header.height !== anchor.height) return undefined;
  return link.set.activationHeight <= anchor.height + 1 ? link : undefined;
}

interface Ground {
  readonly trusted: Trusted;
  readonly chainId: Uint8Array;
  readonly verify: VerifySignature;
}

/** The header before an activation, certified by the set before, names the set of the next epoch. */
function trustChange(activation: Activation, ground: Ground): Trusted | undefined {
  const { trusted, chainId, verify } = ground;
  const { certificate } = activation;
  const link = readLink(activation);
  if (link === undefined || certificate === undefined) return undefined;
  const { header, set } = link;
  const follows =
    header.height > trusted.header.height &&
    header.epoch === trusted.set.epoch &&
    set.epoch === trusted.set.epoch + 1 &&
    set.activationHeight === header.height + 1;
  if (!follows || !certifies(certificate, header, headerHash(activation.header))) return undefined;
  return verifyFinalityCertificate(certificate, trusted.set, chainId, verify) ? link : undefined;
}

/** Header and set of an activation, if the header names the set. */
function readLink(activation: Activation): Trusted | undefined {
  const header = decodeHeader(activation.header);
  const set = decodeValidatorSet(activation.validatorSet);
  if (!header.ok || !set.ok) return undefined;
  const setHash = validatorSetHash(activation.validatorSet);
  if (!equalBytes(setHash, header.value.nextValidatorSetHash)) return undefined;
  return { header: header.value, set: set.value };
}

/** True if the certificate speaks about exactly this header. */
function certifies(certificate: FinalityCertificate, header: Header, hash: Uint8Array): boolean {
  return (
    certificate.epoch === header.epoch &&
    certificate.height === header.height &&
    equalBytes(certificate.headerHash, hash)
  );
}

interface Candidate {
  readonly header: Header;
  readonly hash: Uint8Array;
  readonly trusted: Trusted;
  readonly question: HeaderQuestion;
}

/** The anchor's own header needs no certificate: it is trusted, and its set may be of the past. */
function isCertified({ header, hash, trusted, question }: Candidate): boolean {
  const { bundle, anchor, verify } = question;
  if (!certifies(bundle.certificate, header, hash)) return false;
  if (header.height === anchor.height) return equalBytes(hash, anchor.headerHash);
  if (header.height <= trusted.header.height) return isLastChange(hash, question);
  return verifyFinalityCertificate(bundle.certificate, trusted.set, anchor.chainId, verify);
}

/** A bundle at the very height of its last set change: that header was certified on the way. */
function isLastChange(hash: Uint8Array, { bundle }: HeaderQuestion): boolean {
  const last = bundle.activations.at(-1);
  return last !== undefined && equalBytes(headerHash(last.header), hash);
}
