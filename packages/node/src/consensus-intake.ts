// The way of a peer's consensus message to the replica: what costs little is asked first.
import { isWanted, verifyMessage } from "@cartorio/consensus";
import type { PeerName } from "@cartorio/network";
import {
  decodeConsensusMessage,
  type ValidatorSet,
  type VerifySignature,
} from "@cartorio/protocol";
import { validatorPeers } from "./peer-names.ts";
import type { PeerTrust } from "./peer-trust.ts";
import type { ReplicaDriver } from "./replica-driver.ts";
import { maxVerifiedSignatures, rememberVerified } from "./verified-signatures.ts";

export interface ConsensusIntakeOptions {
  readonly chainId: Uint8Array;
  readonly validators: ValidatorSet;
  readonly verify: VerifySignature;
  /** Undefined: an observer, or a validator that may not vote. */
  readonly driver: () =>
    | Pick<ReplicaDriver, "replica" | "post" | "overloaded" | "idle">
    | undefined;
  readonly trust: PeerTrust;
  readonly onFalse: (peer: PeerName, what: string) => void;
}

/**
 * Takes frames of the consensus channel. Status brings again whatever is dropped here (docs/consensus.md 6):
 * frames under overload, those of a distrusted peer unless nothing else waits, and what the replica
 * would ignore. Signatures are checked last, each valid one once.
 */
export function createConsensusIntake(
  options: ConsensusIntakeOptions,
): (peer: PeerName, frame: Uint8Array) => void {
  const { chainId, validators, trust, onFalse } = options;
  const verify = rememberVerified(options.verify, maxVerifiedSignatures);
  const names = validatorPeers(validators);
  return (peer, frame) => {
    const driver = options.driver();
    if (driver === undefined || driver.overloaded()) return;
    if (trust.isDistrusted(peer) && !driver.idle()) return;
    const from = names.indexOf(peer);
    const decoded = decodeConsensusMessage(frame);
    if (!decoded.ok || from === -1) {
      onFalse(peer, "consensus frame");
      return;
    }
    if (!isWanted(driver.replica, decoded.value)) return;
    const message = verifyMessage(decoded.value, { chainId, validators, verify });
    if (message === undefined) {
      onFalse(peer, `${decoded.value.kind} with a false signature`);
      return;
    }
    driver.post({ kind: "message", message, from });
  };
}
