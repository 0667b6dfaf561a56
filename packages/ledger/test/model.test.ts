import { type ErrorCode, operationKinds } from "@cartorio/protocol";
import { expect, it } from "vitest";
import { playAgain } from "./model/again.ts";
import { play } from "./model/history.ts";

// Random histories of a small world, executed by the ledger and by the model of model/: same receipts,
// and at the end the same registries and the root of a tree that is built from nothing.
// `npm run test:long -- model` plays 10,000 of them.

const histories = 200;
const blocks = 30;
const msPerHistory = 1000;

/** Histories that never get anywhere would agree too. */
const codes: readonly ErrorCode[] = [
  ...(["APPLIED", "EXPIRED", "VALID_UNTIL_TOO_FAR", "DUPLICATE_TRANSACTION"] as const),
  ...(["SPONSOR_NOT_MEMBER", "UNAUTHORISED", "THRESHOLD_NOT_MET", "POLICY_REFUSED"] as const),
  ...(["DID_NOT_FOUND", "DID_EXISTS", "DID_DEACTIVATED", "DID_FROZEN"] as const),
  ...(["VERSION_MISMATCH", "SEQUENCE_MISMATCH", "DEPENDANTS_NOT_ACKNOWLEDGED"] as const),
  ...(["KEY_REMOVAL_INVALID", "KEY_REMOVED", "CONTROLLER_INVALID", "CONTROL_TOO_DEEP"] as const),
  ...(["PRE_ROTATION_REQUIRED", "PRE_ROTATION_MISMATCH", "RECOVERY_PENDING"] as const),
  ...(["RECOVERY_NOT_COMMITTED", "RECOVERY_TOO_EARLY", "RECOVERY_NOT_PENDING"] as const),
  ...(["CREDENTIAL_ALREADY_ANCHORED", "CREDENTIAL_ALREADY_REVOKED"] as const),
  ...(["CREDENTIAL_ALREADY_SUSPENDED", "CREDENTIAL_NOT_SUSPENDED"] as const),
  ...(["CREDENTIAL_ALREADY_COSIGNED", "ANCHOR_NOT_FOUND", "ISSUER_PROFILE_INVALID"] as const),
  ...(["ACCREDITATION_NOT_FOUND", "ACCREDITATION_SUSPENDED", "ACCREDITATION_ENDED"] as const),
  ...(["ACCREDITATION_EXPIRED", "ACCREDITATION_CYCLE", "ACCREDITATION_DEPTH"] as const),
  ...(["SCOPE_NOT_COVERED", "LAST_ROOT", "SCHEMA_EXISTS", "SCHEMA_SUPERSEDED"] as const),
  ...(["STATUS_BIT_FINAL", "STATUS_CHANGES_INVALID", "EXCHANGE_PERIOD_INVALID"] as const),
  ...(["WEIGHT_NOT_MET", "EPOCH_MISMATCH", "SET_CHANGE_PENDING", "SET_SIZE_INVALID"] as const),
  ...(["VALIDATOR_NOT_FOUND", "READY_HEIGHT_INVALID", "UPGRADE_NOT_HIGHER"] as const),
  ...(["ALREADY_VOTED", "PROPOSAL_CLOSED", "PROPOSAL_EXPIRED", "FREEZE_MISMATCH"] as const),
  ...(["MEMBERS_VERSION_MISMATCH", "MEMBER_WEIGHT_INVALID", "PARAMETERS_INVALID"] as const),
];

it(
  "decides random histories as the naive model does, applies every kind and meets most codes",
  () => {
    const reached = new Set<string>();
    for (let seed = 1; seed <= histories; seed += 1) play(seed, blocks, reached);
    expect(operationKinds.filter((kind) => !reached.has(kind))).toEqual([]);
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
