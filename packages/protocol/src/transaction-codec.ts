import { cartorio } from "../generated/wire.js";
import {
  didText,
  each,
  exactly,
  hash,
  multikey,
  type Problem,
  sized,
  uint,
  uint32,
  within,
} from "./checks.ts";
import {
  copied,
  copiedAll,
  decodeObject,
  encodeObject,
  int,
  type ObjectCodec,
  type ReadonlyDeep,
  str,
  strings,
  viewed,
} from "./codec.ts";
import { parseDid } from "./did.ts";
import type { Decoded } from "./errors.ts";
import type { FieldBound, FieldBounds } from "./field-bounds.ts";
import { limits } from "./limits.ts";
import {
  checkControl,
  checkDidCreate,
  checkDocument,
  checkRemovals,
  checkTreeSize,
  controlBounds,
  controlFromWire,
  controlToWire,
  didCreateBounds,
  didCreateFromWire,
  didCreateToWire,
  documentBounds,
  documentFromWire,
  removalsFromWire,
} from "./operation-codec.ts";
import type {
  CredentialAnchor,
  CredentialRevoke,
  DidCreate,
  DidDeactivate,
  DidRotateKeys,
  DidUpdate,
  Envelope,
  Operation,
  PasskeyAssertion,
  Signer,
  SignerRole,
  TransactionBody,
} from "./transaction-types.ts";
import { signerRole } from "./transaction-types.ts";
import {
  checkValidatorChange,
  checkValidatorReenter,
  validatorChangeBounds,
  validatorChangeFromWire,
  validatorReenterFromWire,
} from "./validator-operation-codec.ts";

type BodyWire = cartorio.TransactionBody.$Properties;
type EnvelopeWire = cartorio.Envelope.$Properties;
type OperationWire = cartorio.Operation.$Properties;
type DidCreateWire = cartorio.DidCreate.$Properties;

const roles: readonly SignerRole[] = Object.values(signerRole);

