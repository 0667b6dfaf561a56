import type { ErrorCode } from "@cartorio/protocol";
import { expect, it } from "vitest";
import { playAgain } from "./model/again.ts";
import { play } from "./model/history.ts";

// Random histories of a small world, executed by the ledger and by the model of model/: same receipts,
// and at the end the same registries and the root of a tree that is built from nothing.
// `npm run test:long -- model` plays 10,000 of them.

const histories = 60;
const blocks = 25;
const msPerHistory = 1000;

/** Histories that never get anywhere would agree too. */
const codes: readonly ErrorCode[] = [
  "APPLIED",
  "EXPIRED",
  "VALID_UNTIL_TOO_FAR",
  "DUPLICATE_TRANSACTION",
  "SPONSOR_NOT_MEMBER",
  "LONG_LIVED_CAP",
  "UNAUTHORISED",
  "THRESHOLD_NOT_MET",
  "DID_NOT_FOUND",
  "DID_EXISTS",
  "DID_DEACTIVATED",
  "VERSION_MISMATCH",
  "SEQUENCE_MISMATCH",
  "DEPENDANTS_NOT_ACKNOWLEDGED",
  "KEY_REMOVAL_INVALID",
  "PRE_ROTATION_REQUIRED",
  "PRE_ROTATION_MISMATCH",
  "CREDENTIAL_ALREADY_ANCHORED",
  "CREDENTIAL_ALREADY_REVOKED",
  "CREDENTIAL_ALREADY_COSIGNED",
  "CREDENTIAL_NOT_SUSPENDED",
  "ANCHOR_NOT_FOUND",
  "ISSUER_PROFILE_INVALID",
  "WEIGHT_NOT_MET",
  "EPOCH_MISMATCH",
  "SET_CHANGE_PENDING",
  "SET_SIZE_INVALID",
  "VALIDATOR_NOT_FOUND",
  "VALIDATOR_KEY_TAKEN",
  "READY_HEIGHT_INVALID",
  "READY_SIGNATURE_INVALID",
];

it(
  "decides random histories as the naive model does, and meets every code on the way",
  () => {
    const reached = new Set<ErrorCode>();
    for (let seed = 1; seed <= histories; seed += 1) play(seed, blocks, reached);
    expect(codes.filter((code) => !reached.has(code))).toEqual([]);
  },
  30_000 + histories * msPerHistory,
);

it("has the same headers when its blocks are replayed from genesis", () => {
  for (const seed of [1, 2, 3]) {
    const { blocks: played } = play(seed, blocks, new Set());
    expect(playAgain(played, `history ${seed}`)).toHaveLength(blocks);
  }
}, 30_000);
