// Operations of the schema registry, of status lists and of exchange receipts.
import { sha256, utf8Encode } from "@cartorio/crypto";
import {
  canonicalBytes,
  type ExchangeReceipts,
  type Operation,
  type StatusListCreate,
  type StatusListUpdate,
  statusPurpose,
} from "@cartorio/protocol";
import { did, hashOf } from "./world.ts";

const nothing = new Uint8Array(0);

/** The canonical bytes of a small schema with this title. */
export function schemaBody(title: string): Uint8Array {
  return canonicalBytes({ title, type: "object" }) ?? utf8Encode("");
}
export const schemaDigest = (title: string): Uint8Array => sha256(schemaBody(title));

export const schemaOp = {
  register: (owner: string, title: string, supersedes: Uint8Array = nothing): Operation => ({
    kind: "schemaRegister",
    value: { owner, body: schemaBody(title), supersedes },
  }),
  bytes: (owner: string, body: Uint8Array): Operation => ({
    kind: "schemaRegister",
    value: { owner, body, supersedes: nothing },
  }),
  deprecate: (owner: string, title: string, expectedSequence = 0): Operation => ({
    kind: "schemaDeprecate",
    value: { owner, digest: schemaDigest(title), expectedSequence },
  }),
};

const plainCreate = {
  expectedCount: 0,
  publisher: did("beta"),
  purpose: statusPurpose.revocation,
  length: 131_072,
};

export const statusListOp = {
  /** A list for revocations, published by beta. */
  create: (owner: string, more: Partial<StatusListCreate> = {}): Operation => ({
    kind: "statusListCreate",
    value: { ...plainCreate, owner, ...more },
  }),
  /** Sets bits of the owner's first list. */
  set: (
    owner: string,
    indexes: readonly number[],
    more: Partial<StatusListUpdate> = {},
  ): Operation => ({
    kind: "statusListUpdate",
    value: {
      owner,
      by: "",
      list: 1,
      expectedSequence: 0,
      changes: indexes.map((index) => ({ index, value: true })),
      ...more,
    },
  }),
};

export const exchangeOp = {
  /** The batch after so many. */
  receipts: (party: string, count: number, more: Partial<ExchangeReceipts> = {}): Operation => ({
    kind: "exchangeReceipts",
    value: {
      party,
      expectedSequence: count,
      root: hashOf(`receipts ${count}`),
      from: 1000 + count * 1000,
      to: 2000 + count * 1000,
      ...more,
    },
  }),
};
