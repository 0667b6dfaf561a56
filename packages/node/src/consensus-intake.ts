// The way of a peer's consensus message to the replica: what costs little is asked first.
import { isWanted, messageEpoch, verifyMessage } from "@cartorio/consensus";
import type { PeerName } from "@cartorio/network";
import {
  type ConsensusMessage,
  decodeConsensusMessage,
  type VerifySignature,
} from "@cartorio/protocol";
import type { PeerTrust } from "./peer-trust.ts";
import type { ReplicaDriver } from "./replica-driver.ts";
import type { Session } from "./session.ts";
import { maxVerifiedSignatures, rememberVerified } from "./verified-signatures.ts";

/** The epoch that the messages are for; no driver: an observer, or a validator that may not vote. */
export type IntakeSession = Pick<Session, "validators" | "names"> & {
  readonly driver: Pick<ReplicaDriver, "replica" | "post" | "overloaded" | "idle"> | undefined;
};

export interface ConsensusIntakeOptions {
  readonly chainId: Uint8Array;
  readonly session: () => IntakeSession;
  readonly verify: VerifySignature;
  readonly trust: PeerTrust;
  readonly onFalse: (peer: PeerName, what: string) => void;
  /** A peer that the replica cannot answer is still in an older epoch. */
  readonly onBehind: (peer: PeerName, epoch: number) => void;
}

/** A full window of heights, five numbers each, and some more. */
const maxStatusFrameBytes = 2_048;

/**
 * Takes frames of the consensus channel. Status brings again whatever is dropped here (docs/consensus.md 6):
 * frames under overload, those of a distrusted peer unless nothing else waits, and what the replica
 * would ignore, other epochs above all. Signatures are checked last, each valid one once.
 */
export function createConsensusIntake(
  options: ConsensusIntakeOptions,
): (peer: PeerName, frame: Uint8Array) => void {
  const { chainId, trust, onFalse } = options;
  const verify = rememberVerified(options.verify, maxVerifiedSignatures);
  return (peer, frame) => {
    const { driver, validators, names } = options.session();
    if (driver === undefined) {
      hearWithoutVoting(options, peer, frame);
      return;
    }
    if (driver.overloaded()) return;
    if (trust.isDistrusted(peer) && !driver.idle()) return;
    const from = names.indexOf(peer);
    const decoded = decodeConsensusMessage(frame);
    if (!decoded.ok) {
      onFalse(peer, "consensus frame");
      return;
    }
    if (from === -1) {
      hearOutsider(options, peer, decoded.value);
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

/** Who does not vote may be the only one left that has what ended an epoch: it was removed, and restarted. */
function hearWithoutVoting(
  { session, onBehind }: ConsensusIntakeOptions,
  peer: PeerName,
  frame: Uint8Array,
): void {
  if (frame.byteLength > maxStatusFrameBytes) return;
  const decoded = decodeConsensusMessage(frame);
  if (!decoded.ok || decoded.value.kind !== "status") return;
  const { epoch } = decoded.value.value;
  if (epoch < session().validators.epoch) onBehind(peer, epoch);
}

/** Validators of other epochs say what they must; in this one nobody else has anything to say. */
function hearOutsider(
  { session, onFalse, onBehind }: ConsensusIntakeOptions,
  peer: PeerName,
  message: ConsensusMessage,
): void {
  const { epoch } = session().validators;
  const named = messageEpoch(message);
  if (named === epoch || named === undefined) onFalse(peer, "consensus frame");
  else if (message.kind === "status" && named < epoch) onBehind(peer, named);
}
