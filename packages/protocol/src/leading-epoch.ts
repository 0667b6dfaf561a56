// The epoch of a message from its first bytes alone: a filter before anything large is decoded.
import { limits } from "./limits.ts";

/** Field 1, length 32; then field 2, varint: how the bodies of Suspect, ViewChange and NewView begin. */
const chainIdEnd = 2 + limits.hashBytes;
const bodyEpochKey = 0x10;
/** Field 1, varint. */
const proposalEpochKey = 0x08;

/** Undefined: too short, or larger than any epoch. A zero is not written. */
function epochAt(bytes: Uint8Array, start: number, key: number): number | undefined {
  if (bytes.length <= start) return undefined;
  if (bytes[start] !== key) return 0;
  let epoch = 0;
  let factor = 1;
  for (let at = start + 1; at < bytes.length && factor <= limits.maxInteger; at += 1) {
    const byte = bytes[at] ?? 0;
    epoch += (byte & 0x7f) * factor;
    if (byte < 0x80) return Number.isSafeInteger(epoch) ? epoch : undefined;
    factor *= 0x80;
  }
  return undefined;
}

/** What the body of a Suspect, ViewChange or NewView names; says nothing of whether the body decodes. */
export function signedBodyEpoch(body: Uint8Array): number | undefined {
  return epochAt(body, chainIdEnd, bodyEpochKey);
}

/** What an encoded Proposal names; says nothing of whether it decodes. */
export function proposalEpoch(proposal: Uint8Array): number | undefined {
  return epochAt(proposal, 0, proposalEpochKey);
}
