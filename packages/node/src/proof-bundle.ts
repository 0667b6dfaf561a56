// Proofs from what is stored: the chain of validator sets from the caller's anchor, one certified
// header, one multiproof (docs/ledger.md 4). Headers, certificates and the sets of all epochs are never
// pruned (docs/consensus.md 8): they are the light client's chain.
import {
  type Ledger,
  proveRange,
  proveRecords,
  validatorSetAt,
  validatorSetOfEpoch,
} from "@cartorio/ledger";
import {
  type Activation,
  encodeProofBundle,
  encodeRangeBundle,
  encodeValidatorSet,
  type FinalityCertificate,
  limits,
  type ValidatorSet,
} from "@cartorio/protocol";
import type { ChainStore } from "@cartorio/storage";

export interface ProofSources {
  readonly chainId: Uint8Array;
  readonly ledger: Ledger;
  readonly store: Pick<ChainStore, "header" | "certificate">;
}

export interface ProofQuery {
  readonly keys: readonly Uint8Array[];
  readonly anchorHeight: number;
  /** A certified block inside the retained window of the state, and its certificate. */
  readonly header: Uint8Array;
  readonly certificate: FinalityCertificate;
}

interface NoProof {
  readonly ok: false;
  readonly code: "NOT_FOUND" | "NOT_READY" | "TOO_LARGE";
}
export type BuiltProof = { readonly ok: true; readonly bundle: Uint8Array } | NoProof;
type Links = { readonly ok: true; readonly activations: readonly Activation[] } | NoProof;

/** The other half is for the multiproof and the records. */
const maxLinksBytes = limits.maxProofBytes / 2;

/**
 * Encoded ProofBundle. Codes: NOT_FOUND (there is no block at the anchor's height), TOO_LARGE (more set
 * changes since the anchor than one bundle may carry: the client takes a newer anchor), NOT_READY (no
 * certificate of the last block of an epoch: it has not come yet, or a recovery manifest stands in its
 * place, which no light client can walk across).
 */
export function buildProof(sources: ProofSources, query: ProofQuery): BuiltProof {
  const { keys, anchorHeight, header, certificate } = query;
  const { height } = certificate;
  const links = activationLinks(sources, anchorHeight, height);
  if (!links.ok) return links;
  const { multiproof, records } = proveRecords(sources.ledger, keys, height);
  const bundle = encodeProofBundle({
    version: 1,
    chainId: sources.chainId,
    activations: links.activations,
    header,
    certificate,
    multiproof,
    records: records.map((record) => record ?? new Uint8Array()),
  });
  return { ok: true, bundle };
}

export interface RangeQuery extends Omit<ProofQuery, "keys"> {
  /** The first `bits` bits of `key` are the prefix. */
  readonly key: Uint8Array;
  readonly bits: number;
}

/** Encoded RangeBundle. Codes as {@link buildProof}; TOO_LARGE also for more records than a range may have. */
export function buildRange(sources: ProofSources, query: RangeQuery): BuiltProof {
  const { anchorHeight, header, certificate } = query;
  const links = activationLinks(sources, anchorHeight, certificate.height);
  if (!links.ok) return links;
  const range = proveRange(sources.ledger, query, certificate.height);
  if (range === undefined) return { ok: false, code: "TOO_LARGE" };
  const { activations } = links;
  const { chainId } = sources;
  const bundle = encodeRangeBundle({
    version: 1,
    chainId,
    activations,
    header,
    certificate,
    ...range,
  });
  return { ok: true, bundle };
}

/**
 * The anchor's header with the set that it names, then for each change up to the height the header
 * before the activation, its certificate by the set before, and the new set.
 */
function activationLinks(sources: ProofSources, anchorHeight: number, height: number): Links {
  const { ledger, store } = sources;
  const anchor = store.header(anchorHeight);
  const first = validatorSetAt(ledger, anchorHeight + 1);
  if (anchor === undefined || first === undefined) return { ok: false, code: "NOT_FOUND" };
  const last = validatorSetAt(ledger, height)?.epoch ?? first.epoch;
  if (last - first.epoch >= limits.maxActivations) return { ok: false, code: "TOO_LARGE" };
  const start = { header: anchor.header, validatorSet: encodeValidatorSet(first) };
  const activations: Activation[] = [{ ...start, certificate: undefined }];
  let bytes = 0;
  for (let epoch = first.epoch + 1; epoch <= last; epoch += 1) {
    const link = changeLink(sources, validatorSetOfEpoch(ledger, epoch));
    if (link === undefined) return { ok: false, code: "NOT_READY" };
    bytes += link.header.length + link.validatorSet.length + limits.maxCertificateBytes;
    if (bytes > maxLinksBytes) return { ok: false, code: "TOO_LARGE" };
    activations.push(link);
  }
  return { ok: true, activations };
}

function changeLink(
  { store }: ProofSources,
  set: ValidatorSet | undefined,
): Activation | undefined {
  if (set === undefined) return undefined;
  const height = set.activationHeight - 1;
  const stored = store.header(height);
  const certificate = store.certificate(height);
  if (stored === undefined || certificate === undefined) return undefined;
  return { header: stored.header, certificate, validatorSet: encodeValidatorSet(set) };
}
