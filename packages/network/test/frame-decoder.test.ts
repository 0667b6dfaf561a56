import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFrameDecoder, encodeFrame } from "../src/frame-decoder.ts";

const maxFrameBytes = 1000;

function decodeAll(chunks: readonly Uint8Array[]): number[][] {
  const decoder = createFrameDecoder();
  const frames: Uint8Array[] = [];
  for (const chunk of chunks) {
    decoder.push(chunk);
    for (;;) {
      const decoded = decoder.next(maxFrameBytes);
      if (decoded.kind !== "frame") break;
      frames.push(decoded.frame);
    }
  }
  // Read only now: a frame must not change when later chunks arrive.
  return frames.map((frame) => [...frame]);
}

function join(frames: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(frames.map(encodeFrame)));
}

describe("frame decoder", () => {
  it("gives every frame once, however the bytes are split and coalesced", () => {
    const frames = fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 }), { maxLength: 12 });
    const cuts = fc.array(fc.nat({ max: 400 }), { maxLength: 40 });
    fc.assert(
      fc.property(frames, cuts, (sent, lengths) => {
        const bytes = join(sent);
        const chunks: Uint8Array[] = [];
        let offset = 0;
        for (const length of lengths) {
          chunks.push(bytes.slice(offset, offset + length));
          offset += length;
        }
        chunks.push(bytes.slice(offset));
        expect(decodeAll(chunks)).toEqual(sent.map((frame) => [...frame]));
      }),
    );
  });

  it("gives frames byte by byte", () => {
    const sent = [Uint8Array.of(1), new Uint8Array(700).fill(2), Uint8Array.of(3, 4)];
    const chunks = [...join(sent)].map((byte) => Uint8Array.of(byte));
    expect(decodeAll(chunks)).toEqual(sent.map((frame) => [...frame]));
  });

  it("gives plain byte arrays for chunks that are buffers", () => {
    const decoder = createFrameDecoder();
    decoder.push(Buffer.from(encodeFrame(Uint8Array.of(5, 6))));
    expect(decoder.next(maxFrameBytes)).toStrictEqual({
      kind: "frame",
      frame: Uint8Array.of(5, 6),
    });
  });

  it("accepts a frame of exactly the limit", () => {
    expect(decodeAll([encodeFrame(new Uint8Array(maxFrameBytes))])[0]).toHaveLength(maxFrameBytes);
  });

  it("refuses by the length alone, before a byte of the frame came, and for good", () => {
    const decoder = createFrameDecoder();
    decoder.push(Uint8Array.of(0, 0, 3, 233));
    const refused = { kind: "refused", code: "FRAME_TOO_LARGE" };
    expect(decoder.next(maxFrameBytes)).toEqual(refused);
    decoder.push(encodeFrame(Uint8Array.of(1)));
    expect(decoder.next(maxFrameBytes)).toEqual(refused);
  });

  it("reads the length as unsigned", () => {
    const decoder = createFrameDecoder();
    decoder.push(Uint8Array.of(255, 255, 255, 255, 0));
    expect(decoder.next(maxFrameBytes)).toEqual({ kind: "refused", code: "FRAME_TOO_LARGE" });
  });

  it("refuses an empty frame", () => {
    const decoder = createFrameDecoder();
    decoder.push(Uint8Array.of(0, 0, 0, 0));
    expect(decoder.next(maxFrameBytes)).toEqual({ kind: "refused", code: "MALFORMED" });
  });
});
