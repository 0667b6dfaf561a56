import {
  type DecodedEnvelope,
  type ErrorCode,
  relationship,
  type Signer,
  signerRole,
} from "@cartorio/protocol";
import { holds, keysInRole, keyWithRelationship, revealsNextKey } from "./authority.ts";
import { didInBlock, isActive } from "./dids.ts";
import type { BlockState, DidState } from "./state.ts";

const { assertionMethod, capabilityInvocation } = relationship;

/**
 * Somebody answers for the transaction (docs/ledger.md 1): every sponsor is a member that signs with
 * a `capabilityInvocation` key of its current document; without a sponsor a member authors alone,
 * with any key that speaks for it. Codes: SPONSOR_NOT_MEMBER, DID_DEACTIVATED, UNAUTHORISED.
 */
export function checkPayer(block: BlockState, envelope: DecodedEnvelope): ErrorCode | undefined {
  const { signers } = envelope.body;
  const sponsors = signers.filter(({ role }) => role === signerRole.sponsor);
  if (sponsors.length === 0) return checkAuthorPays(block, envelope);
  for (const sponsor of sponsors) {
    const problem = checkSponsor(block, sponsor);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function checkSponsor(block: BlockState, sponsor: Signer): ErrorCode | undefined {
  const member = memberOf(block, sponsor.did);
  if (member === undefined) return "SPONSOR_NOT_MEMBER";
  if (!isActive(member)) return "DID_DEACTIVATED";
  const key = keyWithRelationship(member.document, [sponsor.multikey], capabilityInvocation);
  return key === undefined ? "UNAUTHORISED" : undefined;
}

/** Who signs for another DID, as every create does, needs a sponsor. */
function checkAuthorPays(block: BlockState, envelope: DecodedEnvelope): ErrorCode | undefined {
  const { payer, body } = envelope;
  const member = memberOf(block, payer);
  if (member === undefined) return "SPONSOR_NOT_MEMBER";
  if (body.signers.some(({ did, role }) => did !== payer && role !== signerRole.cosigner)) {
    return "SPONSOR_NOT_MEMBER";
  }
  if (!isActive(member)) return "DID_DEACTIVATED";
  const keys = keysInRole(body.signers, payer, signerRole.author);
  return speaksFor(member, keys) ? undefined : "UNAUTHORISED";
}

/** A key claimed for a DID costs nothing: it must be a control key, a revealed one or a document's. */
export function speaksFor({ head: { control }, document }: DidState, keys: Uint8Array[]): boolean {
  return (
    (control.kind === "keys" && keys.some((key) => holds(control.keys, key))) ||
    keyWithRelationship(document, keys, assertionMethod | capabilityInvocation) !== undefined ||
    revealsNextKey(control, keys)
  );
}

export function memberOf(block: BlockState, did: string): DidState | undefined {
  return block.members.has(did) ? didInBlock(block, did) : undefined;
}
