import type { UnsignedMessage } from "@cartorio/consensus";
import { equalBytes } from "@cartorio/crypto";
import { ed25519KeyPairFromSeed, signEd25519 } from "@cartorio/crypto/node";
import {
  type ConsensusMessage,
  checkpointSigningBytes,
  proposalDigest,
  signedBodySigningBytes,
  voteKind,
  voteSigningBytes,
} from "@cartorio/protocol";

/** Signs votes and statements with the validator key; may live outside the process (docs/consensus.md 2). */
export interface VoteSigner {
  /** 32 bytes, Ed25519. */
  readonly publicKey: Uint8Array;
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** A signer whose key is in this process. */
export function localVoteSigner(seed: Uint8Array): VoteSigner {
  const keys = ed25519KeyPairFromSeed(seed);
  return {
    publicKey: keys.publicKey,
    sign: (bytes) => Promise.resolve(signEd25519(keys, bytes)),
  };
}

export interface SigningContext {
  readonly signer: VoteSigner;
  readonly chainId: Uint8Array;
  readonly epoch: number;
  /** Own index in the validator set. */
  readonly validator: number;
}

/** The signed form of what the replica wants to say. */
export async function signMessage(
  context: SigningContext,
  message: UnsignedMessage,
): Promise<ConsensusMessage> {
  const { signer, chainId, epoch, validator } = context;
  switch (message.kind) {
    case "prePrepare": {
      const { view, proposal, height } = message;
      const statement = { chainId, epoch, kind: voteKind.prePrepare, view, height };
      const digest = proposalDigest(proposal);
      const bytes = voteSigningBytes({ ...statement, proposalDigest: digest });
      const signature = await signer.sign(bytes);
      return { kind: "prePrepare", value: { view, proposal, validator, signature } };
    }
    case "vote": {
      const { vote, view, height, proposalDigest: digest } = message;
      const statement = { chainId, epoch, kind: vote, view, height, proposalDigest: digest };
      const signature = await signer.sign(voteSigningBytes(statement));
      const value = { kind: vote, epoch, view, height, proposalDigest: digest };
      return { kind: "vote", value: { ...value, validator, signature } };
    }
    case "checkpoint": {
      const { height, headerHash } = message;
      const bytes = checkpointSigningBytes({ chainId, epoch, height, headerHash });
      const signature = await signer.sign(bytes);
      return { kind: "checkpoint", value: { epoch, height, headerHash, validator, signature } };
    }
    default: {
      const { kind, body } = message;
      const signature = await signer.sign(signedBodySigningBytes(kind, body));
      return { kind, value: { body, validator, signature } };
    }
  }
}

/** Index of a key in the set; undefined: this node does not vote. */
export function validatorIndex(
  validators: readonly { readonly validatorKey: Uint8Array }[],
  publicKey: Uint8Array,
): number | undefined {
  const index = validators.findIndex((validator) => equalBytes(validator.validatorKey, publicKey));
  return index === -1 ? undefined : index;
}
