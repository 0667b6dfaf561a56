import type { cartorio } from "../generated/wire.js";
import {
  didText,
  each,
  exactly,
  hash,
  multikey,
  type Problem,
  text,
  time,
  uint,
  uint32,
} from "./checks.ts";
import { copied, copiedAll, int, type ReadonlyDeep, str, strings } from "./codec.ts";
import type {
  Control,
  DidCreate,
  Document,
  KeyRemoval,
  Recovery,
  Service,
  VerificationMethod,
} from "./did-types.ts";
import type { FieldBounds } from "./field-bounds.ts";
import { limits } from "./limits.ts";

// Parts that operations and state records share. Lengths and counts only: whether a document or a
// control state makes sense is the ledger's question, because the answer is a certified receipt.

type ControlWire = cartorio.Control.$Properties;
type DocumentWire = cartorio.Document.$Properties;

const { maxControlKeys, maxControllers, maxRecoveryKeys } = limits;

export const controlBounds: FieldBounds = {
  1: { field: "control.keys", max: maxControlKeys },
  3: { field: "control.nextKeyHashes", max: maxControlKeys },
  4: { field: "control.controllers", max: maxControllers },
};
export const recoveryBounds: FieldBounds = {
  1: { field: "recovery.keyHashes", max: maxRecoveryKeys },
};
const serviceBounds: FieldBounds = {
  2: { field: "services.types", max: limits.maxServiceTypes },
  3: { field: "services.endpoints", max: limits.maxServiceEndpoints },
};
export const documentBounds: FieldBounds = {
  1: { field: "verificationMethods", max: limits.maxVerificationMethods },
  2: { field: "services", max: limits.maxServices, inside: serviceBounds },
  3: { field: "alsoKnownAs", max: limits.maxAlsoKnownAs },
};
export const didCreateBounds: FieldBounds = {
  2: { field: "control", max: 1, inside: controlBounds },
  3: { field: "document", max: 1, inside: documentBounds },
  4: { field: "recovery", max: 1, inside: recoveryBounds },
};

export function controlToWire(control: Control): ReadonlyDeep<ControlWire> {
  return control.kind === "keys"
    ? {
        keys: control.keys,
        threshold: control.threshold,
        nextKeyHashes: control.nextKeyHashes,
      }
    : { controllers: control.controllers, threshold: control.threshold };
}

/** Undefined if both forms are mixed. */
export function controlFromWire(wire: ControlWire | null | undefined): Control | undefined {
  if (!wire) return undefined;
  const controllers = strings(wire.controllers);
  const keys = copiedAll(wire.keys);
  const nextKeyHashes = copiedAll(wire.nextKeyHashes);
  const threshold = int(wire.threshold);
  if (controllers.length === 0) return { kind: "keys", keys, threshold, nextKeyHashes };
  if (keys.length > 0 || nextKeyHashes.length > 0) return undefined;
  return { kind: "controllers", controllers, threshold };
}

export function checkControl(value: Control): Problem {
  const threshold = uint32(value.threshold, "control.threshold");
  if (threshold !== undefined) return threshold;
  if (value.kind === "controllers") {
    if (value.controllers.length === 0) return "control.controllers";
    return each(value.controllers, {
      max: limits.maxControllers,
      field: "control.controllers",
      item: (did) => didText(did, "control.controllers"),
    });
  }
  return (
    each(value.keys, {
      max: limits.maxControlKeys,
      field: "control.keys",
      item: (key) => multikey(key, "control.keys"),
    }) ??
    each(value.nextKeyHashes, {
      max: limits.maxControlKeys,
      field: "control.nextKeyHashes",
      item: (item) => hash(item, "control.nextKeyHashes"),
    })
  );
}

export function recoveryFromWire(
  wire: cartorio.Recovery.$Properties | null | undefined,
): Recovery | undefined {
  if (!wire) return undefined;
  return {
    keyHashes: copiedAll(wire.keyHashes),
    threshold: int(wire.threshold),
    delayMs: int(wire.delayMs),
  };
}

export function checkRecovery(value: Recovery | undefined): Problem {
  if (value === undefined) return undefined;
  return (
    each(value.keyHashes, {
      max: limits.maxRecoveryKeys,
      field: "recovery.keyHashes",
      item: (item) => hash(item, "recovery.keyHashes"),
    }) ??
    uint32(value.threshold, "recovery.threshold") ??
    time(value.delayMs, "recovery.delayMs")
  );
}

