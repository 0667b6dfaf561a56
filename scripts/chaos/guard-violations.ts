// What counts as a signature without permission, and how it is found (docs/operations.md, chaos):
//
// 1. contradiction: two contents signed by one key for one place (epoch, kind, view, height), in any
//    journal or copy of a journal of that validator;
// 2. forgotten: after a validator lost votes, anything that its later journals hold of an epoch in
//    which the set still has the incarnation of before, and that no journal from before holds;
// 3. certified: its signature in a finality certificate of such an epoch, above every height that it
//    can have signed before it forgot;
// 4. evidence: what other nodes kept as proof that a validator signed against the rules.
import { hexEncode } from "@cartorio/crypto";
import {
  type ConsensusMessage,
  decodeConsensusMessage,
  decodeNewViewBody,
  decodeProposal,
  decodeSuspectBody,
  decodeViewChangeBody,
  type JournalRecord,
  limits,
  proposalDigest,
  type SignedBody,
} from "@cartorio/protocol";

/** Something that a validator has signed, or has written down in order to sign it. */
export interface Signed {
  readonly epoch: number;
  /** Kind, view and height: for one place there is one content. */
  readonly place: string;
  readonly content: string;
}

/** What of a journal its own validator stands behind. */
export function signedIn(records: readonly JournalRecord[], validator: number): readonly Signed[] {
  const decided = records.flatMap(decidedByNewView);
  return records.flatMap((record) => recordSigned(record, validator, decided));
}

/** A view that was entered by a NewView, and the places that it fixed: voted for without a PrePrepare. */
interface Decided {
  readonly epoch: number;
  readonly view: number;
  readonly fixed: ReadonlySet<string>;
}

function decidedByNewView(record: JournalRecord): readonly Decided[] {
  if (record.kind !== "message") return [];
  const message = decodeConsensusMessage(record.message);
  if (!message.ok || message.value.kind !== "newView") return [];
  const newView = decodeNewViewBody(message.value.value.body);
  if (!newView.ok) throw new Error("a journalled newView does not decode");
  const { epoch, view, entries } = newView.value;
  const places = entries.map(({ height, proposalDigest: digest }) => fixedPlace(height, digest));
  return [{ epoch, view, fixed: new Set(places) }];
}

function fixedPlace(height: number, digest: Uint8Array): string {
  return `${height} ${hexEncode(digest)}`;
}

/**
 * The body of a height that others decided is kept as well, without a PrePrepare, and is no vote. It is one
 * only if the NewView of its view is here and did not fix it; what nothing explains counts as signed.
 */
function isFetchedBody(
  record: Extract<JournalRecord, { readonly kind: "proposal" }>,
  decided: readonly Decided[],
): boolean {
  const proposal = decodeProposal(record.proposal);
  if (record.prePrepare.length > 0 || !proposal.ok) return false;
  const { epoch, height } = proposal.value;
  const place = fixedPlace(height, proposalDigest(record.proposal));
  const views = decided.filter((one) => one.epoch === epoch && one.view === record.view);
  return views.length > 0 && views.every(({ fixed }) => !fixed.has(place));
}

function recordSigned(
  record: JournalRecord,
  validator: number,
  decided: readonly Decided[],
): readonly Signed[] {
  switch (record.kind) {
    case "proposal":
      return isFetchedBody(record, decided)
        ? []
        : proposalSigned("prepare", record.view, record.proposal);
    case "prepared": {
      const { epoch, view, height, proposalDigest: digest } = record.certificate;
      return [{ epoch, place: `commit ${view} ${height}`, content: hexEncode(digest) }];
    }
    case "message": {
      const message = decodeConsensusMessage(record.message);
      if (!message.ok) throw new Error("a journalled message does not decode");
      return messageSigned(message.value, validator);
    }
    case "guard":
      return [];
  }
}

