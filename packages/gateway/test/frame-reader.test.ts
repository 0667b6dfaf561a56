import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFrameReader } from "../src/frame-reader.ts";

interface Frame {
  readonly opcode: number;
  readonly isLast: boolean;
  readonly payload: number;
}

/** RFC 6455 5.2, masked as a client must. */
function bytesOf({ opcode, isLast, payload }: Frame): Uint8Array {
  const head = [(isLast ? 0x80 : 0) | opcode];
  if (payload < 126) head.push(0x80 | payload);
  else if (payload < 65_536) head.push(0x80 | 126, payload >> 8, payload & 0xff);
  else head.push(0x80 | 127, 0, 0, 0, 0, 0, payload >> 16, (payload >> 8) & 0xff, payload & 0xff);
  // Mask and payload look like headers: nothing but their length may be read.
  return Uint8Array.from([...head, 0x81, 0x80, 0x01, 0xff, ...new Array(payload).fill(0x89)]);
}

const size = fc.oneof(
  fc.constantFrom(0, 1, 125, 126, 127, 65_535, 65_536),
  fc.integer({ min: 0, max: 300 }),
);
const pings = fc.array(
  size.map((bytes) => ({ opcode: 9, isLast: true, payload: Math.min(bytes, 125) })),
  { maxLength: 2 },
);
/** The frames of a message, with control frames between. */
const message = fc
  .array(fc.tuple(size, pings), { minLength: 1, maxLength: 4 })
  .map((parts) =>
    parts.flatMap(([payload, between], index): Frame[] => [
      { opcode: index === 0 ? 1 : 0, isLast: index === parts.length - 1, payload },
      ...between,
    ]),
  );

describe("a frame reader", () => {
  it("finds where messages end, however their bytes are cut", () => {
    fc.assert(
      fc.property(
        fc.array(message, { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(70_000))),
        (messages, steps) => {
          const reader = createFrameReader();
          for (const frames of messages) {
            const bytes = Buffer.concat(frames.map(bytesOf));
            const lastData = frames.findLastIndex(({ opcode }) => opcode < 8);
            const end = Buffer.concat(frames.slice(0, lastData + 1).map(bytesOf)).length;
            let ends = 0;
            for (let at = 0; at < bytes.length; ) {
              const step = steps.next().value ?? 1;
              const { held, ended } = reader.read(bytes.subarray(at, at + step));
              const isOver = at + step >= end;
              if (ended) ends += 1;
              if (isOver) expect(held).toBe(0);
              expect(ended).toBe(isOver && at < end);
              at += step;
            }
            expect(ends).toBe(1);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("counts each frame and each piece as what it takes in memory, and control frames not at all", () => {
    const reader = createFrameReader();
    expect(reader.read(bytesOf({ opcode: 9, isLast: true, payload: 100 }))).toEqual({
      held: 0,
      ended: false,
    });
    const first = reader.read(bytesOf({ opcode: 2, isLast: false, payload: 1 })).held;
    expect(first).toBeGreaterThan(300);
    const second = reader.read(bytesOf({ opcode: 0, isLast: false, payload: 1000 })).held;
    expect(second - first).toBeGreaterThan(1300);
    // `ws` keeps a fragment as a part of the chunk that it came in, and so all that is in there.
    const pongs = Array.from({ length: 400 }, () =>
      bytesOf({ opcode: 10, isLast: true, payload: 125 }),
    );
    const chunk = Buffer.concat([bytesOf({ opcode: 0, isLast: false, payload: 1 }), ...pongs]);
    expect(reader.read(chunk).held - second).toBeGreaterThan(chunk.length);
    const rest = Buffer.concat([
      bytesOf({ opcode: 0, isLast: true, payload: 1 }),
      bytesOf({ opcode: 1, isLast: false, payload: 5 }),
    ]);
    // What came of the next one stays.
    expect(reader.read(rest)).toEqual({ held: expect.any(Number), ended: true });
    expect(reader.read(bytesOf({ opcode: 0, isLast: true, payload: 0 }))).toEqual({
      held: 0,
      ended: true,
    });
  });
});
