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
    encode: protocol.schemaRecord.encode,
    decode: protocol.schemaRecord.decode,
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
    encode: protocol.schemaBodyRecord.encode,
    decode: protocol.schemaBodyRecord.decode,
  }),
  codec({
    name: "SchemasHeadRecord",
    values: [{ count: 3 }],
    encode: protocol.schemasHeadRecord.encode,
    decode: protocol.schemasHeadRecord.decode,
  }),
  codec({
    name: "SchemaIndexRecord",
    values: [{ digest: bytes32("schema") }],
    encode: protocol.schemaIndexRecord.encode,
    decode: protocol.schemaIndexRecord.decode,
  }),
];

const statusListCases: readonly CodecCase[] = [
  codec({
    name: "StatusListsHeadRecord",
    values: [{ count: 3 }],
    encode: protocol.statusListsHeadRecord.encode,
    decode: protocol.statusListsHeadRecord.decode,
  }),
  codec({
    name: "StatusListRecord",
    values: [{ publisher: sponsor, purpose: 1, length: 131_072, time: timeMs, height: 7 }],
    encode: protocol.statusListRecord.encode,
    decode: protocol.statusListRecord.decode,
  }),
  codec({
    name: "StatusListHeadRecord",
    values: [{ sequence: 9, chunkHashes: concatBytes(bytes32("chunk 0"), bytes32("chunk 1")) }],
    encode: protocol.statusListHeadRecord.encode,
    decode: protocol.statusListHeadRecord.decode,
  }),
  codec({
    name: "StatusListVersionRecord",
    values: [{ time: timeMs, height: 7, root: bytes32("chunks") }],
    encode: protocol.statusListVersionRecord.encode,
    decode: protocol.statusListVersionRecord.decode,
  }),
  codec({
    name: "StatusChunkHeadRecord",
    values: [{ sequence: 9 }],
    encode: protocol.statusChunkHeadRecord.encode,
    decode: protocol.statusChunkHeadRecord.decode,
  }),
  codec({
    name: "StatusChunkRecord",
    values: [{ body: chunk(), previousSequence: 4 }],
    encode: protocol.statusChunkRecord.encode,
    decode: protocol.statusChunkRecord.decode,
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
    encode: protocol.exchangeHeadRecord.encode,
    decode: protocol.exchangeHeadRecord.decode,
  }),
  codec({
    name: "ExchangeReceiptsRecord",
    values: [
      { root: bytes32("receipts"), from: timeMs - 3_600_000, to: timeMs, time: timeMs, height: 7 },
    ],
    encode: protocol.exchangeReceiptsRecord.encode,
    decode: protocol.exchangeReceiptsRecord.decode,
  }),
];

export const registryCases: readonly CodecCase[] = [
  ...schemaCases,
  ...statusListCases,
  ...exchangeCases,
];
