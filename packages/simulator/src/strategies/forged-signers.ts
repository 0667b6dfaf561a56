import { equalBytes } from "@cartorio/crypto";
import { type ConsensusMessage, limits, type ValidatorSignature } from "@cartorio/protocol";
import type { Adversary } from "../strategy.ts";

/** Ways in which a certificate can pretend to Q signers. */
export const forgeries = ["duplicateSigner", "foreignSigner", "otherEpoch", "tooFew"] as const;
export type Forgery = (typeof forgeries)[number];

/** What a certificate is about: a checkpoint statement or a Prepare. */
export type Forgeable =
  | { readonly kind: "checkpoint"; readonly height: number; readonly headerHash: Uint8Array }
  | {
      readonly kind: "vote";
      readonly vote: 2;
      readonly view: number;
      readonly height: number;
      readonly proposalDigest: Uint8Array;
    };

/** Signatures over a statement that only this validator made, dressed up as a quorum's. */
export function forgeSignatures(
  a: Adversary,
  statement: Forgeable,
  how: Forgery,
): ValidatorSignature[] {
  const quorum = a.replica()?.quorum ?? a.n;
  const signed = a.sign(statement, how === "otherEpoch" ? a.epoch() + 1 : a.epoch());
  const signature = signatureOf(signed);
  // Members by number and none by signature, or numbers that the set does not have.
  const first = how === "foreignSigner" && a.random.chance(0.5) ? a.n - 1 : 0;
  const room = Math.min(quorum, limits.maxValidators - 1 - first);
  const count = how === "tooFew" ? quorum - 1 : room;
  // From 1 on: `asDuplicates` can only rename those that are written out.
  return Array.from({ length: count }, (_, offset) => ({
    validator: first + offset + 1,
    signature,
  }));
}

function signatureOf(message: ConsensusMessage): Uint8Array {
  if (message.kind === "status" || message.kind === "certificate") return new Uint8Array(64);
  return message.value.signature;
}

/**
 * Makes all signers of one signature the same one in encoded bytes: no encoder would write that.
 * An entry is 08 <validator> 12 40 <64 bytes> (proto/block.proto, ValidatorSignature).
 */
export function asDuplicates(
  bytes: Uint8Array,
  signature: Uint8Array,
  validator: number,
): Uint8Array {
  const copy = bytes.slice();
  for (let at = 4; at + signature.length <= copy.length; at += 1) {
    const isEntry = copy[at - 4] === 0x08 && copy[at - 2] === 0x12 && copy[at - 1] === 0x40;
    if (isEntry && equalBytes(copy.subarray(at, at + signature.length), signature))
      copy[at - 3] = validator;
  }
  return copy;
}
