// Names, keys and signatures of the cluster on the table.
import type { UnsignedMessage } from "@cartorio/consensus";
import { sha256, utf8Encode } from "@cartorio/crypto";
import type { ConsensusMessage, ValidatorSet } from "@cartorio/protocol";

export const labChainId: Uint8Array = sha256(utf8Encode("lab"));
export const labWallMs = 1_000_000;

/** The first set: validators 0 to n-1. */
export function labValidators(n: number): ValidatorSet {
  return {
    epoch: 0,
    activationHeight: 1,
    validators: Array.from({ length: n }, (_, index) => ({
      member: `did:cartorio:lab:z${index}`,
      validatorKey: new Uint8Array(32).fill(index + 1),
      nodeKey: new Uint8Array(32).fill(101 + index),
      addresses: [],
      incarnation: new Uint8Array(0),
    })),
  };
}

/** A signature is its author's key twice; nobody here lies about it. */
export function labSignature(validator: number): Uint8Array {
  return new Uint8Array(64).fill(validator + 1);
}
export function labVerify(key: Uint8Array, _message: Uint8Array, signature: Uint8Array): boolean {
  return signature[0] === key[0];
}

export function signLab(
  signer: { readonly validator: number; readonly epoch: number },
  message: UnsignedMessage,
): ConsensusMessage {
  const { validator, epoch } = signer;
  const signature = labSignature(validator);
  switch (message.kind) {
    case "prePrepare": {
      const { view, proposal } = message;
      return { kind: "prePrepare", value: { view, proposal, validator, signature } };
    }
    case "vote": {
      const { vote, view, height, proposalDigest } = message;
      const value = { kind: vote, epoch, view, height, proposalDigest };
      return { kind: "vote", value: { ...value, validator, signature } };
    }
    case "checkpoint": {
      const { height, headerHash } = message;
      return { kind: "checkpoint", value: { epoch, height, headerHash, validator, signature } };
    }
    default:
      return { kind: message.kind, value: { body: message.body, validator, signature } };
  }
}
