import { hexEncode } from "@cartorio/crypto";
import { describe, expect, it } from "vitest";
import {
  allQuestionKeys,
  limits,
  type ProofQuestion,
  questionKeys,
  stateKeys,
  statusChunkHeadRecord,
  statusListHeadRecord,
} from "../src/index.ts";
import { bytes32, university } from "./samples.ts";

const owner = university;
const texts = (keys: readonly Uint8Array[]) => keys.map(hexEncode);

function headOf(sequence: number): [Uint8Array, Uint8Array] {
  const record = statusListHeadRecord.encode({ sequence, chunkHashes: bytes32("chunk") });
  return [stateKeys.statusListHead(owner, 1), record];
}
function chunkHeadOf(sequence: number): [Uint8Array, Uint8Array] {
  return [stateKeys.statusChunkHead(owner, [1, 2]), statusChunkHeadRecord.encode({ sequence })];
}
function allKeys(
  question: ProofQuestion,
  ...records: readonly [Uint8Array, Uint8Array][]
): string[] {
  const byKey = new Map(records.map(([key, record]) => [hexEncode(key), record]));
  return texts(allQuestionKeys([question], (key) => byKey.get(hexEncode(key))));
}

/** A bit of the third chunk. */
const bit = { kind: "statusBit", owner, list: 1, index: 5000 } as const;
const fixed = [
  stateKeys.statusList(owner, 1),
  stateKeys.statusListHead(owner, 1),
  stateKeys.statusChunkHead(owner, [1, 2]),
];

describe("questions of the registries", () => {
  it("name a schema and its body", () => {
    const digest = bytes32("schema");
    const keys = [stateKeys.schema(digest), stateKeys.schemaBody(digest)];
    expect(texts(questionKeys([{ kind: "schema", digest }]))).toEqual(texts(keys));
  });

  it("name a page of a list with its head, at most 64 entries, none beyond all numbers", () => {
    const page = (from: number, count: number) =>
      questionKeys([{ kind: "schemaList", owner, from, count }]);
    const keys = [
      stateKeys.schemasHead(owner),
      stateKeys.schemaOf(owner, 3),
      stateKeys.schemaOf(owner, 4),
    ];
    expect(texts(page(3, 2))).toEqual(texts(keys));
    expect(page(1, 1000)).toHaveLength(1 + limits.maxListQuestion);
    expect(page(limits.maxInteger, 5)).toHaveLength(1);
    const batches = [stateKeys.exchangeHead(owner), stateKeys.exchangeReceipts(owner, 7)];
    const exchange = { kind: "exchange", party: owner, from: 7, count: 1 } as const;
    expect(texts(questionKeys([exchange]))).toEqual(texts(batches));
  });

  it("lead from a list to its latest version and to that there is none after it", () => {
    const question = { kind: "statusList", owner, list: 1 } as const;
    const versions = [4, 5].map((number) => stateKeys.statusListVersion(owner, 1, number));
    expect(allKeys(question, headOf(4))).toEqual(texts([...fixed.slice(0, 2), ...versions]));
    expect(texts(questionKeys([{ ...question, sequence: 4 }]))).toEqual(
      texts([...fixed.slice(0, 2), ...versions]),
    );
    expect(allKeys(question)).toEqual(texts(fixed.slice(0, 2)));
  });

  it("lead from a bit of now to its chunk", () => {
    const keys = [
      ...fixed,
      ...[9, 10].map((number) => stateKeys.statusListVersion(owner, 1, number)),
      stateKeys.statusChunk(owner, [1, 2, 6]),
    ];
    expect(allKeys(bit, headOf(9), chunkHeadOf(6))).toEqual(texts(keys));
    expect(allKeys(bit, headOf(9))).toEqual(texts(keys.slice(0, 5)));
  });

  it("name the place of a past bit, without a chunk where none was written", () => {
    const at = { sequence: 3, chunkSequence: 0, nextChunkSequence: 6 };
    const keys = [
      ...fixed,
      ...[3, 4].map((number) => stateKeys.statusListVersion(owner, 1, number)),
      stateKeys.statusChunk(owner, [1, 2, 6]),
    ];
    expect(texts(questionKeys([{ ...bit, at }]))).toEqual(texts(keys));
    // Whatever the heads say, a question about the past leads no further.
    expect(allKeys({ ...bit, at }, headOf(9), chunkHeadOf(6))).toEqual(texts(keys));
  });

  it("lead nowhere from a head at the end of all numbers", () => {
    expect(allKeys(bit, headOf(limits.maxInteger))).toEqual(texts(fixed));
  });
});
