// Samples of schemas, status lists and exchange receipts.
import { utf8Encode } from "@cartorio/crypto";
import { canonicalBytes, type Operation, schemaDialect, statusPurpose } from "../src/index.ts";
import { bytes32, sponsor, timeMs, university } from "./samples.ts";

export const degreeSchema: Uint8Array =
  canonicalBytes({
    $schema: schemaDialect,
    title: "Degree",
    type: "object",
    properties: { degree: { $ref: "#/$defs/name" }, year: { type: "integer", minimum: 1800 } },
    required: ["degree"],
    $defs: { name: { type: "string", pattern: "^[A-Z][a-z ]{1,40}$" } },
  }) ?? utf8Encode("");

export const registryOperations: readonly Operation[] = [
  {
    kind: "schemaRegister",
    value: { owner: university, body: degreeSchema, supersedes: bytes32("older schema") },
  },
  {
    kind: "schemaRegister",
    value: { owner: university, body: utf8Encode("{}"), supersedes: new Uint8Array(0) },
  },
  {
    kind: "schemaDeprecate",
    value: { owner: university, digest: bytes32("older schema"), expectedSequence: 1 },
  },
  {
    kind: "statusListCreate",
    value: {
      owner: university,
      expectedCount: 2,
      publisher: sponsor,
      purpose: statusPurpose.suspension,
      length: 131_072,
    },
  },
  {
    kind: "statusListUpdate",
    value: {
      owner: university,
      by: sponsor,
      list: 3,
      expectedSequence: 7,
      changes: [
        { index: 0, value: true },
        { index: 131_071, value: false },
      ],
    },
  },
  {
    kind: "statusListUpdate",
    value: {
      owner: university,
      by: "",
      list: 1,
      expectedSequence: 0,
      changes: [{ index: 5, value: true }],
    },
  },
  {
    kind: "exchangeReceipts",
    value: {
      party: university,
      expectedSequence: 4,
      root: bytes32("receipts"),
      from: timeMs - 3_600_000,
      to: timeMs,
    },
  },
];
