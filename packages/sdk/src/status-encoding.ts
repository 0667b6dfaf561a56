import { base64UrlDecode, base64UrlEncode } from "@cartorio/crypto";
import { limits } from "@cartorio/protocol";

// The two forms in which list credentials carry the same bits. Bits here are as in the state: index 0 is
// the most significant bit of the first byte.

/** Bytes that a list may unfold to unless the caller says otherwise: the longest list of the ledger. */
export const defaultMaxListBytes: number = limits.maxStatusListBits / 8;

type Compression = "gzip" | "deflate";

async function compress(bytes: Uint8Array, format: Compression): Promise<Uint8Array> {
  return collect(streamOf(bytes).pipeThrough(new CompressionStream(format)), Infinity);
}

/** Undefined for what is not compressed like this, or unfolds to more than the bound. */
async function decompress(
  bytes: Uint8Array,
  format: Compression,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  try {
    return await collect(streamOf(bytes).pipeThrough(new DecompressionStream(format)), maxBytes);
  } catch {
    return undefined;
  }
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  const own = new Uint8Array(bytes);
  return new ReadableStream({
    start(controller) {
      controller.enqueue(own);
      controller.close();
    },
  });
}

/** Throws RangeError as soon as there are more bytes than the bound. */
async function collect(stream: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of iterate(stream)) {
    length += part.length;
    if (length > maxBytes) throw new RangeError("status list: too large");
    parts.push(part);
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

async function* iterate(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** `encodedList` of a BitstringStatusListCredential: `u` and base64url of GZIP. */
export async function encodeBitstring(bits: Uint8Array): Promise<string> {
  return `u${base64UrlEncode(await compress(bits, "gzip"))}`;
}

/** The bits of an `encodedList`; undefined for any other text, or beyond the bound. */
export async function decodeBitstring(
  text: string,
  maxBytes: number = defaultMaxListBytes,
): Promise<Uint8Array | undefined> {
  const bytes = text.startsWith("u") ? base64UrlDecode(text.slice(1)) : undefined;
  return bytes && decompress(bytes, "gzip", maxBytes);
}

/**
 * `lst` of an IETF Token Status List with 1 bit per entry: base64url of DEFLATE in the ZLIB format, where
 * index 0 is the least significant bit of the first byte.
 */
export async function encodeTokenList(bits: Uint8Array): Promise<string> {
  return base64UrlEncode(await compress(bits.map(reversed), "deflate"));
}

/** The bits of an `lst` in the order of the state; undefined for any other text, or beyond the bound. */
export async function decodeTokenList(
  text: string,
  maxBytes: number = defaultMaxListBytes,
): Promise<Uint8Array | undefined> {
  const bytes = base64UrlDecode(text);
  const turned = bytes && (await decompress(bytes, "deflate", maxBytes));
  return turned?.map(reversed);
}

/** The byte with its bits in the other order. */
function reversed(byte: number): number {
  let turned = 0;
  for (let bit = 0; bit < 8; bit += 1) turned |= ((byte >> bit) & 1) << (7 - bit);
  return turned;
}

/** One bit of a list; undefined beyond its end. Index 0 is the most significant bit. */
export function statusBit(bits: Uint8Array, index: number): boolean | undefined {
  const byte = Number.isSafeInteger(index) && index >= 0 ? bits[Math.floor(index / 8)] : undefined;
  return byte === undefined ? undefined : (byte & (0x80 >> (index % 8))) !== 0;
}
