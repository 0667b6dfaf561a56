import { hexEncode, sha256 } from "@cartorio/crypto";
import {
  type ConsensusMessage,
  checkpointSigningBytes,
  decodeNewViewBody,
  decodeProposal,
  decodeSuspectBody,
  decodeViewChangeBody,
  encodeFinalityCertificate,
  encodePreparedCertificate,
  type FinalityCertificate,
  limits,
  type NewViewBody,
  type PreparedCertificate,
  proposalDigest,
  quorum,
  type SignedBody,
  signedBodySigningBytes,
  type ValidatorSet,
  type ValidatorSignature,
  type VerifySignature,
  type ViewChangeBody,
  voteKind,
  voteSigningBytes,
} from "@cartorio/protocol";
import { epochBase, primaryOf } from "./state.ts";
import type { Verified } from "./types.ts";

/** One Ed25519 signature that a message rests on. */
export interface SignatureItem {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  /** 64 bytes. */
  readonly signature: Uint8Array;
}

export interface MessageContext {
  readonly chainId: Uint8Array;
  readonly validators: ValidatorSet;
}

/** Collects items; false as soon as something about the message's form is wrong. */
interface Collector {
  readonly context: MessageContext;
  readonly items: SignatureItem[];
  /** Hashes of the certificates that were collected or refused before. */
  readonly seen: Set<string>;
}

/**
 * All signatures on which a message rests, those of nested ViewChanges and certificates included
 * (Castro-Liskov 4.4; docs/consensus.md 2), so that a shell may check them in batches on other threads.
 * Undefined if the message can never be valid: other chain or epoch, foreign or repeated signers, too
 * few for a quorum, a NewView that is not the primary's or has other than Q ViewChanges, heights or
 * views that do not fit. A Status carries no signature.
 */
export function messageSignatures(
  message: ConsensusMessage,
  context: MessageContext,
): SignatureItem[] | undefined {
  const collector: Collector = { context, items: [], seen: new Set() };
  return collectMessage(collector, message) ? collector.items : undefined;
}

/** Brands a message whose `messageSignatures` were all found valid by the caller. */
export function markVerified<T extends ConsensusMessage | FinalityCertificate>(
  value: T,
): Verified<T> {
  return value as Verified<T>;
}

/** The message, if its form and every signature in it are valid. Pure; `verify` is the caller's. */
export function verifyMessage(
  message: ConsensusMessage,
  context: MessageContext & { readonly verify: VerifySignature },
): Verified<ConsensusMessage> | undefined {
  const items = messageSignatures(message, context);
  if (items === undefined) return undefined;
  const valid = items.every((item) => context.verify(item.publicKey, item.message, item.signature));
  return valid ? markVerified(message) : undefined;
}

/** The same for a certificate from catch-up. */
export function verifyCertificate(
  certificate: FinalityCertificate,
  context: MessageContext & { readonly verify: VerifySignature },
): Verified<FinalityCertificate> | undefined {
  const message = verifyMessage({ kind: "certificate", value: certificate }, context);
  return message === undefined ? undefined : markVerified(certificate);
}

function collectMessage(collector: Collector, message: ConsensusMessage): boolean {
  const { chainId, validators } = collector.context;
  switch (message.kind) {
    case "prePrepare": {
      const { proposal, view, validator, signature } = message.value;
      const decoded = decodeProposal(proposal);
      if (!decoded.ok || decoded.value.epoch !== validators.epoch) return false;
      const { epoch, height } = decoded.value;
      const kind = voteKind.prePrepare;
      const statement = { chainId, epoch, kind, view, height };
      const bytes = voteSigningBytes({ ...statement, proposalDigest: proposalDigest(proposal) });
      return addSignature(collector, { validator, signature }, bytes);
    }
    case "vote": {
      if (message.value.epoch !== validators.epoch) return false;
      return addSignature(
        collector,
        message.value,
        voteSigningBytes({ ...message.value, chainId }),
      );
    }
    case "checkpoint": {
      if (message.value.epoch !== validators.epoch) return false;
      const bytes = checkpointSigningBytes({ ...message.value, chainId });
      return addSignature(collector, message.value, bytes);
    }
    case "suspect": {
      const body = decodeSuspectBody(message.value.body);
      return body.ok && fits(collector, body.value) && addBody(collector, "suspect", message.value);
    }
    case "viewChange": {
      const body = decodeViewChangeBody(message.value.body);
      return body.ok && collectViewChange(collector, message.value, body.value);
    }
    case "newView": {
      const body = decodeNewViewBody(message.value.body);
      return body.ok && collectNewView(collector, message.value, body.value);
    }
    case "status":
      // Unsigned; one of another epoch is answered too (docs/consensus.md 8).
      return true;
    case "certificate":
      return collectFinality(collector, message.value);
  }
}

