import { cartorio } from "../generated/wire.js";
import { didText, hash, type Problem, sized, time, uint } from "./checks.ts";
import { copied, decodeObject, encodeObject, FORMAT, int, type ObjectCodec, str } from "./codec.ts";
import type { Decoded } from "./errors.ts";
import { limits } from "./limits.ts";
import { checkRedaction, redactionFromWire } from "./redaction-codec.ts";
import { checkOptionalDigest } from "./schema-operation-codec.ts";
import type {
  SchemaBodyRecord,
  SchemaIndexRecord,
  SchemaRecord,
  SchemasHeadRecord,
} from "./schema-types.ts";

const schemaCodec: ObjectCodec<cartorio.SchemaRecord.$Properties, SchemaRecord> = {
  name: "SchemaRecord",
  wire: cartorio.SchemaRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({
    owner: str(wire.owner),
    number: int(wire.number),
    time: int(wire.time),
    height: int(wire.height),
    size: int(wire.size),
    supersedes: copied(wire.supersedes),
    supersededBy: copied(wire.supersededBy),
    deprecatedTime: int(wire.deprecatedTime),
    sequence: int(wire.sequence),
  }),
  check: (value) =>
    didText(value.owner, "owner") ??
    uint(value.number, "number") ??
    time(value.time, "time") ??
    uint(value.height, "height") ??
    uint(value.size, "size") ??
    checkOptionalDigest(value.supersedes, "supersedes") ??
    checkOptionalDigest(value.supersededBy, "supersededBy") ??
    time(value.deprecatedTime, "deprecatedTime") ??
    uint(value.sequence, "sequence"),
};

export function encodeSchemaRecord(value: SchemaRecord): Uint8Array {
  return encodeObject(schemaCodec, value);
}
export function decodeSchemaRecord(bytes: Uint8Array): Decoded<SchemaRecord> {
  return decodeObject(schemaCodec, bytes);
}

const bodyCodec: ObjectCodec<cartorio.SchemaBodyRecord.$Properties, SchemaBodyRecord> = {
  name: "SchemaBodyRecord",
  wire: cartorio.SchemaBodyRecord,
  maxBytes: limits.maxEnvelopeBytes,
  bounds: { 3: { field: "redaction", max: 1 } },
  format: (wire) => int(wire.format),
  toWire: ({ body, redaction }) => ({
    format: FORMAT,
    body: body ?? null,
    redaction: redaction ?? null,
  }),
  fromWire: (wire) => {
    const body = copied(wire.body);
    return {
      body: body.length === 0 ? undefined : body,
      redaction: redactionFromWire(wire.redaction),
    };
  },
  check: checkBody,
};

function checkBody({ body, redaction }: SchemaBodyRecord): Problem {
  if ((body === undefined) === (redaction === undefined)) return "body";
  if (redaction !== undefined) return checkRedaction(redaction);
  return body && sized(body, [1, limits.maxSchemaBytes], "body");
}

export function encodeSchemaBodyRecord(value: SchemaBodyRecord): Uint8Array {
  return encodeObject(bodyCodec, value);
}
export function decodeSchemaBodyRecord(bytes: Uint8Array): Decoded<SchemaBodyRecord> {
  return decodeObject(bodyCodec, bytes);
}

const headCodec: ObjectCodec<cartorio.SchemasHeadRecord.$Properties, SchemasHeadRecord> = {
  name: "SchemasHeadRecord",
  wire: cartorio.SchemasHeadRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({ count: int(wire.count) }),
  check: (value) => uint(value.count, "count"),
};

export function encodeSchemasHeadRecord(value: SchemasHeadRecord): Uint8Array {
  return encodeObject(headCodec, value);
}
export function decodeSchemasHeadRecord(bytes: Uint8Array): Decoded<SchemasHeadRecord> {
  return decodeObject(headCodec, bytes);
}

const indexCodec: ObjectCodec<cartorio.SchemaIndexRecord.$Properties, SchemaIndexRecord> = {
  name: "SchemaIndexRecord",
  wire: cartorio.SchemaIndexRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({ digest: copied(wire.digest) }),
  check: (value) => hash(value.digest, "digest"),
};

export function encodeSchemaIndexRecord(value: SchemaIndexRecord): Uint8Array {
  return encodeObject(indexCodec, value);
}
export function decodeSchemaIndexRecord(bytes: Uint8Array): Decoded<SchemaIndexRecord> {
  return decodeObject(indexCodec, bytes);
}