function operationToWire(operation: Operation): ReadonlyDeep<OperationWire> {
  switch (operation.kind) {
    case "didCreate":
      return { didCreate: didCreateToWire(operation.value) };
    case "didUpdate":
      return { didUpdate: operation.value };
    case "didDeactivate":
      return { didDeactivate: operation.value };
    case "didRotateKeys":
      return {
        didRotateKeys: { ...operation.value, control: controlToWire(operation.value.control) },
      };
    case "credentialAnchor":
      return { credentialAnchor: operation.value };
    case "credentialRevoke":
      return { credentialRevoke: operation.value };
    case "validatorChange":
      return { validatorChange: operation.value };
    case "validatorReenter":
      return { validatorReenter: operation.value };
  }
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

function didDeactivateFromWire(wire: cartorio.DidDeactivate.$Properties): DidDeactivate {
  return {
    did: str(wire.did),
    expectedVersion: int(wire.expectedVersion),
    acknowledge: int(wire.acknowledge),
  };
}

function revokeFromWire(wire: cartorio.CredentialRevoke.$Properties): CredentialRevoke {
  return {
    issuer: str(wire.issuer),
    commitment: copied(wire.commitment),
    expectedSequence: int(wire.expectedSequence),
    reason: int(wire.reason),
  };
}

function anchorFromWire(wire: cartorio.CredentialAnchor.$Properties): CredentialAnchor {
  return {
    issuer: str(wire.issuer),
    kind: int(wire.kind),
    hash: copied(wire.hash),
    treeSize: int(wire.treeSize),
    cosigners: strings(wire.cosigners),
  };
}

/** The reader keeps the last member of the choice only, so re-encoding shows a second one. */
function operationFromWire(wire: OperationWire): Operation | undefined {
  if (wire.credentialAnchor) {
    return { kind: "credentialAnchor", value: anchorFromWire(wire.credentialAnchor) };
  }
  if (wire.didCreate) {
    const value = didCreateFromWire(wire.didCreate);
    return value && { kind: "didCreate", value };
  }
  if (wire.didUpdate) {
    const value = didUpdateFromWire(wire.didUpdate);
    return value && { kind: "didUpdate", value };
  }
  if (wire.didRotateKeys) {
    const value = didRotateKeysFromWire(wire.didRotateKeys);
    return value && { kind: "didRotateKeys", value };
  }
  if (wire.didDeactivate) {
    return { kind: "didDeactivate", value: didDeactivateFromWire(wire.didDeactivate) };
  }
  if (wire.credentialRevoke) {
    return { kind: "credentialRevoke", value: revokeFromWire(wire.credentialRevoke) };
  }
  if (wire.validatorChange) {
    return { kind: "validatorChange", value: validatorChangeFromWire(wire.validatorChange) };
  }
  if (wire.validatorReenter) {
    return { kind: "validatorReenter", value: validatorReenterFromWire(wire.validatorReenter) };
  }
  return undefined;
}

function checkOperation(operation: Operation): Problem {
  switch (operation.kind) {
    case "didCreate":
      return checkDidCreate(operation.value);
    case "didUpdate":
      return (
        checkTarget(operation.value) ??
        checkDocument(operation.value.document) ??
        checkRemovals(operation.value.removals)
      );
    case "didDeactivate":
      return checkTarget(operation.value) ?? uint(operation.value.acknowledge, "acknowledge");
    case "didRotateKeys":
      return (
        checkTarget(operation.value) ??
        checkControl(operation.value.control) ??
        checkRemovals(operation.value.removals)
      );
    case "credentialAnchor":
      return checkAnchor(operation.value);
    case "credentialRevoke":
      return (
        didText(operation.value.issuer, "issuer") ??
        hash(operation.value.commitment, "commitment") ??
        uint(operation.value.expectedSequence, "expectedSequence") ??
        uint32(operation.value.reason, "reason")
      );
    case "validatorChange":
      return checkValidatorChange(operation.value);
    case "validatorReenter":
      return checkValidatorReenter(operation.value);
  }
}

function checkTarget(value: { readonly did: string; readonly expectedVersion: number }): Problem {
  return didText(value.did, "did") ?? uint(value.expectedVersion, "expectedVersion");
}

function checkAnchor(value: CredentialAnchor): Problem {
  return (
    didText(value.issuer, "issuer") ??
    uint32(value.kind, "kind") ??
    hash(value.hash, "hash") ??
    checkTreeSize(value.treeSize, "treeSize") ??
    each(value.cosigners, {
      max: limits.maxCosigners,
      field: "cosigners",
      item: (did) => didText(did, "cosigners"),
    })
  );
}

function checkSigner(value: Signer): Problem {
  if (typeof value.did !== "string" || parseDid(value.did) === undefined) return "signers.did";
  return (
    multikey(value.multikey, "signers.multikey") ??
    within(value.role, [signerRole.author, signerRole.cosigner], "signers.role")
  );
}

function bodyFromWire(wire: BodyWire): TransactionBody | undefined {
  const signers: Signer[] = [];
  for (const signer of wire.signers ?? []) {
    const role = roles.find((candidate) => candidate === int(signer.role));
    if (role === undefined) return undefined;
    signers.push({ did: str(signer.did), multikey: copied(signer.multikey), role });
  }
  const operations: Operation[] = [];
  for (const entry of wire.operations ?? []) {
    const operation = operationFromWire(entry);
    if (operation === undefined) return undefined;
    operations.push(operation);
  }
  return {
    chainId: copied(wire.chainId),
    signers,
    validUntil: int(wire.validUntil),
    nonce: copied(wire.nonce),
    operations,
  };
}

function checkBody(value: TransactionBody): Problem {
  if (value.signers.length === 0) return "signers";
  if (value.operations.length === 0) return "operations";
  return (
    hash(value.chainId, "chainId") ??
    each(value.signers, { max: limits.maxSigners, field: "signers", item: checkSigner }) ??
    within(value.validUntil, [1, limits.maxTimeMs], "validUntil") ??
    exactly(value.nonce, limits.nonceBytes, "nonce") ??
    each(value.operations, {
      max: limits.maxOperations,
      field: "operations",
      item: checkOperation,
    })
  );
}

const removalsBound: FieldBound = { field: "removals", max: limits.maxRemovals };
const operationBounds: FieldBounds = {
  1: { field: "didCreate", max: 1, inside: didCreateBounds },
  2: {
    field: "didUpdate",
    max: 1,
    inside: { 3: { field: "document", max: 1, inside: documentBounds }, 4: removalsBound },
  },
  4: {
    field: "didRotateKeys",
    max: 1,
    inside: { 3: { field: "control", max: 1, inside: controlBounds }, 4: removalsBound },
  },
  20: {
    field: "credentialAnchor",
    max: 1,
    inside: { 5: { field: "cosigners", max: limits.maxCosigners } },
  },
  70: { field: "validatorChange", max: 1, inside: validatorChangeBounds },
};

const bodyCodec: ObjectCodec<BodyWire, TransactionBody> = {
  name: "TransactionBody",
  wire: cartorio.TransactionBody,
  maxBytes: limits.maxEnvelopeBytes,
  bounds: {
    2: { field: "signers", max: limits.maxSigners },
    5: { field: "operations", max: limits.maxOperations, inside: operationBounds },
  },
  toWire: (value) => ({ ...value, operations: value.operations.map(operationToWire) }),
  fromWire: bodyFromWire,
  check: checkBody,
};

/** Canonical bytes of a transaction body (docs/ledger.md 1). Throws RangeError on a broken field. */
export function encodeTransactionBody(value: TransactionBody): Uint8Array {
  return encodeObject(bodyCodec, value);
}
/** Form, counts and lengths; what depends on a chain or on several fields: `decodeTransaction`. */
export function decodeTransactionBody(bytes: Uint8Array): Decoded<TransactionBody> {
  return decodeObject(bodyCodec, bytes);
}

function passkeyFromWire(wire: cartorio.PasskeyAssertion.$Properties): PasskeyAssertion {
  return {
    signer: int(wire.signer),
    authenticatorData: copied(wire.authenticatorData),
    clientData: copied(wire.clientData),
  };
}

function checkPasskey(value: PasskeyAssertion): Problem {
  const { minAuthenticatorDataBytes, maxAuthenticatorDataBytes, maxClientDataBytes } = limits;
  return (
    within(value.signer, [0, limits.maxSigners - 1], "passkeys.signer") ??
    sized(
      value.authenticatorData,
      [minAuthenticatorDataBytes, maxAuthenticatorDataBytes],
      "passkeys.authenticatorData",
    ) ??
    sized(value.clientData, [1, maxClientDataBytes], "passkeys.clientData")
  );
}

const envelopeCodec: ObjectCodec<EnvelopeWire, Envelope> = {
  name: "Envelope",
  wire: cartorio.Envelope,
  maxBytes: limits.maxEnvelopeBytes,
  bounds: {
    2: { field: "signatures", max: limits.maxSigners },
    3: { field: "passkeys", max: limits.maxSigners },
  },
  toWire: (value) => value,
  fromWire: (wire) => ({
    body: copied(wire.body),
    signatures: copiedAll(wire.signatures),
    ...((wire.passkeys ?? []).length === 0
      ? {}
      : { passkeys: (wire.passkeys ?? []).map(passkeyFromWire) }),
  }),
  check: (value) =>
    sized(value.body, [1, limits.maxEnvelopeBytes], "body") ??
    each(value.signatures, {
      max: limits.maxSigners,
      field: "signatures",
      item: (item) => exactly(item, limits.signatureBytes, "signatures"),
    }) ??
    each(value.passkeys ?? [], { max: limits.maxSigners, field: "passkeys", item: checkPasskey }),
};

/** Canonical bytes of an envelope. Throws RangeError on a broken field. */
export function encodeEnvelope(value: Envelope): Uint8Array {
  return encodeObject(envelopeCodec, value);
}
/** The envelope alone; its body stays encoded. */
export function decodeEnvelope(bytes: Uint8Array): Decoded<Envelope> {
  return decodeObject(envelopeCodec, bytes);
}

const envelopeViewCodec: ObjectCodec<EnvelopeWire, Envelope> = {
  ...envelopeCodec,
  fromWire: ({ body, signatures, passkeys }) => ({
    body: viewed(body),
    signatures: (signatures ?? []).map(viewed),
    ...((passkeys ?? []).length === 0 ? {} : { passkeys: (passkeys ?? []).map(passkeyFromWire) }),
  }),
};

/**
 * {@link decodeEnvelope} with body and signatures as views of `bytes`, for who owns the bytes and
 * never changes them: memory of its own for each costs as much as the decoding.
 */
export function decodeEnvelopeView(bytes: Uint8Array): Decoded<Envelope> {
  return decodeObject(envelopeViewCodec, bytes);
}

const didCreateCodec: ObjectCodec<DidCreateWire, DidCreate> = {
  name: "DidCreate",
  wire: cartorio.DidCreate,
  maxBytes: limits.maxEnvelopeBytes,
  bounds: didCreateBounds,
  toWire: didCreateToWire,
  fromWire: didCreateFromWire,
  check: checkDidCreate,
};

/** Canonical bytes of a create operation: the DID is made from their hash. */
export function encodeDidCreate(value: DidCreate): Uint8Array {
  return encodeObject(didCreateCodec, value);
}
export function decodeDidCreate(bytes: Uint8Array): Decoded<DidCreate> {
  return decodeObject(didCreateCodec, bytes);
}
