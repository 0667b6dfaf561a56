import type { Header } from "./block-types.ts";
import { accept, refuse } from "./codec.ts";
import type { Decoded } from "./errors.ts";
import { verifyMultiproof } from "./multiproof.ts";
import { followHeader, type HeaderQuestion, orUpgrade } from "./proof-header.ts";
import type { ProofBundle } from "./proof-types.ts";

export interface ProofQuestionnaire extends HeaderQuestion {
  readonly bundle: ProofBundle;
  /** State keys derived by the verifier from its own question, in the order of the records. */
  readonly keys: readonly Uint8Array[];
}

export interface ProvenRecords {
  readonly header: Header;
  readonly headerHash: Uint8Array;
  /** Per key: the record, or undefined, which is proven as well. */
  readonly records: readonly (Uint8Array | undefined)[];
}

/**
 * Follows a bundle from the trust anchor to its records (docs/ledger.md 4): the header as
 * `followHeader` says, the records by a multiproof under the header's state root.
 *
 * Codes: WRONG_CHAIN, PROOF_STALE (header below the anchor), PROOF_INVALID with the part that fails,
 * UPGRADE_SDK if that may be because a validator set or record has a newer format.
 * Total. Nothing in the bundle is believed, the keys least of all.
 */
export function verifyProofBundle(question: ProofQuestionnaire): Decoded<ProvenRecords> {
  return orUpgrade(followBundle(question), question.bundle, question.bundle.records);
}

function followBundle(question: ProofQuestionnaire): Decoded<ProvenRecords> {
  const { bundle, keys } = question;
  const followed = followHeader(question);
  if (!followed.ok) return followed;
  const { header } = followed.value;
  if (bundle.records.length !== keys.length) return refuse("PROOF_INVALID", "records");
  const records = bundle.records.map((record) => (record.length === 0 ? undefined : record));
  const proof = bundle.multiproof;
  if (!verifyMultiproof({ root: header.stateRoot, keys, records, proof })) {
    return refuse("PROOF_INVALID", "multiproof");
  }
  return accept({ ...followed.value, records });
}
