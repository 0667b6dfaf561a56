import {
  didOf,
  encodeDidCreate,
  type GovernanceOperation,
  type OperationKind,
  type OperationValue,
  type ValidatorOperation,
} from "@cartorio/protocol";

/**
 * Kinds that may have a write policy. Governance stands outside, or members could shut themselves out of
 * it (docs/ledger.md 8).
 */
export type WritableKind = Exclude<
  OperationKind,
  GovernanceOperation["kind"] | ValidatorOperation["kind"]
>;

type Actors = {
  readonly [K in WritableKind]: (value: OperationValue<K>, network: string) => string;
};
const ofDid = ({ did }: { readonly did: string }): string => did;
const ofOwner = ({ owner }: { readonly owner: string }): string => owner;
const ofIssuer = ({ issuer }: { readonly issuer: string }): string => issuer;
/** Empty is the issuer itself. */
const byWhom = ({ by, issuer }: { readonly by: string; readonly issuer: string }): string =>
  by === "" ? issuer : by;

const actors: Actors = {
  didCreate: (value, network) => didOf(network, encodeDidCreate(value)),
  didUpdate: ofDid,
  didDeactivate: ofDid,
  didRotateKeys: ofDid,
  didSetControllers: ofDid,
  didSetRecovery: ofDid,
  didRecoveryPropose: ofDid,
  didRecoveryCancel: ofDid,
  didRecoveryFinalise: ofDid,
  credentialAnchor: ofIssuer,
  credentialRevoke: byWhom,
  credentialSuspend: byWhom,
  credentialResume: byWhom,
  credentialCosign: ({ cosigner }) => cosigner,
  credentialLog: byWhom,
  issuerUpdate: ofIssuer,
  accreditationOffer: ({ accreditor }) => accreditor,
  accreditationAccept: ({ subject }) => subject,
  accreditationSuspend: ({ by }) => by,
  accreditationResume: ({ by }) => by,
  accreditationEnd: ({ by }) => by,
  schemaRegister: ofOwner,
  schemaDeprecate: ofOwner,
  statusListCreate: ofOwner,
  statusListUpdate: ({ by, owner }) => (by === "" ? owner : by),
  exchangeReceipts: ({ party }) => party,
};

export const writableKinds: readonly WritableKind[] = Object.keys(actors) as WritableKind[];

/** The DID in whose name an operation acts; undefined for one of governance. */
export function actorOf<K extends OperationKind>(
  operation: { readonly [P in K]: { readonly kind: P; readonly value: OperationValue<P> } }[K],
  network: string,
): string | undefined {
  const all: { readonly [P in OperationKind]?: (value: OperationValue<P>, on: string) => string } =
    actors;
  const own: ((value: OperationValue<K>, on: string) => string) | undefined = all[operation.kind];
  return own?.(operation.value, network);
}
