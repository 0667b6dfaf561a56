// Messages as a validator of the lab would sign them, well-formed or wrong in one chosen way.
import {
  type ConsensusMessage,
  encodeNewViewBody,
  encodeProposal,
  encodeSuspectBody,
  encodeViewChangeBody,
  type FinalityCertificate,
  type NewViewEntry,
  type PreparedCertificate,
  type Proposal,
  proposalDigest,
  type SignedBody,
  type SuspectReason,
  suspectReason,
} from "@cartorio/protocol";
import { labChainId, labSignature, labWallMs } from "./lab-keys.ts";

export function fill(content: number): Uint8Array {
  return new Uint8Array(32).fill(content);
}

export function proposalBytes(height: number, change: Partial<Proposal> = {}): Uint8Array {
  const value = { epoch: 0, height, time: labWallMs, proposer: 0, envelopeHashes: [] };
  return encodeProposal({ ...value, ...change });
}

export function prePrepare(
  proposal: Uint8Array,
  change: { readonly view?: number; readonly validator?: number } = {},
): ConsensusMessage {
  const validator = change.validator ?? 0;
  const signature = labSignature(validator);
  return { kind: "prePrepare", value: { view: change.view ?? 0, proposal, validator, signature } };
}

export interface VoteOptions {
  readonly kind: 2 | 3;
  readonly view?: number;
  readonly height?: number;
  readonly digest: Uint8Array;
}

export function vote(validator: number, options: VoteOptions): ConsensusMessage {
  const { kind, view = 0, height = 1, digest } = options;
  const signature = labSignature(validator);
  return {
    kind: "vote",
    value: { kind, epoch: 0, view, height, proposalDigest: digest, validator, signature },
  };
}

export function checkpoint(
  validator: number,
  height: number,
  headerHash: Uint8Array,
): ConsensusMessage {
  const signature = labSignature(validator);
  return { kind: "checkpoint", value: { epoch: 0, height, headerHash, validator, signature } };
}

function signers(indices: readonly number[]): { validator: number; signature: Uint8Array }[] {
  return indices.map((validator) => ({ validator, signature: labSignature(validator) }));
}

export function finality(
  height: number,
  headerHash: Uint8Array = fill(height),
  indices: readonly number[] = [0, 1, 2],
): FinalityCertificate {
  return { epoch: 0, height, headerHash, signatures: signers(indices) };
}

export function prepared(
  height: number,
  options: {
    readonly view?: number;
    readonly digest: Uint8Array;
    readonly indices?: readonly number[];
  },
): PreparedCertificate {
  const { view = 0, digest, indices = [0, 1, 2] } = options;
  return { epoch: 0, view, height, proposalDigest: digest, signatures: signers(indices) };
}

export function suspect(
  validator: number,
  options: {
    readonly view?: number;
    readonly certified?: number;
    readonly reason?: SuspectReason;
  } = {},
): ConsensusMessage {
  const body = encodeSuspectBody({
    chainId: labChainId,
    epoch: 0,
    view: options.view ?? 0,
    certifiedHeight: options.certified ?? 0,
    reason: options.reason ?? suspectReason.noProgress,
    envelope: new Uint8Array(0),
  });
  return { kind: "suspect", value: { body, validator, signature: labSignature(validator) } };
}

export interface ViewChangeOptions {
  readonly view: number;
  readonly certificate?: FinalityCertificate;
  readonly prepared?: readonly PreparedCertificate[];
}

export function viewChangeBody(validator: number, options: ViewChangeOptions): SignedBody {
  const body = encodeViewChangeBody({
    chainId: labChainId,
    epoch: 0,
    view: options.view,
    certificate: options.certificate,
    prepared: options.prepared ?? [],
  });
  return { body, validator, signature: labSignature(validator) };
}

export function viewChange(validator: number, options: ViewChangeOptions): ConsensusMessage {
  return { kind: "viewChange", value: viewChangeBody(validator, options) };
}

export function newView(
  view: number,
  viewChanges: readonly SignedBody[],
  change: { readonly entries?: readonly NewViewEntry[]; readonly validator?: number } = {},
): ConsensusMessage {
  const validator = change.validator ?? view % 4;
  const entries = change.entries ?? [];
  const body = encodeNewViewBody({ chainId: labChainId, epoch: 0, view, viewChanges, entries });
  return { kind: "newView", value: { body, validator, signature: labSignature(validator) } };
}

export function digestOf(proposal: Uint8Array): Uint8Array {
  return proposalDigest(proposal);
}
