// What is stored of a block beside its header: lengths and bytes, since each part is checked by
// its own decoder and the whole by the value's checksum. The Block of the wire is put together
// only when a peer asks for it.

const LENGTH_BYTES = 4;

export interface BlockParts {
  readonly proposal: Uint8Array;
  readonly envelopes: readonly Uint8Array[];
  readonly receipts: readonly Uint8Array[];
}

/** envelope count(4), receipt count(4), then length(4) || bytes of proposal, envelopes, receipts. */
export function encodeBlockValue(parts: BlockParts): Uint8Array {
  const all = [parts.proposal, ...parts.envelopes, ...parts.receipts];
  const length = all.reduce((sum, part) => sum + LENGTH_BYTES + part.length, 2 * LENGTH_BYTES);
  const value = new Uint8Array(length);
  const view = new DataView(value.buffer);
  view.setUint32(0, parts.envelopes.length);
  view.setUint32(LENGTH_BYTES, parts.receipts.length);
  let at = 2 * LENGTH_BYTES;
  for (const part of all) {
    view.setUint32(at, part.length);
    value.set(part, at + LENGTH_BYTES);
    at += LENGTH_BYTES + part.length;
  }
  return value;
}

/** The parts as views into the value; undefined if the lengths do not add up. */
export function decodeBlockValue(value: Uint8Array): BlockParts | undefined {
  if (value.length < 2 * LENGTH_BYTES) return undefined;
  const view = new DataView(value.buffer, value.byteOffset, value.length);
  const envelopeCount = view.getUint32(0);
  const total = 1 + envelopeCount + view.getUint32(LENGTH_BYTES);
  const parts: Uint8Array[] = [];
  let at = 2 * LENGTH_BYTES;
  while (parts.length < total) {
    if (at + LENGTH_BYTES > value.length) return undefined;
    const end = at + LENGTH_BYTES + view.getUint32(at);
    if (end > value.length) return undefined;
    parts.push(value.subarray(at + LENGTH_BYTES, end));
    at = end;
  }
  const [proposal] = parts;
  if (proposal === undefined || at !== value.length) return undefined;
  return {
    proposal,
    envelopes: parts.slice(1, 1 + envelopeCount),
    receipts: parts.slice(1 + envelopeCount),
  };
}
