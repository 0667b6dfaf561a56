import { byteKey } from "@cartorio/crypto";
import { canonicalBytes, isJsonObject } from "@cartorio/protocol";

/** A text that two JSON values share iff they are equal as JSON. */
export function equalityKey(value: unknown): string {
  const bytes = canonicalBytes(value);
  return bytes === undefined ? "" : byteKey(bytes);
}

/** True for JSON values that are equal: numbers by value, objects whatever the order of their names. */
export function areEqualJson(left: unknown, right: unknown): boolean {
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => areEqualJson(item, right[index]))
    );
  }
  if (!isJsonObject(left)) return left === right;
  if (!isJsonObject(right)) return false;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && areEqualJson(left[name], right[name]))
  );
}

/** True if the value is the divisor times an integer, exactly as both are written in decimal. */
export function isMultiple(value: number, divisor: number): boolean {
  const [dividend, by] = [decimalOf(value), decimalOf(divisor)];
  const exponent = Math.min(dividend.exponent, by.exponent);
  const scaled = ({ digits, exponent: own }: Decimal): bigint =>
    digits * 10n ** BigInt(own - exponent);
  return scaled(by) !== 0n && scaled(dividend) % scaled(by) === 0n;
}

/** digits x 10^exponent. */
interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

function decimalOf(value: number): Decimal {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}
