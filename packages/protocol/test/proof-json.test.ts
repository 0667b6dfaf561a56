import { describe, expect, it } from "vitest";
import {
  type Decoded,
  decodeProofBundle,
  decodeRangeBundle,
  encodeProofBundle,
  encodeRangeBundle,
  type Json,
  proofBundleFromJson,
  proofBundleToJson,
  rangeBundleFromJson,
  rangeBundleToJson,
} from "../src/index.ts";
import { proofBundleSample, rangeBundleSample } from "./codecs.ts";

type JsonObject = Record<string, Json>;
type Twin = {
  readonly name: string;
  readonly json: () => JsonObject;
  readonly read: (value: unknown) => Decoded<unknown>;
  readonly bytesOf: (value: unknown) => Uint8Array | undefined;
  readonly bytes: () => Uint8Array;
};

const throughText = (value: Json): JsonObject => JSON.parse(JSON.stringify(value));

const twins: readonly Twin[] = [
  {
    name: "proof bundle",
    json: () => throughText(proofBundleToJson(proofBundleSample())),
    read: proofBundleFromJson,
    bytesOf: (value) => {
      const bundle = proofBundleFromJson(value);
      return bundle.ok ? encodeProofBundle(bundle.value) : undefined;
    },
    bytes: () => encodeProofBundle(proofBundleSample()),
  },
  {
    name: "range bundle",
    json: () => throughText(rangeBundleToJson(rangeBundleSample())),
    read: rangeBundleFromJson,
    bytesOf: (value) => {
      const bundle = rangeBundleFromJson(value);
      return bundle.ok ? encodeRangeBundle(bundle.value) : undefined;
    },
    bytes: () => encodeRangeBundle(rangeBundleSample()),
  },
];

/** Every place of a value, as a path of names and indexes. */
function placesOf(value: Json, path: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object") return [[...path]];
  const entries = Array.isArray(value)
    ? value.map((item, index) => [index, item] as const)
    : Object.entries(value);
  return [[...path], ...entries.flatMap(([name, item]) => placesOf(item, [...path, name]))];
}

function replaced(value: Json, path: readonly (string | number)[], by: Json | undefined): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === name ? replaced(item, rest, by) : item));
  }
  const members = Object.entries(value as JsonObject).flatMap(([key, item]) => {
    if (key !== name) return [[key, item]];
    const next = replaced(item, rest, by);
    return next === undefined ? [] : [[key, next]];
  });
  return Object.fromEntries(members);
}

describe.each(twins)("JSON twin of a $name", ({ json, read, bytesOf, bytes }) => {
  it("is the same bundle", () => {
    expect(bytesOf(json())).toEqual(bytes());
  });

  it("is refused with a value of another form in any place", () => {
    for (const path of placesOf(json())) {
      for (const wrong of [true, "!", -1, {}, "AB", 0.5] as const) {
        const changed = replaced(json(), path, wrong as Json);
        const result = read(changed);
        // "AB" and numbers are of the right form where text or numbers of any kind may stand.
        if (result.ok) expect(bytesOf(changed)).not.toEqual(bytes());
        else expect(["MALFORMED", "UPGRADE_SDK"]).toContain(result.code);
      }
    }
  });

  it("is refused without any of its members, but for the certificate of an activation", () => {
    const accepted = placesOf(json()).filter((path) => {
      const isMember = typeof path.at(-1) === "string";
      return isMember && read(replaced(json(), path, undefined)).ok;
    });
    expect(accepted.map((path) => path.join("."))).toEqual(["activations.1.certificate"]);
  });

  it("is refused with a member that it does not know, and of a newer version", () => {
    expect(read({ ...json(), surplus: 1 })).toMatchObject({ ok: false, code: "MALFORMED" });
    expect(read({ ...json(), version: 2 })).toMatchObject({ ok: false, code: "UPGRADE_SDK" });
    expect(read({ ...json(), version: 0 })).toMatchObject({ ok: false, code: "MALFORMED" });
    for (const value of [undefined, null, 1, "x", [], {}])
      expect(read(value)).toMatchObject({ ok: false, code: "MALFORMED" });
  });

  it("has one spelling of bytes", () => {
    const { header } = json();
    for (const other of [`${String(header)}=`, `${String(header)}\n`, ` ${String(header)}`])
      expect(read({ ...json(), header: other })).toMatchObject({ ok: false, code: "MALFORMED" });
  });
});

it("either form of a bundle is made from the other", () => {
  const proof = decodeProofBundle(encodeProofBundle(proofBundleSample()));
  const range = decodeRangeBundle(encodeRangeBundle(rangeBundleSample()));
  if (!proof.ok || !range.ok) expect.unreachable();
  expect(proofBundleToJson(proof.value)).toEqual(proofBundleToJson(proofBundleSample()));
  expect(rangeBundleToJson(range.value)).toEqual(rangeBundleToJson(rangeBundleSample()));
});
