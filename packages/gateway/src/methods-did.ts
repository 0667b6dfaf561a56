import { base64UrlEncode } from "@cartorio/crypto";
import { exampleValues } from "./example-values.ts";
import { defineMethod, type Method } from "./method.ts";
import { minHeightParameter, proofParameter, refuseDid } from "./parameters.ts";
import { readDid } from "./read-did.ts";
import type { ReadAnswer } from "./read-records.ts";
import { type JsonObject, renderControl, renderRecovery } from "./render.ts";
import {
  anyObjectSchema,
  booleanSchema,
  didSchema,
  integerSchema,
  nullable,
  objectOf,
  proofSchema,
  timeSchema,
  versionSchema,
} from "./schemas.ts";

interface ResolveParams {
  readonly did: string;
  readonly version?: number;
  readonly proof?: boolean;
  readonly minHeight?: number;
}

const resolve = defineMethod<ResolveParams, JsonObject>({
  name: "did_resolve",
  summary: "The DID document and control state of a DID.",
  description:
    "The document is rendered from the ledger's records; `document` is null for a deactivated DID " +
    "unless an earlier `version` is asked for, and for a version that governance redacted. " +
    "`latestVersion` is what the next operation names as expectedVersion, `recoverySequence` what one on " +
    "recovery names as expectedSequence. Control and recovery commitment are those of now, whatever the " +
    "version. A pending recovery and a freeze stand in `metadata.cartorio`. The standard endpoint is " +
    "GET /1.0/identifiers/{did}.",
  params: [
    { name: "did", summary: "The DID.", schema: didSchema, required: true },
    {
      name: "version",
      summary: "Number of the version, from 1; default the latest.",
      schema: versionSchema,
    },
    proofParameter,
    minHeightParameter,
  ],
  result: objectOf({
    did: didSchema,
    document: nullable(anyObjectSchema),
    metadata: anyObjectSchema,
    version: integerSchema,
    latestVersion: integerSchema,
    deactivated: booleanSchema,
    control: anyObjectSchema,
    dependants: integerSchema,
    recovery: nullable(anyObjectSchema),
    recoverySequence: integerSchema,
    height: integerSchema,
    time: timeSchema,
    "proof?": proofSchema,
  }),
  errors: ["DID_MALFORMED", "DID_WRONG_NETWORK", "DID_NOT_FOUND", "NOT_FOUND", "NOT_READY"],
  example: {
    summary: "The latest version with its proof",
    params: { did: exampleValues.did, proof: true },
  },
  async handle(context, { did, ...options }) {
    const refused = await refuseDid(context, did);
    if (refused !== undefined) return refused;
    const resolved = await readDid(context, did, options);
    if (!resolved.ok) return resolved;
    const { answer, control, recovery, ...rest } = resolved.value;
    const value = {
      ...rest,
      control: renderControl(control),
      recovery: recovery === undefined ? null : renderRecovery(recovery),
      ...renderRead(answer),
    };
    return { ok: true, value };
  },
});

/** Height and time that an answer is of, and its proof if one was asked for. */
export function renderRead({ height, time, bundle }: ReadAnswer): JsonObject {
  if (bundle === undefined) return { height, time };
  return { height, time, proof: { height, bundle: base64UrlEncode(bundle) } };
}

/** Methods of the `did_` namespace. */
export const didMethods: readonly Method[] = [resolve];
