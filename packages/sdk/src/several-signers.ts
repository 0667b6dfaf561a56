// Transactions that several parties sign, each at its own time and place, through one gateway.
import { base64UrlEncode, equalBytes, hexEncode, verifySignature } from "@cartorio/crypto";
import {
  decodeEnvelope,
  decodeTransactionBody,
  type Envelope,
  encodeEnvelope,
  limits,
  type TransactionBody,
  transactionId,
  transactionSigningBytes,
} from "@cartorio/protocol";
import { type HashLike, hashText, readAnswer } from "./answer.ts";
import type { Client } from "./client.ts";
import { CartorioError } from "./errors.ts";
import type { Signer } from "./signer.ts";

/** A transaction that waits for signatures. */
export interface PendingTransaction {
  readonly id: string;
  /** What a signature agrees to: decoded from `envelope`, not the gateway's word. */
  readonly body: TransactionBody;
  /** Encoded Envelope with zeros in place of the signatures that are missing. */
  readonly envelope: Uint8Array;
  /** Places among the body's signers. */
  readonly missing: readonly number[];
}

export interface SignaturesAdded {
  readonly id: string;
  /** waiting: for signatures; complete: for room in the mempool; submitted: `waitFor` its receipt. */
  readonly state: string;
  readonly missing: readonly number[];
}

/** The envelope of a body that nobody has signed yet: zeros in place of each signature. Throws MALFORMED. */
export function unsignedEnvelope(body: Uint8Array): Uint8Array {
  const decoded = decodeTransactionBody(body);
  if (!decoded.ok) throw new CartorioError(decoded.code);
  const signatures = decoded.value.signers.map(() => new Uint8Array(limits.signatureBytes));
  return encodeEnvelope({ body, signatures });
}

/**
 * The envelope with signatures of these signers, wherever the body names their keys; others stay as they
 * are. Read what the body does before. Throws SIGNATURE_COUNT (a signer is not named), SIGNATURE_INVALID
 * (it signed something else), or why the bytes are no envelope.
 */
export async function signEnvelope(
  envelope: Uint8Array,
  signers: readonly Signer[],
): Promise<Uint8Array> {
  const { body, signatures, passkeys, named } = opened(envelope);
  const message = transactionSigningBytes(body);
  const added = [...signatures];
  for (const signer of signers) {
    const places = named.flatMap(({ multikey }, index) =>
      equalBytes(multikey, signer.multikey) ? [index] : [],
    );
    if (places.length === 0) throw new CartorioError("SIGNATURE_COUNT", { reason: "not named" });
    const signature = await signer.sign(message);
    if (!verifySignature(signer.multikey, message, signature))
      throw new CartorioError("SIGNATURE_INVALID");
    for (const place of places) added[place] = signature;
  }
  return encodeEnvelope({ body, signatures: added, ...(passkeys ? { passkeys } : {}) });
}

/**
 * Hands in the signatures that an envelope has. The gateway submits it once none is missing; a member has
 * to be among the first to sign. Throws what the gateway refuses, ANSWER_INVALID for an answer about something else.
 */
export async function addSignatures(
  client: Client,
  { envelope }: { readonly envelope: Uint8Array },
): Promise<SignaturesAdded> {
  const { body } = opened(envelope);
  const answer = readAnswer(
    await client.transport.request("tx_addSignature", { envelope: base64UrlEncode(envelope) }),
  );
  const id = hexEncode(transactionId(body));
  if (answer.text("id") !== id) throw new CartorioError("ANSWER_INVALID", { member: "id" });
  return { id, state: answer.text("state"), missing: placesIn(answer.list("missing")) };
}

/** What waits for signatures at a gateway: the one of an id, or a page of those that lack one of a DID, without
 * the envelopes that the gateway withholds. Throws ANSWER_INVALID for an envelope of another id.
 */
export async function getPending(
  client: Client,
  asked:
    | { readonly id: HashLike }
    | { readonly did: string; readonly after?: HashLike; readonly count?: number },
): Promise<{ readonly pending: readonly PendingTransaction[]; readonly next: string | null }> {
  const params =
    "id" in asked
      ? { id: hashText(asked.id) }
      : { ...asked, ...(asked.after === undefined ? {} : { after: hashText(asked.after) }) };
  const answer = readAnswer(await client.transport.request("tx_getPending", params));
  const pending = answer.list("pending").flatMap((value) => {
    const entry = readAnswer(value);
    return entry.has("withheld") ? [] : [readPending(entry.bytes("envelope"), entry.text("id"))];
  });
  return { pending, next: answer.has("next") ? answer.text("next") : null };
}

interface Opened extends Envelope {
  readonly decoded: TransactionBody;
  readonly named: TransactionBody["signers"];
}

function opened(bytes: Uint8Array): Opened {
  const envelope = decodeEnvelope(bytes);
  if (!envelope.ok) throw new CartorioError(envelope.code);
  const body = decodeTransactionBody(envelope.value.body);
  if (!body.ok) throw new CartorioError(body.code);
  const { signers } = body.value;
  if (signers.length !== envelope.value.signatures.length)
    throw new CartorioError("SIGNATURE_COUNT");
  return { ...envelope.value, decoded: body.value, named: signers };
}

/** A gateway could name the id of one transaction and show another one to sign. */
function readPending(envelope: Uint8Array, id: string): PendingTransaction {
  const { body, signatures, decoded } = opened(envelope);
  if (hexEncode(transactionId(body)) !== id)
    throw new CartorioError("ANSWER_INVALID", { member: "id" });
  const missing = signatures.flatMap((signature, index) =>
    signature.every((byte) => byte === 0) ? [index] : [],
  );
  return { id, body: decoded, envelope, missing };
}

function placesIn(values: readonly unknown[]): number[] {
  return values.map((value) => {
    if (typeof value !== "number") throw new CartorioError("ANSWER_INVALID", { member: "missing" });
    return value;
  });
}
