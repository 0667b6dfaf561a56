import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crc32c, maskCrc } from "../src/leveldb-crc.ts";
import { readLog } from "../src/leveldb-log.ts";
import { noise } from "./blocks.ts";

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const crcOf = (bytes: Uint8Array): number => crc32c(bytes, { from: 0, to: bytes.length });

describe("CRC-32C", () => {
  it.each([
    ["RFC 3720 B.4: 32 zero bytes", new Uint8Array(32), 0x8a9136aa],
    ["RFC 3720 B.4: 32 bytes 0xff", new Uint8Array(32).fill(0xff), 0x62a8ab43],
    ["RFC 3720 B.4: ascending", Uint8Array.from({ length: 32 }, (_, index) => index), 0x46dd794e],
    ["check value of the catalogue", ascii("123456789"), 0xe3069283],
    ["nothing", new Uint8Array(0), 0],
  ])("%s", (_, bytes, expected) => {
    expect(crcOf(bytes)).toBe(expected);
  });
});

const BLOCK = 32_768;

/** A log as LevelDB writes it (doc/log_format), written here a second time on purpose. */
function writeLog(records: readonly Uint8Array[]): Uint8Array {
  const out: number[] = [];
  for (const record of records) {
    let left = record;
    let isFirst = true;
    do {
      const room = BLOCK - (out.length % BLOCK);
      if (room < 7) out.push(...new Array<number>(room).fill(0));
      const length = Math.min(left.length, BLOCK - (out.length % BLOCK) - 7);
      const isLast = length === left.length;
      const type = isFirst ? (isLast ? 1 : 2) : isLast ? 4 : 3;
      const covered = Uint8Array.of(type, ...left.subarray(0, length));
      const crc = maskCrc(crcOf(covered));
      out.push(crc & 0xff, (crc >>> 8) & 0xff, (crc >>> 16) & 0xff, crc >>> 24);
      out.push(length & 0xff, length >>> 8, ...covered);
      left = left.subarray(length);
      isFirst = false;
    } while (left.length > 0);
  }
  return Uint8Array.from(out);
}

describe("log reader", () => {
  const sizes = fc.array(
    fc.oneof(fc.nat(100), fc.nat(40_000), fc.integer({ min: 32_750, max: 32_770 })),
    {
      maxLength: 4,
    },
  );

  it("reads what was written, across blocks", () => {
    fc.assert(
      fc.property(sizes, (lengths) => {
        const records = lengths.map((length, index) => noise(length, index));
        const { records: read, torn } = readLog("log", writeLog(records));
        expect(read.map((record) => Uint8Array.from(record.bytes))).toEqual(records);
        expect(torn).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });

  it("takes a log cut off anywhere for its whole records and a torn write", () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (lengths, cut) => {
        const records = lengths.map((length, index) => noise(length, index));
        const whole = writeLog(records);
        const { records: read, torn } = readLog("log", whole.subarray(0, cut % (whole.length + 1)));
        const expected = records.slice(0, read.length);
        expect(read.map((record) => Uint8Array.from(record.bytes))).toEqual(expected);
        if (torn === undefined) return;
        expect(torn.offset + torn.bytes).toBe(cut % (whole.length + 1));
      }),
      { numRuns: 30 },
    );
  });

  it("ignores zeros that a file system left behind a torn write, but nothing else", () => {
    const log = writeLog([noise(50, 1), noise(60, 2)]);
    const { records, torn } = readLog("log", Buffer.concat([log, new Uint8Array(5_000)]));
    expect(records).toHaveLength(2);
    expect(torn).toEqual({ offset: log.length, bytes: 5_000 });
    const junk = Buffer.concat([log, new Uint8Array(20), Uint8Array.of(1)]);
    expect(() => readLog("log", junk)).toThrow(/DATABASE_CORRUPT.*byte/u);
  });

  it("refuses a record without beginning or end", () => {
    const first = writeLog([noise(40_000, 1)]).subarray(0, BLOCK);
    const full = writeLog([noise(10, 2)]);
    const last = writeLog([noise(40_000, 1)]).subarray(BLOCK);
    expect(() => readLog("log", Buffer.concat([first, full]))).toThrow(/no beginning or no end/u);
    expect(() => readLog("log", last)).toThrow(/no beginning or no end/u);
  });
});
