import { limits, type Operation, statusPurpose } from "@cartorio/protocol";

export type StatusPurpose = keyof typeof statusPurpose;

/** Creates a status list of zeros: the next one of the owner. */
export function statusListCreate(input: {
  readonly owner: string;
  /** Lists of the owner so far. */
  readonly expectedCount: number;
  /** DID that signs the list credential: not the owner, with keys of its own. */
  readonly publisher: string;
  readonly purpose: StatusPurpose;
  /** Bits: a multiple of 2048. Default 131072, the fewest. */
  readonly length?: number;
}): Operation {
  const { owner, expectedCount, publisher, purpose, length = limits.minStatusListBits } = input;
  const value = { owner, expectedCount, publisher, purpose: statusPurpose[purpose], length };
  return { kind: "statusListCreate", value };
}

/**
 * Sets and clears bits of a list; an index in both is set. A revocation list takes no clearing, and no
 * expected sequence; a suspension list needs the one of its latest version.
 */
export function statusListUpdate(input: {
  readonly owner: string;
  readonly list: number;
  readonly set?: readonly number[];
  readonly clear?: readonly number[];
  readonly expectedSequence?: number;
  /** Who acts, if not the owner: a revoker that it registered. */
  readonly by?: string;
}): Operation {
  const { owner, list, set = [], clear = [], expectedSequence = 0, by = "" } = input;
  const values = new Map(clear.map((index) => [index, false]));
  for (const index of set) values.set(index, true);
  const changes = [...values]
    .map(([index, value]) => ({ index, value }))
    .toSorted((left, right) => left.index - right.index);
  return { kind: "statusListUpdate", value: { owner, by, list, expectedSequence, changes } };
}
