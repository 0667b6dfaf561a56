import { cartorio } from "../generated/wire.js";
import { accept, refuse, type WireType } from "./codec.ts";
import type { Decoded } from "./errors.ts";
import { decodeGovernancePropose } from "./governance-operation-codec.ts";
import { readMessage, type WireMessage, writeMessage } from "./message-json.ts";
import type { Json } from "./proof-json.ts";
import { decodeEnvelope, decodeTransactionBody } from "./transaction-codec.ts";

// The JSON form of what is signed and handed in (docs/transaction-json.md). The bytes remain what counts:
// hashes and signatures are over them, and there is one encoding of a value.

/** Members of a JSON object. */
export type JsonMembers = Readonly<Record<string, Json>>;

/** The JSON form of one kind of message. */
export interface JsonForm {
  /** Codes: those of the message's decoder. Total. */
  readonly toJson: (bytes: Uint8Array) => Decoded<JsonMembers>;
  /** The one encoding of what the JSON says. Codes: MALFORMED with the member, TOO_LARGE. Total. */
  readonly fromJson: (value: unknown) => Decoded<Uint8Array>;
}

interface Form {
  readonly message: string;
  readonly wire: WireType<object>;
  readonly decode: (bytes: Uint8Array) => Decoded<unknown>;
}

/** A transaction body: what the signers sign, after the tag. */
export const transactionBodyJson: JsonForm = jsonForm({
  message: "TransactionBody",
  wire: cartorio.TransactionBody as WireType<object>,
  decode: decodeTransactionBody,
});

/** An envelope: what is handed in. The body in it stays bytes, as it was signed. */
export const envelopeJson: JsonForm = jsonForm({
  message: "Envelope",
  wire: cartorio.Envelope as WireType<object>,
  decode: decodeEnvelope,
});

/** A proposal, as the operation `governancePropose` of a body holds it. */
export const proposalJson: JsonForm = jsonForm({
  message: "GovernancePropose",
  wire: cartorio.GovernancePropose as WireType<object>,
  decode: decodeGovernancePropose,
});

function jsonForm({ message, wire, decode }: Form): JsonForm {
  return {
    toJson(bytes) {
      const decoded = decode(bytes);
      if (!decoded.ok) return decoded;
      return accept(writeMessage(message, wire.decode(bytes) as WireMessage));
    },
    fromJson(value) {
      const read = readMessage(value, { message, path: "" });
      if (!read.ok) return refuse("MALFORMED", read.field || message);
      const bytes = new Uint8Array(wire.encode(read.value).finish());
      const decoded = decode(bytes);
      return decoded.ok ? accept(bytes) : decoded;
    },
  };
}