export function documentFromWire(wire: DocumentWire | null | undefined): Document | undefined {
  if (!wire) return undefined;
  return {
    verificationMethods: (wire.verificationMethods ?? []).map((method) => ({
      format: int(method.format),
      multikey: copied(method.multikey),
      relationships: int(method.relationships),
    })),
    services: (wire.services ?? []).map((service) => ({
      fragment: str(service.fragment),
      types: strings(service.types),
      endpoints: strings(service.endpoints),
    })),
    alsoKnownAs: strings(wire.alsoKnownAs),
  };
}

function checkMethod(value: VerificationMethod): Problem {
  return (
    uint32(value.format, "verificationMethods.format") ??
    multikey(value.multikey, "verificationMethods.multikey") ??
    uint32(value.relationships, "verificationMethods.relationships")
  );
}

function checkService(value: Service): Problem {
  return (
    text(value.fragment, [0, limits.maxFragmentCharacters], "services.fragment") ??
    each(value.types, {
      max: limits.maxServiceTypes,
      field: "services.types",
      item: (item) => text(item, [0, limits.maxServiceTypeCharacters], "services.types"),
    }) ??
    each(value.endpoints, {
      max: limits.maxServiceEndpoints,
      field: "services.endpoints",
      item: (item) => text(item, [0, limits.maxUrlCharacters], "services.endpoints"),
    })
  );
}

/** Counts and lengths; the sum, maxDocumentBytes, is checked by the ledger with its own code. */
export function checkDocument(value: Document): Problem {
  return (
    each(value.verificationMethods, {
      max: limits.maxVerificationMethods,
      field: "verificationMethods",
      item: checkMethod,
    }) ??
    each(value.services, { max: limits.maxServices, field: "services", item: checkService }) ??
    each(value.alsoKnownAs, {
      max: limits.maxAlsoKnownAs,
      field: "alsoKnownAs",
      item: (item) => text(item, [0, limits.maxUrlCharacters], "alsoKnownAs"),
    })
  );
}

export function removalsFromWire(
  wires: readonly cartorio.KeyRemoval.$Properties[] | null | undefined,
): KeyRemoval[] {
  return (wires ?? []).map((removal) => ({
    multikey: copied(removal.multikey),
    reason: int(removal.reason),
    since: int(removal.since),
  }));
}

export function checkRemovals(values: readonly KeyRemoval[]): Problem {
  return each(values, {
    max: limits.maxRemovals,
    field: "removals",
    item: (removal) =>
      multikey(removal.multikey, "removals.multikey") ??
      uint32(removal.reason, "removals.reason") ??
      uint(removal.since, "removals.since"),
  });
}

export function didCreateToWire(value: DidCreate): ReadonlyDeep<cartorio.DidCreate.$Properties> {
  return {
    nonce: value.nonce,
    control: controlToWire(value.control),
    document: value.document,
    recovery: value.recovery ?? null,
    legalEntity: value.legalEntity ?? null,
  };
}

export function didCreateFromWire(wire: cartorio.DidCreate.$Properties): DidCreate | undefined {
  const control = controlFromWire(wire.control);
  const document = documentFromWire(wire.document);
  if (control === undefined || document === undefined) return undefined;
  return {
    nonce: copied(wire.nonce),
    control,
    document,
    recovery: recoveryFromWire(wire.recovery),
    ...legalEntityFromWire(wire.legalEntity),
  };
}

/** False is left out, as on the wire. */
export function legalEntityFromWire(value: boolean | null | undefined): {
  readonly legalEntity?: boolean;
} {
  return value === true ? { legalEntity: true } : {};
}

/** The generated encoder takes anything truthy for true. */
export function checkLegalEntity(value: boolean | undefined): Problem {
  return value === undefined || typeof value === "boolean" ? undefined : "legalEntity";
}

export function checkDidCreate(value: DidCreate): Problem {
  return (
    exactly(value.nonce, limits.nonceBytes, "nonce") ??
    checkControl(value.control) ??
    checkDocument(value.document) ??
    checkRecovery(value.recovery) ??
    checkLegalEntity(value.legalEntity)
  );
}
