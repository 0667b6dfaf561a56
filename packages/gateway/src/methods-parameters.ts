// Parameters of the network by the heights that they hold for.
import { limits, type ParametersRecord, parametersRecord, stateKeys } from "@cartorio/protocol";
import { givenValue } from "./given-value.ts";
import { defineMethod, type Method, type MethodContext } from "./method.ts";
import { renderRead } from "./methods-did.ts";
import type { ApiResult } from "./node-api.ts";
import { minHeightParameter, proofParameter } from "./parameters.ts";
import { type ReadOptions, readRecords } from "./read-records.ts";
import type { JsonObject } from "./render.ts";
import {
  anyObjectSchema,
  integerSchema,
  nullable,
  objectOf,
  proofSchema,
  timeSchema,
} from "./schemas.ts";

interface Params extends ReadOptions {
  readonly height?: number;
}

const newestVersion = { kind: "parameters" } as const;

const getParameters = defineMethod<Params, JsonObject>({
  name: "chain_getParameters",
  summary: "The parameters of the network that hold for a height.",
  description:
    "`forHeight` is the height that was asked for, by default the next one. Beyond " +
    `${limits.window + 1} above the newest one it is not known yet: NOT_READY. \`nextVersion\` is the ` +
    "version that follows and the height from which it holds, null if none is decided. The proof is " +
    "that of the version, of the next one or its absence, and of the newest. What was decided last is " +
    "in governance_getParameters.",
  params: [
    { name: "height", summary: "Height that they hold for.", schema: integerSchema },
    proofParameter,
    minHeightParameter,
  ],
  result: objectOf({
    forHeight: integerSchema,
    parameters: anyObjectSchema,
    version: integerSchema,
    activationHeight: integerSchema,
    since: timeSchema,
    nextVersion: nullable(objectOf({ version: integerSchema, activationHeight: integerSchema })),
    height: integerSchema,
    time: timeSchema,
    "proof?": proofSchema,
  }),
  errors: ["NOT_READY", "NOT_FOUND"],
  example: { summary: "Of the next height", params: {} },
  async handle(context, { height: asked, ...options }) {
    const head = await readRecords(context, [newestVersion], { ...options, proof: false });
    if (!head.ok) return head;
    const { height } = head.value;
    const forHeight = asked ?? height + 1;
    if (forHeight > height + limits.window + 1) {
      return { ok: false, code: "NOT_READY", data: { certifiedHeight: height } };
    }
    const newest = givenValue(head.value.lookup(stateKeys.parameters()), parametersRecord);
    if (newest === undefined) return { ok: false, code: "NOT_FOUND" };
    const found = await findVersion(context, { newest, forHeight, height });
    if (!found.ok) return found;
    const version = found.value;
    const key = stateKeys.parametersVersion(version);
    const following = stateKeys.parametersVersion(version + 1);
    const keys = [stateKeys.parameters(), key, following];
    const pinned = { ...options, atHeight: height };
    const read = await readRecords(context, [{ kind: "keys", keys }], pinned);
    if (!read.ok) return read;
    const record = givenValue(read.value.lookup(key), parametersRecord);
    if (record === undefined) return { ok: false, code: "NOT_FOUND" };
    const next = givenValue(read.value.lookup(following), parametersRecord);
    const value = { forHeight, ...render(record, next), ...renderRead(read.value) };
    return { ok: true, value };
  },
});

function render(
  { parameters, version, activationHeight, time: since }: ParametersRecord,
  next: ParametersRecord | undefined,
): JsonObject {
  const nextVersion =
    next === undefined ? null : { version: next.version, activationHeight: next.activationHeight };
  return { parameters, version, activationHeight, since, nextVersion };
}

interface Search {
  readonly newest: ParametersRecord;
  readonly forHeight: number;
  /** Of the state that is searched. */
  readonly height: number;
}

/** The last version that holds at a height, by halving: versions hold from ascending heights on. */
async function findVersion(
  { api }: MethodContext,
  { newest, forHeight, height }: Search,
): Promise<ApiResult<number>> {
  if (newest.activationHeight <= forHeight) return { ok: true, value: newest.version };
  let [low, high] = [1, newest.version];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const read = await api.records([stateKeys.parametersVersion(middle)], { atHeight: height });
    if (!read.ok) return read;
    const record = givenValue(read.value.records[0], parametersRecord);
    if (record !== undefined && record.activationHeight <= forHeight) low = middle;
    else high = middle;
  }
  return { ok: true, value: low };
}

/** Methods of the `chain_` namespace about parameters. */
export const parametersMethods: readonly Method[] = [getParameters];
