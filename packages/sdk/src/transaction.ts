import { equalBytes, verifySignature } from "@cartorio/crypto";
import {
  decodeTransactionBody,
  encodeEnvelope,
  encodeTransactionBody,
  limits,
  type Operation,
  type SignerRole,
  signerRole,
  transactionSigningBytes,
} from "@cartorio/protocol";
import { CartorioError } from "./errors.ts";
import { randomBytes } from "./random.ts";
import type { Signer } from "./signer.ts";

/** Who signs, as the body names it. */
export interface SignerEntry {
  readonly did: string;
  readonly multikey: Uint8Array;
  readonly role: keyof typeof signerRole;
}

export interface TransactionInput {
  /** 32 bytes: SHA-256 of the genesis bytes. */
  readonly chainId: Uint8Array;
  readonly signers: readonly SignerEntry[];
  readonly operations: readonly Operation[];
  /** Milliseconds since 1970: at most 10 minutes ahead, 7 days if every operation is guarded. */
  readonly validUntil: number;
  /** 16 bytes; default random. */
  readonly nonce?: Uint8Array;
}

/** The bytes that the signers sign. Throws RangeError for values outside the format's rules. */
export function buildTransaction(input: TransactionInput): Uint8Array {
  const { chainId, signers, operations, validUntil } = input;
  const nonce = input.nonce ?? randomBytes(limits.nonceBytes);
  return encodeTransactionBody({
    chainId,
    signers: signers.map(({ did, multikey, role }) => ({
      did,
      multikey,
      role: signerRole[role] satisfies SignerRole,
    })),
    validUntil,
    nonce,
    operations,
  });
}

/**
 * The envelope: the body and one signature per signer, in the order in which the body names them.
 * Signers may be given in any order. Throws MALFORMED (not a body), SIGNATURE_COUNT (a signer is
 * missing or not named), SIGNATURE_INVALID (a signer signed something else).
 */
export async function signTransaction(
  body: Uint8Array,
  signers: readonly Signer[],
): Promise<Uint8Array> {
  const decoded = decodeTransactionBody(body);
  if (!decoded.ok) throw new CartorioError(decoded.code);
  const named = decoded.value.signers;
  const isNamed = (signer: Signer) =>
    named.some(({ multikey }) => equalBytes(multikey, signer.multikey));
  if (!signers.every(isNamed)) throw new CartorioError("SIGNATURE_COUNT", { reason: "not named" });
  const message = transactionSigningBytes(body);
  const signatures: Uint8Array[] = [];
  for (const { did, multikey } of named) {
    const signer = signers.find((candidate) => equalBytes(candidate.multikey, multikey));
    if (signer === undefined) throw new CartorioError("SIGNATURE_COUNT", { missing: did });
    const signature = await signer.sign(message);
    if (!verifySignature(multikey, message, signature)) {
      throw new CartorioError("SIGNATURE_INVALID", { did });
    }
    signatures.push(signature);
  }
  return encodeEnvelope({ body, signatures });
}
