// Envelopes that nobody signed, for what looks at their outside only.
import type { DecodedEnvelope } from "@cartorio/protocol";

export interface EnvelopeShape {
  readonly id: number;
  readonly hash?: number;
  readonly payer?: string;
  readonly size?: number;
  readonly cost?: number;
  readonly validUntil?: number;
}

function bytesOf(value: number): Uint8Array {
  const bytes = new Uint8Array(32);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

export function envelopeOf(shape: EnvelopeShape): DecodedEnvelope {
  const { id, hash = id, payer = "did:cartorio:t:a", size = 100, validUntil = 1e12 } = shape;
  return {
    bytes: new Uint8Array(size),
    hash: bytesOf(hash),
    id: bytesOf(id),
    envelope: { body: new Uint8Array(), signatures: [] },
    body: {
      chainId: new Uint8Array(32),
      signers: [],
      validUntil,
      nonce: bytesOf(id),
      operations: [],
    },
    cost: shape.cost ?? 100,
    payer,
  };
}
