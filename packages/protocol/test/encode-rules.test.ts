import { describe, expect, it } from "vitest";
import { limits } from "../src/index.ts";
import { codecCases } from "./codecs.ts";

type Path = readonly (string | number)[];

/** Every number, byte string, text, boolean and list inside a value. */
function leaves(
  value: unknown,
  path: Path = [],
): { readonly path: Path; readonly leaf: unknown }[] {
  if (value instanceof Uint8Array) return [{ path, leaf: value }];
  if (typeof value === "object" && value !== null) {
    const own = Array.isArray(value) ? [{ path, leaf: value }] : [];
    return [
      ...own,
      ...Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key])),
    ];
  }
  return value === undefined ? [] : [{ path, leaf: value }];
}

function withLeaf(value: unknown, [key, ...rest]: Path, leaf: unknown): unknown {
  if (key === undefined) return leaf;
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === Number(key) ? withLeaf(item, rest, leaf) : item));
  }
  const fields = value as Record<string, unknown>;
  return { ...fields, [key]: withLeaf(fields[String(key)], rest, leaf) };
}

const hugeBytes = new Uint8Array(limits.maxRecoveryBytes + 1);
const hugeText = "x".repeat(100_000);
const hugeList = new Array(100_000).fill(undefined);

/** What the generated encoder would take silently and write as something else. */
function wrongValues(leaf: unknown): readonly unknown[] {
  if (typeof leaf === "number") {
    return [-1, 1.5, Number.NaN, 2 ** 53, Number.POSITIVE_INFINITY, 5n, "5", undefined];
  }
  if (leaf instanceof Uint8Array) {
    return ["AAAA", [...leaf], undefined, hugeBytes];
  }
  if (typeof leaf === "string") return [5, undefined, `${leaf}\ud800`, hugeText];
  if (typeof leaf === "boolean") return [1, "true"];
  return ["list", 5, undefined, hugeList];
}

function throws(action: () => unknown): boolean {
  try {
    action();
    return false;
  } catch {
    return true;
  }
}

describe("encoders refuse what is not of the form", () => {
  it.each(codecCases.map((entry) => [entry.name, entry] as const))("%s", (_name, entry) => {
    const taken: string[] = [];
    let tried = 0;
    for (const sample of entry.samples) {
      for (const { path, leaf } of leaves(sample)) {
        if (path.at(-1) === "kind" && typeof leaf === "string") continue;
        wrongValues(leaf).forEach((wrong, index) => {
          tried += 1;
          const value = withLeaf(sample, path, wrong);
          if (!throws(() => entry.encode(value))) taken.push(`${path.join(".")} ${index}`);
        });
      }
    }
    expect(taken).toEqual([]);
    expect(tried).toBeGreaterThan(0);
  });
});

describe("samples survive encoding and decoding", () => {
  it.each(codecCases.map((entry) => [entry.name, entry] as const))("%s", (_name, entry) => {
    entry.samples.forEach((sample, index) => {
      const bytes = entry.encodeSample(index);
      expect(entry.decode(bytes)).toEqual({ ok: true, value: sample });
      // A Buffer is a Uint8Array whose slices alias it: the value must not.
      const frame = Buffer.from(bytes);
      const decoded = entry.decode(frame);
      frame.fill(0xff);
      expect(decoded).toEqual({ ok: true, value: sample });
    });
  });
});
