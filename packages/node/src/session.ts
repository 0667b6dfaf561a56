// One epoch of a running node (docs/consensus.md 8): its set, what this node is in it, and the replica
// that signs in it. The next epoch gets a session of its own.
import type { Replica } from "@cartorio/consensus";
import { equalBytes } from "@cartorio/crypto";
import type { PeerName } from "@cartorio/network";
import type { Parameters, ValidatorSet } from "@cartorio/protocol";
import type { VotingEpoch } from "./chain-state.ts";
import { validatorPeers } from "./peer-names.ts";
import type { ReplicaDriver } from "./replica-driver.ts";
import type { StarvationWatch } from "./starvation-watch.ts";
import { validatorIndex } from "./vote-signer.ts";
import type { AmnesiaCode } from "./voting-record.ts";

export interface Session {
  readonly validators: ValidatorSet;
  /** Those of the epoch (docs/consensus.md 8): governance changes them at activation heights only. */
  readonly parameters: Parameters;
  /** Peer names by index. */
  readonly names: readonly PeerName[];
  /** Own index; undefined: not in the set. */
  readonly self: number | undefined;
  /** There from the first signature on that this epoch may see. */
  driver: ReplicaDriver | undefined;
  /** What the journal holds of the epoch: shown to peers that ask while there is no driver. */
  restored: Replica | undefined;
  /** Judges the primary of the epoch (docs/consensus.md 4), while there is a driver. */
  judge: StarvationWatch | undefined;
  standing: Standing;
  /** Aborts when the session is over, or the node stops. */
  readonly ending: AbortController;
}

/** What this node is in the epoch, as its status says it. */
export type Standing =
  | { readonly kind: "observer" }
  /** ENTRY_PENDING: asks its peers what it signed before (docs/consensus.md 9). */
  | { readonly kind: "waiting"; readonly answered: readonly number[]; readonly needed: number }
  | { readonly kind: "voting" }
  /** Never signs in this epoch. */
  | {
      readonly kind: "amnesia";
      readonly code: AmnesiaCode;
      readonly incarnation: Uint8Array;
      /** The set that names the incarnation, from this height on. */
      readonly activationHeight: number | undefined;
      /** Validators in the same state are too many: JOURNAL_QUORUM_LOST. */
      readonly isQuorumLost: boolean;
    }
  /** The next set goes without it: its replica still serves the epoch that ends. */
  | { readonly kind: "leaving" }
  /** It saw a certificate of the set that goes without it. */
  | { readonly kind: "removed" };

export function newSession(
  { validators, parameters }: VotingEpoch,
  ownKey: Uint8Array | undefined,
  standing: Standing = { kind: "observer" },
): Session {
  return {
    validators,
    parameters,
    names: validatorPeers(validators),
    self: ownKey && validatorIndex(validators.validators, ownKey),
    driver: undefined,
    restored: undefined,
    judge: undefined,
    standing,
    ending: new AbortController(),
  };
}

/** Whether the set names this journal as the one that its validator signs with. */
export function namesIncarnation(
  set: ValidatorSet,
  ownKey: Uint8Array,
  incarnation: Uint8Array,
): boolean {
  const own = set.validators.find(({ validatorKey }) => equalBytes(validatorKey, ownKey));
  return own !== undefined && equalBytes(own.incarnation, incarnation);
}
