import { anchorKind, credentialStatus, limits, statusRole } from "@cartorio/protocol";

/** A JSON Schema of draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Hashes and ids: 32 bytes as lower-case hexadecimal without prefix. */
export const hashSchema: JsonSchema = { type: "string", pattern: "^[0-9a-f]{64}$" };
/** Everything else that is bytes: unpadded base64url (RFC 4648 section 5). */
export const bytesSchema: JsonSchema = { type: "string", pattern: "^[A-Za-z0-9_-]*$" };
export const didSchema: JsonSchema = {
  type: "string",
  pattern: "^did:",
  maxLength: 2 * limits.maxDidCharacters,
};
export const integerSchema: JsonSchema = {
  type: "integer",
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
};
/** Number of a version of a DID. The bound leaves room for the version after it. */
export const versionSchema: JsonSchema = { type: "integer", minimum: 1, maximum: 2 ** 32 };
/** Number of an entry in a log. The bound leaves room for the page after it. */
export const logNumberSchema: JsonSchema = {
  type: "integer",
  minimum: 1,
  maximum: limits.maxLogEntries + 1,
};
/** Milliseconds since 1970. */
export const timeSchema: JsonSchema = integerSchema;
export const booleanSchema: JsonSchema = { type: "boolean" };
export const stringSchema: JsonSchema = { type: "string" };
/** Multibase base58btc, as `publicKeyMultibase`. */
export const multikeySchema: JsonSchema = { type: "string", pattern: "^z" };

export function arrayOf(items: JsonSchema): JsonSchema {
  return { type: "array", items };
}

export function oneOf(values: readonly string[]): JsonSchema {
  return { type: "string", enum: [...values] };
}

/** An object with exactly these members; names that end in `?` may be absent. */
export function objectOf(members: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const names = Object.keys(members);
  const properties = Object.fromEntries(
    names.map((name) => [name.replace(/\?$/, ""), members[name]]),
  );
  const required = names.filter((name) => !name.endsWith("?"));
  return { type: "object", properties, required, additionalProperties: false };
}

export function nullable(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: "null" }] };
}

export const anyObjectSchema: JsonSchema = { type: "object" };

export const receiptSchema: JsonSchema = objectOf({
  code: stringSchema,
  number: integerSchema,
  operationIndex: integerSchema,
  cost: integerSchema,
  currentVersion: integerSchema,
  ids: arrayOf(stringSchema),
  transactionId: hashSchema,
  envelopeHash: hashSchema,
  bytes: bytesSchema,
});

export const headerSchema: JsonSchema = objectOf({
  height: integerSchema,
  epoch: integerSchema,
  time: timeSchema,
  headerHash: hashSchema,
  parentHash: hashSchema,
  proposalDigest: hashSchema,
  transactionsRoot: hashSchema,
  receiptsRoot: hashSchema,
  stateRoot: hashSchema,
  nextValidatorSetHash: hashSchema,
  protocolVersion: integerSchema,
  bytes: bytesSchema,
});

/** A proof bundle (application/cartorio-proof) and the height that it is of. */
export const proofSchema: JsonSchema = objectOf({ height: integerSchema, bundle: bytesSchema });

export const anchorKindNames: Readonly<Record<number, string>> = {
  [anchorKind.single]: "single",
  [anchorKind.batch]: "batch",
};
export const credentialStatusNames: Readonly<Record<number, string>> = {
  [credentialStatus.active]: "active",
  [credentialStatus.suspended]: "suspended",
  [credentialStatus.revoked]: "revoked",
};
/** In which capacity a status was changed. */
export const statusRoleNames: Readonly<Record<number, string>> = {
  [statusRole.issuer]: "issuer",
  [statusRole.revoker]: "revoker",
  [statusRole.successor]: "successor",
  [statusRole.accreditor]: "accreditor",
};

/** Of accreditation roots. */
export const domainSchema: JsonSchema = {
  type: "string",
  pattern: `^[a-z0-9-]{1,${limits.maxDomainCharacters}}$`,
};
/** How many of a list of accreditations one answer gives. */
export const accreditationPageSchema: JsonSchema = {
  type: "integer",
  minimum: 0,
  maximum: limits.maxAccreditationPage,
};
const pageMembers = { from: versionSchema, count: accreditationPageSchema };

function questionSchema(kind: string, members: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return objectOf({ kind: { const: kind }, ...members });
}

const sequenceSchema: JsonSchema = { type: "integer", minimum: 0, maximum: 2 ** 32 };
const listMembers = {
  from: versionSchema,
  count: { type: "integer", minimum: 0, maximum: limits.maxListQuestion },
} as const;

/** The typed questions of `proof_get`. */
export const proofQuestionSchema: JsonSchema = {
  type: "object",
  required: ["kind"],
  discriminator: { propertyName: "kind" },
  oneOf: [
    questionSchema("did", { did: didSchema }),
    questionSchema("didVersion", { did: didSchema, version: versionSchema }),
    questionSchema("credential", { issuer: didSchema, hash: hashSchema }),
    questionSchema("credentialLog", {
      issuer: didSchema,
      hash: hashSchema,
      from: logNumberSchema,
      count: { type: "integer", minimum: 0, maximum: limits.maxLogEntries },
    }),
    questionSchema("issuer", { did: didSchema }),
    questionSchema("accreditation", { subject: didSchema, index: versionSchema }),
    questionSchema("accreditations", { subject: didSchema, ...pageMembers }),
    questionSchema("given", { accreditor: didSchema, ...pageMembers }),
    questionSchema("roots", { domain: domainSchema, ...pageMembers }),
    questionSchema("status", { issuer: didSchema, commitment: hashSchema }),
    questionSchema("credentialEvidence", {
      issuer: didSchema,
      commitment: hashSchema,
      hash: hashSchema,
    }),
    questionSchema("members", {}),
    questionSchema("proposal", { hash: hashSchema }),
    questionSchema("proposals", {
      from: versionSchema,
      count: { type: "integer", minimum: 0, maximum: limits.maxProofKeys },
    }),
    questionSchema("policy", { operation: versionSchema }),
    questionSchema("parameters", {}),
    questionSchema("schema", { digest: hashSchema }),
    questionSchema("schemaList", { owner: didSchema, ...listMembers }),
    questionSchema("statusList", {
      owner: didSchema,
      list: versionSchema,
      "sequence?": sequenceSchema,
    }),
    questionSchema("statusBit", {
      owner: didSchema,
      list: versionSchema,
      index: { type: "integer", minimum: 0, maximum: limits.maxStatusListBits - 1 },
      "at?": objectOf({
        sequence: sequenceSchema,
        chunkSequence: sequenceSchema,
        nextChunkSequence: sequenceSchema,
      }),
    }),
    questionSchema("exchange", { party: didSchema, ...listMembers }),
    questionSchema("keys", {
      keys: { ...arrayOf(hashSchema), minItems: 1, maxItems: limits.maxProofKeys },
    }),
  ],
};
