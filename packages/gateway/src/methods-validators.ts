// Who makes heights final: the validator set of a height, and the chain of all of them.
import { base64UrlEncode, hexEncode } from "@cartorio/crypto";
import {
  decodeValidatorSet,
  limits,
  quorum,
  stateKeys,
  type Validator,
  type ValidatorSet,
  validatorSetHash,
  validatorsHeadRecord,
} from "@cartorio/protocol";
import { givenValue } from "./given-value.ts";
import { defineMethod, type Method } from "./method.ts";
import { renderRead } from "./methods-did.ts";
import type { ApiResult, NodeApi } from "./node-api.ts";
import {
  countParameter,
  minHeightParameter,
  nextPageSchema,
  proofParameter,
} from "./parameters.ts";
import { type ReadOptions, readRecords } from "./read-records.ts";
import type { JsonObject } from "./render.ts";
import {
  arrayOf,
  bytesSchema,
  didSchema,
  hashSchema,
  integerSchema,
  nullable,
  objectOf,
  proofSchema,
  stringSchema,
  timeSchema,
} from "./schemas.ts";

interface ValidatorsParams extends ReadOptions {
  readonly height?: number;
}

const getValidators = defineMethod<ValidatorsParams, JsonObject>({
  name: "chain_getValidators",
  summary: "The validator set that verifies a height.",
  description:
    "`quorum` of them make a block final. `forHeight` is the height that was asked for, by default the " +
    "next one; a set is known for heights that no change to come can reach, which is " +
    `${limits.window + 1} above the newest one, beyond that NOT_READY. \`validatorSet\` are the bytes ` +
    "that `hash` is of, which the header before the activation names. The proof is that of the set's " +
    "record and of the one of the next epoch, or of its absence.",
  params: [
    { name: "height", summary: "Height that the set verifies.", schema: integerSchema },
    proofParameter,
    minHeightParameter,
  ],
  result: objectOf({
    forHeight: integerSchema,
    epoch: integerSchema,
    activationHeight: integerSchema,
    quorum: integerSchema,
    validators: arrayOf(
      objectOf({
        index: integerSchema,
        member: didSchema,
        validatorKey: hashSchema,
        nodeKey: hashSchema,
        addresses: arrayOf(stringSchema),
        "incarnation?": stringSchema,
      }),
    ),
    hash: hashSchema,
    validatorSet: bytesSchema,
    height: integerSchema,
    time: timeSchema,
    "proof?": proofSchema,
  }),
  errors: ["NOT_READY", "NOT_FOUND"],
  example: { summary: "Of the next height", params: {} },
  async handle(context, { height: asked, ...options }) {
    const head = await readRecords(context, [newestSet], { ...options, proof: false });
    if (!head.ok) return head;
    const { height } = head.value;
    const forHeight = asked ?? height + 1;
    const isKnown = forHeight <= height + limits.window + 1;
    const named = isKnown ? await context.api.validatorSet(forHeight) : undefined;
    if (named === undefined) {
      return { ok: false, code: "NOT_READY", data: { certifiedHeight: height } };
    }
    const { epoch } = setOf(named);
    const keys = [stateKeys.validatorSet(epoch), stateKeys.validatorSet(epoch + 1)];
    const pinned = { ...options, atHeight: height };
    const read = await readRecords(context, [{ kind: "keys", keys }], pinned);
    if (!read.ok) return read;
    const bytes = read.value.lookup(stateKeys.validatorSet(epoch));
    // An older state may have known another set for this epoch: one that a recovery replaced.
    if (bytes === undefined || setOf(bytes).activationHeight > Math.max(1, forHeight)) {
      return { ok: false, code: "NOT_FOUND" };
    }
    return { ok: true, value: { forHeight, ...renderSet(bytes), ...renderRead(read.value) } };
  },
});

const newestSet = { kind: "keys", keys: [stateKeys.validatorsHead()] } as const;

function setOf(bytes: Uint8Array): ValidatorSet {
  const decoded = decodeValidatorSet(bytes);
  if (!decoded.ok) {
    throw new Error("INV-GATEWAY-RECORD: the node gave a validator set without form");
  }
  return decoded.value;
}

function renderSet(bytes: Uint8Array): JsonObject {
  const { epoch, activationHeight, validators } = setOf(bytes);
  return {
    epoch,
    activationHeight,
    quorum: quorum(validators.length),
    validators: validators.map(renderValidator),
    hash: hexEncode(validatorSetHash(bytes)),
    validatorSet: base64UrlEncode(bytes),
  };
}

function renderValidator(validator: Validator, index: number): JsonObject {
  const { member, validatorKey, nodeKey, addresses, incarnation } = validator;
  return {
    index,
    member,
    validatorKey: hexEncode(validatorKey),
    nodeKey: hexEncode(nodeKey),
    addresses: [...addresses],
    ...(incarnation.length === 0 ? {} : { incarnation: hexEncode(incarnation) }),
  };
}

