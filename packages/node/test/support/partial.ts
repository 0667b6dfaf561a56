import { decodeEnvelope, encodeEnvelope } from "@cartorio/protocol";

/** The envelope with the signatures of these signers only, and zeros in place of the others. */
export function signedOnlyBy(bytes: Uint8Array, signers: readonly number[]): Uint8Array {
  const envelope = decodeEnvelope(bytes);
  if (!envelope.ok) throw new Error(envelope.code);
  const { body, signatures } = envelope.value;
  const kept = signatures.map((signature, index) =>
    signers.includes(index) ? signature : new Uint8Array(signature.length),
  );
  return encodeEnvelope({ body, signatures: kept });
}
