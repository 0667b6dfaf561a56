// The set that a recovery manifest puts in force, since no operation can: docs/consensus.md 9.
import {
  type ErrorCode,
  encodeValidatorSet,
  parametersRecord,
  type Signer,
  signerRole,
  stateKeys,
  type ValidatorSet,
  validatorsHeadRecord,
} from "@cartorio/protocol";
import type { Ledger } from "./ledger.ts";
import {
  type BlockState,
  readDecodedBlock,
  startBlock,
  startTransaction,
  writeRecord,
} from "./state.ts";
import { namedSet, type SetsAfter } from "./validator-sets.ts";
import { checkMemberWeight } from "./weight.ts";

/** The sets after a block: the recovered one verifies the height at which it activates. */
export function withRecovered(
  sets: SetsAfter,
  recovered: ValidatorSet | undefined,
  height: number,
): SetsAfter {
  if (recovered?.activationHeight !== height + 1) return sets;
  const set = namedSet(recovered);
  return { next: set, newest: set };
}

/** Its first block makes it part of the state, in place of a change that was pending and never will be. */
export function writeRecovered(block: BlockState, recovered: ValidatorSet | undefined): void {
  if (recovered?.activationHeight !== block.height) return;
  const { epoch } = recovered;
  writeRecord(block, stateKeys.validatorSet(epoch), encodeValidatorSet(recovered));
  writeRecord(block, stateKeys.validatorsHead(), validatorsHeadRecord.encode({ epoch }));
  writeRecoveredParameters(block);
}

/** Parameters that waited for the epoch that never came hold from this one on. */
function writeRecoveredParameters(block: BlockState): void {
  const newest = readDecodedBlock(block, stateKeys.parameters(), parametersRecord);
  if (newest === undefined || newest.activationHeight <= block.height) return;
  const record = parametersRecord.encode({ ...newest, activationHeight: block.height });
  writeRecord(block, stateKeys.parameters(), record);
  writeRecord(block, stateKeys.parametersVersion(newest.version), record);
}

/**
 * Do the keys that signed a manifest speak for members with more than two thirds of the weight, as of the
 * head (docs/ledger.md 8)? The caller checks the signatures. Codes: UNAUTHORISED, WEIGHT_NOT_MET.
 */
export function checkRecoverySigners(
  ledger: Ledger,
  keys: readonly Pick<Signer, "did" | "multikey">[],
): ErrorCode | undefined {
  const { height, header } = ledger.head;
  const block = startBlock(ledger, { height: height + 1, time: header.time + 1 });
  const signers = keys.map(({ did, multikey }) => ({ did, multikey, role: signerRole.cosigner }));
  return checkMemberWeight(startTransaction(block), signers);
}
