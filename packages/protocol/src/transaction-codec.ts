import { cartorio } from "../generated/wire.js";
import { each, exactly, hash, multikey, type Problem, sized, within } from "./checks.ts";
import {
  copied,
  copiedAll,
  decodeObject,
  encodeObject,
  int,
  type ObjectCodec,
  str,
  viewed,
} from "./codec.ts";
import { parseDid } from "./did.ts";
import {
  checkDidCreate,
  didCreateBounds,
  didCreateFromWire,
  didCreateToWire,
} from "./did-parts-codec.ts";
import type { DidCreate } from "./did-types.ts";
import type { Decoded } from "./errors.ts";
import { limits } from "./limits.ts";
import {
  checkOperation,
  operationBounds,
  operationFromWire,
  operationToWire,
} from "./operation-table.ts";
import type {
  Envelope,
  Operation,
  PasskeyAssertion,
  Signer,
  SignerRole,
  TransactionBody,
} from "./transaction-types.ts";
import { signerRole } from "./transaction-types.ts";

type BodyWire = cartorio.TransactionBody.$Properties;
type EnvelopeWire = cartorio.Envelope.$Properties;
type DidCreateWire = cartorio.DidCreate.$Properties;

const roles: readonly SignerRole[] = Object.values(signerRole);

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
    }) ??
    checkStatusChanges(value.operations)
  );
}

/** Of all operations together: what a transaction may cost has a bound. */
function checkStatusChanges(operations: readonly Operation[]): Problem {
  let count = 0;
  for (const { kind, value } of operations) {
    if (kind === "statusListUpdate") count += value.changes.length;
  }
  return count <= limits.maxStatusChanges ? undefined : "changes";
}

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
