import {
  type AccreditationEnd,
  type AccreditationOffer,
  accreditationEnded,
  accreditedAction,
  type CredentialType,
  type Operation,
  type Scope,
} from "@cartorio/protocol";
import { type HashLike, hashBytes } from "./answer.ts";
import { revocationReason } from "./credential-operations.ts";

/** What an accreditation can allow. */
export type ActionName = keyof typeof accreditedAction;

/** A type in a W3C context, or the `vct` of an SD-JWT VC. */
export type TypeInput =
  | { readonly contextHash: HashLike; readonly type: string }
  | { readonly vct: string };

/** Each list by itself, or `"*"`; what is left out covers nothing (docs/ledger.md 5). */
export interface ScopeInput {
  /** Digests of schemas. */
  readonly schemas?: readonly HashLike[] | "*";
  readonly types?: readonly TypeInput[] | "*";
  /** ISO 3166-1 or -2: `MO` includes its parts. */
  readonly jurisdictions?: readonly string[] | "*";
}

/** As the ledger keeps it. */
export function scopeOf({ schemas = [], types = [], jurisdictions = [] }: ScopeInput): Scope {
  return {
    allSchemas: schemas === "*",
    schemas: schemas === "*" ? [] : schemas.map(hashBytes),
    allTypes: types === "*",
    types: types === "*" ? [] : types.map(typeOf),
    allJurisdictions: jurisdictions === "*",
    jurisdictions: jurisdictions === "*" ? [] : jurisdictions,
  };
}

export function typeOf(input: TypeInput): CredentialType {
  return "contextHash" in input
    ? { contextHash: hashBytes(input.contextHash), type: input.type, vct: "" }
    : { contextHash: new Uint8Array(0), type: "", vct: input.vct };
}

/** The bits of some actions. */
export function actionsOf(names: readonly ActionName[]): number {
  return names.reduce((bits, name) => bits | accreditedAction[name], 0);
}

export interface OfferInput
  extends Pick<AccreditationOffer, "accreditor" | "subject" | "expectedGiven"> {
  /** Index of the accreditor's own accreditation. Default 1. */
  readonly accreditation?: number;
  readonly actions: readonly ActionName[];
  readonly scope: ScopeInput;
  /** Levels that the subject may accredit below itself. Default 0. */
  readonly depth?: number;
  /** Milliseconds. Default from the acceptance on. */
  readonly validFrom?: number;
  /** Milliseconds, exclusive. Default open. */
  readonly validUntil?: number;
}

/**
 * Offers an accreditation: the accreditor's `capabilityInvocation` key signs, the subject has to accept.
 * `expectedGiven` is the number of offers that the accreditor has made so far.
 */
export function accreditationOffer(input: OfferInput): Operation {
  const { accreditor, accreditation = 1, subject, expectedGiven } = input;
  const { depth = 0, validFrom = 0, validUntil = 0 } = input;
  const value: AccreditationOffer = {
    ...{ accreditor, accreditation, subject, expectedGiven },
    ...{ actions: actionsOf(input.actions), scope: scopeOf(input.scope) },
    ...{ depth, validFrom, validUntil },
  };
  return { kind: "accreditationOffer", value };
}

/** Which accreditation changes. */
export interface AccreditationInput {
  readonly subject: string;
  readonly index: number;
  /** Changes of this accreditation so far. */
  readonly expectedSequence: number;
}
export interface AccreditationChangeInput extends AccreditationInput {
  /** The accreditor, or one above it. */
  readonly by: string;
  readonly reason?: keyof typeof revocationReason;
}

/** The subject takes an offer, with its `capabilityInvocation` key. `expectedSequence` of an offer is 0. */
export function accreditationAccept(input: AccreditationInput): Operation {
  const { subject, index, expectedSequence } = input;
  return { kind: "accreditationAccept", value: { subject, index, expectedSequence } };
}

/** Suspends an accreditation and with it all that descends from it. */
export function accreditationSuspend(input: AccreditationChangeInput): Operation {
  const { by, subject, index, expectedSequence } = input;
  const reason = reasonOf(input);
  return { kind: "accreditationSuspend", value: { by, subject, index, expectedSequence, reason } };
}

/** Ends a suspension. */
export function accreditationResume(input: Omit<AccreditationChangeInput, "reason">): Operation {
  const { by, subject, index, expectedSequence } = input;
  return { kind: "accreditationResume", value: { by, subject, index, expectedSequence } };
}

/**
 * Ends an accreditation: withdrawn (also by the subject, which is then `by`), so that what was done
 * before stays valid, or for cause, so that nothing counts from `untrustedSince` (milliseconds) on.
 */
export function accreditationEnd(
  input: AccreditationChangeInput & { readonly untrustedSince?: number },
): Operation {
  const { by, subject, index, expectedSequence, untrustedSince } = input;
  const { withdrawn, forCause } = accreditationEnded;
  const value: AccreditationEnd = {
    ...{ by, subject, index, expectedSequence, reason: reasonOf(input) },
    ended: untrustedSince === undefined ? withdrawn : forCause,
    untrustedSince: untrustedSince ?? 0,
  };
  return { kind: "accreditationEnd", value };
}

function reasonOf({ reason = "unspecified" }: Pick<AccreditationChangeInput, "reason">): number {
  return revocationReason[reason];
}
