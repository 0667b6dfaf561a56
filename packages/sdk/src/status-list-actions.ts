import type { StatusBitPlace } from "@cartorio/protocol";
import { readAnswer } from "./answer.ts";
import type { Client } from "./client.ts";
import { CartorioError } from "./errors.ts";
import type { Proven } from "./proof.ts";
import { fetchProof, type HeaderLimits } from "./proof-actions.ts";
import {
  type ProvenStatusBit,
  type ProvenStatusList,
  readProvenStatusBit,
  readProvenStatusList,
} from "./proven-status-list.ts";

const MAX_ATTEMPTS = 4;

/**
 * "Now" is the block time of the proof, which a gateway may choose from what the client has not seen yet:
 * `maximumProofAgeMs` bounds it. Default: no limit, and the answer's `time` says what it is of.
 */
interface ListParameters extends HeaderLimits {
  readonly owner: string;
  readonly list: number;
  /** How it was at this block time (milliseconds); default now. */
  readonly time?: number;
}

/**
 * All bits of a status list, now or at a time, verified from the client's trust anchor. Nobody learns
 * which credential it is about. Throws NOT_FOUND (no such list, or not yet at the time), INVALID_OPTIONS
 * (a time that is not certified yet), and what `fetchProof` throws.
 */
export async function fetchStatusList(
  client: Client,
  parameters: ListParameters,
): Promise<ProvenStatusList> {
  const { owner, list, time } = parameters;
  const params = { owner, list, ...timed(time) };
  for (let attempt = 1; ; attempt += 1) {
    const answer = readAnswer(await client.transport.request("status_getList", params));
    const [sequence, bits] = [answer.number("sequence"), answer.bytes("bits")];
    const { state } = await fetchProof(client, {
      questions: [{ kind: "statusList", owner, list, sequence }],
      minHeight: answer.number("height"),
      ...limitsOf(parameters),
    });
    const proven = readProvenStatusList(state, { owner, list, sequence, bits, ...timed(time) });
    // The list may have gone on between the two: now is what the proof says it is, never the answer.
    const isLate = !proven.ok && proven.field === "statusListVersion" && time === undefined;
    if (!isLate || attempt === MAX_ATTEMPTS) return take(proven);
  }
}

/**
 * One bit of a status list, now or at a time, verified from the client's trust anchor. The gateway learns
 * which bit is asked for, and so which credential: `allowCorrelation` says that this is meant. Throws as
 * {@link fetchStatusList}.
 */
export async function fetchStatusBit(
  client: Client,
  parameters: ListParameters & { readonly index: number; readonly allowCorrelation: true },
): Promise<ProvenStatusBit> {
  const { owner, list, index, time, allowCorrelation } = parameters;
  if (allowCorrelation !== true) {
    throw new CartorioError("INVALID_OPTIONS", { field: "allowCorrelation" });
  }
  const bit = { kind: "statusBit", owner, list, index } as const;
  if (time === undefined) {
    const { state } = await fetchProof(client, { questions: [bit], ...limitsOf(parameters) });
    return take(readProvenStatusBit(state, bit));
  }
  const params = { owner, list, index, time };
  const answer = readAnswer(await client.transport.request("status_getBit", params));
  const at: StatusBitPlace = {
    sequence: answer.number("sequence"),
    chunkSequence: answer.number("chunkSequence"),
    nextChunkSequence: answer.number("nextChunkSequence"),
  };
  const { state } = await fetchProof(client, {
    questions: [{ ...bit, at }],
    minHeight: answer.number("height"),
    ...limitsOf(parameters),
  });
  return take(readProvenStatusBit(state, { ...bit, time, at }));
}

function limitsOf({ maximumProofAgeMs, trustPeriodMs }: HeaderLimits): HeaderLimits {
  return {
    ...(maximumProofAgeMs === undefined ? {} : { maximumProofAgeMs }),
    ...(trustPeriodMs === undefined ? {} : { trustPeriodMs }),
  };
}

function timed(time: number | undefined): { readonly time?: number } {
  return time === undefined ? {} : { time };
}

function take<T>(proven: Proven<T>): T {
  if (proven.ok) return proven.value;
  throw new CartorioError(proven.code, { field: proven.field ?? "" });
}
