/** One signature to check. The byte arrays are copied when the batch is packed. */
export interface SignatureItem {
  /** Multikey bytes of the signer. */
  readonly multikey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

const WORD_BYTES = 4;
const WORDS_PER_ITEM = 3;

/**
 * Writes a batch into one buffer, which is then transferred and not cloned:
 * uint32 count; per item the uint32 lengths of multikey, signature and message;
 * then all bytes in that order. Both sides are the same machine: native byte order.
 */
export function packBatch(items: readonly SignatureItem[]): ArrayBuffer {
  const headBytes = WORD_BYTES * (1 + WORDS_PER_ITEM * items.length);
  let totalBytes = headBytes;
  for (const item of items) {
    totalBytes += item.multikey.length + item.signature.length + item.message.length;
  }
  const buffer = new ArrayBuffer(totalBytes);
  const head = new Uint32Array(buffer, 0, headBytes / WORD_BYTES);
  const bytes = new Uint8Array(buffer);
  head[0] = items.length;
  let word = 1;
  let offset = headBytes;
  for (const item of items) {
    for (const part of [item.multikey, item.signature, item.message]) {
      head[word] = part.length;
      bytes.set(part, offset);
      word += 1;
      offset += part.length;
    }
  }
  return buffer;
}

/**
 * Judges every item of a packed batch and writes the verdicts (1 or 0) over the first
 * bytes of the same buffer, one each, ready to be transferred back.
 */
export function judgeBatch(
  buffer: ArrayBuffer,
  verify: (multikey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean,
): void {
  const count = new Uint32Array(buffer, 0, 1)[0] ?? 0;
  const lengths = new Uint32Array(buffer, WORD_BYTES, WORDS_PER_ITEM * count);
  const verdicts = new Uint8Array(count);
  let offset = WORD_BYTES * (1 + lengths.length);
  function take(length: number): Uint8Array {
    offset += length;
    return new Uint8Array(buffer, offset - length, length);
  }
  for (let index = 0; index < count; index += 1) {
    const multikey = take(lengths[WORDS_PER_ITEM * index] ?? 0);
    const signature = take(lengths[WORDS_PER_ITEM * index + 1] ?? 0);
    const message = take(lengths[WORDS_PER_ITEM * index + 2] ?? 0);
    verdicts[index] = verify(multikey, message, signature) ? 1 : 0;
  }
  new Uint8Array(buffer).set(verdicts);
}