interface ChainParams extends ReadOptions {
  readonly from?: number;
  readonly count?: number;
}

/** Of one page: with certificates and as base64url it stays below half of what an answer may have. */
const maxChainBytes = 4 * 1024 * 1024;

const getValidatorChain = defineMethod<ChainParams, JsonObject>({
  name: "chain_getValidatorChain",
  summary: "The changes of the validator set since a height, each certified by the set before it.",
  description:
    "What a light client follows from a header that it trusts (docs/consensus.md 8): `anchor` is the " +
    "header at `from` and the set that it names; each of `changes` is the last header of an epoch, the " +
    "certificate of it by the set of that epoch, and the set that the header names. Check all three. " +
    "`certificate` is null where a recovery manifest stands in place of the certificate: nobody can " +
    "walk across, and a newer anchor is needed. `next` is the `from` of the page after this one, null " +
    "where there are no further changes up to `height`. A set that waits for its activation is not told.",
  params: [
    {
      name: "from",
      summary: "Height of the header that is trusted; default 0, the genesis.",
      schema: integerSchema,
    },
    countParameter,
    minHeightParameter,
  ],
  result: objectOf({
    anchor: objectOf({ height: integerSchema, header: bytesSchema, validatorSet: bytesSchema }),
    changes: arrayOf(
      objectOf({
        epoch: integerSchema,
        height: integerSchema,
        activationHeight: integerSchema,
        header: bytesSchema,
        certificate: nullable(bytesSchema),
        validatorSet: bytesSchema,
      }),
    ),
    next: nextPageSchema,
    height: integerSchema,
    time: timeSchema,
  }),
  errors: ["NOT_READY"],
  example: { summary: "From the genesis on", params: { from: 0 } },
  async handle(context, { from = 0, count = limits.maxListQuestion, ...options }) {
    const { api } = context;
    const head = await readRecords(context, [newestSet], options);
    if (!head.ok) return head;
    const { height, lookup } = head.value;
    const [anchor, first] = await Promise.all([api.header(from), api.validatorSet(from + 1)]);
    if (from > height || anchor === undefined || first === undefined) {
      return { ok: false, code: "NOT_READY", data: { certifiedHeight: height } };
    }
    const after = setOf(first).epoch + 1;
    const newest = givenValue(lookup(stateKeys.validatorsHead()), validatorsHeadRecord)?.epoch ?? 0;
    // One more than asked for tells whether there is a next page.
    const length = Math.max(0, Math.min(count + 1, newest - after + 1));
    const epochs = Array.from({ length }, (_, offset) => after + offset);
    const sets = await readActivated(api, epochs, height);
    if (!sets.ok) return sets;
    const changes = await readChanges(api, sets.value.slice(0, count));
    const hasMore = changes.length < sets.value.length;
    const value = {
      anchor: {
        height: from,
        header: base64UrlEncode(anchor),
        validatorSet: base64UrlEncode(first),
      },
      changes,
      next: hasMore ? (changes.at(-1)?.height ?? from) : null,
      ...renderRead(head.value),
    };
    return { ok: true, value };
  },
});

/** Sets of epochs that have begun by a height, one after the other. Codes: those of the node. */
async function readActivated(
  api: NodeApi,
  epochs: readonly number[],
  height: number,
): Promise<ApiResult<readonly Uint8Array[]>> {
  const keys = epochs.map((epoch) => stateKeys.validatorSet(epoch));
  const read = await api.records(keys, { atHeight: height });
  if (!read.ok) return read;
  const sets = read.value.records.filter((record) => record !== undefined);
  return { ok: true, value: sets.filter((set) => setOf(set).activationHeight - 1 <= height) };
}

interface Change {
  readonly epoch: number;
  /** Of the last header before the activation. */
  readonly height: number;
  readonly activationHeight: number;
  readonly header: string;
  readonly certificate: string | null;
  readonly validatorSet: string;
}

/** As many as fit into one page, at least one. */
async function readChanges(api: NodeApi, sets: readonly Uint8Array[]): Promise<Change[]> {
  const changes: Change[] = [];
  let bytes = 0;
  for (const set of sets) {
    if (bytes >= maxChainBytes) break;
    const { epoch, activationHeight } = setOf(set);
    const height = activationHeight - 1;
    const [header, certificate] = await Promise.all([api.header(height), api.certificate(height)]);
    if (header === undefined) throw new Error("INV-GATEWAY-CHAIN: a certified header is missing");
    bytes += set.length + header.length + (certificate?.length ?? 0);
    changes.push({
      ...{ epoch, height, activationHeight },
      header: base64UrlEncode(header),
      certificate: certificate === undefined ? null : base64UrlEncode(certificate),
      validatorSet: base64UrlEncode(set),
    });
  }
  return changes;
}

/** Methods of the `chain_` namespace about validators. */
export const validatorMethods: readonly Method[] = [getValidators, getValidatorChain];
