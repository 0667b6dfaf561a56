import { readFileSync } from "node:fs";
import { hexDecode } from "@cartorio/crypto";
import { describe, expect, it } from "vitest";
import { bitstringEncoding, tokenEncoding } from "../../gateway/src/status-list-encoding.ts";
import {
  bitstringStatusList,
  decodeBitstring,
  decodeTokenList,
  encodeBitstring,
  encodeTokenList,
  statusBit,
  tokenStatusList,
} from "../src/index.ts";

interface Vector {
  readonly name: string;
  readonly source: string;
  readonly bits: number;
  readonly set: readonly number[];
  readonly encodedList?: string;
  readonly lst?: string;
}
const file = new URL("../../../test/vectors/status-list.json", import.meta.url);
const vectors = JSON.parse(readFileSync(file, "utf8")) as readonly Vector[];

function bitsOf({ bits, set }: Vector): Uint8Array {
  const bytes = new Uint8Array(bits / 8);
  for (const index of set) {
    const place = Math.floor(index / 8);
    bytes[place] = (bytes[place] ?? 0) | (0x80 >> (index % 8));
  }
  return bytes;
}

describe("published vectors of list credentials", () => {
  it.each(vectors.map((vector) => [vector.name, vector] as const))("%s", async (_, vector) => {
    const bits = bitsOf(vector);
    if (vector.encodedList !== undefined) {
      expect(await decodeBitstring(vector.encodedList)).toEqual(bits);
    }
    if (vector.lst !== undefined) expect(await decodeTokenList(vector.lst)).toEqual(bits);
    expect(vector.encodedList ?? vector.lst).toBeDefined();
    for (const index of vector.set) expect(statusBit(bits, index)).toBe(true);
  });

  it("have the two bit orders", () => {
    const names = vectors.flatMap(({ encodedList, lst }) => [
      ...(encodedList === undefined ? [] : ["bitstring"]),
      ...(lst === undefined ? [] : ["token"]),
    ]);
    expect(new Set(names)).toEqual(new Set(["bitstring", "token"]));
  });
});

describe("encodings of lists", () => {
  const bits = new Uint8Array(16_384);
  bits.set([0x80, 0x01, 0xff], 100);

  it("come back as they were, from the SDK and from the gateway", async () => {
    for (const text of [await encodeBitstring(bits), bitstringEncoding(bits)]) {
      expect(text.startsWith("uH4sI")).toBe(true);
      expect(await decodeBitstring(text)).toEqual(bits);
    }
    for (const text of [await encodeTokenList(bits), tokenEncoding(bits)]) {
      expect(text.startsWith("e")).toBe(true);
      expect(await decodeTokenList(text)).toEqual(bits);
    }
  });

  it("are refused where they unfold to more than the bound", async () => {
    const large = await encodeBitstring(new Uint8Array(1_000_000));
    expect(large.length).toBeLessThan(2000);
    expect(await decodeBitstring(large)).toBeUndefined();
    expect(await decodeBitstring(large, 1_000_000)).toHaveLength(1_000_000);
    expect(await decodeTokenList(await encodeTokenList(bits), 16_383)).toBeUndefined();
  });

  it.each([
    ["nothing", ""],
    ["another multibase", "zH4sIAAAA"],
    ["no GZIP", "uAAAA"],
    ["half of it", "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwf"],
  ])("are refused: %s", async (_, text) => {
    expect(await decodeBitstring(text)).toBeUndefined();
  });

  it("are read from index 0 to the last one, and no further", () => {
    const one = hexDecode("80ff01") ?? new Uint8Array(0);
    expect(statusBit(one, 0)).toBe(true);
    expect(statusBit(one, 1)).toBe(false);
    expect(statusBit(one, 23)).toBe(true);
    expect([-1, 24, 0.5, Number.NaN].map((index) => statusBit(one, index))).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
  });

  it("stand in list credentials of both kinds", async () => {
    const content = { publisher: "did:example:p", purpose: "revocation", bits } as const;
    const credential = await bitstringStatusList({
      content,
      id: "https://a.example/lists/1",
      validFrom: "2026-01-01T00:00:00Z",
    });
    expect(credential).toMatchObject({
      issuer: content.publisher,
      type: ["VerifiableCredential", "BitstringStatusListCredential"],
      credentialSubject: { type: "BitstringStatusList", statusPurpose: "revocation" },
    });
    const { encodedList } = credential["credentialSubject"] as { encodedList: string };
    expect(await decodeBitstring(encodedList)).toEqual(bits);
    const claims = await tokenStatusList({ content, uri: "https://a.example/t/1", issuedAt: 5 });
    expect(claims).toMatchObject({ sub: "https://a.example/t/1", iat: 5 });
    const { status_list: token } = claims as { status_list: { bits: number; lst: string } };
    expect(token.bits).toBe(1);
    expect(await decodeTokenList(token.lst)).toEqual(bits);
  });
});
