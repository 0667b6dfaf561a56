// Samples of schemas, status lists and exchange receipts.
import { utf8Encode } from "@cartorio/crypto";
import { canonicalBytes, type Operation, schemaDialect } from "../src/index.ts";
import { bytes32, university } from "./samples.ts";

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
];
