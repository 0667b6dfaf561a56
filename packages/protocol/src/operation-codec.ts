import type { cartorio } from "../generated/wire.js";
import type { Problem } from "./checks.ts";
import type { ReadonlyDeep } from "./codec.ts";
import type { FieldBounds } from "./field-bounds.ts";
import type { OperationKind, OperationValue } from "./transaction-types.ts";

/** How one operation kind is written and read; lengths and counts only. */
export interface OperationCodec<P, T> {
  /** Field number in proto Operation. */
  readonly number: number;
  /** How often its repeated fields may stand; see {@link FieldBounds}. */
  readonly bounds?: FieldBounds;
  readonly toWire: (value: T) => ReadonlyDeep<P>;
  /** Undefined if a required part is missing or a choice is ambiguous. Copies all bytes. */
  readonly fromWire: (wire: P) => T | undefined;
  readonly check: (value: T) => Problem;
}

type OperationWire = cartorio.Operation.$Properties;

/** The codecs of some operation kinds, by kind. */
export type OperationCodecs<K extends OperationKind> = {
  readonly [P in K]: OperationCodec<NonNullable<OperationWire[P]>, OperationValue<P>>;
};