function fits(
  collector: Collector,
  body: { readonly chainId: Uint8Array; readonly epoch: number },
): boolean {
  const { chainId, validators } = collector.context;
  return (
    body.epoch === validators.epoch &&
    chainId.length === body.chainId.length &&
    chainId.every((byte, index) => byte === body.chainId[index])
  );
}

function addBody(
  collector: Collector,
  kind: "suspect" | "viewChange" | "newView",
  signed: SignedBody,
): boolean {
  return addSignature(collector, signed, signedBodySigningBytes(kind, signed.body));
}

function addSignature(
  collector: Collector,
  signed: ValidatorSignature,
  message: Uint8Array,
): boolean {
  const validator = collector.context.validators.validators[signed.validator];
  if (validator === undefined || signed.signature.length !== limits.signatureBytes) return false;
  const { signature } = signed;
  collector.items.push({ publicKey: validator.validatorKey, message, signature });
  return true;
}

/** Certificates in P: heights in (S, S+W], ascending, of views below the one moved to. */
function collectViewChange(
  collector: Collector,
  signed: SignedBody,
  body: ViewChangeBody,
): boolean {
  if (!fits(collector, body) || body.view < 1) return false;
  // Before what is nested: only its author can make others check all of that.
  if (!addBody(collector, "viewChange", signed)) return false;
  const { certificate } = body;
  if (certificate !== undefined && !collectFinality(collector, certificate)) return false;
  let previous = certificate?.height ?? epochBase(collector.context.validators);
  const highest = previous + limits.window;
  for (const prepared of body.prepared) {
    if (prepared.height <= previous || prepared.height > highest) return false;
    if (prepared.view >= body.view || !collectPrepared(collector, prepared)) return false;
    previous = prepared.height;
  }
  return true;
}

/** From the primary of its view, with exactly Q ViewChanges for that view, senders ascending. */
function collectNewView(collector: Collector, signed: SignedBody, body: NewViewBody): boolean {
  const n = collector.context.validators.validators.length;
  if (!fits(collector, body) || signed.validator !== primaryOf(body.view, n)) return false;
  if (body.viewChanges.length !== quorum(n)) return false;
  if (!addBody(collector, "newView", signed)) return false;
  let previous = -1;
  for (const item of body.viewChanges) {
    const viewChange = decodeViewChangeBody(item.body);
    if (!viewChange.ok || viewChange.value.view !== body.view) return false;
    if (item.validator <= previous) return false;
    if (!collectViewChange(collector, item, viewChange.value)) return false;
    previous = item.validator;
  }
  return true;
}

function collectFinality(collector: Collector, certificate: FinalityCertificate): boolean {
  const { chainId, validators } = collector.context;
  const { epoch, height, headerHash } = certificate;
  if (epoch !== validators.epoch || height < validators.activationHeight) return false;
  if (!isNew(collector, encodeFinalityCertificate(certificate))) return true;
  const bytes = checkpointSigningBytes({ chainId, epoch, height, headerHash });
  return collectQuorum(collector, certificate.signatures, bytes);
}

function collectPrepared(collector: Collector, certificate: PreparedCertificate): boolean {
  const { chainId, validators } = collector.context;
  const { epoch, view, height, proposalDigest: digest } = certificate;
  if (epoch !== validators.epoch) return false;
  if (!isNew(collector, encodePreparedCertificate(certificate))) return true;
  const kind = voteKind.prepare;
  const bytes = voteSigningBytes({ chainId, epoch, kind, view, height, proposalDigest: digest });
  return collectQuorum(collector, certificate.signatures, bytes);
}

/** At least Q distinct members of the epoch's set, ascending (docs/consensus.md 2). */
function collectQuorum(
  collector: Collector,
  signatures: readonly ValidatorSignature[],
  message: Uint8Array,
): boolean {
  const n = collector.context.validators.validators.length;
  if (signatures.length < quorum(n) || signatures.length > n) return false;
  let previous = -1;
  for (const signed of signatures) {
    if (signed.validator <= previous) return false;
    previous = signed.validator;
    if (!addSignature(collector, signed, message)) return false;
  }
  return true;
}

/** True the first time: ViewChanges of one NewView share most certificates. */
function isNew(collector: Collector, certificateBytes: Uint8Array): boolean {
  const key = hexEncode(sha256(certificateBytes));
  if (collector.seen.has(key)) return false;
  collector.seen.add(key);
  return true;
}
