// docs/ledger.md 6 as plain values. Field meanings: proto/credential.proto.

export const anchorKind = { single: 1, batch: 2 } as const;
export interface CredentialAnchor {
  readonly issuer: string;
  readonly kind: number;
  readonly hash: Uint8Array;
  readonly treeSize: number;
  readonly cosigners: readonly string[];
  readonly accreditation: number;
}
export interface CredentialRevoke {
  readonly issuer: string;
  readonly commitment: Uint8Array;
  readonly expectedSequence: number;
  readonly reason: number;
  readonly by: string;
  readonly accreditation: number;
}
export type CredentialSuspend = CredentialRevoke;
export type CredentialResume = Omit<CredentialRevoke, "reason">;
export interface CredentialCosign {
  readonly issuer: string;
  readonly hash: Uint8Array;
  readonly cosigner: string;
  readonly recordHash: Uint8Array;
}
export interface CredentialLog {
  readonly issuer: string;
  readonly hash: Uint8Array;
  readonly by: string;
  readonly entry: Uint8Array;
  readonly code: number;
  readonly expectedSequence: number;
}
export interface IssuerUpdate {
  readonly issuer: string;
  readonly expectedSequence: number;
  readonly revokers: readonly string[];
  readonly successor: string;
  readonly anchorRequiredSince: number;
}

export type CredentialOperation =
  | { readonly kind: "credentialAnchor"; readonly value: CredentialAnchor }
  | { readonly kind: "credentialRevoke"; readonly value: CredentialRevoke }
  | { readonly kind: "credentialSuspend"; readonly value: CredentialSuspend }
  | { readonly kind: "credentialResume"; readonly value: CredentialResume }
  | { readonly kind: "credentialCosign"; readonly value: CredentialCosign }
  | { readonly kind: "credentialLog"; readonly value: CredentialLog }
  | { readonly kind: "issuerUpdate"; readonly value: IssuerUpdate };

export interface CredentialAnchorRecord {
  readonly kind: number;
  readonly treeSize: number;
  readonly time: number;
  readonly height: number;
  readonly issuerVersion: number;
  readonly cosigners: readonly string[];
  readonly multikey: Uint8Array;
  readonly accreditation: number;
}
export const credentialStatus = { active: 1, suspended: 2, revoked: 3 } as const;
/** In which capacity a status was changed. */
export const statusRole = { issuer: 1, revoker: 2, successor: 3, accreditor: 4 } as const;
export type StatusRole = (typeof statusRole)[keyof typeof statusRole];
export interface StatusInterval {
  readonly status: number;
  readonly from: number;
  /** Exclusive; 0 = open. */
  readonly to: number;
  readonly reason: number;
  readonly by: string;
  /** {@link statusRole}. */
  readonly role: number;
}
export interface CredentialStatusRecord {
  readonly status: number;
  readonly sequence: number;
  readonly intervals: readonly StatusInterval[];
}
export interface CredentialCosignRecord {
  readonly time: number;
  readonly height: number;
  readonly recordHash: Uint8Array;
  readonly multikey: Uint8Array;
}
export interface CredentialLogHeadRecord {
  readonly count: number;
}
export interface CredentialLogRecord {
  readonly time: number;
  readonly height: number;
  readonly by: string;
  readonly entry: Uint8Array;
  readonly code: number;
}
export interface IssuerProfileRecord {
  readonly sequence: number;
  readonly revokers: readonly string[];
  readonly successor: string;
  readonly anchorRequiredSince: number;
  readonly time: number;
  readonly height: number;
}
