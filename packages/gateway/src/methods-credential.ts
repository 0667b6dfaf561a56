import { stateKeys } from "@cartorio/protocol";
import { exampleValues } from "./example-values.ts";
import { defineMethod, type Method, type MethodParameter } from "./method.ts";
import { renderRead } from "./methods-did.ts";
import {
  fromParameter,
  hexParameter,
  minHeightParameter,
  nextPage,
  nextPageSchema,
  proofParameter,
  refuseDid,
} from "./parameters.ts";
import { readRecords } from "./read-records.ts";
import type { JsonObject } from "./render.ts";
import { renderCredential, renderLog, renderProfile } from "./render-credential.ts";
import {
  arrayOf,
  didSchema,
  hashSchema,
  integerSchema,
  logNumberSchema,
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

const hashParameters: readonly MethodParameter[] = [
  { name: "issuer", summary: "DID of the issuer.", schema: didSchema, required: true },
  { name: "hash", summary: "Commitment or batch root.", schema: hashSchema, required: true },
];
const errors = ["DID_MALFORMED", "DID_WRONG_NETWORK", "NOT_READY"] as const;

const anchorSchema = objectOf({
  kind: oneOf(["single", "batch"]),
  treeSize: integerSchema,
  time: timeSchema,
  height: integerSchema,
  issuerVersion: integerSchema,
  cosigners: arrayOf(didSchema),
  multikey: multikeySchema,
  accreditation: integerSchema,
});

const statusSchema = objectOf({
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
});

const get = defineMethod<CredentialParams, JsonObject>({
  name: "credential_get",
  summary: "Anchor, co-signatures, status and size of the log of a commitment or of a batch root.",
  description:
    "All are keyed by issuer and hash, so another issuer's anchor of the same hash is not found " +
    "here. `anchor` is null if there is none; `status` is active unless somebody who may has changed " +
    "it, and each interval says who and as what. `anchorRecordHash` is what a co-signer signs over; " +
    "`cosigned` lists those that did. Whoever asks about one credential tells this gateway which one: " +
    "a verifier lets the holder staple a proof instead.",
  params: [...hashParameters, proofParameter, minHeightParameter],
  result: objectOf({
    anchor: nullable(anchorSchema),
    anchorRecordHash: nullable(hashSchema),
    cosigned: arrayOf(
      objectOf({
        cosigner: didSchema,
        time: timeSchema,
        height: integerSchema,
        recordHash: hashSchema,
        multikey: multikeySchema,
      }),
    ),
    logEntries: integerSchema,
    status: statusSchema,
    height: integerSchema,
    time: timeSchema,
    "proof?": proofSchema,
  }),
  errors,
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
        { kind: "credentialLog", issuer, hash: commitment, from: 1, count: 0 },
      ],
      options,
    );
    if (!read.ok) return read;
    const value = {
      ...renderCredential(read.value.lookup, issuer, commitment),
      ...renderRead(read.value),
    };
    return { ok: true, value };
  },
});

interface LogParams extends CredentialParams {
  readonly from?: number;
  readonly count?: number;
}

/** Entries of one answer: with a proof of all of them it stays below 100 KiB. */
const maxLogPage = 64;

const getLog = defineMethod<LogParams, JsonObject>({
  name: "credential_getLog",
  summary: "Entries of the log of an anchor, by page.",
  description:
    "`entries` are those from `from` on that exist, at most `count`; `total` says how many there are, " +
    "so a log is complete when all pages up to it were read. An entry is a salted commitment: what it " +
    "says is known to whom the parties tell it.",
  params: [
    ...hashParameters,
    { ...fromParameter, schema: logNumberSchema },
    {
      name: "count",
      summary: `How many, at most ${maxLogPage}, which is the default.`,
      schema: { type: "integer", minimum: 1, maximum: maxLogPage },
    },
    proofParameter,
    minHeightParameter,
  ],
  result: objectOf({
    total: integerSchema,
    entries: arrayOf(
      objectOf({
        number: integerSchema,
        time: timeSchema,
        height: integerSchema,
        by: didSchema,
        entry: hashSchema,
        code: integerSchema,
      }),
    ),
    next: nextPageSchema,
    height: integerSchema,
    time: timeSchema,
    "proof?": proofSchema,
  }),
  errors,
  example: {
    summary: "The first entries",
    params: { issuer: exampleValues.did, hash: exampleValues.commitment, from: 1, count: 10 },
  },
  async handle(context, { issuer, hash, from = 1, count = maxLogPage, ...options }) {
    const refused = await refuseDid(context, issuer);
    if (refused !== undefined) return refused;
    const question = {
      kind: "credentialLog",
      issuer,
      hash: hexParameter(hash),
      from,
      count,
    } as const;
    const read = await readRecords(context, [question], options);
    if (!read.ok) return read;
    const log = renderLog(read.value.lookup, question);
    const value = { ...log, next: nextPage(question, log.total), ...renderRead(read.value) };
    return { ok: true, value };
  },
});

interface IssuerParams {
  readonly did: string;
  readonly proof?: boolean;
  readonly minHeight?: number;
}

const getProfile = defineMethod<IssuerParams, JsonObject>({
  name: "issuer_getProfile",
  summary: "What an issuer declares about itself.",
  description:
    "`profile` is null if it never declared anything. `revokers` and `successor` may revoke and " +
    "suspend its credentials; from `anchorRequiredSince` on (0: never) what it did not anchor does not " +
    "count. `sequence` is what the next declaration names as expectedSequence.",
  params: [
    { name: "did", summary: "DID of the issuer.", schema: didSchema, required: true },
    proofParameter,
    minHeightParameter,
  ],
  result: objectOf({
    profile: nullable(
      objectOf({
        sequence: integerSchema,
        revokers: arrayOf(didSchema),
        successor: nullable(didSchema),
        anchorRequiredSince: timeSchema,
        time: timeSchema,
        height: integerSchema,
      }),
    ),
    height: integerSchema,
    time: timeSchema,
    "proof?": proofSchema,
  }),
  errors: [...errors, "DID_NOT_FOUND"],
  example: { summary: "An issuer with a revoker", params: { did: exampleValues.did } },
  async handle(context, { did, ...options }) {
    const refused = await refuseDid(context, did);
    if (refused !== undefined) return refused;
    const read = await readRecords(context, [{ kind: "issuer", did }], options);
    if (!read.ok) return read;
    const { lookup } = read.value;
    if (lookup(stateKeys.didHead(did)) === undefined) return { ok: false, code: "DID_NOT_FOUND" };
    const value = { profile: renderProfile(lookup, did), ...renderRead(read.value) };
    return { ok: true, value };
  },
});

/** Methods of the `credential_` namespace, and what issuers declare. */
export const credentialMethods: readonly Method[] = [get, getLog, getProfile];
