import {
  type ErrorCode,
  type IssuerProfileRecord,
  issuerProfileRecord,
  relationship,
  type Signer,
  type StatusRole,
  signerRole,
  stateKeys,
  statusRole,
} from "@cartorio/protocol";
import { keysInRole, keyWithRelationship } from "../authority.ts";
import { didBefore, writerOf } from "../dids.ts";
import { readDecodedBlock, type TransactionState } from "../state.ts";
import { actsAsAccreditor } from "./accreditor-actor.ts";

/** A DID that signs as author with an `assertionMethod` key of its own document. */
export type Assertion =
  | { readonly ok: true; readonly multikey: Uint8Array; readonly version: number }
  | { readonly ok: false; readonly code: ErrorCode };

/**
 * Who acts exists, may write, and signed with an `assertionMethod` key as of before the transaction
 * (docs/ledger.md 2). Codes: those of `writerOf`, UNAUTHORISED.
 */
export function assertedBy(
  state: TransactionState,
  signers: readonly Signer[],
  did: string,
): Assertion {
  const writer = writerOf(state, did);
  if (!writer.ok) return writer;
  const { document, head } = writer.before;
  const multikey = keyWithRelationship(
    document,
    keysInRole(signers, did, signerRole.author),
    relationship.assertionMethod,
  );
  if (multikey === undefined) return { ok: false, code: "UNAUTHORISED" };
  return { ok: true, multikey, version: head.latestVersion };
}

/** What an issuer declared before this transaction. */
export function profileBefore(
  { block }: TransactionState,
  issuer: string,
): IssuerProfileRecord | undefined {
  return readDecodedBlock(block, stateKeys.issuerProfile(issuer), issuerProfileRecord);
}

/** What an operation that changes a status says about who acts. */
export interface StatusChange {
  readonly issuer: string;
  readonly by: string;
  readonly accreditation: number;
}

export type StatusActor =
  | { readonly ok: true; readonly by: string; readonly role: StatusRole }
  | { readonly ok: false; readonly code: ErrorCode };

/**
 * Who changes a status, and as what: the issuer, its named successor, or one of its registered
 * revokers, as the issuer declared before the transaction, or its accreditor (docs/ledger.md 6, {@link
 * actsAsAccreditor}), and then as the accreditor, whatever else it is. An issuer that is deactivated or
 * frozen keeps those that it named. Codes: those of {@link assertedBy} for who acts;
 * DID_NOT_FOUND, DID_MALFORMED, DID_WRONG_NETWORK for the issuer; UNAUTHORISED.
 */
export function statusActor(
  state: TransactionState,
  signers: readonly Signer[],
  change: StatusChange,
): StatusActor {
  const by = change.by === "" ? change.issuer : change.by;
  const asserted = assertedBy(state, signers, by);
  if (!asserted.ok) return asserted;
  if (by === change.issuer) return { ok: true, by, role: statusRole.issuer };
  if (didBefore(state, change.issuer) === undefined) {
    const issuer = writerOf(state, change.issuer);
    return issuer.ok ? { ok: false, code: "DID_NOT_FOUND" } : issuer;
  }
  const role = roleOf(state, change, by);
  return role === undefined ? { ok: false, code: "UNAUTHORISED" } : { ok: true, by, role };
}

function roleOf(
  state: TransactionState,
  { issuer, accreditation }: StatusChange,
  by: string,
): StatusRole | undefined {
  if (accreditation !== 0) {
    const isAccreditor = actsAsAccreditor(state, { subject: issuer, index: accreditation }, by);
    return isAccreditor ? statusRole.accreditor : undefined;
  }
  const profile = profileBefore(state, issuer);
  if (profile?.successor === by) return statusRole.successor;
  return profile?.revokers.includes(by) === true ? statusRole.revoker : undefined;
}
