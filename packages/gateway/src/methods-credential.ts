import {
  decodeCredentialAnchorRecord,
  decodeCredentialStatusRecord,
  stateKeys,
} from "@cartorio/protocol";
import { exampleValues } from "./example-values.ts";
import { defineMethod, type Method } from "./method.ts";
import { renderRead } from "./methods-did.ts";
import { hexParameter, minHeightParameter, proofParameter, refuseDid } from "./parameters.ts";
import { type ReadAnswer, readRecords } from "./read-records.ts";
import { type JsonObject, renderAnchor, renderStatus } from "./render.ts";
import {
  arrayOf,
  didSchema,
  hashSchema,
  integerSchema,
  multikeySchema,
  nullable,
  objectOf,
  oneOf,
  proofSchema,
  statusRoleNames,
  timeSchema,
} from "./schemas.ts";

interface CredentialParams {
  readonly issuer: string;
  readonly hash: string;
  readonly proof?: boolean;
  readonly minHeight?: number;
}

const statusNameSchema = oneOf(["active", "suspended", "revoked"]);

const get = defineMethod<CredentialParams, JsonObject>({
  name: "credential_get",
  summary: "Anchor and status of a commitment or of a batch root.",
  description:
    "Both are keyed by issuer and hash, so another issuer's anchor of the same hash is not found " +
    "here. `anchor` is null if there is none; `status` is active unless the issuer changed it. " +
    "Whoever asks about one credential tells this gateway which one: a verifier lets the holder " +
    "staple a proof instead.",
  params: [
    { name: "issuer", summary: "DID of the issuer.", schema: didSchema, required: true },
    { name: "hash", summary: "Commitment or batch root.", schema: hashSchema, required: true },
    proofParameter,
    minHeightParameter,
  ],
  result: objectOf({
    anchor: nullable(
      objectOf({
        kind: oneOf(["single", "batch"]),
        treeSize: integerSchema,
        time: timeSchema,
        height: integerSchema,
        issuerVersion: integerSchema,
        cosigners: arrayOf(didSchema),
        multikey: multikeySchema,
        accreditation: integerSchema,
      }),
    ),
    status: objectOf({
      status: statusNameSchema,
      sequence: integerSchema,
      intervals: arrayOf(
        objectOf({
          status: statusNameSchema,
          from: timeSchema,
          to: timeSchema,
          reason: integerSchema,
          by: didSchema,
          role: oneOf(Object.values(statusRoleNames)),
        }),
      ),
    }),
    height: integerSchema,
    time: timeSchema,
    "proof?": proofSchema,
  }),
  errors: ["DID_MALFORMED", "DID_WRONG_NETWORK", "NOT_READY"],
  example: {
    summary: "A credential that was anchored, then revoked",
    params: { issuer: exampleValues.did, hash: exampleValues.commitment },
  },
  async handle(context, { issuer, hash, ...options }) {
    const refused = await refuseDid(context, issuer);
    if (refused !== undefined) return refused;
    const commitment = hexParameter(hash);
    const read = await readRecords(
      context,
      [
        { kind: "credential", issuer, hash: commitment },
        { kind: "status", issuer, commitment },
      ],
      options,
    );
    if (!read.ok) return read;
    const value = { ...renderRecords(read.value, issuer, commitment), ...renderRead(read.value) };
    return { ok: true, value };
  },
});

function renderRecords({ lookup }: ReadAnswer, issuer: string, hash: Uint8Array): JsonObject {
  const anchorRecord = lookup(stateKeys.credentialAnchor(issuer, hash));
  const statusRecord = lookup(stateKeys.credentialStatus(issuer, hash));
  const anchor = anchorRecord && decodeCredentialAnchorRecord(anchorRecord);
  const status = statusRecord && decodeCredentialStatusRecord(statusRecord);
  if (anchor?.ok === false || status?.ok === false) {
    throw new Error("INV-GATEWAY-CREDENTIAL: the node gave a record without form");
  }
  return {
    anchor: anchor === undefined ? null : renderAnchor(anchor.value),
    status: renderStatus(status?.value),
  };
}

/** Methods of the `credential_` namespace. */
export const credentialMethods: readonly Method[] = [get];
