import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  base58btcDecode,
  base58btcEncode,
  base64UrlDecode,
  base64UrlEncode,
  compareBytes,
  concatBytes,
  equalBytes,
  hexDecode,
  hexEncode,
  MAX_BASE58_CHARACTERS,
  sha256,
  taggedHash,
  utf8Decode,
  utf8Encode,
} from "../src/index.ts";

const bytes = fc.uint8Array({ maxLength: 64 });
const ABC_DIGEST = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

describe("UTF-8", () => {
  it("is read as it is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(utf8Decode(utf8Encode(text))).toBe(text.toWellFormed());
      }),
    );
    // The first of the file: on a busy machine making the generator alone took five seconds.
  }, 60_000);

  it("has one encoding: what is read is written the same", () => {
    fc.assert(
      fc.property(bytes, (some) => {
        const text = utf8Decode(some);
        if (text !== undefined) expect(utf8Encode(text)).toEqual(some);
      }),
    );
  });

  it("keeps a byte order mark, which is a character like any other", () => {
    expect(utf8Decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe("\ufeffa");
  });

  it.each([
    ["an overlong form", [0xc0, 0xaf]],
    ["a surrogate", [0xed, 0xa0, 0x80]],
    ["a lone byte", [0xff]],
    ["an unfinished character", [0xe2, 0x82]],
    ["beyond U+10FFFF", [0xf4, 0x90, 0x80, 0x80]],
  ])("refuses %s", (_title, some) => {
    expect(utf8Decode(Uint8Array.from(some))).toBeUndefined();
  });
});

describe("bytes", () => {
  it("orders as the hexadecimal texts do", () => {
    fc.assert(
      fc.property(bytes, bytes, (left, right) => {
        const [a, b] = [hexEncode(left), hexEncode(right)];
        expect(Math.sign(compareBytes(left, right))).toBe(a < b ? -1 : a > b ? 1 : 0);
        expect(equalBytes(left, right)).toBe(a === b);
        expect(equalBytes(left, new Uint8Array(left))).toBe(true);
      }),
    );
  });

  it("joins parts without aliasing them", () => {
    const part = Uint8Array.of(1, 2);
    const joined = concatBytes(part, Uint8Array.of(), Uint8Array.of(3));
    part[0] = 9;
    expect([...joined]).toEqual([1, 2, 3]);
    expect(concatBytes(part)).not.toBe(part);
  });
});

describe("hash", () => {
  it("gives the FIPS 180-4 digest of abc, however it is cut", () => {
    const abc = utf8Encode("abc");
    expect(hexEncode(sha256(abc))).toBe(ABC_DIGEST);
    expect(hexEncode(sha256(abc.subarray(0, 1), abc.subarray(1)))).toBe(ABC_DIGEST);
    expect(hexEncode(taggedHash("a", utf8Encode("bc")))).toBe(ABC_DIGEST);
    expect(hexEncode(taggedHash("abc"))).toBe(ABC_DIGEST);
    expect(hexEncode(sha256())).toBe(hexEncode(sha256(Uint8Array.of())));
  });

  it("refuses a tag that is not visible ASCII", () => {
    for (const tag of ["", "two words", "caf\u00e9", "line\n"]) {
      expect(() => taggedHash(tag)).toThrow("INV-CRYPTO-TAG");
    }
  });
});

describe("text encodings", () => {
  it("decode what they encode", () => {
    fc.assert(
      fc.property(bytes, (value) => {
        expect(hexDecode(hexEncode(value))).toEqual(value);
        expect(base58btcDecode(base58btcEncode(value))).toEqual(value);
        expect(base64UrlDecode(base64UrlEncode(value))).toEqual(value);
      }),
    );
  });

  it("accept only the one text of a value", () => {
    const alphabet = fc.string({
      unit: fc.constantFrom(..."01AFafz_-+/= \n".split("")),
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.oneof(alphabet, fc.string({ maxLength: 8 })), (text) => {
        const hex = hexDecode(text);
        if (hex !== undefined) expect(hexEncode(hex)).toBe(text);
        const base58 = base58btcDecode(text);
        if (base58 !== undefined) expect(base58btcEncode(base58)).toBe(text);
        const base64 = base64UrlDecode(text);
        if (base64 !== undefined) expect(base64UrlEncode(base64)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it("answer undefined to bad text", () => {
    for (const text of ["0", "0g", "AB", "0x00", " 00"]) expect(hexDecode(text)).toBeUndefined();
    for (const text of ["0", "O", "I", "l", "1 1"]) expect(base58btcDecode(text)).toBeUndefined();
    // "AB" and "AAB" have trailing bits that are not zero.
    for (const text of ["A", "AB", "AAB", "AA==", "A+AA", "AA\n", "AAAA "]) {
      expect(base64UrlDecode(text)).toBeUndefined();
    }
    expect(base58btcDecode("1".repeat(MAX_BASE58_CHARACTERS))).toHaveLength(MAX_BASE58_CHARACTERS);
    expect(base58btcDecode("1".repeat(MAX_BASE58_CHARACTERS + 1))).toBeUndefined();
  });

  it("encodes UTF-8", () => {
    expect(hexEncode(utf8Encode("a\u00e9\u20ac\u{1f600}"))).toBe("61c3a9e282acf09f9880");
  });
});
