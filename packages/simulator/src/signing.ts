import type { UnsignedMessage } from "@cartorio/consensus";
import {
  type ConsensusMessage,
  checkpointSigningBytes,
  proposalDigest,
  signedBodySigningBytes,
  voteKind,
  voteSigningBytes,
} from "@cartorio/protocol";
import type { Key, Scheme } from "./keys.ts";

export interface Signer {
  readonly scheme: Scheme;
  readonly key: Key;
  readonly chainId: Uint8Array;
  readonly epoch: number;
  /** Own index in the set of the epoch. */
  readonly validator: number;
}

/** The signed form of what a replica wants to say, as the vote signer of a node makes it. */
export function signMessage(signer: Signer, message: UnsignedMessage): ConsensusMessage {
  const { scheme, key, chainId, epoch, validator } = signer;
  const sign = (bytes: Uint8Array): Uint8Array => scheme.sign(key, bytes);
  switch (message.kind) {
    case "prePrepare": {
      const { view, height, proposal } = message;
      const statement = { chainId, epoch, kind: voteKind.prePrepare, view, height };
      const digest = proposalDigest(proposal);
      const signature = sign(voteSigningBytes({ ...statement, proposalDigest: digest }));
      return { kind: "prePrepare", value: { view, proposal, validator, signature } };
    }
    case "vote": {
      const { vote: kind, view, height, proposalDigest: digest } = message;
      const statement = { chainId, epoch, kind, view, height, proposalDigest: digest };
      const signature = sign(voteSigningBytes(statement));
      const value = { kind, epoch, view, height, proposalDigest: digest };
      return { kind: "vote", value: { ...value, validator, signature } };
    }
    case "checkpoint": {
      const { height, headerHash } = message;
      const signature = sign(checkpointSigningBytes({ chainId, epoch, height, headerHash }));
      return { kind: "checkpoint", value: { epoch, height, headerHash, validator, signature } };
    }
    default: {
      const { kind, body } = message;
      const signature = sign(signedBodySigningBytes(kind, body));
      return { kind, value: { body, validator, signature } };
    }
  }
}
