// The codecs of schemas, status lists and exchange receipts, a part of the table in codecs.ts.

import { concatBytes } from "@cartorio/crypto";
import * as protocol from "../src/index.ts";
import { type CodecCase, codec } from "./codec-case.ts";
import { degreeSchema } from "./registry-samples.ts";
import { bytes32, sponsor, timeMs, university } from "./samples.ts";

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

const statusListCases: readonly CodecCase[] = [
  codec({
    name: "StatusListsHeadRecord",
    values: [{ count: 3 }],
    encode: protocol.encodeStatusListsHeadRecord,
    decode: protocol.decodeStatusListsHeadRecord,
  }),
  codec({
    name: "StatusListRecord",
    values: [{ publisher: sponsor, purpose: 1, length: 131_072, time: timeMs, height: 7 }],
    encode: protocol.encodeStatusListRecord,
    decode: protocol.decodeStatusListRecord,
  }),
  codec({
    name: "StatusListHeadRecord",
    values: [{ sequence: 9, chunkHashes: concatBytes(bytes32("chunk 0"), bytes32("chunk 1")) }],
    encode: protocol.encodeStatusListHeadRecord,
    decode: protocol.decodeStatusListHeadRecord,
  }),
  codec({
    name: "StatusListVersionRecord",
    values: [{ time: timeMs, height: 7, root: bytes32("chunks") }],
    encode: protocol.encodeStatusListVersionRecord,
    decode: protocol.decodeStatusListVersionRecord,
  }),
  codec({
    name: "StatusChunkHeadRecord",
    values: [{ sequence: 9 }],
    encode: protocol.encodeStatusChunkHeadRecord,
    decode: protocol.decodeStatusChunkHeadRecord,
  }),
  codec({
    name: "StatusChunkRecord",
    values: [{ body: chunk(), previousSequence: 4 }],
    encode: protocol.encodeStatusChunkRecord,
    decode: protocol.decodeStatusChunkRecord,
  }),
];

/** The first and the last bit are set. */
function chunk(): Uint8Array {
  const body = new Uint8Array(256);
  body[0] = 0x80;
  body[255] = 1;
  return body;
}

const exchangeCases: readonly CodecCase[] = [
  codec({
    name: "ExchangeHeadRecord",
    values: [{ count: 5 }],
    encode: protocol.encodeExchangeHeadRecord,
    decode: protocol.decodeExchangeHeadRecord,
  }),
  codec({
    name: "ExchangeReceiptsRecord",
    values: [
      { root: bytes32("receipts"), from: timeMs - 3_600_000, to: timeMs, time: timeMs, height: 7 },
    ],
    encode: protocol.encodeExchangeReceiptsRecord,
    decode: protocol.decodeExchangeReceiptsRecord,
  }),
];

export const registryCases: readonly CodecCase[] = [
  ...schemaCases,
  ...statusListCases,
  ...exchangeCases,
];