function messageSigned(message: ConsensusMessage, validator: number): readonly Signed[] {
  if (message.kind === "status" || message.kind === "certificate") return [];
  // Of others it keeps what it has accepted: a NewView, for example.
  if (message.value.validator !== validator) return [];
  switch (message.kind) {
    case "prePrepare":
      return proposalSigned("prePrepare", message.value.view, message.value.proposal);
    case "vote": {
      const { kind, epoch, view, height, proposalDigest: digest } = message.value;
      const name = kind === 2 ? "prepare" : "commit";
      return [{ epoch, place: `${name} ${view} ${height}`, content: hexEncode(digest) }];
    }
    case "checkpoint": {
      const { epoch, height, headerHash } = message.value;
      return [{ epoch, place: `checkpoint ${height}`, content: hexEncode(headerHash) }];
    }
    case "suspect":
    case "viewChange":
    case "newView":
      return bodySigned(message.kind, message.value);
  }
}

function proposalSigned(name: string, view: number, bytes: Uint8Array): readonly Signed[] {
  const proposal = decodeProposal(bytes);
  if (!proposal.ok) throw new Error("a journalled proposal does not decode");
  const { epoch, height } = proposal.value;
  const content = hexEncode(proposalDigest(bytes));
  return [{ epoch, place: `${name} ${view} ${height}`, content }];
}

function bodySigned(
  kind: "suspect" | "viewChange" | "newView",
  { body }: SignedBody,
): readonly Signed[] {
  if (kind === "suspect") {
    const suspect = decodeSuspectBody(body);
    if (!suspect.ok) throw new Error("a journalled Suspect does not decode");
    // A view may be suspected again, later and for other reasons.
    const { epoch, view } = suspect.value;
    return [{ epoch, place: `suspect ${view} ${hexEncode(body)}`, content: "" }];
  }
  const change = kind === "viewChange" ? decodeViewChangeBody(body) : decodeNewViewBody(body);
  if (!change.ok) throw new Error(`a journalled ${kind} does not decode`);
  const { epoch, view } = change.value;
  return [{ epoch, place: `${kind} ${view}`, content: hexEncode(body) }];
}

/** Places for which one validator signed two contents. */
export function contradictions(all: readonly Signed[]): readonly string[] {
  const known = new Map<string, string>();
  const found = new Set<string>();
  for (const { epoch, place, content } of all) {
    const name = `epoch ${epoch}, ${place}`;
    const other = known.get(name);
    if (other !== undefined && other !== content) found.add(name);
    known.set(name, other ?? content);
  }
  return [...found];
}

/** What was signed after votes were lost, in an epoch in which that is forbidden. */
export function signedWhileForgetful(signatures: {
  readonly before: readonly Signed[];
  readonly after: readonly Signed[];
  readonly isForbidden: (epoch: number) => boolean;
}): readonly string[] {
  const nameOf = ({ epoch, place, content }: Signed): string =>
    `epoch ${epoch}, ${place}, ${content.slice(0, 16)}`;
  const known = new Set(signatures.before.map(nameOf));
  const found = signatures.after.filter(({ epoch }) => signatures.isForbidden(epoch)).map(nameOf);
  return [...new Set(found.filter((name) => !known.has(name)))];
}

/** A finality certificate, and the incarnation of each validator in the set of its height. */
export interface CertifiedHeight {
  readonly height: number;
  readonly epoch: number;
  readonly signers: readonly number[];
  readonly incarnations: readonly string[];
}

/**
 * Epochs in which a validator that forgot at a height is still the incarnation that forgot.
 * Undefined heights are those above every certificate: nothing is forbidden in an unknown epoch.
 */
export function forbiddenEpochs(
  certificates: readonly CertifiedHeight[],
  { validator, height }: { readonly validator: number; readonly height: number },
): ReadonlySet<number> {
  const before = certificates.findLast((certificate) => certificate.height <= height);
  const incarnation = before?.incarnations[validator];
  const old = certificates.filter(({ incarnations }) => incarnations[validator] === incarnation);
  return new Set(old.map(({ epoch }) => epoch));
}

/** Heights whose certificate has the signature of a validator that had no right to give it. */
export function certifiedWhileForgetful(
  certificates: readonly CertifiedHeight[],
  forgetting: { readonly validator: number; readonly height: number },
): readonly number[] {
  const forbidden = forbiddenEpochs(certificates, forgetting);
  // What it signed before reaches a window beyond what was certified then.
  const lowest = forgetting.height + limits.window;
  return certificates
    .filter(({ height, epoch }) => height > lowest && forbidden.has(epoch))
    .filter(({ signers }) => signers.includes(forgetting.validator))
    .map(({ height }) => height);
}
