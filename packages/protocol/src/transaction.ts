import { concatBytes, decodeMultikey, equalBytes, utf8Encode } from "@cartorio/crypto";
import { accept, refuse } from "./codec.ts";
import type { Control, Document } from "./did-types.ts";
import type { Decoded, ErrorCode } from "./errors.ts";
import { envelopeHash, transactionId } from "./ids.ts";
import { limits } from "./limits.ts";
import { passkeyMessage } from "./passkey.ts";
import { tags } from "./tags.ts";
import { decodeEnvelopeView, decodeTransactionBody } from "./transaction-codec.ts";
import type {
  DecodedEnvelope,
  Envelope,
  Operation,
  OperationKind,
  Signer,
  TransactionBody,
} from "./transaction-types.ts";
import { signerRole } from "./transaction-types.ts";
import type { ValidatorChange } from "./validator-types.ts";

const signingTag = utf8Encode(tags.transaction);

/** One signature to check: `verifySignature(multikey, message, signature)`. */
export interface SignatureItem {
  readonly multikey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

/**
 * Everything about a transaction that needs no state and no signature check (docs/ledger.md 1): size,
 * canonical form of envelope and body, limits, chain id, one signature of 64 bytes per signer,
 * distinct signers, admissible keys, a payer.
 *
 * Codes: TOO_LARGE, NOT_CANONICAL, MALFORMED, WRONG_CHAIN, SIGNATURE_COUNT, DUPLICATE_SIGNER,
 * NO_SPONSOR, KEY_INADMISSIBLE. Total: never throws on any bytes. The value owns its memory.
 */
export function decodeTransaction(
  bytes: Uint8Array,
  chainId: Uint8Array,
): Decoded<DecodedEnvelope> {
  if (bytes.length > limits.maxEnvelopeBytes) return refuse("TOO_LARGE", "Envelope");
  const own = new Uint8Array(bytes);
  const envelope = decodeEnvelopeView(own);
  if (!envelope.ok) return envelope;
  const decoded = decodeTransactionBody(envelope.value.body);
  if (!decoded.ok) return decoded;
  const body = decoded.value;
  const problem = judge(envelope.value, body, chainId);
  if (problem !== undefined) return refuse(problem);
  if (!passkeysFit(envelope.value, body)) return refuse("MALFORMED", "passkeys");
  const payer = payerOf(body.signers);
  if (payer === undefined) return refuse("NO_SPONSOR");
  // Last, because the first sight of a key costs more than all the rest.
  if (!body.signers.every(hasSigningKey)) return refuse("KEY_INADMISSIBLE");
  return accept({
    bytes: own,
    hash: envelopeHash(own),
    id: transactionId(envelope.value.body),
    envelope: envelope.value,
    body,
    cost: transactionCost(body, own.length),
    payer,
  });
}

function judge(
  envelope: Envelope,
  body: TransactionBody,
  chainId: Uint8Array,
): ErrorCode | undefined {
  if (!equalBytes(body.chainId, chainId)) return "WRONG_CHAIN";
  if (envelope.signatures.length !== body.signers.length) return "SIGNATURE_COUNT";
  if (!areDistinctSigners(body.signers)) return "DUPLICATE_SIGNER";
  return undefined;
}

/** Each assertion is of a P-256 signer, in their order, and for this very body. */
function passkeysFit({ body: bytes, passkeys }: Envelope, body: TransactionBody): boolean {
  let previous = -1;
  for (const assertion of passkeys ?? []) {
    const signer = body.signers[assertion.signer];
    if (signer === undefined || assertion.signer <= previous) return false;
    if (decodeMultikey(signer.multikey)?.kind !== "p256") return false;
    if (passkeyMessage(assertion, transactionSigningBytes(bytes)) === undefined) return false;
    previous = assertion.signer;
  }
  return true;
}

/** Distinct (did, multikey), whatever the roles. */
function areDistinctSigners(signers: readonly Signer[]): boolean {
  for (let index = 1; index < signers.length; index += 1) {
    const signer = signers[index];
    for (let earlier = 0; earlier < index; earlier += 1) {
      const other = signers[earlier];
      if (signer === undefined || other === undefined) return false;
      if (signer.did === other.did && equalBytes(signer.multikey, other.multikey)) return false;
    }
  }
  return true;
}

/** The first sponsor, else the first author. */
function payerOf(signers: readonly Signer[]): string | undefined {
  const sponsor = signers.find((signer) => signer.role === signerRole.sponsor);
  return (sponsor ?? signers.find((signer) => signer.role === signerRole.author))?.did;
}

/** secp256k1 and X25519 keys live in documents only. */
function hasSigningKey(signer: Signer): boolean {
  const kind = decodeMultikey(signer.multikey)?.kind;
  return kind === "ed25519" || kind === "p256";
}

/** What every signer of a transaction signs: the tag, then the exact bytes of the body. */
export function transactionSigningBytes(bodyBytes: Uint8Array): Uint8Array {
  return concatBytes(signingTag, bodyBytes);
}

/** The signatures of a decoded envelope, in the order of its signers. */
export function signatureItems(decoded: DecodedEnvelope): SignatureItem[] {
  const { body, signatures, passkeys } = decoded.envelope;
  const message = transactionSigningBytes(body);
  return decoded.body.signers.map((signer, index) => {
    const assertion = passkeys?.find((candidate) => candidate.signer === index);
    return {
      multikey: signer.multikey,
      message: (assertion && passkeyMessage(assertion, message)) ?? message,
      signature: signatures[index] ?? new Uint8Array(0),
    };
  });
}

/**
 * Cost units: about one byte of block each. Signatures are weighted by what checking them costs
 * (P-256 several times Ed25519), operations by the records that they write, twice, because a record
 * is hashed into the tree and stored. A key that an operation brings in is checked as a point of its
 * curve at execution, which costs about as much as an Ed25519 signature. A key that leaves gets a
 * record of its own. A controller is looked up with those that control it. A candidate for the validator set is checked like two keys and two signatures.
 */
export const costs = {
  perByte: 1,
  perOperation: 100,
  perStateByte: 2,
  perKey: 400,
  perController: 1000,
  perRemoval: 200,
  perStatusChange: 600,
  ed25519Signature: 400,
  p256Signature: 1600,
} as const;

/**
 * Bytes of the records that each kind writes, apart from what the operation itself carries. A rotation
 * writes the document again, which it does not carry (docs/ledger.md 3): a quarter of the largest.
 */
const stateBytes: Readonly<Record<OperationKind, number>> = {
  didCreate: 400,
  didUpdate: 400,
  didDeactivate: 300,
  didRotateKeys: 4096,
  didSetControllers: 4096,
  didSetRecovery: 4096,
  // The head holds old and new control state.
  didRecoveryPropose: 1024,
  didRecoveryCancel: 4096,
  didRecoveryFinalise: 4096,
  credentialAnchor: 150,
  credentialRevoke: 150,
  // A change writes the whole record again, which may hold many intervals.
  credentialSuspend: 2048,
  credentialResume: 2048,
  credentialCosign: 150,
  credentialLog: 250,
  issuerUpdate: 150,
  // Record, body, head and entry of the list, and the one that is superseded.
  schemaRegister: 500,
  schemaDeprecate: 200,
  // Each reads the records of a whole chain, and a change writes one again that may be large.
  accreditationOffer: 4096,
  accreditationAccept: 4096,
  accreditationSuspend: 4096,
  accreditationResume: 4096,
  accreditationEnd: 4096,
  // A quarter of the largest head, which has a hash per chunk; the chunks are counted bit by bit.
  statusListCreate: 4096,
  statusListUpdate: 4096,
  exchangeReceipts: 150,
  // The whole set is written again, which the operation does not carry.
  validatorChange: 4096,
  validatorReenter: 4096,
  // A proposal is written again with every vote, and the deciding one does what it says.
  governancePropose: 4096,
  governanceVote: 4096,
  governanceWithdraw: 4096,
  upgradeAnnounce: 100,
};

const p256Prefix = 0x80;

/**
 * Deterministic cost of a transaction, failed or not (docs/ledger.md 1), from its body and the length
 * of its envelope in bytes.
 */
export function transactionCost(body: TransactionBody, envelopeBytes: number): number {
  let cost = envelopeBytes * (costs.perByte + costs.perStateByte);
  for (const operation of body.operations) {
    cost += costs.perOperation + stateBytes[operation.kind] * costs.perStateByte;
    cost += keyCount(operation) * costs.perKey + removalCount(operation) * costs.perRemoval;
    cost += controllerCount(operation) * costs.perController;
    cost += statusChangeCount(operation) * costs.perStatusChange;
    cost += candidateKeyCount(operation) * costs.ed25519Signature;
  }
  for (const signer of body.signers) {
    cost += signer.multikey[0] === p256Prefix ? costs.p256Signature : costs.ed25519Signature;
  }
  return cost;
}

/** Validator key and node key; each signs the ready statement. */
const keysPerValidator = 2;

function candidateKeyCount(operation: Operation): number {
  return (setChangeOf(operation)?.add.length ?? 0) * keysPerValidator;
}

/** A proposal pays for the candidates that the deciding vote checks. */
function setChangeOf(operation: Operation): ValidatorChange | undefined {
  if (operation.kind === "validatorChange") return operation.value;
  if (operation.kind !== "governancePropose") return undefined;
  const { action } = operation.value;
  return action.kind === "validators" ? action.value : undefined;
}

/** Control keys, verification methods and keys of validators that an operation sets. */
function keyCount(operation: Operation): number {
  switch (operation.kind) {
    case "didCreate":
      return controlKeyCount(operation.value.control) + methodCount(operation.value.document);
    case "didUpdate":
      return methodCount(operation.value.document);
    case "didRotateKeys":
    case "didSetControllers":
    case "didRecoveryPropose":
      return controlKeyCount(operation.value.control);
    case "validatorChange":
    case "governancePropose":
      return candidateKeyCount(operation);
    default:
      return 0;
  }
}

/** Those of a proposed recovery are paid for by the proposal. */
function removalCount({ value }: Operation): number {
  return "removals" in value ? value.removals.length : 0;
}

/** Each bit may lie in a chunk of its own, which is written again with its head. */
function statusChangeCount({ kind, value }: Operation): number {
  return kind === "statusListUpdate" ? value.changes.length : 0;
}

/** Each new controller is read, with those that control it. */
function controllerCount({ value }: Operation): number {
  if (!("control" in value)) return 0;
  return value.control.kind === "controllers" ? value.control.controllers.length : 0;
}

function controlKeyCount(control: Control): number {
  return control.kind === "keys" ? control.keys.length : 0;
}

function methodCount(document: Document): number {
  return document.verificationMethods.length;
}

/**
 * Each takes its bytes, a tag and a length of the envelope; a removal takes more and costs less, and
 * so does a controller, byte by byte.
 */
const maxTransactionKeys = Math.floor(limits.maxEnvelopeBytes / (limits.minMultikeyBytes + 2));

/** Cost of the most expensive transaction that the limits allow: every block must have room for it. */
export const maxTransactionCost: number =
  limits.maxEnvelopeBytes * (costs.perByte + costs.perStateByte) +
  maxTransactionKeys * costs.perKey +
  limits.maxStatusChanges * costs.perStatusChange +
  limits.maxOperations *
    (costs.perOperation + Math.max(...Object.values(stateBytes)) * costs.perStateByte) +
  limits.maxSigners * costs.p256Signature;
