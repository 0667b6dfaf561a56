// Operations on the validator set as plain values. Field meanings: proto/validator.proto.

/** What a candidate signs with both of its keys, to show that it has them and caught up. */
export interface ReadyStatement {
  readonly chainId: Uint8Array;
  readonly member: string;
  readonly validatorKey: Uint8Array;
  readonly nodeKey: Uint8Array;
  /** A certified height that it had reached. */
  readonly readyHeight: number;
  /** 16 bytes: the incarnation in the guard of the journal that it will vote with (docs/consensus.md 9). */
  readonly incarnation: Uint8Array;
}
export interface ValidatorCandidate {
  readonly member: string;
  readonly validatorKey: Uint8Array;
  readonly nodeKey: Uint8Array;
  readonly addresses: readonly string[];
  readonly readyHeight: number;
  /** 64 bytes over {@link ReadyStatement}, by the validator key. */
  readonly validatorSignature: Uint8Array;
  /** 64 bytes over {@link ReadyStatement}, by the node key. */
  readonly nodeSignature: Uint8Array;
  readonly incarnation: Uint8Array;
}
export interface ValidatorChange {
  /** Epoch of the newest validator set in the state. */
  readonly expectedEpoch: number;
  /** Validator keys. */
  readonly remove: readonly Uint8Array[];
  readonly add: readonly ValidatorCandidate[];
}
export interface ValidatorReenter {
  readonly validatorKey: Uint8Array;
  readonly incarnation: Uint8Array;
  /** Epoch of the newest validator set in the state. */
  readonly expectedEpoch: number;
}
/** A validator runs a version that an upgrade may activate. */
export interface UpgradeAnnounce {
  readonly validatorKey: Uint8Array;
  readonly protocolVersion: number;
}

export type ValidatorOperation =
  | { readonly kind: "validatorChange"; readonly value: ValidatorChange }
  | { readonly kind: "validatorReenter"; readonly value: ValidatorReenter }
  | { readonly kind: "upgradeAnnounce"; readonly value: UpgradeAnnounce };
