import type {
  FinalityCertificate,
  PreparedCertificate,
  ValidatorSet,
  ValidatorSignature,
} from "./block-types.ts";
import { voteKind } from "./block-types.ts";
import { checkFinalityCertificate, checkPreparedCertificate } from "./certificate-codec.ts";
import { quorum } from "./quorum.ts";
import { checkpointSigningBytes, voteSigningBytes } from "./votes.ts";

/** Verdict on one signature: raw 32-byte Ed25519 key, message, 64-byte signature. Must be total. */
export type VerifySignature = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean;

/**
 * True if at least Q distinct members of the set signed the checkpoint statement (docs/consensus.md
 * 2): epoch of the set, height from its activation on, signers ascending and in range, every
 * signature checked (one bad signature spoils the certificate). Total.
 */
export function verifyFinalityCertificate(
  certificate: FinalityCertificate,
  set: ValidatorSet,
  ...[chainId, verify]: readonly [chainId: Uint8Array, verify: VerifySignature]
): boolean {
  if (checkFinalityCertificate(certificate) !== undefined) return false;
  if (certificate.epoch !== set.epoch || certificate.height < set.activationHeight) return false;
  const { epoch, height, headerHash } = certificate;
  const message = checkpointSigningBytes({ chainId, epoch, height, headerHash });
  return signedByQuorum({ signatures: certificate.signatures, set, message, verify });
}

/**
 * True if at least Q distinct members of the set signed a Prepare of this statement
 * (docs/consensus.md 2); the rules of {@link verifyFinalityCertificate}. Total.
 */
export function verifyPreparedCertificate(
  certificate: PreparedCertificate,
  set: ValidatorSet,
  ...[chainId, verify]: readonly [chainId: Uint8Array, verify: VerifySignature]
): boolean {
  if (checkPreparedCertificate(certificate) !== undefined) return false;
  if (certificate.epoch !== set.epoch || certificate.height < set.activationHeight) return false;
  const { epoch, view, height, proposalDigest } = certificate;
  const kind = voteKind.prepare;
  const message = voteSigningBytes({ chainId, epoch, kind, view, height, proposalDigest });
  return signedByQuorum({ signatures: certificate.signatures, set, message, verify });
}

interface QuorumQuestion {
  readonly signatures: readonly ValidatorSignature[];
  readonly set: ValidatorSet;
  readonly message: Uint8Array;
  readonly verify: VerifySignature;
}

/** The form check has seen to it that signers ascend strictly, so none counts twice. */
function signedByQuorum({ signatures, set, message, verify }: QuorumQuestion): boolean {
  const n = set.validators.length;
  if (signatures.length < quorum(n) || signatures.length > n) return false;
  if (signatures.some((entry) => set.validators[entry.validator] === undefined)) return false;
  return signatures.every((entry) => {
    const validator = set.validators[entry.validator];
    return validator !== undefined && verify(validator.validatorKey, message, entry.signature);
  });
}
