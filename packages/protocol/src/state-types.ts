// Records of the state tree as plain values. Field meanings: proto/state.proto.

import type { Control, Document, KeyRemoval, Recovery } from "./did-types.ts";
import type { Parameters } from "./genesis-types.ts";
import type { Redaction } from "./redaction-codec.ts";

export const didStatus = { active: 1, deactivated: 2 } as const;
export interface DidHead {
  readonly latestVersion: number;
  readonly status: number;
  readonly control: Control;
  readonly recovery: Recovery | undefined;
  readonly dependants: number;
  readonly sponsor: string;
  /** Left out is false. */
  readonly legalEntity?: boolean;
  readonly pendingRecovery: PendingRecovery | undefined;
  readonly recoverySequence: number;
  readonly recoveryVetoed: boolean;
  readonly frozenUntil: number;
}
export interface PendingRecovery {
  readonly control: Control;
  readonly recovery: Recovery | undefined;
  readonly removals: readonly KeyRemoval[];
  readonly time: number;
  readonly finaliseFrom: number;
  /** It cannot be cancelled. */
  readonly final: boolean;
  /** That proposed it for an orphan, else empty. */
  readonly registrar: string;
}
export interface DidVersion {
  readonly number: number;
  readonly time: number;
  readonly height: number;
  readonly documentHash: Uint8Array;
  readonly previousHash: Uint8Array;
  readonly removals: readonly KeyRemoval[];
  readonly status: number;
  readonly control: Control;
}
export interface KeyRemovalRecord {
  /** `removalReason`. */
  readonly reason: number;
  readonly since: number;
  readonly time: number;
  readonly height: number;
  readonly version: number;
}
/** One of the two. */
export interface DidDocumentRecord {
  /** Undefined iff redacted. */
  readonly document: Document | undefined;
  readonly redaction?: Redaction | undefined;
}
export interface ReplayBucketRecord {
  readonly count: number;
  readonly runningHash: Uint8Array;
}
export interface LongLivedRecord {
  readonly count: number;
}
export interface MemberRecord {
  readonly did: string;
  readonly name: string;
  /** 0: not a member any more. */
  readonly weight: number;
  /** 1, 2, ... of this member. */
  readonly version: number;
  readonly time: number;
  readonly height: number;
}
export interface MembersHeadRecord {
  readonly count: number;
  readonly totalWeight: number;
  /** Changes of members so far. */
  readonly version: number;
  /** Genesis gave one member a third or more: others may have it too. */
  readonly dominant: boolean;
}
export interface ParametersRecord {
  readonly parameters: Parameters;
  /** 1, 2, ... */
  readonly version: number;
  /** First height that they hold for. */
  readonly activationHeight: number;
  readonly time: number;
  readonly height: number;
}
export interface MemberIndexRecord {
  readonly index: number;
}
export interface ValidatorsHeadRecord {
  readonly epoch: number;
}
/** The last re-entry of a validator. */
export interface ReentryRecord {
  readonly time: number;
  readonly height: number;
}
