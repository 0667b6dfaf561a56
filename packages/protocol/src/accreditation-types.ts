import type { Scope } from "./scope.ts";

// docs/ledger.md 5 as plain values. Field meanings: proto/accreditation.proto.

/** Bits of what an accreditation allows: to do it, and with `accredit` to pass it on. */
export const accreditedAction = {
  issue: 1,
  accredit: 2,
  verify: 4,
  provide: 8,
  audit: 16,
} as const;
/** All bits that there are. */
export const allActions = 31;

/** How an accreditation was ended; that it expired follows from `validUntil`. */
export const accreditationEnded = { not: 0, withdrawn: 1, forCause: 2 } as const;

export interface AccreditationOffer {
  readonly accreditor: string;
  /** Index of the accreditor's own accreditation that this one descends from. */
  readonly accreditation: number;
  readonly subject: string;
  readonly expectedGiven: number;
  /** `accreditedAction` bits. */
  readonly actions: number;
  readonly scope: Scope;
  /** Levels that the subject may accredit below itself. */
  readonly depth: number;
  readonly validFrom: number;
  /** Exclusive; 0 = open. */
  readonly validUntil: number;
}
export interface AccreditationAccept {
  readonly subject: string;
  readonly index: number;
  readonly expectedSequence: number;
}
export interface AccreditationSuspend {
  readonly by: string;
  readonly subject: string;
  readonly index: number;
  readonly expectedSequence: number;
  readonly reason: number;
}
export interface AccreditationResume {
  readonly by: string;
  readonly subject: string;
  readonly index: number;
  readonly expectedSequence: number;
}
export interface AccreditationEnd {
  readonly by: string;
  readonly subject: string;
  readonly index: number;
  readonly expectedSequence: number;
  /** `accreditationEnded`, not 0. */
  readonly ended: number;
  /** For cause only, else 0. */
  readonly untrustedSince: number;
  readonly reason: number;
}

export type AccreditationOperation =
  | { readonly kind: "accreditationOffer"; readonly value: AccreditationOffer }
  | { readonly kind: "accreditationAccept"; readonly value: AccreditationAccept }
  | { readonly kind: "accreditationSuspend"; readonly value: AccreditationSuspend }
  | { readonly kind: "accreditationResume"; readonly value: AccreditationResume }
  | { readonly kind: "accreditationEnd"; readonly value: AccreditationEnd };

// Records of the state tree.

/** At `stateKeys.accreditationsHead`, `givenHead`: how many there are, numbered from 1. */
export interface AccreditationsHeadRecord {
  readonly count: number;
}
/** Half-open: `from` belongs to it, `to` does not; 0 = open. */
export interface SuspensionInterval {
  readonly from: number;
  readonly to: number;
  readonly by: string;
  readonly reason: number;
}
/** At `stateKeys.accreditation`. */
export interface AccreditationRecord {
  /** Empty for a root, which governance put in place. */
  readonly accreditor: string;
  /** Index of the accreditor's own accreditation; 0 for a root. */
  readonly parent: number;
  /** Of the root. */
  readonly domain: string;
  readonly actions: number;
  readonly scope: Scope;
  readonly depth: number;
  readonly validFrom: number;
  readonly validUntil: number;
  readonly offeredTime: number;
  /** 0 = not accepted yet. */
  readonly acceptedTime: number;
  readonly sequence: number;
  readonly suspensions: readonly SuspensionInterval[];
  /** `accreditationEnded`. */
  readonly ended: number;
  readonly endedTime: number;
  readonly untrustedSince: number;
  readonly endedBy: string;
  readonly reason: number;
}
export type GivenHeadRecord = AccreditationsHeadRecord;
/** At `stateKeys.given` and `stateKeys.root`: where the accreditation is. */
export interface AccreditationPlace {
  readonly subject: string;
  readonly index: number;
}
/** At `stateKeys.rootsHead`. */
export interface RootsHeadRecord {
  readonly count: number;
  /** Those that are not ended. */
  readonly active: number;
  /** Changes so far. */
  readonly version: number;
}
