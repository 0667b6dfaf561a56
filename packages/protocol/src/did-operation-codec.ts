import type { cartorio } from "../generated/wire.js";
import { didText, each, hash, type Problem, uint } from "./checks.ts";
import { copiedAll, int, type ReadonlyDeep, str } from "./codec.ts";
import {
  checkControl,
  checkDidCreate,
  checkDocument,
  checkRecovery,
  checkRemovals,
  controlBounds,
  controlFromWire,
  controlToWire,
  didCreateBounds,
  didCreateFromWire,
  didCreateToWire,
  documentBounds,
  documentFromWire,
  recoveryBounds,
  recoveryFromWire,
  removalsFromWire,
} from "./did-parts-codec.ts";
import type {
  DidCreate,
  DidDeactivate,
  DidOperation,
  DidRecoveryCancel,
  DidRecoveryFinalise,
  DidRecoveryPropose,
  DidRotateKeys,
  DidSetControllers,
  DidSetRecovery,
  DidUpdate,
} from "./did-types.ts";
import type { FieldBound, FieldBounds } from "./field-bounds.ts";
import { limits } from "./limits.ts";
import type { OperationCodec, OperationCodecs } from "./operation-codec.ts";

const removalsBound: FieldBound = { field: "removals", max: limits.maxRemovals };

const nextKeyHashesBound: FieldBound = { field: "nextKeyHashes", max: limits.maxControlKeys };

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

function checkNextKeyHashes(values: readonly Uint8Array[]): Problem {
  return each(values, {
    max: limits.maxControlKeys,
    field: "nextKeyHashes",
    item: (item) => hash(item, "nextKeyHashes"),
  });
}

/** New control keys and new controllers are written alike. */
const controlChange = {
  bounds: {
    3: { field: "control", max: 1, inside: controlBounds },
    4: removalsBound,
  } satisfies FieldBounds,
  toWire: (value: DidRotateKeys): ReadonlyDeep<cartorio.DidRotateKeys.$Properties> => ({
    ...value,
    control: controlToWire(value.control),
  }),
  fromWire: (wire: cartorio.DidRotateKeys.$Properties): DidRotateKeys | undefined => {
    const control = controlFromWire(wire.control);
    if (control === undefined) return undefined;
    return {
      did: str(wire.did),
      expectedVersion: int(wire.expectedVersion),
      control,
      removals: removalsFromWire(wire.removals),
    };
  },
  check: (value: DidRotateKeys): Problem =>
    checkTarget(value) ?? checkControl(value.control) ?? checkRemovals(value.removals),
};

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
  ...controlChange,
};

type SetControllersWire = cartorio.DidSetControllers.$Properties;

const didSetControllers: OperationCodec<SetControllersWire, DidSetControllers> = {
  number: 5,
  ...controlChange,
};

const didSetRecovery: OperationCodec<cartorio.DidSetRecovery.$Properties, DidSetRecovery> = {
  number: 6,
  bounds: {
    3: { field: "recovery", max: 1, inside: recoveryBounds },
    4: nextKeyHashesBound,
  },
  toWire: (value) => ({ ...value, recovery: value.recovery ?? null }),
  fromWire: (wire) => ({
    did: str(wire.did),
    expectedVersion: int(wire.expectedVersion),
    recovery: recoveryFromWire(wire.recovery),
    nextKeyHashes: copiedAll(wire.nextKeyHashes),
  }),
  check: (value) =>
    checkTarget(value) ?? checkRecovery(value.recovery) ?? checkNextKeyHashes(value.nextKeyHashes),
};

function checkRecoveryTarget(value: DidRecoveryFinalise): Problem {
  return didText(value.did, "did") ?? uint(value.expectedSequence, "expectedSequence");
}

type ProposeWire = cartorio.DidRecoveryPropose.$Properties;

const didRecoveryPropose: OperationCodec<ProposeWire, DidRecoveryPropose> = {
  number: 7,
  bounds: {
    3: { field: "control", max: 1, inside: controlBounds },
    4: { field: "recovery", max: 1, inside: recoveryBounds },
    5: removalsBound,
  },
  toWire: (value) => ({
    ...value,
    control: controlToWire(value.control),
    recovery: value.recovery ?? null,
  }),
  fromWire: (wire) => {
    const control = controlFromWire(wire.control);
    if (control === undefined) return undefined;
    return {
      did: str(wire.did),
      expectedSequence: int(wire.expectedSequence),
      control,
      recovery: recoveryFromWire(wire.recovery),
      removals: removalsFromWire(wire.removals),
    };
  },
  check: (value) =>
    checkRecoveryTarget(value) ??
    checkControl(value.control) ??
    checkRecovery(value.recovery) ??
    checkRemovals(value.removals),
};

type CancelWire = cartorio.DidRecoveryCancel.$Properties;

const didRecoveryCancel: OperationCodec<CancelWire, DidRecoveryCancel> = {
  number: 8,
  bounds: { 3: nextKeyHashesBound },
  toWire: (value) => value,
  fromWire: (wire) => ({
    did: str(wire.did),
    expectedSequence: int(wire.expectedSequence),
    nextKeyHashes: copiedAll(wire.nextKeyHashes),
  }),
  check: (value) => checkRecoveryTarget(value) ?? checkNextKeyHashes(value.nextKeyHashes),
};

type FinaliseWire = cartorio.DidRecoveryFinalise.$Properties;

const didRecoveryFinalise: OperationCodec<FinaliseWire, DidRecoveryFinalise> = {
  number: 9,
  toWire: (value) => value,
  fromWire: (wire) => ({ did: str(wire.did), expectedSequence: int(wire.expectedSequence) }),
  check: checkRecoveryTarget,
};

/** Operations of the registry by kind; operation-table.ts puts all registries together. */
export const didOperationCodecs: OperationCodecs<DidOperation["kind"]> = {
  didCreate,
  didUpdate,
  didDeactivate,
  didRotateKeys,
  didSetControllers,
  didSetRecovery,
  didRecoveryPropose,
  didRecoveryCancel,
  didRecoveryFinalise,
};
