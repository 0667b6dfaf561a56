import { base64UrlDecode, base64UrlEncode } from "@cartorio/crypto";
import { type MessageField, messageFields } from "../generated/fields.js";
import { limits } from "./limits.ts";
import type { Json } from "./proof-json.ts";

// JSON of protobuf messages by the table that is generated from the .proto files, so that a new operation
// has its JSON form by itself. It is a strict subset of the JSON mapping of proto3: any protobuf library
// reads what is written here. Members by the names in lowerCamelCase; bytes as base64url without padding
// (RFC 4648 section 5); integers as JSON numbers, since all are at most 2^53-1.

/** A message as the generated code takes and gives it, by field. */
export type WireMessage = Readonly<Record<string, unknown>>;

/** JSON members, or the place that has none. */
export type JsonRead<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly field: string };

const maxUint32 = 0xffff_ffff;

/** The fields of a message. Throws INV-PROTOCOL-MESSAGE for a name that the table lacks. */
function fieldsOf(message: string): Readonly<Record<string, MessageField>> {
  const fields = messageFields[message];
  if (fields === undefined) throw new Error(`INV-PROTOCOL-MESSAGE: no fields of ${message}`);
  return fields;
}

/**
 * All scalars and lists of a message, also those that are zero or empty; of its messages and of its
 * alternatives those that are there.
 */
export function writeMessage(message: string, wire: WireMessage): Readonly<Record<string, Json>> {
  const members: [string, Json][] = [];
  for (const [name, field] of Object.entries(fieldsOf(message))) {
    const value = wire[name];
    if (field.isList) {
      const items: readonly unknown[] = Array.isArray(value) ? value : [];
      members.push([name, items.map((item) => writeValue(field, item))]);
    } else if ((value !== undefined && value !== null) || !(field.isMessage || field.isChoice)) {
      members.push([name, writeValue(field, value)]);
    }
  }
  return Object.fromEntries(members);
}

function writeValue({ type }: MessageField, value: unknown): Json {
  if (type === "bytes") return value instanceof Uint8Array ? base64UrlEncode(value) : "";
  if (type === "string") return typeof value === "string" ? value : "";
  if (type === "bool") return value === true;
  if (type === "uint32" || type === "uint64") return typeof value === "number" ? value : 0;
  return writeMessage(type, Object(value));
}

interface Place {
  readonly message: string;
  /** How a refusal names it. */
  readonly path: string;
}

/**
 * A message from parsed JSON. A member that is not there is zero, empty or absent; one that is unknown, null
 * or of another type is refused with its path, and so is more than one alternative. Total; what the bytes
 * must satisfy besides is judged by who decodes them.
 */
export function readMessage(value: unknown, { message, path }: Place): JsonRead<WireMessage> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return wrong(path);
  const fields = fieldsOf(message);
  const wire: [string, unknown][] = [];
  let choices = 0;
  for (const [name, member] of Object.entries(value)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const inner = path === "" ? name : `${path}.${name}`;
    if (field === undefined) return wrong(inner);
    if (field.isChoice) choices += 1;
    const read = field.isList ? readItems(member, field, inner) : readValue(member, field, inner);
    if (!read.ok) return read;
    // The canonical form has no zeros (docs/formats.md): they are what absence means.
    if (!isZero(read.value)) wire.push([name, read.value]);
  }
  return choices > 1 ? wrong(path) : { ok: true, value: Object.fromEntries(wire) };
}

function readItems(value: unknown, field: MessageField, path: string): JsonRead<unknown[]> {
  if (!Array.isArray(value)) return wrong(path);
  const items: unknown[] = [];
  for (const [index, item] of value.entries()) {
    const read = readValue(item, field, `${path}.${index}`);
    if (!read.ok) return read;
    items.push(read.value);
  }
  return { ok: true, value: items };
}

function readValue(
  value: unknown,
  { type, isMessage }: MessageField,
  path: string,
): JsonRead<unknown> {
  if (isMessage) return readMessage(value, { message: type, path });
  const read = readScalar(type, value);
  return read === undefined ? wrong(path) : { ok: true, value: read };
}

function readScalar(type: string, value: unknown): unknown {
  switch (type) {
    case "bool":
      return typeof value === "boolean" ? value : undefined;
    case "string":
      return typeof value === "string" && value.isWellFormed() ? value : undefined;
    case "bytes":
      return typeof value === "string" ? base64UrlDecode(value) : undefined;
    default: {
      const most = type === "uint32" ? maxUint32 : limits.maxInteger;
      const isUnsigned = Number.isSafeInteger(value) && Number(value) >= 0;
      return isUnsigned && Number(value) <= most ? Number(value) : undefined;
    }
  }
}

function isZero(value: unknown): boolean {
  if (value instanceof Uint8Array || Array.isArray(value)) return value.length === 0;
  return value === 0 || value === "" || value === false;
}

function wrong(field: string): { readonly ok: false; readonly field: string } {
  return { ok: false, field };
}
