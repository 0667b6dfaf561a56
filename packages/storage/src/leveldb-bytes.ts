// Little-endian integers and varints of LevelDB's files (doc/log_format, doc/table_format).

export function uint32At(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset + offset, 4).getUint32(0, true);
}

/** 64-bit little-endian; undefined beyond 2^53 - 1. */
export function uint64At(bytes: Uint8Array, offset: number): number | undefined {
  const value = uint32At(bytes, offset) + uint32At(bytes, offset + 4) * 0x1_0000_0000;
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Reads varints and length-prefixed slices; every read answers undefined past the end. */
export class VarintReader {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  offset: number;

  constructor(bytes: Uint8Array, offset = 0, end: number = bytes.length) {
    this.#bytes = bytes;
    this.#end = end;
    this.offset = offset;
  }

  get isAtEnd(): boolean {
    return this.offset >= this.#end;
  }

  varint(): number | undefined {
    let value = 0;
    for (let scale = 1; scale <= 2 ** 49; scale *= 128) {
      const byte = this.offset < this.#end ? this.#bytes[this.offset] : undefined;
      if (byte === undefined) return undefined;
      this.offset += 1;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return Number.isSafeInteger(value) ? value : undefined;
    }
    return undefined;
  }

  slice(length: number | undefined): Uint8Array | undefined {
    if (length === undefined || this.offset + length > this.#end) return undefined;
    const start = this.offset;
    this.offset += length;
    return this.#bytes.subarray(start, this.offset);
  }

  prefixed(): Uint8Array | undefined {
    return this.slice(this.varint());
  }
}
