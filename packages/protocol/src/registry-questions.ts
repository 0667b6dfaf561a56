import { limits } from "./limits.ts";
import type { RecordLookup } from "./record-lookup.ts";
import { stateKeys } from "./state-keys.ts";
import { statusChunkHeadRecord, statusListHeadRecord } from "./status-list-state-codec.ts";

/**
 * Where a past bit lies: the sequence of the list, the one that had last changed its chunk by then (0:
 * none), and the one that changed the chunk next (0: none so far). Claims, which the records show.
 */
export interface StatusBitPlace {
  readonly sequence: number;
  readonly chunkSequence: number;
  readonly nextChunkSequence: number;
}

/** Questions about schemas, status lists and exchange receipts; a part of `ProofQuestion`. */
export type RegistryQuestion =
  /** A schema and its body, by the SHA-256 of the body (32 bytes). */
  | { readonly kind: "schema"; readonly digest: Uint8Array }
  /** How many schemas an owner has, and entries `from`, from + 1, ... of its list. */
  | {
      readonly kind: "schemaList";
      readonly owner: string;
      readonly from: number;
      readonly count: number;
    }
  /** A status list at a sequence, default its latest: what it is, the version and the one after it. */
  | {
      readonly kind: "statusList";
      readonly owner: string;
      readonly list: number;
      readonly sequence?: number;
    }
  /** One bit of a status list, as it is now or as it was at a place. */
  | {
      readonly kind: "statusBit";
      readonly owner: string;
      readonly list: number;
      readonly index: number;
      readonly at?: StatusBitPlace;
    }
  /** How many batches of receipts a party has sent, and batches `from`, from + 1, ... */
  | {
      readonly kind: "exchange";
      readonly party: string;
      readonly from: number;
      readonly count: number;
    };

type StatusBitQuestion = Extract<RegistryQuestion, { readonly kind: "statusBit" }>;

/** The chunk that a bit lies in. */
export function statusChunkOf(index: number): number {
  return Math.floor(index / limits.statusChunkBits);
}

/** Keys that follow from the question alone. */
export function registryKeys(question: RegistryQuestion): Uint8Array[] {
  switch (question.kind) {
    case "schema":
      return [stateKeys.schema(question.digest), stateKeys.schemaBody(question.digest)];
    case "schemaList": {
      const { owner } = question;
      const entries = numbersOf(question).map((number) => stateKeys.schemaOf(owner, number));
      return [stateKeys.schemasHead(owner), ...entries];
    }
    case "statusList": {
      const { owner, list, sequence } = question;
      return [
        stateKeys.statusList(owner, list),
        stateKeys.statusListHead(owner, list),
        ...versionKeys(question, sequence),
      ];
    }
    case "statusBit": {
      const { owner, list, index, at } = question;
      return [
        stateKeys.statusList(owner, list),
        stateKeys.statusListHead(owner, list),
        stateKeys.statusChunkHead(owner, [list, statusChunkOf(index)]),
        ...versionKeys(question, at?.sequence),
        ...chunkKeys(question, at ? [at.chunkSequence, at.nextChunkSequence] : []),
      ];
    }
    case "exchange": {
      const { party } = question;
      const batches = numbersOf(question).map((number) =>
        stateKeys.exchangeReceipts(party, number),
      );
      return [stateKeys.exchangeHead(party), ...batches];
    }
  }
}

/** Keys that the records at hand point to. */
export function registryPointedKeys(
  question: RegistryQuestion,
  lookup: RecordLookup,
): Uint8Array[] {
  if (question.kind === "statusList" && question.sequence === undefined) {
    return versionKeys(question, latestSequence(question, lookup));
  }
  if (question.kind !== "statusBit" || question.at !== undefined) return [];
  const { owner, list, index } = question;
  const record = lookup(stateKeys.statusChunkHead(owner, [list, statusChunkOf(index)]));
  const head = record && statusChunkHeadRecord.decode(record);
  return [
    ...versionKeys(question, latestSequence(question, lookup)),
    ...chunkKeys(question, head?.ok ? [head.value.sequence] : []),
  ];
}

interface Listed {
  readonly owner: string;
  readonly list: number;
}

function latestSequence({ owner, list }: Listed, lookup: RecordLookup): number | undefined {
  const record = lookup(stateKeys.statusListHead(owner, list));
  const head = record && statusListHeadRecord.decode(record);
  return head?.ok ? head.value.sequence : undefined;
}

/** The version and the one after it, which a claim at the end of all numbers does not have. */
function versionKeys({ owner, list }: Listed, sequence: number | undefined): Uint8Array[] {
  if (sequence === undefined || sequence >= limits.maxInteger) return [];
  return [sequence, sequence + 1].map((number) => stateKeys.statusListVersion(owner, list, number));
}

function chunkKeys(
  { owner, list, index }: StatusBitQuestion,
  sequences: readonly number[],
): Uint8Array[] {
  return sequences
    .filter((sequence) => sequence > 0)
    .map((sequence) => stateKeys.statusChunk(owner, [list, statusChunkOf(index), sequence]));
}

/** At most as many as one question may ask for. */
function numbersOf({ from, count }: { readonly from: number; readonly count: number }): number[] {
  const length = Math.min(count, limits.maxListQuestion, limits.maxInteger - from);
  return Array.from({ length: Math.max(0, length) }, (_, offset) => from + offset);
}
