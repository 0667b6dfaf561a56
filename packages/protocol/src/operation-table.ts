import type { cartorio } from "../generated/wire.js";
import { accreditationOperationCodecs } from "./accreditation-operation-codec.ts";
import type { Problem } from "./checks.ts";
import type { ReadonlyDeep } from "./codec.ts";
import { credentialOperationCodecs } from "./credential-operation-codec.ts";
import { didOperationCodecs } from "./did-operation-codec.ts";
import { exchangeOperationCodecs } from "./exchange-operation-codec.ts";
import type { FieldBounds } from "./field-bounds.ts";
import { governanceOperationCodecs } from "./governance-operation-codec.ts";
import type { OperationCodec, OperationCodecs } from "./operation-codec.ts";
import { schemaOperationCodecs } from "./schema-operation-codec.ts";
import { statusListOperationCodecs } from "./status-list-operation-codec.ts";
import type { Operation, OperationKind, OperationValue } from "./transaction-types.ts";
import { validatorOperationCodecs } from "./validator-operation-codec.ts";

type OperationWire = cartorio.Operation.$Properties;
type OperationOf<K extends OperationKind> = {
  readonly [P in K]: { readonly kind: P; readonly value: OperationValue<P> };
}[K];

/** Every operation kind; the most frequent ones first, because decoding asks in this order. */
const operationCodecs: OperationCodecs<OperationKind> = {
  ...credentialOperationCodecs,
  ...didOperationCodecs,
  ...statusListOperationCodecs,
  ...exchangeOperationCodecs,
  ...accreditationOperationCodecs,
  ...schemaOperationCodecs,
  ...governanceOperationCodecs,
  ...validatorOperationCodecs,
};

const kinds = Object.keys(operationCodecs) as OperationKind[];

/** Field number of a kind in proto Operation: what write policies name it by. */
export function operationNumber(kind: OperationKind): number {
  return operationCodecs[kind].number;
}

/** The kinds of this version by their field numbers, ascending. */
export const operationKinds: readonly OperationKind[] = kinds.toSorted(
  (left, right) => operationNumber(left) - operationNumber(right),
);

export function operationToWire<K extends OperationKind>(
  operation: OperationOf<K>,
): ReadonlyDeep<OperationWire> {
  const codec: OperationCodec<NonNullable<OperationWire[K]>, OperationValue<K>> = operationCodecs[
    operation.kind
  ];
  return { [operation.kind]: codec.toWire(operation.value) };
}

/** The reader keeps the last member of the choice only, so re-encoding shows a second one. */
export function operationFromWire(wire: OperationWire): Operation | undefined {
  const kind = kinds.find((candidate) => wire[candidate]);
  return kind && read(kind, wire);
}

function read<K extends OperationKind>(kind: K, wire: OperationWire): Operation | undefined {
  const codec: OperationCodec<NonNullable<OperationWire[K]>, OperationValue<K>> = operationCodecs[
    kind
  ];
  const content = wire[kind];
  if (!content) return undefined;
  const value = codec.fromWire(content);
  return value === undefined ? undefined : ({ kind, value } as Operation);
}

export function checkOperation<K extends OperationKind>(operation: OperationOf<K>): Problem {
  const codec: OperationCodec<NonNullable<OperationWire[K]>, OperationValue<K>> = operationCodecs[
    operation.kind
  ];
  return codec.check(operation.value);
}

export const operationBounds: FieldBounds = Object.fromEntries(
  kinds.map((kind) => {
    const { number, bounds } = operationCodecs[kind];
    return [number, { field: kind, max: 1, ...(bounds ? { inside: bounds } : {}) }];
  }),
);
