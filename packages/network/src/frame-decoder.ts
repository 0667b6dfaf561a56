// Framing: a 4-byte big-endian length, then so many bytes. Zero and over-long lengths are refused.

export const frameHeaderBytes = 4;

export type DecodedFrame =
  | { readonly kind: "frame"; readonly frame: Uint8Array }
  | { readonly kind: "incomplete" }
  | { readonly kind: "refused"; readonly code: "FRAME_TOO_LARGE" | "MALFORMED" };

export interface FrameDecoder {
  /** Takes over the chunk: the caller must not write to it any more. */
  push(chunk: Uint8Array): void;
  /**
   * The next frame, which may be a view of a received chunk: copy what outlives the call stack.
   * A refusal is final. The length is compared with the limit before anything is reserved for it:
   * memory follows the bytes that really arrived, never the length a peer announces.
   */
  next(maxFrameBytes: number): DecodedFrame;
}

const incomplete: DecodedFrame = { kind: "incomplete" };

export function createFrameDecoder(): FrameDecoder {
  let buffer: Uint8Array = new Uint8Array(0);
  let start = 0;
  let end = 0;
  let hasOwnTail = false;
  let refused: DecodedFrame | undefined;

  const refuse = (code: "FRAME_TOO_LARGE" | "MALFORMED"): DecodedFrame => {
    refused = { kind: "refused", code };
    return refused;
  };

  return {
    push(chunk) {
      if (start === end) {
        // A plain view: slices of a Buffer would be Buffers.
        buffer = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
        start = 0;
        end = chunk.byteLength;
        hasOwnTail = false;
        return;
      }
      // Delivered frames are views, so that bytes before `end` are never written again; the tail
      // behind it is ours. Doubling keeps copying linear however small the chunks are.
      if (!hasOwnTail || buffer.byteLength - end < chunk.byteLength) {
        const remaining = end - start;
        const grown = new Uint8Array(remaining + Math.max(remaining, chunk.byteLength));
        grown.set(buffer.subarray(start, end));
        buffer = grown;
        start = 0;
        end = remaining;
        hasOwnTail = true;
      }
      buffer.set(chunk, end);
      end += chunk.byteLength;
    },

    next(maxFrameBytes) {
      if (refused !== undefined) return refused;
      if (end - start < frameHeaderBytes) return incomplete;
      const length = readLength(buffer, start);
      if (length === 0) return refuse("MALFORMED");
      if (length > maxFrameBytes) return refuse("FRAME_TOO_LARGE");
      if (end - start < frameHeaderBytes + length) return incomplete;
      const from = start + frameHeaderBytes;
      start = from + length;
      return { kind: "frame", frame: buffer.subarray(from, start) };
    },
  };
}

/** Writes header and frame at the offset; returns the offset behind them. */
export function writeFrame(target: Uint8Array, offset: number, frame: Uint8Array): number {
  writeLength(target, offset, frame.byteLength);
  target.set(frame, offset + frameHeaderBytes);
  return offset + frameHeaderBytes + frame.byteLength;
}

export function encodeFrame(frame: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(frameHeaderBytes + frame.byteLength);
  writeFrame(bytes, 0, frame);
  return bytes;
}

function readLength(bytes: Uint8Array, offset: number): number {
  const byte = (index: number): number => bytes[offset + index] ?? 0;
  return byte(0) * 0x1_00_00_00 + ((byte(1) << 16) | (byte(2) << 8) | byte(3));
}

function writeLength(bytes: Uint8Array, offset: number, length: number): void {
  bytes[offset] = length >>> 24;
  bytes[offset + 1] = length >>> 16;
  bytes[offset + 2] = length >>> 8;
  bytes[offset + 3] = length;
}
