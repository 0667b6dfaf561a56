// The codecs of schemas, status lists and exchange receipts, a part of the table in codecs.ts.

import * as protocol from "../src/index.ts";
import { type CodecCase, codec } from "./codec-case.ts";
import { degreeSchema } from "./registry-samples.ts";
import { bytes32, timeMs, university } from "./samples.ts";

const schemaCases: readonly CodecCase[] = [
  codec({
    name: "SchemaRecord",
    values: [
      {
        owner: university,
        number: 3,
        time: timeMs,
        height: 7,
        size: degreeSchema.length,
        supersedes: bytes32("older schema"),
        supersededBy: bytes32("newer schema"),
        deprecatedTime: timeMs + 1000,
        sequence: 2,
      },
      {
        owner: university,
        number: 1,
        time: timeMs,
        height: 7,
        size: 2,
        supersedes: new Uint8Array(0),
        supersededBy: new Uint8Array(0),
        deprecatedTime: 0,
        sequence: 0,
      },
    ],
    encode: protocol.encodeSchemaRecord,
    decode: protocol.decodeSchemaRecord,
  }),
  codec<protocol.SchemaBodyRecord>({
    name: "SchemaBodyRecord",
    values: [
      { body: degreeSchema, redaction: undefined },
      {
        body: undefined,
        redaction: { hash: bytes32("body"), time: timeMs, height: 7, proposal: 4, reason: 2 },
      },
    ],
    encode: protocol.encodeSchemaBodyRecord,
    decode: protocol.decodeSchemaBodyRecord,
  }),
  codec({
    name: "SchemasHeadRecord",
    values: [{ count: 3 }],
    encode: protocol.encodeSchemasHeadRecord,
    decode: protocol.decodeSchemasHeadRecord,
  }),
  codec({
    name: "SchemaIndexRecord",
    values: [{ digest: bytes32("schema") }],
    encode: protocol.encodeSchemaIndexRecord,
    decode: protocol.decodeSchemaIndexRecord,
  }),
];

export const registryCases: readonly CodecCase[] = [...schemaCases];
