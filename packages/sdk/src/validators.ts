import { decodeMultikey, verifySignature } from "@cartorio/crypto";
import { type Operation, readySigningBytes, type ValidatorCandidate } from "@cartorio/protocol";
import { CartorioError } from "./errors.ts";
import type { Signer } from "./signer.ts";

export interface CandidateInput {
  /** 32 bytes: SHA-256 of the genesis bytes. */
  readonly chainId: Uint8Array;
  /** DID of the member that answers for the validator. */
  readonly member: string;
  /** An Ed25519 key that signs votes and nothing else. */
  readonly validator: Signer;
  /** The Ed25519 key that is the node's identity in the network. */
  readonly node: Signer;
  /** Certified height that the node has reached, at most 1000 below the newest. */
  readonly readyHeight: number;
  /** 16 bytes: the incarnation in the guard of its journal, as its status shows it. */
  readonly incarnation: Uint8Array;
  /** Multiaddrs at which others may find it. */
  readonly addresses?: readonly string[];
}

/**
 * A validator to be, with the ready statement that both of its keys sign: it shows that they are held
 * and that the node caught up (docs/consensus.md 8). Throws KEY_INADMISSIBLE (not Ed25519),
 * SIGNATURE_INVALID (a signer signed something else).
 */
export async function validatorCandidate(input: CandidateInput): Promise<ValidatorCandidate> {
  const { chainId, member, validator, node, readyHeight, incarnation, addresses = [] } = input;
  const validatorKey = rawKey(validator);
  const nodeKey = rawKey(node);
  const statement = { member, validatorKey, nodeKey, readyHeight, incarnation };
  const message = readySigningBytes({ chainId, ...statement });
  const [validatorSignature, nodeSignature] = await Promise.all([
    signAs(validator, message),
    signAs(node, message),
  ]);
  return { ...statement, addresses, validatorSignature, nodeSignature };
}

function rawKey({ multikey }: Signer): Uint8Array {
  const key = decodeMultikey(multikey);
  if (key?.kind !== "ed25519") throw new CartorioError("KEY_INADMISSIBLE");
  return key.publicKey;
}

async function signAs(signer: Signer, message: Uint8Array): Promise<Uint8Array> {
  const signature = await signer.sign(message);
  if (!verifySignature(signer.multikey, message, signature)) {
    throw new CartorioError("SIGNATURE_INVALID");
  }
  return signature;
}

/**
 * Changes the validator set: members that hold more than two thirds of the weight sign it, the first as
 * author, the others as co-signers. At most f of n change; 17 heights later the new set is in force. A
 * key is rotated by removing the validator and adding one of the same member.
 */
export function validatorChange(input: {
  /** Epoch of the set that is in force (`getValidatorSet`). */
  readonly expectedEpoch: number;
  /** Validator keys, 32 bytes each. */
  readonly remove?: readonly Uint8Array[];
  readonly add?: readonly ValidatorCandidate[];
}): Operation {
  const { expectedEpoch, remove = [], add = [] } = input;
  return { kind: "validatorChange", value: { expectedEpoch, remove, add } };
}

/**
 * Lets a validator that lost its journal sign again, from the set change on that this makes. Signed by
 * its member alone, as author; at most once a minute (docs/consensus.md 9).
 */
export function validatorReenter(input: {
  /** 32 bytes. */
  readonly validatorKey: Uint8Array;
  /** 16 bytes: the incarnation in the guard of its new journal. */
  readonly incarnation: Uint8Array;
  /** Epoch of the set that is in force (`getValidatorSet`). */
  readonly expectedEpoch: number;
}): Operation {
  const { validatorKey, incarnation, expectedEpoch } = input;
  return { kind: "validatorReenter", value: { validatorKey, incarnation, expectedEpoch } };
}
