import type { cartorio } from "../generated/wire.js";
import { didText, type Problem, uint } from "./checks.ts";
import { int, str } from "./codec.ts";
import {
  checkControl,
  checkDidCreate,
  checkDocument,
  checkRemovals,
  controlBounds,
  controlFromWire,
  controlToWire,
  didCreateBounds,
  didCreateFromWire,
  didCreateToWire,
  documentBounds,
  documentFromWire,
  removalsFromWire,
} from "./did-parts-codec.ts";
import type {
  DidCreate,
  DidDeactivate,
  DidOperation,
  DidRotateKeys,
  DidUpdate,
} from "./did-types.ts";
import type { FieldBound } from "./field-bounds.ts";
import { limits } from "./limits.ts";
import type { OperationCodec, OperationCodecs } from "./operation-codec.ts";

const removalsBound: FieldBound = { field: "removals", max: limits.maxRemovals };

function checkTarget(value: { readonly did: string; readonly expectedVersion: number }): Problem {
  return didText(value.did, "did") ?? uint(value.expectedVersion, "expectedVersion");
}

function didUpdateFromWire(wire: cartorio.DidUpdate.$Properties): DidUpdate | undefined {
  const document = documentFromWire(wire.document);
  if (document === undefined) return undefined;
  return {
    did: str(wire.did),
    expectedVersion: int(wire.expectedVersion),
    document,
    removals: removalsFromWire(wire.removals),
  };
}

function didRotateKeysFromWire(
  wire: cartorio.DidRotateKeys.$Properties,
): DidRotateKeys | undefined {
  const control = controlFromWire(wire.control);
  if (control === undefined) return undefined;
  return {
    did: str(wire.did),
    expectedVersion: int(wire.expectedVersion),
    control,
    removals: removalsFromWire(wire.removals),
  };
}

const didCreate: OperationCodec<cartorio.DidCreate.$Properties, DidCreate> = {
  number: 1,
  bounds: didCreateBounds,
  toWire: didCreateToWire,
  fromWire: didCreateFromWire,
  check: checkDidCreate,
};

const didUpdate: OperationCodec<cartorio.DidUpdate.$Properties, DidUpdate> = {
  number: 2,
  bounds: { 3: { field: "document", max: 1, inside: documentBounds }, 4: removalsBound },
  toWire: (value) => value,
  fromWire: didUpdateFromWire,
  check: (value) =>
    checkTarget(value) ?? checkDocument(value.document) ?? checkRemovals(value.removals),
};

const didDeactivate: OperationCodec<cartorio.DidDeactivate.$Properties, DidDeactivate> = {
  number: 3,
  toWire: (value) => value,
  fromWire: (wire) => ({
    did: str(wire.did),
    expectedVersion: int(wire.expectedVersion),
    acknowledge: int(wire.acknowledge),
  }),
  check: (value) => checkTarget(value) ?? uint(value.acknowledge, "acknowledge"),
};

const didRotateKeys: OperationCodec<cartorio.DidRotateKeys.$Properties, DidRotateKeys> = {
  number: 4,
  bounds: { 3: { field: "control", max: 1, inside: controlBounds }, 4: removalsBound },
  toWire: (value) => ({ ...value, control: controlToWire(value.control) }),
  fromWire: didRotateKeysFromWire,
  check: (value) =>
    checkTarget(value) ?? checkControl(value.control) ?? checkRemovals(value.removals),
};

/** Operations of the registry by kind; operation-table.ts puts all registries together. */
export const didOperationCodecs: OperationCodecs<DidOperation["kind"]> = {
  didCreate,
  didUpdate,
  didDeactivate,
  didRotateKeys,
};
