import { accreditationRecord, givenRecord, rootRecord } from "./accreditation-state-codec.ts";
import type { AccreditationPlace } from "./accreditation-types.ts";
import type { Decoded } from "./errors.ts";
import { limits } from "./limits.ts";
import { oncePerRecord, type RecordLookup } from "./record-lookup.ts";
import { stateKeys } from "./state-keys.ts";

// Pages of accreditations as questions of a proof (proof-question.ts). A list is complete by its head:
// who has the head and all numbers up to its count has everything (docs/ledger.md 3).

/** Numbers `from`, from + 1, ... of a list, `count` of them at most. */
export interface PageQuestion {
  /** From 1. */
  readonly from: number;
  /** At most `limits.maxAccreditationPage`. */
  readonly count: number;
}

export type AccreditationQuestion =
  /** Accreditations of a subject, each with all above it up to its root, and how many there are. */
  | ({ readonly kind: "accreditations"; readonly subject: string } & PageQuestion)
  /** Accreditations that a DID offered, with their records, and how many there are. */
  | ({ readonly kind: "given"; readonly accreditor: string } & PageQuestion)
  /** Roots of a domain, with their records, and how many there are. */
  | ({ readonly kind: "roots"; readonly domain: string } & PageQuestion);

/** Keys that follow from the question alone. */
export function accreditationQuestionKeys(question: AccreditationQuestion): Uint8Array[] {
  return [headKey(question), ...pageNumbers(question).map((number) => keyOf(question, number))];
}

/** Keys that the records at hand point to: the next link of each chain, or the accreditation itself. */
export function accreditationPointedKeys(
  question: AccreditationQuestion,
  lookup: RecordLookup,
): Uint8Array[] {
  const numbers = pageNumbers(question);
  if (question.kind === "accreditations") {
    const { subject } = question;
    return numbers.flatMap((index) => chainKeys({ subject, index }, lookup));
  }
  const decode = question.kind === "given" ? givenRecord.decode : rootRecord.decode;
  return numbers.flatMap((number) => {
    const place = readPlace(lookup(keyOf(question, number)), decode);
    return place === undefined ? [] : [stateKeys.accreditation(place.subject, place.index)];
  });
}

/** The keys of a chain as far as its records are at hand, and the one that the last of them points to. */
export function chainKeys(place: AccreditationPlace, lookup: RecordLookup): Uint8Array[] {
  const keys: Uint8Array[] = [];
  let next: AccreditationPlace | undefined = place;
  while (next !== undefined && keys.length < limits.maxChainLevels) {
    const key = stateKeys.accreditation(next.subject, next.index);
    keys.push(key);
    next = readAbove(lookup(key));
  }
  return keys;
}

/** The accreditation above one; undefined of a root, and of what does not decode. */
const readAbove = oncePerRecord((record): AccreditationPlace | undefined => {
  const decoded = accreditationRecord.decode(record);
  if (!decoded.ok || decoded.value.accreditor === "") return undefined;
  return { subject: decoded.value.accreditor, index: decoded.value.parent };
});

function headKey(question: AccreditationQuestion): Uint8Array {
  switch (question.kind) {
    case "accreditations":
      return stateKeys.accreditationsHead(question.subject);
    case "given":
      return stateKeys.givenHead(question.accreditor);
    case "roots":
      return stateKeys.rootsHead(question.domain);
  }
}

function keyOf(question: AccreditationQuestion, number: number): Uint8Array {
  switch (question.kind) {
    case "accreditations":
      return stateKeys.accreditation(question.subject, number);
    case "given":
      return stateKeys.given(question.accreditor, number);
    case "roots":
      return stateKeys.root(question.domain, number);
  }
}

/** None beyond a page, whatever was asked. */
export function pageNumbers({ from, count }: PageQuestion): number[] {
  const length = Math.min(Math.max(0, count), limits.maxAccreditationPage);
  return Array.from({ length }, (_, offset) => from + offset);
}

function readPlace(
  record: Uint8Array | undefined,
  decode: (bytes: Uint8Array) => Decoded<AccreditationPlace>,
): AccreditationPlace | undefined {
  const decoded = record && decode(record);
  return decoded?.ok ? decoded.value : undefined;
}
