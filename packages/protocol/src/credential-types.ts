// docs/ledger.md 6 as plain values. Field meanings: proto/credential.proto.

export const anchorKind = { single: 1, batch: 2 } as const;
export interface CredentialAnchor {
  readonly issuer: string;
  readonly kind: number;
  readonly hash: Uint8Array;
  readonly treeSize: number;
  readonly cosigners: readonly string[];
}
export interface CredentialRevoke {
  readonly issuer: string;
  readonly commitment: Uint8Array;
  readonly expectedSequence: number;
  readonly reason: number;
}

export type CredentialOperation =
  | { readonly kind: "credentialAnchor"; readonly value: CredentialAnchor }
  | { readonly kind: "credentialRevoke"; readonly value: CredentialRevoke };
