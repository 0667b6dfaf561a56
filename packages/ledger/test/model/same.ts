import { hexEncode } from "@cartorio/crypto";

/** What it says is the same for values that are; bytes in hexadecimal, undefined parts left out. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => {
    if (part instanceof Uint8Array) return hexEncode(part);
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Throws an error that shows both unless the values are the same. Runs outside of vitest too. */
export function needSame(actual: unknown, wanted: unknown, what: () => string): void {
  const [left, right] = [textOf(actual), textOf(wanted)];
  if (left !== right) throw new Error(`${what()}\n  ledger: ${left}\n  model:  ${right}`);
}
