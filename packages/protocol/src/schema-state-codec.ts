import { cartorio } from "../generated/wire.js";
import { didText, hash, type Problem, sized, time, uint } from "./checks.ts";
import { copied, FORMAT, int, type RecordCodec, recordCodec, str } from "./codec.ts";
import { countRecord } from "./count-record.ts";
import { limits } from "./limits.ts";
import { checkRedaction, redactionFromWire } from "./redaction-codec.ts";
import { checkOptionalDigest } from "./schema-operation-codec.ts";
import type {
  SchemaBodyRecord,
  SchemaIndexRecord,
  SchemaRecord,
  SchemasHeadRecord,
} from "./schema-types.ts";

export const schemaRecord: RecordCodec<SchemaRecord> = recordCodec<
  cartorio.SchemaRecord.$Properties,
  SchemaRecord
>({
  name: "SchemaRecord",
  wire: cartorio.SchemaRecord,
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
});

export const schemaBodyRecord: RecordCodec<SchemaBodyRecord> = recordCodec<
  cartorio.SchemaBodyRecord.$Properties,
  SchemaBodyRecord
>({
  name: "SchemaBodyRecord",
  wire: cartorio.SchemaBodyRecord,
  maxBytes: limits.maxEnvelopeBytes,
  bounds: { 3: { field: "redaction", max: 1 } },
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
});

function checkBody({ body, redaction }: SchemaBodyRecord): Problem {
  if ((body === undefined) === (redaction === undefined)) return "body";
  if (redaction !== undefined) return checkRedaction(redaction);
  return body && sized(body, [1, limits.maxSchemaBytes], "body");
}

export const schemasHeadRecord: RecordCodec<SchemasHeadRecord> = countRecord(
  "SchemasHeadRecord",
  cartorio.SchemasHeadRecord,
);

export const schemaIndexRecord: RecordCodec<SchemaIndexRecord> = recordCodec<
  cartorio.SchemaIndexRecord.$Properties,
  SchemaIndexRecord
>({
  name: "SchemaIndexRecord",
  wire: cartorio.SchemaIndexRecord,
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({ digest: copied(wire.digest) }),
  check: (value) => hash(value.digest, "digest"),
});
